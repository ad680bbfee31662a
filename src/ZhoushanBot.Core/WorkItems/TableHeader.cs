using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>The header that the rows of a table are read by: one line, or two where a cell such as 分解目标 spans the areas below it.</summary>
internal sealed class TableHeader
{
    private const int LongestColumnName = 8;
    private readonly ImmutableArray<string> first;
    private ImmutableArray<string> second = [];

    private TableHeader(TableRow row, TableColumns columns)
    {
        FirstLine = row;
        Columns = columns;
        first = TableColumns.TextsOf(row);
    }

    public TableColumns Columns { get; private set; }

    private TableRow FirstLine { get; }

    /// <summary>Null when the row is no header: a header has words where a row has its number.</summary>
    public static TableHeader? Of(TableRow row, ReadingRules rules) =>
        TableColumns.Of(row, rules) is { } columns
        && (columns.Number < 0 || Wording.DigitOf(row.Cells[columns.Number].Text.FirstOrDefault()) is null)
            ? new TableHeader(row, columns)
            : null;

    /// <summary>The same header again, as it stands at the top of every page.</summary>
    public bool IsRepeatedBy(TableRow row)
    {
        var texts = TableColumns.TextsOf(row);
        return texts.SequenceEqual(first, StringComparer.Ordinal) || (second.Length > 0 && texts.SequenceEqual(second, StringComparer.Ordinal));
    }

    /// <summary>Takes the line below in as the header's second line, where it only fills gaps and spans with names of columns.</summary>
    public bool TakesIn(TableRow row, ReadingRules rules)
    {
        var isSecondLine = row.Cells.Length > Columns.Subject
            && TableColumns.CellOf(row, Columns.Number).IsBlank
            && TableColumns.CellOf(row, Columns.Subject).IsBlank
            && TableColumns.CellOf(row, Columns.Organizations).IsBlank
            && row.Cells.Count(c => !c.IsBlank) > 1
            && row.Cells.All(c => c.Text.Length <= LongestColumnName && !c.Text.AsSpan().ContainsAnyInRange('0', '9') && !rules.NoneMarks.Contains(c.Text, StringComparer.Ordinal));
        if (!isSecondLine)
        {
            return false;
        }

        var joined = FirstLine.Cells.Select((c, i) => TableColumns.CellOf(row, i) is { IsBlank: false } below ? below : c);
        if (TableColumns.Of(new TableRow([.. joined], FirstLine.Span), rules) is not { } columns)
        {
            return false;
        }

        second = TableColumns.TextsOf(row);
        Columns = columns;
        return true;
    }
}
