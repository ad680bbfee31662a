using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Progress;

/// <summary>填报: what a person sends, before it is checked.</summary>
/// <param name="TaskId">Task.</param>
/// <param name="Line">See <see cref="MeasureLine.Name"/>.</param>
/// <param name="Area">Empty for the whole city.</param>
/// <param name="Period">What span it speaks of.</param>
public sealed record ReportDraft(string TaskId, string Line, string Area, ReportPeriod Period)
{
    /// <summary>The figure as typed; empty for none.</summary>
    public string Figure { get; init; } = string.Empty;

    /// <summary>The unit's own rating; null for none.</summary>
    public ProgressRating? Rating { get; init; }

    /// <summary>Prose; may be empty.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>The prose is internal.</summary>
    public bool IsNoteInternal { get; init; }

    /// <summary>Address of the evidence as typed; empty for none.</summary>
    public string Evidence { get; init; } = string.Empty;

    /// <summary>Reason as typed; empty for none.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>无变化: takes figure or rating of the report that holds; <see cref="Figure"/> and <see cref="Rating"/> are not looked at.</summary>
    public bool IsNoChange { get; init; }
}

/// <summary>What a report may be refused for. Each with its arguments in order.</summary>
public enum ReportFindingCode
{
    /// <summary>No task has the id. Id.</summary>
    UnknownTask,

    /// <summary>The task has no such line. Line.</summary>
    UnknownLine,

    /// <summary>The area has no target in this line. Area.</summary>
    UnknownArea,

    /// <summary>The reporter does not speak for it. Unit or area whose it is.</summary>
    NotOwn,

    /// <summary>The notice's year is over. Year.</summary>
    NoticeClosed,

    /// <summary>The task is closed. No arguments.</summary>
    TaskClosed,

    /// <summary>Neither figure nor rating nor prose. No arguments.</summary>
    NothingSaid,

    /// <summary>The figure is none. What was typed.</summary>
    NotANumber,

    /// <summary>The figure is below zero. What was typed.</summary>
    Negative,

    /// <summary>Far more than can be meant. What was typed.</summary>
    TooLarge,

    /// <summary>The measure unit is another one. Unit typed, unit wanted.</summary>
    MeasureUnitDiffers,

    /// <summary>A figure where the notice has none. No arguments.</summary>
    FigureNotWanted,

    /// <summary>A rating where figures speak. No arguments.</summary>
    RatingNotWanted,

    /// <summary>No reason why it falls. Last figure, this one.</summary>
    FallsWithoutReason,

    /// <summary>No reason why it is far beyond the target. Figure, target.</summary>
    BeyondWithoutReason,

    /// <summary>The period is not over, or a day to come. Period's code.</summary>
    PeriodToCome,

    /// <summary>The period is not of the notice's year. Period's code, year.</summary>
    PeriodOutsideYear,

    /// <summary>The evidence is no web address. What was typed.</summary>
    EvidenceNotWeb,

    /// <summary>"No change" where nothing was reported. No arguments.</summary>
    NoChangeFromNothing,

    /// <summary>Text too long. Characters, most characters.</summary>
    TooLong,

    /// <summary>The sheet lacks a column. Its head.</summary>
    ColumnMissing,

    /// <summary>The sheet has more lines than are taken at once. Lines, most lines.</summary>
    TooManyLines,

    /// <summary>Nothing is filled in on the whole sheet. No arguments.</summary>
    SheetEmpty,

    /// <summary>The sheet has the same figure twice. The other line.</summary>
    LineTwice,

    /// <summary>The period cannot be read. What was typed.</summary>
    PeriodUnreadable,

    /// <summary>The rating cannot be read. What was typed.</summary>
    RatingUnreadable,
}

/// <summary>One fault of a report.</summary>
/// <param name="Code">Which.</param>
/// <param name="Arguments">As the code's documentation says; may be empty.</param>
public sealed record ReportFinding(ReportFindingCode Code, ImmutableArray<string> Arguments)
{
    /// <summary>Nothing is wrong with it once a reason is given.</summary>
    public bool WantsReason => Code is ReportFindingCode.FallsWithoutReason or ReportFindingCode.BeyondWithoutReason;
}

/// <summary>What comes of a report. A closed set.</summary>
public abstract record ReportOutcome
{
    private ReportOutcome()
    {
    }

    /// <summary>To be written into the journal.</summary>
    /// <param name="TaskId">The line's subject.</param>
    /// <param name="Event">What.</param>
    /// <param name="Before">The report that held before; null for none.</param>
    public sealed record Accepted(string TaskId, ProgressEvent Event, ProgressReport? Before) : ReportOutcome;

    /// <summary>Nothing is to be written.</summary>
    /// <param name="Findings">Why, at least one.</param>
    public sealed record Refused(ImmutableArray<ReportFinding> Findings) : ReportOutcome;
}

/// <summary>What a report is checked against.</summary>
/// <param name="Index">The tasks.</param>
/// <param name="Book">What was reported so far.</param>
/// <param name="Today">In Shanghai.</param>
/// <param name="MayReport">Whether the reporter speaks for a task and area (empty for the city).</param>
public sealed record ReportingContext(WorkItemIndex Index, ProgressBook Book, DateOnly Today, Func<WorkItem, string, bool> MayReport)
{
    /// <summary>Figures of the whole year come in during January; then the notice is closed.</summary>
    public const int DaysForTheWholeYear = 31;

    /// <summary>Whether a notice takes reports no longer.</summary>
    public bool IsClosed(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Year > 0 && Today > new DateOnly(notice.Year, 12, 31).AddDays(DaysForTheWholeYear);
    }
}
