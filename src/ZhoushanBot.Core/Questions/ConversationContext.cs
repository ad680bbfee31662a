using System.Collections.Immutable;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>One answered turn, as far as a later question may lean on it.</summary>
/// <param name="Question">What was understood.</param>
/// <param name="Shown">Ids of the tasks shown, in order; may be empty.</param>
/// <param name="NextOffset">Where the next page begins; 0 when all was shown.</param>
/// <param name="Language">Language of the answer.</param>
/// <param name="At">When.</param>
public sealed record ContextTurn(Question Question, ImmutableArray<string> Shown, int NextOffset, ReplyLanguage Language, DateTimeOffset At)
{
    /// <summary>How many tasks the pages before showed, from which the numbers of the lines go on.</summary>
    public int From { get; init; }

    /// <summary>Keys of the groups of notices that it was asked of, see <c>NoticeGroup.Key</c>; empty where the store has one group only.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>What each of several groups was asked, in the order of <see cref="Groups"/>; empty where one answered alone.</summary>
    public ImmutableArray<GroupTurn> Parts { get; init; } = [];
}

/// <summary>One notice's part in a turn that several answered together.</summary>
/// <param name="Group">Key of the group of notices.</param>
/// <param name="Question">What was asked of it: of two officials of two cities each is asked for its own.</param>
/// <param name="NextOffset">Where its next page begins; 0 when all was shown.</param>
public sealed record GroupTurn(string Group, Question Question, int NextOffset);

/// <summary>What was talked about before, newest first: five turns at most, none older than thirty minutes. Immutable.</summary>
/// <param name="Turns">The turns.</param>
public sealed record ConversationContext(ImmutableArray<ContextTurn> Turns)
{
    /// <summary>How many turns are kept.</summary>
    public const int Depth = 5;

    /// <summary>How long a turn is leaned on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>A fresh conversation.</summary>
    public static ConversationContext Empty { get; } = new([]);

    /// <summary>The last turn that is still alive; null when there is none.</summary>
    public ContextTurn? Last(DateTimeOffset now) => Turns is [var last, ..] && now - last.At <= Lifetime ? last : null;

    /// <summary>This context with one more turn.</summary>
    public ConversationContext With(ContextTurn turn) => new([turn, .. Turns.Where(t => turn.At - t.At <= Lifetime).Take(Depth - 1)]);
}
