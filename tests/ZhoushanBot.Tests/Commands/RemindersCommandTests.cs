using ZhoushanBot.Commands;

namespace ZhoushanBot.Tests.Commands;

public sealed class RemindersCommandTests : IClassFixture<ImportedStore>, IDisposable
{
    private readonly ScratchFolder data = new();

    public RemindersCommandTests(ImportedStore imported)
    {
        foreach (var path in Directory.GetFiles(imported.Folder))
        {
            File.Copy(path, data[Path.GetFileName(path)]);
        }
    }

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Unbound_units_are_listed_one_a_line()
    {
        var run = await CommandRun.OfAsync("reminders", "unbound", "--data", data, "--Clock:AsOf=2024-11-20");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("市水利局", run.Output.Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Of_a_year_that_is_over_it_is_said_why_nobody_is_listed()
    {
        var run = await CommandRun.OfAsync("reminders", "unbound", "--data", data, "--Clock:AsOf=2025-02-03");

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Output));
        Assert.Contains("It is 2025, and the newest notice in the store is of 2024", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_follows_a_deadline_that_was_set()
    {
        var before = await CommandRun.OfAsync("reminders", "preview", "--days", "2", "--data", data, "--Clock:AsOf=2024-09-02");
        await CommandRun.OfAsync("deadline", "set", "第三部分第7条", "2024-09-30", "--reason", "x", "--data", data, "--Clock:AsOf=2024-09-02");

        var after = await CommandRun.OfAsync("reminders", "preview", "--days", "2", "--data", data, "--Clock:AsOf=2024-09-02");

        Assert.Equal(ExitCode.Done, after.ExitCode);
        Assert.NotEqual(before.Output, after.Output);
    }
}
