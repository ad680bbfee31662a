using System.Globalization;
using System.Text;

namespace ZhoushanBot.Core.Language;

/// <summary>中文数字: whole numbers written in Chinese characters (十一, 一百零五, 两, 廿三, 二〇二四) or in digits.</summary>
public static class ChineseNumerals
{
    /// <summary>Every character that a Chinese numeral can begin with.</summary>
    internal const string Beginnings = "零〇一二两三四五六七八九十廿卅";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads the longest Chinese numeral at the beginning of a text.</summary>
    /// <param name="text">Normalised text; the numeral need not fill it.</param>
    /// <param name="value">The number, 0 or more; 0 when there is none.</param>
    /// <param name="length">Code units that the numeral takes; 0 when there is none.</param>
    /// <returns>False when the text does not start with a numeral. A bare 百, 千, 万 or 亿 is none: it multiplies what stands before it.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out long value, out int length)
    {
        value = 0;
        length = 0;
        var run = 0;
        while (run < text.Length && run < 24 && DigitOf(text[run]) >= 0)
        {
            run++;
        }

        if (run >= 2 && (run == text.Length || PowerOf(text[run]) == 0))
        {
            return ReadPositional(text[..run], out value, out length);
        }

        return ReadGrouped(text, out value, out length);
    }

    /// <summary>Reads a whole number at the beginning of a text, in ASCII digits or as a Chinese numeral.</summary>
    /// <inheritdoc cref="TryRead" path="/param"/>
    public static bool TryReadInteger(ReadOnlySpan<char> text, out long value, out int length)
    {
        length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        if (length == 0)
        {
            return TryRead(text, out value, out length);
        }

        if (long.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        length = 0;
        return false;
    }

    /// <summary>Reads an ordinal at the beginning of a text: 第十九, 第3. Length counts the 第.</summary>
    /// <inheritdoc cref="TryRead" path="/param"/>
    public static bool TryReadOrdinal(ReadOnlySpan<char> text, out long value, out int length)
    {
        if (text.Length > 1 && text[0] == '第')
        {
            var rest = text[1..];
            var spaces = rest.Length - rest.TrimStart(' ').Length;
            if (TryReadInteger(rest[spaces..], out value, out length))
            {
                length += 1 + spaces;
                return true;
            }
        }

        value = 0;
        length = 0;
        return false;
    }

    /// <summary>Reads a text that is one Chinese numeral and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long value) => TryRead(text, out value, out var length) && length == text.Length;

    /// <summary>Writes a number from 0 to 9999 as people do in headings: 11 is 十一, 105 is 一百零五.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside that range.</exception>
    public static string Format(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9999);
        if (value == 0)
        {
            return "零";
        }

        var text = new StringBuilder();
        var gap = false;
        foreach (var (power, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = value / power % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            text.Append(gap ? "零" : "");
            gap = false;
            var bareTen = power == 10 && digit == 1 && text.Length == 0;
            text.Append(bareTen ? "" : Digits[digit].ToString()).Append(name);
        }

        return text.ToString();
    }

    /// <summary>二〇二四: one digit after another.</summary>
    private static bool ReadPositional(ReadOnlySpan<char> digits, out long value, out int length)
    {
        value = 0;
        length = 0;
        if (digits.Length > 18)
        {
            return false;
        }

        foreach (var c in digits)
        {
            value = (value * 10) + DigitOf(c);
        }

        length = digits.Length;
        return true;
    }

    /// <summary>一百零五, 三万五千, 廿三, 一百五 (150).</summary>
    private static bool ReadGrouped(ReadOnlySpan<char> text, out long value, out int length)
    {
        long total = 0, section = 0, lastPower = 0;
        var digit = -1;
        var zero = false;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (TensOf(c) is > 0 and var tens && digit < 0 && section % 100 == 0)
            {
                section += tens;
                (lastPower, zero) = (10, false);
            }
            else if (DigitOf(c) is >= 0 and var d && digit < 0)
            {
                zero |= d == 0;
                digit = d;
                if (d == 0 && (section > 0 || total > 0))
                {
                    digit = -1;
                }
            }
            else if (PowerOf(c) is > 0 and var power && (digit > 0 || (power == 10 && section % 100 == 0) || (power >= 10_000 && section > 0)))
            {
                if (!Multiply(power, ref digit, ref section, ref total))
                {
                    break;
                }

                (lastPower, zero) = (power, false);
            }
            else
            {
                break;
            }
        }

        if (digit >= 0)
        {
            // 一百五 is 150, 一百零五 is 105.
            section += digit * (!zero && lastPower >= 100 ? lastPower / 10 : 1);
        }

        value = total + section;
        length = value > 0 || digit >= 0 ? i : 0;
        return length > 0;
    }

    private static bool Multiply(long power, ref int digit, ref long section, ref long total)
    {
        if (power < 10_000)
        {
            section += Math.Max(digit, 1) * power;
        }
        else if (total >= 10_000_000_000)
        {
            return false;
        }
        else
        {
            total = power == 10_000 ? total + ((section + Math.Max(digit, 0)) * power) : (total + section + Math.Max(digit, 0)) * power;
            section = 0;
        }

        digit = -1;
        return true;
    }

    // The forms for cheques (壹, 陆 …) are left out: 陆 is a word of its own.
    private static int DigitOf(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static int TensOf(char c) => c switch
    {
        '廿' => 20,
        '卅' => 30,
        _ => 0,
    };

    private static long PowerOf(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}
