using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Every name that a notice gives to a body: which are one body under several names, which are groups.</summary>
/// <param name="rules">The words to read by.</param>
/// <param name="issuer">Who issued the notice; empty when it does not say.</param>
internal sealed class OrganizationRegistry(ReadingRules rules, string issuer)
{
    private const int ShortestCity = 2;
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

    /// <summary>A column that ends in 区 is a zone where a committee (管委会) governs it, and a district where a government does.</summary>
    public ImmutableArray<Area> Settle(IEnumerable<Area> areas)
    {
        var governed = names
            .Where(n => OrganizationGroups.KindOf(n, rules) == OrganizationKind.ZoneCommittee)
            .SelectMany(OrganizationGroups.BeginningsOf)
            .ToHashSet(StringComparer.Ordinal);
        return [.. areas.Select(a => a.Kind == AreaKind.District && governed.Contains(a.Name) ? a with { Kind = AreaKind.FunctionalZone } : a)];
    }

    public (ImmutableArray<Organization> Organizations, ImmutableArray<OrganizationGroup> Groups) Build(
        ImmutableArray<Area> areas, List<ImportFinding> findings)
    {
        var official = names.Where(n => Canonical(n) == n).ToLookup(n => OrganizationGroups.IsGroupName(n, rules));
        var areaNames = areas.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        var organizations = official[false].Select(n => Organization(n, areaNames)).ToImmutableArray();
        var members = new OrganizationGroups(organizations, rules);
        var groups = official[true].Select(n => new OrganizationGroup(n, members.MembersOf(n))).ToImmutableArray();
        findings.AddRange(organizations.Where(o => !o.OtherNames.IsEmpty).Select(o => new ImportFinding(
            FindingCode.OrganizationNamesMerged, FindingSeverity.Info, firstMention[o.Name], [o.Name, string.Join('、', o.OtherNames)])));
        findings.AddRange(groups.Select(g => new ImportFinding(
            FindingCode.GroupOrganization, FindingSeverity.Info, firstMention[g.Name], [g.Name, $"{g.Members.Length}"])));
        return (organizations, groups);
    }

    private Organization Organization(string name, HashSet<string> areaNames)
    {
        var kind = IsCountyCity(name, areaNames) ? OrganizationKind.CountyGovernment : OrganizationGroups.KindOf(name, rules);
        return new Organization(name, otherNames.TryGetValue(name, out var others) ? [.. others] : [], kind, OrganizationGroups.AreaOf(name, kind, areaNames));
    }

    /// <summary>
    /// A city's government is a county's where its city has a column of its own, or is another one than the city that issued the notice:
    /// a 县级市 beside the counties.
    /// </summary>
    private bool IsCountyCity(string name, HashSet<string> areaNames)
    {
        var ending = Wording.LongestAtEnd(name, rules.CityGovernments);
        if (ending == 0 || name.Length - ending < ShortestCity)
        {
            return false;
        }

        var city = name[..^(ending - 1)];
        var rank = issuer.IndexOf('市', StringComparison.Ordinal);
        return areaNames.Contains(city) || (rank > 0 && city != issuer[..(rank + 1)]);
    }
}
