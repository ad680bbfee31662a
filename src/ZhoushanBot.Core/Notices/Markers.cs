using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Notices;

/// <summary>A number at the beginning of a line, and where the words behind it begin.</summary>
/// <param name="Number">0 when the line begins with none.</param>
/// <param name="ContentStart">Offset in the line.</param>
/// <param name="Form">How the number is written.</param>
internal readonly record struct LineNumber(int Number, int ContentStart, LineNumberForm Form)
{
    public static LineNumber Missing { get; }

    public bool IsFound => Number > 0;
}

/// <summary>How a number at the beginning of a line is written.</summary>
internal enum LineNumberForm
{
    /// <summary>"三、": a section, or an item in a list without sections.</summary>
    Chinese,

    /// <summary>"（三）".</summary>
    BracketedChinese,

    /// <summary>"3.", "3、", "3）".</summary>
    Dotted,

    /// <summary>"（3）".</summary>
    BracketedArabic,

    /// <summary>"3 ": the dot was lost.</summary>
    Bare,
}

/// <summary>Tells a line's role from how it begins and ends.</summary>
internal static class Markers
{
    private const int LongestTitle = 70;
    private const int LongestHeading = 45;
    private const int LongestItemNumber = 3;
    private const int LongestChineseNumber = 4;
    private static readonly SearchValues<char> Ranks = SearchValues.Create("省市州盟县区旗乡镇");
    private static readonly SearchValues<char> PageMarks = SearchValues.Create("0123456789页共第/，,");

    /// <summary>"三、…" or "（三）…".</summary>
    public static LineNumber HeadingNumber(string line)
    {
        var bracketed = line.Length > 0 && line[0] is '（' or '(';
        var start = bracketed ? 1 : 0;
        if (start >= line.Length
            || !ChineseNumerals.TryRead(line.AsSpan(start, Math.Min(LongestChineseNumber, line.Length - start)), out var number, out var length)
            || number is < 1 or > 199)
        {
            return LineNumber.Missing;
        }

        var end = start + length;
        var closes = end < line.Length && (bracketed ? line[end] is '）' or ')' : line[end] is '、' or '．' or '.');
        return closes
            ? new LineNumber((int)number, end + 1, bracketed ? LineNumberForm.BracketedChinese : LineNumberForm.Chinese)
            : LineNumber.Missing;
    }

    /// <summary>
    /// A heading, as against an item that begins with a Chinese number: short, no sentence, and nobody carries it. A colon stands only
    /// behind a label ("（牵头领导：…）").
    /// </summary>
    public static bool IsHeadingText(string text, ReadingRules rules)
    {
        if (text.Length is 0 or > LongestHeading || text.AsSpan().ContainsAny('。', '；') || EndsInResponsibility(text, rules))
        {
            return false;
        }

        var colon = text.AsSpan().IndexOfAny('：', ':');
        return colon < 0 || Wording.LongestAtEnd(text.AsSpan(0, colon), rules.Labels.LeadOfficial) > 0;
    }

    /// <summary>"12. …", "12．…", "12、…", "12）…", "（12）…", or with its dot missing "12 …".</summary>
    public static LineNumber ItemNumber(string line, ReadingRules rules)
    {
        var start = line.Length > 0 && line[0] is '（' or '(' ? 1 : 0;
        var end = start;
        while (end < line.Length && end - start < LongestItemNumber && Wording.DigitOf(line[end]) is not null)
        {
            end++;
        }

        if (end == start || end >= line.Length || Wording.WholeNumber(line.AsSpan(start, end - start)) is not (> 0 and var number))
        {
            return LineNumber.Missing;
        }

        if (start > 0)
        {
            return line[end] is '）' or ')' ? new LineNumber(number, end + 1, LineNumberForm.BracketedArabic) : LineNumber.Missing;
        }

        var rest = line.AsSpan(end + 1).TrimStart();
        if (line[end] is '.' or '．' or '、' or '）' or ')')
        {
            return rest.IsEmpty || IsDecimalPoint(line, end, rest) ? LineNumber.Missing : new LineNumber(number, end + 1, LineNumberForm.Dotted);
        }

        // "24 万载重吨" at the top of a page is the end of a figure, not item 24.
        return char.IsWhiteSpace(line[end]) && BeginsWords(rest) && !BeginsWithMeasureUnit(rest, rules)
            ? new LineNumber(number, end + 1, LineNumberForm.Bare)
            : LineNumber.Missing;
    }

    /// <summary>"6.65岁以上…" behind item 5: the next number of a list, whose words begin with a figure of their own.</summary>
    /// <param name="line">The line.</param>
    /// <param name="next">The number that would come next.</param>
    public static LineNumber NumberBeforeFigure(string line, int next)
    {
        var number = next.ToString(CultureInfo.InvariantCulture);
        var end = number.Length + 1;
        if (!line.StartsWith(number, StringComparison.Ordinal) || line.Length <= end || line[number.Length] is not ('.' or '．'))
        {
            return LineNumber.Missing;
        }

        var digits = line.AsSpan(end).IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && Wording.IsHan(line[end + digits]) ? new LineNumber(next, end, LineNumberForm.Dotted) : LineNumber.Missing;
    }

    /// <summary>The title in a line, an annex number in front of it taken off; null when the line is no list title.</summary>
    public static string? ListTitle(string line, ReadingRules rules)
    {
        if (line.Length > 2 * LongestTitle)
        {
            return null;
        }

        var title = WithoutAnnexNumber(Wording.Compact(line), rules);
        var bare = title.EndsWith('）') && title.LastIndexOf('（') is > 0 and var open ? title[..open] : title;
        bare = bare.TrimEnd('》');
        var isTitle = title.Length is > 4 and <= LongestTitle
            && !ItemNumber(line, rules).IsFound
            && !HeadingNumber(line).IsFound
            && Wording.EndsWithAny(bare, rules.ListTitleEndings)
            && !Wording.ContainsAny(title, rules.ListTitleBans)
            && title.AsSpan().Count('《') == title.AsSpan().Count('》');
        return isTitle ? title.StartsWith('《') && title.EndsWith('》') ? title[1..^1] : title : null;
    }

    /// <summary>"附件", "附件1", "附件：…": what follows is an annex. What stands behind the colon comes back too; it may be empty.</summary>
    public static bool IsAnnexMarker(string line, ReadingRules rules, out string behind)
    {
        behind = string.Empty;
        if (!Wording.StartsWithAny(line, rules.AnnexMarkers))
        {
            return false;
        }

        var colon = line.AsSpan(0, Math.Min(6, line.Length)).IndexOfAny('：', ':');
        behind = colon < 0 ? string.Empty : line[(colon + 1)..].Trim();
        return colon >= 0 || line.Length <= 6;
    }

    public static WorkListKind KindOf(string title, ReadingRules rules)
    {
        var compact = Wording.Compact(title);
        if (Wording.ContainsAny(compact, rules.LivelihoodWords) && !Wording.ContainsAny(compact, rules.WorkReportNames))
        {
            return Wording.ContainsAny(compact, rules.ProvincialPrefixes) ? WorkListKind.ProvincialProjects : WorkListKind.CityProjects;
        }

        return Wording.ContainsAny(compact, rules.WorkReportNames) || Wording.ContainsAny(compact, rules.WorkReportWords)
            ? WorkListKind.WorkReport
            : WorkListKind.Other;
    }

    /// <summary>Whose public-benefit projects a title names: 3 for a province's, 2 for a city's or prefecture's, 1 for a county's, 0 for a township's; -1 where it does not say or is of no such projects.</summary>
    /// <param name="title">As printed.</param>
    /// <param name="rules">The words for such projects.</param>
    public static int LevelOf(string title, ReadingRules rules)
    {
        var compact = Wording.Compact(title);
        var bracket = compact.AsSpan().IndexOfAny('（', '(');
        var name = bracket > 0 ? compact[..bracket] : compact;
        var word = rules.LivelihoodWords.Select(w => name.IndexOf(w, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        if (word < 0 || Wording.ContainsAny(name, rules.WorkReportNames))
        {
            return -1;
        }

        var rank = name.AsSpan(0, word).LastIndexOfAny(Ranks);
        return rank < 0 ? -1 : name[rank] switch
        {
            '省' => 3,
            '区' when name.AsSpan(0, rank).EndsWith("自治") => 3,
            '市' or '州' or '盟' => 2,
            '县' or '区' or '旗' => 1,
            _ => 0,
        };
    }

    /// <summary>A line that begins with a label such as 责任单位：, a bracket in front of it allowed, or the colon lost and a blank left.</summary>
    public static bool IsLabelLine(string line, ImmutableArray<string> labels)
    {
        var text = line.AsSpan().TrimStart("（(【[〔");
        var length = Wording.LongestAtStart(text, labels);
        var rest = text[length..];
        return length > 0 && (rest is [' ' or '　' or '】' or ']' or '〕', _, ..] || rest.TrimStart() is [':' or '：', ..]);
    }

    /// <summary>"— 3 —", "- 12 -", "第 3 页 共 10 页", or a number alone in its line.</summary>
    public static bool IsPageNumber(string line)
    {
        var compact = Wording.Compact(line);
        if (compact.Length is 0 or > 16)
        {
            return false;
        }

        var bare = compact.Trim('—', '-', '–', '－', '·');
        return Wording.WholeNumber(bare) is not null
            ? bare.Length <= (bare.Length < compact.Length ? 4 : 3)
            : compact.StartsWith('第') && compact.EndsWith('页') && compact.AsSpan(1, compact.Length - 2).IndexOfAnyExcept(PageMarks) < 0;
    }

    /// <summary>"…（市教育局牵头）", "…（责任单位：市教育局）": what such a line says is a task, however short.</summary>
    private static bool EndsInResponsibility(string text, ReadingRules rules)
    {
        if (text[^1] is not ('）' or ')') || text.AsSpan().LastIndexOfAny('（', '(') is not (> 0 and var open))
        {
            return false;
        }

        var inside = text.AsSpan(open + 1, text.Length - open - 2);
        foreach (var verb in rules.LeadVerbs.Concat(rules.SoleVerbs))
        {
            if (inside.IndexOf(verb, StringComparison.Ordinal) is > 0 and var at && Wording.LongestAtEnd(inside[..at], rules.OrganizationEndings) > 0)
            {
                return true;
            }
        }

        return Wording.ContainsAny(inside.ToString(), rules.Labels.Organizations.Select(l => l + "：").Concat(rules.Labels.Organizations.Select(l => l + ":")));
    }

    /// <summary>"6.5%…" is a figure, "1.2024年…" an item that begins with a year.</summary>
    private static bool IsDecimalPoint(string line, int at, ReadOnlySpan<char> rest) =>
        line[at] is '.' or '．' && at + 1 < line.Length && Wording.DigitOf(line[at + 1]) is not null && !BeginsWithYear(rest);

    private static bool BeginsWords(ReadOnlySpan<char> text) => text is ['“' or '《' or '（', ..] || (text.Length > 0 && Wording.IsHan(text[0]));

    private static bool BeginsWithMeasureUnit(ReadOnlySpan<char> text, ReadingRules rules) =>
        text[0] is '万' or '亿' or '千' or '百' || Wording.LongestAtStart(text, rules.MeasureUnits) > 0;

    private static bool BeginsWithYear(ReadOnlySpan<char> text) =>
        text is [>= '1' and <= '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..] && text[4..].TrimStart() is ['年' or '—' or '-', ..];

    private static string WithoutAnnexNumber(string compact, ReadingRules rules)
    {
        var marker = Wording.LongestAtStart(compact, rules.AnnexMarkers);
        if (marker == 0)
        {
            return compact;
        }

        // "附件12025年…": the annex number runs into the year.
        var digits = 0;
        while (marker + digits < compact.Length && Wording.DigitOf(compact[marker + digits]) is not null)
        {
            digits++;
        }

        return compact[(marker + (digits > 4 ? digits - 4 : digits == 4 ? 0 : digits))..].TrimStart('：', ':', '、', '.');
    }
}
