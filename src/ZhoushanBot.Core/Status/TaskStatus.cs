using System.Collections.Immutable;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Status;

/// <summary>Where a figure comes from.</summary>
public enum FigureSource
{
    /// <summary>Nothing is there.</summary>
    None,

    /// <summary>It was reported as it stands.</summary>
    Reported,

    /// <summary>It is the sum of the areas' reports.</summary>
    Sum,
}

/// <summary>How one figure stands: the city's, or an area's.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Reading">Lamp, reason, since when, rate.</param>
/// <param name="Amount">Figure reached so far, without multiplier, in the bare unit of the target; null when nothing was reported or it is rated.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Report">The report that holds; null when there is none. Beside a sum, the lead unit's own report of the city's figure, if any.</param>
/// <param name="AreasReported">Areas whose report is in the figure.</param>
/// <param name="AreasAsked">Areas with a target of their own; 0 when the line is not broken down.</param>
public sealed record MeasureStatus(
    Measure Measure, LampReading Reading, decimal? Amount, FigureSource Source, ProgressReport? Report, int AreasReported, int AreasAsked)
{
    /// <summary>Its lamp.</summary>
    public StatusLamp Lamp => Reading.Lamp;
}

/// <summary>One line with its areas.</summary>
/// <param name="City">The whole city.</param>
/// <param name="Areas">In the header's order; empty when it is not broken down.</param>
public sealed record LineStatus(MeasureStatus City, ImmutableArray<MeasureStatus> Areas);

/// <summary>How one task stands.</summary>
public sealed record TaskStatus
{
    /// <summary>The task.</summary>
    public required IndexedItem Task { get; init; }

    /// <summary>The day in force, and where it comes from.</summary>
    public required DeadlineInForce Deadline { get; init; }

    /// <summary>The day in force.</summary>
    public DateOnly DueOn => Deadline.On;

    /// <summary>The lamp that is shown: the office's own, else the computed one.</summary>
    public required StatusLamp Lamp { get; init; }

    /// <summary>Why, of the line that decides.</summary>
    public required LampReason Reason { get; init; }

    /// <summary>Since when; null when nobody can say.</summary>
    public required DateOnly? Since { get; init; }

    /// <summary>The lamp that the rule gives, whatever the office set.</summary>
    public required StatusLamp ComputedLamp { get; init; }

    /// <summary>The office's own lamp; null when it set none.</summary>
    public required LampOverride? Override { get; init; }

    /// <summary>Where it stands in the review.</summary>
    public required ReviewState Review { get; init; }

    /// <summary>Its lines, never empty.</summary>
    public required ImmutableArray<LineStatus> Lines { get; init; }

    /// <summary>Every line has a complete figure or rating for the due period, or is done; true as well while no period is due.</summary>
    public required bool IsReportedForPeriod { get; init; }

    /// <summary>The last prose on the task that the asker may see; null when there is none.</summary>
    public required ProgressReport? Prose { get; init; }

    /// <summary>The day of the last report of any kind; null when there is none.</summary>
    public required DateOnly? LastReportOn { get; init; }

    /// <summary>The smallest rate of its lines, in percent; null when no line has one.</summary>
    public decimal? Rate => Lines.Min(l => l.City.Reading.Rate);

    /// <summary>All areas of all lines.</summary>
    public IEnumerable<MeasureStatus> Areas => Lines.SelectMany(l => l.Areas);
}

/// <summary>A line of a task's history.</summary>
/// <param name="Sequence">Line of the journal.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Event">What; internal prose is taken out for those who may not see it.</param>
/// <param name="Before">For a report, the one that held before; null for none.</param>
public sealed record HistoryLine(long Sequence, DateTimeOffset At, Actor By, ProgressEvent Event, ProgressReport? Before);
