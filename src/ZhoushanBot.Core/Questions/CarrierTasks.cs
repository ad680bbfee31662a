using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>Everybody who carries tasks, with theirs: what "who has the most" is told from. In the notices' order.</summary>
internal static class CarrierTasks
{
    /// <summary>All officials. Who has none of the lists' tasks is left out where lists are named.</summary>
    /// <param name="index">Where.</param>
    /// <param name="lists">Which lists count; empty for all.</param>
    public static List<(LeadOfficial Official, ImmutableArray<IndexedItem> Items)> OfOfficials(WorkItemIndex index, ImmutableArray<WorkListKind> lists) =>
        [.. index.Notices.SelectMany(n => n.Officials).DistinctBy(o => o.Name, StringComparer.Ordinal)
            .Select(o => (o, In(index, index.LedBy(o.Name), lists)))
            .Where(o => lists.IsEmpty || !o.Item2.IsEmpty)];

    /// <summary>The organizations that have a task in a role.</summary>
    /// <param name="index">Where.</param>
    /// <param name="role">Which role.</param>
    /// <param name="lists">Which lists count; empty for all.</param>
    public static List<(string Name, ImmutableArray<IndexedItem> Items)> OfOrganizations(WorkItemIndex index, OrganizationRole role, ImmutableArray<WorkListKind> lists) =>
        [.. index.Notices.SelectMany(n => n.Organizations).Select(o => o.Name).Distinct(StringComparer.Ordinal)
            .Select(o => (o, In(index, InRole(index.Of(o), role), lists)))
            .Where(o => !o.Item2.IsEmpty)];

    private static ImmutableArray<int> InRole(Participation participation, OrganizationRole role) => role switch
    {
        OrganizationRole.Lead => participation.Leads,
        OrganizationRole.Support => participation.Supports,
        _ => participation.All,
    };

    private static ImmutableArray<IndexedItem> In(WorkItemIndex index, ImmutableArray<int> ordinals, ImmutableArray<WorkListKind> lists) =>
        [.. ordinals.Select(i => index.Items[i]).Where(i => lists.IsEmpty || lists.Contains(i.Item.List))];
}
