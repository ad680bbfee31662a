using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.People;

/// <summary>The names that a directory may use: those of the notices' units, areas and officials.</summary>
public sealed class KnownNames
{
    private const int LargestSlip = 3;

    private readonly Dictionary<string, string> organizations = new(StringComparer.Ordinal);
    private readonly HashSet<string> areas = new(StringComparer.Ordinal);
    private readonly HashSet<string> officials = new(StringComparer.Ordinal);

    /// <summary>Collects the names.</summary>
    /// <param name="notices">May be empty: then nothing is known.</param>
    public KnownNames(IEnumerable<NoticeContent> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        foreach (var content in notices)
        {
            foreach (var organization in content.Organizations)
            {
                organizations[organization.Name] = organization.Name;
                foreach (var other in organization.OtherNames)
                {
                    organizations.TryAdd(other, organization.Name);
                }
            }

            areas.UnionWith(content.Areas.Select(a => a.Name));
            officials.UnionWith(content.Officials.Select(o => o.Name));
        }
    }

    /// <summary>The official name of a unit, given that or its second name; null when no notice names it.</summary>
    public string? Organization(string name) => organizations.GetValueOrDefault(name);

    /// <summary>True for an area of the notices' tables.</summary>
    public bool IsArea(string name) => areas.Contains(name);

    /// <summary>True for a lead official, by name without post.</summary>
    public bool IsOfficial(string name) => officials.Contains(name);

    /// <summary>For whom a chat can stand, by name: a unit, an area, an official, or the supervision office in either language; null for nobody known.</summary>
    public ChatOwner? OwnerNamed(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name is "督查室" || name.Equals("supervision office", StringComparison.OrdinalIgnoreCase) ? ChatOwner.SupervisionOffice
            : Organization(name) is { } organization ? new ChatOwner(organization, null, null)
            : IsArea(name) ? new ChatOwner(null, name, null)
            : IsOfficial(name) ? new ChatOwner(null, null, name)
            : null;
    }

    /// <summary>The name of a unit, an area or an official that is most like a wrong one; null when none is.</summary>
    public string? NearestOwner(string name) => NearestOrganization(name) ?? NearestArea(name) ?? NearestOfficial(name);

    /// <summary>The unit's name that is most like a wrong one; null when none is.</summary>
    public string? NearestOrganization(string name) => Nearest(name, organizations.Keys);

    /// <summary>The area's name that is most like a wrong one; null when none is.</summary>
    public string? NearestArea(string name) => Nearest(name, areas);

    /// <summary>The official's name that is most like a wrong one; null when none is.</summary>
    public string? NearestOfficial(string name) => Nearest(name, officials);

    /// <summary>
    /// A name that holds the wrong one or is held by it (水利局, 市水利局) is nearer than any slip of the pen; of which half is another is no slip (市某某局, 市交通局).
    /// </summary>
    private static string? Nearest(string name, IEnumerable<string> known) => known
        .Select(k => (Name: k, Distance: DistanceOf(name, k)))
        .Where(k => k.Distance == 0 || (k.Distance <= LargestSlip && k.Distance * 2 < name.Length))
        .OrderBy(k => k.Distance).ThenBy(k => k.Name.Length).ThenBy(k => k.Name, StringComparer.Ordinal)
        .Select(k => k.Name)
        .FirstOrDefault();

    private static int DistanceOf(string name, string known) =>
        name.Length > 1 && (known.Contains(name, StringComparison.Ordinal) || name.Contains(known, StringComparison.Ordinal))
            ? 0
            : EditDistance.Within(name, known, LargestSlip);
}
