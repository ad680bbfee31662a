namespace ZhoushanBot.Core.Language;

/// <summary>
/// 编辑距离: how many slips of the pen lie between two words, a slip being a letter too many, too few, wrong, or two neighbours swapped.
/// </summary>
/// <remarks>
/// Written here though packages have it: Core rests on the base class library alone, and the bound is what makes it cheap enough to run over a
/// whole gazetteer (most candidates end after their lengths or first rows are compared, and nothing is allocated).
/// </remarks>
public static class EditDistance
{
    private const int StackLimit = 128;

    /// <summary>The distance, looked for only up to a limit.</summary>
    /// <param name="left">One word; case matters, so both should be normalised.</param>
    /// <param name="right">The other.</param>
    /// <param name="limit">Largest distance of interest, 0 or more.</param>
    /// <returns>The distance when it is at most <paramref name="limit"/>, else <paramref name="limit"/> + 1.</returns>
    public static int Within(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        TrimCommonEnds(ref left, ref right);
        if (left.Length > right.Length)
        {
            var swap = left;
            left = right;
            right = swap;
        }

        if (right.Length - left.Length > limit)
        {
            return limit + 1;
        }

        if (left.IsEmpty)
        {
            return right.Length;
        }

        var width = left.Length + 1;
        var rows = width <= StackLimit ? stackalloc int[width * 3] : new int[width * 3];
        return Fill(left, right, limit, rows[..width], rows.Slice(width, width), rows[(width * 2)..]);
    }

    /// <summary>True when the words lie at most <paramref name="limit"/> slips apart.</summary>
    public static bool IsWithin(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit) => Within(left, right, limit) <= limit;

    private static int Fill(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit, Span<int> current, Span<int> previous, Span<int> beforeThat)
    {
        for (var i = 0; i < previous.Length; i++)
        {
            previous[i] = i;
        }

        for (var row = 1; row <= right.Length; row++)
        {
            current[0] = row;
            var best = row;
            for (var i = 1; i <= left.Length; i++)
            {
                var cost = left[i - 1] == right[row - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(current[i - 1], previous[i]) + 1, previous[i - 1] + cost);
                if (i > 1 && row > 1 && left[i - 1] == right[row - 2] && left[i - 2] == right[row - 1])
                {
                    distance = Math.Min(distance, beforeThat[i - 2] + 1);
                }

                current[i] = distance;
                best = Math.Min(best, distance);
            }

            // A swap reaches back two rows, and costs 1: a row whose best is above the limit cannot be rescued by more than that.
            if (best > limit + 1)
            {
                return limit + 1;
            }

            var recycled = beforeThat;
            beforeThat = previous;
            previous = current;
            current = recycled;
        }

        return Math.Min(previous[left.Length], limit + 1);
    }

    private static void TrimCommonEnds(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (!left.IsEmpty && !right.IsEmpty && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }
    }
}
