using ZhoushanBot.Commands;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Tests.Commands;

namespace ZhoushanBot.Tests.Teams;

/// <summary>What the package puts before people, and the command that builds it.</summary>
public sealed class TeamsCommandTests(ImportedStore store) : IClassFixture<ImportedStore>
{
    private const string AppId = "11112222-3333-4444-5555-666677778888";

    [Theory]
    [InlineData("zh-CN.json")]
    [InlineData("en.json")]
    public async Task The_bot_answers_every_command_of_its_menu(string file)
    {
        var surroundings = new CommandSurroundings
        {
            OpenAsync = (_, cancel) => OpenStore.OfAsync(new StoreOptions { Folder = store.Folder }, new QuestionOptions(), new OfficeClock(TimeProvider.System), cancel),
            Clock = new OfficeClock(TimeProvider.System),
            Text = CommandText.In(ReplyLanguage.English),
            Folder = store.Folder,
        };
        var unanswered = new List<string>();
        foreach (var (_, question) in TeamsPackageTests.Localized(TeamsPackageTests.Package(null)[file]).Where(text => text.Key.EndsWith(".title", StringComparison.Ordinal)))
        {
            await using var output = new StringWriter();
            if (await CommandLine.Of(surroundings).RunAsync(["ask", question], output, output, TestContext.Current.CancellationToken) != ExitCode.Done)
            {
                unanswered.Add($"{question}: {output}");
            }
        }

        Assert.Empty(unanswered);
    }

    [Fact]
    public async Task Builds_the_package_without_a_store()
    {
        var run = await CommandRun.OfAsync("teams-package", "--app-id", AppId, "--host", "bot.example.org", "--out", Path.Combine(store.Folder, "app.zip"));

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("app.zip", run.Output, StringComparison.Ordinal);
        var zip = await File.ReadAllBytesAsync(Path.Combine(store.Folder, "app.zip"), TestContext.Current.CancellationToken);
        Assert.Equal(TeamsPackageTests.Zip("bot.example.org"), zip);
    }

    [Theory]
    [InlineData("app id", "--app-id", "7", "--out", "app.zip")]
    [InlineData("app id", "--app-id", "00000000-0000-0000-0000-000000000000", "--out", "app.zip")]
    [InlineData("host name", "--app-id", AppId, "--host", "https://bot.example.org", "--out", "app.zip")]
    [InlineData("Cannot write", "--app-id", AppId, "--out", "no-such-folder/app.zip")]
    [InlineData("--out", "--app-id", AppId)]
    [InlineData("--app-id", "--out", "app.zip")]
    public async Task Wrong_usage_exits_2_and_says_why(string reason, params string[] args)
    {
        var run = await CommandRun.OfAsync(["teams-package", .. args]);

        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
