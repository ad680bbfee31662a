using System.Collections;
using System.Globalization;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Review;

/// <summary>
/// How a question was read, for <c>ask --explain</c>: the normal form, what was recognised where, the candidates of its subject with their
/// coverage, the rule that decided, and the question with everything that narrows it.
/// </summary>
internal static class ReadingText
{
    private const int MostCandidates = 8;

    public static string Of(Reading reading)
    {
        var heard = reading.Recognition;
        return string.Join(
            '\n',
            [
                $"text: {heard.Text.Text}",
                .. heard.Mentions.Select(m => $"  {m.Span.Start}-{m.Span.End} {m.Form} = {string.Join(" | ", m.Candidates)}"),
                .. heard.Cues.Select(c => $"  {c.Span.Start}-{c.Span.End} {heard.Text.Text[c.Span.Start..c.Span.End]}: {c.Cue}"),
                .. heard.Due is { } due ? [$"  {due.Span.Start}-{due.Span.End} {due.Period}"] : Array.Empty<string>(),
                .. heard.Bound is { } bound ? [$"  {bound.Span.Start}-{bound.Span.End} {bound.Bound}"] : Array.Empty<string>(),
                $"subject: {heard.Subject}",
                .. reading.Candidates.Take(MostCandidates).Select(Candidate),
                $"rule: {reading.Rule}{(reading.IsFollowUp ? " (follow-up)" : "")}",
                $"question: {Shown(reading.Question)}",
                $"language: {reading.Language}",
            ]);
    }

    private static string Candidate(SubjectMatch match) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {match.Coverage:0.00} {match.Item.Item.Id}{(match.Row is { } row ? $" #{row.Number} {row.Subject}" : "")} {match.Item.Item.Text}");

    /// <summary>A record by its name and those of its properties that say something: what is empty, null, zero or the default narrows nothing.</summary>
    private static string Shown(object value) => value switch
    {
        string or Enum or int or bool or SubjectWords => value.ToString()!,
        IEnumerable many => string.Join('、', many.Cast<object>().Select(Shown)),
        _ when value.GetType().Namespace!.StartsWith(nameof(ZhoushanBot), StringComparison.Ordinal) => Record(value),
        _ => value.ToString()!,
    };

    private static string Record(object value)
    {
        var said = value.GetType().GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
            .Select(p => (p.Name, Value: p.GetValue(value))).Where(p => !IsNothing(p.Value)).Select(p => $"{p.Name} = {Shown(p.Value!)}");
        return $"{value.GetType().Name}({string.Join(", ", said)})";
    }

    private static bool IsNothing(object? value) => value switch
    {
        null => true,
        SubjectWords subject => subject.IsEmpty,
        string text => text.Length == 0,
        IEnumerable many => !many.Cast<object>().Any(),
        ValueType simple => simple.Equals(Activator.CreateInstance(simple.GetType())),
        _ => Shown(value) == $"{value.GetType().Name}()",
    };
}
