using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ZhoushanBot.Commands;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Exports;
using ZhoushanBot.Tests.Commands;

namespace ZhoushanBot.Tests.Exports;

public sealed class ReportCommandTests(ImportedStore imported) : IClassFixture<ImportedStore>, IDisposable
{
    private const string Day = "2024-07-05";
    private const string Area = "岱山县";
    private readonly AtTheTerminal terminal = new(imported.Folder, ReplyLanguage.Chinese);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task A_workbook_filled_in_with_Excel_s_own_numbers_days_and_shared_texts_comes_back()
    {
        var (rows, people) = await TemplateAsync("t.xlsx");
        Save("f.xlsx", rows, people, "12", isDay: true);

        var run = await terminal.RunAsync(Day, "report", "import", "f.xlsx", "--area", Area);
        var figure = await FigureAsync(rows[people]);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("已为岱山县记入 1 条填报", run.Output, StringComparison.Ordinal);
        Assert.Equal((12m, "2024-06-30", "进展，\"顺利\""), ((decimal)figure["value"]!, (string?)figure["period"], (string?)figure["note"]));
    }

    [Fact]
    public async Task Csv_that_an_office_program_saved_in_GB18030_comes_back()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (rows, people) = await TemplateAsync("t.csv");
        rows = rows.SetItem(people, rows[people].SetItem((int)ReportSheetColumn.Figure, "12"));
        await File.WriteAllBytesAsync(
            terminal["f.csv"], Encoding.GetEncoding(54936).GetBytes(string.Join("\r\n", rows.Select(row => string.Join(',', row.Select(CsvTable.Cell))))), Cancel);

        var run = await terminal.RunAsync(Day, "report", "import", "f.csv", "--area", Area);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal((12m, "2024H1"), ((decimal)(await FigureAsync(rows[people]))["value"]!, (string?)(await FigureAsync(rows[people]))["period"]));
    }

    [Fact]
    public async Task One_faulty_line_is_told_with_its_number_and_nothing_is_applied()
    {
        var (rows, people) = await TemplateAsync("t.csv");
        var other = people == 1 ? 2 : 1;
        rows = rows.SetItem(people, rows[people].SetItem((int)ReportSheetColumn.Figure, "12")).SetItem(other, rows[other].SetItem((int)ReportSheetColumn.Figure, "许多"));
        await File.WriteAllTextAsync(terminal["f.csv"], string.Join("\r\n", rows.Select(row => string.Join(',', row.Select(CsvTable.Cell)))), Cancel);

        var run = await terminal.RunAsync(Day, "report", "import", "f.csv", "--area", Area);

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains($"第 {other + 1} 行：", run.Error, StringComparison.Ordinal);
        Assert.Contains("有 1 处错误，没有导入任何内容", run.Error, StringComparison.Ordinal);
        Assert.Null((await FigureAsync(rows[people]))["value"]);
    }

    [Fact]
    public async Task Somebody_else_s_sheet_is_refused_line_by_line()
    {
        var (rows, people) = await TemplateAsync("t.xlsx");
        Save("f.xlsx", rows, people, "12", isDay: false);

        var foreign = await terminal.RunAsync(Day, "report", "import", "f.xlsx", "--area", "嵊泗县");

        Assert.Equal(ExitCode.UnreadableInput, foreign.ExitCode);
        Assert.Contains($"第 {people + 1} 行：", foreign.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_s_template_has_its_own_lines_in_the_period_asked_for_and_is_never_overwritten()
    {
        var first = await terminal.RunAsync(Day, "report", "template", "t.xlsx", "--unit", "市水利局", "--period", "一季度");
        var second = await terminal.RunAsync(Day, "report", "template", "t.xlsx", "--unit", "市水利局");
        await using var file = File.OpenRead(terminal["t.xlsx"]);
        var sheet = Assert.Single(OpenedFile.Sheets(file));

        Assert.Equal((ExitCode.Done, ExitCode.BadUsage), (first.ExitCode, second.ExitCode));
        Assert.Equal(ReportSheet.Columns.Select(ReportText.In(ReplyLanguage.Chinese).Column), sheet.Rows[0]);
        await terminal.RunAsync(Day, "export", "figures.json");
        var tasks = JsonNode.Parse(await File.ReadAllTextAsync(terminal["figures.json"], Cancel))!.AsArray()
            .ToDictionary(t => (string)t!["id"]!, t => t!["leadOrganizations"]!.AsArray().Select(o => (string)o!).ToList(), StringComparer.Ordinal);
        Assert.Contains(sheet.Rows.Skip(1), row => row[(int)ReportSheetColumn.Target].Length > 0);
        Assert.All(sheet.Rows.Skip(1), row => Assert.True(tasks[row[(int)ReportSheetColumn.TaskId]] is var leads && (leads.Count == 0 || leads.Contains("市水利局"))));
        Assert.All(sheet.Rows.Skip(1), row => Assert.Equal(("", "一季度"), (row[(int)ReportSheetColumn.Area], row[(int)ReportSheetColumn.Period])));
    }

    [Fact]
    public async Task Wrong_arguments_and_files_are_told()
    {
        await File.WriteAllBytesAsync(terminal["broken.xlsx"], [0x50, 0x4B, 3, 4, 20, 0, 0, 0], Cancel);
        await File.WriteAllTextAsync(terminal["quote.csv"], "任务编号,\"x\r\n1,2", Cancel);
        (string[] Args, int Code, string Words)[] runs =
        [
            (["report", "template", "t.xlsx"], ExitCode.BadUsage, "二者只给一个"),
            (["report", "template", "t.xlsx", "--unit", "市水利局", "--area", Area], ExitCode.BadUsage, "二者只给一个"),
            (["report", "template", "t.docx", "--area", Area], ExitCode.BadUsage, ".xlsx"),
            (["report", "template", "t.xlsx", "--unit", "市水力局"], ExitCode.NothingFound, "是否为“市水利局”"),
            (["report", "template", "t.xlsx", "--area", Area, "--period", "五季度"], ExitCode.BadUsage, "看不懂报告期"),
            (["report", "import", "none.xlsx", "--area", Area], ExitCode.UnreadableInput, "没有文件"),
            (["report", "import", "broken.xlsx", "--area", Area], ExitCode.UnreadableInput, "不是能读的"),
            (["report", "import", "quote.csv", "--area", Area], ExitCode.UnreadableInput, "引号没有结束"),
        ];
        foreach (var (args, code, words) in runs)
        {
            var run = await terminal.RunAsync(Day, args);
            Assert.Equal(code, run.ExitCode);
            Assert.Contains(words, run.Error, StringComparison.Ordinal);
        }
    }

    /// <summary>The template of the area, and the first row in which people are counted.</summary>
    private async Task<(ImmutableArray<ImmutableArray<string>> Rows, int People)> TemplateAsync(string name)
    {
        var run = await terminal.RunAsync(Day, "report", "template", name, "--area", Area);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        var reading = Assert.IsType<SheetReading.Lines>(await SheetFile.ReadAsync(terminal[name], Cancel));
        ImmutableArray<ImmutableArray<string>> rows = [.. reading.All.Select(line => line.Cells.AddRange(Enumerable.Repeat("", ReportSheet.Columns.Length - line.Cells.Length)))];
        var people = rows.ToList().FindIndex(row => row[(int)ReportSheetColumn.Target].EndsWith('人'));
        Assert.True(people > 0 && rows.Length > 2);

        // Joint work is everybody's: it has no figure, and no area.
        Assert.All(rows.Skip(1), row => Assert.Equal(row[(int)ReportSheetColumn.Target].Length > 0 ? Area : "", row[(int)ReportSheetColumn.Area]));
        Assert.All(rows.Skip(1), row => Assert.Equal("半年度", row[(int)ReportSheetColumn.Period]));
        return (rows, people);
    }

    /// <summary>What holds for the row's figure, by the export for programs.</summary>
    private async Task<JsonNode> FigureAsync(ImmutableArray<string> row)
    {
        var run = await terminal.RunAsync(Day, "export", "figures.json");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        var task = JsonNode.Parse(await File.ReadAllTextAsync(terminal["figures.json"], Cancel))!.AsArray().Single(t => (string?)t!["id"] == row[(int)ReportSheetColumn.TaskId])!;
        return task["figures"]!.AsArray().Single(f => (string?)f!["line"] == row[(int)ReportSheetColumn.Line] && (string?)f["area"] == Area)!;
    }

    // As Excel saves it: texts in a table of their own, numbers and days as numbers, cells that are empty left out.
    private void Save(string name, ImmutableArray<ImmutableArray<string>> rows, int filled, string figure, bool isDay)
    {
        using var document = SpreadsheetDocument.Create(terminal[name], SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var texts = new SharedStringTable();
        book.AddNewPart<SharedStringTablePart>().SharedStringTable = texts;
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
        var data = new SheetData();
        for (var row = 0; row < rows.Length; row++)
        {
            var written = new Row { RowIndex = (uint)row + 1 };
            for (var column = 0; column < rows[row].Length; column++)
            {
                var place = $"{(char)('A' + column)}{row + 1}";
                var isFilled = row == filled;
                if (isFilled && column == (int)ReportSheetColumn.Figure)
                {
                    written.AppendChild(new Cell { CellReference = place, CellValue = new CellValue(figure) });
                }
                else if (isFilled && isDay && column == (int)ReportSheetColumn.Period)
                {
                    written.AppendChild(new Cell { CellReference = place, StyleIndex = 1, CellValue = new CellValue("45473") });
                }
                else if ((isFilled && column == (int)ReportSheetColumn.Note ? "进展，\"顺利\"" : rows[row][column]) is { Length: > 0 } text)
                {
                    texts.AppendChild(new SharedStringItem(new Text(text)));
                    written.AppendChild(new Cell { CellReference = place, DataType = CellValues.SharedString, CellValue = new CellValue(texts.ChildElements.Count - 1) });
                }
            }

            data.AppendChild(written);
        }

        var sheet = book.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(data);
        book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "填报表" }));
    }
}
