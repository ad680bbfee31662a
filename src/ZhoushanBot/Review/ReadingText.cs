using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Review;

/// <summary>How a question was read, for <c>ask --explain</c>: the normal form, what was recognised where, the rule that decided, the question.</summary>
internal static class ReadingText
{
    public static string Of(Reading reading)
    {
        var heard = reading.Recognition;
        return string.Join(
            '\n',
            [
                $"text: {heard.Text.Text}",
                .. heard.Mentions.Select(m => $"  {m.Span}: {m.Form} = {string.Join(" | ", m.Candidates)}"),
                .. heard.Cues.Select(c => $"  {c.Span}: {c.Cue}"),
                .. heard.Due is { } due ? [$"  {due.Span}: {due.Period}"] : Array.Empty<string>(),
                .. heard.Bound is { } bound ? [$"  {bound.Span}: {bound.Bound}"] : Array.Empty<string>(),
                $"subject: {heard.Subject}",
                $"rule: {reading.Rule}{(reading.IsFollowUp ? " (follow-up)" : "")}",
                $"question: {reading.Question}",
                $"language: {reading.Language}",
            ]);
    }
}
