using System.Collections.Immutable;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Reporting;

/// <summary>Who reports what: the lead unit the city's figure, an area its own; whoever speaks for them, by the directory or standing in.</summary>
internal static class ReportRights
{
    /// <summary>Whether somebody reports a task's figure for an area (empty for the city).</summary>
    public static bool May(PlanInput plan, Actor actor, WorkItem item, string area, DateOnly today) =>
        Permissions.Allow(Role.Liaison, Right.ReportOwn) && May(plan, party => plan.People.SpeaksFor(actor.AccountId, party, today), item, area);

    /// <summary>Whether those whom somebody speaks for report a task's figure for an area (empty for the city).</summary>
    public static bool May(PlanInput plan, Func<Party, bool> speaks, WorkItem item, string area) =>
        plan.Find(item.Id) is { } found && Duties.Of(plan, found.Content, item).Any(d => d.Milestone is null && Covers(d, area) && speaks(d.Party));

    /// <summary>Everything that somebody reports: measures by task; empty for most people.</summary>
    public static IEnumerable<KeyValuePair<string, ImmutableArray<Measure>>> Of(PlanInput plan, Actor actor, DateOnly today)
    {
        if (!Permissions.Allow(Role.Liaison, Right.ReportOwn))
        {
            return [];
        }

        var spoken = new Dictionary<Party, bool>();
        bool Speaks(Party party) => spoken.TryGetValue(party, out var known) ? known : spoken[party] = plan.People.SpeaksFor(actor.AccountId, party, today);
        return
            from duties in Duties.Of(plan).Where(d => d.Milestone is null && d.Kind != DutyKind.Supporting && Speaks(d.Party)).GroupBy(d => d.Item.Id, StringComparer.Ordinal)
            let item = duties.First().Item
            let measures = TaskMeasures.Of(item).SelectMany(l => l.Areas.Prepend(l.City)).Where(m => duties.Any(d => Covers(d, m.Area))).ToImmutableArray()
            where !measures.IsEmpty
            select KeyValuePair.Create(duties.Key, measures);
    }

    private static bool Covers(Duty duty, string area) => area.Length == 0 ? duty.Kind == DutyKind.Lead : duty.Party.Area == area && duty.Kind != DutyKind.Supporting;
}
