namespace ZhoushanBot.Core.Lookup;

/// <summary>Other ways to write the English name of a body: "Bureau of X" for "X Bureau", without "of the … Committee", without marks.</summary>
internal static class EnglishForms
{
    private static readonly string[] Kinds = ["bureau", "office", "commission", "committee", "department", "administration"];

    public static IEnumerable<string> Of(string name)
    {
        yield return name;
        var plain = name.Replace("'s", string.Empty, StringComparison.Ordinal).Replace("'", string.Empty, StringComparison.Ordinal)
            .Replace(",", string.Empty, StringComparison.Ordinal).Replace(" (", " ", StringComparison.Ordinal).Replace(")", string.Empty, StringComparison.Ordinal);
        yield return plain;
        if (plain.IndexOf(" of the ", StringComparison.Ordinal) is > 0 and var of)
        {
            yield return plain[..of];
        }

        if (plain.EndsWith(" Management Committee", StringComparison.Ordinal))
        {
            var place = plain[..^" Management Committee".Length];
            yield return place + " Administrative Committee";
            yield return place + " Committee";
            yield return place + " Administration";
        }

        var kind = plain[(plain.LastIndexOf(' ') + 1)..];
        if (Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase) && plain.Length > kind.Length + 1)
        {
            yield return $"{kind} of {plain[..^(kind.Length + 1)]}";
        }
    }
}
