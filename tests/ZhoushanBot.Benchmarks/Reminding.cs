using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Benchmarks;

/// <summary>What it costs to plan the day's reminders for 10,000 tasks of 10,000 units, each with a chat.</summary>
[MemoryDiagnoser]
public class Reminding
{
    private const int Count = 10_000;
    private static readonly DateTimeOffset Morning = new(2024, 12, 26, 8, 30, 0, TimeSpan.FromHours(8));
    private readonly PlanInput input = Make();
    private readonly ReminderPlanner planner = new(Make());
    private SentLedger sent = SentLedger.Empty;

    /// <summary>The state in which all was sent.</summary>
    [GlobalSetup]
    public void Send() => sent = sent.With(planner.Plan(Morning).Digests);

    /// <summary>Something happened: everything is worked out anew.</summary>
    [Benchmark]
    public int PlanAnewFor10kUnits() => new ReminderPlanner(input).Plan(Morning).Digests.Length;

    /// <summary>The timer ticks, and all was sent.</summary>
    [Benchmark]
    public int TickWithNothingToSend() => planner.Plan(sent, Morning).Digests.Length;

    /// <summary>Figures without BenchmarkDotNet.</summary>
    internal static void Report(TextWriter output)
    {
        var reminding = new Reminding();
        reminding.Send();
        output.WriteLine($"""
            | {Count} tasks of {Count} units | ms | digests | allocated, MB |
            | --- | ---: | ---: | ---: |
            """);
        foreach (var (name, run) in ((string, Func<int>)[])[("plan anew", reminding.PlanAnewFor10kUnits), ("tick, all sent", reminding.TickWithNothingToSend)])
        {
            run();
            var (startedAt, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var digests = run();
            var taken = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {taken:F0} | {digests} | {(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} |"));
        }

        using var self = Process.GetCurrentProcess();
        output.WriteLine($"\nMemory at its peak: {self.PeakWorkingSet64 >> 20} MB.");
    }

    private static PlanInput Make()
    {
        var shipped = Subject.Read();
        var pattern = shipped.WorkItems[0];
        string[] names = [.. Enumerable.Range(1, Count).Select(i => "单位" + i.ToString(CultureInfo.InvariantCulture))];
        var content = shipped with
        {
            Organizations = [.. names.Select(name => new Organization(name, [], OrganizationKind.Department, null))],
            Groups = [],
            WorkItems =
            [
                .. names.Select((name, i) => pattern with
                {
                    Id = $"{shipped.Notice.Id}/workReport/1.{i}",
                    LeadOrganizations = [new OrganizationMention(name, new SourceSpan(0, 1))],
                    SupportingOrganizations = [new OrganizationMention(names[(i + 1) % Count], new SourceSpan(0, 1))],
                    Rows = [],
                }),
            ],
        };
        var people = names.Select(name => new Person(name, name, Role.Liaison, name, null, null, false)).ToImmutableArray();
        var state = people.Aggregate(
            PeopleState.Empty.With(new PeopleEvent.Imported(people), Morning),
            (state, person) => state.With(new PeopleEvent.Connected(person.AccountId, new ChatAddress("directline", person.AccountId)), Morning));
        return new PlanInput { Notices = [content], People = state, Calendar = WorkCalendar.Shipped };
    }
}
