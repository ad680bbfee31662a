namespace ZhoushanBot.Core.Lookup;

/// <summary>Other ways to write the English name of a body: "Bureau of X" for "X Bureau", without "of the … Committee", without marks.</summary>
internal static class EnglishForms
{
    private static readonly string[] Kinds = ["bureau", "office", "commission", "committee", "department", "administration"];

    private const string Bureau = " bureau";

    /// <summary>What people call a bureau in English.</summary>
    private static readonly string[] OfBureau = ["Authority", "Agency", "Board"];

    private static readonly string[] Associations = ["federation", "society", "association", "union"];

    /// <summary>Words of a field that people leave out.</summary>
    private static readonly string[] Broad = ["affairs", "resources", "management"];

    /// <summary>"Water Resources" for "Water Resources Bureau": names the body only where one is asked for. Empty for a name without such an end.</summary>
    public static IEnumerable<string> WithoutRank(string? name)
    {
        if (name is null || name.LastIndexOf(' ') is not (> 3 and var blank) || !Kinds.Contains(name[(blank + 1)..], StringComparer.OrdinalIgnoreCase))
        {
            yield break;
        }

        yield return name[..blank];
        yield return name[..blank] + " bureaus";
        var comma = name.AsSpan(0, blank).IndexOfAny(',', '&');
        var first = name.IndexOf(" and ", StringComparison.OrdinalIgnoreCase) is > 0 and var and && (comma < 0 || and < comma) ? and : comma;
        if (first > 3 && first < blank)
        {
            yield return name[..first];
            yield return name[..first] + " bureaus";
        }
    }

    /// <summary>"Sports and Tourism Bureau" for "Culture, Radio, Television, Tourism and Sports Bureau", "Bureau of Ecology": any one or two of its fields, or the field without what is broad.</summary>
    public static IEnumerable<string> OfSomeFields(string? name)
    {
        if (name is null || name.LastIndexOf(' ') is not (> 3 and var blank) || !Kinds.Contains(name[(blank + 1)..], StringComparer.OrdinalIgnoreCase))
        {
            yield break;
        }

        if (name.Split(' ') is [var field, var of, _] && Broad.Contains(of, StringComparer.OrdinalIgnoreCase))
        {
            // "Water Bureau" for "Water Affairs Bureau".
            yield return $"{field} {name[(blank + 1)..]}";
        }

        var fields = name[..blank].Split([", and ", " and ", ", ", " & "], StringSplitOptions.RemoveEmptyEntries);
        var kind = name[(blank + 1)..];
        for (var one = 0; fields.Length > 1 && one < fields.Length; one++)
        {
            yield return $"{fields[one]} {kind}";
            yield return $"{kind} of {fields[one]}";
            for (var other = 0; fields.Length > 2 && other < fields.Length; other++)
            {
                if (one != other)
                {
                    yield return $"{fields[one]} and {fields[other]} {kind}";
                }
            }
        }
    }

    /// <summary>"Medical Insurance Authority" for "Medical Insurance Bureau"; empty for what is no bureau.</summary>
    public static IEnumerable<string> OfOtherKinds(string name) =>
        name.EndsWith(Bureau, StringComparison.OrdinalIgnoreCase) && name.Length > Bureau.Length ? OfBureau.Select(other => name[..^(Bureau.Length - 1)] + other) : [];

    public static IEnumerable<string> Of(string name)
    {
        yield return name;
        var plain = name.Replace("'s", string.Empty, StringComparison.Ordinal).Replace("'", string.Empty, StringComparison.Ordinal)
            .Replace(",", string.Empty, StringComparison.Ordinal).Replace(" (", " ", StringComparison.Ordinal).Replace(")", string.Empty, StringComparison.Ordinal);
        yield return plain;
        yield return name.Replace("'", string.Empty, StringComparison.Ordinal);
        if (plain.Contains(" Municipal Party Committee", StringComparison.Ordinal))
        {
            yield return plain.Replace(" Municipal Party Committee", " Party Committee", StringComparison.Ordinal);
            yield return plain.Replace(" Municipal Party Committee", " Party", StringComparison.Ordinal);
            yield return plain.Replace(" Municipal Party Committee", " CPC Committee", StringComparison.Ordinal);
        }

        if (plain.IndexOf(" of the ", StringComparison.Ordinal) is > 0 and var of)
        {
            yield return plain[..of];
        }

        if (plain.EndsWith(" Management Committee", StringComparison.Ordinal))
        {
            var place = plain[..^" Management Committee".Length];
            yield return place + " Administrative Committee";
            yield return place + " Admin Committee";
            yield return place + "'s Management Committee";
            yield return place + "'s Committee";
            yield return place + " Committee";
            yield return place + " Administration";
        }

        if (plain.EndsWith(" Government", StringComparison.Ordinal))
        {
            var place = plain[..^"ernment".Length];
            yield return place;
            yield return place + "t";
        }

        var kind = plain[(plain.LastIndexOf(' ') + 1)..];
        if (kind.Equals("group", StringComparison.OrdinalIgnoreCase) && plain.Split(' ') is { Length: > 2 } words)
        {
            // "Fishery Group" for "Distant-Water Fishery Group".
            yield return string.Join(' ', words[^2..]);
        }

        foreach (var other in OfOtherKinds(plain))
        {
            yield return other;
        }

        if ((Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase) || Associations.Contains(kind, StringComparer.OrdinalIgnoreCase)) && plain.Length > kind.Length + 1)
        {
            yield return $"{kind} of {plain[..^(kind.Length + 1)]}";
        }
    }
}
