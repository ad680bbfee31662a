using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Tests.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Reminders;

public sealed class ReminderPlannerTests
{
    private static readonly WorkItem Item = Sample.Shipped.Task(WorkListKind.WorkReport, 4, 3);
    private static readonly string Lead = Item.LeadOrganizations[0].Name;
    private static readonly string Liaison = $"liaison/{Lead}";
    private static readonly Party LeadParty = new(Lead, null);
    private static readonly Actor LiaisonActor = new(Liaison, "联络员");

    [Theory]
    [InlineData("2024-06-19", "before:7", 7)]
    [InlineData("2024-06-25", "before:3", 3)]
    [InlineData("2024-06-27", "before:1", 1)]
    [InlineData("2024-06-28", "due:0", 0)]
    public void The_ladder_counts_working_days_and_a_due_Sunday_is_reminded_of_on_the_Friday(string day, string occasion, int left)
    {
        // 2024-06-30 is a Sunday.
        var world = Due("2024-06-30");

        var line = Assert.Single(World.LinesOf(world.Plan($"{day} 09:00"), Liaison, Item.Id));

        Assert.Equal(occasion, line.Occasion.Code);
        Assert.Equal(left, line.WorkingDaysLeft);
    }

    [Fact]
    public void Nothing_goes_out_at_night_or_on_a_day_off()
    {
        var world = Due("2024-06-30");

        Assert.Empty(world.Plan("2024-06-25 08:29").Digests);
        Assert.Empty(world.Plan("2024-06-25 17:30").Digests);
        Assert.Empty(world.Plan("2024-06-29 10:00").Digests);
        Assert.NotEmpty(world.Plan("2024-06-25 08:30").Digests);
    }

    [Fact]
    public void Overdue_climbs_from_the_liaison_to_the_head_to_the_officials_office_to_the_supervision_office()
    {
        var world = Due("2024-06-28");
        var office = $"office/{Item.LeadOfficials[0].Name}";

        Assert.Equal([Liaison], WhoGets(world.Send("2024-06-28 09:00")));
        Assert.Equal([$"head/{Lead}", Liaison], WhoGets(world.Send("2024-07-01 09:00")));
        Assert.Equal([Liaison, office], WhoGets(world.Send("2024-07-03 09:00")));
        Assert.Equal([Liaison, World.Manager.AccountId], WhoGets(world.Send("2024-07-09 09:00")));
        Assert.Empty(WhoGets(world.Send("2024-07-10 09:00")));
    }

    [Fact]
    public void Each_goes_out_once_however_often_it_is_planned()
    {
        var world = Due("2024-06-28");

        Assert.Single(World.LinesOf(world.Send("2024-06-25 08:30"), Liaison, Item.Id));
        Assert.Empty(World.LinesOf(world.Send("2024-06-25 08:35"), Liaison, Item.Id));
        Assert.Empty(World.LinesOf(world.Send("2024-06-26 08:30"), Liaison, Item.Id));
    }

    [Fact]
    public void After_a_standstill_one_merged_message_comes_with_the_last_rule_only()
    {
        var world = Due("2024-06-28");
        world.Happens(DeadlineJournal.Write(Other().Id, new DeadlineEvent.Set(new DateOnly(2024, 7, 1), "")));

        var plan = world.Plan("2024-06-26 10:00");

        var digest = Assert.Single(plan.Digests, d => d.To.AccountId == Liaison);
        Assert.All(digest.Lines, l => Assert.True(l.IsLate || l.Occasion.Code == "before:3"));
        Assert.Equal(digest.Lines.Length, digest.Lines.Select(l => l.WorkItemId).Distinct().Count());
    }

    [Fact]
    public void Done_work_and_a_closed_year_are_left_in_peace()
    {
        var world = Due("2024-06-28").With(i => i with { Done = i.Done with { WorkItems = i.Done.WorkItems.Add(Item.Id) } });

        Assert.Empty(WhoGets(world.Plan("2024-06-25 09:00")));
        Assert.Empty(World.OfShipped().Plan("2025-01-02 09:00").Digests);
    }

    [Fact]
    public void A_share_that_is_done_is_not_reminded_of_and_the_others_are()
    {
        var item = World.Notice.WorkItems.First(i => i.Rows.Any(r => r.Areas.Count(a => a.Value is CellValue.Amount) > 3));
        var world = World.OfShipped();
        var all = LinesAbout(world.Plan("2024-12-26 09:00"), item.Id).Where(l => l.Duty == DutyKind.Area).ToList();

        world.With(i => i with { Done = i.Done with { Shares = [(item.Id, all[0].Party.Area!)] } });

        Assert.Equal(all.Skip(1).Select(l => l.Key), LinesAbout(world.Plan("2024-12-26 09:00"), item.Id).Where(l => l.Duty == DutyKind.Area).Select(l => l.Key));
    }

    [Fact]
    public void Whoever_has_acknowledged_is_left_in_peace_until_three_days_before()
    {
        var world = Due("2024-06-28");
        world.Send("2024-05-20 09:00");
        world.Happens(Did(ReminderActions.Acknowledge(world.Input, LiaisonActor, Target("2024-06-28"), World.At("2024-05-20 10:00"))), "2024-05-20 10:00", LiaisonActor);

        Assert.Empty(World.LinesOf(world.Send("2024-06-06 09:00"), Liaison, Item.Id));
        Assert.Empty(World.LinesOf(world.Send("2024-06-19 09:00"), Liaison, Item.Id));
        Assert.Equal("before:3", Assert.Single(World.LinesOf(world.Send("2024-06-25 09:00"), Liaison, Item.Id)).Occasion.Code);
        Assert.Empty(World.LinesOf(world.Send("2024-06-27 09:00"), Liaison, Item.Id));
        Assert.Equal("due:0", Assert.Single(World.LinesOf(world.Send("2024-06-28 09:00"), Liaison, Item.Id)).Occasion.Code);
        Assert.Equal(2, WhoGets(world.Send("2024-07-01 09:00")).Count);
    }

    [Fact]
    public void What_is_not_said_because_it_was_acknowledged_or_put_off_is_counted_on_its_day()
    {
        var world = Due("2024-06-28");
        var before = world.Plan("2024-06-19 09:00").Quiet;
        world.Happens(Did(ReminderActions.Acknowledge(world.Input, LiaisonActor, Target("2024-06-28"), World.At("2024-05-20 10:00"))), "2024-05-20 10:00", LiaisonActor);

        var preview = new ReminderPlanner(world.Input).Preview(World.At("2024-06-18 09:00"), 8);

        Assert.Equal(0, before);
        Assert.Equal(["2024-06-19"], preview.Where(p => p.Quiet > 0).Select(p => $"{p.At:yyyy-MM-dd}"));
        var text = ReminderText.Of(ReplyLanguage.Chinese, ShippedFiles.Book).Plain(preview.Single(p => p.Quiet > 0), world.Input);
        Assert.Contains("1 项已签收或已选择稍后提醒", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_has_what_waits_from_earlier_days_and_what_is_then_sent_equals_it()
    {
        var world = Due("2024-06-28");
        var waiting = world.Send("2024-06-18 08:30").Digests.Concat(world.Send("2024-06-19 08:30").Digests).ToList();

        var with = new ReminderPlanner(world.Input).Preview(World.At("2024-06-19 18:00"), 3, waiting);
        var without = new ReminderPlanner(world.Input).Preview(World.At("2024-06-19 18:00"), 3);
        var sent = new ReminderPlanner(world.Input).Plan(world.Input.Reminders.Ledger.Without(waiting), World.At("2024-06-20 08:30"));

        Assert.NotEmpty(waiting);
        Assert.NotEqual(without[0].Digests.Length, with[0].Digests.Length);
        Assert.Equal(sent.Digests.Select(d => d.Key), with[0].Digests.Select(d => d.Key));
        Assert.Equal(sent.Digests.SelectMany(d => d.Lines), with[0].Digests.SelectMany(d => d.Lines));
    }

    [Fact]
    public void An_acknowledgement_is_of_a_day_and_ends_with_it()
    {
        var world = Due("2024-06-28");
        world.Happens(Did(ReminderActions.Acknowledge(world.Input, LiaisonActor, Target("2024-06-28"), World.At("2024-05-20 10:00"))), "2024-05-20 10:00", LiaisonActor);
        world.Happens(DeadlineJournal.Write(Item.Id, new DeadlineEvent.Set(new DateOnly(2024, 7, 5), "")), "2024-05-21 10:00");

        Assert.NotEmpty(World.LinesOf(world.Plan("2024-06-14 09:00"), Liaison, Item.Id));
    }

    [Fact]
    public void What_was_put_off_comes_back_on_its_day_and_not_before()
    {
        var world = Due("2024-06-28");
        world.Send("2024-06-18 09:00");
        world.Happens(Did(ReminderActions.Snooze(world.Input, LiaisonActor, Target("2024-06-28"), SnoozeChoice.ThreeDays, World.At("2024-06-18 10:00"))), "2024-06-18 10:00", LiaisonActor);

        Assert.Empty(World.LinesOf(world.Send("2024-06-20 09:00"), Liaison, Item.Id));
        Assert.Equal("returned:1", Assert.Single(World.LinesOf(world.Send("2024-06-21 09:00"), Liaison, Item.Id)).Occasion.Code);
        Assert.Equal("before:3", Assert.Single(World.LinesOf(world.Send("2024-06-25 09:00"), Liaison, Item.Id)).Occasion.Code);
    }

    [Fact]
    public void A_granted_extension_moves_the_ladder()
    {
        var world = Due("2024-06-28");
        var asked = world.Happens(
            Did(ReminderActions.RequestExtension(world.Input, LiaisonActor, Target("2024-06-28"), new DateOnly(2024, 9, 30), "台风", World.At("2024-06-20 10:00"))), "2024-06-20 10:00", LiaisonActor);

        Assert.True(Assert.Single(World.LinesOf(world.Plan("2024-06-25 09:00"), Liaison, Item.Id)).IsExtensionPending);
        world.Happens(Did(ReminderActions.DecideExtension(world.Input, World.Manager, asked.Sequence, true, null, "", World.At("2024-06-21 10:00"))), "2024-06-21 10:00");

        Assert.Empty(World.LinesOf(world.Plan("2024-06-25 09:00"), Liaison, Item.Id));
        var line = Assert.Single(World.LinesOf(world.Plan("2024-09-25 09:00"), Liaison, Item.Id));
        Assert.Equal((new DateOnly(2024, 9, 30), DeadlineOrigin.Extension, 4), (line.Due, line.Origin, line.WorkingDaysLeft));
    }

    [Fact]
    public void Members_of_a_group_are_reminded_jointly_and_lead_nothing_alone()
    {
        var joint = World.Notice.WorkItems.First(i => i.IsJoint && World.Notice.Groups.Any(g => g.Name == i.LeadOrganizations[0].Name && !g.Members.IsEmpty));
        var members = World.Notice.Groups.First(g => g.Name == joint.LeadOrganizations[0].Name).Members;

        var lines = LinesAbout(World.OfShipped().Plan("2024-12-26 09:00"), joint.Id).ToList();

        Assert.All(members, m => Assert.Contains(lines, l => l.Party.Organization == m && l.IsJoint));
        Assert.All(lines, l => Assert.True(l.IsJoint));
    }

    [Fact]
    public void Supporting_units_are_told_twice_and_nobody_over_their_heads()
    {
        var supporting = Item.SupportingOrganizations.First(o => World.Notice.Organizations.Any(x => x.Name == o.Name)).Name;
        var world = Due("2024-06-28");

        var rules = new[] { "2024-05-20", "2024-06-06", "2024-06-19", "2024-06-25", "2024-06-28", "2024-07-01", "2024-07-09" }
            .SelectMany(day => World.LinesOf(world.Send($"{day} 09:00"), $"liaison/{supporting}", Item.Id)).Select(l => l.Occasion.Code);

        Assert.Equal(["before:14", "before:3"], rules);
    }

    [Fact]
    public void Milestones_are_reminded_of_on_a_shorter_ladder()
    {
        var world = World.OfShipped();
        world.Happens(DeadlineJournal.Write(Item.Id, new DeadlineEvent.MilestoneSet(null, new DateOnly(2024, 8, 30), "完成设计", "")));

        var lines = new[] { "2024-08-01", "2024-08-21", "2024-08-29", "2024-08-30", "2024-09-02", "2024-09-10" }
            .SelectMany(day => World.LinesOf(world.Send($"{day} 09:00"), Liaison, Item.Id)).ToList();

        Assert.Equal(["before:7", "before:1", "due:0"], lines.Select(l => l.Occasion.Code));
        Assert.All(lines, l => Assert.NotNull(l.MilestoneId));
    }

    [Fact]
    public void A_week_has_so_many_digests_and_the_last_is_kept_for_what_is_urgent()
    {
        var world = World.OfShipped().With(i => i with { Settings = i.Settings with { WeeklyLimit = 2 } });
        var others = World.Notice.WorkItems.Where(i => i.LeadOrganizations.Any(o => o.Name == Lead)).Take(3).Select(i => i.Id).ToArray();
        string[] dues = ["2024-07-22", "2024-07-23", "2024-06-20"];
        foreach (var (task, due) in others.Zip(dues))
        {
            world.Happens(DeadlineJournal.Write(task, new DeadlineEvent.Set(DateOnly.Parse(due, null), "")));
        }

        // 30 working days before the first is Monday 10 June's week; the third is due on Thursday 20 June.
        var first = world.Send("2024-06-11 09:00");
        var second = world.Plan("2024-06-12 09:00");

        Assert.Single(first.Digests, d => d.To.AccountId == Liaison);
        Assert.DoesNotContain(second.Digests, d => d.To.AccountId == Liaison);
        var waited = world.Send("2024-06-17 09:00");
        Assert.Contains(waited.Digests, d => d.To.AccountId == Liaison && d.Lines.Any(l => l.WorkItemId == others[2] && l.Occasion.Code == "before:3"));
    }

    [Fact]
    public void Units_without_a_chat_are_listed_and_the_supervision_office_gets_theirs()
    {
        var world = World.OfShipped(person => person.Organization != Lead);
        world.Happens(DeadlineJournal.Write(Item.Id, new DeadlineEvent.Set(new DateOnly(2024, 6, 28), "")));

        var line = Assert.Single(World.LinesOf(world.Plan("2024-06-25 09:00"), World.Manager.AccountId, Item.Id));

        Assert.True(line.IsForUnbound);
        Assert.Equal([LeadParty], new ReminderPlanner(world.Input).Unbound(new DateOnly(2024, 6, 25)));
    }

    [Fact]
    public void A_bound_chat_is_told_instead_of_the_liaisons_own()
    {
        var world = Due("2024-06-28");
        var chat = new ChatAddress("msteams", "19:team");
        world.Happens(PeopleJournal.Write(new PeopleEvent.ChatBound(chat, new ChatOwner(Lead, null, null), null)));

        var plan = world.Plan("2024-06-25 09:00");

        Assert.Empty(World.LinesOf(plan, Liaison, Item.Id));
        Assert.Contains(Assert.Single(plan.Digests, d => d.To.Chat == chat).Lines, l => l.WorkItemId == Item.Id);
    }

    [Fact]
    public void A_blocked_liaison_is_passed_over_for_the_deputy_until_there_is_a_word_again()
    {
        var world = Due("2024-06-28");
        world.Happens(PeopleJournal.Write(new PeopleEvent.Unreachable(World.ChatOf(Liaison), "BotNotInConversationRoster")));

        Assert.Equal(World.ChatOf($"head/{Lead}"), Assert.Single(world.Plan("2024-06-25 09:00").Digests, d => d.To.AccountId == Liaison).To.Chat);
        world.Happens(PeopleJournal.Write(new PeopleEvent.Reachable(World.ChatOf(Liaison))));
        Assert.Equal(World.ChatOf(Liaison), Assert.Single(world.Plan("2024-06-25 09:00").Digests, d => d.To.AccountId == Liaison).To.Chat);
    }

    [Fact]
    public void A_handover_reroutes_and_nothing_comes_twice()
    {
        var world = Due("2024-06-28");
        world.Send("2024-06-25 09:00");
        world.Happens(PeopleJournal.Write(new PeopleEvent.HandedOver(Liaison, $"head/{Lead}", new DateOnly(2024, 6, 27), "休假")));

        Assert.Empty(World.LinesOf(world.Plan("2024-06-26 09:00"), Liaison, Item.Id));
        Assert.Equal(World.ChatOf($"head/{Lead}"), Assert.Single(world.Plan("2024-06-27 09:00").Digests, d => d.To.AccountId == Liaison).To.Chat);
        Assert.Equal(World.ChatOf(Liaison), Assert.Single(world.Plan("2024-06-28 09:00").Digests, d => d.To.AccountId == Liaison).To.Chat);
    }

    [Fact]
    public void A_chase_comes_with_the_next_digest_once()
    {
        var world = World.OfShipped();
        world.Happens(Did(ReminderActions.Chase(world.Input, World.Manager, Target("2024-12-31"), World.At("2024-08-01 18:00"))), "2024-08-01 18:00");

        Assert.Equal(OccasionKind.Chase, Assert.Single(World.LinesOf(world.Send("2024-08-02 08:30"), Liaison, Item.Id)).Occasion.Kind);
        Assert.Empty(World.LinesOf(world.Send("2024-08-05 08:30"), Liaison, Item.Id));
    }

    [Fact]
    public void With_nobody_to_tell_the_plan_says_how_many_are_lost()
    {
        var world = World.OfShipped(_ => false);

        var plan = world.Plan("2024-12-26 09:00");

        Assert.Empty(plan.Digests);
        Assert.True(plan.Undeliverable > 169);
    }

    [Theory]
    [InlineData("2024-06-17 14:00", 14)]
    [InlineData("2024-12-20 07:00", 14)]
    [InlineData("2024-09-27 18:00", 20)]
    public void The_preview_is_what_is_then_planned(string from, int days)
    {
        var world = Due("2024-06-28");
        world.Happens(DeadlineJournal.Write(Other().Id, new DeadlineEvent.Set(new DateOnly(2024, 10, 14), "")));
        var preview = new ReminderPlanner(world.Input).Preview(World.At(from), days).SelectMany(p => p.Digests).Select(Shape).ToList();

        var sent = new List<string>();
        for (var now = World.At(from); now < World.At(from[..10] + " 00:00").AddDays(days); now = now.AddMinutes(30))
        {
            sent.AddRange(world.Send(now.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)).Digests.Select(Shape));
        }

        Assert.NotEmpty(preview);
        Assert.Equal(preview, sent);
    }

    [Fact]
    public void The_clock_going_back_sends_nothing_again()
    {
        var world = Due("2024-06-28");
        world.Send("2024-06-25 09:00");
        world.Send("2024-06-27 09:00");

        Assert.Empty(World.LinesOf(world.Plan("2024-06-25 09:30"), Liaison, Item.Id));
    }

    private static string Shape(Digest digest) =>
        $"{digest.On:yyyy-MM-dd} {digest.To.Key} {digest.Key} {string.Join(',', digest.Lines.Select(l => $"{l.Key}/{l.WorkingDaysLeft}/{l.IsLate}/{l.WasHeld}"))}";

    private static WorkItem Other() => World.Notice.WorkItems.First(i => i.Id != Item.Id && i.LeadOrganizations.Any(o => o.Name == Lead));

    private static World Due(string day)
    {
        var world = World.OfShipped();
        world.Happens(DeadlineJournal.Write(Item.Id, new DeadlineEvent.Set(DateOnly.Parse(day, null), "")));
        return world;
    }

    private static ReminderTarget Target(string due) => new(Item.Id, LeadParty, DateOnly.Parse(due, null));

    private static JournalEvent Did(ReminderOutcome outcome) => Assert.IsType<ReminderOutcome.Done>(outcome).Line;

    private static IEnumerable<PlannedReminder> LinesAbout(ReminderPlan plan, string workItemId) => plan.Digests.SelectMany(d => d.Lines).Where(l => l.WorkItemId == workItemId);

    private static List<string> WhoGets(ReminderPlan plan) =>
        [.. plan.Digests.Where(d => d.Lines.Any(l => l.WorkItemId == Item.Id && l.Party == LeadParty)).Select(d => d.To.AccountId!).Order(StringComparer.Ordinal)];
}
