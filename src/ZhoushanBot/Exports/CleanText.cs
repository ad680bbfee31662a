using System.Text;
using System.Xml;

namespace ZhoushanBot.Exports;

/// <summary>Text from people and notices, as office programs take it.</summary>
internal static class CleanText
{
    // A cell of Excel holds no more.
    private const int LongestCell = 32_000;

    /// <summary>Without what XML cannot hold, such as control characters and half surrogate pairs; those become U+FFFD.</summary>
    public static string ForXml(string text)
    {
        if (text.Length <= LongestCell && IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, LongestCell));
        for (var at = 0; at < text.Length && clean.Length < LongestCell; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(text[at]).Append(text[++at]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
            {
                return false;
            }
        }

        return true;
    }
}
