using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// The figure that a yes-or-no question states of what it asks: "…要改22个对不对", "Is the … target 880,000 cubic metres?". Only one that closes the
/// question: of another it cannot be told what it is said of.
/// </summary>
internal static partial class FigureClaim
{
    private const int LongestQuestion = 120;

    /// <summary>Its value without multiplier; null for a question that states none.</summary>
    /// <param name="text">The normalised question.</param>
    public static decimal? In(string text)
    {
        if (text.Length > LongestQuestion || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }

        var match = Chinese().Match(text) is { Success: true } chinese ? chinese : English().Match(text);
        return match.Success ? ValueOf(match) : null;
    }

    /// <summary>The figures that a sentence states, without multipliers; the numbers of places in a notice are none.</summary>
    public static List<decimal> FiguresOf(string sentence) => [.. Numbers().Matches(Places().Replace(sentence, " ")).Select(ValueOf)];

    private static decimal ValueOf(Match match) =>
        decimal.TryParse(match.Groups["n"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value * FactorOf(match.Groups["m"].Value)
            : 0;

    private static decimal FactorOf(string multiplier) => multiplier switch
    {
        "千" or "thousand" => 1_000,
        "万" => 10_000,
        "million" => 1_000_000,
        "亿" => 100_000_000,
        "billion" => 1_000_000_000,
        "万亿" or "trillion" => 1_000_000_000_000,
        _ => 1,
    };

    // 要改22个对不对, 增长6.5%吗, 是不是4.5万人
    [GeneratedRegex(@"(?<![第0-9.])(?<n>[0-9]+(?:\.[0-9]+)?) ?(?<m>万亿|亿|万|千)?(?![年月日号])[^0-9,，。]{0,6}?,? ?(?:对不对|对吗|对吧|对么|是吗|是吧|没错吧|吗|吧)[?!。 ]*$|(?:是不是|是否).*(?<![第0-9.])(?<n>[0-9]+(?:\.[0-9]+)?) ?(?<m>万亿|亿|万|千)?(?![年月日号])[^0-9,，。]{0,5}[?!。 ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chinese();

    // is the … target 880,000 cubic metres?, … is 500, right?
    [GeneratedRegex(@"^(?:so |and )?(?:is|are|does|do|did|was|were|will|must|has|have) .*?(?<![0-9.,])(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?(?<m>thousand|million|billion|trillion)?(?:%| [a-z-]+){0,3}(?:,? ?(?:right|correct|true))?[?!. ]*$|(?<![0-9.,])(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?(?<m>thousand|million|billion|trillion)?(?:%| [a-z-]+){0,3},? ?(?:right|correct|isn't it|is that right|is that correct)[?!. ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?(?<m>万亿|亿|万|千|thousand|million|billion|trillion)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    // 第3部分第12条, 第9项, section 3 item 12, City project 8, No. 13, #7
    [GeneratedRegex(@"第 ?[0-9]+ ?(?:部分|条|项|号)|\b(?:section|item|project|no\.|work|row) ?[0-9]+(?:\.[0-9]+)?|#[0-9]+|〔[0-9]+〕[0-9]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Places();
}
