using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Dated steps: of a plan cell ("1.4月底前完成设计；2.8月底前开工；3.11月底前完工"), and those that a task's own words name on the way.</summary>
internal static class MilestoneReader
{
    /// <summary>The steps in their order; a step without a date of its own is none.</summary>
    public static ImmutableArray<Milestone> Read(StitchedText plan, int year)
    {
        var milestones = ImmutableArray.CreateBuilder<Milestone>();
        var start = 0;
        while (start < plan.Length)
        {
            var length = plan.Text.AsSpan(start).IndexOfAny('；', ';', '。');
            var end = length < 0 ? plan.Length : start + length;
            if (ReadStep(plan.Slice(start, end).Trim(), year) is { } milestone)
            {
                milestones.Add(milestone);
            }

            start = end + 1;
        }

        return milestones.ToImmutable();
    }

    /// <summary>
    /// "6月底前完成大坝填筑，10月底前首台机组投产": the dates of parts, each with the clause that it stands in. The day on which the
    /// whole task is due (<paramref name="whole"/>) is none of them, nor is a date of which nothing is said.
    /// </summary>
    public static ImmutableArray<Milestone> ReadParts(StitchedText text, int year, Deadline whole)
    {
        var milestones = ImmutableArray.CreateBuilder<Milestone>();
        var read = 0;
        foreach (var date in DateWords.In(text.Text, year))
        {
            // Each clause is read once, by its first date.
            if (date.Start < read || date.IsWholeYear || (!whole.IsDerived && date.On == whole.On))
            {
                continue;
            }

            var start = text.Text.AsSpan(0, date.Start).LastIndexOfAny(Wording.ClauseMarks) + 1;
            var end = text.Text.AsSpan(date.End).IndexOfAny(Wording.ClauseMarks) is >= 0 and var length ? date.End + length : text.Length;
            read = end;
            if (ReadStep(text.Slice(start, end).Trim(), year) is { } milestone)
            {
                milestones.Add(milestone);
            }
        }

        return milestones.ToImmutable();
    }

    private static Milestone? ReadStep(StitchedText step, int year)
    {
        foreach (var date in DateWords.In(step.Text, year))
        {
            // Behind the date stands what is done by then; a date at the end closes what stands before it.
            var words = step.Slice(date.End, step.Length).Trim();
            words = words.Length > 0 ? words : step.Slice(WordsStart(step.Text.AsSpan(0, date.Start)), date.Start).Trim();
            return words.Length == 0 ? null : new Milestone(date.On, words.Text, step.Span);
        }

        return null;
    }

    /// <summary>Behind "1." or "（1）" or "①".</summary>
    private static int WordsStart(ReadOnlySpan<char> step)
    {
        var at = 0;
        while (at < step.Length && (Wording.DigitOf(step[at]) is not null || step[at] is '（' or '(' or '）' or ')' or '.' or '．' or '、' or (>= '①' and <= '⑳')))
        {
            at++;
        }

        return at;
    }
}
