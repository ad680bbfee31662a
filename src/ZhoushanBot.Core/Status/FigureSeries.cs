using System.Collections.Immutable;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Status;

/// <summary>Reports as points in time, and the city's figure as the sum of its areas'.</summary>
internal static class FigureSeries
{
    /// <summary>What holds of one thread, up to a period.</summary>
    public static ImmutableArray<ProgressPoint> Of(ProgressThread? thread, Measure measure, ReportPeriod? through)
    {
        var standing = Held(thread, measure, through);
        if (standing.IsEmpty)
        {
            return [];
        }

        var points = ImmutableArray.CreateBuilder<ProgressPoint>(standing.Length);
        foreach (var report in standing)
        {
            if (Fits(report, measure))
            {
                points.Add(new ProgressPoint(report.Content.Period.End, report.MadeOn, report.Content.Amount ?? 0, report.Content.Rating, IsComplete: true));
            }
        }

        return points.DrainToImmutable();
    }

    /// <summary>The standing reports whose period does not end behind <paramref name="through"/>; the last fits the measure.</summary>
    public static ReadOnlySpan<ProgressReport> Held(ProgressThread? thread, Measure measure, ReportPeriod? through)
    {
        if (thread is null)
        {
            return [];
        }

        var standing = thread.Standing.AsSpan();
        while (!standing.IsEmpty && ((through is { } last && standing[^1].Content.Period > last) || !Fits(standing[^1], measure)))
        {
            standing = standing[..^1];
        }

        return standing;
    }

    /// <summary>
    /// The sum on each day of which any area's report speaks: every area with what it last reported up to that day. A sum is complete when
    /// every area with a target has reported for that day or a later one, or has reached its target.
    /// </summary>
    public static ImmutableArray<ProgressPoint> SumOf(MeasureLine line, TaskProgress progress, ReportPeriod? through)
    {
        var areas = line.Areas.Select(a => (Target: a.TargetAmount, Reports: Held(progress.Thread(a.Line, a.Area), a, through).ToImmutableArray())).ToImmutableArray();
        var days = areas.SelectMany(a => a.Reports.Select(r => r.Content.Period.End)).Distinct().Order().ToImmutableArray();
        var points = ImmutableArray.CreateBuilder<ProgressPoint>(days.Length);
        foreach (var day in days)
        {
            var (sum, madeOn, isComplete) = (0m, DateOnly.MinValue, true);
            foreach (var (target, reports) in areas)
            {
                ProgressReport? held = null;
                foreach (var report in reports)
                {
                    held = report.Content.Period.End <= day ? report : held;
                }

                var amount = held?.Content.Amount ?? 0;
                sum += amount;
                madeOn = held is not null && held.MadeOn > madeOn ? held.MadeOn : madeOn;
                isComplete &= reports is [.., var last] && (last.Content.Period.End >= day || (held is not null && amount >= target));
            }

            points.Add(new ProgressPoint(day, madeOn, sum, null, isComplete));
        }

        return points.MoveToImmutable();
    }

    /// <summary>After a corrected notice was imported, old reports may rate what now has a figure, or the other way round.</summary>
    private static bool Fits(ProgressReport report, Measure measure) =>
        measure.Target is null ? report.Content.Rating is not null : report.Content.Amount is not null;
}
