using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Progress;

/// <summary>What somebody typed for a figure. A closed set.</summary>
public abstract record TypedFigure
{
    private const int LongestUnit = 20;

    /// <summary>Words for multipliers, the longer first.</summary>
    private static readonly (string Word, string Multiplier)[] EnglishMultipliers =
        [("hundred million", "亿"), ("ten thousand", "万"), ("thousand", "千"), ("million", "百万"), ("billion", "十亿"), ("bn", "十亿"), ("k", "千")];

    /// <summary>Different words for the same measure; in a group, any stands for any.</summary>
    private static readonly string[][] SameUnits =
    [
        ["人", "名", "位", "people", "persons", "person"],
        ["公里", "千米", "km", "kilometres", "kilometers", "kilometre", "kilometer"],
        ["平方米", "㎡", "m2", "m²", "平米"],
        ["立方米", "方", "m3", "m³"],
        ["%", "percent", "per cent", "pct"],
        ["元", "yuan", "rmb", "块"],
    ];

    private TypedFigure()
    {
    }

    /// <summary>Nothing was typed.</summary>
    public sealed record Missing : TypedFigure;

    /// <summary>Something, but no number.</summary>
    public sealed record NotANumber : TypedFigure;

    /// <summary>A number.</summary>
    /// <param name="Value">As typed; may be negative.</param>
    /// <param name="MeasureUnit">Unit as typed, multiplier in front in Chinese ("万人", "百万元"); empty when none was typed.</param>
    public sealed record Number(decimal Value, string MeasureUnit) : TypedFigure;

    /// <summary>Reads "12.5万人", "1.2万", "85%", "１，２００ 人", "12.5 thousand people", 二十家, 百分之八十五.</summary>
    public static TypedFigure Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = NormalizedText.Fold(text.Replace('，', ',')).TrimStart('约');
        if (folded.Length == 0)
        {
            return string.IsNullOrWhiteSpace(text) ? new Missing() : new NotANumber();
        }

        var isNegative = folded[0] is '-' or '负';
        var rest = folded[(isNegative ? 1 : 0)..].TrimStart('+');
        var isShare = rest.StartsWith("百分之", StringComparison.Ordinal);
        rest = isShare ? rest[3..] : rest;
        if (!TryNumber(rest, out var value, out var length))
        {
            return new NotANumber();
        }

        var unit = rest[length..].Trim();
        if (isShare ? unit.Length > 0 : unit.Length > LongestUnit || unit.AsSpan().ContainsAnyInRange('0', '9') || unit.AsSpan().ContainsAny("-+~"))
        {
            return new NotANumber();
        }

        return new Number(isNegative ? -value : value, isShare ? "%" : WithChineseMultiplier(unit));
    }

    /// <summary>The amount that a typed number means for a target, without multiplier; null when the measure units do not go together.</summary>
    /// <param name="typed">What was typed. A number alone is in the target's own unit, so 12 means 12 万人 where that is counted in 万人.</param>
    /// <param name="target">The target's unit as the notice writes it.</param>
    public static Figure? In(Number typed, string target)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(target);
        if (typed.MeasureUnit.Length == 0)
        {
            return new Figure(Comparator.Equal, typed.Value, target);
        }

        var (_, bare) = MeasureUnits.Normalize(0, target);
        var (_, own) = MeasureUnits.Normalize(0, typed.MeasureUnit);
        var multiplier = typed.MeasureUnit[..^own.Length];
        return own.Length == 0 && !IsShare(bare) || IsSame(own, bare) ? new Figure(Comparator.Equal, typed.Value, multiplier + bare) : null;
    }

    private static bool IsShare(string unit) => new Figure(Comparator.Equal, 0, unit).IsPercentage;

    private static bool IsSame(string typed, string wanted) =>
        string.Equals(typed, wanted, StringComparison.OrdinalIgnoreCase)
        || string.Equals(typed, NormalizedText.Fold(wanted), StringComparison.Ordinal)
        || (MeasureUnitNames.English(wanted) is { Length: > 0 } english && string.Equals(typed, english, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(SameUnits, group => group.Contains(typed, StringComparer.Ordinal) && group.Contains(wanted, StringComparer.Ordinal));

    private static string WithChineseMultiplier(string unit)
    {
        foreach (var (word, multiplier) in EnglishMultipliers)
        {
            var isWhole = unit.Length == word.Length || (unit.Length > word.Length && unit[word.Length] == ' ');
            if (isWhole && unit.StartsWith(word, StringComparison.Ordinal))
            {
                return multiplier + unit[word.Length..].Trim();
            }
        }

        return unit;
    }

    private static bool TryNumber(string text, out decimal value, out int length)
    {
        length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || (text[length] == '.' && length > 0)))
        {
            length++;
        }

        if (length > 0)
        {
            return decimal.TryParse(text.AsSpan(0, length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        }

        var isNumeral = ChineseNumerals.TryRead(text, out var whole, out length);
        value = whole;
        return isNumeral;
    }
}
