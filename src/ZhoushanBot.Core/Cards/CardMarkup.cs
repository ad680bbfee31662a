using System.Buffers;
using System.Text;

namespace ZhoushanBot.Core.Cards;

/// <summary>
/// Which texts a host could take for markup. Hosts read Markdown, links and date functions in some places of a card and not in others; text
/// of ours never is markup, so such a text is put where none is read, or written with characters that mean nothing.
/// </summary>
internal static class CardMarkup
{
    // Emphasis, code, links, images, HTML, entities, tables, strikethrough, escapes, addresses, {{DATE(…)}}.
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_`[]<>&|~\\@#{}\t\r\n");

    private static readonly SearchValues<string> Links = SearchValues.Create(["://", "www."], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether any host could show the text otherwise than it is written.</summary>
    public static bool IsIn(string text) =>
        text.AsSpan().ContainsAny(Marks) || text.AsSpan().ContainsAny(Links) || BeginsBlock(text);

    /// <summary>The text with characters that look alike but mark nothing: for places where every host may read markup.</summary>
    public static string Disarm(string text)
    {
        if (!IsIn(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 1);

        // A letter-like zero-width character in front, so that the line begins with no number, dash or blank.
        if (BeginsBlock(text))
        {
            result.Append('\u2060');
        }

        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsControl(c))
            {
                result.Append(' ');
            }
            else if (Marks.Contains(c))
            {
                result.Append((char)(c - '!' + '！'));
            }
            else
            {
                result.Append(c);
                if (StartsLink(text.AsSpan(at)))
                {
                    result.Append('\u2060');
                }
            }
        }

        return result.ToString();
    }

    // "http://a" is broken behind its colon, "www.a" behind its first letter.
    private static bool StartsLink(ReadOnlySpan<char> rest) => rest.StartsWith("://", StringComparison.Ordinal) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    // A blank (code), "- ", "+ ", "1. ", "1) ", "---" and "===" (rules and headings).
    private static bool BeginsBlock(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        if (char.IsWhiteSpace(text[0]) || text[0] is '-' or '+' or '=')
        {
            return true;
        }

        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > 0 && digits < text.Length && text[digits] is '.' or ')' && (digits + 1 == text.Length || !char.IsAsciiDigit(text[digits + 1]));
    }
}
