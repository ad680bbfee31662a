using System.Collections.Immutable;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Reminding;

/// <summary>How planning stands, for the health check.</summary>
internal sealed class ReminderStanding
{
    private volatile object? next;
    private volatile object? plannedOn;

    /// <summary>When the next plan is made without being called for; null before the first.</summary>
    public DateTimeOffset? Next
    {
        get => (DateTimeOffset?)next;
        set => next = value;
    }

    /// <summary>The last working day on which the hours were open when a plan was made, Asia/Shanghai; null before the first.</summary>
    public DateOnly? PlannedOn
    {
        get => (DateOnly?)plannedOn;
        set => plannedOn = value;
    }

    /// <summary>Chats whose digests of earlier days must go on waiting today, because the week's are used up.</summary>
    public volatile ImmutableHashSet<ChatAddress> Held = [];

    /// <summary>Whether the last plan could not be made or kept.</summary>
    public volatile bool HasFailed;

    /// <summary>Parties whom no reminder reaches, so that the supervision office gets theirs.</summary>
    public volatile int Unbound;

    /// <summary>Reminders that have no recipient at all; 0 outside the sending hours.</summary>
    public volatile int Undeliverable;
}
