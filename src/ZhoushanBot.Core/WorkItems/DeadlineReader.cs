using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>期限: dates in a task's own words; without one the task is due at the end of the notice's year.</summary>
internal static partial class DeadlineReader
{
    public static Deadline Read(StitchedText text, int year)
    {
        Deadline? latest = null;
        foreach (Match match in DatePattern().Matches(text.Text))
        {
            if (DayOf(match, year) is { } day && (latest is null || day > latest.On))
            {
                latest = new Deadline(day, false, text.SpanOf(match.Index, match.Index + match.Length));
            }
        }

        return latest ?? new Deadline(new DateOnly(Math.Clamp(year, 1, 9999), 12, 31), true, null);
    }

    /// <summary>6月底前, 9月15日前, 年底前, 上半年, 三季度末, 2024年完成. A bare month or a span of years (2024—2025年) is no deadline.</summary>
    [GeneratedRegex("((?<m>[0-9]{1,2})月(底|末)(前|之前)?|(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日(之)?前|(?<m>[0-9]{1,2})月(之)?前|(?<end>年底(前|之前)?)|(?<half>上半年)|(?<q>[一二三四1234])季度(末|底)?(前)?|(?<y>[12][0-9]{3})\\s*年(底)?(前)?(完成|建成|新增|改造|重点|实现|启动|开工))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DatePattern();

    private static DateOnly? DayOf(Match match, int year)
    {
        if (year is < 1 or > 9999)
        {
            return null;
        }

        if (match.Groups["half"].Success)
        {
            return new DateOnly(year, 6, 30);
        }

        if (match.Groups["q"] is { Success: true } quarter)
        {
            var number = Math.Max("一二三四".IndexOf(quarter.Value, StringComparison.Ordinal), "1234".IndexOf(quarter.Value, StringComparison.Ordinal)) + 1;
            return LastOfMonth(year, number * 3);
        }

        if (match.Groups["y"] is { Success: true } own)
        {
            return int.Parse(own.ValueSpan, CultureInfo.InvariantCulture) == year ? new DateOnly(year, 12, 31) : null;
        }

        if (match.Groups["end"].Success)
        {
            return new DateOnly(year, 12, 31);
        }

        var month = int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12)
        {
            return null;
        }

        if (match.Groups["d"] is { Success: true } day)
        {
            var number = int.Parse(day.ValueSpan, CultureInfo.InvariantCulture);
            return number >= 1 && number <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, number) : null;
        }

        // "9月前" ends with August, "9月底前" with September.
        return match.Value.Contains('底', StringComparison.Ordinal) || match.Value.Contains('末', StringComparison.Ordinal)
            ? LastOfMonth(year, month)
            : new DateOnly(year, month, 1).AddDays(year == 1 && month == 1 ? 0 : -1);
    }

    private static DateOnly LastOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
