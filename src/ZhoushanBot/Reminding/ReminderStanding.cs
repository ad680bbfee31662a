namespace ZhoushanBot.Reminding;

/// <summary>How planning stands, for the health check.</summary>
internal sealed class ReminderStanding
{
    private volatile object? next;

    /// <summary>When the next plan is made without being called for; null before the first.</summary>
    public DateTimeOffset? Next
    {
        get => (DateTimeOffset?)next;
        set => next = value;
    }

    /// <summary>Whether the last plan could not be made or kept.</summary>
    public volatile bool HasFailed;

    /// <summary>Parties whom no reminder reaches, so that the supervision office gets theirs.</summary>
    public volatile int Unbound;

    /// <summary>Reminders that have no recipient at all; 0 outside the sending hours.</summary>
    public volatile int Undeliverable;
}
