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
    private const string Multipliers = "十百千万亿";

    /// <summary>The next figure at or behind <paramref name="from"/>; null when there is none.</summary>
    public static ScannedFigure? Next(string text, int from, ReadingRules rules)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] is '“' or '《' && ClosingOf(text, at) is var close and > 0)
            {
                at = close;
            }
            else if (Markers.DigitOf(text[at]) is not null)
            {
                var end = EndOfNumber(text, at);
                if (Read(text, at, end, rules) is { } figure)
                {
                    return figure;
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
        if (number.Length == 0 || Markers.DigitOf(number[0]) is null)
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

    private static ScannedFigure? Read(string text, int start, int end, ReadingRules rules)
    {
        if (ParseNumber(text.AsSpan(start, end - start)) is not { } value || IsPartOfName(text, start, end))
        {
            return null;
        }

        var unitStart = end;
        while (unitStart < text.Length && text[unitStart] == ' ')
        {
            unitStart++;
        }

        var unitEnd = EndOfUnit(text, unitStart, rules);
        if (unitEnd == unitStart)
        {
            return null;
        }

        var wordStart = unitEnd < text.Length && text[unitEnd] == ' ' ? unitEnd + 1 : unitEnd;
        var after = BindingAfter(text[wordStart..], rules.Comparators, atEnd: false, out var length);
        var before = BindingBefore(text.AsSpan(0, start).TrimEnd(), rules.Comparators);
        var measureUnit = NormalizePercent(Markers.Compact(text[unitStart..unitEnd]));
        return new ScannedFigure(
            new Figure(after != Comparator.Equal ? after : before, value, measureUnit), start, unitEnd, length == 0 ? unitEnd : wordStart + length);
    }

    /// <summary>Behind multiplier and measure unit; <paramref name="start"/> itself when there is no measure unit.</summary>
    private static int EndOfUnit(string text, int start, ReadingRules rules)
    {
        if (start < text.Length && text[start] is '%' or '％' or '‰')
        {
            return start + 1;
        }

        if (StartsWithAnyAt(text, start, rules.MeasureUnitBans) is > 0)
        {
            return start;
        }

        var at = start;
        while (at < text.Length && Multipliers.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        if (at > start && StartsWithAnyAt(text, at, rules.MeasureUnitBans) > 0)
        {
            return start;
        }

        var length = StartsWithAnyAt(text, at, rules.MeasureUnits);
        return length == 0 ? start : at + length;
    }

    private static int StartsWithAnyAt(string text, int at, IEnumerable<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    /// <summary>"8+4", "第3", "A4", "2.0版": a number that names rather than counts.</summary>
    private static bool IsPartOfName(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return before is '第' or '+' or '〔' || char.IsAsciiLetter(before) || after is '+' or '〕' || IsRangeMark(after);
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

        return at > end && at < text.Length && Markers.DigitOf(text[at]) is not null ? EndOfNumber(text, at) : end;
    }

    private static int EndOfNumber(string text, int start)
    {
        var at = start;
        while (at < text.Length && (Markers.DigitOf(text[at]) is not null || IsInnerMark(text, at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>The point of 6.75 and the comma of 25,000 (three digits behind it, as the Chinese comma never stands).</summary>
    private static bool IsInnerMark(string text, int at)
    {
        bool DigitAt(int i) => i < text.Length && Markers.DigitOf(text[i]) is not null;
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

            plain[length++] = Markers.DigitOf(c) is { } digit ? (char)('0' + digit) : c;
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static Comparator BindingAfter(string text, ReadingRules.ComparatorWords words, bool atEnd, out int length)
    {
        foreach (var (list, comparator) in (ReadOnlySpan<(IEnumerable<string>, Comparator)>)
            [(words.AtLeastAfter, Comparator.AtLeast), (words.AtMostAfter, Comparator.AtMost), (words.AboutAfter, Comparator.About)])
        {
            var word = list
                .Where(w => atEnd ? text.EndsWith(w, StringComparison.Ordinal) : text.StartsWith(w, StringComparison.Ordinal))
                .MaxBy(w => w.Length);
            if (word is not null)
            {
                length = word.Length;
                return comparator;
            }
        }

        length = 0;
        return Comparator.Equal;
    }

    private static Comparator BindingBefore(ReadOnlySpan<char> text, ReadingRules.ComparatorWords words)
    {
        var (longest, found) = (0, Comparator.Equal);
        foreach (var (list, comparator) in Before(words))
        {
            foreach (var word in list)
            {
                if (word.Length > longest && text.EndsWith(word, StringComparison.Ordinal))
                {
                    (longest, found) = (word.Length, comparator);
                }
            }
        }

        return found;
    }

    private static Comparator? WordAtStart(ReadOnlySpan<char> text, ReadingRules.ComparatorWords words, out int length)
    {
        Comparator? found = null;
        length = 0;
        foreach (var (list, comparator) in Before(words))
        {
            foreach (var word in list)
            {
                if (word.Length > length && text.StartsWith(word, StringComparison.Ordinal))
                {
                    (length, found) = (word.Length, comparator);
                }
            }
        }

        return found;
    }

    private static (IEnumerable<string> Words, Comparator Comparator)[] Before(ReadingRules.ComparatorWords words) =>
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
        var close = text.IndexOf(text[open] == '“' ? '”' : '》', open + 1);
        return close > 0 && close - open < 60 ? close : 0;
    }
}
