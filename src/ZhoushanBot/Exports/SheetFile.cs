using System.Collections.Immutable;
using System.Text;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Import;

namespace ZhoushanBot.Exports;

/// <summary>What came of opening a filled-in sheet. A closed set.</summary>
internal abstract record SheetReading
{
    private SheetReading()
    {
    }

    /// <summary>Its lines, still to be checked.</summary>
    public sealed record Lines(ImmutableArray<SheetLine> All) : SheetReading;

    /// <summary>A quote in this line of a CSV file is never closed.</summary>
    public sealed record OpenQuote(int Line) : SheetReading;

    /// <summary>It cannot be read.</summary>
    public sealed record Unreadable(UnreadableReason Reason) : SheetReading;
}

/// <summary>填报表 as a file: a workbook or CSV.</summary>
internal static class SheetFile
{
    /// <summary>Writes a sheet, head first.</summary>
    /// <param name="output">Seekable; left open.</param>
    /// <param name="sheet">See <see cref="ReportSheet.Make"/>.</param>
    /// <param name="format"><see cref="ExportFormat.Xlsx"/> or <see cref="ExportFormat.Csv"/>.</param>
    /// <param name="name">On the sheet's tab.</param>
    public static void Write(Stream output, ImmutableArray<ImmutableArray<string>> sheet, ExportFormat format, string name)
    {
        if (format == ExportFormat.Xlsx)
        {
            TableWorkbook.Write(output, [new WorkbookSheet(name, [], [.. ReportSheet.Columns.Select((column, at) => (sheet[0][at], WidthOf(column)))], sheet.Skip(1).Select(row => row.Select(cell => new StatusCell(cell)).ToImmutableArray()))]);
            return;
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in sheet)
        {
            writer.WriteLine(string.Join(',', row.Select(cell => CsvTable.Cell(CleanText.ForXml(cell)))));
        }
    }

    /// <summary>Reads one, whatever its name ends with.</summary>
    /// <param name="path">In full.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<SheetReading> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (text, reason) = await NoticeFile.ReadTextAsync(path, cancellationToken);
        if (text is not null)
        {
            var (rows, openQuote) = CsvTable.Read(text.Value);
            return openQuote > 0 ? new SheetReading.OpenQuote(openQuote) : new SheetReading.Lines([.. rows.Select(row => new SheetLine(row.Line, row.Cells))]);
        }

        if (reason is UnreadableReason.Undecodable { Failure.Reason: DecodeFailure.Binary })
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (WorkbookReader.Read(file) is { } lines)
            {
                return new SheetReading.Lines(lines);
            }
        }

        return new SheetReading.Unreadable(reason!);
    }

    private static double WidthOf(ReportSheetColumn column) => column switch
    {
        ReportSheetColumn.Task or ReportSheetColumn.Note => 48,
        ReportSheetColumn.Indicator or ReportSheetColumn.TaskId => 28,
        ReportSheetColumn.Evidence or ReportSheetColumn.Reason => 24,
        _ => 14,
    };
}
