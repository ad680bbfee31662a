using System.Collections.Immutable;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Reminders;

/// <summary>A notice with its people, and all that happened so far: as the host keeps it.</summary>
internal sealed class World
{
    public static readonly Actor Manager = new("supervision-1", "督查甲");
    private JournalEntry? last;

    private World(ImmutableArray<NoticeContent> notices) => Input = new PlanInput { Notices = notices, People = PeopleState.Empty, Calendar = WorkCalendar.Shipped };

    public PlanInput Input { get; set; }

    public static NoticeContent Notice => Sample.Shipped.Content;

    /// <summary>Every unit and area has a liaison and a head, every official an office; each has a chat of their own.</summary>
    public static World OfShipped(Func<Person, bool>? isListed = null)
    {
        var world = new World([Notice]);
        Person[] people = [.. PeopleOf(Notice).Where(isListed ?? (_ => true))];
        world.Happens(PeopleJournal.Write(new PeopleEvent.Imported([.. people])));
        foreach (var person in people)
        {
            world.Happens(PeopleJournal.Write(new PeopleEvent.Connected(person.AccountId, ChatOf(person.AccountId))));
        }

        return world;
    }

    public static IEnumerable<Person> PeopleOf(NoticeContent content)
    {
        foreach (var organization in content.Organizations)
        {
            yield return new Person($"liaison/{organization.Name}", $"{organization.Name}联络员", Role.Liaison, organization.Name, organization.Area, $"head/{organization.Name}", false);
            yield return new Person($"head/{organization.Name}", $"{organization.Name}负责人", Role.Liaison, organization.Name, organization.Area, null, true);
        }

        foreach (var area in content.Areas.Where(a => a.Kind != AreaKind.CityLevel && content.Organizations.All(o => o.Area != a.Name)).DistinctBy(a => a.Name))
        {
            yield return new Person($"liaison/{area.Name}", $"{area.Name}联络员", Role.Liaison, null, area.Name, null, false);
        }

        foreach (var official in content.Officials)
        {
            yield return new Person($"office/{official.Name}", $"{official.Name}办公室", Role.Manager, null, null, null, false) { OfficialName = official.Name };
        }

        yield return new Person(Manager.AccountId, Manager.Name, Role.Manager, null, null, null, false) { IsSupervisionOffice = true };
        yield return new Person("admin-1", "管理员甲", Role.Administrator, null, null, null, false);
    }

    public static ChatAddress ChatOf(string accountId) => new("directline", $"c-{accountId}");

    public static DateTimeOffset At(string time) => new(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public JournalEntry Happens(JournalEvent happened, string at = "2024-01-02 08:30", Actor? by = null)
    {
        last = JournalChain.Next(last, by ?? Manager, At(at), happened);
        Input = Input with
        {
            People = Input.People.With(last),
            Deadlines = Input.Deadlines.With(last),
            Reminders = Input.Reminders.With(last),
        };
        return last;
    }

    public World With(Func<PlanInput, PlanInput> change)
    {
        Input = change(Input);
        return this;
    }

    public ReminderPlan Plan(string at) => new ReminderPlanner(Input).Plan(At(at));

    /// <summary>Plans, and lets it be sent.</summary>
    public ReminderPlan Send(string at)
    {
        var plan = Plan(at);
        foreach (var digest in plan.Digests)
        {
            Happens(ReminderJournal.Write(digest), at, Actor.Service);
        }

        return plan;
    }

    /// <summary>What goes to somebody about one task.</summary>
    public static ImmutableArray<PlannedReminder> LinesOf(ReminderPlan plan, string accountId, string workItemId) =>
        [.. plan.Digests.Where(d => d.To.AccountId == accountId).SelectMany(d => d.Lines).Where(l => l.WorkItemId == workItemId)];
}
