using System.Collections.Immutable;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Reminders;

/// <summary>What a button of a reminder is about.</summary>
/// <param name="WorkItemId">The task.</param>
/// <param name="Party">Whose.</param>
/// <param name="Due">The due day that the card showed.</param>
public sealed record ReminderTarget(string WorkItemId, Party Party, DateOnly Due);

/// <summary>稍后提醒: how long something is put off.</summary>
public enum SnoozeChoice
{
    /// <summary>To the next working day.</summary>
    OneDay,

    /// <summary>By three working days.</summary>
    ThreeDays,

    /// <summary>To the first working day of the next week.</summary>
    NextWeek,
}

/// <summary>Why an action is refused.</summary>
public enum ReminderRefusal
{
    /// <summary>No such task, or it does not fall to that unit.</summary>
    UnknownTask,

    /// <summary>The person does not speak for the unit or area.</summary>
    NotYours,

    /// <summary>The person may not do such a thing at all.</summary>
    NotAllowed,

    /// <summary>The task, or the area's share, is done.</summary>
    Done,

    /// <summary>The notice's year is over.</summary>
    Closed,

    /// <summary>The due day is another since the card was sent.</summary>
    DueDayChanged,

    /// <summary>It has been acknowledged already.</summary>
    AlreadyAcknowledged,

    /// <summary>It was put off as often as allowed.</summary>
    SnoozedOften,

    /// <summary>It would come back behind the due day.</summary>
    SnoozePastDue,

    /// <summary>A supporting unit cannot ask for more time: the lead unit can.</summary>
    OnlyLeadExtends,

    /// <summary>A request is not decided yet.</summary>
    ExtensionPending,

    /// <summary>The day asked for or granted is not behind the due day.</summary>
    NotLater,

    /// <summary>The day lies behind the notice's year.</summary>
    BehindTheYear,

    /// <summary>A reason is needed.</summary>
    NoReason,

    /// <summary>No such request.</summary>
    UnknownRequest,

    /// <summary>The request was decided already.</summary>
    AlreadyDecided,

    /// <summary>Nobody decides on the own request.</summary>
    OwnRequest,

    /// <summary>The unit was asked after today already.</summary>
    ChasedToday,
}

/// <summary>What comes of an action. A closed set.</summary>
public abstract record ReminderOutcome
{
    private ReminderOutcome()
    {
    }

    /// <summary>It is to be written down.</summary>
    /// <param name="Line">What to append.</param>
    public sealed record Done(JournalEvent Line) : ReminderOutcome;

    /// <summary>Nothing happens.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(ReminderRefusal Reason) : ReminderOutcome;
}

/// <summary>Who may act on which reminder. Pure: the host appends what <see cref="ReminderOutcome.Done"/> holds, and does so before the next action is judged.</summary>
public static class ReminderActions
{
    /// <summary>已知悉.</summary>
    public static ReminderOutcome Acknowledge(PlanInput input, Actor actor, ReminderTarget target, DateTimeOffset now)
    {
        if (OwnDuty(input, actor, target, Right.AcknowledgeOwn, now, out var duty) is { } refusal)
        {
            return Refuse(refusal);
        }

        return input.Reminders.AcknowledgementOf(duty.Item.Id, duty.Party, duty.Due) is null
            ? Write(duty, new ReminderEvent.Acknowledged(duty.Party.Organization, duty.Party.Area, duty.Due))
            : Refuse(ReminderRefusal.AlreadyAcknowledged);
    }

    /// <summary>稍后提醒.</summary>
    public static ReminderOutcome Snooze(PlanInput input, Actor actor, ReminderTarget target, SnoozeChoice choice, DateTimeOffset now)
    {
        if (OwnDuty(input, actor, target, Right.SnoozeOwn, now, out var duty) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (IsUsedUp(input, duty))
        {
            return Refuse(ReminderRefusal.SnoozedOften);
        }

        var until = DayOf(choice, ShanghaiTime.DateOf(now), input.Calendar);
        return until <= duty.Due
            ? Write(duty, new ReminderEvent.Snoozed(duty.Party.Organization, duty.Party.Area, duty.Due, until))
            : Refuse(ReminderRefusal.SnoozePastDue);
    }

    /// <summary>How a reminder can still be put off, for a card to offer; empty when it cannot.</summary>
    public static ImmutableArray<SnoozeChoice> SnoozeChoices(PlanInput input, ReminderTarget target, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        var today = ShanghaiTime.DateOf(now);
        return DutyOf(input, target) is { } duty && !IsUsedUp(input, duty)
            ? [.. Enum.GetValues<SnoozeChoice>().Where(choice => DayOf(choice, today, input.Calendar) <= duty.Due)]
            : [];
    }

    /// <summary>申请延期.</summary>
    /// <param name="input">As everything stands.</param>
    /// <param name="actor">Who.</param>
    /// <param name="target">What.</param>
    /// <param name="until">The day asked for.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    public static ReminderOutcome RequestExtension(PlanInput input, Actor actor, ReminderTarget target, DateOnly until, string reason, DateTimeOffset now)
    {
        if (OwnDuty(input, actor, target, Right.RequestExtension, now, out var duty) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (duty.Kind == DutyKind.Supporting)
        {
            return Refuse(ReminderRefusal.OnlyLeadExtends);
        }

        if (duty.Milestone is not null)
        {
            return Refuse(ReminderRefusal.DueDayChanged);
        }

        if (input.Deadlines.PendingOf(duty.Item.Id, duty.Share) is not null)
        {
            return Refuse(ReminderRefusal.ExtensionPending);
        }

        return DayRefusal(duty, until, now) is { } wrong ? Refuse(wrong)
            : string.IsNullOrWhiteSpace(reason) ? Refuse(ReminderRefusal.NoReason)
            : new ReminderOutcome.Done(DeadlineJournal.Write(
                duty.Item.Id, new DeadlineEvent.ExtensionRequested(duty.Share.Organization, duty.Share.Area, duty.Due, until, reason.Trim())));
    }

    /// <summary>Grants or refuses a request for more time.</summary>
    /// <param name="input">As everything stands.</param>
    /// <param name="actor">Who.</param>
    /// <param name="request">Number of the request's line.</param>
    /// <param name="granted">Whether it is granted.</param>
    /// <param name="until">Another day than the one asked for; null for that.</param>
    /// <param name="reason">Why; needed when refused.</param>
    /// <param name="now">When.</param>
    public static ReminderOutcome DecideExtension(PlanInput input, Actor actor, long request, bool granted, DateOnly? until, string reason, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Permissions.Allow(input.People.Directory.RoleOf(actor), Right.DecideExtension))
        {
            return Refuse(ReminderRefusal.NotAllowed);
        }

        if (input.Deadlines.ExtensionOf(request) is not { } asked || input.Find(asked.WorkItemId) is not { } task)
        {
            return Refuse(ReminderRefusal.UnknownRequest);
        }

        if (asked.Decision is not null)
        {
            return Refuse(ReminderRefusal.AlreadyDecided);
        }

        if (asked.By.AccountId.Equals(actor.AccountId, StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(ReminderRefusal.OwnRequest);
        }

        if (DeadlinesInForce.IsClosed(task.Content.Notice, ShanghaiTime.DateOf(now)))
        {
            return Refuse(ReminderRefusal.Closed);
        }

        if (!granted)
        {
            return string.IsNullOrWhiteSpace(reason) ? Refuse(ReminderRefusal.NoReason) : Decide(asked, new DeadlineEvent.ExtensionDecided(request, false, null, reason.Trim()));
        }

        var duty = Duties.Of(input, task.Content, task.Item).FirstOrDefault(d => d.Milestone is null && d.Share == asked.Party);
        var day = until ?? asked.Until;
        return duty is null ? Refuse(ReminderRefusal.UnknownTask)
            : DayRefusal(duty, day, now) is { } wrong ? Refuse(wrong)
            : Decide(asked, new DeadlineEvent.ExtensionDecided(request, true, day, (reason ?? string.Empty).Trim()));
    }

    /// <summary>催办: the unit is told in its next digest that it was asked after; once a day at most.</summary>
    public static ReminderOutcome Chase(PlanInput input, Actor actor, ReminderTarget target, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Permissions.Allow(input.People.Directory.RoleOf(actor), Right.Chase))
        {
            return Refuse(ReminderRefusal.NotAllowed);
        }

        if (Open(input, target, now, out var duty) is { } refusal)
        {
            return Refuse(refusal);
        }

        return input.Reminders.ChaseOf(duty.Item.Id, duty.Party)?.On == ShanghaiTime.DateOf(now)
            ? Refuse(ReminderRefusal.ChasedToday)
            : Write(duty, new ReminderEvent.Chased(duty.Party.Organization, duty.Party.Area));
    }

    private static ReminderOutcome.Refused Refuse(ReminderRefusal reason) => new(reason);

    private static ReminderOutcome.Done Write(Duty duty, ReminderEvent happened) => new(ReminderJournal.Write(duty.Item.Id, happened));

    private static ReminderOutcome.Done Decide(Extension asked, DeadlineEvent.ExtensionDecided decided) => new(DeadlineJournal.Write(asked.WorkItemId, decided));

    private static ReminderRefusal? OwnDuty(PlanInput input, Actor actor, ReminderTarget target, Right right, DateTimeOffset now, out Duty duty)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(target);
        duty = null!;

        // Whoever is not of the unit learns nothing about its task, not even whether the card is still true.
        if (!input.People.SpeaksFor(actor.AccountId, target.Party, ShanghaiTime.DateOf(now)))
        {
            return Permissions.Allow(input.People.Directory.RoleOf(actor), right) ? ReminderRefusal.NotYours : ReminderRefusal.NotAllowed;
        }

        return Permissions.Allow(Role.Liaison, right) ? Open(input, target, now, out duty) : ReminderRefusal.NotAllowed;
    }

    private static ReminderRefusal? Open(PlanInput input, ReminderTarget target, DateTimeOffset now, out Duty duty)
    {
        duty = null!;
        var own = DutiesOf(input, target);
        if (own.IsEmpty)
        {
            return ReminderRefusal.UnknownTask;
        }

        if (DeadlinesInForce.IsClosed(own[0].Content.Notice, ShanghaiTime.DateOf(now)))
        {
            return ReminderRefusal.Closed;
        }

        if (input.Done.Includes(own[0].Item.Id, own[0].ShareArea))
        {
            return ReminderRefusal.Done;
        }

        if (own.FirstOrDefault(d => d.Due == target.Due) is not { } found)
        {
            return ReminderRefusal.DueDayChanged;
        }

        duty = found;
        return null;
    }

    private static Duty? DutyOf(PlanInput input, ReminderTarget target) => DutiesOf(input, target).FirstOrDefault(d => d.Due == target.Due);

    private static ImmutableArray<Duty> DutiesOf(PlanInput input, ReminderTarget target) =>
        input.Find(target.WorkItemId) is { } task ? [.. Duties.Of(input, task.Content, task.Item).Where(d => d.Party == target.Party)] : [];

    private static bool IsUsedUp(PlanInput input, Duty duty) =>
        input.Reminders.SnoozeOf(duty.Item.Id, duty.Party, duty.Due) is { } snooze && snooze.Count >= input.Settings.MaxSnoozes;

    private static DateOnly DayOf(SnoozeChoice choice, DateOnly today, WorkCalendar calendar) => choice switch
    {
        SnoozeChoice.OneDay => calendar.Add(today, 1),
        SnoozeChoice.ThreeDays => calendar.Add(today, 3),
        SnoozeChoice.NextWeek => calendar.OnOrAfter(today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ReminderRefusal? DayRefusal(Duty duty, DateOnly until, DateTimeOffset now)
    {
        var year = duty.Content.Notice.Year;
        return until <= duty.Due || until < ShanghaiTime.DateOf(now) ? ReminderRefusal.NotLater
            : year > 0 && until.Year > year ? ReminderRefusal.BehindTheYear
            : null;
    }
}
