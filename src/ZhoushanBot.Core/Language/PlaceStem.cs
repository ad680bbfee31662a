using System.Collections.Immutable;

namespace ZhoushanBot.Core.Language;

/// <summary>What a place is called in short: 某某县 and 某某土家族自治县 are 某某. The names of peoples are data: <c>Data/ethnic-groups.txt</c>.</summary>
internal static class PlaceStem
{
    private const string Autonomous = "自治";
    private const int Shortest = 2;
    private static readonly Lazy<ImmutableArray<string>> Peoples = new(() => [.. EmbeddedText.Lines("ethnic-groups.txt").SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).OrderByDescending(p => p.Length)]);

    /// <summary>The name without its rank; at least two characters of it are kept.</summary>
    /// <param name="name">Ends in its rank: 市, 县, 区, 州, 旗.</param>
    public static string Of(string name)
    {
        var stem = name[..^1];
        if (!stem.EndsWith(Autonomous, StringComparison.Ordinal))
        {
            return stem;
        }

        stem = stem[..^Autonomous.Length];
        while (Peoples.Value.FirstOrDefault(p => stem.Length >= p.Length + Shortest && stem.EndsWith(p, StringComparison.Ordinal)) is { } people)
        {
            stem = stem[..^people.Length];
        }

        // 东乡族自治县: the people is the place.
        return stem.Length > Shortest && stem.EndsWith('族') ? stem[..^1] : stem;
    }
}
