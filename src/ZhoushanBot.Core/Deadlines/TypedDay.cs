using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>A day as people write it: 2024-10-31, 10月31日, 10月底前, 三季度末, "31 October", "Oct 31, 2024", "the end of October". A closed set.</summary>
public abstract partial record TypedDay
{
    private const string EnglishMonth = "(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept(ember)?|sep|oct(ober)?|nov(ember)?|dec(ember)?)";
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private TypedDay(int start, int end) => (Start, End) = (start, end);

    /// <summary>Offset of the first character of its words.</summary>
    public int Start { get; }

    /// <summary>Offset behind the last.</summary>
    public int End { get; }

    /// <summary>A day.</summary>
    /// <param name="On">The last day that is meant: of a month or quarter its end.</param>
    /// <param name="From">See <see cref="Start"/>.</param>
    /// <param name="To">See <see cref="End"/>.</param>
    public sealed record Found(DateOnly On, int From, int To) : TypedDay(From, To);

    /// <summary>Words of a day that no calendar has, such as 2月30日.</summary>
    /// <param name="Words">They.</param>
    /// <param name="From">See <see cref="Start"/>.</param>
    /// <param name="To">See <see cref="End"/>.</param>
    public sealed record NoSuchDay(string Words, int From, int To) : TypedDay(From, To);

    /// <summary>The first day in a text; null when it has none.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="year">The year meant where none is written: the notice's.</param>
    public static TypedDay? First(string text, int year) => In(text, year).FirstOrDefault();

    /// <summary>A text that is a day and nothing else; null for any other.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="year">The year meant where none is written.</param>
    public static TypedDay? Only(string text, int year)
    {
        ArgumentNullException.ThrowIfNull(text);
        return First(text, year) is { } day && text.AsSpan(0, day.Start).IsWhiteSpace() && text.AsSpan(day.End).IsWhiteSpace() ? day : null;
    }

    /// <summary>All days in a text, in their order, none within another.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="year">The year meant where none is written.</param>
    public static IEnumerable<TypedDay> In(string text, int year)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Character by character, so that every offset stays.
        var narrow = string.Create(text.Length, text, static (to, from) =>
        {
            for (var at = 0; at < from.Length; at++)
            {
                to[at] = from[at] is >= '！' and <= '～' ? (char)(from[at] - '！' + '!') : char.ToLowerInvariant(from[at]);
            }
        });
        var end = 0;
        var all = NumberPattern().Matches(narrow).Select(m => OfNumbers(m, year))
            .Concat(WordPattern().Matches(narrow).Select(m => OfWords(m, year)))
            .Concat(DateWords.In(narrow, year).Where(d => !d.IsWholeYear).Select(d => new Found(d.On, d.Start, d.End)))
            .OrderBy(d => d.Start).ThenByDescending(d => d.End).ToList();
        foreach (var day in all)
        {
            if (day.Start >= end)
            {
                end = day.End;
                yield return day;
            }
        }
    }

    // 2024-10-31, 2024/10/31, 2024.10.31, 2024年10月31日, 10月31日前, 十月三十一日, 10月 alone
    [GeneratedRegex(
        @"(?<y>20[0-9]{2})\s*(-|/|\.|年)\s*(?<m>[0-9]{1,2})\s*(-|/|\.|月)\s*(?<d>[0-9]{1,2})(\s*[日号])?(之前|以前|前)?"
        + @"|((?<y>20[0-9]{2})\s*年\s*)?(?<m>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])\s*月\s*((?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]|份)(之前|以前|前)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberPattern();

    // 31 October 2024, October 31st, Oct 31, 2024, the end of October, October 2024, by the end of the year, the end of Q3
    [GeneratedRegex(
        @"\b(the )?end of (the year|(?<y>20[0-9]{2})\b|q(?<q>[1-4])\b|(?<q>first|second|third|fourth) quarter|" + EnglishMonth + @"\b(,? (?<y>20[0-9]{2})\b)?)"
        + @"|\b(?<d>[0-9]{1,2})(st|nd|rd|th)? (of )?" + EnglishMonth + @"\b(,? (?<y>20[0-9]{2})\b)?"
        + @"|\b" + EnglishMonth + @"\.? (?<d>[0-9]{1,2})(st|nd|rd|th)?\b(,? (?<y>20[0-9]{2})\b)?"
        + @"|\b" + EnglishMonth + @" (?<y>20[0-9]{2})\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WordPattern();

    private static TypedDay OfNumbers(Match match, int year) => Of(match, YearIn(match, year), NumberOf(match.Groups["m"].ValueSpan), match.Groups["d"]);

    private static TypedDay OfWords(Match match, int year)
    {
        var month = match.Groups["month"] is { Success: true } named ? Array.FindIndex(Months, m => named.Value.StartsWith(m, StringComparison.Ordinal)) + 1
            : match.Groups["q"] is { Success: true } quarter ? 3 * QuarterOf(quarter.Value)
            : 12;
        return Of(match, YearIn(match, year), month, match.Groups["d"]);
    }

    private static TypedDay Of(Match match, int year, int month, Group day)
    {
        var isMonth = year is >= 1 and <= 9999 && month is >= 1 and <= 12;
        var number = day.Success ? NumberOf(day.ValueSpan) : isMonth ? DateTime.DaysInMonth(year, month) : 0;
        return isMonth && number >= 1 && number <= DateTime.DaysInMonth(year, month)
            ? new Found(new DateOnly(year, month, number), match.Index, match.Index + match.Length)
            : new NoSuchDay(match.Value, match.Index, match.Index + match.Length);
    }

    private static int QuarterOf(string quarter) => quarter switch
    {
        "1" or "first" => 1,
        "2" or "second" => 2,
        "3" or "third" => 3,
        _ => 4,
    };

    private static int YearIn(Match match, int year) =>
        match.Groups["y"] is { Success: true } named ? int.Parse(named.ValueSpan, CultureInfo.InvariantCulture) : year;

    private static int NumberOf(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : ChineseNumerals.TryParse(digits.ToString(), out var value) ? (int)Math.Clamp(value, 0, 1000) : 0;
}
