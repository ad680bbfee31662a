using System.Text.Json.Nodes;
using ZhoushanBot.Commands;

namespace ZhoushanBot.Tests.Commands;

public sealed class CommandLineTests(ImportedStore store) : IClassFixture<ImportedStore>
{
    [Theory]
    [InlineData("what does 市水利局 lead")]
    [InlineData("市水利局牵头哪些任务？")]
    public async Task Ask_lists_the_seven_tasks_of_the_water_bureau(string question)
    {
        var run = await CommandRun.OfAsync("ask", question, "--data", store.Folder);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("岑港水库", run.Output, StringComparison.Ordinal);
        Assert.Contains("7", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_as_JSON_with_its_explanation()
    {
        var run = await CommandRun.OfAsync("ask", "市水利局牵头哪些任务？", "--json", "--explain", "--data", store.Folder);

        var answer = JsonNode.Parse(run.Output)!;
        Assert.Equal("zh", (string?)answer["language"]);
        Assert.True((bool)answer["answered"]!);
        Assert.Contains("岑港水库", (string)answer["text"]!, StringComparison.Ordinal);
        Assert.NotEmpty((string)answer["explanation"]!);
    }

    [Fact]
    public async Task Ask_without_an_answer_says_so_and_exits_1()
    {
        var run = await CommandRun.OfAsync("ask", "月球上的任务", "--data", store.Folder);

        Assert.Equal(ExitCode.NothingFound, run.ExitCode);
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public async Task Tasks_as_JSON_are_the_whole_export()
    {
        var run = await CommandRun.OfAsync("tasks", "--json", "--data", store.Folder);

        var tasks = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(169, tasks.Count);
        Assert.Equal(125, tasks.Count(task => (string?)task!["list"] == "workReport"));
    }

    [Fact]
    public async Task Tasks_of_one_unit()
    {
        var run = await CommandRun.OfAsync("tasks", "--unit", "水利局", "--json", "--data", store.Folder);

        var tasks = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Equal(7, tasks.Count(task => task!["leadOrganizations"]!.AsArray().Any(lead => (string?)lead == "市水利局")));
    }

    [Fact]
    public async Task Tasks_of_a_unit_that_the_notice_does_not_name()
    {
        var run = await CommandRun.OfAsync("tasks", "--unit", "火星局", "--data", store.Folder);

        Assert.Equal(ExitCode.NothingFound, run.ExitCode);
        Assert.Contains("火星局", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_give_code_place_and_words_in_both_languages()
    {
        var run = await CommandRun.OfAsync("findings", "--json", "--data", store.Folder);

        var findings = JsonNode.Parse(run.Output)!.AsArray();
        var shifted = Assert.Single(findings, finding => (string?)finding!["code"] == "rowShifted")!;
        Assert.True((int)shifted["line"]! > 0);
        Assert.NotEmpty((string)shifted["zh"]!);
        Assert.NotEmpty((string)shifted["en"]!);
    }

    [Fact]
    public async Task Importing_the_same_file_again_changes_nothing()
    {
        var before = await CommandRun.OfAsync("tasks", "--json", "--data", store.Folder);

        var run = await CommandRun.OfAsync("import", ImportedStore.NoticePath, "--yes", "--data", store.Folder);

        var after = await CommandRun.OfAsync("tasks", "--json", "--data", store.Folder);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("nothing was changed", run.Output, StringComparison.Ordinal);
        Assert.Equal(before.Output, after.Output);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("ask")]
    [InlineData("tasks", "--no-such-option")]
    [InlineData("import")]
    public async Task Wrong_usage_exits_2_and_shows_help(params string[] args)
    {
        var run = await CommandRun.OfAsync(args);

        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Contains("--data", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_the_settings_is_told_at_once()
    {
        using var folder = new ScratchFolder();

        var run = await CommandRun.OfAsync("serve", "--data", folder, "--Conversation:MaxContexts=0", "--Import:FirstNotice=none.txt", "--Bot:MaxBodyBytes=0");

        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains("MaxContexts", run.Error, StringComparison.Ordinal);
        Assert.Contains("FirstNotice", run.Error, StringComparison.Ordinal);
        Assert.Contains("MaxBodyBytes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var run = await CommandRun.OfAsync("--help");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.All(["serve", "import", "ask", "findings", "tasks"], command => Assert.Contains(command, run.Output, StringComparison.Ordinal));
    }
}

/// <summary>A store with the shipped notice, imported by the program itself.</summary>
public sealed class ImportedStore : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();

    public static string NoticePath => Path.Combine(AppContext.BaseDirectory, "Data", "zhoushan-2024-13.txt");

    public string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        var run = await CommandRun.OfAsync("import", NoticePath, "--yes", "--data", folder);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return default;
    }
}
