using System.Buffers;
using System.Globalization;
using System.Text;

namespace ZhoushanBot.Core.Language;

/// <summary>One pass over a text that makes its <see cref="NormalizedText"/>.</summary>
internal ref struct TextNormalizer
{
    private const int FullWidthOffset = '！' - '!';

    private readonly string source;
    private readonly int limit;
    private readonly char[] text;
    private readonly int[] origins;
    private int length;
    private int position;
    private bool blankPending;
    private bool isCut;

    public TextNormalizer(string source, int limit)
    {
        this.source = source;

        // A character may unfold into several (㎡ to m2, ⑩ to 10); Put cuts where even this is not enough.
        var capacity = (int)Math.Min(limit, Math.Min(source.Length, 1_000_000_000) * 2L + 32);
        text = ArrayPool<char>.Shared.Rent(capacity);
        origins = ArrayPool<int>.Shared.Rent(capacity * 2);
        this.limit = capacity;
    }

    public NormalizedText Run()
    {
        Take();
        var result = new NormalizedText(source, Text(), origins.AsSpan(0, length * 2).ToArray(), isCut);
        Return();
        return result;
    }

    /// <summary>The text alone.</summary>
    public string RunForText()
    {
        Take();
        var result = Text();
        Return();
        return result;
    }

    private void Take()
    {
        while (position < source.Length && !isCut)
        {
            var start = position;
            var c = source[position];
            if (DigitOf(c) is not null)
            {
                TakeDigits();
            }
            else if (c < 0x80 || HanTables.IsHan(c))
            {
                position++;
                PutKnown(c, start);
            }
            else
            {
                TakeOther(c);
            }
        }
    }

    // Much of what is looked up stands in this form already.
    private readonly string Text() => text.AsSpan(0, length).SequenceEqual(source) ? source : new string(text, 0, length);

    private readonly void Return()
    {
        ArrayPool<char>.Shared.Return(text);
        ArrayPool<int>.Shared.Return(origins);
    }

    private static char? DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c,
        >= '０' and <= '９' => (char)(c - FullWidthOffset),
        _ => null,
    };

    /// <summary>A run of digits with its thousands separators: 25,000 and 25 000 are one number each.</summary>
    private void TakeDigits()
    {
        for (var groups = 0; ; groups++)
        {
            var digits = 0;
            var leadsWithZero = DigitOf(source[position]) == '0';
            while (position < source.Length && DigitOf(source[position]) is { } digit)
            {
                Put(digit, position);
                position++;
                digits++;
            }

            var mayGroup = groups == 0 ? digits is >= 1 and <= 3 && !leadsWithZero && !FollowsNumber() : digits == 3;
            var separator = mayGroup ? GroupSeparatorAt(position) : 0;
            if (separator == 0)
            {
                return;
            }

            position += separator;
        }
    }

    /// <summary>True when the run of digits continues a number that was begun before it, such as the 5 of 6.5.</summary>
    private readonly bool FollowsNumber()
    {
        var i = length - 1;
        while (i >= 0 && char.IsAsciiDigit(text[i]))
        {
            i--;
        }

        return i >= 1 && text[i] is '.' or '、' && char.IsAsciiDigit(text[i - 1]);
    }

    /// <summary>
    /// Length of a separator that is followed by exactly three digits, else 0. Blanks group only where no other number could be meant:
    /// 25 000, but not 100 200. The Chinese comma never does.
    /// </summary>
    private readonly int GroupSeparatorAt(int at)
    {
        var separator = 0;
        var isComma = at < source.Length && source[at] == ',';
        while (at + separator < source.Length && (isComma ? separator == 0 : source[at + separator] is ' ' or '\u00A0' or '\u202F'))
        {
            separator++;
        }

        var digits = 0;
        var isRound = true;
        while (at + separator + digits < source.Length && DigitOf(source[at + separator + digits]) is { } digit)
        {
            isRound &= digit == '0';
            digits++;
        }

        return separator > 0 && digits == 3 && (isComma || isRound) ? separator : 0;
    }

    private void TakeOther(char c)
    {
        var start = position++;
        if (c is >= '！' and <= '～')
        {
            PutKnown((char)(c - FullWidthOffset), start);
        }
        else if (!PutKnown(c, start))
        {
            TakeRare(start);
        }
    }

    /// <summary>Puts the one form of a character that is common enough to have a rule of its own; false when it has none.</summary>
    private bool PutKnown(char c, int start)
    {
        switch (c)
        {
            case ' ' or '\t' or '\r' or '\n' or '\u0085' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u3000':
                blankPending = true;
                return true;
            case < ' ' or '\u007F' or '"' or '“' or '”' or '„' or '«' or '»' or '「' or '」' or '『' or '』' or '〝' or '〞'
                or '《' or '》' or '〈' or '〉':
                return true;
            case '\'' or '`' or '‘' or '’' or '´':
                PutApostrophe(start);
                return true;
            case '-' or (>= '\u2010' and <= '\u2015') or '\u2212':
                PutDash(start);
                return true;
            case '〔' or '【' or '〖':
                Put('[', start);
                return true;
            case '〕' or '】' or '〗':
                Put(']', start);
                return true;
            case < '\u0080':
                Put(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c, start);
                return true;
            case '。' or '、' or '·':
                Put(c, start);
                return true;
            default:
                if (HanTables.IsHan(c))
                {
                    Put(HanTables.Simplify(c), start);
                    return true;
                }

                return false;
        }
    }

    /// <summary>Anything else: compatibility forms unfold, accents and invisible characters go.</summary>
    private void TakeRare(int start)
    {
        if (!Rune.TryGetRuneAt(source, start, out var rune))
        {
            return;
        }

        position = start + rune.Utf16SequenceLength;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned)
        {
            return;
        }

        foreach (var c in rune.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (!PutKnown(c, start) && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                Put(char.ToLowerInvariant(c), start);
            }
        }
    }

    private void PutDash(int start)
    {
        if (length > 0 && text[length - 1] == '-')
        {
            blankPending = false;
            origins[(length * 2) - 1] = position;
            return;
        }

        Put('-', start);
    }

    /// <summary>Daishan's keeps its apostrophe; a single quotation mark goes.</summary>
    private void PutApostrophe(int start)
    {
        var insideWord = !blankPending && length > 0 && char.IsAsciiLetter(text[length - 1])
            && position < source.Length && char.IsAsciiLetter(source[position]);
        if (insideWord)
        {
            Put('\'', start);
        }
    }

    private void Put(char c, int start)
    {
        if (blankPending)
        {
            blankPending = false;
            if (length > 0 && char.IsAsciiLetterOrDigit(text[length - 1]) && char.IsAsciiLetterOrDigit(c))
            {
                Append(' ', start, start);
            }
        }

        if (char.IsAsciiDigit(c) && length > 1 && text[length - 1] == ',' && char.IsAsciiDigit(text[length - 2]))
        {
            text[length - 1] = '、';
        }

        // A digit is put before the position has moved behind it.
        Append(c, start, Math.Max(position, start + 1));
    }

    private void Append(char c, int start, int end)
    {
        if (length >= limit)
        {
            isCut = true;
            return;
        }

        text[length] = c;
        origins[length * 2] = start;
        origins[(length * 2) + 1] = end;
        length++;
    }
}
