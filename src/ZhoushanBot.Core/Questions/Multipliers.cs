using System.Collections.Immutable;

namespace ZhoushanBot.Core.Questions;

/// <summary>The words behind a number that multiply it: 万, 亿, million.</summary>
internal static class Multipliers
{
    /// <summary>Of <see cref="Words"/>, for patterns.</summary>
    public const string Chinese = "(?:万亿|亿|万|千(?![瓦米]))";

    /// <inheritdoc cref="Chinese"/>
    public const string English = "(?:(?:hundred )?(?:thousand|million|billion|trillion)|hundred|wan|yi)";

    private static readonly ImmutableArray<(string Word, decimal Factor)> Words =
    [
        ("亿", 100_000_000m), ("万", 10_000m), ("千", 1_000m),
        ("trillion", 1_000_000_000_000m), ("billion", 1_000_000_000m), ("million", 1_000_000m), ("thousand", 1_000m), ("hundred", 100m), ("wan", 10_000m), ("yi", 100_000_000m),
    ];

    /// <summary>What the words at a place of a normalised text multiply by, taken together (万亿); 1 where none stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Behind the number; one blank may stand in front of an English word.</param>
    /// <param name="end">Behind the last such word; <paramref name="at"/> where none stands.</param>
    public static decimal Read(string text, int at, out int end)
    {
        foreach (var (word, times) in Words)
        {
            var begin = char.IsAsciiLetter(word[0]) && at < text.Length && text[at] == ' ' ? at + 1 : at;
            if (string.CompareOrdinal(text, begin, word, 0, word.Length) == 0 && !IsOfUnit(text, begin))
            {
                return times * Read(text, begin + word.Length, out end);
            }
        }

        end = at;
        return 1;
    }

    /// <summary>千 of 千瓦 and 千米 belongs to the unit.</summary>
    private static bool IsOfUnit(string text, int at) => text[at] == '千' && at + 1 < text.Length && text[at + 1] is '瓦' or '米';
}
