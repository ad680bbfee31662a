using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.Tests.Reminders;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Tests.Cards;

/// <summary>The cards of reminders, from a world in which something happened.</summary>
internal static class ReminderCardSamples
{
    private const string Now = "2024-11-20 09:00";
    private static readonly DateOnly Today = new(2024, 11, 20);

    public static IEnumerable<CardSample> All => new[] { ReplyLanguage.Chinese, ReplyLanguage.English }.SelectMany(In);

    private static IEnumerable<CardSample> In(ReplyLanguage language)
    {
        var world = World.OfShipped();
        var digests = world.Send("2024-11-20 08:30").Digests;
        var long1 = digests.MaxBy(d => d.Lines.Length)!;
        var five = digests.First(d => d.Lines.Length == ReminderCards.MostWithButtons);
        var one = digests.First(d => d.Lines is [{ Duty: DutyKind.Lead, MilestoneId: null }] or [{ Duty: DutyKind.Area }]);
        var done = five.Lines[0];
        var by = new Actor(five.To.AccountId!, five.To.Name);
        world.Happens(ReminderJournal.Write(done.WorkItemId, new ReminderEvent.Acknowledged(done.Party.Organization, done.Party.Area, done.Due)), Now, by);
        var later = five.Lines[1];
        world.Happens(ReminderJournal.Write(later.WorkItemId, new ReminderEvent.Snoozed(later.Party.Organization, later.Party.Area, later.Due, new DateOnly(2024, 11, 25))), Now, by);
        var asked = Ask(world, one.Lines[0], by);
        var granted = Ask(world, long1.Lines[0], by);
        world.Happens(DeadlineJournal.Write(granted.WorkItemId, new DeadlineEvent.ExtensionDecided(granted.Request, true, new DateOnly(2024, 12, 30), "同意")), Now, World.Manager);
        var input = world.Input;
        var cards = new ReminderCards(input, Stores.Shipped.Names, language, World.At(Now));
        var assumed = new ReminderCards(input with { Calendar = WorkCalendar.WeekdaysOnly }, Stores.Shipped.Names, language, World.At(Now));
        yield return Sample("Digest one", cards.Digest(one), language);
        yield return Sample("Digest five with what was done", cards.Digest(five), language);
        yield return Sample("Digest long", cards.Digest(long1), language);
        yield return Sample("Digest long, last part", new ReminderCards(input, Stores.Shipped.Names, language, World.At(Now), ["29:1", "29:2"]).Digest(long1, page: 99), language);
        yield return Sample("Digest that may repeat by an assumed calendar", assumed.Digest(one with { IsCalendarAssumed = true }, mayRepeat: true), language);
        yield return Sample("Task", cards.Task(five, new ReminderTarget(five.Lines[2].WorkItemId, five.Lines[2].Party, five.Lines[2].Due))!, language);
        yield return Sample("Request", cards.Request(asked), language);
        yield return Sample("Request decided", cards.Request(input.Deadlines.ExtensionOf(granted.Request)!), language);
        yield return Sample("Result", cards.Result(input.Deadlines.ExtensionOf(granted.Request)!), language);
        yield return Sample("MyTasks", cards.MyTasks([.. Duties.OpenOn(input, Today).Where(d => d.Party == five.Lines[0].Party)]), language);
        yield return Sample("HandedOver", cards.HandedOver(five.To.Name, new DateOnly(2024, 11, 29), [.. Duties.OpenOn(input, Today).Where(d => d.Party == five.Lines[0].Party)]), language);
        yield return Sample("DueThisWeek none", cards.DueThisWeek("市水利局", []), language);
        yield return Sample("NotAcknowledged", cards.NotAcknowledged([.. Duties.NotAcknowledged(input, Today)]), language);
        yield return Sample("Preview", cards.Preview(new ReminderPlanner(input).Preview(World.At(Now), 7)), language);
    }

    private static Extension Ask(World world, PlannedReminder line, Actor by)
    {
        var share = line.Duty == DutyKind.Lead ? null : line.Party.Area;
        var request = world.Happens(
            DeadlineJournal.Write(line.WorkItemId, new DeadlineEvent.ExtensionRequested(line.Party.Organization, share, line.Due, line.Due.AddDays(10), "台风停工，*设备*未到货")), Now, by);
        return world.Input.Deadlines.ExtensionOf(request.Sequence)!;
    }

    private static CardSample Sample(string name, AdaptiveCard card, ReplyLanguage language) =>
        new($"ReminderCards.{name}{(language == ReplyLanguage.English ? " in English" : string.Empty)}", host => [card.ToUtf8(host)]);
}
