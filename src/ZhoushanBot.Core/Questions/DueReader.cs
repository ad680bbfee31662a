using System.Buffers;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Finds by when or within which days a question asks for work to be done: "6月底前", "10月到期", "第三季度", "上半年", "by the end of June",
/// "due in October". A bare month or quarter counts only beside a word for being done or due.
/// </summary>
internal static partial class DueReader
{
    private const string Month = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
    private const string Relation = "((?<by>之?前|以前|以内|之内|内)|(?<after>之后|以后|后|起))?";
    private const string EnglishMonth = "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";
    private const string EnglishRelation = "(?<by>by|before|until|till|no later than|not later than|up to|prior to|(?<after>after|from))";
    private const string Edge = "((?<end>end)|(?<mid>middle)|(?<start>beginning|start)) of ";
    private const string EnglishDay = @"(?<d>[0-9]{1,2})(st|nd|rd|th)?";

    /// <summary>One of these is in every wording below: most questions have none, and need no pattern.</summary>
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        ["月", "半年", "季度", "年底", "年末", "岁末", "年终", "年内", "half", "quarter", "q1", "q2", "q3", "q4", "year", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        StringComparison.Ordinal);

    private static readonly string[] ChineseMonths = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    private static readonly string[] EnglishMonths = ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first such wording of a normalised question; null when there is none.</summary>
    public static DueMention? Read(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks) || WordsForIssue().IsMatch(text))
        {
            return null;
        }

        foreach (var pattern in (ReadOnlySpan<Regex>)[Chinese(), English()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (PeriodOf(match, text) is { } period && (IsFirm(match) || WordsForDone().IsMatch(text) || Alone().Replace(text, string.Empty).Trim() == match.Value.Trim()) && StandsAlone(text, match))
                {
                    return new DueMention(period, new TextSpan(match.Index, match.Index + match.Length));
                }
            }
        }

        return null;
    }

    [GeneratedRegex(
        $"(?<m>{Month})(月份?)?(到|至|-)(?<m2>{Month})月份?(底|末)?(之间|期间|间)?"
        + $"|(?<m>{Month})月(?<d>[0-9]{{1,2}}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]{Relation}"
        + $"|(?<m>{Month})月份?((?<end>底|末)|(?<mid>中旬)|(?<start>上旬|初)|(?<late>下旬))?{Relation}"
        + $"|(?<half>上半年|下半年)(?<end>底|末)?{Relation}"
        + $"|(?<through>前)?第?(?<q>[一二三四1-4])个?季度(?<end>底|末|结束)?{Relation}"
        + $"|(?<close>年底|年末|岁末|年终|年内){Relation}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        $@"\b((between|from) )?(?<m>{EnglishMonth})( and | to | through | until |-)(the end of )?(?<m2>{EnglishMonth})\b"
        + $@"|\b({EnglishRelation} )?(the )?({Edge})?(?<m>{EnglishMonth})( {EnglishDay})?\b( onwards?\b)?"
        + $@"|\b({EnglishRelation} )?(the )?{EnglishDay} (of )?(?<m>{EnglishMonth})\b"
        + $@"|\b({EnglishRelation} )?(the )?({Edge})?(the )?(?<half>first half|second half)( of (the |this )?year|-year)?\b"
        + $@"|\b({EnglishRelation} )?(the )?({Edge})?(the )?((?<q>first|second|third|fourth|last|1st|2nd|3rd|4th) quarter|q(?<q>[1-4]))\b"
        + $@"|\b({EnglishRelation} )?(the )?(?<close>year'?s? ?-?end|end of (the |this )?year|year is out|year ends)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex English();

    [GeneratedRegex(
        @"完成|到期|截止|期限|时限|办结|建成|竣工|完工|交付|开工|投产|投用|启用|通车|节点|收官|要做|要干|要办|该办|该做|任务|项目|事项|交账"
        + @"|\b(due|finish|finished|complete|completed|completion|done|deadlines?|milestones?|delivered|tasks?|projects?|ready|opened|expires?|must)\b",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordsForDone();

    /// <summary>"and in October?", "那10月呢": what may stand beside a month that is all that is said.</summary>
    [GeneratedRegex(@"^(?:and|what about|how about)\b|\b(?:in|by|for|due|what's|what is)\b|[?？。!]|那么?|呢", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alone();

    /// <summary>The month of the notice itself.</summary>
    [GeneratedRegex(@"印发|下发|发文|成文|\b(issued|published|dated)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordsForIssue();

    /// <summary>三月 of 二十三月 or 13月, "may" that is no month, and a stretch such as 2年内 are none.</summary>
    private static bool StandsAlone(string text, Match match)
    {
        if (match.Index > 0 && (char.IsAsciiDigit(text[match.Index - 1]) || text[match.Index - 1] is '.' or '十' or '个' or '几') && (match.Groups["m"].Success || match.Groups["close"].Success))
        {
            return false;
        }

        // "may", "march" and "jun" are months only behind a word that asks for one, or beside a day.
        return match.Groups["m"] is not { Success: true, Value: var month } || !char.IsAsciiLetter(month[0]) || month is "june" or "july" || (month.Length > 4 && month != "march")
            || match.Value.Contains(' ', StringComparison.Ordinal) || text.AsSpan(0, match.Index).TrimEnd().EndsWith(" in", StringComparison.Ordinal);
    }

    /// <summary>A wording that itself says "by": no other word is needed.</summary>
    private static bool IsFirm(Match match) => match.Groups["by"].Success || match.Groups["after"].Success || match.Groups["end"].Success || match.Groups["close"].Success;

    private static DuePeriod? PeriodOf(Match match, string text)
    {
        if (Days(match) is not { } days)
        {
            return null;
        }

        var (first, last) = days;
        return match.Groups["after"].Success ? new DuePeriod(match.Value.EndsWith('起') || match.Value.StartsWith("from", StringComparison.Ordinal) ? first : DayAfter(last), new MonthDay(12, 31))
            : IsBeforeBegin(match) ? new DuePeriod(null, DayBefore(first))
            : match.Groups["by"].Success || match.Groups["through"].Success || match.Groups["close"].Success || (match.Groups["end"].Success && !IsDayItself(match, text)) ? new DuePeriod(null, last)
            : match.Groups["half"].Value is "上半年" or "first half" ? new DuePeriod(null, last)
            : new DuePeriod(first, last);
    }

    /// <summary>"before July" ends with June; "7月前" counts to the month's own end, as offices mean it and notices are read.</summary>
    private static bool IsBeforeBegin(Match match) =>
        match.Groups["by"].Value is "before" or "prior to" && !match.Groups["d"].Success && !match.Groups["end"].Success && !match.Groups["mid"].Success && !match.Groups["close"].Success;

    /// <summary>"6月底要完成什么" means by then; "6月底到期" and "due at the end of June" mean that month.</summary>
    private static bool IsDayItself(Match match, string text)
    {
        var behind = text.AsSpan(match.Index + match.Length);
        return char.IsAsciiLetter(match.Value[0]) || behind.StartsWith("到期", StringComparison.Ordinal) || behind.StartsWith("截止", StringComparison.Ordinal);
    }

    private static (MonthDay First, MonthDay Last)? Days(Match match)
    {
        if (match.Groups["close"].Success)
        {
            return (new MonthDay(1, 1), new MonthDay(12, 31));
        }

        if (match.Groups["half"].Success)
        {
            return match.Groups["half"].Value is "上半年" or "first half" ? (new MonthDay(1, 1), new MonthDay(6, 30)) : (new MonthDay(7, 1), new MonthDay(12, 31));
        }

        if (match.Groups["q"].Success)
        {
            var quarter = QuarterOf(match.Groups["q"].Value);
            return (new MonthDay((3 * quarter) - 2, 1), LastOf(3 * quarter));
        }

        var month = MonthOf(match.Groups["m"].Value);
        if (match.Groups["m2"] is { Success: true } second)
        {
            return MonthOf(second.Value) is var end && end >= month ? (new MonthDay(month, 1), LastOf(end)) : null;
        }

        if (match.Groups["d"] is { Success: true } day)
        {
            var number = DayOf(day.Value);
            return number >= 1 && number <= LastOf(month).Day ? (new MonthDay(month, number), new MonthDay(month, number)) : null;
        }

        return match.Groups["start"].Success ? (new MonthDay(month, 1), new MonthDay(month, 10))
            : match.Groups["mid"].Success ? (new MonthDay(month, 11), new MonthDay(month, 20))
            : match.Groups["late"].Success ? (new MonthDay(month, 21), LastOf(month))
            : (new MonthDay(month, 1), LastOf(month));
    }

    private static int QuarterOf(string word) => word switch
    {
        "一" or "1" or "first" or "1st" => 1,
        "二" or "2" or "second" or "2nd" => 2,
        "三" or "3" or "third" or "3rd" => 3,
        _ => 4,
    };

    private static int MonthOf(string word) =>
        char.IsAsciiDigit(word[0]) ? DayOf(word)
        : char.IsAsciiLetter(word[0]) ? Array.IndexOf(EnglishMonths, word[..3])
        : Array.IndexOf(ChineseMonths, word);

    private static int DayOf(string word) => ChineseNumerals.TryReadInteger(word, out var value, out _) ? (int)value : 0;

    /// <summary>29 February in a leap year: <see cref="MonthDay.In"/> knows the year.</summary>
    private static MonthDay LastOf(int month) => new(month, month == 2 ? 29 : DateTime.DaysInMonth(2001, month));

    private static MonthDay DayAfter(MonthDay day) => day.Day >= LastOf(day.Month).Day ? new MonthDay(Math.Min(12, day.Month + 1), day.Month == 12 ? 31 : 1) : day with { Day = day.Day + 1 };

    private static MonthDay DayBefore(MonthDay day) => day.Day > 1 ? day with { Day = day.Day - 1 } : day.Month > 1 ? LastOf(day.Month - 1) : day;
}

/// <summary>Days that a question names.</summary>
/// <param name="Period">Which.</param>
/// <param name="Span">Where, in the normalised text.</param>
public sealed record DueMention(DuePeriod Period, TextSpan Span);
