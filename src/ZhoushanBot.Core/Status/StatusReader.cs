using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Status;

/// <summary>Reads how one task stands. Keeps what many tasks share: working days left and the due period of a year.</summary>
internal sealed class StatusReader(StatusContext context)
{
    private readonly Dictionary<DateOnly, int> workdaysLeft = [];

    // Parts of a board that many read at once ask for the years of theirs.
    private readonly ConcurrentDictionary<int, ReportPeriod?> duePeriods = [];

    public ReportPeriod? DuePeriodOf(int year) => duePeriods.GetOrAdd(year, y => context.Through ?? ReportPeriod.LastDue(y, context.Today, context.CutOffDay));

    public static int YearOf(IndexedItem task) => task.Content.Notice.Year > 0 ? task.Content.Notice.Year : task.Item.Deadline.On.Year;

    public TaskStatus Read(IndexedItem task, TaskProgress progress)
    {
        var deadline = context.DeadlineOf(task);
        var plan = new PacePlan(new DateOnly(YearOf(task), 1, 1), deadline.On, DeadlinesInForce.MilestonesOf(task.Item, context.Deadlines));
        var due = DuePeriodOf(YearOf(task));
        var lines = TaskMeasures.Of(task.Item);
        var statuses = ImmutableArray.CreateBuilder<LineStatus>(lines.Length);
        foreach (var line in lines)
        {
            statuses.Add(Read(line, progress, plan.Of(line.City), due));
        }

        var all = statuses.MoveToImmutable();
        var worst = all[0].City.Reading;
        foreach (var line in all)
        {
            worst = LampRule.Rank(line.City.Lamp) > LampRule.Rank(worst.Lamp) ? line.City.Reading : worst;
        }

        var judged = JudgedOf(progress);
        var (lamp, reason, since) = Shown(judged, worst);
        return new TaskStatus
        {
            Task = task,
            Deadline = deadline,
            Lamp = lamp,
            Reason = reason,
            Since = since,
            ComputedLamp = worst.Lamp,
            Override = judged.LampOverride,
            Review = judged.Closure is null ? progress.StateOfReports : ReviewState.Closed,
            Lines = all,
            IsReportedForPeriod = lamp == StatusLamp.Done || all.All(l => l.City.Lamp == StatusLamp.Done || IsReported(l, due)),
            Prose = ProseOf(progress),
            LastReportOn = LastOf(progress),
        };
    }

    /// <summary>A report without prose that the asker may not see.</summary>
    public ReportContent Shown(ReportContent content) => content.IsNoteInternal && !context.SeesInternalNotes ? content with { Note = string.Empty } : content;

    public ProgressReport? Shown(ProgressReport? report) =>
        report is { Content: { IsNoteInternal: true, Note.Length: > 0 } } && !context.SeesInternalNotes ? report with { Content = Shown(report.Content) } : report;

    /// <summary>What the office did: for a period, what it did until that period's cut-off, whatever it closed or opened again since.</summary>
    private TaskProgress JudgedOf(TaskProgress progress) =>
        context.Through is { } through ? progress.Before(ShanghaiDay.StartOf(through.CutOff(context.CutOffDay).AddDays(1))) : progress;

    private static (StatusLamp Lamp, LampReason Reason, DateOnly? Since) Shown(TaskProgress progress, LampReading worst) =>
        progress.Closure is { } closure ? (StatusLamp.Done, LampReason.Closed, ShanghaiDay.Of(closure.At))
        : progress.LampOverride is { } set ? (set.Lamp, LampReason.Overridden, ShanghaiDay.Of(set.At))
        : (worst.Lamp, worst.Reason, worst.Since);

    private static bool IsReported(LineStatus line, ReportPeriod? due) =>
        due is null || line.City.Reading.Reason is not (LampReason.NotReported or LampReason.Incomplete) && IsCovered(line, due.Value);

    private static bool IsCovered(LineStatus line, ReportPeriod due) => line.City.Source switch
    {
        FigureSource.Reported => line.City.Report is { } report && report.Content.Period >= due,
        FigureSource.Sum => line.Areas.All(a => a.Lamp == StatusLamp.Done || (a.Report is { } report && report.Content.Period >= due)),
        _ => !line.Areas.IsEmpty && line.Areas.All(a => a.Lamp == StatusLamp.Done || (a.Report is { } report && report.Content.Period >= due)),
    };

    private LineStatus Read(MeasureLine line, TaskProgress progress, Pace pace, ReportPeriod? due)
    {
        var areas = line.Areas.IsEmpty ? [] : line.Areas.Select(area => Read(area, progress, pace, due)).ToImmutableArray();
        var own = Read(line.City, progress, pace, due);
        if (areas.IsEmpty)
        {
            return new LineStatus(own, areas);
        }

        var reported = areas.Count(a => a.Source != FigureSource.None);
        own = own with { AreasReported = reported, AreasAsked = areas.Length };
        return line.AddsUp && reported > 0 ? new LineStatus(Summed(line, progress, pace, due, own), areas)
            : own.Source == FigureSource.None && reported > 0 ? new LineStatus(own with { Reading = WorstOf(areas) }, areas)
            : new LineStatus(own, areas);
    }

    /// <summary>Shares are not averaged: without a figure of its own the city stands as its worst area does.</summary>
    private static LampReading WorstOf(ImmutableArray<MeasureStatus> areas)
    {
        var worst = areas[0].Reading;
        foreach (var area in areas)
        {
            worst = LampRule.Rank(area.Lamp) > LampRule.Rank(worst.Lamp) ? area.Reading : worst;
        }

        return worst with { Rate = null, Expected = null };
    }

    private MeasureStatus Summed(MeasureLine line, TaskProgress progress, Pace pace, ReportPeriod? due, MeasureStatus own)
    {
        var points = FigureSeries.SumOf(line, progress, context.Through);
        return own with { Reading = LampRule.Read(Question(line.City, pace, points, due)), Amount = points[^1].Amount, Source = FigureSource.Sum };
    }

    private MeasureStatus Read(Measure measure, TaskProgress progress, Pace pace, ReportPeriod? due)
    {
        var thread = progress.Thread(measure.Line, measure.Area);
        var held = FigureSeries.Held(thread, measure, context.Through);
        var report = held.IsEmpty ? null : held[^1];
        var reading = LampRule.Read(Question(measure, pace, FigureSeries.Of(thread, measure, context.Through), due));
        return new MeasureStatus(measure, reading, report?.Content.Amount, report is null ? FigureSource.None : FigureSource.Reported, Shown(report), 0, 0);
    }

    private LampQuestion Question(Measure measure, Pace pace, ImmutableArray<ProgressPoint> points, ReportPeriod? due) => new(measure, pace, points)
    {
        Today = context.JudgedOn,
        WorkdaysLeft = WorkdaysLeft(pace.DueOn),
        DuePeriod = due,
        DuePeriodCutOff = due?.CutOff(context.CutOffDay) ?? context.JudgedOn,
    };

    private int WorkdaysLeft(DateOnly dueOn)
    {
        if (!workdaysLeft.TryGetValue(dueOn, out var left))
        {
            left = dueOn <= context.JudgedOn ? 0 : context.WorkdaysBetween(context.JudgedOn, dueOn);
            workdaysLeft.Add(dueOn, left);
        }

        return left;
    }

    /// <summary>The last prose about the whole task, else that which came with a figure of the city; returned reports do not count.</summary>
    private ProgressReport? ProseOf(TaskProgress progress)
    {
        ProgressReport? prose = null;
        foreach (var thread in progress.Threads)
        {
            if (thread.Area.Length > 0)
            {
                continue;
            }

            for (var i = thread.Reports.Length - 1; i >= 0; i--)
            {
                var report = thread.Reports[i];
                var isIn = report.Returned is null && (context.Through is not { } through || report.Content.Period <= through);
                if (isIn && report.Content.Note.Length > 0 && (context.SeesInternalNotes || !report.Content.IsNoteInternal))
                {
                    prose = prose is null || IsBetterProse(report, prose) ? report : prose;
                    break;
                }
            }
        }

        return prose;
    }

    private static bool IsBetterProse(ProgressReport report, ProgressReport than) =>
        report.Content.Period != than.Content.Period ? report.Content.Period > than.Content.Period
        : (report.Content.Line.Length == 0) != (than.Content.Line.Length == 0) ? report.Content.Line.Length == 0
        : report.Sequence > than.Sequence;

    private static DateOnly? LastOf(TaskProgress progress)
    {
        DateOnly? last = null;
        foreach (var thread in progress.Threads)
        {
            last = last is { } known && known >= thread.Last.MadeOn ? known : thread.Last.MadeOn;
        }

        return last;
    }
}
