using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>What every part of an answer needs: the store's index, the words of the language, and where the page begins.</summary>
internal sealed record AnswerContext(WorkItemIndex Index, AnswerText Text, int Offset)
{
    /// <summary>Most tasks on one page.</summary>
    public const int PageSize = 25;

    /// <summary>Most tasks on this page: fewer than a page holds where the answers of several notices share it.</summary>
    public int Room { get; init; } = PageSize;

    private const int Budget = 5_200;
    private const int ShortestTask = 46;
    private const int LongestTask = 400;

    /// <summary>The part of a list that this page shows.</summary>
    public ImmutableArray<T> PageOf<T>(ImmutableArray<T> items) =>
        Offset == 0 && items.Length <= Room ? items : Offset >= items.Length ? [] : items.Slice(Offset, Math.Min(Room, items.Length - Offset));

    /// <summary>The notices that the tasks stand in, cited once each.</summary>
    public string SourceOf(IEnumerable<IndexedItem> items) => Index.Notices is [var only]
        ? items.Any() ? Text.Source(only.Notice) : string.Empty
        : string.Join(Text.PartSeparator, items.Select(i => i.Content.Notice).DistinctBy(n => n.Id, StringComparer.Ordinal).Select(Text.Source));

    /// <summary>How many characters of each task's words fit when so many are shown.</summary>
    public static int LimitFor(int tasks) => Math.Clamp(Budget / Math.Max(1, tasks), ShortestTask, LongestTask);

    /// <summary>The officials of a task with their posts.</summary>
    public string OfficialsOf(WorkItem item) => Text.Officials(item.LeadOfficials);

    /// <summary>One line of a list: the task, where it stands, who leads it and who supports.</summary>
    /// <param name="indexed">The task.</param>
    /// <param name="count">How many lines the list has, for the room each gets.</param>
    /// <param name="lead">Whether the lead organization is named.</param>
    /// <param name="official">Whether the lead official is named.</param>
    public AnswerLine Line(IndexedItem indexed, int count, bool lead, bool official = true)
    {
        var item = indexed.Item;
        var isShort = count > 8;
        var parts = ImmutableArray.CreateBuilder<string>();
        if (item.IsJoint)
        {
            parts.Add(Text.JointLabel(Text.OrganizationsShort(item.ResponsibleOrganizations)));
        }
        else
        {
            // Of a task with several leads the others are no secret, though one of them was asked for.
            if (lead || item.LeadOrganizations.Length > 1)
            {
                parts.Add(Text.LeadLabel(isShort ? Text.OrganizationsShort(item.LeadOrganizations) : Text.Organizations(item.LeadOrganizations)));
            }

            if (!item.SupportingOrganizations.IsEmpty)
            {
                parts.Add(Text.SupportLabel(isShort ? Text.OrganizationsShort(item.SupportingOrganizations) : Text.Organizations(item.SupportingOrganizations)));
            }

            if (official && !item.LeadOfficials.IsEmpty)
            {
                parts.Add(Text.OfficialLabel(OfficialsOf(item)));
            }
        }

        return AnswerLine.Of(
            Text.Task(indexed.Content.Notice, item, LimitFor(count)), Text.Place(item), parts.Count == 0 ? [] : [string.Join(Text.PartSeparator, parts)]);
    }

    /// <summary>The figures of a task: those of its own words, and a row's city figure where the words do not have it.</summary>
    public ImmutableArray<string> FiguresOf(IndexedItem indexed, IEnumerable<AnnexRow>? rows = null)
    {
        var item = indexed.Item;
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.AddRange(FiguresOf(item.Targets));
        foreach (var row in rows ?? item.Rows)
        {
            if (row.City.Value is CellValue.Amount city && !item.Targets.Any(t => t.Figure.Normalized.Value == city.Figure.Normalized.Value))
            {
                lines.Add(Text.TargetLine(Text.Row(indexed.Content.Notice, item, row), Text.City(Text.Figure(city.Figure)), false));
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>One figure with what it measures.</summary>
    public string FigureOf(Target target) => Text.TargetLine(Text.Indicator(target), Text.Figure(target.Figure), target.IsStretch);

    /// <summary>Each figure with what it measures; what is striven for stands behind the target of the same measure.</summary>
    public IEnumerable<string> FiguresOf(IEnumerable<Target> targets)
    {
        var all = targets.ToList();
        for (var at = 0; at < all.Count; at++)
        {
            var hasStretch = at + 1 < all.Count && all[at + 1] is { IsStretch: true } next && next.Indicator == all[at].Indicator && !all[at].IsStretch;
            yield return hasStretch
                ? Text.TargetLine(Text.Indicator(all[at]), Text.Figure(all[at].Figure) + Text.ListSeparator + Text.Stretch(Text.Figure(all[++at].Figure)), false)
                : FigureOf(all[at]);
        }
    }

    /// <summary>City and areas of one row that have a target.</summary>
    /// <param name="row">The row.</param>
    /// <param name="name">Its name, where the task has other rows; empty otherwise.</param>
    public string Breakdown(AnnexRow row, string name = "")
    {
        var areas = row.Areas.Where(a => a.Value is CellValue.Amount or CellValue.Words).Select(a => $"{Text.Area(a.Area)} {Text.Cell(a.Value)}");
        return Text.BreakdownLabel(name, Text.Cell(row.City.Value), string.Join(Text.ListSeparator, areas));
    }

    /// <summary>A question for what an organization leads, or else supports, that will find something; none when there is neither.</summary>
    /// <param name="organization">Official name.</param>
    /// <param name="but">The role just asked for, which is not offered again.</param>
    public IEnumerable<string> AskTasksOf(string organization, OrganizationRole but = OrganizationRole.Any)
    {
        var participation = Index.Of(organization);
        if (but != OrganizationRole.Lead && !participation.Leads.IsEmpty)
        {
            yield return Text.AskLeads(organization);
        }
        else if (but != OrganizationRole.Support && (!participation.Supports.IsEmpty || !participation.Joint.IsEmpty))
        {
            yield return Text.AskSupports(organization);
        }
    }

    /// <summary>Names of organizations in one run.</summary>
    public string Joined(IEnumerable<string> organizations) => string.Join(Text.ListSeparator, organizations.Select(Text.Organization));

    /// <summary>An official with the post that the notices give.</summary>
    public LeadOfficial OfficialNamed(string name) =>
        Index.Notices.SelectMany(n => n.Officials).FirstOrDefault(o => o.Name == name) ?? new LeadOfficial(name, string.Empty);

    /// <summary>What may be asked behind a list of tasks.</summary>
    public ImmutableArray<string> Suggestions(TaskFilter filter, ImmutableArray<IndexedItem> items, bool hasMore)
    {
        var suggestions = ImmutableArray.CreateBuilder<string>();
        if (hasMore)
        {
            suggestions.Add(Text.More);
        }

        if (filter.Organizations is [var only])
        {
            suggestions.AddRange(AskTasksOf(only, filter.Role));
        }

        suggestions.AddRange(items.SelectMany(i => i.Item.LeadOfficials).Select(o => o.Name).Distinct(StringComparer.Ordinal)
            .Where(o => !filter.Officials.Contains(o, StringComparer.Ordinal)).Take(1).Select(Text.AskOfficial));
        if (items.FirstOrDefault(i => i.Item.Item > 0) is { } first)
        {
            suggestions.Add(Text.AskPlace(first.Item));
        }

        return [.. suggestions.Take(3)];
    }

    /// <summary>The notice of a task.</summary>
    public static Notice NoticeOf(IndexedItem indexed) => indexed.Content.Notice;
}
