namespace ZhoushanBot.Core.Notices;

/// <summary>Scanned formulas: <c>$\geq 50\%$</c> stands for ≥50%.</summary>
internal static class MathMarkup
{
    private static readonly (string Written, char Read)[] Commands =
    [
        (@"\geqslant", '≥'), (@"\leqslant", '≤'), (@"\geq", '≥'), (@"\leq", '≤'), (@"\ge", '≥'), (@"\le", '≤'),
        (@"\approx", '约'), (@"\sim", '—'), (@"\times", '×'), (@"\%", '%'), (@"\gt", '>'), (@"\lt", '<'),
    ];

    /// <summary>Reads every formula in the text; each place that was changed is reported with what was written and what was read.</summary>
    public static StitchedText Read(StitchedText text, Action<SourceSpan, string, string> report)
    {
        if (!text.Text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StitchedText.Builder();
        var at = 0;
        while (at < text.Length)
        {
            var close = text.Text[at] == '$' ? text.Text.IndexOf('$', at + 1) : -1;
            if (close < 0 || close - at > 60)
            {
                result.Append(text.Slice(at, at + 1));
                at++;
                continue;
            }

            var formula = ReadFormula(text.Slice(at + 1, close));
            Append(result, formula, text.SpanOf(at, close + 1));
            report(text.SpanOf(at, close + 1), text.Text[at..(close + 1)], formula.Text);
            at = close + 1;
        }

        return result.Build();
    }

    /// <summary>Its first and last character stand for the $ marks too: a quote must not cut through a formula.</summary>
    private static void Append(StitchedText.Builder result, StitchedText formula, SourceSpan place)
    {
        for (var at = 0; at < formula.Length; at++)
        {
            var own = formula.SpanOf(at, at + 1);
            result.Append(formula.Text[at], at == 0 ? place.Start : own.Start, at == formula.Length - 1 ? place.End : own.End);
        }
    }

    private static StitchedText ReadFormula(StitchedText formula)
    {
        var result = new StitchedText.Builder();
        var at = 0;
        while (at < formula.Length)
        {
            var rest = formula.Text.AsSpan(at);
            var command = Array.Find(Commands, c => formula.Text.AsSpan(at).StartsWith(c.Written, StringComparison.Ordinal));
            if (command.Written is { } written)
            {
                var span = formula.SpanOf(at, at + written.Length);
                result.Append(command.Read, span.Start, span.End);
                at += written.Length;
            }
            else
            {
                if (!char.IsWhiteSpace(rest[0]) && rest[0] is not ('{' or '}'))
                {
                    result.Append(formula.Slice(at, at + 1));
                }

                at++;
            }
        }

        return result.Build();
    }
}
