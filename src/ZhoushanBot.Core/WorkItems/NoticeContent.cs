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
    ImmutableArray<ImportFinding> Findings);
