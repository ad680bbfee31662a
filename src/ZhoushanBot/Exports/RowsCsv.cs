using System.Collections.Immutable;
using System.Text;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Status;

namespace ZhoushanBot.Exports;

/// <summary>Every figure as CSV (RFC 4180): UTF-8 with a byte order mark for Excel, a line for each figure.</summary>
internal static class RowsCsv
{
    /// <summary>Writes it.</summary>
    /// <param name="output">Left open.</param>
    /// <param name="board">What to write.</param>
    /// <param name="text">Words.</param>
    public static void Write(Stream output, StatusBoard board, StatusText text)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        WriteLine(writer, [.. StatusRows.Columns.Select(column => new StatusCell(text.Column(column)))]);
        foreach (var row in StatusRows.Of(board, text))
        {
            WriteLine(writer, row);
        }
    }

    private static void WriteLine(StreamWriter writer, ImmutableArray<StatusCell> cells)
    {
        for (var at = 0; at < cells.Length; at++)
        {
            if (at > 0)
            {
                writer.Write(',');
            }

            writer.Write(Field(cells[at]));
        }

        writer.WriteLine();
    }

    private static string Field(StatusCell cell) => cell.Number is null ? CsvTable.Cell(CleanText.ForXml(cell.Text)) : CsvTable.Quote(cell.Text);
}
