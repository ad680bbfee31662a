using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>How much of one text's wording stands in another, by pairs of neighbouring characters.</summary>
internal sealed class Likeness
{
    private readonly HashSet<int> pairs = [];

    public Likeness(string text)
    {
        var previous = '\0';
        foreach (var c in text)
        {
            if (Wording.DigitOf(c) is not null || !char.IsLetter(c))
            {
                continue;
            }

            if (previous != '\0')
            {
                pairs.Add((previous << 16) | char.ToLowerInvariant(c));
            }

            previous = char.ToLowerInvariant(c);
        }
    }

    /// <summary>Share of the shorter text's pairs that the other has too, 0 to 1; 0 when one of them has none.</summary>
    public double Containment(Likeness other)
    {
        var (small, large) = pairs.Count <= other.pairs.Count ? (pairs, other.pairs) : (other.pairs, pairs);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }

    /// <summary>Pairs shared, against all pairs of both, 0 to 1.</summary>
    public double Dice(Likeness other) =>
        pairs.Count + other.pairs.Count == 0 ? 0 : 2.0 * pairs.Count(other.pairs.Contains) / (pairs.Count + other.pairs.Count);
}
