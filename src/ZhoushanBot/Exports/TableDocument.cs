using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ZhoushanBot.Core.Status;

namespace ZhoushanBot.Exports;

/// <summary>完成情况表 for Word: A4 across, a table for each list grouped by lead official, then the annexes. Header rows repeat, pages are numbered.</summary>
internal static class TableDocument
{
    private const int PageWidth = 16838;
    private const int PageHeight = 11906;
    private const int Margin = 1134;
    private const string TitleFont = "方正小标宋简体";
    private const string HeadingFont = "黑体";
    private const string TextFont = "仿宋";
    private const string LatinFont = "Times New Roman";

    private static readonly ImmutableArray<int> ListWidths = [800, 6200, 2570, 5000];
    private static readonly ImmutableArray<int> AnnexWidths = [800, 4770, 2200, 1900, 1900, 1400, 1600];

    /// <summary>Writes it.</summary>
    /// <param name="output">Left open.</param>
    /// <param name="table">What to write.</param>
    /// <param name="remark">Below each title, such as that the figures are invented; empty for none.</param>
    public static void Write(Stream output, OfficialTable table, string remark)
    {
        using var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(PageNumber());
        using var writer = OpenXmlWriter.Create(main);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        var isFirst = true;
        foreach (var list in table.Lists)
        {
            WriteHead(writer, list.Title, list.Summary, remark, isFirst);
            WriteList(writer, table.Columns, list);
            isFirst = false;
        }

        foreach (var annex in table.Annexes)
        {
            WriteHead(writer, annex.Title, string.Empty, remark, isFirst);
            WriteAnnex(writer, table.AnnexColumns, annex);
            isFirst = false;
        }

        writer.WriteElement(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567 }));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteHead(OpenXmlWriter writer, string title, string summary, string remark, bool isFirst)
    {
        writer.WriteElement(Line(title, TitleFont, 36, JustificationValues.Center, !isFirst, 0));
        foreach (var line in new[] { summary, remark }.Where(line => line.Length > 0))
        {
            writer.WriteElement(Line(line, TextFont, 24, JustificationValues.Center, false, 120));
        }
    }

    private static void WriteList(OpenXmlWriter writer, ImmutableArray<string> columns, OfficialList list)
    {
        StartTable(writer, columns, ListWidths);
        foreach (var group in list.Groups)
        {
            var heading = Cell(group.Heading, ListWidths.Sum(), HeadingFont, false);
            heading.TableCellProperties!.GridSpan = new GridSpan { Val = columns.Length };
            writer.WriteElement(new TableRow(new TableRowProperties(new CantSplit()), heading));
            foreach (var row in group.Rows)
            {
                writer.WriteElement(Row(
                    [row.Number.ToString(CultureInfo.InvariantCulture), row.Text, row.LeadOrganizations, row.Completion], ListWidths, TextFont, [0]));
            }
        }

        writer.WriteEndElement();
    }

    private static void WriteAnnex(OpenXmlWriter writer, ImmutableArray<string> columns, AnnexStatus annex)
    {
        StartTable(writer, columns, AnnexWidths);
        foreach (var row in annex.Rows)
        {
            for (var at = 0; at < row.Figures.Length; at++)
            {
                var figure = row.Figures[at];
                var written = Row(
                    [at == 0 ? row.Number.ToString(CultureInfo.InvariantCulture) : string.Empty, at == 0 ? row.Subject : string.Empty, figure.Area, figure.Target, figure.Figure, figure.Rate, figure.Lamp],
                    AnnexWidths, TextFont, [0, 2, 3, 4, 5, 6]);
                foreach (var merged in written.Elements<TableCell>().Take(2))
                {
                    merged.TableCellProperties!.VerticalMerge = new VerticalMerge { Val = at == 0 ? MergedCellValues.Restart : MergedCellValues.Continue };
                }

                writer.WriteElement(written);
            }
        }

        writer.WriteEndElement();
    }

    private static void StartTable(OpenXmlWriter writer, ImmutableArray<string> columns, ImmutableArray<int> widths)
    {
        writer.WriteStartElement(new Table());
        writer.WriteElement(new TableProperties(
            new TableWidth { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
            new TableLayout { Type = TableLayoutValues.Fixed }));
        writer.WriteElement(new TableGrid(widths.Select(width => new GridColumn { Width = Text(width) })));
        var header = Row([.. columns], widths, HeadingFont, [.. Enumerable.Range(0, columns.Length)]);
        header.TableRowProperties!.AppendChild(new TableHeader());
        writer.WriteElement(header);
    }

    private static TableRow Row(ImmutableArray<string> texts, ImmutableArray<int> widths, string font, ImmutableArray<int> centred)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var at = 0; at < texts.Length; at++)
        {
            row.AppendChild(Cell(texts[at], widths[at], font, centred.Contains(at)));
        }

        return row;
    }

    private static TableCell Cell(string text, int width, string font, bool isCentred)
    {
        var cell = new TableCell(new TableCellProperties(
            new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }));
        foreach (var line in text.Split('\n'))
        {
            cell.AppendChild(Line(line, font, 21, isCentred ? JustificationValues.Center : JustificationValues.Left, false, 0));
        }

        return cell;
    }

    private static Paragraph Line(string text, string font, int halfPoints, JustificationValues alignment, bool beginsPage, int after) => new(
        new ParagraphProperties
        {
            PageBreakBefore = beginsPage ? new PageBreakBefore() : null,
            SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = Text(after) },
            Justification = new Justification { Val = alignment },
        },
        new Run(Look(font, halfPoints), new Text(CleanText.ForXml(text)) { Space = SpaceProcessingModeValues.Preserve }));

    private static RunProperties Look(string font, int halfPoints) => new(
        new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = font }, new FontSize { Val = Text(halfPoints) });

    private static Paragraph PageNumber() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(Look(TextFont, 21), new Text("1"))) { Instruction = "PAGE" });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
