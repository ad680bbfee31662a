using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>受益群体: words for whom a measure may be for: 儿童, "the elderly". The words are data: <c>Data/beneficiaries.txt</c>.</summary>
internal static partial class Beneficiaries
{
    private static readonly Lazy<FrozenSet<string>> Words = new(() => EmbeddedText.Lines("beneficiaries.txt")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => NormalizedText.Fold(word.Replace('_', ' '))).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>True for a word of the list.</summary>
    /// <param name="piece">Of a subject, folded.</param>
    public static bool Contains(string piece) => Words.Value.Contains(piece);

    /// <summary>True when the word means the elderly and a text means them by their age: 60岁以上人群.</summary>
    /// <param name="piece">Of a subject, folded.</param>
    /// <param name="text">Of a task.</param>
    public static bool IsForElders(string piece, string text) => Elders.Contains(piece, StringComparer.Ordinal) && OverSixty().IsMatch(text);

    private static readonly string[] Elders = ["老人", "老年人", "老人家", "长者", "elderly", "the elderly", "seniors", "older people", "old people"];

    [GeneratedRegex("[6-8][05] ?(?:周)?岁(?:及)?以上", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OverSixty();
}
