using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>A figure found in text: [NumberStart, End) covers number, measure unit and the words behind that bind it.</summary>
internal readonly record struct ScannedFigure(Figure Figure, int NumberStart, int UnitEnd, int End);

/// <summary>
/// Finds amounts with a measure unit: "11.7 万人", "≥50%", "90%以上", "245 个". Years, ages, ordinals, names in quotes and other
/// numbers that count nothing are passed over.
/// </summary>
internal static class FigureScanner
{
    /// <summary>A quote that does not close within this many characters was never meant to.</summary>
    private const int LongestQuotedName = 60;
    private const int MostMultipliers = 4;
    private const string Multipliers = "十百千万亿";

    /// <summary>The next figure at or behind <paramref name="from"/>; null when there is none.</summary>
    public static ScannedFigure? Next(string text, int from, ReadingRules rules) => Next(text, from, rules, null);

    /// <summary>Numbers that count something by the words behind them and were not read, for want of a measure unit that is known.</summary>
    public static ImmutableArray<(int Start, int End)> Unread(string text, ReadingRules rules)
    {
        var unread = ImmutableArray.CreateBuilder<(int, int)>();
        for (var figure = Next(text, 0, rules, unread); figure is { } found; figure = Next(text, found.End, rules, unread))
        {
        }

        return unread.ToImmutable();
    }

    private static ScannedFigure? Next(string text, int from, ReadingRules rules, ImmutableArray<(int, int)>.Builder? unread)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] is '“' or '《' && ClosingOf(text, at) is var close and > 0)
            {
                at = close;
            }
            else if (Wording.DigitOf(text[at]) is not null)
            {
                var end = EndOfNumber(text, at);
                if (Read(text, at, end, rules) is { } figure)
                {
                    return figure;
                }

                if (unread is not null && IsCountOfUnknown(text, at, end, rules))
                {
                    unread.Add((at, end));
                }

                at = SkipRange(text, end) - 1;
            }
        }

        return null;
    }

    /// <summary>All figures in their order.</summary>
    public static IEnumerable<ScannedFigure> All(string text, ReadingRules rules)
    {
        for (var figure = Next(text, 0, rules); figure is { } found; figure = Next(text, found.End, rules))
        {
            yield return found;
        }
    }

    /// <summary>Reads a cell that is a figure and nothing else, its measure unit free: "117000 人", "≥95%", "4 县（区）", "20000".</summary>
    public static Figure? ReadCell(string cell, ReadingRules rules)
    {
        var text = cell.AsSpan().Trim();
        var before = Comparator.Equal;
        if (WordAtStart(text, rules.Comparators, out var length) is { } comparator)
        {
            before = comparator;
            text = text[length..].TrimStart();
        }

        var number = text.ToString();
        if (number.Length == 0 || Wording.DigitOf(number[0]) is null)
        {
            return null;
        }

        var end = EndOfNumber(number, 0);
        if (ParseNumber(number.AsSpan(0, end)) is not { } value)
        {
            return null;
        }

        var rest = number[end..].Trim();
        var after = BindingAfter(rest, rules.Comparators, atEnd: true, out var cut);
        var measureUnit = rest[..^cut].Trim();
        return measureUnit.Length > 10 || measureUnit.AsSpan().ContainsAnyInRange('0', '9') || measureUnit.AsSpan().ContainsAny('。', '；', '，')
            ? null
            : new Figure(before != Comparator.Equal ? before : after, value, NormalizePercent(measureUnit));
    }

    private static ScannedFigure? Read(string text, int start, int end, ReadingRules rules, bool isUpperEnd = false)
    {
        if (ParseNumber(text.AsSpan(start, end - start)) is not { } value || IsPartOfName(text, start, end))
        {
            return null;
        }

        if (end < text.Length && IsRangeMark(text[end]))
        {
            // "8—12个": both ends share the unit behind the second.
            return !isUpperEnd && UpperEnd(text, end, value) is { } upper && Read(text, upper.Start, upper.End, rules, isUpperEnd: true) is { } top
                ? top with { Figure = top.Figure with { Value = value, UpTo = upper.Value }, NumberStart = start }
                : null;
        }

        // "200余家": about two hundred.
        var about = Wording.LongestAtStart(text.AsSpan(end), rules.Comparators.AboutInside);
        var unitStart = SkipBlanks(text, end + about);
        var unitEnd = EndOfUnit(text, unitStart, rules);
        if (unitEnd == unitStart)
        {
            return null;
        }

        var wordStart = unitEnd < text.Length && text[unitEnd] == ' ' ? unitEnd + 1 : unitEnd;
        var after = BindingAfter(text.AsSpan(wordStart), rules.Comparators, atEnd: false, out var length);
        var before = about > 0 ? Comparator.About : BindingBefore(text.AsSpan(0, start).TrimEnd(), rules);
        var measureUnit = NormalizePercent(Wording.Compact(text[unitStart..unitEnd]));
        if (length == 0 && !isUpperEnd && UpperEnd(text, unitEnd, value) is { } above && Read(text, above.Start, above.End, rules, isUpperEnd: true) is { } ceiling && ceiling.Figure.MeasureUnit == measureUnit)
        {
            // "4%—5%"
            return ceiling with { Figure = ceiling.Figure with { Value = value, UpTo = above.Value }, NumberStart = start };
        }

        return new ScannedFigure(
            new Figure(after != Comparator.Equal ? after : before, value, measureUnit), start, unitEnd, length == 0 ? unitEnd : wordStart + length);
    }

    /// <summary>The larger number behind the mark of a range; null where none stands there.</summary>
    private static (int Start, int End, decimal Value)? UpperEnd(string text, int mark, decimal lower)
    {
        var start = mark;
        while (start < text.Length && IsRangeMark(text[start]) && text[start] != '/')
        {
            start++;
        }

        if (start == mark || start == text.Length || Wording.DigitOf(text[start]) is null)
        {
            return null;
        }

        var end = EndOfNumber(text, start);
        return ParseNumber(text.AsSpan(start, end - start)) is { } upper && upper > lower ? (start, end, upper) : null;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>Behind multiplier and measure unit; <paramref name="start"/> itself when there is no measure unit.</summary>
    private static int EndOfUnit(string text, int start, ReadingRules rules)
    {
        if (start < text.Length && text[start] is '%' or '％' or '‰')
        {
            return start + 1;
        }

        var multipliers = start;
        while (multipliers < text.Length && multipliers - start < MostMultipliers && Multipliers.Contains(text[multipliers], StringComparison.Ordinal))
        {
            multipliers++;
        }

        // "万千瓦": the 千 that looks like a multiplier belongs to the unit.
        for (var at = multipliers; at >= start; at--)
        {
            var banned = Wording.LongestAtStart(text.AsSpan(at), rules.MeasureUnitBans);
            if (Wording.LongestAtStart(text.AsSpan(at), rules.MeasureUnits) is var length && length > banned)
            {
                return EndOfRate(text, at + length, rules);
            }

            if (banned > 0)
            {
                return start;
            }
        }

        return EndOfUnknownUnit(text, multipliers, rules) is > 0 and var unknown ? unknown : start;
    }

    /// <summary>"收购毛竹36根，": one character between a number and the end of its clause measures, be it in the list or not; 0 where there is none.</summary>
    private static int EndOfUnknownUnit(string text, int at, ReadingRules rules)
    {
        if (at >= text.Length || !Wording.IsHan(text[at]) || Multipliers.Contains(text[at], StringComparison.Ordinal))
        {
            return 0;
        }

        var behind = text.AsSpan(at + 1).TrimStart();
        return behind.IsEmpty || Wording.ListMarks.Contains(behind[0]) || behind[0] is '）' or ')' || BindingAfter(behind, rules.Comparators, atEnd: false, out _) != Comparator.Equal
            ? at + 1
            : 0;
    }

    /// <summary>A Chinese word behind the number that neither makes a name or a date of it: "36挑稻谷".</summary>
    private static bool IsCountOfUnknown(string text, int start, int end, ReadingRules rules)
    {
        var at = SkipBlanks(text, end);
        return !IsPartOfName(text, start, end) && at < text.Length && Wording.IsHan(text[at]) && Wording.LongestAtStart(text.AsSpan(at), rules.MeasureUnitBans) == 0;
    }

    /// <summary>"微克/立方米", "万吨/年": a unit per another.</summary>
    private static int EndOfRate(string text, int end, ReadingRules rules)
    {
        if (end >= text.Length || text[end] is not ('/' or '／'))
        {
            return end;
        }

        var per = text.AsSpan(end + 1);
        var length = Math.Max(Wording.LongestAtStart(per, rules.MeasureUnits), Wording.LongestAtStart(per, rules.RateUnits));
        return length == 0 ? end : end + 1 + length;
    }

    /// <summary>"8+4", "第3", "A4", "2.0版": a number that names rather than counts.</summary>
    private static bool IsPartOfName(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return before is '第' or '+' or '〔' || char.IsAsciiLetter(before) || after is '+' or '〕' or '/';
    }

    private static bool IsRangeMark(char c) => c is '—' or '-' or '–' or '~' or '～' or '至' or '/';

    /// <summary>Behind "13—14" when <paramref name="end"/> stands behind "13".</summary>
    private static int SkipRange(string text, int end)
    {
        var at = end;
        while (at < text.Length && IsRangeMark(text[at]))
        {
            at++;
        }

        return at > end && at < text.Length && Wording.DigitOf(text[at]) is not null ? EndOfNumber(text, at) : end;
    }

    private static int EndOfNumber(string text, int start)
    {
        var at = start;
        while (at < text.Length && (Wording.DigitOf(text[at]) is not null || IsInnerMark(text, at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>The point of 6.75 and the comma of 25,000 (three digits behind it, as the Chinese comma never stands).</summary>
    private static bool IsInnerMark(string text, int at)
    {
        bool DigitAt(int i) => i < text.Length && Wording.DigitOf(text[i]) is not null;
        return (text[at] is '.' && DigitAt(at + 1))
            || (text[at] is ',' && DigitAt(at + 1) && DigitAt(at + 2) && DigitAt(at + 3) && !DigitAt(at + 4));
    }

    private static decimal? ParseNumber(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[Math.Min(text.Length, 32)];
        var length = 0;
        foreach (var c in text)
        {
            if (c == ',')
            {
                continue;
            }

            if (length == plain.Length)
            {
                return null;
            }

            plain[length++] = Wording.DigitOf(c) is { } digit ? (char)('0' + digit) : c;
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static Comparator BindingAfter(ReadOnlySpan<char> text, ReadingRules.ComparatorWords words, bool atEnd, out int length)
    {
        foreach (var (list, comparator) in After(words))
        {
            length = atEnd ? Wording.LongestAtEnd(text, list) : Wording.LongestAtStart(text, list);
            if (length > 0)
            {
                return comparator;
            }
        }

        length = 0;
        return Comparator.Equal;
    }

    /// <summary>The 约 of 节约 or 签约 is no "about": the whole word goes before the comparator that it ends in.</summary>
    private static Comparator BindingBefore(ReadOnlySpan<char> text, ReadingRules rules)
    {
        var (longest, found) = (Wording.LongestAtEnd(text, rules.IndicatorWholes), Comparator.Equal);
        foreach (var (list, comparator) in Before(rules.Comparators))
        {
            var length = Wording.LongestAtEnd(text, list);
            (longest, found) = length > longest ? (length, comparator) : (longest, found);
        }

        return found;
    }

    private static Comparator? WordAtStart(ReadOnlySpan<char> text, ReadingRules.ComparatorWords words, out int length)
    {
        var (longest, found) = (0, (Comparator?)null);
        foreach (var (list, comparator) in Before(words))
        {
            var own = Wording.LongestAtStart(text, list);
            (longest, found) = own > longest ? (own, comparator) : (longest, found);
        }

        length = longest;
        return found;
    }

    private static (ImmutableArray<string> Words, Comparator Comparator)[] After(ReadingRules.ComparatorWords words) =>
        [(words.AtLeastAfter, Comparator.AtLeast), (words.AtMostAfter, Comparator.AtMost), (words.AboutAfter, Comparator.About)];

    private static (ImmutableArray<string> Words, Comparator Comparator)[] Before(ReadingRules.ComparatorWords words) =>
    [
        (words.AtLeastBefore, Comparator.AtLeast),
        (words.MoreThanBefore, Comparator.MoreThan),
        (words.AtMostBefore, Comparator.AtMost),
        (words.LessThanBefore, Comparator.LessThan),
        (words.AboutBefore, Comparator.About),
    ];

    private static string NormalizePercent(string measureUnit) => measureUnit == "％" ? "%" : measureUnit;

    private static int ClosingOf(string text, int open)
    {
        var within = text.AsSpan(open + 1, Math.Min(LongestQuotedName, text.Length - open - 1));
        return within.IndexOf(text[open] == '“' ? '”' : '》') is >= 0 and var length ? open + 1 + length : 0;
    }
}
