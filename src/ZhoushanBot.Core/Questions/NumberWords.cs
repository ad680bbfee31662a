using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>"fewer than eight": an English number word behind a word of comparison, put into digits, as the bounds of a question are read.</summary>
internal static partial class NumberWords
{
    /// <summary>The question itself where it has no such number word: it still knows what was typed.</summary>
    public static NormalizedText InDigits(NormalizedText question) =>
        Bounds().Replace(question.Text, m => CountWords.English.IndexOf(m.Value) is > 0 and var number ? number.ToString(CultureInfo.InvariantCulture) : m.Value) is var digits && digits != question.Text
            ? NormalizedText.Of(digits)
            : question;

    [GeneratedRegex(@"(?<=\b(?:than|least|most|over|under|above|below|exceeds?|exceeding) )[a-z]+\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bounds();
}
