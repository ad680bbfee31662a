using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// The figure that a yes-or-no question states of what it asks: "…要改22个对不对", "Is the … target 880,000 cubic metres?". Only one that closes the
/// question: of another it cannot be told what it is said of.
/// </summary>
internal static partial class FigureClaim
{
    private const int LongestQuestion = 120;

    /// <summary>From here on no age, year, day or number of places is meant, though no unit stands behind: "how much of the 7 billion is for this year?"</summary>
    public const decimal LeastTelling = 10_000m;

    /// <summary>Without one of these there is no figure, and no pattern is needed.</summary>
    private static readonly SearchValues<char> NumberMarks = SearchValues.Create("0123456789十百千一二两三四五六七八九");

    /// <summary>"是不是要190亿以上", "at least 30": another figure than the one stated may fulfil it as well.</summary>
    public static bool IsBound(string text) => Bounds().IsMatch(text);

    /// <summary>Null for a question that states none, or a limit such as 不超过.</summary>
    /// <param name="text">The normalised question.</param>
    public static StatedFigure? In(string text)
    {
        if (text.Length > LongestQuestion || !text.AsSpan().ContainsAny(NumberMarks) || Limits().IsMatch(text))
        {
            return null;
        }

        text = Numerals().Replace(text.Replace("%", "% ", StringComparison.Ordinal), n => ChineseNumerals.TryReadInteger(n.Value, out var value, out var length) && length == n.Length ? $"{value}" : n.Value);
        var match = Chinese().Match(text) is { Success: true } chinese ? chinese : English().Match(text);
        return match.Success && FiguresOf(text[match.Groups["n"].Index..]) is [var claimed, ..] ? claimed : null;
    }

    /// <summary>The figures that a sentence states; the numbers of places in a notice are none.</summary>
    public static List<StatedFigure> FiguresOf(string sentence) => [.. Numbers().Matches(Places().Replace(sentence, " ")).Select(m => new StatedFigure(ValueOf(m), UnitOf(m)))];

    private static string UnitOf(Match match) => match.Groups["u"].Value is var unit && unit is "percent" or "per" ? "%" : unit is [var only] && SubjectIndex.IsHan(only) && !ReadingRules.Default.MeasureUnits.Any(u => u[0] == only) ? string.Empty : unit.Equals("us", StringComparison.OrdinalIgnoreCase) ? "dollars" : unit;

    private static decimal ValueOf(Match match) =>
        decimal.TryParse(match.Groups["n"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value * Multipliers.Read(match.Groups["m"].Value, 0, out _)
            : 0;

    // 七百五十 of 七百五十万吨
    [GeneratedRegex("(?<=只有|仅有|就|才|共|一共)[一二两三四五六七八九](?= ?[项个件条家座])|[一二两三四五六七八九零]*[十百千][一二三四五六七八九十百千零]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numerals();

    // 要改22个对不对, 增长6.5%吗, 是不是4.5万人
    [GeneratedRegex(@"(?<![第0-9.])(?<n>[0-9]+(?:\.[0-9]+)?) ?" + Multipliers.Chinese + @"?(?![年月日号])[^0-9,，。]{0,6}?,? ?(?:对不对|对不|是不是|有没有记错|有没有错|有没有搞错|记错了吗|记错没有|错了吗|准不准|准确吗|正确吗|靠谱吗|对吗|对吧|对么|是吗|是吧|没错吧|是这样吗|是这样吧|是真的吗|真的吗|属实吗|没记错吧|吗|吧|right|correct)[?!。 ]*$|^(?=.*\p{IsCJKUnifiedIdeographs})(?!.*(?:多少|几|哪|谁|什么|啥|何|怎|呢|吗|还是)).*(?<![第0-9.])(?!(?:19|20)[0-9]{2}(?![0-9万亿]))(?<n>[0-9]+(?:\.[0-9]+)?) ?" + Multipliers.Chinese + @"?(?![年月日号])[^0-9,，。a-z]{0,3}\?$|(?:是不是|是否)[^?!。]*(?<![第0-9.])(?<n>[0-9]+(?:\.[0-9]+)?) ?" + Multipliers.Chinese + @"?(?![年月日号])[^0-9,，。]{0,5}(?:[?!。, ]|$)|^(?:(?:不对吧?|不会吧|咦|啊|错了吧),?)?(?:我?(?:怎么|咋)?听说|据说|真的要|真要|我?以为|我?记得|我?印象中?)(?!.*(?:多少|几|哪|谁|什么|啥|何|怎)).*?(?<![第0-9.])(?<n>[0-9]+(?:\.[0-9]+)?) ?" + Multipliers.Chinese + @"?(?![年月日号])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chinese();

    // is the … target 880,000 cubic metres?, … is 500, right?
    [GeneratedRegex(@"^(?:so |and )?(?:is|are|does|do|did|was|were|will|must|has|have) .*?(?<![0-9.,])(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?" + Multipliers.English + @"?(?:%| [a-z-]+){0,6}(?:,? ?(?:right|correct|true))?[?!. ]*$|(?<![0-9.,])(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?" + Multipliers.English + @"?(?:%| [a-z-]+){0,10}[,.]? ?(?:right|correct|isn't it|is that right|is that correct|is that so|is that true)[?!. ]*$|^(?:so|and|then)\b(?!.*\b(?:how|what|which|who|when|where)\b)[^?]*(?<![0-9.,])(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?" + Multipliers.English + @"?(?:%| [a-z-]+){0,4}\?$|\b(?:is it|is that|was it|it is|it's|it isn't|isn't it|it is not|it's not|that isn't) (?:really |about |only |just |still )?(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?" + Multipliers.English + @"?(?:%| [a-z-]+){0,4}[?!. ]*$|\bi (?:thought|heard|was told|believed)(?: that)? (?:it|that|this|they)?(?: was| were| is| had to be)? ?(?:about |around |only |just )?(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?" + Multipliers.English + @"?(?:%| [a-z-]+){0,4}[?!. ]*$|^(?:is it true|is it right|is it correct|am i right|right|correct)(?: that)? .*?(?<![0-9.,])(?<n>[0-9][0-9,]*(?:\.[0-9]+)?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"(?<n>[0-9][0-9,]*(?:\.[0-9]+)?) ?(?<m>" + Multipliers.Chinese + "|" + Multipliers.English + @")? ?(?<u>%|(?!(?:right|correct|true|or|and|is|of|for|in|by|to|from|at|on|this|that|as)\b)[A-Za-z]+|(?![对吗吧是以左呢啊么多余])\p{IsCJKUnifiedIdeographs})?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"不超过|以内|不到|(?<!不)低于|(?<!不)少于|(?<!要)超过|以下|\b(?:at most|no more than|more than|fewer than|less than|under|over|below|above|up to)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Limits();

    [GeneratedRegex(@"至少|不少于|不低于|以上|要超过|\b(?:at least|at minimum|at a minimum|or more|minimum)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bounds();

    // 第3部分第12条, 第9项, section 3 item 12, City project 8, No. 13, #7
    [GeneratedRegex(@"第 ?[0-9]+ ?(?:部分|条|项|号)|\b(?:section|item|project|no\.|work|row) ?[0-9]+(?:\.[0-9]+)?|#[0-9]+|〔[0-9]+〕[0-9]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Places();
}

/// <summary>A figure in a sentence.</summary>
/// <param name="Value">Without multiplier.</param>
/// <param name="Unit">Begin of its 计量单位: a sign, a word of letters or one Chinese character; empty where none stands.</param>
internal readonly record struct StatedFigure(decimal Value, string Unit)
{
    /// <summary>Whether the two can be held against each other: a figure that is said without a unit is of any.</summary>
    public bool IsMeasuredLike(StatedFigure other) => Unit.Length == 0 || Unit.Equals(other.Unit, StringComparison.OrdinalIgnoreCase) || IsSpeltLike(other) || (other.Unit.Length == 0 && IsOfThing);

    /// <summary>"passengers": a word that measures nothing, so that it cannot tell the figure from one that is.</summary>
    public bool IsOfThing => Unit.Length > 0 && char.IsAsciiLetter(Unit[0]) && !MeasureUnitNames.HasWord(Unit);

    /// <summary>tons and tonnes, meter and metres.</summary>
    private bool IsSpeltLike(StatedFigure other) => Unit.Length > 2 && other.Unit.Length > 2 && char.IsAsciiLetter(Unit[0]) && Unit.AsSpan(0, 3).Equals(other.Unit.AsSpan(0, 3), StringComparison.OrdinalIgnoreCase);
}
