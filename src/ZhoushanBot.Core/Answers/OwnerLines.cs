using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Who carries several tasks, by name in one line: once where all have the same, else each with its task, and counted where they are many.</summary>
internal sealed class OwnerLines(AnswerContext context)
{
    private const int MostNamed = 4;
    private const int LongestTask = 26;
    private const int MostCounted = 6;

    private AnswerText Text => context.Text;

    public string Of(ImmutableArray<IndexedItem> items, bool official)
    {
        var owners = items.Select(i => (Item: i, Leads: LeadsOf(i.Item), Officials: context.OfficialsOf(i.Item))).ToList();
        if (owners.Select(o => (o.Leads, o.Officials, o.Item.Item.IsJoint)).Distinct().Count() == 1)
        {
            var item = items[0].Item;
            return Text.SameOwner(item.IsJoint ? Text.JointOwner(Text.Organizations(item.ResponsibleOrganizations)) : official ? OfficialOf(item) : Text.OwnerOf(owners[0].Leads, string.Empty, owners[0].Officials), items.Length);
        }

        if (official && owners.Select(o => o.Officials).Distinct(StringComparer.Ordinal).ToList() is [{ Length: > 0 } same])
        {
            return Text.SameOwner(Text.OfficialFirst(same, string.Empty), items.Length);
        }

        if (official && owners.Where(o => o.Officials.Length > 0).GroupBy(o => o.Officials, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList() is [var most, var next, ..] && most.Count() > next.Count())
        {
            // Who looks after a field: whoever has most of it, first.
            return Text.OfficialsCounted(items.Length, Counted(items.SelectMany(i => i.Item.LeadOfficials).GroupBy(Text.Official, StringComparer.Ordinal)));
        }

        return items.Length <= MostNamed
            ? string.Join(Text.PartSeparator, owners.Select(o => o.Item.Item.IsJoint ? Text.FiguresAt(Text.Task(o.Item.Content.Notice, o.Item.Item, LongestTask), o.Leads) : Text.OwnerAt(Text.Task(o.Item.Content.Notice, o.Item.Item, LongestTask), official && o.Officials.Length > 0 ? string.Empty : o.Leads, o.Officials)))
            : Text.OwnersCounted(
                items.Length,
                Counted(items.SelectMany(i => i.Item.LeadOfficials).GroupBy(Text.Official, StringComparer.Ordinal)),
                Counted(items.Where(i => !i.Item.IsJoint).SelectMany(i => i.Item.LeadOrganizations).GroupBy(o => Text.Organization(o.Name), StringComparer.Ordinal)));
    }

    /// <summary>The official first.</summary>
    public string OfficialOf(WorkItem item) => item.LeadOfficials.IsEmpty ? Text.NoOfficial(LeadsOf(item)) : Text.OfficialFirst(context.OfficialsOf(item), LeadsOf(item));

    private string LeadsOf(WorkItem item) => item.IsJoint ? Text.JointLabel(Text.Organizations(item.ResponsibleOrganizations)) : Text.Organizations(item.LeadOrganizations);

    private string Counted<T>(IEnumerable<IGrouping<string, T>> groups)
    {
        var all = groups.OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {Text.TasksWord(g.Count())}").ToList();
        return string.Join(Text.ListSeparator, all.Take(MostCounted)) + (all.Count > MostCounted ? Text.AndMore(all.Count - MostCounted) : string.Empty);
    }
}
