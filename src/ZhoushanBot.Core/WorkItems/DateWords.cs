using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>A day by which something is to be done, and the words [Start, End) that give it.</summary>
/// <param name="On">The last day.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset behind the last.</param>
/// <param name="IsWholeYear">"2024年完成": no more than the year itself.</param>
internal readonly record struct DueDate(DateOnly On, int Start, int End, bool IsWholeYear);

/// <summary>
/// Dates as notices write them: 6月底前, 9月15日前, 年底前, 上半年, 三季度末, 2025年完成. A bare month or day names no deadline, nor does
/// a span of years (2024—2025年) or a year gone by.
/// </summary>
internal static partial class DateWords
{
    private const int FarthestYears = 10;
    private const string Year = @"((?<y>[12][0-9]{3}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年\s*)?";
    private const string Month = @"(?<m>[0-9０-９]{1,2}|十[一二]?|[一二三四五六七八九])\s*月份?\s*";
    private const string Before = "(之前|以前|前)";
    private const string Done = "(完成|建成|完工|竣工|通车|投用|投运|投入使用|投入运营|投入运行|启用|开工|投产|实现)";

    public static IEnumerable<DueDate> In(string text, int year)
    {
        if (year is < 1 or > 9000)
        {
            yield break;
        }

        foreach (Match match in Pattern().Matches(text))
        {
            if (!IsEndOfSpan(text, match.Index) && !IsLength(text, match) && DayOf(match, year) is { } on)
            {
                yield return new DueDate(on, match.Index, match.Index + match.Length, match.Groups["plain"].Success);
            }
        }
    }

    [GeneratedRegex(
        $@"{Year}{Month}(?<d>[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日\s*{Before}"
        + $@"|{Year}{Month}((?<end>底|末|下旬){Before}?|(?<mid>中旬){Before}?|(?<early>上旬){Before}?|{Before}|(?<verb>{Done}))"
        + $@"|{Year}(?<half>上半年){Before}?|{Year}第?(?<q>[一二三四1234])\s*季度((末|底){Before}?|内|{Before}|{Done})"
        + @"|(?<own>[12][0-9]{3})\s*年\s*(底|末)(之前|以前|前)?|(?<close>年底|年末|年内)(之前|以前|前)?"
        + $@"|(?<plain>[12][0-9]{{3}})\s*年\s*(?<verb>{Done}|新增|改造|重点|启动)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();

    /// <summary>"2024—2025年底": the second year of a span is no deadline of this year's work.</summary>
    private static bool IsEndOfSpan(string text, int start) =>
        start > 1 && text[start - 1] is '—' or '-' or '–' or '至' or '～' or '~' && (Wording.DigitOf(text[start - 2]) is not null || text[start - 2] is '年' or '—');

    /// <summary>"离校2年内": a length of time.</summary>
    private static bool IsLength(string text, Match match) => match.Groups["close"].Success && match.Index > 0
        && (Wording.DigitOf(text[match.Index - 1]) is not null || text[match.Index - 1] is '一' or '二' or '两' or '三' or '四' or '五' or '十' or '半' or '几' or '多');

    private static DateOnly? DayOf(Match match, int noticeYear)
    {
        var year = YearOf(match) ?? noticeYear;
        if (year < noticeYear || year > noticeYear + FarthestYears)
        {
            return null;
        }

        if (match.Groups["half"].Success)
        {
            return new DateOnly(year, 6, 30);
        }

        if (match.Groups["q"] is { Success: true } quarter)
        {
            return LastOfMonth(year, 3 * (NumberOf(quarter.ValueSpan) ?? 4));
        }

        if (match.Groups["plain"].Success)
        {
            return year == noticeYear ? new DateOnly(year, 12, 31) : null;
        }

        return match.Groups["m"] is { Success: true } month ? DayInMonth(match, year, NumberOf(month.ValueSpan) ?? 0) : new DateOnly(year, 12, 31);
    }

    private static DateOnly? DayInMonth(Match match, int year, int month)
    {
        if (month is < 1 or > 12)
        {
            return null;
        }

        if (match.Groups["d"] is { Success: true } day)
        {
            return NumberOf(day.ValueSpan) is >= 1 and var number && number <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, number) : null;
        }

        // "11月前全面完成、12月查漏补缺": a month "before" which something is done counts to its own end.
        return match.Groups["early"].Success ? new DateOnly(year, month, 10)
            : match.Groups["mid"].Success ? new DateOnly(year, month, 20)
            : LastOfMonth(year, month);
    }

    private static int? YearOf(Match match)
    {
        foreach (var name in (ReadOnlySpan<string>)["y", "own", "plain"])
        {
            if (match.Groups[name] is { Success: true } year)
            {
                return NumberOf(year.ValueSpan);
            }
        }

        return null;
    }

    private static int? NumberOf(ReadOnlySpan<char> digits) => Wording.WholeNumber(digits)
        ?? (ChineseNumerals.TryParse(digits.ToString().Replace('○', '〇'), out var value) ? int.CreateSaturating(value) : null);

    private static DateOnly LastOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
