using System.Buffers;

namespace ZhoushanBot.Core.Notices;

/// <summary>Small questions about letters and words that every rule of reading asks.</summary>
internal static class Wording
{
    /// <summary>Marks that end a sentence or one of its main parts.</summary>
    public static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；;");

    /// <summary>Marks that end a clause.</summary>
    public static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，。；：,;");

    /// <summary>Marks that end a clause or a member of a list.</summary>
    public static readonly SearchValues<char> ListMarks = SearchValues.Create("，。；、：,;");

    /// <summary>Without any white space: scans put blanks anywhere.</summary>
    public static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The first characters, for a message.</summary>
    public static string Beginning(string text, int length = 20) => text[..Math.Min(length, text.Length)];

    public static bool ContainsAny(string text, IEnumerable<string> words) => words.Any(w => text.Contains(w, StringComparison.Ordinal));

    public static bool EndsWithAny(string text, IEnumerable<string> words) => words.Any(w => text.EndsWith(w, StringComparison.Ordinal));

    public static bool StartsWithAny(string text, IEnumerable<string> words) => words.Any(w => text.StartsWith(w, StringComparison.Ordinal));

    /// <summary>Length of the longest of the words that the text begins with; 0 when it begins with none.</summary>
    public static int LongestAtStart(ReadOnlySpan<char> text, IEnumerable<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = word.Length > longest && text.StartsWith(word, StringComparison.Ordinal) ? word.Length : longest;
        }

        return longest;
    }

    /// <summary>Length of the longest of the words that the text ends in; 0 when it ends in none.</summary>
    public static int LongestAtEnd(ReadOnlySpan<char> text, IEnumerable<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = word.Length > longest && text.EndsWith(word, StringComparison.Ordinal) ? word.Length : longest;
        }

        return longest;
    }

    /// <summary>A character at which a line of its own may end: a line that ends otherwise was cut.</summary>
    public static bool EndsSentence(char c) => c is '。' or '；' or '！' or '？' or '：' or '）' or ')' or ';' or '!' or '?' or '”' or '.';

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    /// <summary>The value of a half- or full-width digit.</summary>
    public static int? DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => null,
    };

    /// <summary>A whole number in half- or full-width digits and nothing else; null for anything longer than nine digits.</summary>
    public static int? WholeNumber(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 9)
        {
            return null;
        }

        var number = 0;
        foreach (var c in text)
        {
            if (DigitOf(c) is not { } digit)
            {
                return null;
            }

            number = (number * 10) + digit;
        }

        return number;
    }
}
