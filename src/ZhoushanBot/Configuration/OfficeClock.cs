using System.Globalization;
using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>For rehearsals: which moment it is to be. Section <c>Clock</c>; <c>--as-of</c> sets it.</summary>
internal sealed class ClockOptions
{
    public const string Section = "Clock";

    /// <summary>The hour of a rehearsal that names only its day: within office hours, so that something can be seen to happen.</summary>
    public static readonly TimeSpan HourOfDay = TimeSpan.FromHours(9);

    /// <summary>A day or a minute in Asia/Shanghai (<c>2024-11-20</c>, <c>2024-11-20T10:30</c>) at which the service's clock starts; null for the real time.</summary>
    public string? AsOf { get; set; }

    /// <summary>The moment of <see cref="AsOf"/>; null for the real time, and for what is no date.</summary>
    public DateTimeOffset? Start =>
        DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue) + HourOfDay, OfficeClock.Offset)
            : DateTime.TryParseExact(AsOf, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute)
                ? new DateTimeOffset(minute, OfficeClock.Offset)
                : null;
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class ClockOptionsValidator : IValidateOptions<ClockOptions>
{
    public ValidateOptionsResult Validate(string? name, ClockOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.IsNullOrEmpty(options.AsOf) || options.Start is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"--as-of（{options.AsOf}）应为日期或时刻，如 2024-11-20 或 2024-11-20T10:30。"
                + $" / --as-of ({options.AsOf}) must be a day or a minute, such as 2024-11-20 or 2024-11-20T10:30.");
    }
}

/// <summary>
/// The clock by which the offices work: Asia/Shanghai, which keeps one offset all the year. In a rehearsal it starts at another moment and runs on
/// from there. Deadlines, reminders, progress and contexts go by it; tokens and caches go by the real time, or nobody could sign in.
/// </summary>
internal sealed class OfficeClock : TimeProvider
{
    /// <summary>Asia/Shanghai.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private readonly TimeProvider time;
    private readonly TimeSpan shift;

    /// <param name="time">The real time.</param>
    /// <param name="asOf">Where a rehearsal starts; null for none.</param>
    public OfficeClock(TimeProvider time, DateTimeOffset? asOf = null)
    {
        this.time = time;
        shift = asOf is { } start ? start - time.GetUtcNow() : TimeSpan.Zero;
        IsRehearsal = asOf is not null;
    }

    /// <summary>Whether it shows another time than the real one.</summary>
    public bool IsRehearsal { get; }

    /// <summary>Now, in Asia/Shanghai.</summary>
    public DateTimeOffset Now => GetUtcNow().ToOffset(Offset);

    /// <summary>Today, in Asia/Shanghai.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", Offset, "Asia/Shanghai", "Asia/Shanghai");

    /// <inheritdoc/>
    public override long TimestampFrequency => time.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + shift;

    /// <inheritdoc/>
    public override long GetTimestamp() => time.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
}
