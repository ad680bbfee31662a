using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Tests;
using ZhoushanBot.Conversations;

namespace ZhoushanBot.Tests.DirectLine;

/// <summary>Proof by Microsoft's own DirectLineJS, over a socket with the service killed and started again, and by polling.</summary>
/// <remarks>Its polling ends for good when the service does not answer once, so that only the socket can outlive a restart.</remarks>
public sealed class MicrosoftClientTests
{
    [Theory(Timeout = 120_000)]
    [InlineData("socket", true)]
    [InlineData("poll", false)]
    public async Task Nothing_is_lost_or_doubled(string way, bool isRestarted)
    {
        using var data = new ScratchFolder();
        var service = await ServiceProcess.StartAsync(data, "http://127.0.0.1:0");
        try
        {
            await using var peer = NodePeer.Start("directline-client.cjs", service.Url, way);
            var seen = new List<JsonNode>();
            await ReadUntilAsync(peer, seen, fact => (string?)fact["from"] == "bot");
            await peer.Input.WriteLineAsync("市水利局牵头哪些任务");
            await peer.Input.FlushAsync(TestContext.Current.CancellationToken);
            await ReadUntilAsync(peer, seen, fact => IsAnswer(fact, "岑港水库"), fact => fact["posted"] is not null);

            if (isRestarted)
            {
                await service.DisposeAsync();
                service = await ServiceProcess.StartAsync(data, service.Url);
            }

            await peer.Input.WriteLineAsync("第4部分第8条");
            await peer.Input.FlushAsync(TestContext.Current.CancellationToken);
            await ReadUntilAsync(peer, seen, fact => IsAnswer(fact, "幸福河湖"), fact => (string?)fact["posted"] is { } posted && posted != "retry" && seen.Count(f => f["posted"] is not null) > 1);

            var activities = seen.Where(fact => fact["id"] is not null).ToList();
            Assert.Equal(5, activities.Count);
            Assert.Equal(5, activities.Select(fact => (string)fact["id"]!).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(
                ["client-市水利局牵头哪些任务", "client-第4部分第8条"],
                activities.Where(fact => (string?)fact["from"] == "user").Select(fact => (string)fact["client"]!));
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData("socket")]
    [InlineData("poll")]
    public async Task What_the_bot_says_while_the_line_is_cut_comes_once_and_in_order(string way)
    {
        await using var service = new BotService();
        await using var line = new Line(service.Listen());
        await using var peer = NodePeer.Start("directline-client.cjs", line.Url, way);
        var seen = new List<JsonNode>();
        await ReadUntilAsync(peer, seen, fact => (string?)fact["from"] == "bot");
        var address = await service.Services.GetRequiredService<IPersonalConversations>().FindOrOpenAsync("persona-staff", null, TestContext.Current.CancellationToken);
        var sender = service.Services.GetRequiredService<IProactiveSender>();

        // Its polling gives up at a failed request, which a cut between two requests is not.
        if (way == "socket")
        {
            line.Cut();
        }

        for (var i = 1; i <= 3; i++)
        {
            await sender.SendAsync(address!.Value, new() { Type = ActivityTypes.Message, Text = $"reminder {i}" }, TestContext.Current.CancellationToken);
        }

        await ReadUntilAsync(peer, seen, fact => IsAnswer(fact, "reminder 3"));
        await peer.Input.WriteLineAsync("市水利局牵头哪些任务");
        await peer.Input.FlushAsync(TestContext.Current.CancellationToken);
        await ReadUntilAsync(peer, seen, fact => IsAnswer(fact, "岑港水库"));

        Assert.Equal(
            ["reminder 1", "reminder 2", "reminder 3"],
            seen.Where(fact => ((string?)fact["text"])?.StartsWith("reminder", StringComparison.Ordinal) == true).Select(fact => (string)fact["text"]!));
        Assert.Equal(6, seen.Where(fact => fact["id"] is not null).Select(fact => (string)fact["id"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, seen.Count(fact => fact["id"] is not null));
    }

    private static bool IsAnswer(JsonNode fact, string part) =>
        (string?)fact["from"] == "bot" && ((string?)fact["text"])?.Contains(part, StringComparison.Ordinal) == true;

    private static async Task ReadUntilAsync(NodePeer peer, List<JsonNode> seen, params Func<JsonNode, bool>[] wanted)
    {
        var missing = wanted.ToList();
        while (missing.Count > 0)
        {
            var line = await peer.Output.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The client ended.");
            var fact = JsonNode.Parse(line)!;
            seen.Add(fact);
            Assert.False(fact["failed"] is not null, line);
            missing.RemoveAll(condition => condition(fact));
        }
    }
}
