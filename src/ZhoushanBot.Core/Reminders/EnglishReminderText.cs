using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Reminders;

/// <summary>The words of reminders in English.</summary>
internal sealed class EnglishReminderText(NameBook names) : ReminderText(ReplyLanguage.English, names)
{
    public override string MayRepeat => "(The connection broke while this was sent; you may have had it before.)";

    private protected override string StepOfNotice => "milestone of the notice";

    public override string Heading(Digest digest)
    {
        var overdue = digest.Lines.Count(line => line.WorkingDaysLeft < 0);
        return $"Tasks due, {digest.On.ToString("d MMMM", CultureInfo.InvariantCulture)}: {Count(digest.Lines.Length, "matter")}" + (overdue > 0 ? $", {overdue} overdue" : string.Empty);
    }

    public override string CalendarAssumed(int year) => WorkYearText.In(ReplyLanguage.English).Assumed(year);

    public override string Rule(Occasion occasion) => occasion.Kind switch
    {
        OccasionKind.Before => $"{Count(occasion.Number, "working day")} before",
        OccasionKind.DueDay => "due day",
        OccasionKind.Overdue => $"{Count(occasion.Number, "working day")} overdue",
        OccasionKind.Returned => $"put off, time {occasion.Number}",
        OccasionKind.Chase => "asked after",
        _ => throw new UnreachableException(),
    };

    public override string LevelName(EscalationLevel level) => level switch
    {
        EscalationLevel.Liaison => "the liaison",
        EscalationLevel.Head => "the unit's head",
        EscalationLevel.OfficialOffice => "the lead official's office",
        EscalationLevel.SupervisionOffice => "the supervision office",
        _ => throw new UnreachableException(),
    };

    public override string NameOf(SnoozeChoice choice) => choice switch
    {
        SnoozeChoice.OneDay => "in 1 working day",
        SnoozeChoice.ThreeDays => "in 3 working days",
        SnoozeChoice.NextWeek => "next week",
        _ => throw new UnreachableException(),
    };

    public override string Describe(ReminderRefusal refusal) => refusal switch
    {
        ReminderRefusal.UnknownTask => "There is no such task, or it does not fall to this unit.",
        ReminderRefusal.NotYours => "Only the unit's (or area's) own liaison, its head or whoever stands in may do this.",
        ReminderRefusal.NotAllowed => "You may not do this. Please ask the administrator if you need to.",
        ReminderRefusal.Done => "This task is done; there is nothing left to do.",
        ReminderRefusal.Closed => "The notice's year is over and its tasks are closed.",
        ReminderRefusal.DueDayChanged => "The deadline has changed, so this card is out of date. Please go by the latest reminder.",
        ReminderRefusal.AlreadyAcknowledged => "This has been acknowledged already.",
        ReminderRefusal.SnoozedOften => "This cannot be put off any more. Please report progress or ask for an extension.",
        ReminderRefusal.SnoozePastDue => "A reminder cannot be put off past the deadline. Please choose a shorter time or ask for an extension.",
        ReminderRefusal.OnlyLeadExtends => "A supporting unit cannot ask for an extension; please turn to the lead unit.",
        ReminderRefusal.ExtensionPending => "A request for an extension is waiting for its decision already.",
        ReminderRefusal.NotLater => "The new day must be after the present deadline, and not before today.",
        ReminderRefusal.BehindTheYear => "An extension cannot go beyond the notice's year: the notice is then closed.",
        ReminderRefusal.NoReason => "Please give a reason.",
        ReminderRefusal.UnknownRequest => "There is no such request for an extension.",
        ReminderRefusal.AlreadyDecided => "This request has been decided already.",
        ReminderRefusal.OwnRequest => "Nobody can decide on their own request.",
        ReminderRefusal.ChasedToday => "This unit has been asked after this task today already.",
        _ => throw new UnreachableException(),
    };

    public override string RecipientName(Recipient to) => to.Name.Length > 0 ? to.Name : "the supervision office";

    private protected override string PlanHeading(ReminderPlan plan) =>
        $"{ShanghaiTime.Of(plan.At).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: {Count(plan.Digests.Length, "digest")} with {Count(plan.Digests.Sum(d => d.Lines.Length), "matter")}";

    private protected override string Held(string name, int lines) => $"{name}: this week's limit is reached, {Count(lines, "matter")} put off";

    public override string Quiet(int lines) => $"{lines} not sent that day because acknowledged or put off";

    private protected override string Undeliverable(int lines) =>
        $"{Count(lines, "matter")} without anybody to tell: neither the unit nor the supervision office has a chat. Please bind the supervision office's first.";

    private protected override string Step(string step, string task) => $"Milestone: {step} ({task})";

    private protected override string When(PlannedReminder line, string day) => line.WorkingDaysLeft switch
    {
        < 0 => $"due {day}, {Count(-line.WorkingDaysLeft, "working day")} overdue",
        0 => $"due {day}, today is the last working day",
        _ => $"due {day}, {Count(line.WorkingDaysLeft, "working day")} left",
    };

    private protected override string Lead(string party) => $"{party} leads";

    private protected override string OfArea(string party) => $"{party}, own figure";

    private protected override string Support(string party) => $"{party} supports";

    private protected override string Joint(string party) => $"{party}, jointly with others";

    private protected override string JointSupport(string party) => $"{party} supports, jointly with others";

    private protected override string StepGiven(string by, string day) => $"milestone set by {by} on {day}";

    private protected override string Target(string what) => $"Target: {what}";

    private protected override IEnumerable<string> NotesOf(PlannedReminder line)
    {
        yield return $"[{Rule(line.Occasion)}]";
        if (line.Level != EscalationLevel.Liaison)
        {
            yield return $"This also goes to {LevelName(line.Level)}.";
        }

        if (line.IsForUnbound)
        {
            yield return "The unit has no chat yet; the supervision office gets this in its place.";
        }

        if (line.IsExtensionPending)
        {
            yield return "A request for an extension is waiting for its decision.";
        }

        if (line.WasHeld)
        {
            yield return "It waited because the week's limit was reached.";
        }
    }

    private static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");
}
