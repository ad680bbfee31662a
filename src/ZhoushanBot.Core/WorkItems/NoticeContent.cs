using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>All that one notice says: the unit of import, and of storage.</summary>
/// <param name="Notice">The notice itself.</param>
/// <param name="Lists">Its lists, in their order.</param>
/// <param name="WorkItems">All tasks, in the notice's order.</param>
/// <param name="Organizations">Every single organization, in the order of first mention.</param>
/// <param name="Groups">Every group entry, in the order of first mention.</param>
/// <param name="Officials">Every lead official with the fullest post given, in the order of first mention.</param>
/// <param name="Areas">Every area column of every annex, in the order of first mention.</param>
/// <param name="Findings">What was repaired, inferred or doubtful, in the order of place.</param>
public sealed record NoticeContent(
    Notice Notice,
    ImmutableArray<WorkList> Lists,
    ImmutableArray<WorkItem> WorkItems,
    ImmutableArray<Organization> Organizations,
    ImmutableArray<OrganizationGroup> Groups,
    ImmutableArray<LeadOfficial> Officials,
    ImmutableArray<Area> Areas,
    ImmutableArray<ImportFinding> Findings)
{
    /// <summary>The notice as if some tasks did not stand in it: whom and what it names for their sake only goes with them.</summary>
    /// <param name="isLeftOut">Which tasks.</param>
    /// <returns>The same object when all stay.</returns>
    public NoticeContent Without(Func<WorkItem, bool> isLeftOut)
    {
        var gone = WorkItems.Where(isLeftOut).ToList();
        if (gone.Count == 0)
        {
            return this;
        }

        ImmutableArray<WorkItem> left = [.. WorkItems.Where(item => !isLeftOut(item))];
        var units = OnlyIn(gone, left, static item => item.ResponsibleOrganizations.Select(o => o.Name));
        var groups = Groups.Where(group => !units.Contains(group.Name)).ToImmutableArray();
        units.ExceptWith(groups.SelectMany(group => group.Members));
        var officials = OnlyIn(gone, left, static item => item.LeadOfficials.Select(o => o.Name));
        var areas = OnlyIn(gone, left, static item => item.Rows.SelectMany(row => row.Areas).Select(area => area.Area));
        return this with
        {
            WorkItems = left,
            Organizations = [.. Organizations.Where(o => !units.Contains(o.Name))],
            Groups = groups,
            Officials = [.. Officials.Where(o => !officials.Contains(o.Name))],
            Areas = [.. Areas.Where(area => !areas.Contains(area.Name))],
        };
    }

    private static HashSet<string> OnlyIn(IEnumerable<WorkItem> gone, IEnumerable<WorkItem> left, Func<WorkItem, IEnumerable<string>> names)
    {
        var only = gone.SelectMany(names).ToHashSet(StringComparer.Ordinal);
        only.ExceptWith(left.SelectMany(names));
        return only;
    }
}
