using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Progress;

/// <summary>What a report's period is called.</summary>
public enum ReportPeriodKind
{
    /// <summary>一季度, January to March.</summary>
    FirstQuarter,

    /// <summary>半年度, January to June.</summary>
    HalfYear,

    /// <summary>三季度, January to September.</summary>
    ThreeQuarters,

    /// <summary>全年, January to December.</summary>
    FullYear,

    /// <summary>截至某日: up to some day.</summary>
    Day,
}

/// <summary>报告期: from the beginning of a year to the day that a report speaks of. Figures are of the whole span, not of its last quarter.</summary>
public readonly partial record struct ReportPeriod : IComparable<ReportPeriod>
{
    /// <summary>The usual cut-off: this day of the month after the quarter.</summary>
    public const int UsualCutOffDay = 10;

    private static readonly (ReportPeriodKind Kind, string Code, int Month, int Day)[] Quarters =
    [
        (ReportPeriodKind.FirstQuarter, "Q1", 3, 31),
        (ReportPeriodKind.HalfYear, "H1", 6, 30),
        (ReportPeriodKind.ThreeQuarters, "Q3", 9, 30),
        (ReportPeriodKind.FullYear, "FY", 12, 31),
    ];

    /// <summary>Longer wordings before those that they contain.</summary>
    private static readonly (string Words, ReportPeriodKind Kind)[] Wordings =
    [
        ("前三季度", ReportPeriodKind.ThreeQuarters), ("三季度", ReportPeriodKind.ThreeQuarters), ("3季度", ReportPeriodKind.ThreeQuarters),
        ("一季度", ReportPeriodKind.FirstQuarter), ("1季度", ReportPeriodKind.FirstQuarter),
        ("半年度", ReportPeriodKind.HalfYear), ("上半年", ReportPeriodKind.HalfYear), ("半年", ReportPeriodKind.HalfYear), ("二季度", ReportPeriodKind.HalfYear),
        ("2季度", ReportPeriodKind.HalfYear), ("全年", ReportPeriodKind.FullYear), ("年度", ReportPeriodKind.FullYear), ("四季度", ReportPeriodKind.FullYear),
        ("4季度", ReportPeriodKind.FullYear), ("年终", ReportPeriodKind.FullYear),
        ("first quarter", ReportPeriodKind.FirstQuarter), ("three quarters", ReportPeriodKind.ThreeQuarters), ("third quarter", ReportPeriodKind.ThreeQuarters),
        ("first half", ReportPeriodKind.HalfYear), ("half year", ReportPeriodKind.HalfYear), ("half-year", ReportPeriodKind.HalfYear), ("second quarter", ReportPeriodKind.HalfYear),
        ("full year", ReportPeriodKind.FullYear), ("whole year", ReportPeriodKind.FullYear), ("full-year", ReportPeriodKind.FullYear), ("fourth quarter", ReportPeriodKind.FullYear),
        ("q1", ReportPeriodKind.FirstQuarter), ("q2", ReportPeriodKind.HalfYear), ("h1", ReportPeriodKind.HalfYear), ("q3", ReportPeriodKind.ThreeQuarters),
        ("q4", ReportPeriodKind.FullYear), ("fy", ReportPeriodKind.FullYear),
    ];

    private ReportPeriod(ReportPeriodKind kind, DateOnly end) => (Kind, End) = (kind, end);

    /// <summary>What it is called.</summary>
    public ReportPeriodKind Kind { get; }

    /// <summary>The day that the figures speak of, the last of the period.</summary>
    public DateOnly End { get; }

    /// <summary>Short and stable, for storage and exports: "2024Q1", "2024H1", "2024Q3", "2024FY", "2024-05-20".</summary>
    public string Code
    {
        get
        {
            var kind = Kind;
            return kind == ReportPeriodKind.Day
                ? End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{End.Year:0000}{Array.Find(Quarters, q => q.Kind == kind).Code}");
        }
    }

    /// <summary>Up to a day.</summary>
    public static ReportPeriod On(DateOnly day) => new(ReportPeriodKind.Day, day);

    /// <summary>A named period of a year; not <see cref="ReportPeriodKind.Day"/>.</summary>
    public static ReportPeriod Of(ReportPeriodKind kind, int year)
    {
        var quarter = Array.Find(Quarters, q => q.Kind == kind);
        return quarter.Month == 0 ? throw new UnreachableException() : new ReportPeriod(kind, new DateOnly(year, quarter.Month, quarter.Day));
    }

    /// <summary>The four named periods of a year, in their order.</summary>
    public static IEnumerable<ReportPeriod> OfYear(int year) => Quarters.Select(q => Of(q.Kind, year));

    /// <summary>Reads <see cref="Code"/>; null when it is none.</summary>
    public static ReportPeriod? FromCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (DateOnly.TryParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return On(day);
        }

        var quarter = code.Length == 6 ? Array.Find(Quarters, q => code.EndsWith(q.Code, StringComparison.Ordinal)) : default;
        return quarter.Month > 0 && int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? Of(quarter.Kind, year)
            : null;
    }

    /// <summary>The named period that a longer text speaks of; null for none.</summary>
    /// <param name="text">Folded: lower case, half width.</param>
    public static ReportPeriodKind? KindIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (words, kind) in Wordings)
        {
            if (text.Contains(words, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Reads what a person calls it, in either language: 半年度, "Q3", "2024年一季度", "2024-05-20", 5月20日, 截至5月底.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="year">The year meant where the text names none.</param>
    /// <returns>Null when it is no period.</returns>
    public static ReportPeriod? Read(string text, int year)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (FromCode(text.Trim().ToUpperInvariant()) is { } coded)
        {
            return coded;
        }

        var folded = NormalizedText.Fold(text);
        if (YearInText().Match(folded) is { Success: true } named)
        {
            year = int.Parse(named.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        }

        if (ReadDay(folded, year) is { } day)
        {
            return On(day);
        }

        var wording = Array.Find(Wordings, w => folded.Contains(w.Words, StringComparison.Ordinal));
        return wording.Words is null || year is < 1 or > 9999 ? null : Of(wording.Kind, year);
    }

    /// <summary>The last named period whose cut-off has passed: what everybody should have reported by now. Null while there is none.</summary>
    /// <param name="year">The notice's year.</param>
    /// <param name="today">In Shanghai.</param>
    /// <param name="cutOffDay">Last day for reporting, in the month after the quarter.</param>
    public static ReportPeriod? LastDue(int year, DateOnly today, int cutOffDay = UsualCutOffDay)
    {
        ReportPeriod? due = null;
        foreach (var (kind, _, month, day) in Quarters)
        {
            var period = new ReportPeriod(kind, new DateOnly(year, month, day));
            due = period.CutOff(cutOffDay) < today ? period : due;
        }

        return due;
    }

    /// <summary>The last day for reporting the period: a day of the month after it.</summary>
    public DateOnly CutOff(int cutOffDay = UsualCutOffDay) => End.AddDays(cutOffDay);

    /// <summary>By <see cref="End"/>.</summary>
    public int CompareTo(ReportPeriod other) => End.CompareTo(other.End);

    /// <summary>Earlier end.</summary>
    public static bool operator <(ReportPeriod left, ReportPeriod right) => left.End < right.End;

    /// <summary>Later end.</summary>
    public static bool operator >(ReportPeriod left, ReportPeriod right) => left.End > right.End;

    /// <summary>Earlier end or the same.</summary>
    public static bool operator <=(ReportPeriod left, ReportPeriod right) => left.End <= right.End;

    /// <summary>Later end or the same.</summary>
    public static bool operator >=(ReportPeriod left, ReportPeriod right) => left.End >= right.End;

    private static DateOnly? ReadDay(string folded, int year)
    {
        if (IsoDay().Match(folded) is { Success: true } iso)
        {
            return Day(Number(iso, "year"), Number(iso, "month"), Number(iso, "day"));
        }

        if (ChineseDay().Match(folded) is not { Success: true } chinese)
        {
            return null;
        }

        var month = Number(chinese, "month");
        var isValid = month is >= 1 and <= 12 && year is >= 1 and <= 9999;
        return !isValid ? null : chinese.Groups["day"].Success ? Day(year, month, Number(chinese, "day")) : Day(year, month, DateTime.DaysInMonth(year, month));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // 2024年半年度
    [GeneratedRegex(@"(?<year>20[0-9]{2}) ?年", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex YearInText();

    // 2024-5-20, 2024/05/20, 2024.5.20
    [GeneratedRegex(@"(?<year>20[0-9]{2})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoDay();

    // 5月20日, 截至5月底
    [GeneratedRegex(@"(?<month>[0-9]{1,2})月((?<day>[0-9]{1,2})[日号]?|底|末)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ChineseDay();
}
