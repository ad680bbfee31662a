using System.Text;

namespace ZhoushanBot.Core.Lookup;

/// <summary>水路客（货）运 is asked for as 水路客货运 or 水路客运: the words around a short bracket, with it and without.</summary>
internal static class BracketForms
{
    private const int LongestInside = 2;
    private const int Before = 3;
    private const int Behind = 5;

    /// <summary>The further wordings, each behind a bar; empty when the text has no such bracket.</summary>
    public static string Of(string text)
    {
        StringBuilder? forms = null;
        for (var open = text.AsSpan().IndexOfAny('（', '('); open >= 0 && open < text.Length;)
        {
            var close = open + 1 + text.AsSpan(open + 1).IndexOfAny('）', ')');
            if (close > open + 1 && close - open - 1 <= LongestInside && open > 0 && close + 1 < text.Length && SubjectIndex.IsHan(text[open - 1]) && SubjectIndex.IsHan(text[close + 1]))
            {
                var head = text[Math.Max(0, open - Before)..open];
                var tail = text[(close + 1)..Math.Min(text.Length, close + 1 + Behind)];
                (forms ??= new StringBuilder()).Append(" | ").Append(head).Append(text.AsSpan(open + 1, close - open - 1)).Append(tail).Append(" | ").Append(head).Append(tail);
            }

            var next = text.AsSpan(open + 1).IndexOfAny('（', '(');
            open = next < 0 ? -1 : open + 1 + next;
        }

        return forms?.ToString() ?? string.Empty;
    }
}
