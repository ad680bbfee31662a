using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace ZhoushanBot.Core.Language;

/// <summary>拼音: how Chinese characters sound, without tones; ü is written u. Works on normalised (simplified, lower-case) text.</summary>
public static class Pinyin
{
    private const int MaxSplitLength = 120;
    private const int LongestSyllable = 6;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SyllableLookup =
        HanTables.Syllables.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Syllables run together: 市水利局 is <c>shishuiliju</c>. Letters and digits pass, everything else goes.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length * 4);
        Walk(text, (syllable, to) => to.Append(syllable), result);
        return result.ToString();
    }

    /// <summary>First letters: 市水利局 is <c>sslj</c>. Letters and digits pass, everything else goes.</summary>
    public static string Initials(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        Walk(text, (syllable, to) => to.Append(syllable[0]), result);
        return result.ToString();
    }

    /// <summary>One syllable for each Chinese character, in order; letters, digits and everything else are left out.</summary>
    public static ImmutableArray<string> SyllablesOf(ReadOnlySpan<char> text)
    {
        var result = ImmutableArray.CreateBuilder<string>(text.Length);
        while (!text.IsEmpty)
        {
            var phrase = HanTables.PhraseAt(text);
            if (!phrase.IsEmpty)
            {
                result.AddRange(phrase);
                text = text[phrase.Length..];
                continue;
            }

            var readings = HanTables.ReadingsOf(text[0]);
            if (!readings.IsEmpty)
            {
                result.Add(readings[0]);
            }

            text = text[1..];
        }

        return result.DrainToImmutable();
    }

    /// <summary>All toneless readings of a character, the commonest first; empty when it is not a Chinese character.</summary>
    public static ReadOnlySpan<string> ReadingsOf(char character) => HanTables.ReadingsOf(character);

    /// <summary>True when two characters share a reading: 利 and 力, 珊 and 山. A character that is not Chinese sounds like itself only.</summary>
    public static bool SoundAlike(char left, char right)
    {
        if (left == right)
        {
            return true;
        }

        var others = HanTables.ReadingsOf(right);
        foreach (var reading in HanTables.ReadingsOf(left))
        {
            foreach (var other in others)
            {
                if (reading == other)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True when two texts of one length sound alike character by character: 水力局 and 水利局. Equal texts do.</summary>
    public static bool SoundAlike(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!SoundAlike(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// A spelling with the differences taken out that speakers of the south do not hear: zh/z, ch/c, sh/s, l/n, ang/an, eng/en, ing/in.
    /// Two spellings with one key may be the same word.
    /// </summary>
    /// <param name="spelling">Pinyin in lower-case letters, run together or not.</param>
    public static string FuzzyKey(ReadOnlySpan<char> spelling)
    {
        var key = new StringBuilder(spelling.Length);
        for (var i = 0; i < spelling.Length; i++)
        {
            var c = spelling[i];
            var previous = i > 0 ? spelling[i - 1] : '\0';
            if ((c == 'h' && previous is 'z' or 'c' or 's') || (c == 'g' && previous == 'n'))
            {
                continue;
            }

            key.Append(c switch
            {
                'l' => 'n',
                'v' => 'u',
                _ => c,
            });
        }

        return key.ToString();
    }

    /// <summary>Cuts a run of letters into pinyin syllables: daishanxian into dai, shan, xian.</summary>
    /// <param name="letters">Lower-case letters; <c>v</c> stands for ü.</param>
    /// <param name="syllables">The syllables, as few as possible; empty when the run cannot be cut.</param>
    /// <returns>False when the run is not wholly made of syllables.</returns>
    public static bool TrySplit(ReadOnlySpan<char> letters, out ImmutableArray<string> syllables)
    {
        Span<byte> lastLength = stackalloc byte[MaxSplitLength + 1];
        var result = new string[CountSyllables(letters, lastLength)];
        var at = letters.Length;
        for (var i = result.Length - 1; i >= 0; i--)
        {
            var letterCount = lastLength[at];
            result[i] = FindSyllable(letters.Slice(at - letterCount, letterCount))!;
            at -= letterCount;
        }

        syllables = ImmutableCollectionsMarshal.AsImmutableArray(result);
        return result.Length > 0;
    }

    /// <summary>The number of pinyin syllables that a run of letters is wholly made of, as few as possible; 0 when it is not. Allocates nothing.</summary>
    public static int CountSyllables(ReadOnlySpan<char> letters)
    {
        Span<byte> lastLength = stackalloc byte[MaxSplitLength + 1];
        return CountSyllables(letters, lastLength);
    }

    private static int CountSyllables(ReadOnlySpan<char> letters, Span<byte> lastLength)
    {
        if (letters.IsEmpty || letters.Length > MaxSplitLength)
        {
            return 0;
        }

        // fewest[i] is the least number of syllables that make up the first i letters; 0 where it cannot be done, but at the start.
        Span<byte> fewest = stackalloc byte[MaxSplitLength + 1];
        fewest.Clear();
        for (var end = 1; end <= letters.Length; end++)
        {
            for (var length = 1; length <= Math.Min(LongestSyllable, end); length++)
            {
                var start = end - length;
                var isReachable = start == 0 || fewest[start] > 0;
                var isBetter = fewest[end] == 0 || fewest[start] + 1 <= fewest[end];
                if (isReachable && isBetter && FindSyllable(letters.Slice(start, length)) is not null)
                {
                    fewest[end] = (byte)(fewest[start] + 1);
                    lastLength[end] = (byte)length;
                }
            }
        }

        return fewest[letters.Length];
    }

    private static string? FindSyllable(ReadOnlySpan<char> letters)
    {
        if (SyllableLookup.TryGetValue(letters, out var syllable))
        {
            return IsTyped(syllable) ? syllable : null;
        }

        if (letters.Length < 2 || letters[1] != 'v' || letters[0] is not ('l' or 'n'))
        {
            return null;
        }

        Span<char> unified = stackalloc char[LongestSyllable];
        letters.CopyTo(unified);
        unified[1] = 'u';
        return SyllableLookup.TryGetValue(unified[..letters.Length], out syllable) ? syllable : null;
    }

    /// <summary>Interjections such as hm and n are sounds that nobody types as part of a word.</summary>
    private static bool IsTyped(string syllable) =>
        syllable is not ("m" or "n" or "hm" or "ei" or "o" or "fiao" or "lo" or "yo" or "kei" or "rua");

    private static void Walk(ReadOnlySpan<char> text, Action<string, StringBuilder> put, StringBuilder result)
    {
        while (!text.IsEmpty)
        {
            var phrase = HanTables.PhraseAt(text);
            if (!phrase.IsEmpty)
            {
                foreach (var syllable in phrase)
                {
                    put(syllable, result);
                }

                text = text[phrase.Length..];
                continue;
            }

            var readings = HanTables.ReadingsOf(text[0]);
            if (!readings.IsEmpty)
            {
                put(readings[0], result);
            }
            else if (char.IsAsciiLetterOrDigit(text[0]))
            {
                result.Append(text[0]);
            }

            text = text[1..];
        }
    }
}
