using System.Globalization;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Subscriptions;

/// <summary>
/// On which days a weekly status comes: on the first working day of the ISO week, when the sending hours open. A week in which only a weekend is worked, for the
/// holidays before or behind it, has none: its Monday's follows at once. Pure; days are Asia/Shanghai's.
/// </summary>
public static class WeeklyDays
{
    private const int Week = 7;
    private const int Weekdays = 5;

    /// <summary>Name of a day's week, such as <c>2024-W47</c>.</summary>
    public static string NameOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date)}-W{ISOWeek.GetWeekOfYear(date):00}");
    }

    /// <summary>The first working day of a day's week; null when none from Monday to Friday is worked.</summary>
    public static DateOnly? FirstOf(DateOnly day, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var monday = MondayOf(day);
        return Enumerable.Range(0, Weekdays).Select(monday.AddDays).Where(calendar.IsWorkingDay).Select(d => (DateOnly?)d).FirstOrDefault();
    }

    /// <summary>The last day before a day's week on which one came, or would have.</summary>
    public static DateOnly Before(DateOnly day, WorkCalendar calendar)
    {
        var week = MondayOf(day);
        while (true)
        {
            week = week.AddDays(-Week);
            if (FirstOf(week, calendar) is { } first)
            {
                return first;
            }
        }
    }

    /// <summary>
    /// Whether this week's is to be sent now. Not to whoever subscribed after it was due; to the others also later in the week, when the service was down before.
    /// </summary>
    public static bool IsDue(Subscription subscription, DateTimeOffset now, SendingHours hours, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(hours);
        return hours.Allow(now, calendar) && FirstOf(ShanghaiTime.DateOf(now), calendar) is { } first
            && ShanghaiTime.At(first, hours.From) is var opening && opening <= now && subscription.Since < opening;
    }

    /// <summary>When the next comes that is not due yet.</summary>
    public static DateTimeOffset Next(DateTimeOffset now, SendingHours hours, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(hours);
        for (var week = MondayOf(ShanghaiTime.DateOf(now)); ; week = week.AddDays(Week))
        {
            if (FirstOf(week, calendar) is { } first && ShanghaiTime.At(first, hours.From) is var opening && opening > now)
            {
                return opening;
            }
        }
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + Week - 1) % Week));
}
