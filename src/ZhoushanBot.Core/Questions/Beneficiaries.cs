using System.Collections.Frozen;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>受益群体: words for whom a measure may be for: 儿童, "the elderly". The words are data: <c>Data/beneficiaries.txt</c>.</summary>
internal static class Beneficiaries
{
    private static readonly Lazy<FrozenSet<string>> Words = new(() => EmbeddedText.Lines("beneficiaries.txt")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => NormalizedText.Fold(word.Replace('_', ' '))).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>True for a word of the list.</summary>
    /// <param name="piece">Of a subject, folded.</param>
    public static bool Contains(string piece) => Words.Value.Contains(piece);
}
