using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Exports;

namespace ZhoushanBot.Tests.Exports;

public sealed class TableWorkbookTests
{
    [Fact]
    public void Every_row_has_the_height_of_its_longest_text_so_that_none_lies_over_another()
    {
        using var file = new MemoryStream();
        TableWorkbook.Write(file, [new WorkbookSheet("表", ["标题"], [("序号", 7), ("任务", 20)],
        [
            [new StatusCell("一、某领导")],
            [new StatusCell("1"), new StatusCell("短")],
            [new StatusCell("2"), new StatusCell(new string('长', 40))],
            [new StatusCell("3"), new StatusCell("一行\n又一行")],
            [new StatusCell("4"), new StatusCell(new string('长', 4000))],
        ])]);

        using var document = SpreadsheetDocument.Open(file, false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        Assert.All(rows, row => Assert.True(row.CustomHeight?.Value));
        var heights = rows.Skip(2).Select(row => row.Height!.Value / rows[2].Height!.Value).ToList();

        // 40 characters in squares are 80 of the alphabet's, in a column of 20 less its margins; no row may be higher than 409 points.
        Assert.Equal([1, 1, 5, 2], heights.Take(4));
        Assert.Equal(409, rows[^1].Height!.Value);
    }
}
