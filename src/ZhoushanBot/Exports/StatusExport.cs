using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;

namespace ZhoushanBot.Exports;

/// <summary>Status as a file: what is on the board, and nothing that the asker may not see.</summary>
/// <param name="context">As the asker may see it, see <see cref="StatusContext.Through"/> for the period.</param>
/// <param name="language">Words; a notice's own stay as they are.</param>
internal sealed class StatusExport(StatusContext context, ReplyLanguage language)
{
    private readonly StatusBoard board = StatusBoard.Of(context);
    private readonly StatusText text = StatusText.Of(language, context.Index.Names);

    /// <summary>No task is on the board.</summary>
    public bool IsEmpty => board.Tasks.IsEmpty;

    /// <summary>Name of the file, without ending.</summary>
    public string Name => language == ReplyLanguage.Chinese ? $"完成情况表-{board.Period.Code}" : $"progress-{board.Period.Code}";

    /// <summary>Writes the file.</summary>
    /// <param name="output">Seekable; left open.</param>
    /// <param name="format">As what.</param>
    public void Write(Stream output, ExportFormat format)
    {
        if (format == ExportFormat.Json)
        {
            StatusRows.WriteJson(output, board);
        }
        else if (format == ExportFormat.Csv)
        {
            RowsCsv.Write(output, board, text);
        }
        else
        {
            var table = OfficialTable.Of(board, text, context.Today);
            if (format == ExportFormat.Docx)
            {
                TableDocument.Write(output, table, Remark);
            }
            else
            {
                TableWorkbook.Write(output, [.. Sheets(table)]);
            }
        }
    }

    private string Remark => board.Tasks.Any(task => task.Lines.Any(line => line.Areas.Prepend(line.City).Any(figure => figure.Report?.By.Name.Contains(DemoYear.Label, StringComparison.Ordinal) == true)))
        ? language == ReplyLanguage.Chinese ? $"含{DemoYear.Label}，不是真实进展" : $"With invented figures ({DemoYear.Label}), no real progress"
        : string.Empty;

    private IEnumerable<WorkbookSheet> Sheets(OfficialTable table)
    {
        var number = 0;
        foreach (var list in table.Lists)
        {
            number++;
            yield return new WorkbookSheet(
                SheetName(number, text.List(list.Groups[0].Rows[0].Status.Task.Item.List)),
                Head(list.Title, list.Summary),
                [(table.Columns[0], 7), (table.Columns[1], 60), (table.Columns[2], 24), (table.Columns[3], 52)],
                list.Groups.SelectMany(RowsOf));
        }

        foreach (var annex in table.Annexes)
        {
            number++;
            yield return new WorkbookSheet(
                SheetName(number, language == ReplyLanguage.Chinese ? "附件" : "Annex"),
                Head(annex.Title, string.Empty),
                [.. table.AnnexColumns.Select((column, at) => (column, at == 1 ? 48d : at == 0 ? 7d : 16d))],
                annex.Rows.SelectMany(RowsOf));
        }

        yield return new WorkbookSheet(
            SheetName(number + 1, language == ReplyLanguage.Chinese ? "明细" : "Details"),
            [],
            [.. StatusRows.Columns.Select(column => (text.Column(column), column is StatusColumn.Text or StatusColumn.Note ? 48d : 16d))],
            StatusRows.Of(board, text));
    }

    private ImmutableArray<string> Head(string title, string summary) => [.. new[] { title, summary, Remark }.Where(line => line.Length > 0)];

    private static string SheetName(int number, string name) => string.Create(CultureInfo.InvariantCulture, $"{number} {name}") is { Length: > 31 } whole ? whole[..31] : string.Create(CultureInfo.InvariantCulture, $"{number} {name}");

    private static IEnumerable<ImmutableArray<StatusCell>> RowsOf(OfficialGroup group) => group.Rows
        .Select(row => ImmutableArray.Create(
            new StatusCell(row.Number.ToString(CultureInfo.InvariantCulture), row.Number), new StatusCell(row.Text), new StatusCell(row.LeadOrganizations), new StatusCell(row.Completion)))
        .Prepend([new StatusCell(group.Heading)]);

    private static IEnumerable<ImmutableArray<StatusCell>> RowsOf(AnnexStatusRow row) => row.Figures.Select(figure => ImmutableArray.Create(
        new StatusCell(row.Number.ToString(CultureInfo.InvariantCulture), row.Number), new StatusCell(row.Subject), new StatusCell(figure.Area), new StatusCell(figure.Target),
        new StatusCell(figure.Figure), new StatusCell(figure.Rate), new StatusCell(figure.Lamp)));
}
