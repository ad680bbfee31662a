using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ZhoushanBot.Core.Status;

namespace ZhoushanBot.Exports;

/// <summary>A sheet: a title over several lines, a header row that stays in view, and rows of typed cells.</summary>
/// <param name="Name">On its tab; at most 31 characters, none of them special.</param>
/// <param name="Head">Lines above the header row; may be empty.</param>
/// <param name="Columns">Header row, each with its width in characters.</param>
/// <param name="Rows">Below it; a row of one cell is a heading over all columns.</param>
internal sealed record WorkbookSheet(
    string Name, ImmutableArray<string> Head, ImmutableArray<(string Title, double Width)> Columns, IEnumerable<ImmutableArray<StatusCell>> Rows);

/// <summary>Sheets for Excel. Texts are texts, whatever they begin with; numbers are numbers; rows are written as they come.</summary>
internal static class TableWorkbook
{
    private const uint PlainStyle = 0;
    private const uint HeaderStyle = 1;
    private const uint TitleStyle = 2;
    private const uint WrappedStyle = 3;

    // In points, of 宋体 at its size; more than the last no row may have.
    private const double LineHeight = 15;
    private const double TitleHeight = 21;
    private const double MostHeight = 409;

    /// <summary>Writes them.</summary>
    /// <param name="output">Left open; must be seekable.</param>
    /// <param name="sheets">At least one.</param>
    public static void Write(Stream output, IReadOnlyList<WorkbookSheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var list = new Sheets();
        for (var at = 0; at < sheets.Count; at++)
        {
            var part = book.AddNewPart<WorksheetPart>();
            WriteSheet(part, sheets[at]);
            list.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)at + 1, Name = sheets[at].Name });
        }

        // The header row stands on every printed page.
        book.Workbook = new Workbook(list, new DefinedNames(sheets.Select((sheet, at) =>
            new DefinedName($"'{sheet.Name}'!$1:${sheet.Head.Length + 1}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at })));
    }

    private static void WriteSheet(WorksheetPart part, WorkbookSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        var header = (uint)sheet.Head.Length + 1;
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = header, TopLeftCell = $"A{header + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, at) =>
            new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })));
        var merges = new List<string>();
        var last = ColumnName(sheet.Columns.Length);
        writer.WriteStartElement(new SheetData());
        uint number = 0;
        foreach (var line in sheet.Head)
        {
            number++;
            merges.Add($"A{number}:{last}{number}");
            writer.WriteElement(new Row(Cell(new StatusCell(line), 0, number, TitleStyle)) { RowIndex = number, Height = TitleHeight, CustomHeight = true });
        }

        writer.WriteElement(new Row(sheet.Columns.Select((column, at) => Cell(new StatusCell(column.Title), at, header, HeaderStyle)))
        {
            RowIndex = header,
            Height = HeightOf([.. sheet.Columns.Select(c => new StatusCell(c.Title))], sheet.Columns),
            CustomHeight = true,
        });
        number = header;
        foreach (var row in sheet.Rows)
        {
            number++;
            if (row is [_])
            {
                merges.Add($"A{number}:{last}{number}");
            }

            writer.WriteElement(new Row(row.Select((cell, at) => Cell(cell, at, number, row is [_] ? HeaderStyle : WrappedStyle)))
            {
                RowIndex = number,
                Height = row is [_] ? LineHeight : HeightOf(row, sheet.Columns),
                CustomHeight = true,
            });
        }

        writer.WriteEndElement();
        if (merges.Count == 0)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A{header}:{last}{number}" });
        }
        else
        {
            writer.WriteElement(new MergeCells(merges.Select(area => new MergeCell { Reference = area })));
        }

        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P / &N")));
        writer.WriteEndElement();
    }

    // Not every office program works out the height of rows that it did not write itself: without it their texts lie over one another.
    private static double HeightOf(ImmutableArray<StatusCell> row, ImmutableArray<(string Title, double Width)> columns) =>
        Math.Min(MostHeight, LineHeight * row.Select((cell, at) => cell.Number is null ? LinesOf(cell.Text, columns[at].Width) : 1).Append(1).Max());

    private static int LinesOf(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(WidthOf) / Math.Max(1, width - 2))));

    // In characters of the Latin alphabet: what stands in a square is two.
    private static double WidthOf(char c) => c < 0x1100 ? 1.1 : 2;

    private static Cell Cell(StatusCell cell, int column, uint row, uint style)
    {
        var place = $"{ColumnName(column + 1)}{row}";
        return cell.Number is { } number
            ? new Cell { CellReference = place, StyleIndex = style, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number }
            : new Cell(new InlineString(new Text(CleanText.ForXml(cell.Text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = place, StyleIndex = style, DataType = CellValues.InlineString };
    }

    private static string ColumnName(int number) => number > 26 ? $"{ColumnName((number - 1) / 26)}{(char)('A' + ((number - 1) % 26))}" : $"{(char)('A' + number - 1)}";

    private static Stylesheet Styles() => new(
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "宋体" }),
            new Font(new Bold(), new FontSize { Val = 14 }, new FontName { Val = "宋体" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(
            new Border(),
            new Border(
                new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(PlainStyle, 0, HorizontalAlignmentValues.General),
            Format(1, 1, HorizontalAlignmentValues.Center),
            Format(2, 0, HorizontalAlignmentValues.Center),
            Format(0, 1, HorizontalAlignmentValues.General)));

    private static CellFormat Format(uint font, uint border, HorizontalAlignmentValues alignment) => new()
    {
        FontId = font,
        BorderId = border,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        Alignment = new Alignment { Horizontal = alignment, Vertical = VerticalAlignmentValues.Center, WrapText = true },
    };
}
