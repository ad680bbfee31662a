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

    /// <summary>Which part of the whole this page is, and how to get on; empty when this is all.</summary>
    public string PageMark { get; init; } = string.Empty;

    /// <summary>What backs it, complete for this page; may be empty.</summary>
    public ImmutableArray<AnswerLine> Lines { get; init; } = [];

    /// <summary>The notice, by number; empty for an answer that states nothing from it.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Questions that may follow; each, typed, gets a real answer.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];

    /// <summary>Ids of the tasks shown, in order; may be empty.</summary>
    public ImmutableArray<string> Shown { get; init; } = [];

    /// <summary>How many numbered lines stand on the pages before: the numbers go on from there.</summary>
    public int LinesBefore { get; init; }

    /// <summary>Where the next page begins; 0 when this is the last.</summary>
    public int NextOffset { get; init; }

    /// <summary>False when the notice does not have what was asked.</summary>
    public bool IsFound { get; init; } = true;
}

/// <summary>A reply to one question.</summary>
public sealed record AssistantReply
{
    private string? text;

    internal AssistantReply(Answer answer, ConversationContext context, ContextTurn? turn, Reading reading, AnswerText words)
    {
        Answer = answer;
        Context = turn is null ? context : context.With(turn);
        Turn = turn;
        Reading = reading;
        Words = words;
    }

    /// <summary>What is said.</summary>
    public Answer Answer
    {
        get;
        init
        {
            field = value;
            text = null;
        }
    }

    /// <summary>What a next question may lean on.</summary>
    public ConversationContext Context { get; init; }

    /// <summary>How the question was read.</summary>
    public Reading Reading { get; init; }

    /// <summary>In which language.</summary>
    public ReplyLanguage Language => Reading.Language;

    /// <summary>The answer as plain text, for where no card is shown; made when it is first wanted.</summary>
    public string Text => text ??= PlainText.Of(Answer, Words);

    /// <summary>Questions that may follow.</summary>
    public ImmutableArray<string> Suggestions => Answer.Suggestions;

    /// <summary>The turn by which <see cref="Context"/> has grown; null where a later question has nothing to lean on.</summary>
    internal ContextTurn? Turn { get; }

    /// <summary>The words of its language.</summary>
    internal AnswerText Words { get; }
}
