using ZhoushanBot.Commands;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Tests.Commands;

namespace ZhoushanBot.Tests.Exports;

public sealed class DemoAndExportCommandTests(ImportedStore imported) : IClassFixture<ImportedStore>
{
    private const string Day = "2024-11-20";

    [Fact]
    public async Task An_invented_year_is_written_once_and_exported_as_every_format()
    {
        using var terminal = new AtTheTerminal(imported.Folder, ReplyLanguage.Chinese);

        var unknown = await terminal.RunAsync(Day, "demo", "--year", "2019");
        var first = await terminal.RunAsync(Day, "demo", "--year", "2024");
        var second = await terminal.RunAsync(Day, "demo", "--year", "2024", "--force");

        Assert.Equal((ExitCode.NothingFound, ExitCode.Done, ExitCode.NothingFound), (unknown.ExitCode, first.ExitCode, second.ExitCode));
        Assert.Contains("没有2019年的通知，只有：2024年", unknown.Error, StringComparison.Ordinal);
        Assert.Contains(DemoYear.Label, first.Output, StringComparison.Ordinal);
        Assert.Contains("没有再写", second.Error, StringComparison.Ordinal);
        foreach (var name in (string[])["t.docx", "t.xlsx", "t.csv", "t.json"])
        {
            var run = await terminal.RunAsync(Day, "export", name, "--period", "半年度");
            Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
            Assert.True(new FileInfo(terminal[name]).Length > 10_000);
            Assert.False(File.Exists(terminal[$"{name}.tmp"]));
        }

        await using var file = File.OpenRead(terminal["t.docx"]);
        Assert.Contains(OpenedFile.Paragraphs(file), p => p.Contains(DemoYear.Label, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Beside_real_reports_nothing_is_invented_unless_forced()
    {
        using var terminal = new AtTheTerminal(imported.Folder, ReplyLanguage.English);
        await terminal.RunAsync("2024-07-05", "report", "template", "t.csv", "--area", "岱山县");
        var lines = await File.ReadAllLinesAsync(terminal["t.csv"], TestContext.Current.CancellationToken);
        var at = Array.FindIndex(lines, line => line.Contains("half-year,,", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("half-year,,,", "half-year,,,noted", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(terminal["t.csv"], lines, TestContext.Current.CancellationToken);
        var real = await terminal.RunAsync("2024-07-05", "report", "import", "t.csv", "--area", "岱山县");

        var refused = await terminal.RunAsync(Day, "demo", "--year", "2024");
        var forced = await terminal.RunAsync(Day, "demo", "--year", "2024", "--force");

        Assert.Equal((ExitCode.Done, ""), (real.ExitCode, real.Error));
        Assert.Equal((ExitCode.Declined, ExitCode.Done), (refused.ExitCode, forced.ExitCode));
        Assert.Contains("real reports of 2024 (1 lines)", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_exported_is_told()
    {
        using var terminal = new AtTheTerminal(imported.Folder, ReplyLanguage.Chinese);

        var format = await terminal.RunAsync(Day, "export", "t.pdf");
        var period = await terminal.RunAsync(Day, "export", "t.docx", "--period", "五季度");
        var folder = await terminal.RunAsync(Day, "export", "nowhere/t.docx");

        Assert.Equal((ExitCode.BadUsage, ExitCode.BadUsage, ExitCode.UnreadableInput), (format.ExitCode, period.ExitCode, folder.ExitCode));
        Assert.Contains("不认识格式", format.Error, StringComparison.Ordinal);
        Assert.Contains("看不懂报告期“五季度”", period.Error, StringComparison.Ordinal);
        Assert.Contains("无法写入", folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_running_service_writes_the_invented_year_and_exports_it()
    {
        using var terminal = new AtTheTerminal(imported.Folder, ReplyLanguage.English);
        await using var service = await ServiceProcess.StartAsync(terminal.Store, "http://127.0.0.1:0", "--as-of", Day);

        var demo = await CommandRun.OfAsync("demo", "--year", "2024", "--data", terminal.Store);
        var export = await CommandRun.OfAsync("export", terminal["t.xlsx"], "--period", "Q3", "--data", terminal.Store);

        Assert.Equal((ExitCode.Done, "", ExitCode.Done, ""), (demo.ExitCode, demo.Error, export.ExitCode, export.Error));
        await using var file = File.OpenRead(terminal["t.xlsx"]);
        Assert.True(OpenedFile.Sheets(file)[^1].Numbers > 100);
    }
}
