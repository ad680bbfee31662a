namespace ZhoushanBot.Core.WorkDays;

/// <summary>Asia/Shanghai: the one zone by which the offices work, whatever that of the machine. It keeps one offset all the year.</summary>
public static class ShanghaiTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same instant as the wall clock shows it.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The day that it is.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>The instant of a day and a time of the wall clock.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}

/// <summary>When people may be written to: on working days, from one time to another, Asia/Shanghai.</summary>
/// <param name="From">First moment.</param>
/// <param name="To">First moment that is too late; after <paramref name="From"/>.</param>
public sealed record SendingHours(TimeOnly From, TimeOnly To)
{
    /// <summary>08:30 to 17:30.</summary>
    public static SendingHours Default { get; } = new(new TimeOnly(8, 30), new TimeOnly(17, 30));

    /// <summary>Whether somebody may be written to now.</summary>
    public bool Allow(DateTimeOffset now, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var time = TimeOnly.FromDateTime(ShanghaiTime.Of(now).DateTime);
        return From <= time && time < To && calendar.IsWorkingDay(ShanghaiTime.DateOf(now));
    }

    /// <summary>Now when it is allowed, else the next moment that is, Asia/Shanghai.</summary>
    public DateTimeOffset NextAllowed(DateTimeOffset now, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Allow(now, calendar))
        {
            return ShanghaiTime.Of(now);
        }

        var today = ShanghaiTime.DateOf(now);
        var first = ShanghaiTime.At(today, From);
        return ShanghaiTime.At(calendar.OnOrAfter(first > now ? today : today.AddDays(1)), From);
    }
}
