using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>One line of a notice without its line end.</summary>
internal readonly record struct SourceLine(string Source, SourceSpan Span)
{
    public string Text => Span.Of(Source);

    public bool IsBlank => Source.AsSpan(Span.Start, Span.Length).IsWhiteSpace();

    public bool IsTableRow => Source.AsSpan(Span.Start, Span.Length).Contains('\t');

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

    public StitchedText Stitch() => StitchedText.Of(Source, Span).Trim();

    public TableRow Row()
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var start = Span.Start;
        while (true)
        {
            var tab = Source.IndexOf('\t', start, Span.End - start);
            var end = tab < 0 ? Span.End : tab;
            var cell = StitchedText.Of(Source, new SourceSpan(start, end)).Trim();
            cells.Add(new TableCell(cell.Text, cell.Length == 0 ? new SourceSpan(start, start) : cell.Span));
            if (tab < 0)
            {
                return new TableRow(cells.ToImmutable(), Span);
            }

            start = tab + 1;
        }
    }
}
