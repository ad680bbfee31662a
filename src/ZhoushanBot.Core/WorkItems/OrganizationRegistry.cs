using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Every name that a notice gives to a body: which are one body under several names, which are groups.</summary>
internal sealed class OrganizationRegistry
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, SourceSpan> firstMention = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> otherNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ownerOfOtherName = new(StringComparer.Ordinal);

    public void AddAll(IEnumerable<NamedOrganization> organizations)
    {
        foreach (var organization in organizations)
        {
            if (firstMention.TryAdd(organization.Name, organization.Span))
            {
                names.Add(organization.Name);
            }

            foreach (var other in organization.OtherNames.Where(o => o != organization.Name && ownerOfOtherName.TryAdd(o, organization.Name)))
            {
                otherNames.TryAdd(organization.Name, []);
                otherNames[organization.Name].Add(other);
            }
        }
    }

    /// <summary>The official name for a name that may be another's second name.</summary>
    public string Canonical(string name) => !otherNames.ContainsKey(name) && ownerOfOtherName.TryGetValue(name, out var owner) ? owner : name;

    public bool HasCommitteeOf(string area, ReadingRules rules) => names.Any(n =>
        n.StartsWith(area, StringComparison.Ordinal) && OrganizationGroups.KindOf(n, rules) == OrganizationKind.ZoneCommittee);

    public (ImmutableArray<Organization> Organizations, ImmutableArray<OrganizationGroup> Groups) Build(
        ImmutableArray<Area> areas, ReadingRules rules, List<ImportFinding> findings)
    {
        var official = names.Where(n => Canonical(n) == n).ToList();
        var organizations = official.Where(n => !OrganizationGroups.IsGroupName(n, rules)).Select(n => Organization(n, areas, rules)).ToImmutableArray();
        var groups = official
            .Where(n => OrganizationGroups.IsGroupName(n, rules))
            .Select(n => new OrganizationGroup(n, OrganizationGroups.MembersOf(n, organizations, rules)))
            .ToImmutableArray();
        findings.AddRange(organizations.Where(o => !o.OtherNames.IsEmpty).Select(o => new ImportFinding(
            FindingCode.OrganizationNamesMerged, FindingSeverity.Info, firstMention[o.Name], [o.Name, string.Join('、', o.OtherNames)])));
        findings.AddRange(groups.Select(g => new ImportFinding(
            FindingCode.GroupOrganization, FindingSeverity.Info, firstMention[g.Name], [g.Name, $"{g.Members.Length}"])));
        return (organizations, groups);
    }

    private Organization Organization(string name, ImmutableArray<Area> areas, ReadingRules rules)
    {
        var kind = OrganizationGroups.KindOf(name, rules);
        return new Organization(name, otherNames.TryGetValue(name, out var others) ? [.. others] : [], kind, OrganizationGroups.AreaOf(name, kind, areas));
    }
}
