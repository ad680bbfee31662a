using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Commands;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Office;
using ZhoushanBot.Tests.Reporting;

namespace ZhoushanBot.Tests.Commands;

/// <summary>What commands and the health check tell of internal tasks, and what they can do about subscriptions.</summary>
public sealed class OfficeMattersTests : IDisposable
{
    private readonly ScratchFolder data = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Internal_tasks_are_told_only_where_a_command_asks_for_them_and_in_the_record_of_all()
    {
        string beginning;
        JsonNode health;
        await using (var office = await AnOffice.OnAsync("2024-10-20", withReports: false, service => service.KeptIn(data)))
        {
            var book = office.Services.GetRequiredService<OfficeBook>();
            var item = office.Services.GetRequiredService<OfficeView>().Notices(seesInternal: true).Index.Items.First(i => i.Item is { Section: 3, Item: 7 }).Item;
            beginning = item.Text[..12];
            var marked = (InternalOutcome.Done)book.Current.Internal.Mark(item.Id, "未公开的采购");
            await book.AppendAsync(new Actor(AnOffice.Administrator, "管理员"), DateTimeOffset.UnixEpoch, [marked.Line], Cancel);
            using var client = office.CreateClient();
            health = (await client.GetFromJsonAsync<JsonNode>("/healthz", Cancel))!;
        }

        var tasks = JsonNode.Parse((await RunAsync("tasks", "--json")).Output)!.AsArray();
        var all = JsonNode.Parse((await RunAsync("tasks", "--json", "--internal")).Output)!.AsArray();
        var asked = await RunAsync("ask", "第3部分第7条");
        var askedInternal = await RunAsync("ask", "第3部分第7条", "--internal");
        var journal = await RunAsync("journal", "export", "--json");

        Assert.Equal((168, 168, 169), ((int)health["tasks"]!, tasks.Count, all.Count));
        Assert.DoesNotContain(tasks, task => ((string)task!["text"]!).Contains(beginning, StringComparison.Ordinal));
        Assert.DoesNotContain(beginning, asked.Output, StringComparison.Ordinal);
        Assert.Contains(beginning, askedInternal.Output, StringComparison.Ordinal);
        Assert.Contains("未公开的采购", journal.Output, StringComparison.Ordinal);
        Assert.Contains("none are drawn", (string)health["chartImages"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_are_listed_and_ended_by_their_key()
    {
        await using (var office = await AnOffice.OnAsync("2024-10-20", withReports: false, service => service.KeptIn(data)))
        {
            await office.SayAsync("订阅岱山县周报", AnOffice.Manager);
        }

        var listed = await RunAsync("subscriptions", "list");
        var key = (string)Assert.Single(JsonNode.Parse((await RunAsync("subscriptions", "list", "--json")).Output)!.AsArray())!["key"]!;
        var ended = await RunAsync("subscriptions", "end", key);
        var again = await RunAsync("subscriptions", "end", key);
        var none = await RunAsync("subscriptions", "list");
        var journal = JsonNode.Parse((await RunAsync("journal", "export", "--json")).Output)!.AsArray();

        Assert.Equal($"account:{AnOffice.Manager}", key);
        Assert.Contains(key, listed.Output, StringComparison.Ordinal);
        Assert.Contains("王督查", listed.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ExitCode.NothingFound), (ended.ExitCode, again.ExitCode));
        Assert.Contains("subscriptions list", again.Error, StringComparison.Ordinal);
        Assert.Equal(("", true), (none.Output, none.Error.Contains("Nobody", StringComparison.Ordinal)));
        Assert.Equal("command-line", (string)journal.Single(line => (string)line!["kind"]! == "subscription.cleared")!["account"]!);
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--data", data, "--Clock:AsOf=2024-10-20"]);
}
