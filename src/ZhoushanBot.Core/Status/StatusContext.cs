using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Status;

/// <summary>What status is computed from.</summary>
/// <param name="Index">The tasks.</param>
/// <param name="Book">What was reported.</param>
/// <param name="Today">In Shanghai.</param>
public sealed record StatusContext(WorkItemIndex Index, ProgressBook Book, DateOnly Today)
{
    /// <summary>
    /// Whether the asker may see a task. Asked before anything is counted, so that no count, list or export can tell of what it hides.
    /// </summary>
    public required Func<WorkItem, bool> Sees { get; init; }

    /// <summary>Whether the asker may see prose that is marked internal.</summary>
    public required bool SeesInternalNotes { get; init; }

    /// <summary>Working days from a day (not counted) to another (counted).</summary>
    public required Func<DateOnly, DateOnly, int> WorkdaysBetween { get; init; }

    /// <summary>Days and steps that people set, moved or cleared.</summary>
    public DeadlineState Deadlines { get; init; } = DeadlineState.Empty;

    /// <summary>What holds where a notice names no day.</summary>
    public DeadlineRules DeadlineRules { get; init; } = DeadlineRules.Default;

    /// <summary>Only what was reported up to this period, judged on its last day; null for everything, judged today.</summary>
    public ReportPeriod? Through { get; init; }

    /// <summary>Only one notice; null for all.</summary>
    public string? NoticeId { get; init; }

    /// <summary>Last day for reporting, in the month after the quarter.</summary>
    public int CutOffDay { get; init; } = ReportPeriod.UsualCutOffDay;

    /// <summary>The day on which lamps are read.</summary>
    public DateOnly JudgedOn => Through is { } period && period.End < Today ? period.End : Today;

    /// <summary>The day in force of a task.</summary>
    internal DeadlineInForce DeadlineOf(IndexedItem task) => DeadlinesInForce.Of(task.Content.Notice, task.Item, null, DeadlineRules, Deadlines);

    /// <summary>The same question put at the end of an earlier day, of what was known then.</summary>
    public StatusContext At(DateOnly day) => this with { Book = Book.Before(ShanghaiDay.StartOf(day.AddDays(1))), Today = day };
}
