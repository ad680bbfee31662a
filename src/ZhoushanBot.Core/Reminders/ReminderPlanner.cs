using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Reminders;

/// <summary>
/// Says who is to be reminded of what at a moment. Pure: the same input and moment give the same plan. Made anew when something happens, which costs
/// a pass over the tasks; not safe for several threads.
/// </summary>
public sealed class ReminderPlanner
{
    private readonly PlanInput input;
    private readonly ImmutableArray<Duty> duties;
    private readonly Dictionary<(DateOnly Due, Ladder Ladder), ImmutableArray<(DateOnly On, Rung Rung)>> daysOfLadder = [];
    private readonly ImmutableArray<ImmutableArray<(DateOnly On, Rung Rung)>> rungs;
    private readonly HashSet<(string WorkItemId, Party Party)> pending;
    private readonly Dictionary<(int Duty, Occasion Occasion, string Recipient), string> keys = [];
    private Recipients? recipients;
    private DateOnly recipientsOf;

    /// <summary>Works out what falls to whom, and when.</summary>
    public ReminderPlanner(PlanInput input)
    {
        this.input = input;
        duties = [.. Duties.Of(input).Where(duty => !input.Done.Includes(duty.Item.Id, duty.ShareArea))];
        pending = [.. input.Deadlines.Extensions.Where(e => e.Decision is null).Select(e => (e.WorkItemId, e.Party))];
        rungs = [.. duties.Select(duty => DaysOf(duty.Due, LadderOf(duty)))];
    }

    /// <summary>Where the supervision office is written to on a day; empty while it has no chat.</summary>
    /// <param name="people">Who is who and where.</param>
    /// <param name="today">The day, Asia/Shanghai.</param>
    public static ImmutableArray<Recipient> SupervisionOffice(PeopleState people, DateOnly today) => new Recipients(people, today).SupervisionOffice;

    /// <summary>What is to go out now: nothing outside the sending hours, and nothing that the ledger has.</summary>
    /// <param name="now">The moment.</param>
    public ReminderPlan Plan(DateTimeOffset now) => Plan(input.Reminders.Ledger, now);

    /// <summary>The same with another ledger than the input's.</summary>
    /// <param name="ledger">What went out.</param>
    /// <param name="now">The moment.</param>
    public ReminderPlan Plan(SentLedger ledger, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        now = ShanghaiTime.Of(now);
        if (!input.Settings.SendingHours.Allow(now, input.Calendar))
        {
            return ReminderPlan.Nothing(now);
        }

        var today = ShanghaiTime.DateOf(now);
        var (byChat, undeliverable, quiet) = Collect(ledger, today);
        var digests = new List<Digest>();
        var held = new List<HeldReminders>();
        foreach (var (chat, (to, lines)) in byChat)
        {
            if (ledger.HasDigest(chat, today))
            {
                continue;
            }

            if (MustWait(ledger.CountInWeek(chat, today), lines))
            {
                held.Add(new HeldReminders(to, lines.Count));
                continue;
            }

            digests.Add(new Digest(
                KeyOf("digest", chat.ChannelId, chat.ConversationId, Day(today)),
                to,
                today,
                now,
                [.. lines.OrderBy(line => line.WorkingDaysLeft).ThenBy(line => line.Due).ThenBy(line => line.Duty)],
                input.Calendar.IsAssumed(today.Year) || lines.Any(line => input.Calendar.IsAssumed(line.Due.Year))));
        }

        return new ReminderPlan(now, [.. digests.OrderBy(d => d.To.Name, StringComparer.Ordinal).ThenBy(d => d.Key, StringComparer.Ordinal)], [.. held], undeliverable) { Quiet = quiet };
    }

    /// <summary>What will go out on the coming days if nothing happens meanwhile: what <see cref="Plan(DateTimeOffset)"/> then gives.</summary>
    /// <param name="now">From when.</param>
    /// <param name="days">How many days, today and days off included; 0 or more.</param>
    /// <param name="waiting">Digests of days before the first plan that have not gone out: their lines come with the next one.</param>
    /// <returns>One plan a working day, in order; a day on which nothing goes out has an empty one.</returns>
    public ImmutableArray<ReminderPlan> Preview(DateTimeOffset now, int days, IEnumerable<Digest>? waiting = null)
    {
        var ledger = input.Reminders.Ledger.Without(waiting ?? []);
        var plans = ImmutableArray.CreateBuilder<ReminderPlan>();
        var today = ShanghaiTime.DateOf(now);
        for (var day = today; day < today.AddDays(days); day = day.AddDays(1))
        {
            var first = ShanghaiTime.At(day, input.Settings.SendingHours.From);
            var at = first > now ? first : now;
            if (input.Settings.SendingHours.Allow(at, input.Calendar))
            {
                var plan = Plan(ledger, at);
                ledger = ledger.With(plan.Digests);
                plans.Add(plan);
            }
        }

        return plans.ToImmutable();
    }

    /// <summary>Parties with something open whom no reminder can reach, in the notices' order: theirs go to the supervision office.</summary>
    /// <param name="today">The day that it is, Asia/Shanghai.</param>
    public ImmutableArray<Party> Unbound(DateOnly today)
    {
        var on = RecipientsOn(today);
        return [.. duties.Where(d => !DeadlinesInForce.IsClosed(d.Content.Notice, today)).Select(d => d.Party).Distinct().Where(p => on.Liaisons(p).IsEmpty)];
    }

    private (Dictionary<ChatAddress, (Recipient To, List<PlannedReminder> Lines)> ByChat, int Undeliverable, int Quiet) Collect(SentLedger ledger, DateOnly today)
    {
        var on = RecipientsOn(today);
        var byChat = new Dictionary<ChatAddress, (Recipient To, List<PlannedReminder> Lines)>();
        var (undeliverable, quiet) = (0, 0);
        var daysLeft = new Dictionary<DateOnly, int>();
        for (var at = 0; at < duties.Length; at++)
        {
            var duty = duties[at];
            if (DeadlinesInForce.IsClosed(duty.Content.Notice, today))
            {
                continue;
            }

            quiet += IsQuiet(duty, rungs[at], today) ? 1 : 0;
            if (OccasionOf(duty, rungs[at], today) is not { } found)
            {
                continue;
            }

            var own = on.Liaisons(duty.Party);
            ImmutableArray<Recipient> all = [.. own.IsEmpty ? on.SupervisionOffice : own, .. on.Above(found.Level, duty.Party, duty.Item)];
            undeliverable += all.IsEmpty ? 1 : 0;
            foreach (var to in all.DistinctBy(r => r.Key, StringComparer.Ordinal))
            {
                var key = KeyOf(at, found.Occasion, to);
                if (!ledger.Has(key))
                {
                    var late = found.On < today;
                    byChat.TryAdd(to.Chat, (to, []));
                    byChat[to.Chat].Lines.Add(LineOf(duty, found, key, today, daysLeft) with
                    {
                        IsForUnbound = own.IsEmpty,
                        IsLate = late,
                        WasHeld = late && ledger.CountInWeek(to.Chat, found.On) >= Math.Max(1, input.Settings.WeeklyLimit - 1),
                    });
                }
            }
        }

        return (byChat, undeliverable, quiet);
    }

    private string KeyOf(int at, Occasion occasion, Recipient to)
    {
        if (!keys.TryGetValue((at, occasion, to.Key), out var key))
        {
            var duty = duties[at];
            keys[(at, occasion, to.Key)] = key = KeyOf(
                duty.Item.Id, duty.Party.Organization ?? string.Empty, duty.Party.Area ?? string.Empty, duty.Milestone?.Id ?? string.Empty, occasion.Code, Day(duty.Due), to.Key);
        }

        return key;
    }

    private PlannedReminder LineOf(Duty duty, Due found, string key, DateOnly today, Dictionary<DateOnly, int> daysLeft)
    {
        if (!daysLeft.TryGetValue(duty.Due, out var left))
        {
            daysLeft[duty.Due] = left = input.Calendar.Between(today, duty.Due);
        }

        return new PlannedReminder
        {
            Key = key,
            WorkItemId = duty.Item.Id,
            Party = duty.Party,
            Duty = duty.Kind,
            IsJoint = duty.IsJoint,
            MilestoneId = duty.Milestone?.Id,
            Due = duty.Due,
            Origin = duty.Origin,
            WorkingDaysLeft = left,
            Occasion = found.Occasion,
            Level = found.Level,
            IsExtensionPending = duty.Milestone is null && pending.Contains((duty.Item.Id, duty.Share)),
        };
    }

    /// <summary>The last rule whose day has come; an older one that was missed is not made up for. Null when none has.</summary>
    private Due? OccasionOf(Duty duty, ImmutableArray<(DateOnly On, Rung Rung)> days, DateOnly today)
    {
        var state = input.Reminders;
        var acknowledged = state.AcknowledgementOf(duty.Item.Id, duty.Party, duty.Due);
        var snooze = state.SnoozeOf(duty.Item.Id, duty.Party, duty.Due);
        Due? last = null;
        for (var at = days.Length - 1; at >= 0 && last is null; at--)
        {
            var (on, rung) = days[at];
            if (on <= today && !IsSilenced(on, rung, acknowledged) && (snooze is null || rung.WorkingDays > 0 || on >= snooze.Until))
            {
                last = new Due(on, Occasion.Of(rung), rung.Level);
            }
        }

        if (snooze is not null && snooze.Until <= today && (last is not { } rungDay || rungDay.On < snooze.Until))
        {
            last = new Due(snooze.Until, new Occasion(OccasionKind.Returned, snooze.Count), EscalationLevel.Liaison);
        }

        return duty.Milestone is null && state.ChaseOf(duty.Item.Id, duty.Party) is { } chase && chase.On <= today && (last is not { } before || before.On <= chase.On)
            ? new Due(chase.On, new Occasion(OccasionKind.Chase, chase.Sequence), EscalationLevel.Liaison)
            : last;
    }

    /// <summary>A rule's day is today, and it says nothing because the duty was acknowledged or put off.</summary>
    private bool IsQuiet(Duty duty, ImmutableArray<(DateOnly On, Rung Rung)> days, DateOnly today)
    {
        foreach (var (on, rung) in days)
        {
            if (on == today)
            {
                return IsSilenced(on, rung, input.Reminders.AcknowledgementOf(duty.Item.Id, duty.Party, duty.Due))
                    || (rung.WorkingDays <= 0 && input.Reminders.SnoozeOf(duty.Item.Id, duty.Party, duty.Due) is { } snooze && today < snooze.Until);
            }
        }

        return false;
    }

    /// <summary>Whoever has acknowledged a day is left in peace until shortly before it; what is overdue is not silenced by knowing of it.</summary>
    private bool IsSilenced(DateOnly on, Rung rung, Acknowledgement? acknowledged) =>
        acknowledged is not null && rung.WorkingDays <= 0
        && (on <= ShanghaiTime.DateOf(acknowledged.At) || (rung.WorkingDays < 0 && !input.Settings.AfterAcknowledgement.Contains(-rung.WorkingDays)));

    private bool MustWait(int used, List<PlannedReminder> lines)
    {
        var left = input.Settings.WeeklyLimit - used;
        return left <= 0 || (left == 1 && used > 0 && !lines.Any(IsUrgent));
    }

    private bool IsUrgent(PlannedReminder line) => line.WorkingDaysLeft <= input.Settings.UrgentWithin || line.Occasion.Kind == OccasionKind.Chase;

    private Ladder LadderOf(Duty duty) => duty switch
    {
        { Milestone: not null } => input.Settings.Milestones,
        { Kind: DutyKind.Supporting } => input.Settings.Supporting,
        _ when input.Settings.ByWorkItem.TryGetValue(duty.Item.Id, out var ladder) => ladder,
        _ when input.Settings.ByList.TryGetValue(duty.Item.List, out var ladder) => ladder,
        _ => input.Settings.Ladder,
    };

    private ImmutableArray<(DateOnly On, Rung Rung)> DaysOf(DateOnly due, Ladder ladder)
    {
        if (!daysOfLadder.TryGetValue((due, ladder), out var days))
        {
            // A due day on a day off is reminded of on the last working day before it, from which the days before are counted.
            var last = input.Calendar.IsWorkingDay(due) ? due : input.Calendar.Add(due, -1);
            daysOfLadder[(due, ladder)] = days =
                [.. ladder.Rungs.Order(Comparer<Rung>.Create((a, b) => a.WorkingDays.CompareTo(b.WorkingDays)))
                    .Select(rung => (input.Calendar.Add(rung.WorkingDays > 0 ? due : last, rung.WorkingDays), rung))];
        }

        return days;
    }

    private Recipients RecipientsOn(DateOnly today)
    {
        if (recipients is null || recipientsOf != today)
        {
            (recipients, recipientsOf) = (new Recipients(input.People, today), today);
        }

        return recipients;
    }

    // Each part with its length in front: no two reminders have the same bytes.
    private static string KeyOf(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly record struct Due(DateOnly On, Occasion Occasion, EscalationLevel Level);
}
