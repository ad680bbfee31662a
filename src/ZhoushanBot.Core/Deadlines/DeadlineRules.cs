using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>A day of any year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; beyond the month's end its last day is meant.</param>
public readonly record struct DayOfYear(int Month, int Day)
{
    /// <summary>The day in a year.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>What holds where a notice names no day.</summary>
public sealed record DeadlineRules
{
    /// <summary>The year's end for every list, reports on the fifth.</summary>
    public static DeadlineRules Default { get; } = new();

    /// <summary>Days for lists that have another than the year's end, such as 30 November for public-benefit projects; empty by default.</summary>
    public ImmutableDictionary<WorkListKind, DayOfYear> ByList { get; init; } = ImmutableDictionary<WorkListKind, DayOfYear>.Empty;

    /// <summary>The day, in the month behind the quarter, by which reports are due: 1 to 28, by default 5.</summary>
    public int ReportDay { get; init; } = 5;

    /// <summary>The derived day of a list's tasks.</summary>
    public DateOnly DayOf(WorkListKind list, int year) => ByList.TryGetValue(list, out var day) ? day.In(year) : new DateOnly(year, 12, 31);

    /// <summary>一季度、半年度、三季度、全年: when the reports are due, four days in order, moved to the next working day.</summary>
    public ImmutableArray<DateOnly> ReportDates(int year, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return [.. Enumerable.Range(1, 4).Select(quarter => calendar.OnOrAfter(new DateOnly(year, 1, ReportDay).AddMonths(quarter * 3)))];
    }
}
