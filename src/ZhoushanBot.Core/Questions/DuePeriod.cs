using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>A day of any year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; past the month's end it is the month's last.</param>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>The day in one year.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>期限范围: the days within which something is to be done, of the year that the notice is of.</summary>
/// <param name="From">The first day; null for "by …": whatever is due up to <paramref name="To"/>.</param>
/// <param name="To">The last day, itself included.</param>
public sealed record DuePeriod(MonthDay? From, MonthDay To)
{
    /// <summary>It reaches the last day of the year, which is when all is due that has no date of its own.</summary>
    public bool IsToYearEnd => To is { Month: 12, Day: 31 };

    /// <summary>True when a day of the notice's year lies within.</summary>
    public bool Has(DateOnly day, int noticeYear) => day <= To.In(noticeYear) && (From is not { } from || day >= from.In(noticeYear)) && day.Year == noticeYear;

    /// <summary>The notice states a day of the task, or of a step of it, that lies within. A day that only follows from the year's end is none.</summary>
    public bool HasStated(WorkItem item, int noticeYear) =>
        (!item.Deadline.IsDerived && Has(item.Deadline.On, noticeYear)) || item.Milestones.Any(m => Has(m.On, noticeYear));
}
