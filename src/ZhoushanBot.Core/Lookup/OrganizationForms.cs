using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup;

/// <summary>Short and long forms of an organization's Chinese name by the rules of officialese.</summary>
internal static class OrganizationForms
{
    private const int ShortestWithoutRank = 3;

    /// <summary>All forms, the name itself first; some may be common to several organizations, which makes them ambiguous.</summary>
    public static IEnumerable<string> Of(string name, Organization organization, IssuerName issuer, IEnumerable<Area> areas)
    {
        yield return name;

        // 市水利局: 水利局, 某某市水利局, 某某水利局.
        if (issuer.Name.Length > 0 && name[0] == issuer.Rank)
        {
            if (name.Length > ShortestWithoutRank)
            {
                yield return name[1..];
            }

            yield return issuer.Stem + name;
            yield return issuer.Stem + name[1..];
        }

        if (issuer.Rank is '市' && name.StartsWith("市委", StringComparison.Ordinal) && name.Length > 4)
        {
            yield return name[2..];
        }

        foreach (var form in OfGovernment(name, organization, areas))
        {
            yield return form;
        }

        if (name.EndsWith("管委会", StringComparison.Ordinal))
        {
            yield return name[..^1];
            yield return name[..^3] + "管理委员会";
        }
    }

    /// <summary>甲县政府: 甲县人民政府, 甲政府.</summary>
    private static IEnumerable<string> OfGovernment(string name, Organization organization, IEnumerable<Area> areas)
    {
        if (organization.Kind != OrganizationKind.CountyGovernment || !name.EndsWith("政府", StringComparison.Ordinal))
        {
            yield break;
        }

        var place = name[..^2].EndsWith("人民", StringComparison.Ordinal) ? name[..^4] : name[..^2];
        yield return place + "政府";
        yield return place + "人民政府";
        yield return place + " government";
        if (place.Length > 2 && areas.Any(a => a.Name == place))
        {
            yield return place[..^1] + "政府";
        }
    }
}
