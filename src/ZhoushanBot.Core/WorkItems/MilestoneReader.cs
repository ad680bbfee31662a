using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Dated steps of a plan cell: "1.4月底前完成设计；2.8月底前开工；3.11月底前完工".</summary>
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
