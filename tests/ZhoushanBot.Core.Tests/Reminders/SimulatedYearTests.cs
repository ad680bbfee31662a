using System.Globalization;
using System.Text;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Tests.Reminders;

/// <summary>The whole of 2024, every half hour day and night, for all that the shipped notice has.</summary>
public sealed class SimulatedYearTests
{
    [Fact]
    public void All_reminders_of_the_year_go_out_once_and_at_decent_hours()
    {
        var year = Simulate(World.OfShipped());

        AssertDecent(year);
        Assert.DoesNotContain(year, d => d.Lines.Any(l => l.IsLate && !l.WasHeld));
        GoldenFile.Same("reminders-2024.txt", Read(year));
    }

    [Fact]
    public void With_projects_due_in_November_what_is_overdue_climbs_to_the_supervision_office()
    {
        var rules = DeadlineRules.Default with
        {
            ByList = DeadlineRules.Default.ByList.Add(WorkListKind.CityProjects, new DayOfYear(11, 30)).Add(WorkListKind.ProvincialProjects, new DayOfYear(11, 30)),
        };
        var year = Simulate(World.OfShipped().With(input => input with { DeadlineRules = rules }));

        AssertDecent(year);
        var overdue = year.SelectMany(d => d.Lines.Select(l => (d.To, d.On, Line: l))).Where(x => x.Line.Occasion.Kind == OccasionKind.Overdue).ToList();
        Assert.Equal(["2024-12-02"], DaysOf(overdue, "head/"));
        Assert.Equal(["2024-12-04"], DaysOf(overdue, "office/"));
        Assert.Equal(["2024-12-10"], DaysOf(overdue, World.Manager.AccountId));
    }

    [Fact]
    public void Make_up_Saturdays_and_Sundays_are_used()
    {
        var world = World.OfShipped();
        var first = World.Notice.WorkItems[0];
        var (saturday, sunday) = (first.Id, World.Notice.WorkItems.First(i => i.LeadOrganizations[0].Name != first.LeadOrganizations[0].Name).Id);
        world.Happens(DeadlineJournal.Write(saturday, new DeadlineEvent.Set(new DateOnly(2024, 10, 12), "")));
        world.Happens(DeadlineJournal.Write(sunday, new DeadlineEvent.Set(new DateOnly(2024, 9, 30), "")));

        var year = Simulate(world);

        Assert.Contains(year, d => d.On == new DateOnly(2024, 10, 12) && d.Lines.Any(l => l.WorkItemId == saturday && l.Occasion.Kind == OccasionKind.DueDay));
        Assert.Contains(year, d => d.On == new DateOnly(2024, 9, 29) && d.Lines.Any(l => l.WorkItemId == sunday && l.Occasion.Code == "before:1"));
    }

    private static List<Digest> Simulate(World world)
    {
        var planner = new ReminderPlanner(world.Input);
        var ledger = world.Input.Reminders.Ledger;
        var sent = new List<Digest>();
        for (var now = World.At("2024-01-01 00:00"); now < World.At("2025-02-01 00:00"); now = now.AddMinutes(30))
        {
            var plan = planner.Plan(ledger, now.ToUniversalTime());
            ledger = plan.Digests.IsEmpty ? ledger : ledger.With(plan.Digests);
            sent.AddRange(plan.Digests);
            Assert.Equal(0, plan.Undeliverable);
        }

        return sent;
    }

    private static void AssertDecent(List<Digest> year)
    {
        Assert.All(year, d => Assert.True(SendingHours.Default.Allow(d.SendAt, WorkCalendar.Shipped)));
        Assert.All(year, d => Assert.Equal(2024, d.On.Year));
        Assert.Equal(year.Sum(d => d.Lines.Length), year.SelectMany(d => d.Lines).Select(l => l.Key).Distinct().Count());
        Assert.Equal(year.Count, year.Select(d => d.Key).Distinct().Count());
        Assert.Equal(year.Count, year.Select(d => (d.To.Chat, d.On)).Distinct().Count());
        Assert.All(
            year.GroupBy(d => (d.To.Chat, Week: ISOWeek.GetYear(d.On.ToDateTime(default)) * 100 + ISOWeek.GetWeekOfYear(d.On.ToDateTime(default)))),
            week => Assert.InRange(week.Count(), 1, ReminderSettings.Default.WeeklyLimit));
    }

    private static IEnumerable<string> DaysOf(IEnumerable<(Recipient To, DateOnly On, PlannedReminder Line)> lines, string account) => lines
        .Where(x => x.To.AccountId!.StartsWith(account, StringComparison.Ordinal))
        .Select(x => x.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Distinct().Order();

    /// <summary>A day, then a line for each recipient: how many matters by which rule, then which.</summary>
    private static string Read(List<Digest> year)
    {
        var text = new StringBuilder($"{year.Count} digests, {year.Sum(d => d.Lines.Length)} lines, {year.Select(d => d.To.Chat).Distinct().Count()} recipients\n");
        foreach (var day in year.GroupBy(d => d.On))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{day.Key:yyyy-MM-dd} {day.Key.DayOfWeek}\n");
            foreach (var digest in day)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {digest.SendAt:HH:mm} {digest.To.Name} {digest.Lines.Length}\n");
                foreach (var rule in digest.Lines.GroupBy(l => (l.Occasion.Code, l.Duty, l.IsJoint, l.Due, l.MilestoneId)))
                {
                    var (code, duty, joint, due, milestone) = rule.Key;
                    text.Append(CultureInfo.InvariantCulture, $"    {code} {duty}{(joint ? " joint" : "")}{(milestone is null ? "" : $" {milestone}")} due {due:MM-dd}: ");
                    text.AppendJoin(' ', rule.Select(l => l.WorkItemId[(World.Notice.Notice.Id.Length + 1)..])).Append('\n');
                }
            }
        }

        return text.ToString();
    }
}
