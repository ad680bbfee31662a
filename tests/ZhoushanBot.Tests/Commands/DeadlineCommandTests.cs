using System.Text.Json.Nodes;
using ZhoushanBot.Commands;

namespace ZhoushanBot.Tests.Commands;

public sealed class DeadlineCommandTests : IClassFixture<ImportedStore>, IDisposable
{
    private readonly ScratchFolder data = new();

    public DeadlineCommandTests(ImportedStore imported)
    {
        foreach (var path in Directory.GetFiles(imported.Folder))
        {
            File.Copy(path, data[Path.GetFileName(path)]);
        }
    }

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("第三部分第7条", "workReport/3.7")]
    [InlineData("section 3 item 7", "workReport/3.7")]
    [InlineData("市民生实事第5项", "city/4.5")]
    public async Task A_deadline_is_set_and_cleared_where_the_place_says(string place, string id)
    {
        var set = await RunAsync("set", place, "2024-11-30", "--reason", "提前");
        var clear = await RunAsync("clear", place, "--reason", "不必");
        var nothing = await RunAsync("clear", place, "--reason", "不必");
        var journal = await CommandRun.OfAsync("journal", "export", "--json", "--data", data);

        Assert.Equal((ExitCode.Done, ""), (set.ExitCode, set.Error));
        Assert.Contains("The deadline is 30 November 2024 now", set.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, clear.ExitCode);
        Assert.Equal(ExitCode.BadUsage, nothing.ExitCode);
        Assert.Contains("nothing to clear", nothing.Error, StringComparison.Ordinal);
        var lines = JsonNode.Parse(journal.Output)!.AsArray();
        Assert.Equal(["deadline.set", "deadline.cleared"], lines.Select(line => (string)line!["kind"]!));
        Assert.All(lines, line => Assert.EndsWith(id, (string)line!["subject"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_is_named_by_its_id_too()
    {
        var tasks = JsonNode.Parse((await CommandRun.OfAsync("tasks", "--unit", "市水利局", "--json", "--data", data)).Output)!.AsArray();

        var set = await RunAsync("set", (string)tasks[0]!["id"]!, "2024年12月1日", "--reason", "x");

        Assert.Equal(ExitCode.Done, set.ExitCode);
    }

    [Theory]
    [InlineData(ExitCode.NothingFound, "There is no task", "第九十九部分第1条", "2024-11-30", "--reason", "x")]
    [InlineData(ExitCode.NothingFound, "There is no task", "市水利局", "2024-11-30", "--reason", "x")]
    [InlineData(ExitCode.NothingFound, "give the id of one", "第7条", "2024-11-30", "--reason", "x")]
    [InlineData(ExitCode.BadUsage, "cannot lie before today", "第三部分第7条", "2024-11-19", "--reason", "x")]
    [InlineData(ExitCode.BadUsage, "behind the notice's year", "第三部分第7条", "2025-01-01", "--reason", "x")]
    [InlineData(ExitCode.BadUsage, "no such day", "第三部分第7条", "2024-11-31", "--reason", "x")]
    [InlineData(ExitCode.BadUsage, "cannot lie before today", "第三部分第7条", "end of October", "--reason", "x")]
    [InlineData(ExitCode.BadUsage, "is no date", "第三部分第7条", "soon", "--reason", "x")]
    [InlineData(ExitCode.BadUsage, "--reason", "第三部分第7条", "2024-11-30")]
    public async Task What_cannot_be_is_refused_with_a_reason(int code, string words, params string[] args)
    {
        var run = await RunAsync(["set", .. args]);

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Milestones_are_set_and_the_notices_own_restored()
    {
        var set = await RunAsync("milestones", "set", "第三部分第7条", "11月底前 3000亿元；12月20日 3700亿元", "--reason", "分期");
        var same = await RunAsync("milestones", "set", "第三部分第7条", "2024-12-20 3700亿元\nend of November 3000亿元", "--reason", "分期");
        var clear = await RunAsync("milestones", "clear", "section 3 item 7", "--reason", "不必");
        var nothing = await RunAsync("milestones", "clear", "第三部分第7条", "--reason", "不必");
        var journal = await CommandRun.OfAsync("journal", "export", "--json", "--data", data);

        Assert.Equal((ExitCode.Done, ""), (set.ExitCode, set.Error));
        Assert.Equal(ExitCode.BadUsage, same.ExitCode);
        Assert.Contains("Nothing would change", same.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, clear.ExitCode);
        Assert.Equal(ExitCode.BadUsage, nothing.ExitCode);
        Assert.Contains("nothing to restore", nothing.Error, StringComparison.Ordinal);
        Assert.Equal(["milestone.set", "milestone.set", "milestone.restored"], JsonNode.Parse(journal.Output)!.AsArray().Select(line => (string)line!["kind"]!));
    }

    [Theory]
    [InlineData("3000亿元", "names no day")]
    [InlineData("2月30日 3000亿元", "no such day")]
    [InlineData("；", "no milestones")]
    [InlineData("11月1日 3000亿元", "cannot lie before today")]
    public async Task Milestones_that_cannot_be_are_refused_with_a_reason(string steps, string words)
    {
        var run = await RunAsync("milestones", "set", "第三部分第7条", steps, "--reason", "x");

        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_over_is_closed()
    {
        var run = await CommandRun.OfAsync("deadline", "set", "第三部分第7条", "2025-03-01", "--reason", "x", "--data", data, "--Clock:AsOf=2025-02-01");

        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains("closed", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync(["deadline", .. args, "--data", data, "--Clock:AsOf=2024-11-20"]);
}
