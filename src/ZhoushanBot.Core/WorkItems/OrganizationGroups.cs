using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Tells single organizations from group entries, and of what kind they are, by their names.</summary>
internal static class OrganizationGroups
{
    public static bool IsGroupName(string name, ReadingRules rules) =>
        Markers.ContainsAny(name, rules.Groups.Markers) || rules.Groups.Generic.Contains(name, StringComparer.Ordinal);

    public static OrganizationKind KindOf(string name, ReadingRules rules)
    {
        foreach (var row in rules.OrganizationKinds)
        {
            var matches = (row.Endings.IsEmpty && row.Starts.IsEmpty)
                || Markers.EndsWithAny(name, row.Endings)
                || Markers.StartsWithAny(name, row.Starts);
            if (matches && Enum.TryParse<OrganizationKind>(row.Kind, out var kind))
            {
                return kind;
            }
        }

        return OrganizationKind.Other;
    }

    /// <summary>The organizations of the notice that a group name stands for; empty when the name does not tell.</summary>
    public static ImmutableArray<string> MembersOf(string group, IEnumerable<Organization> organizations, ReadingRules rules)
    {
        var kinds = rules.Groups.Members.FirstOrDefault(m => Markers.ContainsAny(group, m.Words))?.Kinds ?? [];
        return [.. organizations.Where(o => kinds.Contains(o.Kind.ToString(), StringComparer.Ordinal)).Select(o => o.Name)];
    }

    /// <summary>The area whose government or committee an organization is; null when its name begins with none.</summary>
    public static string? AreaOf(string organization, OrganizationKind kind, IEnumerable<Area> areas) =>
        kind is OrganizationKind.CountyGovernment or OrganizationKind.ZoneCommittee
            ? areas.Select(a => a.Name).Where(a => organization.StartsWith(a, StringComparison.Ordinal)).MaxBy(a => a.Length)
            : null;
}
