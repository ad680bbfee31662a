using Microsoft.Extensions.Options;
using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Delivery;

/// <summary>When to try again.</summary>
/// <param name="options">How long.</param>
/// <param name="jitter">0 to below 1, another each time.</param>
internal sealed class RetryTimes(IOptions<DeliveryOptions> options, Func<double> jitter)
{
    // Whoever comes back from a long downtime deserves more than one try, however late it is.
    private const int FewestAttempts = 10;
    private const int DoublingsAtMost = 30;

    /// <summary>When to try a message again that failed just now; null when it is to be given up.</summary>
    /// <param name="row">The message.</param>
    /// <param name="now">Now.</param>
    /// <param name="asked">How long the channel asks to wait; null when it does not say.</param>
    public DateTimeOffset? After(OutboxRow row, DateTimeOffset now, TimeSpan? asked)
    {
        var settings = options.Value;
        var doublings = Math.Clamp(row.Attempts - 1, 0, DoublingsAtMost);
        var most = TimeSpan.FromTicks((long)Math.Min(settings.MaxRetryDelay.Ticks, settings.RetryDelay.Ticks * Math.Pow(2, doublings)));
        var random = jitter();
        var own = most * (1 - (random / 2));

        // Those who were told the same must not all come back at the same moment.
        var wait = asked is { } least && least + (most * (random / 2)) is var kept && kept > own ? kept : own;
        var retryAt = now + wait;
        return row.Attempts >= FewestAttempts && retryAt > row.Message.DueAt + settings.GiveUpAfter ? null : retryAt;
    }
}
