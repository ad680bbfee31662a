using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Reminders;

/// <summary>What somebody has to do with a task.</summary>
public enum DutyKind
{
    /// <summary>牵头: leads it, alone or jointly.</summary>
    Lead,

    /// <summary>分解目标: has a figure of its own in the annex.</summary>
    Area,

    /// <summary>配合: supports, named itself or as a member of a group.</summary>
    Supporting,
}

/// <summary>Somebody who can be written to.</summary>
/// <param name="Key">Stable: of a bound chat its address, of a person the account, also while a deputy stands in.</param>
/// <param name="Name">Unit, area, office or person, to show.</param>
/// <param name="AccountId">The person; null for a chat that is bound to a unit.</param>
/// <param name="Chat">Where; the deputy's while one stands in.</param>
public sealed record Recipient(string Key, string Name, string? AccountId, ChatAddress Chat);

/// <summary>提醒: one line of a digest: one task, or one area's share or one milestone of it, for one recipient.</summary>
public sealed record PlannedReminder
{
    /// <summary>Stable: the same task, party, milestone, rule, due day and recipient give the same; 32 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>The task.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Party Party { get; init; }

    /// <summary>What the party has to do with it.</summary>
    public required DutyKind Duty { get; init; }

    /// <summary>共同承担: it falls to the party with others, as a member of a group or as joint work.</summary>
    public bool IsJoint { get; init; }

    /// <summary>The milestone; null for the task itself.</summary>
    public string? MilestoneId { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Where that day comes from; for a milestone <see cref="DeadlineOrigin.Notice"/> or <see cref="DeadlineOrigin.Manager"/>.</summary>
    public required DeadlineOrigin Origin { get; init; }

    /// <summary>Working days left, today not counted: 0 on the last, negative when overdue.</summary>
    public required int WorkingDaysLeft { get; init; }

    /// <summary>By which rule it comes now.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>How far up it goes.</summary>
    public required EscalationLevel Level { get; init; }

    /// <summary>Its day has passed: the service stood still, the recipient is new, or the day's or week's digest was sent already.</summary>
    public bool IsLate { get; init; }

    /// <summary>It waited because the week's digests were used up.</summary>
    public bool WasHeld { get; init; }

    /// <summary>The party has no chat, so that the supervision office gets its reminder.</summary>
    public bool IsForUnbound { get; init; }

    /// <summary>A request for more time is not decided yet.</summary>
    public bool IsExtensionPending { get; init; }
}

/// <summary>摘要: all that one chat is reminded of on one day.</summary>
/// <param name="Key">Of the chat and the day: no chat gets two on one day. 32 hexadecimal digits.</param>
/// <param name="To">Who gets it.</param>
/// <param name="On">The day, Asia/Shanghai.</param>
/// <param name="SendAt">When it was planned, within the sending hours.</param>
/// <param name="Lines">The most urgent first; never empty.</param>
/// <param name="IsCalendarAssumed">A year that it counts in has no calendar: Monday to Friday were taken as working days.</param>
public sealed record Digest(
    string Key,
    Recipient To,
    DateOnly On,
    DateTimeOffset SendAt,
    ImmutableArray<PlannedReminder> Lines,
    bool IsCalendarAssumed)
{
    /// <summary>It takes the place of one that may have arrived all the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayRepeat { get; init; }
}

/// <summary>Lines that wait for a later day because the week's digests are used up.</summary>
/// <param name="To">Whose.</param>
/// <param name="Lines">How many.</param>
public sealed record HeldReminders(Recipient To, int Lines);

/// <summary>What is to be sent at one moment.</summary>
/// <param name="At">The moment, Asia/Shanghai.</param>
/// <param name="Digests">One a chat, in the order of names; empty outside the sending hours.</param>
/// <param name="Held">Who has to wait; may be empty.</param>
/// <param name="Undeliverable">Lines that have no recipient at all, not even the supervision office; 0 once that has a chat.</param>
public sealed record ReminderPlan(DateTimeOffset At, ImmutableArray<Digest> Digests, ImmutableArray<HeldReminders> Held, int Undeliverable)
{
    /// <summary>What would be reminded of that day, had it not been acknowledged or put off: counted by task, share or milestone and party.</summary>
    public int Quiet { get; init; }

    /// <summary>Nothing, at a moment.</summary>
    public static ReminderPlan Nothing(DateTimeOffset at) => new(at, [], [], 0);
}
