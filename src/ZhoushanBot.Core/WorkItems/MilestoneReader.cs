using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Dated steps: of a plan cell ("1.4月底前完成设计；2.8月底前开工；3.11月底前完工"), and those that a task's own words name on the way.</summary>
internal static partial class MilestoneReader
{
    /// <summary>Characters of 开工, 投产 and the like.</summary>
    private const int DoneLength = 2;

    private const int FewestOfPlan = 2;
    private const string FirstCircled = "①";

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
    /// "新建站点13个。1.4月底前完成选址；2.9月底前完成设备配置；3.11月底前投入使用。": a plan within the task's own words, numbered from one, each step
    /// with its date. The last of them ends the task, as it does in a plan of a table. Empty where the words have no such plan.
    /// </summary>
    public static ImmutableArray<Milestone> ReadNumbered(StitchedText text, int year)
    {
        var marks = new List<int>();
        foreach (Match mark in StepMark().Matches(text.Text))
        {
            var number = mark.Groups["n"].Value is [>= '①' and var circled] ? circled - FirstCircled[0] + 1 : int.Parse(mark.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            if (number == marks.Count + 1)
            {
                marks.Add(mark.Groups["mark"].Index);
            }
        }

        if (marks.Count < FewestOfPlan)
        {
            return [];
        }

        var steps = marks.Select((start, at) =>
        {
            var end = at + 1 < marks.Count ? marks[at + 1] : text.Length;
            return ReadStep(text.Slice(start, start + text.Text.AsSpan(start, end - start).TrimEnd("；;。，, ").Length), year);
        }).ToList();
        return steps.TrueForAll(s => s is not null) ? [.. steps.OfType<Milestone>()] : [];
    }

    /// <summary>
    /// "6月底前完成大坝填筑，10月底前首台机组投产": the dates of parts, each with the clause that it stands in. The day on which the
    /// whole task is due (<paramref name="whole"/>) is none of them unless it is the last of several, nor is a date of which nothing is said.
    /// </summary>
    public static ImmutableArray<Milestone> ReadParts(StitchedText text, int year, Deadline whole)
    {
        var milestones = new List<Milestone>();
        var read = 0;
        var dates = DateWords.In(text.Text, year).ToList();
        foreach (var date in dates)
        {
            // Each clause is read once, by its first date.
            if (date.Start < read || date.IsWholeYear)
            {
                continue;
            }

            var start = text.Text.AsSpan(0, date.Start).LastIndexOfAny(Wording.ClauseMarks) + 1;
            var end = text.Text.AsSpan(date.End).IndexOfAny(Wording.ClauseMarks) is >= 0 and var length ? date.End + length : text.Length;
            if (dates.Find(d => d.Start > date.End && d.Start < end && text.Text[d.Start - 1] == '、') is { End: > 0 } next)
            {
                // "8月底前完工、10月底前运营": the other step begins there.
                end = next.Start - 1;
            }

            read = end;
            start = date.Start > 0 && text.Text[date.Start - 1] == '、' && dates.Exists(d => d.Start >= start && d.End < date.Start) ? date.Start : start;
            if (ReadStep(text.Slice(start, end).Trim(), year) is { } milestone)
            {
                milestones.Add(milestone);
            }
        }

        return milestones.TrueForAll(IsWhole) ? [] : [.. milestones];

        bool IsWhole(Milestone step) => !whole.IsDerived && step.On == whole.On;
    }

    private static Milestone? ReadStep(StitchedText step, int year)
    {
        foreach (var date in DateWords.In(step.Text, year))
        {
            // Behind the date stands what is done by then; a date at the end closes what stands before it.
            // "一季度开工率达到40%": the last word of such a date may be the first of what is said.
            var from = date.End < step.Length && step.Text[date.End] == '率' ? date.End - DoneLength : date.End;
            var words = step.Slice(from, step.Length).Trim();
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

    // 1. and （2） and ③, at the beginning of a sentence.
    [GeneratedRegex(@"(^|[。；;：:，,\s])(?<mark>[（(]?(?<n>[1-9])[)）.．、]|(?<n>[①-⑨]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StepMark();
}
