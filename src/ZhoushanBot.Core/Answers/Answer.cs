using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>One line of an answer.</summary>
/// <param name="Text">The words; for a task its text or title.</param>
/// <param name="Place">Where in the notice it stands, ready to show; empty for a line that cites nothing.</param>
/// <param name="Details">Further words below it, each a line; may be empty.</param>
/// <param name="IsHeading">It heads the lines below it.</param>
public sealed record AnswerLine(string Text, string Place, ImmutableArray<string> Details, bool IsHeading)
{
    /// <summary>A line that heads others.</summary>
    public static AnswerLine Heading(string text) => new(text, string.Empty, [], true);

    /// <summary>A line with its place.</summary>
    public static AnswerLine Of(string text, string place, params ImmutableArray<string> details) => new(text, place, details, false);
}

/// <summary>An answer, in one language, before it takes the form of a text or a card.</summary>
public sealed record Answer
{
    /// <summary>The answer itself in one or two sentences: figure, name or count first.</summary>
    public required string Headline { get; init; }

    /// <summary>What backs it, complete for this page; may be empty.</summary>
    public ImmutableArray<AnswerLine> Lines { get; init; } = [];

    /// <summary>The notice, by number; empty for an answer that states nothing from it.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Questions that may follow; each, typed, gets a real answer.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];

    /// <summary>Ids of the tasks shown, in order; may be empty.</summary>
    public ImmutableArray<string> Shown { get; init; } = [];

    /// <summary>Where the next page begins; 0 when this is the last.</summary>
    public int NextOffset { get; init; }

    /// <summary>False when the notice does not have what was asked.</summary>
    public bool IsFound { get; init; } = true;
}

/// <summary>A reply to one question.</summary>
/// <param name="Answer">What is said.</param>
/// <param name="Language">In which language.</param>
/// <param name="Text">The answer as plain text, for where no card is shown.</param>
/// <param name="Context">What a next question may lean on.</param>
/// <param name="Reading">How the question was read.</param>
public sealed record AssistantReply(Answer Answer, ReplyLanguage Language, string Text, ConversationContext Context, Reading Reading)
{
    /// <summary>Questions that may follow.</summary>
    public ImmutableArray<string> Suggestions => Answer.Suggestions;
}
