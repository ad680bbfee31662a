using System.Collections.Immutable;

namespace ZhoushanBot.Core.Questions;

/// <summary>The words behind a number that multiply it: 万, 亿, million.</summary>
internal static class Multipliers
{
    private static readonly ImmutableArray<(string Word, decimal Factor)> Words =
    [
        ("亿", 100_000_000m), ("万", 10_000m), ("千", 1_000m),
        ("trillion", 1_000_000_000_000m), ("billion", 1_000_000_000m), ("million", 1_000_000m), ("thousand", 1_000m),
    ];

    /// <summary>What the words at a place of a normalised text multiply by, taken together (万亿); 1 where none stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Behind the number; one blank may stand in front of an English word.</param>
    /// <param name="end">Behind the last such word; <paramref name="at"/> where none stands.</param>
    public static decimal Read(string text, int at, out int end)
    {
        var (factor, isMore) = (1m, true);
        end = at;
        while (isMore)
        {
            isMore = false;
            foreach (var (word, times) in Words)
            {
                var begin = char.IsAsciiLetter(word[0]) && end < text.Length && text[end] == ' ' ? end + 1 : end;
                if (string.CompareOrdinal(text, begin, word, 0, word.Length) == 0 && !IsOfUnit(text, begin))
                {
                    (factor, end, isMore) = (factor * times, begin + word.Length, true);
                    break;
                }
            }
        }

        return factor;
    }

    /// <summary>千 of 千瓦 and 千米 belongs to the unit.</summary>
    private static bool IsOfUnit(string text, int at) => text[at] == '千' && at + 1 < text.Length && text[at + 1] is '瓦' or '米';
}
