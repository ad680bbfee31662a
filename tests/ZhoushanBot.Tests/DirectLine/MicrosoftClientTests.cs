using System.Text.Json.Nodes;
using ZhoushanBot.Activities.Tests;

namespace ZhoushanBot.Tests.DirectLine;

/// <summary>Proof by Microsoft's own DirectLineJS, over a socket with the service killed and started again, and by polling.</summary>
/// <remarks>Its polling ends for good when the service does not answer once, so that only the socket can outlive a restart.</remarks>
public sealed class MicrosoftClientTests
{
    [Theory]
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
