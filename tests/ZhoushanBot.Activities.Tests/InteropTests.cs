using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities.Connector;

namespace ZhoushanBot.Activities.Tests;

/// <summary>Proof by clients that we did not write: Microsoft's packages for Node as oracle, as channel and as calling bot.</summary>
public sealed class InteropTests
{
    private const string ServiceUrl = "http://127.0.0.1:9/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_are_judged_as_by_microsofts_own_code()
    {
        await using var cloud = await FakeCloud.StartAsync();
        await using var bot = await TestBot.StartAsync(options =>
        {
            (options.AppId, options.TenantId, options.Password) = (FakeCloud.AppId, "own-tenant", "secret");
            options.Endpoints = cloud.Endpoints;
            options.AllowEmulator = true;
        });
        var cases = Cases(cloud).ToList();
        var question = new JsonObject
        {
            ["appId"] = FakeCloud.AppId,
            ["issuer"] = FakeCloud.Issuer,
            ["channelMetadata"] = cloud.Url + "/channel",
            ["directoryMetadata"] = cloud.Url + "/aad",
            ["cases"] = new JsonArray([.. cases.Select(one => new JsonObject
            {
                ["name"] = one.Name,
                ["header"] = one.Header,
                ["activity"] = JsonNode.Parse(ActivityJson.ToUtf8(one.Activity)),
            })]),
        };

        var verdicts = JsonNode.Parse(await NodePeer.RunAsync("token-verdicts.cjs", question.ToJsonString()))!;

        var answers = await Task.WhenAll(cases.Select(one => bot.PostAsync(one.Activity, one.Header.Length > 0 ? one.Header : null)));

        Assert.Equal(
            cases.Select(one => (one.Name, one.DotNetRule ?? verdicts[one.Name]!.GetValue<bool>() ? 200 : 401)),
            cases.Zip(answers, (one, answer) => (one.Name, answer.Status)));
        Assert.Equal(35, cases.Count);
        Assert.Equal(10, answers.Count(answer => answer.Status == 200));
    }

    [Fact]
    public async Task Our_connector_calls_are_those_of_microsofts_client()
    {
        await using var theirs = await FakeConnector.StartAsync();
        await using var ours = await FakeConnector.StartAsync();
        theirs.Answer = ours.Answer = (call, _) => (call.Method == "POST" ? 201 : 200, call.Target.EndsWith("/members", StringComparison.Ordinal) ? "[]" : """{"id":"1"}""");
        await using var bot = await TestBot.StartAsync();

        await NodePeer.RunAsync("connector-operations.cjs", "", theirs.Url.TrimEnd('/'));
        await CallEverythingAsync(bot.Services.GetRequiredService<ConnectorClient>(), ours.Url);

        Assert.Equal(14, theirs.Calls.Count);
        Assert.Equal(theirs.Calls.Select(call => (call.Method, call.Target)), ours.Calls.Select(call => (call.Method, call.Target)));
        Assert.All(theirs.Calls.Zip(ours.Calls), pair =>
        {
            Assert.True(JsonNode.DeepEquals(Parse(pair.First.Body), Parse(pair.Second.Body)), pair.First.Body + "\n" + pair.Second.Body);
            Assert.Equal(pair.First.Body.Length > 0 ? pair.First.ContentType : null, pair.Second.ContentType);
        });
    }

    [Fact]
    public async Task A_channel_built_on_botbuilder_understands_our_client()
    {
        await using var channel = NodePeer.Start("channel-server.cjs");
        var url = JsonNode.Parse((await channel.Output.ReadLineAsync(Cancel))!)!["address"]!.GetValue<string>();
        await using var bot = await TestBot.StartAsync();
        var client = bot.Services.GetRequiredService<ConnectorClient>();
        var address = new ConnectorAddress(url, "c/1;x@thread");
        var message = new Activity { Type = ActivityTypes.Message, Text = "舟山", Attachments = [Attachment.AdaptiveCard(RawJson.FromText("""{"type":"AdaptiveCard"}"""))] };

        Assert.Equal("js-1", (await client.SendToConversationAsync(address, message, Cancel)).Id);
        Assert.Equal("js-2", (await client.ReplyToActivityAsync(address, "a:2", message, Cancel)).Id);
        Assert.Equal("js-3", (await client.UpdateActivityAsync(address, "a:2", message, Cancel)).Id);
        await client.DeleteActivityAsync(address, "a:2", Cancel);
        Assert.Equal("王", (await client.GetConversationMembersAsync(address, Cancel)).Single().Name);
        Assert.Equal("more", (await client.GetConversationPagedMembersAsync(address, 5, null, Cancel)).ContinuationToken);
        Assert.Equal("29:u", (await client.GetActivityMembersAsync(address, "a:2", Cancel)).Single().Id);
        Assert.Equal("js-4", (await client.CreateConversationAsync(address, new() { Members = [new() { Id = "29:u" }], IsGroup = false }, Cancel)).Id);

        var seen = new List<JsonNode>();
        for (var i = 0; i < 8; i++)
        {
            seen.Add(JsonNode.Parse((await channel.Output.ReadLineAsync(Cancel))!)!);
        }

        Assert.Equal(
            "sendToConversation replyToActivity updateActivity deleteActivity getConversationMembers getConversationPagedMembers getActivityMembers createConversation",
            string.Join(' ', seen.Select(call => call["operation"]!.GetValue<string>())));
        Assert.All(seen.Take(7), call => Assert.Equal("c/1;x@thread", call["conversation"]!.GetValue<string>()));
        Assert.Equal(("a:2", "舟山", "AdaptiveCard"), (
            seen[1]["replyTo"]!.GetValue<string>(),
            seen[1]["activity"]!["text"]!.GetValue<string>(),
            seen[1]["activity"]!["attachments"]![0]!["content"]!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_bot_of_botbuilder_talks_with_ours()
    {
        await using var bot = await TestBot.StartAsync();
        bot.OnTurn = async (turn, cancel) =>
        {
            if (turn.CardAction is { } pressed)
            {
                return InvokeResponse.From(AdaptiveCardInvokeResponse.Card(RawJson.FromText($$"""{"type":"AdaptiveCard","verb":"{{pressed.Action!.Verb}}"}""")));
            }

            for (var i = 0; turn.Activity.Type == ActivityTypes.Message && i < (turn.Text == "three" ? 3 : 1); i++)
            {
                await turn.SendAsync($"{turn.Text} {i}", cancel);
            }

            return null;
        };

        var results = JsonNode.Parse(await NodePeer.RunAsync("calling-peer.cjs", "", bot.Url))!;

        Assert.Equal("200 200 200 200 501 400 200", string.Join(' ', new[] { "message", "again", "expectReplies", "invoke", "unknownInvoke", "faultyInvoke", "end" }
            .Select(name => results[name]!["status"]!.GetValue<int>())));
        Assert.Equal("你好 0, again 0", string.Join(", ", results["received"]!.AsArray().Select(call => call!["activity"]!["text"]!.GetValue<string>())));
        Assert.All(results["received"]!.AsArray(), call => Assert.Equal(
            ("replyToActivity", "peer;conversation"), (call!["operation"]!.GetValue<string>(), call["conversation"]!.GetValue<string>())));
        Assert.Equal("three 0, three 1, three 2", string.Join(", ", Replies(results)));
        Assert.Equal("acknowledge", results["invoke"]!["body"]!["value"]!["verb"]!.GetValue<string>());
        Assert.Equal("NotSupported", results["faultyInvoke"]!["body"]!["value"]!["code"]!.GetValue<string>());
    }

    private static IEnumerable<string> Replies(JsonNode results) =>
        results["expectReplies"]!["body"]!["activities"]!.AsArray().Select(reply => reply!["text"]!.GetValue<string>());

    private static JsonNode? Parse(string body) => body.Length == 0 ? null : JsonNode.Parse(body);

    private static async Task CallEverythingAsync(ConnectorClient client, string url)
    {
        var address = new ConnectorAddress(url, "c/1;x@thread");
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "舟山",
            From = new() { Id = "b", Name = "B" },
            Conversation = new() { Id = "c/1;x@thread" },
        };
        await client.CreateConversationAsync(
            address,
            new()
            {
                IsGroup = false,
                Bot = new() { Id = "b" },
                Members = [new() { Id = "u" }],
                TenantId = "t",
                ChannelData = RawJson.FromText("""{"tenant":{"id":"t"}}""").ToElement(),
                Activity = activity,
            },
            Cancel);
        await client.SendToConversationAsync(address, activity, Cancel);
        await client.ReplyToActivityAsync(address, "a:2", activity, Cancel);
        await client.UpdateActivityAsync(address, "a:2", activity, Cancel);
        await client.DeleteActivityAsync(address, "a:2", Cancel);
        await client.SendConversationHistoryAsync(address, new() { Activities = [activity] }, Cancel);
        await client.GetConversationMembersAsync(address, Cancel);
        await client.GetConversationMemberAsync(address, "29:u", Cancel);
        await client.GetConversationPagedMembersAsync(address, 5, "z", Cancel);
        await client.DeleteConversationMemberAsync(address, "29:u", Cancel);
        await client.GetActivityMembersAsync(address, "a:2", Cancel);
        await client.UploadAttachmentAsync(address, new() { Type = "image/png", Name = "p", OriginalBase64 = "hi"u8.ToArray() }, Cancel);
        await client.GetAttachmentInfoAsync(address, "att", Cancel);
        await client.GetAttachmentAsync(address, "att", "original", Cancel);
    }

    /// <param name="Name">What is wrong or right with it.</param>
    /// <param name="Header">The Authorization header; empty for none.</param>
    /// <param name="Activity">What comes with it.</param>
    /// <param name="DotNetRule">The verdict of the .NET SDK, which we follow, where it differs from the JavaScript one.</param>
    private sealed record TokenCase(string Name, string Header, Activity Activity, bool? DotNetRule);

    private static IEnumerable<TokenCase> Cases(FakeCloud cloud)
    {
        // Both judge by the real clock.
        var now = TimeProvider.System.GetUtcNow();
        JsonObject Channel() => Tokens.Channel(ServiceUrl, now);
        JsonObject Emulator(string issuer, string? version, string? app) => Channel().With(
            ("iss", issuer), ("ver", version), (version == "2.0" ? "azp" : "appid", app), ("serviceurl", null));
        string Signed(TestKey key, JsonObject claims, string algorithm = "RS256", string? keyId = "") => "Bearer " + Tokens.Sign(key, claims, algorithm, keyId);
        static long Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();
        TokenCase Case(string name, string header, string? channel = ChannelIds.MsTeams, bool? rule = null) =>
            new(name, header, AnActivity.ExpectingReplies("x") with { ServiceUrl = ServiceUrl, ChannelId = channel }, rule);

        var good = Signed(cloud.Teams, Channel());
        yield return Case("good", good);
        yield return Case("service URL in capitals", Signed(cloud.Teams, Channel().With(("serviceurl", ServiceUrl.ToUpperInvariant()))), rule: true);
        yield return Case("no header", "");
        yield return Case("Basic", "Basic abc");
        yield return Case("small bearer", "bearer" + good["Bearer".Length..]);
        yield return Case("garbage", "Bearer notatoken");
        yield return Case("three parts of nothing", "Bearer a.b.c");
        foreach (var algorithm in new[] { "none", "HS256", "PS256", "RS384", "RS512" })
        {
            yield return Case(algorithm, Signed(cloud.Teams, Channel(), algorithm));
        }

        yield return Case("changed", "Bearer " + Tokens.Tamper(good["Bearer ".Length..]));
        yield return Case("unknown key", Signed(cloud.Stranger, Channel()));
        yield return Case("known id, other key", Signed(cloud.Stranger, Channel(), keyId: "k-msteams"));
        yield return Case("no key id", Signed(cloud.Teams, Channel(), keyId: null));
        yield return Case("other issuer", Signed(cloud.Teams, Channel().With(("iss", "https://evil.example"))));
        yield return Case("other audience", Signed(cloud.Teams, Channel().With(("aud", "other"))));
        yield return Case("no audience", Signed(cloud.Teams, Channel().With(("aud", null))));
        yield return Case("several audiences", Signed(cloud.Teams, Channel().With(("aud", new JsonArray("other", FakeCloud.AppId)))), rule: false);
        yield return Case("other service URL", Signed(cloud.Teams, Channel().With(("serviceurl", "http://evil.example/"))));
        yield return Case("no service URL", Signed(cloud.Teams, Channel().With(("serviceurl", null))));
        yield return Case("expired ten minutes ago", Signed(cloud.Teams, Channel().With(("exp", Seconds(now.AddMinutes(-10))), ("nbf", Seconds(now.AddHours(-1))))));
        yield return Case("expired four minutes ago", Signed(cloud.Teams, Channel().With(("exp", Seconds(now.AddMinutes(-4))), ("nbf", Seconds(now.AddHours(-1))))));
        yield return Case("good in ten minutes", Signed(cloud.Teams, Channel().With(("nbf", Seconds(now.AddMinutes(10))))));
        yield return Case("good in four minutes", Signed(cloud.Teams, Channel().With(("nbf", Seconds(now.AddMinutes(4))))));
        yield return Case("key of another channel", Signed(cloud.WebChat, Channel()));
        yield return Case("key of this channel", Signed(cloud.WebChat, Channel()), ChannelIds.WebChat);
        yield return Case("key without endorsements", Signed(cloud.Unendorsed, Channel()), rule: false);
        yield return Case("no channel", good, null, rule: true);
        yield return Case("emulator, version 1", Signed(cloud.Directory, Emulator(Tokens.EmulatorIssuerV1, "1.0", FakeCloud.AppId)), ChannelIds.Emulator);
        yield return Case("emulator, version 2", Signed(cloud.Directory, Emulator(Tokens.EmulatorIssuerV2, "2.0", FakeCloud.AppId)), ChannelIds.Emulator);
        yield return Case("emulator, other app", Signed(cloud.Directory, Emulator(Tokens.EmulatorIssuerV1, "1.0", "other")), ChannelIds.Emulator);
        yield return Case("emulator, version 3", Signed(cloud.Directory, Emulator(Tokens.EmulatorIssuerV1, "3.0", FakeCloud.AppId)), ChannelIds.Emulator);
        yield return Case("emulator, channel's key", Signed(cloud.Teams, Emulator(Tokens.EmulatorIssuerV1, "1.0", FakeCloud.AppId)), ChannelIds.Emulator);
    }
}
