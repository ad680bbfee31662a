using System.Collections.Immutable;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Reminders;

/// <summary>What is done, and need not be reminded of.</summary>
/// <param name="WorkItems">Ids of tasks.</param>
/// <param name="Shares">Areas' shares of tasks that are not done as a whole.</param>
public sealed record DoneWork(ImmutableHashSet<string> WorkItems, ImmutableHashSet<(string WorkItemId, string Area)> Shares)
{
    /// <summary>Nothing is done.</summary>
    public static DoneWork Nothing { get; } = new(ImmutableHashSet.Create<string>(StringComparer.Ordinal), []);

    /// <summary>Whether a task, or an area's share of it, is done.</summary>
    public bool Includes(string workItemId, string? area) =>
        WorkItems.Contains(workItemId) || (area is not null && !Shares.IsEmpty && Shares.Contains((workItemId, area)));
}

/// <summary>All that a plan follows from, but the time.</summary>
public sealed record PlanInput
{
    /// <summary>The notices.</summary>
    public required ImmutableArray<NoticeContent> Notices { get; init; }

    /// <summary>Who is who and where.</summary>
    public required PeopleState People { get; init; }

    /// <summary>Which days are worked.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>What people did to the deadlines.</summary>
    public DeadlineState Deadlines { get; init; } = DeadlineState.Empty;

    /// <summary>What holds where a notice names no day.</summary>
    public DeadlineRules DeadlineRules { get; init; } = DeadlineRules.Default;

    /// <summary>What went out, and what people did about it.</summary>
    public ReminderState Reminders { get; init; } = ReminderState.Empty;

    /// <summary>What is done.</summary>
    public DoneWork Done { get; init; } = DoneWork.Nothing;

    /// <summary>How people are reminded.</summary>
    public ReminderSettings Settings { get; init; } = ReminderSettings.Default;

    /// <summary>A task and its notice; null when there is none of that id.</summary>
    public (NoticeContent Content, WorkItem Item)? Find(string workItemId)
    {
        foreach (var content in Notices.Where(n => workItemId.StartsWith(n.Notice.Id, StringComparison.Ordinal)))
        {
            if (content.WorkItems.FirstOrDefault(i => i.Id == workItemId) is { } item)
            {
                return (content, item);
            }
        }

        return null;
    }
}

/// <summary>What one party has to do by one day.</summary>
/// <param name="Content">The notice.</param>
/// <param name="Item">The task.</param>
/// <param name="Party">Whose.</param>
/// <param name="Kind">Leads, has a figure of its own, or supports.</param>
/// <param name="IsJoint">With others.</param>
/// <param name="Due">The last day.</param>
/// <param name="Origin">Where that comes from.</param>
/// <param name="Milestone">The step; null for the task or share itself.</param>
public sealed record Duty(
    NoticeContent Content,
    WorkItem Item,
    Party Party,
    DutyKind Kind,
    bool IsJoint,
    DateOnly Due,
    DeadlineOrigin Origin,
    MilestoneInForce? Milestone)
{
    /// <summary>The area whose share it is; null for the whole task.</summary>
    public string? ShareArea => Kind == DutyKind.Lead ? null : Party.Area;

    /// <summary>The unit with that area: how a request for more time names who asks for what.</summary>
    public Party Share => Party with { Area = ShareArea };
}

/// <summary>Who has to do what: from the notices' lists, groups and annexes.</summary>
public static class Duties
{
    /// <summary>Everything that falls to somebody: tasks in the notice's order, milestones behind their task.</summary>
    public static IEnumerable<Duty> Of(PlanInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var content in input.Notices)
        {
            var parties = new NoticeParties(content);
            foreach (var item in content.WorkItems)
            {
                foreach (var duty in Of(input, content, item, parties))
                {
                    yield return duty;
                }
            }
        }
    }

    /// <summary>What is open on a day: neither done nor of a notice whose year is over.</summary>
    public static IEnumerable<Duty> OpenOn(PlanInput input, DateOnly today) =>
        Of(input).Where(d => !input.Done.Includes(d.Item.Id, d.ShareArea) && !DeadlinesInForce.IsClosed(d.Content.Notice, today));

    /// <summary>Who has not acknowledged: what is open and not acknowledged for its day, of those who lead or have a figure of their own; milestones left out.</summary>
    public static IEnumerable<Duty> NotAcknowledged(PlanInput input, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(input);
        return OpenOn(input, today).Where(d =>
            d.Kind != DutyKind.Supporting && d.Milestone is null && input.Reminders.AcknowledgementOf(d.Item.Id, d.Party, d.Due) is null);
    }

    /// <summary>What falls to whom of one task.</summary>
    public static IEnumerable<Duty> Of(PlanInput input, NoticeContent content, WorkItem item) => Of(input, content, item, new NoticeParties(content));

    private static IEnumerable<Duty> Of(PlanInput input, NoticeContent content, WorkItem item, NoticeParties parties)
    {
        var whole = DeadlinesInForce.Of(content.Notice, item, null, input.DeadlineRules, input.Deadlines);
        var milestones = DeadlinesInForce.MilestonesOf(item, input.Deadlines);
        foreach (var (party, kind, isJoint) in parties.Of(item))
        {
            var due = kind == DutyKind.Lead || party.Area is null
                ? whole
                : DeadlinesInForce.Of(content.Notice, item, party.Area, input.DeadlineRules, input.Deadlines);
            yield return new Duty(content, item, party, kind, isJoint, due.On, due.Origin, null);

            // A step on the last day itself is the task's own day.
            foreach (var step in milestones.Where(m => kind == DutyKind.Lead && m.On != due.On))
            {
                yield return new Duty(content, item, party, kind, isJoint, step.On, step.Given is null ? DeadlineOrigin.Notice : DeadlineOrigin.Manager, step);
            }
        }
    }
}

/// <summary>The parties of a notice's tasks.</summary>
internal sealed class NoticeParties
{
    private readonly Dictionary<string, Party> byOrganization;
    private readonly Dictionary<string, Party> byArea;
    private readonly Dictionary<string, ImmutableArray<string>> groups;

    public NoticeParties(NoticeContent content)
    {
        byOrganization = content.Organizations.ToDictionary(o => o.Name, o => new Party(o.Name, o.Area), StringComparer.Ordinal);
        byArea = content.Areas.Where(a => a.Kind != AreaKind.CityLevel).DistinctBy(a => a.Name, StringComparer.Ordinal)
            .ToDictionary(a => a.Name, a => new Party(content.Organizations.FirstOrDefault(o => o.Area == a.Name)?.Name, a.Name), StringComparer.Ordinal);
        groups = content.Groups.DistinctBy(g => g.Name, StringComparer.Ordinal).ToDictionary(g => g.Name, g => g.Members, StringComparer.Ordinal);
    }

    /// <summary>Everybody who has to do with a task, each once, by what they have to do first: leads, has a figure, leads as a member of a group, supports.</summary>
    public IEnumerable<(Party Party, DutyKind Kind, bool IsJoint)> Of(WorkItem item) =>
        Single(item.LeadOrganizations, DutyKind.Lead, item.IsJoint)
            .Concat(AreasOf(item))
            .Concat(Members(item.LeadOrganizations, DutyKind.Lead))
            .Concat(Single(item.SupportingOrganizations, DutyKind.Supporting, item.IsJoint))
            .Concat(Members(item.SupportingOrganizations, DutyKind.Supporting))
            .DistinctBy(duty => duty.Party);

    private IEnumerable<(Party Party, DutyKind Kind, bool IsJoint)> AreasOf(WorkItem item) =>
        from row in item.Rows
        from cell in row.Areas
        where cell.Value is CellValue.Amount or CellValue.Words && byArea.ContainsKey(cell.Area)
        select (byArea[cell.Area], DutyKind.Area, false);

    private IEnumerable<(Party Party, DutyKind Kind, bool IsJoint)> Single(ImmutableArray<OrganizationMention> mentions, DutyKind kind, bool isJoint) =>
        from mention in mentions
        where !groups.ContainsKey(mention.Name)
        select (byOrganization.GetValueOrDefault(mention.Name, new Party(mention.Name, null)), kind, isJoint);

    private IEnumerable<(Party Party, DutyKind Kind, bool IsJoint)> Members(ImmutableArray<OrganizationMention> mentions, DutyKind kind) =>
        from mention in mentions
        where groups.ContainsKey(mention.Name)
        from member in MembersOf(mention.Name, kind)
        select (byOrganization.GetValueOrDefault(member, new Party(member, null)), kind, true);

    // A group that leads and whose members the notice does not tell must not be lost: its reminders go where those of unbound units go.
    private ImmutableArray<string> MembersOf(string group, DutyKind kind) =>
        groups[group] is { IsEmpty: false } members ? members : kind == DutyKind.Lead ? [group] : [];
}
