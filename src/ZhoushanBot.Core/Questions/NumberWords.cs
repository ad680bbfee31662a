using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>"fewer than eight": an English number word behind a word of comparison, put into digits, as the bounds of a question are read.</summary>
internal static partial class NumberWords
{
    public static NormalizedText InDigits(NormalizedText question) => Bounds().IsMatch(question.Text)
        ? NormalizedText.Of(Bounds().Replace(question.Text, m => CountWords.English.IndexOf(m.Value).ToString(CultureInfo.InvariantCulture)))
        : question;

    [GeneratedRegex(@"(?<=\b(?:than|least|most|over|under|above|below|exceeds?|exceeding) )(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bounds();
}
