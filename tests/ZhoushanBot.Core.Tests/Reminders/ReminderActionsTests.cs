using System.Collections.Immutable;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Reminders;

public sealed class ReminderActionsTests
{
    private static readonly WorkItem Item = Sample.Shipped.Task(WorkListKind.WorkReport, 4, 3);
    private static readonly string Lead = Item.LeadOrganizations[0].Name;
    private static readonly ReminderTarget Target = new(Item.Id, new Party(Lead, null), new DateOnly(2024, 12, 31));
    private static readonly Actor Liaison = new($"liaison/{Lead}", "联络员");
    private static readonly DateTimeOffset Now = World.At("2024-11-20 09:00");

    [Fact]
    public void The_units_own_liaison_head_and_deputy_may_act_and_nobody_else()
    {
        var world = World.OfShipped();

        Assert.IsType<ReminderOutcome.Done>(ReminderActions.Acknowledge(world.Input, Liaison, Target, Now));
        Assert.IsType<ReminderOutcome.Done>(ReminderActions.Acknowledge(world.Input, new Actor($"head/{Lead}", ""), Target, Now));
        Refused(ReminderRefusal.NotYours, ReminderActions.Acknowledge(world.Input, new Actor("liaison/市司法局", ""), Target, Now));
        Refused(ReminderRefusal.NotAllowed, ReminderActions.Acknowledge(world.Input, World.Manager, Target, Now));
        Refused(ReminderRefusal.NotAllowed, ReminderActions.Acknowledge(world.Input, new Actor("admin-1", ""), Target, Now));
        Refused(ReminderRefusal.NotAllowed, ReminderActions.Acknowledge(world.Input, new Actor("stranger", "联络员"), Target, Now));
    }

    [Fact]
    public void Whoever_took_over_may_act_while_the_handover_lasts()
    {
        var world = World.OfShipped();
        var other = new Actor("liaison/市司法局", "");
        world.Happens(PeopleJournal.Write(new PeopleEvent.HandedOver(Liaison.AccountId, other.AccountId, new DateOnly(2024, 11, 20), "")));

        Assert.IsType<ReminderOutcome.Done>(ReminderActions.Acknowledge(world.Input, other, Target, Now));
        Refused(ReminderRefusal.NotYours, ReminderActions.Acknowledge(world.Input, other, Target, Now.AddDays(1)));
    }

    [Fact]
    public void A_stale_or_forged_card_is_refused()
    {
        var world = World.OfShipped();
        world.Happens(ReminderJournal.Write(Item.Id, new ReminderEvent.Acknowledged(Lead, null, Target.Due)), by: Liaison);

        Refused(ReminderRefusal.AlreadyAcknowledged, ReminderActions.Acknowledge(world.Input, Liaison, Target, Now));
        Refused(ReminderRefusal.DueDayChanged, ReminderActions.Acknowledge(world.Input, Liaison, Target with { Due = new DateOnly(2024, 6, 30) }, Now));
        Refused(ReminderRefusal.UnknownTask, ReminderActions.Acknowledge(world.Input, Liaison, Target with { WorkItemId = "x" }, Now));
        Refused(ReminderRefusal.Closed, ReminderActions.Acknowledge(world.Input, Liaison, Target, World.At("2025-01-02 09:00")));
        world.With(i => i with { Done = i.Done with { WorkItems = i.Done.WorkItems.Add(Item.Id) } });
        Refused(ReminderRefusal.Done, ReminderActions.Acknowledge(world.Input, Liaison, Target, Now));
    }

    [Fact]
    public void A_reminder_is_put_off_three_times_and_never_past_its_day()
    {
        var world = World.OfShipped();
        for (var time = 1; time <= 3; time++)
        {
            var done = Assert.IsType<ReminderOutcome.Done>(ReminderActions.Snooze(world.Input, Liaison, Target, SnoozeChoice.NextWeek, Now));
            world.Happens(done.Line, "2024-11-20 09:00", Liaison);
            Assert.Equal(new DateOnly(2024, 11, 25), world.Input.Reminders.SnoozeOf(Item.Id, Target.Party, Target.Due)!.Until);
        }

        Refused(ReminderRefusal.SnoozedOften, ReminderActions.Snooze(world.Input, Liaison, Target, SnoozeChoice.OneDay, Now));
        Assert.Empty(ReminderActions.SnoozeChoices(world.Input, Target, Now));
        Refused(ReminderRefusal.SnoozePastDue, ReminderActions.Snooze(World.OfShipped().Input, Liaison, Target, SnoozeChoice.ThreeDays, World.At("2024-12-27 09:00")));
        Assert.Equal([SnoozeChoice.OneDay, SnoozeChoice.NextWeek], ReminderActions.SnoozeChoices(World.OfShipped().Input, Target, World.At("2024-12-27 09:00")));
    }

    [Fact]
    public void An_extension_needs_a_later_day_of_the_year_and_a_reason_and_one_decision()
    {
        var world = World.OfShipped();
        world.Happens(DeadlineJournal.Write(Item.Id, new DeadlineEvent.Set(new DateOnly(2024, 11, 29), "")));
        var target = Target with { Due = new DateOnly(2024, 11, 29) };
        ReminderOutcome Ask(DateOnly until, string reason) => ReminderActions.RequestExtension(world.Input, Liaison, target, until, reason, Now);

        Refused(ReminderRefusal.NotLater, Ask(new DateOnly(2024, 11, 29), "雨"));
        Refused(ReminderRefusal.BehindTheYear, Ask(new DateOnly(2025, 1, 15), "雨"));
        Refused(ReminderRefusal.NoReason, Ask(new DateOnly(2024, 12, 15), " "));
        var asked = world.Happens(Assert.IsType<ReminderOutcome.Done>(Ask(new DateOnly(2024, 12, 15), "雨")).Line, "2024-11-20 09:00", Liaison);
        Refused(ReminderRefusal.ExtensionPending, Ask(new DateOnly(2024, 12, 15), "雨"));

        ReminderOutcome Decide(Actor by, bool granted, string reason) => ReminderActions.DecideExtension(world.Input, by, asked.Sequence, granted, null, reason, Now);
        Refused(ReminderRefusal.NotAllowed, Decide(Liaison, true, ""));
        Refused(ReminderRefusal.NoReason, Decide(World.Manager, false, ""));
        Refused(ReminderRefusal.UnknownRequest, ReminderActions.DecideExtension(world.Input, World.Manager, 99_999, true, null, "", Now));
        world.Happens(Assert.IsType<ReminderOutcome.Done>(Decide(World.Manager, false, "工期已宽裕")).Line);
        Refused(ReminderRefusal.AlreadyDecided, Decide(World.Manager, true, ""));

        Assert.Equal(new DateOnly(2024, 11, 29), DeadlinesInForce.Of(World.Notice.Notice, Item, null, DeadlineRules.Default, world.Input.Deadlines).On);
    }

    [Fact]
    public void An_areas_extension_moves_its_share_and_not_the_whole_task()
    {
        var item = World.Notice.WorkItems.First(i => i.Rows.Any(r => r.Areas.Any(a => a is { Area: "岱山县", Value: CellValue.Amount })));
        var world = World.OfShipped();
        world.Happens(DeadlineJournal.Write(item.Id, new DeadlineEvent.Set(new DateOnly(2024, 11, 29), "")));
        var party = World.Notice.Organizations.Where(o => o.Area == "岱山县").Select(o => new Party(o.Name, o.Area)).First();
        var by = new Actor($"liaison/{party.Organization}", "");

        var asked = world.Happens(
            Assert.IsType<ReminderOutcome.Done>(ReminderActions.RequestExtension(world.Input, by, new(item.Id, party, new(2024, 11, 29)), new(2024, 12, 20), "雨", Now)).Line, by: by);
        world.Happens(Assert.IsType<ReminderOutcome.Done>(ReminderActions.DecideExtension(world.Input, World.Manager, asked.Sequence, true, new(2024, 12, 10), "", Now)).Line);

        DateOnly DueOf(string? area) => DeadlinesInForce.Of(World.Notice.Notice, item, area, DeadlineRules.Default, world.Input.Deadlines).On;
        Assert.Equal(new DateOnly(2024, 12, 10), DueOf("岱山县"));
        Assert.Equal(new DateOnly(2024, 11, 29), DueOf("普陀区"));
        Assert.Equal(new DateOnly(2024, 11, 29), DueOf(null));
    }

    [Fact]
    public void A_supporting_unit_does_not_ask_for_more_time()
    {
        var supporting = Item.SupportingOrganizations.First(o => World.Notice.Organizations.Any(x => x.Name == o.Name && x.Area is null)).Name;

        Refused(
            ReminderRefusal.OnlyLeadExtends,
            ReminderActions.RequestExtension(
                World.OfShipped().With(i => i with { DeadlineRules = new DeadlineRules { ByList = ImmutableDictionary<WorkListKind, DayOfYear>.Empty.Add(Item.List, new(11, 29)) } }).Input,
                new Actor($"liaison/{supporting}", ""),
                new ReminderTarget(Item.Id, new Party(supporting, null), new DateOnly(2024, 11, 29)),
                new DateOnly(2024, 12, 20),
                "雨",
                Now));
    }

    [Fact]
    public void Only_managers_chase_and_once_a_day()
    {
        var world = World.OfShipped();

        Refused(ReminderRefusal.NotAllowed, ReminderActions.Chase(world.Input, Liaison, Target, Now));
        world.Happens(Assert.IsType<ReminderOutcome.Done>(ReminderActions.Chase(world.Input, World.Manager, Target, Now)).Line, "2024-11-20 09:00");
        Refused(ReminderRefusal.ChasedToday, ReminderActions.Chase(world.Input, World.Manager, Target, Now));
        Assert.IsType<ReminderOutcome.Done>(ReminderActions.Chase(world.Input, World.Manager, Target, Now.AddDays(1)));
    }

    [Fact]
    public void Every_refusal_has_words_in_both_languages()
    {
        var (chinese, english) = (ReminderText.Of(ReplyLanguage.Chinese, new NameBook([])), ReminderText.Of(ReplyLanguage.English, new NameBook([])));

        Assert.All(Enum.GetValues<ReminderRefusal>(), r => Assert.EndsWith("。", chinese.Describe(r), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ReminderRefusal>(), r => Assert.EndsWith(".", english.Describe(r), StringComparison.Ordinal));
    }

    [Fact]
    public void Who_has_not_acknowledged_is_whoever_leads_or_has_a_figure_and_has_not_said_so()
    {
        var world = World.OfShipped();
        var before = Duties.NotAcknowledged(world.Input, new DateOnly(2024, 11, 20)).ToList();
        world.Happens(ReminderJournal.Write(Item.Id, new ReminderEvent.Acknowledged(Lead, null, Target.Due)), by: Liaison);

        var after = Duties.NotAcknowledged(world.Input, new DateOnly(2024, 11, 20)).ToList();

        Assert.Equal(before.Count - 1, after.Count);
        Assert.DoesNotContain(after, d => d.Item.Id == Item.Id && d.Party == Target.Party);
        Assert.Empty(Duties.NotAcknowledged(world.Input, new DateOnly(2025, 1, 1)));
    }

    private static void Refused(ReminderRefusal reason, ReminderOutcome outcome) => Assert.Equal(reason, Assert.IsType<ReminderOutcome.Refused>(outcome).Reason);
}
