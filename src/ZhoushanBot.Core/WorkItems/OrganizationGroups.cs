using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Tells single organizations from group entries, of what kind they are, and whom a group stands for, by their names.</summary>
internal sealed class OrganizationGroups(ImmutableArray<Organization> organizations, ReadingRules rules)
{
    private const int LongestAreaName = 12;
    private const int ShortestZone = 3;
    private static readonly string[] CommitteeEndings = ["管委会", "管理委员会"];
    private readonly Dictionary<ReadingRules.MemberWords, ImmutableArray<string>> membersByWords = [];

    public static bool IsGroupName(string name, ReadingRules rules) =>
        Wording.ContainsAny(name, rules.Groups.Markers) || rules.Groups.Generic.Contains(name, StringComparer.Ordinal);

    public static OrganizationKind KindOf(string name, ReadingRules rules)
    {
        foreach (var row in rules.OrganizationKinds)
        {
            var matches = (row.Endings.IsEmpty && row.Starts.IsEmpty)
                || Wording.EndsWithAny(name, row.Endings)
                || Wording.StartsWithAny(name, row.Starts);
            if (matches && Enum.TryParse<OrganizationKind>(row.Kind, out var kind))
            {
                return kind;
            }
        }

        return OrganizationKind.Other;
    }

    /// <summary>The area whose government or committee an organization is, the longest name that it begins with; null when there is none.</summary>
    public static string? AreaOf(string organization, OrganizationKind kind, IReadOnlySet<string> areas) =>
        BeginningsOf(organization).LastOrDefault(area => areas.Contains(area) && (kind is OrganizationKind.CountyGovernment or OrganizationKind.ZoneCommittee || organization[area.Length..] is "人民政府" or "政府" or "办事处"))
        ?? (kind is OrganizationKind.ZoneCommittee ? ZoneOf(organization, areas) : null);

    /// <summary>甲经开区管委会, where a table has a column 经开区 and 甲 is none of its counties: the column is the city's own zone.</summary>
    private static string? ZoneOf(string committee, IReadOnlySet<string> areas)
    {
        var zone = Array.Find(CommitteeEndings, e => committee.EndsWith(e, StringComparison.Ordinal)) is { } ending ? committee[..^ending.Length] : string.Empty;
        return areas.Any(area => area.Length > 1 && zone.StartsWith(area.TrimEnd('县', '区', '市'), StringComparison.Ordinal)) ? null
            : areas.Where(area => area.Length >= ShortestZone && zone.EndsWith(area, StringComparison.Ordinal)).ToList() is [var only] ? only : null;
    }

    /// <summary>Every beginning of a name that may be an area's, the shortest first.</summary>
    public static IEnumerable<string> BeginningsOf(string organization) =>
        Enumerable.Range(1, Math.Min(LongestAreaName, organization.Length)).Select(length => organization[..length]);

    /// <summary>Of the kinds that a group's words mean, or where they mean none, by its ending: 各乡（镇）政府.</summary>
    private static bool IsMember(Organization organization, ReadingRules.MemberWords words) =>
        (words.Kinds.IsEmpty ? !words.Endings.IsDefaultOrEmpty : words.Kinds.Contains(organization.Kind.ToString(), StringComparer.Ordinal))
        && (words.Endings.IsDefaultOrEmpty || Wording.EndsWithAny(organization.Name, words.Endings));

    /// <summary>The organizations of the notice that a group name stands for; empty when the name does not tell.</summary>
    public ImmutableArray<string> MembersOf(string group)
    {
        if (rules.Groups.Members.FirstOrDefault(m => Wording.ContainsAny(group, m.Words)) is not { } words)
        {
            return [];
        }

        if (!membersByWords.TryGetValue(words, out var members))
        {
            members = [.. organizations.Where(o => IsMember(o, words)).Select(o => o.Name)];
            membersByWords.Add(words, members);
        }

        return members;
    }
}
