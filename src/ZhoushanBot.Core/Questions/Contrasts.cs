using System.Collections.Immutable;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Words of which one rules the other out: whoever asks for overseas visitors is not told of domestic ones without a word. The words are data:
/// <c>Data/contrasts.txt</c>, the two sides of a line parted by a stroke.
/// </summary>
internal static class Contrasts
{
    private static readonly Lazy<ImmutableArray<(string[] One, string[] Other)>> Pairs = new(Load);

    /// <summary>The words of the question that what was told rules out; empty where there are none.</summary>
    /// <param name="question">The normalised question.</param>
    /// <param name="told">What was told in the notice's words.</param>
    public static IEnumerable<string> In(string question, string told)
    {
        string? Ruled(string[] asked, string[] other) =>
            Has(told, other) && !Has(told, asked) && !Has(question, other) ? Array.Find(asked, w => IsSaid(question, w)) : null;
        return Pairs.Value.Select(pair => Ruled(pair.One, pair.Other) ?? Ruled(pair.Other, pair.One)).OfType<string>();
    }

    private static bool Has(string text, string[] words) => Array.Exists(words, w => IsSaid(text, w));

    /// <summary>An English word stands for itself: rural is none in plural.</summary>
    private static bool IsSaid(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
        && (!char.IsAsciiLetter(word[0]) || ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsAsciiLetter(text[at + word.Length]))));

    private static ImmutableArray<(string[] One, string[] Other)> Load() =>
    [
        .. EmbeddedText.Lines("contrasts.txt").Select(line => line.Split('|')).Where(sides => sides.Length == 2)
            .Select(sides => (WordsOf(sides[0]), WordsOf(sides[1]))),
    ];

    private static string[] WordsOf(string side) => [.. side.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NormalizedText.Fold)];
}
