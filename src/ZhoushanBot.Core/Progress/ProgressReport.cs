using System.Collections.Immutable;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Progress;

/// <summary>自评: how a unit rates a task that has no figure.</summary>
public enum ProgressRating
{
    /// <summary>按序时推进: going as planned.</summary>
    OnTrack,

    /// <summary>滞后: behind the plan.</summary>
    Behind,

    /// <summary>已完成.</summary>
    Done,
}

/// <summary>What a report says.</summary>
public sealed record ReportContent
{
    /// <summary>Which of the task's lines, see <see cref="MeasureLine.Name"/>; <see cref="TaskMeasures.WholeTask"/> for prose about the task.</summary>
    public required string Line { get; init; }

    /// <summary>Area; empty for the whole city.</summary>
    public required string Area { get; init; }

    /// <summary>What span it speaks of.</summary>
    public required ReportPeriod Period { get; init; }

    /// <summary>Figure reached so far since the year began, as written; null when the report has none.</summary>
    public Figure? Figure
    {
        get;
        init
        {
            field = value;
            Amount = value?.Normalized.Value;
        }
    }

    /// <summary>The figure without multiplier; null when there is none.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>The unit's own rating; null where figures speak.</summary>
    public ProgressRating? Rating { get; init; }

    /// <summary>进展情况 in prose; may be empty.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>The prose is for those who may see internal matters only.</summary>
    public bool IsNoteInternal { get; init; }

    /// <summary>佐证: an http or https address; null for none.</summary>
    public string? Evidence { get; init; }

    /// <summary>Why the figure falls, or goes far beyond its target; empty where it need not be said.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>无变化: the figure of the last report was confirmed.</summary>
    public bool IsNoChange { get; init; }

    /// <summary>It says how far the measure is, and not only prose.</summary>
    public bool Measures => Amount is not null || Rating is not null;
}

/// <summary>退回: a report sent back by the supervision office.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Reason">What is to be mended; never empty.</param>
public sealed record ReportReturn(Actor By, DateTimeOffset At, string Reason);

/// <summary>进展、完成情况: one report. Never changed: a correction is another report for the same period.</summary>
/// <param name="Sequence">Its line in the journal.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Content">What it says.</param>
/// <param name="Returned">Set when it was sent back: then it does not count.</param>
public sealed record ProgressReport(long Sequence, DateTimeOffset At, Actor By, ReportContent Content, ReportReturn? Returned = null)
{
    /// <summary>The day in Shanghai on which it was made.</summary>
    public DateOnly MadeOn { get; } = ShanghaiDay.Of(At);
}

/// <summary>All reports on one line and area.</summary>
/// <param name="Line">Line.</param>
/// <param name="Area">Area; empty for the city.</param>
/// <param name="Reports">In the order in which they were made, returned ones included.</param>
public sealed record ProgressThread(string Line, string Area, ImmutableArray<ProgressReport> Reports)
{
    /// <summary>Of each period the last report that measures and was not returned, the earliest period first: what holds now.</summary>
    public ImmutableArray<ProgressReport> Standing { get; } = StandingOf(Reports);

    /// <summary>The last report, returned or not.</summary>
    public ProgressReport Last => Reports[^1];

    /// <summary>The report that holds now: that of the latest period; null when none measures.</summary>
    public ProgressReport? Holding => Standing is [.., var last] ? last : null;

    private static ImmutableArray<ProgressReport> StandingOf(ImmutableArray<ProgressReport> reports)
    {
        var standing = ImmutableArray.CreateBuilder<ProgressReport>(reports.Length);
        foreach (var report in reports)
        {
            if (report.Returned is not null || !report.Content.Measures)
            {
                continue;
            }

            var at = standing.Count;
            while (at > 0 && standing[at - 1].Content.Period.End > report.Content.Period.End)
            {
                at--;
            }

            if (at > 0 && standing[at - 1].Content.Period.End == report.Content.Period.End)
            {
                standing[at - 1] = report;
            }
            else
            {
                standing.Insert(at, report);
            }
        }

        return standing.DrainToImmutable();
    }
}

/// <summary>Days are Shanghai's: no daylight saving since 1991, so eight hours ahead of UTC.</summary>
internal static class ShanghaiDay
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Ahead).DateTime);

    /// <summary>The moment at which a day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Ahead);
}
