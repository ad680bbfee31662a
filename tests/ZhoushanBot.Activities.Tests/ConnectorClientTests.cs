using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities.Authentication;
using ZhoushanBot.Activities.Connector;

namespace ZhoushanBot.Activities.Tests;

/// <summary>What goes over the wire to a connector, and what becomes of its answers.</summary>
public sealed class ConnectorClientTests : IAsyncLifetime
{
    private static readonly Activity Something = new() { Type = ActivityTypes.Message, Text = "x" };

    private FakeConnector connector = null!;
    private TestBot bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ConnectorAddress Address => new(connector.Url, "c/1;x");

    private ConnectorClient Client => bot.Services.GetRequiredService<ConnectorClient>();

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        bot = await TestBot.StartAsync(options => options.Connector.RetryDelay = TimeSpan.FromMilliseconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task Each_operation_has_its_route_method_and_body()
    {
        connector.Answer = (call, _) => call.Target.Contains("members", StringComparison.Ordinal) && !call.Target.Contains("paged", StringComparison.Ordinal) && !call.Target.EndsWith("/u", StringComparison.Ordinal)
            ? (200, "[]")
            : (call.Method == "POST" ? 201 : 200, """{"id":"1"}""");

        await Client.CreateConversationAsync(Address, new() { IsGroup = false, Bot = new() { Id = "b" }, Members = [new() { Id = "u" }], TenantId = "t" }, Cancel);
        await Client.SendToConversationAsync(Address, Something, Cancel);
        await Client.ReplyToActivityAsync(Address, "a:2", Something, Cancel);
        await Client.UpdateActivityAsync(Address, "a:2", Something, Cancel);
        await Client.DeleteActivityAsync(Address, "a:2", Cancel);
        await Client.SendConversationHistoryAsync(Address, new() { Activities = [Something] }, Cancel);
        await Client.GetConversationMembersAsync(Address, Cancel);
        await Client.GetConversationMemberAsync(Address, "u", Cancel);
        await Client.GetConversationPagedMembersAsync(Address, 5, "z&", Cancel);
        await Client.GetConversationPagedMembersAsync(Address, null, null, Cancel);
        await Client.DeleteConversationMemberAsync(Address, "u", Cancel);
        await Client.GetActivityMembersAsync(Address, "a:2", Cancel);
        await Client.UploadAttachmentAsync(Address, new() { Type = "image/png", Name = "p", OriginalBase64 = "hi"u8.ToArray() }, Cancel);
        await Client.GetAttachmentInfoAsync(Address, "att", Cancel);
        await Client.GetAttachmentAsync(Address, "att", "original", Cancel);
        await Client.GetTeamAsync(Address, "19:t", Cancel);
        await Client.GetTeamConversationsAsync(Address, "19:t", Cancel);

        Assert.Equal(
            """
            POST /v3/conversations {"isGroup":false,"bot":{"id":"b"},"members":[{"id":"u"}],"tenantId":"t"}
            POST /v3/conversations/c%2F1%3Bx/activities {"type":"message","text":"x"}
            POST /v3/conversations/c%2F1%3Bx/activities/a%3A2 {"type":"message","text":"x"}
            PUT /v3/conversations/c%2F1%3Bx/activities/a%3A2 {"type":"message","text":"x"}
            DELETE /v3/conversations/c%2F1%3Bx/activities/a%3A2 
            POST /v3/conversations/c%2F1%3Bx/activities/history {"activities":[{"type":"message","text":"x"}]}
            GET /v3/conversations/c%2F1%3Bx/members 
            GET /v3/conversations/c%2F1%3Bx/members/u 
            GET /v3/conversations/c%2F1%3Bx/pagedmembers?pageSize=5&continuationToken=z%26 
            GET /v3/conversations/c%2F1%3Bx/pagedmembers 
            DELETE /v3/conversations/c%2F1%3Bx/members/u 
            GET /v3/conversations/c%2F1%3Bx/activities/a%3A2/members 
            POST /v3/conversations/c%2F1%3Bx/attachments {"type":"image/png","name":"p","originalBase64":"aGk="}
            GET /v3/attachments/att 
            GET /v3/attachments/att/views/original 
            GET /v3/teams/19%3At 
            GET /v3/teams/19%3At/conversations 
            """.ReplaceLineEndings("\n"),
            string.Join('\n', connector.Calls.Select(call => $"{call.Method} {call.Target} {call.Body}")));
        Assert.All(connector.Calls.Where(call => call.Body.Length > 0), call => Assert.Equal("application/json; charset=utf-8", call.ContentType));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task No_id_climbs_up_the_path(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.SendToConversationAsync(Address with { ConversationId = id }, Something, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.ReplyToActivityAsync(Address, id, Something, Cancel));
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_service_url_that_nobody_vouches_for()
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => Client.SendToConversationAsync(new("https://evil.example/", "c"), Something, Cancel));

        Assert.Equal(ConnectorFailure.UntrustedServiceUrl, failure.Failure);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_call_that_may_do_later_is_repeated_until_it_does(int status)
    {
        connector.Answer = (_, _) => connector.Calls.Count < 3 ? (status, "") : null;

        var answer = await Client.SendToConversationAsync(Address, Something, Cancel);

        Assert.Equal(("reply-1", 3), (answer.Id, connector.Calls.Count));
    }

    [Theory]
    [InlineData(429, 5, ConnectorFailure.Throttled)]
    [InlineData(504, 5, ConnectorFailure.Unavailable)]
    [InlineData(500, 1, ConnectorFailure.Unavailable)]
    [InlineData(400, 1, ConnectorFailure.Rejected)]
    [InlineData(401, 1, ConnectorFailure.NotAuthorized)]
    [InlineData(403, 1, ConnectorFailure.Blocked)]
    [InlineData(404, 1, ConnectorFailure.Gone)]
    [InlineData(413, 1, ConnectorFailure.TooBig)]
    public async Task What_will_not_do_is_given_up_and_named(int status, int calls, ConnectorFailure failure)
    {
        connector.Answer = (_, _) => (status, """{"error":{"code":"TheCode","message":"m"}}""");

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => Client.SendToConversationAsync(Address, Something, Cancel));

        Assert.Equal((failure, status, "TheCode", calls), (thrown.Failure, thrown.StatusCode, thrown.Code, connector.Calls.Count));
    }

    [Theory]
    [InlineData("""{"error":{"code":"MessageWritesBlocked"}}""", ForbiddenReason.MessageWritesBlocked, ConnectorFailure.Blocked)]
    [InlineData("""{"error":{"code":"Forbidden","subCode":"MessageWritesBlocked"}}""", ForbiddenReason.MessageWritesBlocked, ConnectorFailure.Blocked)]
    [InlineData("""{"errorCode":209,"message":"{\n  \"subCode\": \"MessageWritesBlocked\"}"}""", ForbiddenReason.MessageWritesBlocked, ConnectorFailure.Blocked)]
    [InlineData("""{"error":{"code":"ConversationBlockedByUser"}}""", ForbiddenReason.ConversationBlockedByUser, ConnectorFailure.Blocked)]
    [InlineData("""{"error":{"code":"BotNotInConversationRoster"}}""", ForbiddenReason.BotNotInConversationRoster, ConnectorFailure.Blocked)]
    [InlineData("""{"error":{"code":"ForbiddenOperationException"}}""", ForbiddenReason.ForbiddenOperationException, ConnectorFailure.Blocked)]
    [InlineData("""{"error":{"code":"BotDisabledByAdmin"}}""", ForbiddenReason.BotDisabledByAdmin, ConnectorFailure.NotAuthorized)]
    [InlineData("""{"error":{"code":"NotEnoughPermissions"}}""", ForbiddenReason.NotEnoughPermissions, ConnectorFailure.NotAuthorized)]
    [InlineData("""{"error":{"code":"InvalidBotApiHost"}}""", ForbiddenReason.InvalidBotApiHost, ConnectorFailure.NotAuthorized)]
    [InlineData("not json", ForbiddenReason.Unknown, ConnectorFailure.Blocked)]
    public async Task Why_it_was_forbidden_is_known_however_it_is_told(string body, ForbiddenReason reason, ConnectorFailure failure)
    {
        connector.Answer = (_, _) => (403, body);

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => Client.SendToConversationAsync(Address, Something, Cancel));

        Assert.Equal((reason, failure, 1), (thrown.Reason, thrown.Failure, connector.Calls.Count));
    }

    [Fact]
    public async Task A_wait_that_the_server_asks_for_is_kept()
    {
        var time = new HastyTime();
        await using var patient = await TestBot.StartAsync(time: time);
        connector.Answer = (_, http) =>
        {
            if (connector.Calls.Count > 1)
            {
                return null;
            }

            http.Response.Headers.RetryAfter = "7";
            return (429, "");
        };

        var answer = await patient.Services.GetRequiredService<ConnectorClient>().SendToConversationAsync(Address, Something, Cancel);

        Assert.Equal("reply-1", answer.Id);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(time.Waits));
    }

    [Fact]
    public async Task Waits_grow_and_differ_when_the_server_names_none()
    {
        var time = new HastyTime();
        await using var patient = await TestBot.StartAsync(time: time);
        connector.Answer = (_, _) => connector.Calls.Count < 5 ? (502, "") : null;

        await patient.Services.GetRequiredService<ConnectorClient>().SendToConversationAsync(Address, Something, Cancel);

        Assert.Equal(4, time.Waits.Count);
        Assert.All(time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
        Assert.Equal(4, time.Waits.Distinct().Count());
    }

    [Fact]
    public async Task A_wait_too_long_for_a_call_is_told_to_the_caller_at_once()
    {
        connector.Answer = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "120";
            return (429, "");
        };

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => Client.SendToConversationAsync(Address, Something, Cancel));

        Assert.Equal((ConnectorFailure.Throttled, TimeSpan.FromMinutes(2), 1), (thrown.Failure, thrown.RetryAfter, connector.Calls.Count));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        connector.Answer = (_, http) =>
        {
            http.Response.Headers.Location = connector.Url + "elsewhere";
            return (307, "");
        };

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => Client.SendToConversationAsync(Address, Something, Cancel));

        Assert.Equal((ConnectorFailure.Rejected, 1), (thrown.Failure, connector.Calls.Count));
    }

    [Fact]
    public async Task A_stored_file_that_lies_elsewhere_is_told_not_fetched()
    {
        connector.Answer = (_, http) =>
        {
            http.Response.Headers.Location = "https://files.example/1";
            return (302, "");
        };

        var (content, location) = await Client.GetAttachmentAsync(Address, "att", "original", Cancel);

        Assert.Equal((0, "https://files.example/1", 1), (content.Length, location!.ToString(), connector.Calls.Count));
    }

    [Fact]
    public async Task An_answer_without_a_body_gives_no_id()
    {
        connector.Answer = (_, _) => (202, "");

        Assert.Null((await Client.SendToConversationAsync(Address, Something, Cancel)).Id);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_kept()
    {
        connector.Answer = (_, _) => (200, new string(' ', 2 * 1024 * 1024));

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => Client.SendToConversationAsync(Address, Something, Cancel));

        Assert.Equal(ConnectorFailure.Unavailable, thrown.Failure);
    }

    [Fact]
    public async Task A_dead_service_url_is_left_alone_after_some_failures_and_the_others_go_on()
    {
        var dead = new ConnectorAddress("http://127.0.0.1:" + await DeadPortAsync(), "c");
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<ConnectorException>(() => Client.SendToConversationAsync(dead, Something, Cancel));
        }

        var open = await Assert.ThrowsAsync<ConnectorException>(() => Client.SendToConversationAsync(dead, Something, Cancel));
        var alive = await Client.SendToConversationAsync(Address, Something, Cancel);

        Assert.IsType<Polly.CircuitBreaker.BrokenCircuitException>(open.InnerException);
        Assert.Equal((ConnectorFailure.Unavailable, TimeSpan.FromSeconds(30)), (open.Failure, open.RetryAfter));
        Assert.Equal("reply-1", alive.Id);
    }

    [Fact]
    public async Task A_conversation_of_teams_gets_so_many_messages_in_a_time_and_the_others_do_not_wait()
    {
        await using var limited = await TestBot.StartAsync(options =>
        {
            options.Connector.MaxWaitingCalls = 0;
            options.Connector.ConversationLimits.Clear();
            options.Connector.ConversationLimits.Add(new(7, TimeSpan.FromHours(1)));
        });
        var client = limited.Services.GetRequiredService<ConnectorClient>();
        var teams = Address with { ChannelId = ChannelIds.MsTeams, TenantId = "t" };

        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TrySendAsync(client, teams)));
        var elsewhere = await TrySendAsync(client, teams with { ConversationId = "another" });
        var webChat = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TrySendAsync(client, teams with { ChannelId = ChannelIds.WebChat })));

        Assert.Equal(7, sent.Count(done => done));
        Assert.True(elsewhere);
        Assert.All(webChat, Assert.True);
    }

    [Fact]
    public async Task A_tenant_has_a_limit_over_all_conversations()
    {
        await using var limited = await TestBot.StartAsync(options =>
        {
            options.Connector.MaxWaitingCalls = 0;
            options.Connector.TenantLimit = new(30, TimeSpan.FromHours(1));
        });
        var client = limited.Services.GetRequiredService<ConnectorClient>();
        var teams = Address with { ChannelId = ChannelIds.MsTeams, TenantId = "t" };

        var sent = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => TrySendAsync(client, teams with { ConversationId = "c" + n })));

        Assert.Equal(30, sent.Count(done => done));
        Assert.True(await TrySendAsync(client, teams with { TenantId = "another", ConversationId = "c" }));
    }

    [Fact]
    public async Task A_call_above_the_limit_waits_for_its_turn()
    {
        await using var limited = await TestBot.StartAsync(options =>
        {
            options.Connector.ConversationLimits.Clear();
            options.Connector.ConversationLimits.Add(new(2, TimeSpan.FromMilliseconds(200)));
        });
        var client = limited.Services.GetRequiredService<ConnectorClient>();
        var teams = Address with { ChannelId = ChannelIds.MsTeams };

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TrySendAsync(client, teams)));

        Assert.All(sent, Assert.True);
        Assert.Equal(5, connector.Calls.Count);
    }

    [Fact]
    public async Task A_call_does_not_wait_for_the_rest_of_the_hour()
    {
        await using var limited = await TestBot.StartAsync(options =>
        {
            options.Connector.ConversationLimits.Clear();
            options.Connector.ConversationLimits.Add(new(1, TimeSpan.FromHours(1)));
            options.Connector.MaxRetryDelay = TimeSpan.FromMilliseconds(20);
        });
        var client = limited.Services.GetRequiredService<ConnectorClient>();
        var teams = Address with { ChannelId = ChannelIds.MsTeams };

        var first = await TrySendAsync(client, teams);
        var second = await TrySendAsync(client, teams);

        Assert.Equal((true, false, 1), (first, second, connector.Calls.Count));
    }

    [Fact]
    public void The_limits_are_those_that_teams_documents()
    {
        var options = new ConnectorOptions();

        Assert.Equal(
            [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))],
            options.ConversationLimits);
        Assert.Equal(new RateLimit(30, TimeSpan.FromSeconds(1)), options.TenantLimit);
        Assert.Equal("msteams", Assert.Single(options.LimitedChannels));
    }

    [Fact]
    public void Only_addresses_that_a_token_may_go_to_can_be_trusted()
    {
        var trusted = new TrustedServiceUrls(authenticationEnabled: true);

        Assert.True(trusted.Trust("https://smba.trafficmanager.net/emea/"));
        Assert.False(trusted.Trust("http://smba.trafficmanager.net/emea/"));
        Assert.False(trusted.Trust("https://user@smba.trafficmanager.net/"));
        Assert.True(trusted.IsTrusted("https://smba.trafficmanager.net/emea/"));
        Assert.False(trusted.IsTrusted("https://smba.trafficmanager.net/emea/.evil.example/"));
    }

    [Fact]
    public void Trust_does_not_grow_without_end_and_the_newest_stays()
    {
        var trusted = new TrustedServiceUrls(authenticationEnabled: true);
        for (var i = 0; i < 2000; i++)
        {
            trusted.Trust($"https://host{i}.example/");
        }

        Assert.False(trusted.IsTrusted("https://host0.example/"));
        Assert.True(trusted.IsTrusted("https://host1999.example/"));
    }

    private static async Task<bool> TrySendAsync(ConnectorClient client, ConnectorAddress address)
    {
        try
        {
            await client.SendToConversationAsync(address, Something, Cancel);
            return true;
        }
        catch (ConnectorException e) when (e.Failure == ConnectorFailure.Throttled)
        {
            return false;
        }
    }

    // A port where something listened a moment ago and now nothing does.
    private static async Task<string> DeadPortAsync()
    {
        var gone = await FakeConnector.StartAsync();
        var port = new Uri(gone.Url).Port;
        await gone.DisposeAsync();
        return port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Writes down the pauses between tries and lets none of them last; time limits, which are longer, stay.</summary>
    private sealed class HastyTime : TimeProvider
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

        public ConcurrentQueue<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || dueTime > Longest)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            Waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
