using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Exports;

/// <summary>The first sheet of a workbook as text, as its cells are shown: days as 2024-06-30, shares as 85%, numbers without thousands.</summary>
internal sealed class WorkbookReader
{
    // A file of a few kilobytes can unpack to gigabytes.
    private const long LargestPart = 32_000_000;
    private const int MostColumns = 64;
    private const int DaysBefore1904 = 1462;
    private static readonly uint[] ShareFormats = [9, 10];
    private static readonly uint[] DayFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

    private readonly ImmutableArray<string> shared;
    private readonly ImmutableArray<uint> formatOfStyle;
    private readonly Dictionary<uint, string> formats;
    private readonly bool beginsIn1904;

    private WorkbookReader(WorkbookPart book)
    {
        shared = [.. (book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(TextOf)];
        var styles = book.WorkbookStylesPart?.Stylesheet;
        formatOfStyle = [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => format.NumberFormatId?.Value ?? 0)];
        formats = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(f => f.NumberFormatId is not null)
            .ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? string.Empty);
        beginsIn1904 = book.Workbook?.WorkbookProperties?.Date1904?.Value == true;
    }

    /// <summary>The rows in which something stands, one more than <see cref="ReportSheet.MostLines"/> at most; null when it is no workbook.</summary>
    /// <param name="file">Seekable; left open.</param>
    public static ImmutableArray<SheetLine>? Read(Stream file)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            return document.WorkbookPart is { Workbook.Sheets: { } sheets } book && sheets.Elements<Sheet>().FirstOrDefault()?.Id?.Value is { } id
                && book.GetPartById(id) is WorksheetPart sheet ? new WorkbookReader(book).Lines(sheet) : null;
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private ImmutableArray<SheetLine> Lines(WorksheetPart sheet)
    {
        var lines = ImmutableArray.CreateBuilder<SheetLine>();
        var number = 0;
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read() && lines.Count <= ReportSheet.MostLines)
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
            {
                continue;
            }

            number = (int?)row.RowIndex?.Value ?? number + 1;
            var cells = CellsOf(row);
            if (cells.Any(cell => cell.Length > 0))
            {
                lines.Add(new SheetLine(number, cells));
            }
        }

        return lines.ToImmutable();
    }

    private ImmutableArray<string> CellsOf(Row row)
    {
        var cells = new List<string>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value) ?? next;
            if (column >= MostColumns)
            {
                break;
            }

            while (cells.Count <= column)
            {
                cells.Add(string.Empty);
            }

            cells[column] = Shown(cell).Trim();
            next = column + 1;
        }

        return [.. cells];
    }

    // Of "AB12" the letters, the first column is 0.
    private static int? ColumnOf(string? place)
    {
        var column = 0;
        foreach (var letter in (place ?? string.Empty).TakeWhile(char.IsAsciiLetter).Take(3))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column > 0 ? column - 1 : null;
    }

    private string Shown(Cell cell)
    {
        var value = cell.CellValue?.Text ?? string.Empty;
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextOf(inline) : string.Empty;
        }

        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Length ? shared[at] : string.Empty;
        }

        if (type == CellValues.Date)
        {
            return value is { Length: > 10 } ? value[..10] : value;
        }

        return type == CellValues.Number && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Shown(number, cell.StyleIndex?.Value ?? 0) : value;
    }

    private string Shown(double number, uint style)
    {
        var format = style < formatOfStyle.Length ? formatOfStyle[(int)style] : 0;
        var code = formats.GetValueOrDefault(format, string.Empty);
        if (Math.Abs(number) >= 1e15)
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        if ((DayFormats.Contains(format) || IsDay(code)) && number is >= 1 and < 2_900_000)
        {
            return DateTime.FromOADate(number + (beginsIn1904 ? DaysBefore1904 : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        // Excel keeps 15 digits, and so does the conversion: 0.1 + 0.2 is 0.3.
        var shown = (decimal)number;
        return ShareFormats.Contains(format) || code.Contains('%', StringComparison.Ordinal)
            ? $"{(shown * 100).ToString("0.###############", CultureInfo.InvariantCulture)}%"
            : shown.ToString("0.###############", CultureInfo.InvariantCulture);
    }

    private static bool IsDay(string code) =>
        (code.Contains('y', StringComparison.OrdinalIgnoreCase) && code.Contains('m', StringComparison.OrdinalIgnoreCase)) || code.Contains('年', StringComparison.Ordinal);

    // Without the readings that are printed above characters.
    private static string TextOf(OpenXmlElement item) => string.Concat(item.Elements<Text>().Select(t => t.Text).Concat(item.Elements<Run>().Select(r => r.Text?.Text ?? string.Empty)));
}
