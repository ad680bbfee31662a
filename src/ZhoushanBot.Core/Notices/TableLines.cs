using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>
/// Gathers the lines of a table and puts rows together that a line end inside a cell has torn apart: a row narrower than its
/// table goes on in the line right below, as long as the pieces fit.
/// </summary>
internal sealed class TableLines(ReadingRules rules, List<ImportFinding> findings)
{
    /// <summary>More line ends than the cells of any one row hold; beyond them the lines are no row.</summary>
    private const int MostPieces = 60;
    private readonly List<(TableRow Row, bool IsAdjacent)> lines = [];

    public bool IsEmpty => lines.Count == 0;

    /// <param name="row">The line's cells; one cell for a line without tab.</param>
    /// <param name="isAdjacent">No blank line stands between it and the line above.</param>
    public void Add(TableRow row, bool isAdjacent) => lines.Add((row, isAdjacent && lines.Count > 0));

    public TableBlock Build()
    {
        var width = lines.Max(l => l.Row.Cells.Length);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var pieces = 1;
        foreach (var (row, isAdjacent) in lines)
        {
            if (isAdjacent && rows.Count > 0 && pieces < MostPieces && GoesOn(rows[^1], row, width))
            {
                rows[^1] = Join(rows[^1], row);
                pieces++;
                var cell = rows[^1].Cells.Length - row.Cells.Length;
                var column = cell < rows[0].Cells.Length ? rows[0].Cells[cell].Text : string.Empty;
                findings.Add(new ImportFinding(FindingCode.CellSpilled, FindingSeverity.Info, row.Span, [column, row.Cells[0].Text]));
            }
            else
            {
                rows.Add(row);
                pieces = 1;
            }
        }

        lines.Clear();
        return new TableBlock(rows.ToImmutable());
    }

    private bool GoesOn(TableRow above, TableRow row, int width)
    {
        // A row that begins with a number, or with a blank cell for a merged one, is a row of its own.
        var first = row.Cells[0].Text;
        if (first.Length == 0 || Wording.DigitOf(first[0]) is not null)
        {
            return false;
        }

        // Behind the last column only a further name can follow; a note below the table is no part of its last row.
        return above.Cells.Length < width
            ? above.Cells.Length + row.Cells.Length - 1 <= width
            : row.Cells.Length == 1 && Wording.EndsWithAny(first, rules.OrganizationEndings);
    }

    private static TableRow Join(TableRow above, TableRow row)
    {
        var (left, right) = (above.Cells[^1], row.Cells[0]);
        var joined = left.IsBlank ? right : new TableCell(left.Text + right.Text, new SourceSpan(left.Span.Start, right.Span.End));
        return new TableRow(
            [.. above.Cells[..^1], joined, .. row.Cells[1..]],
            new SourceSpan(above.Span.Start, row.Span.End));
    }
}
