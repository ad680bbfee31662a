using System.Collections.Immutable;
using System.Reflection;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Tests.Language;

namespace ZhoushanBot.Core.Tests.Reminders;

/// <summary>What stands in the journal for good, and what people read.</summary>
public sealed class JournalShapeTests
{
    private static readonly DateOnly Day = new(2024, 11, 29);
    private static readonly DateTimeOffset At = World.At("2024-11-20 08:30");

    private static readonly Digest Sent = new(
        "d1",
        new Recipient("person:LIAISON-1", "市水利局联络员", "liaison-1", new ChatAddress("msteams", "a:1")),
        new DateOnly(2024, 11, 20),
        At,
        [
            new PlannedReminder
            {
                Key = "k1", WorkItemId = "n/workReport/4.3", Party = new Party("市水利局", null), Duty = DutyKind.Lead, MilestoneId = "n1", Due = Day, Origin = DeadlineOrigin.Notice,
                WorkingDaysLeft = 7, Occasion = new Occasion(OccasionKind.Before, 7), Level = EscalationLevel.Liaison, IsJoint = true, IsLate = true, WasHeld = true, IsForUnbound = true,
                IsExtensionPending = true,
            },
        ],
        true);

    private static readonly ImmutableArray<ReminderEvent> Reminders =
    [
        new ReminderEvent.Planned(Sent), new ReminderEvent.Acknowledged("市水利局", null, Day), new ReminderEvent.Snoozed("岱山县政府", "岱山县", Day, new DateOnly(2024, 11, 25)),
        new ReminderEvent.Chased(null, "新城"),
    ];

    private static readonly ImmutableArray<DeadlineEvent> Deadlines =
    [
        new DeadlineEvent.Set(Day, "市长要求"), new DeadlineEvent.Cleared(""), new DeadlineEvent.MilestoneSet(null, Day, "通水", ""), new DeadlineEvent.MilestoneCleared("n1", "并入"),
        new DeadlineEvent.MilestonesRestored("恢复"),
        new DeadlineEvent.ExtensionRequested("市水利局", null, Day, new DateOnly(2024, 12, 20), "雨"), new DeadlineEvent.ExtensionDecided(7, true, new DateOnly(2024, 12, 10), ""),
    ];

    private static readonly ImmutableArray<PeopleEvent> People =
    [
        new PeopleEvent.Imported([new Person("a", "张三", Role.Liaison, "市水利局", null, "b", false), new Person("b", "赵六", Role.Manager, null, null, null, false) { IsSupervisionOffice = true, OfficialName = "某某" }]),
        new PeopleEvent.Identified("a@x.cn", "a"), new PeopleEvent.Connected("a", new ChatAddress("msteams", "a:1")), new PeopleEvent.HandedOver("a", "b", Day, "休假"),
        new PeopleEvent.ChatBound(new ChatAddress("msteams", "19:x"), new ChatOwner("市水利局", null, null), "00ff"), new PeopleEvent.ChatUnbound(new ChatAddress("msteams", "19:x")),
        new PeopleEvent.CodeIssued("00ff", new ChatOwner(null, "岱山县", null), At), new PeopleEvent.Unreachable(new ChatAddress("msteams", "a:1"), "MessageWritesBlocked"),
        new PeopleEvent.Reachable(new ChatAddress("msteams", "a:1")),
    ];

    [Fact]
    public void The_lines_in_the_journal_are_as_reviewed()
    {
        var lines = Reminders.Select(e => ReminderJournal.Write("n/workReport/4.3", e))
            .Concat(Deadlines.Select(e => DeadlineJournal.Write("n/workReport/4.3", e)))
            .Concat(People.Select(PeopleJournal.Write));

        GoldenFile.Same("journal-lines.txt", string.Concat(lines.Select(l => $"{l.Kind} {l.Subject} {l.Json}\n")));
    }

    [Fact]
    public void Every_event_comes_back_as_it_was()
    {
        Assert.All(Reminders.Skip(1), e => Assert.Equal(e, ReminderJournal.Read(ReminderJournal.Write("x", e))));
        Assert.All(Deadlines, e => Assert.Equal(e, DeadlineJournal.Read(DeadlineJournal.Write("x", e))));
        Assert.All(People.Skip(1), e => Assert.Equal(e, Read(PeopleJournal.Write(e))));
        Assert.Equal(Sent.Lines, ReminderJournal.ReadPayload(ReminderJournal.PayloadOf(Sent)).Lines);
        Assert.Equal(((PeopleEvent.Imported)People[0]).People, Assert.IsType<PeopleEvent.Imported>(Read(PeopleJournal.Write(People[0]))).People);
    }

    [Fact]
    public void No_case_is_left_out_here()
    {
        Assert.Equal(CasesOf(typeof(ReminderEvent)), Reminders.Select(e => e.GetType().Name).Order());
        Assert.Equal(CasesOf(typeof(DeadlineEvent)), Deadlines.Select(e => e.GetType().Name).Order());
        Assert.Equal(CasesOf(typeof(PeopleEvent)), People.Select(e => e.GetType().Name).Order());
    }

    [Fact]
    public void Lines_of_others_change_nothing()
    {
        var line = JournalChain.Next(null, World.Manager, At, new JournalEvent("progress.reported", "x", "{}"));

        Assert.Same(ReminderState.Empty, ReminderState.Empty.With(line));
        Assert.Same(DeadlineState.Empty, DeadlineState.Empty.With(line));
        Assert.Same(PeopleState.Empty, PeopleState.Empty.With(line));
    }

    [Theory]
    [InlineData(ReplyLanguage.Chinese, "digests-zh.txt")]
    [InlineData(ReplyLanguage.English, "digests-en.txt")]
    public void Digests_read_as_reviewed(ReplyLanguage language, string file)
    {
        var text = ReminderText.Of(language, ShippedFiles.Book);
        var world = World.OfShipped(person => person.Organization != "市司法局");
        var item = Sample.Shipped.Task(Core.Notices.WorkListKind.WorkReport, 4, 3);
        world.Happens(DeadlineJournal.Write(item.Id, new DeadlineEvent.Set(new DateOnly(2024, 12, 20), "市长要求")), "2024-11-01 10:00");
        world.Happens(DeadlineJournal.Write(item.Id, new DeadlineEvent.MilestoneSet(null, new DateOnly(2024, 12, 26), "完成验收", "")), "2024-11-01 10:00");

        var plan = world.Plan("2024-12-25 09:00");
        string[] shown = ["liaison/市水利局", "liaison/市城管局", "liaison/新城", World.Manager.AccountId];
        var digests = plan.Digests.Where(d => shown.Contains(d.To.AccountId)).Select(d => text.RecipientName(d.To) + "\n" + text.Plain(d, world.Input)).ToList();
        var preview = text.Plain(plan with { Digests = [.. plan.Digests.Where(d => d.To.AccountId is "liaison/市水利局")], Held = [new HeldReminders(plan.Digests[0].To, 2)], Undeliverable = 1 }, world.Input);

        Assert.True(digests.Count >= 3);
        GoldenFile.Same(file, string.Join('\n', digests) + "\n" + preview);
    }

    private static PeopleEvent? Read(JournalEvent line) => PeopleEventJson.Read(line.Kind, line.Json);

    private static IEnumerable<string> CasesOf(Type set) => set.GetNestedTypes(BindingFlags.Public).Select(t => t.Name).Order();
}
