using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup;

/// <summary>Short and long forms of an organization's Chinese name by the rules of officialese.</summary>
internal static class OrganizationForms
{
    private const int ShortestWithoutRank = 3;
    private const int ShortestWithoutPlace = 2;
    private const string Branch = "分局";
    private const string FinancialRegulator = "国家金融监督管理总局";
    private const int ShortestBureau = 3;
    private const int LongestTrade = 2;
    private static readonly string[] EnterpriseKinds = ["公司", "集团"];

    /// <summary>What people call a zone of such a kind.</summary>
    private static readonly (string Zone, string[] Others)[] ZoneNames =
    [
        ("经开区", ["经开区", "开发区", "经济开发区", "经济技术开发区"]),
        ("高新区", ["高新区", "高新技术开发区", "高新技术产业开发区"]),
    ];

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

        if (issuer.Stem.Length > 1 && name.StartsWith(issuer.Stem, StringComparison.Ordinal) && name.Length >= issuer.Stem.Length + ShortestWithoutPlace)
        {
            // 某某高新区管委会: nobody at home says the place.
            foreach (var form in OfCommittee(name[issuer.Stem.Length..], organization).Prepend(name[issuer.Stem.Length..].TrimStart(issuer.Rank)))
            {
                yield return form;
            }
        }

        if (issuer.Rank is '市' && name.StartsWith("市委", StringComparison.Ordinal) && name.Length > 4)
        {
            yield return name[2..];
        }

        foreach (var form in OfBranch(name, issuer))
        {
            yield return form;
        }

        foreach (var form in OfRegulator(name, issuer))
        {
            yield return form;
        }

        foreach (var form in OfGovernment(name, organization, areas))
        {
            yield return form;
        }

        foreach (var form in OfEnterprise(name, issuer))
        {
            yield return form;
        }

        foreach (var form in OfCommittee(name, organization))
        {
            yield return form;
        }
    }

    /// <summary>某某高新区管委会: 某某高新区管委, 某某高新区管理委员会, and the zone itself where no table has it.</summary>
    private static IEnumerable<string> OfCommittee(string name, Organization organization)
    {
        if (!name.EndsWith("管委会", StringComparison.Ordinal))
        {
            yield break;
        }

        yield return name[..^1];
        yield return name[..^3] + "管理委员会";
        foreach (var (zone, others) in ZoneNames)
        {
            if (name.EndsWith(zone + "管委会", StringComparison.Ordinal))
            {
                foreach (var other in others)
                {
                    yield return other + "管委会";
                }
            }
        }

        if (organization.Area is null && name.Length > 5)
        {
            // A zone that no table has is named by its committee.
            yield return name[..^3];
        }
    }

    /// <summary>某某市生态环境局甲县分局: 生态环境分局, 生态环境局, 市生态环境分局, 甲县生态环境分局, 某某生态环境分局, 某某市生态环境局.</summary>
    private static IEnumerable<string> OfBranch(string name, IssuerName issuer)
    {
        var bureau = name.IndexOf('局', StringComparison.Ordinal);
        if (!name.EndsWith(Branch, StringComparison.Ordinal) || bureau < ShortestBureau || bureau >= name.Length - Branch.Length)
        {
            yield break;
        }

        var rank = name.AsSpan(0, bureau).IndexOf('市');
        var trade = name[(rank + 1)..bureau];
        yield return trade + Branch;
        yield return trade + "局";
        yield return $"{issuer.Rank}{trade}{Branch}";
        yield return $"{issuer.Rank}{trade}局";
        yield return issuer.Stem + trade + Branch;
        if (rank > 0)
        {
            yield return name[..rank] + trade + Branch;
            yield return name[..(rank + 1)] + trade + "局";
        }
    }

    /// <summary>国网某某供电公司: 国网, 国网公司, 国网供电公司, 某某供电公司; 市某某渔业集团: 渔业集团; 人行某某市分行: 人行.</summary>
    private static IEnumerable<string> OfEnterprise(string name, IssuerName issuer)
    {
        if (name.StartsWith("人行", StringComparison.Ordinal) || name.StartsWith("中国人民银行", StringComparison.Ordinal))
        {
            yield return "人行";
            yield return "人民银行";
            yield return "央行";
        }

        var kind = Array.Find(EnterpriseKinds, k => name.EndsWith(k, StringComparison.Ordinal));
        if (kind is null)
        {
            yield break;
        }

        var place = issuer.Stem.Length > 1 ? name.IndexOf(issuer.Stem, StringComparison.Ordinal) : -1;
        if (place > 1)
        {
            var behind = name[(place + issuer.Stem.Length)..].TrimStart(issuer.Rank);
            yield return name[..place] + kind;
            yield return name[..place] + behind;
            yield return issuer.Stem + behind;
            yield return name[..place];
        }
        else if (name[0] == issuer.Rank && name.Length > kind.Length + LongestTrade + 1)
        {
            yield return name[^(kind.Length + LongestTrade)..];
        }
    }

    /// <summary>国家金融监督管理总局某某监管分局: 金融监管局, 金融监管分局, 国家金融监管分局, 某某金融监管分局, 金融监管局某某分局, 金融监管总局某某分局.</summary>
    private static IEnumerable<string> OfRegulator(string name, IssuerName issuer)
    {
        if (!name.StartsWith(FinancialRegulator, StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var national in new[] { string.Empty, "国家" })
        {
            foreach (var kind in new[] { "局", "总局", "分局" })
            {
                yield return $"{national}金融监管{kind}";
                yield return $"{national}金融监督管理{kind}";
            }

            foreach (var place in new[] { issuer.Stem, issuer.Name }.Where(p => p.Length > 1))
            {
                yield return $"{place}{national}金融监管分局";
                yield return $"{place}{national}金融监管局";
                yield return $"{national}金融监管局{place}分局";
                yield return $"{national}金融监管局{place}监管分局";
                yield return $"{national}金融监管总局{place}分局";
            }
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
