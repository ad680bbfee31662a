using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>One line of a notice without its line end.</summary>
internal readonly record struct SourceLine(string Source, SourceSpan Span)
{
    private const int FewestTabsOfATable = 2;

    public string Text => Span.Of(Source);

    public bool IsBlank => Chars.IsWhiteSpace();

    public bool HasTab => Chars.Contains('\t');

    /// <summary>One tab may stand behind an item's number; two and more make cells.</summary>
    public bool HasCells => Chars.Count('\t') >= FewestTabsOfATable;

    private ReadOnlySpan<char> Chars => Source.AsSpan(Span.Start, Span.Length);

    public static ImmutableArray<SourceLine> Of(string source)
    {
        var lines = ImmutableArray.CreateBuilder<SourceLine>();
        var start = 0;
        while (start <= source.Length)
        {
            var end = source.IndexOf('\n', start);
            end = end < 0 ? source.Length : end;
            lines.Add(new SourceLine(source, new SourceSpan(start, end)));
            start = end + 1;
        }

        return lines.ToImmutable();
    }

    /// <summary>The line's words, blanks around them left out; a tab among them reads as a blank.</summary>
    public StitchedText Stitch()
    {
        var (start, end) = (Span.Start, Span.End);
        while (start < end && char.IsWhiteSpace(Source[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Source[end - 1]))
        {
            end--;
        }

        return StitchedText.Of(Source, new SourceSpan(start, end));
    }

    public TableRow Row()
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var start = Span.Start;
        while (true)
        {
            var tab = Source.IndexOf('\t', start, Span.End - start);
            var end = tab < 0 ? Span.End : tab;
            cells.Add(CellAt(start, end));
            if (tab < 0)
            {
                return new TableRow(cells.ToImmutable(), Span);
            }

            start = tab + 1;
        }
    }

    private TableCell CellAt(int start, int end)
    {
        var text = Source.AsSpan(start, end - start);
        var lead = text.Length - text.TrimStart().Length;
        var trimmed = text.Trim();
        return trimmed.IsEmpty
            ? new TableCell(string.Empty, new SourceSpan(start, start))
            : new TableCell(trimmed.ToString(), new SourceSpan(start + lead, start + lead + trimmed.Length));
    }
}
