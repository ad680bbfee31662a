using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>"一万三千亩", "三千七百亿", "二十四公里", "七成以上", "52个亿": numbers that people spell out are read as digits, as the notice's own figures are written.</summary>
internal static partial class SpelledNumbers
{
    /// <summary>The question with such numbers in digits; one that stands in the store's own words stays as it is.</summary>
    public static string InDigits(string text, WorkItemIndex index) => Counted().Replace(Tenths().Replace(
        Spelled().Replace(Beyond().Replace(text, beyond => $"超过{beyond.Groups["n"].Value switch { "百" => 100, "千" => 1000, "十" => 10, _ => 1 }}{beyond.Groups["m"].Value}"), number => !index.Subjects.ContainsText(number.Value) && ChineseNumerals.TryParse(number.Value, out var value) ? $"{value}" : number.Value),
        tenths => !index.Subjects.ContainsText(tenths.Value) && ChineseNumerals.TryParse(tenths.Groups["n"].Value, out var value) ? $"{value * 10}%" : tenths.Value), string.Empty);

    // 七成 in 七成以上, 比七成高, 达到七成吗; no 三成立
    [GeneratedRegex("(?<![几占第零一二三四五六七八九十百千万0-9])(?<n>[一二三四五六七八九1-9])成(?=以上|以下|以内|左右|高|低|多|吗|吧|对|的|$|[?？,，。 ])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tenths();

    // 过百亿, 上千万, 过亿
    [GeneratedRegex("(?<!通|经|不|超|达|以)(?:超过|过|超|上)(?<n>百|千|十)?(?<m>亿|万)(?!元以上|以上|余|多)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beyond();

    // 52个亿
    [GeneratedRegex("(?<=[0-9]) ?个(?=亿)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();

    // 二十四, 三百, 两万, 一万三千, 十一万七千; neither 二十大 nor 十四五, and no part of 第二十四条
    [GeneratedRegex("(?<![第零〇一二两三四五六七八九十百千万亿0-9])(?:[一二两三四五六七八九](?:[零一二两三四五六七八九十百千万亿]{2,}|[百千万亿])(?![〇0-9])|十[一二两三四五六七八九]?[万亿][零一二两三四五六七八九十百千]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spelled();
}
