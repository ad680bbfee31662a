using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Cards;

/// <summary>The two buttons by which an answer is judged: they send <c>{"verb":"feedback","answer":"ID","verdict":"up"}</c>, or <c>"down"</c>.</summary>
public static class FeedbackButtons
{
    /// <summary>Their verb.</summary>
    public const string Verb = "feedback";

    /// <summary>Field with the answer's id.</summary>
    public const string AnswerField = "answer";

    /// <summary>Field with the verdict.</summary>
    public const string VerdictField = "verdict";

    // Teams shows six buttons of a card.
    private const int MostBefore = 4;
    private const string Up = "up";
    private const string Down = "down";

    /// <summary>The verdict that a field says; null for none.</summary>
    public static Verdict? VerdictIn(string? value) => value switch { Up => Verdict.Up, Down => Verdict.Down, _ => null };

    /// <summary>The buttons, behind others; where there are too many for a row they stand behind "…".</summary>
    internal static ImmutableArray<CardButton> For(string answerId, ReplyLanguage language, int before)
    {
        var isSecondary = before > MostBefore;
        return language == ReplyLanguage.Chinese
            ? [Button("👍 有用", Up), Button("👎 没用", Down)]
            : [Button("👍 Helpful", Up), Button("👎 Not helpful", Down)];

        VerbButton Button(string title, string verdict) =>
            new(title, Verb) { Data = [new(AnswerField, answerId), new(VerdictField, verdict)], IgnoresInputs = true, IsSecondary = isSecondary };
    }
}
