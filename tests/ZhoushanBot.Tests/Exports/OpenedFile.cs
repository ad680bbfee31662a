using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace ZhoushanBot.Tests.Exports;

/// <summary>A sheet as an office program finds it.</summary>
internal sealed record OpenedSheet(string Name, ImmutableArray<ImmutableArray<string>> Rows, int Numbers, bool HasFrozenHead, bool HasFilter);

/// <summary>Files as office programs find them, checked against the schema of Office.</summary>
internal static class OpenedFile
{
    /// <summary>The tables of a document, row by row, cell by cell.</summary>
    public static ImmutableArray<ImmutableArray<ImmutableArray<string>>> Tables(Stream file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        AssertValid(document);
        return
        [
            .. document.MainDocumentPart!.Document!.Body!.Elements<Word.Table>().Select(table => table.Elements<Word.TableRow>()
                .Select(row => row.Elements<Word.TableCell>().Select(cell => string.Join('\n', cell.Elements<Word.Paragraph>().Select(p => p.InnerText))).ToImmutableArray())
                .ToImmutableArray()),
        ];
    }

    /// <summary>What stands between the tables.</summary>
    public static ImmutableArray<string> Paragraphs(Stream file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return [.. document.MainDocumentPart!.Document!.Body!.Elements<Word.Paragraph>().Select(p => p.InnerText)];
    }

    /// <summary>The sheets of a workbook.</summary>
    public static ImmutableArray<OpenedSheet> Sheets(Stream file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        AssertValid(document);
        var book = document.WorkbookPart!;
        return [.. book.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => SheetOf(sheet.Name!.Value!, ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet!))];
    }

    private static OpenedSheet SheetOf(string name, Worksheet sheet) => new(
        name,
        [.. sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToImmutableArray())],
        sheet.Descendants<Cell>().Count(cell => cell.DataType?.Value == CellValues.Number),
        sheet.Descendants<Pane>().Any(pane => pane.State?.Value == PaneStateValues.Frozen),
        sheet.Descendants<AutoFilter>().Any());

    private static void AssertValid(OpenXmlPackage file) =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
}
