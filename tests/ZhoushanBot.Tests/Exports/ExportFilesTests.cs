using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Exports;
using ZhoushanBot.Office;
using ZhoushanBot.Tests.Reporting;

namespace ZhoushanBot.Tests.Exports;

public sealed class ExportFilesTests(ExportFilesTests.HalfYear half) : IClassFixture<ExportFilesTests.HalfYear>
{
    private const string Formula = "=HYPERLINK(\"http://x.example\",\"点\")";
    private const string Unclean = "进展\u0001\u000B顺利，\"引号\"，\n第二行😀";

    [Theory]
    [InlineData(ReplyLanguage.Chinese)]
    [InlineData(ReplyLanguage.English)]
    public void The_document_says_cell_by_cell_what_the_table_says(ReplyLanguage language)
    {
        var table = half.Table(language);
        using var file = half.Write(ExportFormat.Docx, language);

        var tables = OpenedFile.Tables(file);
        var paragraphs = OpenedFile.Paragraphs(file);

        Assert.Equal(table.Lists.Length + table.Annexes.Length, tables.Length);
        for (var at = 0; at < table.Lists.Length; at++)
        {
            var list = table.Lists[at];
            ImmutableArray<ImmutableArray<string>> expected =
            [
                table.Columns,
                .. list.Groups.SelectMany(group => group.Rows
                    .Select(row => ImmutableArray.Create(Number(row.Number), Clean(row.Text), row.LeadOrganizations, Clean(row.Completion)))
                    .Prepend([group.Heading])),
            ];
            Assert.Equal(expected, tables[at], Same);
            Assert.Contains(list.Title, paragraphs);
            Assert.Contains(list.Summary, paragraphs);
        }

        for (var at = 0; at < table.Annexes.Length; at++)
        {
            ImmutableArray<ImmutableArray<string>> expected =
            [
                table.AnnexColumns,
                .. table.Annexes[at].Rows.SelectMany(row => row.Figures.Select((figure, i) => ImmutableArray.Create(
                    i == 0 ? Number(row.Number) : "", i == 0 ? Clean(row.Subject) : "", figure.Area, figure.Target, figure.Figure, figure.Rate, figure.Lamp))),
            ];
            Assert.Equal(expected, tables[table.Lists.Length + at], Same);
        }

        Assert.Contains(paragraphs, p => p.Contains(DemoYear.Label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReplyLanguage.Chinese)]
    [InlineData(ReplyLanguage.English)]
    public void The_workbook_says_cell_by_cell_what_the_table_and_the_figures_say(ReplyLanguage language)
    {
        var table = half.Table(language);
        var rows = half.Rows(language);
        using var file = half.Write(ExportFormat.Xlsx, language);

        var sheets = OpenedFile.Sheets(file);

        Assert.Equal(table.Lists.Length + table.Annexes.Length + 1, sheets.Length);
        Assert.Equal(sheets.Length, sheets.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(sheets, s => Assert.True(s.HasFrozenHead && s.Name.Length is > 0 and <= 31));
        for (var at = 0; at < table.Lists.Length; at++)
        {
            ImmutableArray<ImmutableArray<string>> expected =
            [
                [table.Lists[at].Title], [table.Lists[at].Summary], [half.Remark(language)],
                table.Columns,
                .. table.Lists[at].Groups.SelectMany(group => group.Rows
                    .Select(row => ImmutableArray.Create(Number(row.Number), Clean(row.Text), row.LeadOrganizations, Clean(row.Completion)))
                    .Prepend([group.Heading])),
            ];
            Assert.Equal(expected, sheets[at].Rows, Same);
        }

        var details = sheets[^1];
        Assert.Equal(rows.Select(row => row.Select(cell => cell.Number is { } n ? n.ToString(CultureInfo.InvariantCulture) : Clean(cell.Text)).ToImmutableArray()), details.Rows.Skip(1), Same);
        Assert.Equal(rows.SelectMany(row => row).Count(cell => cell.Number is not null), details.Numbers);
        Assert.True(details.HasFilter);
    }

    [Fact]
    public void Totals_are_those_of_the_status_cards()
    {
        var counts = half.Board().Overview().Counts;
        using var file = half.Write(ExportFormat.Docx, ReplyLanguage.Chinese);
        var text = half.Text(ReplyLanguage.Chinese);

        var tables = OpenedFile.Tables(file);

        foreach (var lamp in Enum.GetValues<StatusLamp>())
        {
            Assert.Equal(counts.Of(lamp), half.Table(ReplyLanguage.Chinese).Lists.Sum(l => l.Counts.Of(lamp)));
        }

        Assert.Equal(counts.Total, tables.Take(half.Table(ReplyLanguage.Chinese).Lists.Length).SelectMany(t => t.Skip(1)).Count(row => row.Length > 1));
        Assert.Contains(half.Table(ReplyLanguage.Chinese).Lists.Select(l => text.TableSummary(l.Counts, half.Period, half.Today)), OpenedFile.Paragraphs(file).Contains);
    }

    [Fact]
    public void Csv_has_a_mark_for_Excel_every_figure_and_no_formula()
    {
        var rows = half.Rows(ReplyLanguage.Chinese);
        using var file = half.Write(ExportFormat.Csv, ReplyLanguage.Chinese);
        var bytes = file.ToArray();

        var (read, openQuote) = CsvTable.Read(Encoding.UTF8.GetString(bytes));

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(0, openQuote);
        Assert.Equal(rows.Count + 1, read.Length);
        Assert.Equal(rows.Select(row => row.Select(cell => Clean(cell.Text).Trim()).ToImmutableArray()), read.Skip(1).Select(row => row.Cells.Select(CsvTable.Restore).ToImmutableArray()), Same);
        Assert.Contains(read.SelectMany(row => row.Cells), cell => cell == $"'{Formula}");
        Assert.DoesNotContain(read.SelectMany(row => row.Cells), cell => cell is ['=' or '@' or '＝', ..]);
        Assert.Contains(read, row => row.Cells.Any(cell => cell.Length == 0));
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData(" +1", "' +1")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("1=1", "1=1")]
    [InlineData("'已引", "'已引")]
    [InlineData("", "")]
    public void One_rule_defuses_formulas_and_takes_it_back(string text, string defused)
    {
        Assert.Equal(defused, CsvTable.Defuse(text));
        Assert.Equal(text, CsvTable.Restore(defused));
    }

    [Fact]
    public void Json_gives_every_task_with_its_figures()
    {
        using var file = half.Write(ExportFormat.Json, ReplyLanguage.Chinese);

        var tasks = JsonNode.Parse(file)!.AsArray();

        Assert.Equal(half.Board().Tasks.Select(t => t.Task.Item.Id), tasks.Select(t => (string)t!["id"]!));
        Assert.Equal(half.Rows(ReplyLanguage.Chinese).Count, tasks.Sum(t => t!["figures"]!.AsArray().Count));
        Assert.Contains(tasks.SelectMany(t => t!["figures"]!.AsArray()), f => (string?)f!["note"] == Formula);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Clean(string text) => text.Replace('\u0001', '\uFFFD').Replace('\u000B', '\uFFFD');

    private static bool Same(ImmutableArray<string> one, ImmutableArray<string> other) => one.SequenceEqual(other, StringComparer.Ordinal);

    /// <summary>The service in July with an invented half year, and two reports that try what a file may not do.</summary>
    public sealed class HalfYear : IAsyncLifetime
    {
        private BotService? service;

        internal ReportPeriod Period { get; } = ReportPeriod.Of(ReportPeriodKind.HalfYear, 2024);

        internal DateOnly Today { get; } = new(2024, 7, 20);

        public async ValueTask InitializeAsync()
        {
            service = await AnOffice.OnAsync("2024-07-20");
            var book = service.Services.GetRequiredService<OfficeBook>();
            var free = Board().Tasks.SelectMany(task => task.Lines.Select(line => (Task: task, line.City.Measure))).Where(x => x.Measure.Target is null).Take(2).ToList();
            Assert.Equal(2, free.Count);
            foreach (var ((task, measure), note) in free.Zip([Formula, Unclean]))
            {
                var content = new ReportContent { Line = measure.Line, Area = measure.Area, Period = Period, Rating = ProgressRating.OnTrack, Note = note };
                await book.AppendAsync(
                    new Actor(AnOffice.Liaison, "=李联络"), new DateTimeOffset(2024, 7, 19, 9, 0, 0, TimeSpan.FromHours(8)),
                    [ProgressJson.Write(task.Task.Item.Id, new ProgressEvent.Rated(content))], TestContext.Current.CancellationToken);
            }
        }

        public ValueTask DisposeAsync() => service!.DisposeAsync();

        internal StatusContext Context() => service!.Services.GetRequiredService<OfficeView>().Status(Role.Administrator) with { Through = Period, SeesInternalNotes = false };

        internal StatusBoard Board() => StatusBoard.Of(Context());

        internal StatusText Text(ReplyLanguage language) => StatusText.Of(language, Board().Names);

        internal OfficialTable Table(ReplyLanguage language) => OfficialTable.Of(Board(), Text(language), Today);

        internal IReadOnlyList<ImmutableArray<StatusCell>> Rows(ReplyLanguage language) => [.. StatusRows.Of(Board(), Text(language))];

        internal string Remark(ReplyLanguage language) => language == ReplyLanguage.Chinese ? $"含{DemoYear.Label}，不是真实进展" : $"With invented figures ({DemoYear.Label}), no real progress";

        internal MemoryStream Write(ExportFormat format, ReplyLanguage language)
        {
            var file = new MemoryStream();
            new StatusExport(Context(), language).Write(file, format);
            file.Position = 0;
            return file;
        }
    }
}
