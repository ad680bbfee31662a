using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Delivery;

/// <summary>What the worker is doing. A closed set.</summary>
internal enum DeliveryActivity
{
    /// <summary>Not yet begun.</summary>
    Starting,

    /// <summary>Sends what is due.</summary>
    Running,

    /// <summary>Sends nothing for a while: the channel refused the bot itself.</summary>
    Paused,

    /// <summary>The store cannot be written; tried again soon.</summary>
    StoreFailed,

    /// <summary>The service is stopping.</summary>
    Stopped,
}

/// <summary>How delivery stands, for <c>/healthz</c> and the meter.</summary>
/// <param name="Activity">What the worker does.</param>
/// <param name="NextAt">When it next wakes by itself; null when only news wakes it.</param>
/// <param name="IsIdle">Nothing is under way.</param>
/// <param name="Failure">Why it does not run; null while it does.</param>
/// <param name="Waiting">Messages due or to be retried, those of later days included, when last counted.</param>
/// <param name="Dead">Messages that were given up, when last counted.</param>
/// <param name="OldestDueAt">The earliest time of those that wait, when last counted; null for none.</param>
internal sealed record DeliveryStanding(
    DeliveryActivity Activity, DateTimeOffset? NextAt = null, bool IsIdle = true, DeliveryFailure? Failure = null, int Waiting = 0, int Dead = 0, DateTimeOffset? OldestDueAt = null);

/// <summary>Where the worker says how it stands. Reading takes no lock.</summary>
internal sealed class DeliveryStatus
{
    private volatile DeliveryStanding current = new(DeliveryActivity.Starting);

    /// <summary>After each change, on the worker's thread: be quick.</summary>
    public event EventHandler? Changed;

    /// <summary>How it stands now.</summary>
    public DeliveryStanding Current
    {
        get => current;
        set
        {
            current = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
