using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities.Inbound;

namespace ZhoushanBot.Activities.Tests;

/// <summary>The status table of the protocol, row by row, and what surrounds a turn.</summary>
public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private FakeConnector connector = null!;
    private TestBot bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        bot = await TestBot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    public static TheoryData<string> Unreadable =>
    [
        "",
        " ",
        "{",
        "nonsense",
        "null",
        "[]",
        "\"message\"",
        "{}",
        """{"text":"no type"}""",
        """{"type":null}""",
        """{"type":""}""",
        """{"type":5}""",
        """{"type":"message","text":5}""",
        """{"type":"message","from":"somebody"}""",
        """{"type":"message","attachments":{}}""",
        """{"type":"message","timestamp":"yesterday"}""",
        """{"type":"message","text":"\ud800"}""",
        """{"type":"message","value":{"deep":["\udc00"]}}""",
        """{"type":"message","id":".."}""",
        """{"type":"message","conversation":{"id":"."}}""",
        """{"type":"message","id":"\u0000"}""",
        """{"type":"message"} trailing""",
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_body_that_is_no_activity_is_refused_with_400(string body)
    {
        var answer = await bot.PostAsync(body);

        Assert.Equal(new Answer(400, ""), answer);
        Assert.Equal(0, bot.Turns);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("typing")]
    [InlineData("conversationUpdate")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("installationUpdate")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("command")]
    [InlineData("commandResult")]
    [InlineData("somethingOfTheFuture")]
    public async Task Every_type_is_answered_200_with_an_empty_body_after_its_turn(string type)
    {
        var answer = await bot.PostAsync(AnActivity.Message("x", connector.Url) with { Type = type });

        Assert.Equal(new Answer(200, ""), answer);
        Assert.Equal(1, bot.Turns);
    }

    [Fact]
    public async Task Other_methods_are_answered_405()
    {
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(bot.Url), Cancel);

        Assert.Equal(405, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_content_type_is_not_looked_at()
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent(ActivityJson.ToUtf8(AnActivity.ExpectingReplies("x")));

        using var answer = await client.PostAsync(new Uri(bot.Url), content, Cancel);

        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_response_in_order_and_none_goes_to_the_connector()
    {
        bot.OnTurn = async (turn, cancel) =>
        {
            await turn.SendAsync("first", cancel);
            await turn.SendAsync(new Activity { Type = ActivityTypes.Typing }, cancel);
            await turn.SendAsync("last", cancel);
            return null;
        };

        var answer = await bot.PostAsync(AnActivity.ExpectingReplies("x") with { ServiceUrl = connector.Url });

        Assert.Equal("first,,last", string.Join(",", answer.Replies.Select(reply => reply.Text)));
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task No_replies_are_an_empty_list()
    {
        bot.OnTurn = (_, _) => new((InvokeResponse?)null);

        var answer = await bot.PostAsync(AnActivity.ExpectingReplies("x"));

        Assert.Equal(new Answer(200, """{"activities":[]}"""), answer);
    }

    [Fact]
    public async Task Expected_replies_need_no_service_url()
    {
        var answer = await bot.PostAsync(AnActivity.ExpectingReplies("x") with { ServiceUrl = null });

        Assert.Equal("Echo: x", answer.Replies.Single().Text);
    }

    [Theory]
    [InlineData("urn:zhoushanbot:directline")]
    [InlineData("no url")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_no_service_url_is_refused_even_where_none_is_needed(string serviceUrl)
    {
        Assert.Equal(new Answer(400, ""), await bot.PostAsync(AnActivity.ExpectingReplies("x") with { ServiceUrl = serviceUrl }));
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData("", 400)]
    [InlineData("no url", 400)]
    [InlineData("ftp://127.0.0.1/", 400)]
    [InlineData("http://user:password@127.0.0.1/", 400)]
    [InlineData("http://127.0.0.1/?a=b", 400)]
    [InlineData("https://smba.trafficmanager.net/emea/", 403)]
    [InlineData("http://169.254.169.254/metadata/", 403)]
    public async Task Replies_go_nowhere_but_to_this_machine_while_nothing_vouches_for_a_service_url(string? serviceUrl, int status)
    {
        var answer = await bot.PostAsync(AnActivity.Message("x", serviceUrl!));

        Assert.Equal(status, answer.Status);
        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task A_message_without_a_conversation_cannot_be_answered()
    {
        var answer = await bot.PostAsync(AnActivity.Message("x", connector.Url) with { Conversation = null });

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task A_reply_goes_to_the_connector_addressed_to_the_person()
    {
        var message = AnActivity.Message("hello", connector.Url);

        var answer = await bot.PostAsync(message);

        var call = connector.Calls.Single();
        Assert.Equal(new Answer(200, ""), answer);
        Assert.Equal(("POST", $"/v3/conversations/conversation/activities/{message.Id}"), (call.Method, call.Target));
        Assert.Equal(("Echo: hello", "bot", "user", message.Id), (call.Activity.Text, call.Activity.From!.Id, call.Activity.Recipient!.Id, call.Activity.ReplyToId));
        Assert.Equal((connector.Url, "msteams", "conversation"), (call.Activity.ServiceUrl, call.Activity.ChannelId, call.Activity.Conversation!.Id));
        Assert.Equal(("zh-CN", "acceptingInput", null), (call.Activity.Locale, call.Activity.InputHint, call.Activity.Id));
        Assert.Null(call.Authorization);
    }

    [Fact]
    public async Task A_message_without_an_id_is_answered_at_the_end_of_the_conversation()
    {
        await bot.PostAsync(AnActivity.Message("hello", connector.Url) with { Id = null });

        Assert.Equal("/v3/conversations/conversation/activities", connector.Calls.Single().Target);
    }

    [Fact]
    public async Task A_path_prefix_of_the_service_url_is_kept_with_and_without_its_slash()
    {
        await bot.PostAsync(AnActivity.Message("hello", connector.Url + "_connector") with { Id = null });
        await bot.PostAsync(AnActivity.Message("hello", connector.Url + "_connector/") with { Id = null });

        Assert.All(connector.Calls, call => Assert.Equal("/_connector/v3/conversations/conversation/activities", call.Target));
        Assert.Equal(2, connector.Calls.Count);
    }

    [Fact]
    public async Task An_exception_of_the_bot_is_500_without_a_word_of_it()
    {
        bot.OnTurn = (_, _) => throw new InvalidOperationException("secret detail");

        Assert.Equal(new Answer(500, ""), await bot.PostAsync(AnActivity.ExpectingReplies("x")));
    }

    [Fact]
    public async Task A_reply_that_the_connector_refuses_is_500_so_that_the_channel_may_deliver_again()
    {
        connector.Answer = (_, _) => (400, """{"error":{"code":"BadArgument"}}""");

        Assert.Equal(new Answer(500, ""), await bot.PostAsync(AnActivity.Message("x", connector.Url)));
    }

    [Fact]
    public async Task A_reply_to_a_connector_that_is_not_there_is_500()
    {
        Assert.Equal(new Answer(500, ""), await bot.PostAsync(AnActivity.Message("x", "http://127.0.0.1:9/")));
    }

    [Fact]
    public async Task With_authentication_off_an_authorization_header_is_not_looked_at()
    {
        Assert.Equal(200, (await bot.PostAsync(AnActivity.ExpectingReplies("x"), "Bearer nonsense")).Status);
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost:3978", 200)]
    public async Task With_authentication_off_pages_of_other_sites_cannot_post(string origin, int status)
    {
        var body = ActivityJson.ToUtf8(AnActivity.ExpectingReplies("x"));

        Assert.Equal(status, (await bot.PostAsync(body, origin: origin)).Status);
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_is_501()
    {
        Assert.Equal(new Answer(501, ""), await bot.PostAsync(AnActivity.Invoke("signin/tokenExchange", "{}") with { ServiceUrl = connector.Url }));
    }

    [Fact]
    public async Task An_invoke_is_answered_with_the_status_and_body_that_the_bot_gives()
    {
        bot.OnTurn = (_, _) => new(new InvokeResponse { Status = 418, Body = RawJson.FromText("""{"a":1}""") });

        Assert.Equal(new Answer(418, """{"a":1}"""), await bot.PostAsync(AnActivity.Invoke("any", null) with { ServiceUrl = connector.Url }));
    }

    [Fact]
    public async Task An_invoke_that_expects_replies_is_answered_with_the_plain_body_all_the_same()
    {
        bot.OnTurn = (_, _) => new(InvokeResponse.From(AdaptiveCardInvokeResponse.Message("done")));
        var invoke = AnActivity.Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"x"}}""");

        var answer = await bot.PostAsync(invoke with { DeliveryMode = DeliveryModes.ExpectReplies });

        Assert.Equal(new Answer(200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"done"}"""), answer);
    }

    [Theory]
    [InlineData(null, "BadRequest")]
    [InlineData("5", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":5}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported")]
    [InlineData("""{"action":{}}""", "NotSupported")]
    public async Task A_faulty_card_action_is_400_outside_and_inside_and_never_reaches_the_bot(string? value, string code)
    {
        var answer = await bot.PostAsync(AnActivity.Invoke("adaptiveCard/action", value) with { ServiceUrl = connector.Url });

        var envelope = JsonNode.Parse(answer.Body)!;
        Assert.Equal(400, answer.Status);
        Assert.Equal(400, envelope["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.error", envelope["type"]!.GetValue<string>());
        Assert.Equal(code, envelope["value"]!["code"]!.GetValue<string>());
        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task A_card_action_reaches_the_bot_read_and_a_card_takes_its_place()
    {
        bot.OnTurn = (turn, _) => new(InvokeResponse.From(AdaptiveCardInvokeResponse.Card(
            RawJson.FromText($$"""{"type":"AdaptiveCard","verb":"{{turn.CardAction!.Action!.Verb}}"}"""))));

        var answer = await bot.PostAsync(
            AnActivity.Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"ack","data":{"n":1}}}""") with { ServiceUrl = connector.Url });

        Assert.Equal(
            new Answer(200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","verb":"ack"}}"""), answer);
    }

    [Fact]
    public async Task A_body_above_the_limit_is_413_whether_announced_or_not()
    {
        var big = ActivityJson.ToUtf8(AnActivity.ExpectingReplies(new string('x', 256 * 1024)));
        using var client = new HttpClient();
        using var chunked = new HttpRequestMessage(HttpMethod.Post, bot.Url) { Content = new ByteArrayContent(big) };
        chunked.Headers.TransferEncodingChunked = true;

        using var answer = await client.SendAsync(chunked, Cancel);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal(413, (await bot.PostAsync(big)).Status);
    }

    [Fact]
    public async Task A_body_just_below_the_limit_that_comes_in_many_pieces_is_read()
    {
        var answer = await bot.PostAsync(AnActivity.ExpectingReplies(new string('舟', 80_000)));

        Assert.Equal(200, answer.Status);
        Assert.Equal("Echo: " + new string('舟', 80_000), string.Concat(answer.Replies.Select(reply => reply.Text)));
        Assert.True(answer.Replies.Count > 1);
    }

    [Theory]
    [InlineData("{\"type\":\"message\",\"value\":", "1", "}", 63)]
    [InlineData("{\"type\":\"message\",\"unknown\":", "1", "}", 100_000)]
    [InlineData("", "1", "", 100_000)]
    public async Task Deep_json_is_400(string before, string middle, string after, int depth)
    {
        var body = before + new string('[', depth + 1) + middle + new string(']', depth + 1) + after;

        Assert.Equal(400, (await bot.PostAsync(body)).Status);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_408()
    {
        await using var impatient = await TestBot.StartAsync(slowest: new(bytesPerSecond: 10_000, gracePeriod: TimeSpan.FromSeconds(1.1)));
        var url = new Uri(impatient.Url);
        using var client = new TcpClient(url.Host, url.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{\"type\":"u8.ToArray(), Cancel);

        using var reader = new StreamReader(stream);
        var answer = await reader.ReadLineAsync(Cancel);

        Assert.Equal("HTTP/1.1 408 Request Timeout", answer);
        Assert.Equal(0, impatient.Turns);
    }

    [Fact]
    public async Task Invalid_utf8_is_400_even_where_nobody_looks()
    {
        byte[] body = [.. """{"type":"message","deliveryMode":"expectReplies","unknown":{"a":"""u8, (byte)'"', 0xC3, 0x28, .. "\"}}"u8];

        Assert.Equal(400, (await bot.PostAsync(body)).Status);
    }

    [Fact]
    public async Task A_byte_order_mark_is_put_up_with()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. ActivityJson.ToUtf8(AnActivity.ExpectingReplies("x"))];

        Assert.Equal(200, (await bot.PostAsync(body)).Status);
    }

    [Fact]
    public async Task Turns_of_one_conversation_run_in_order_and_another_conversation_does_not_wait()
    {
        var order = new List<string>();
        var release = new TaskCompletionSource();
        var arrived = new SemaphoreSlim(0);
        bot.OnTurn = async (turn, _) =>
        {
            arrived.Release();
            if (turn.Text == "one")
            {
                await release.Task;
            }

            lock (order)
            {
                order.Add(turn.Text);
            }

            return null;
        };

        var one = bot.PostAsync(AnActivity.ExpectingReplies("one"));
        await arrived.WaitAsync(Cancel);
        var two = bot.PostAsync(AnActivity.ExpectingReplies("two"));
        var other = await bot.PostAsync(AnActivity.ExpectingReplies("other") with { Conversation = new() { Id = "another" } });
        var soonerThanRelease = two.IsCompleted;
        release.SetResult();
        await Task.WhenAll(one, two);

        Assert.Equal(200, other.Status);
        Assert.False(soonerThanRelease);
        Assert.Equal(["other", "one", "two"], order);
        Assert.Equal(0, bot.Services.GetRequiredService<TurnRunner>().RunningConversations);
    }

    [Fact]
    public async Task Too_many_waiting_turns_of_one_conversation_are_429()
    {
        await using var small = await TestBot.StartAsync(options => options.MaxWaitingTurns = 1);
        var release = new TaskCompletionSource();
        small.OnTurn = async (_, _) =>
        {
            await release.Task;
            return null;
        };

        var posts = Enumerable.Range(0, 5).Select(_ => small.PostAsync(AnActivity.ExpectingReplies("x"))).ToList();
        var refused = await Task.WhenAll(await FirstAsync(posts, 3));
        release.SetResult();
        var all = await Task.WhenAll(posts);

        Assert.All(refused, answer => Assert.Equal(429, answer.Status));
        Assert.Equal([200, 200, 429, 429, 429], all.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_redelivery_is_handled_once_and_answered_the_same()
    {
        var ordinary = AnActivity.Message("x", connector.Url);
        var expecting = AnActivity.ExpectingReplies("y");

        var answers = new[] { await bot.PostAsync(ordinary), await bot.PostAsync(ordinary), await bot.PostAsync(expecting), await bot.PostAsync(expecting) };

        Assert.Equal(2, bot.Turns);
        Assert.Single(connector.Calls);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[2], answers[3]);
        Assert.Equal("Echo: y", answers[3].Replies.Single().Text);
    }

    [Fact]
    public async Task A_redelivery_while_the_first_still_runs_waits_for_it()
    {
        var release = new TaskCompletionSource();
        var arrived = new SemaphoreSlim(0);
        bot.OnTurn = async (turn, cancel) =>
        {
            arrived.Release();
            await release.Task;
            await turn.SendAsync("done", cancel);
            return null;
        };
        var message = AnActivity.ExpectingReplies("x");

        var first = bot.PostAsync(message);
        await arrived.WaitAsync(Cancel);
        var second = bot.PostAsync(message);
        release.SetResult();

        Assert.Equal(await first, await second);
        Assert.Equal(1, bot.Turns);
    }

    [Fact]
    public async Task A_turn_that_failed_before_it_said_anything_is_run_again_on_redelivery()
    {
        bot.OnTurn = (turn, cancel) => bot.Turns == 1 ? throw new InvalidOperationException() : TestBot.EchoAsync(turn, cancel);
        var message = AnActivity.Message("x", connector.Url);

        var first = await bot.PostAsync(message);
        var second = await bot.PostAsync(message);

        Assert.Equal((500, 200), (first.Status, second.Status));
        Assert.Single(connector.Calls);
    }

    [Fact]
    public async Task A_turn_that_failed_after_it_said_something_is_not_run_again()
    {
        bot.OnTurn = async (turn, cancel) =>
        {
            await turn.SendAsync("half", cancel);
            throw new InvalidOperationException();
        };
        var message = AnActivity.Message("x", connector.Url);

        var first = await bot.PostAsync(message);
        var second = await bot.PostAsync(message);

        Assert.Equal((500, 500, 1), (first.Status, second.Status, bot.Turns));
        Assert.Single(connector.Calls);
    }

    [Fact]
    public async Task An_id_that_is_used_twice_for_different_words_is_no_redelivery()
    {
        var message = AnActivity.ExpectingReplies("one");

        await bot.PostAsync(message);
        var answer = await bot.PostAsync(message with { Text = "two" });

        Assert.Equal("Echo: two", answer.Replies.Single().Text);
    }

    [Fact]
    public async Task What_the_wire_says_of_the_caller_is_not_believed()
    {
        string? caller = "unset";
        bot.OnTurn = (turn, _) =>
        {
            caller = turn.Activity.CallerId;
            return new((InvokeResponse?)null);
        };

        await bot.PostAsync(AnActivity.ExpectingReplies("x") with { CallerId = "urn:botframework:azure" });

        Assert.Null(caller);
    }

    [Fact]
    public async Task Traces_go_to_the_emulator_only_and_delays_nowhere()
    {
        bot.OnTurn = async (turn, cancel) =>
        {
            await turn.SendAsync(new Activity { Type = ActivityTypes.Trace }, cancel);
            await turn.SendAsync(new Activity { Type = ActivityTypes.Delay, Value = RawJson.FromText("1").ToElement() }, cancel);
            return null;
        };

        var teams = await bot.PostAsync(AnActivity.ExpectingReplies("x"));
        var emulator = await bot.PostAsync(AnActivity.ExpectingReplies("x") with { ChannelId = ChannelIds.Emulator });

        Assert.Empty(teams.Replies);
        Assert.Equal("trace", emulator.Replies.Single().Type);
    }

    [Fact]
    public async Task The_bot_can_change_and_take_back_what_it_said()
    {
        bot.OnTurn = async (turn, cancel) =>
        {
            var id = await turn.SendAsync("draft", cancel);
            await turn.UpdateAsync(new Activity { Type = ActivityTypes.Message, Id = id, Text = "final" }, cancel);
            await turn.DeleteAsync(id!, cancel);
            return null;
        };

        await bot.PostAsync(AnActivity.Message("x", connector.Url) with { Id = null });

        const string activities = "/v3/conversations/conversation/activities";
        Assert.Equal(
            $"POST {activities}, PUT {activities}/reply-1, DELETE {activities}/reply-1",
            string.Join(", ", connector.Calls.Select(call => call.Method + " " + call.Target)));
    }

    [Fact]
    public async Task A_message_of_the_bots_own_accord_goes_to_the_kept_reference()
    {
        ConversationReference? kept = null;
        bot.OnTurn = (turn, _) =>
        {
            kept = turn.Reference;
            return new((InvokeResponse?)null);
        };
        await bot.PostAsync(AnActivity.Message("x", connector.Url));
        var stored = ActivityJson.Read<ConversationReference>(ActivityJson.ToUtf8(kept!))!;

        await bot.Connector.SendAsync(
            new Activity { Type = ActivityTypes.Message, Text = "reminder" }.ApplyConversationReference(stored with { ActivityId = null }), Cancel);

        var call = connector.Calls.Single();
        Assert.Equal(("/v3/conversations/conversation/activities", "reminder", "user"), (call.Target, call.Activity.Text, call.Activity.Recipient!.Id));
    }

    [Fact]
    public async Task A_client_that_goes_away_does_not_stop_the_turn_that_runs()
    {
        var arrived = new SemaphoreSlim(0);
        var gone = new TaskCompletionSource();
        var finished = new TaskCompletionSource();
        bot.OnTurn = async (_, cancel) =>
        {
            arrived.Release();
            await gone.Task;
            finished.SetResult();
            Assert.False(cancel.IsCancellationRequested);
            return null;
        };
        using var client = new HttpClient();
        using var leave = new CancellationTokenSource();
        using var content = new ByteArrayContent(ActivityJson.ToUtf8(AnActivity.ExpectingReplies("x")));

        var post = client.PostAsync(new Uri(bot.Url), content, leave.Token);
        await arrived.WaitAsync(Cancel);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        gone.SetResult();

        await finished.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private static async Task<IEnumerable<Task<T>>> FirstAsync<T>(IReadOnlyCollection<Task<T>> tasks, int count)
    {
        var pending = tasks.ToList();
        var done = new List<Task<T>>();
        while (done.Count < count)
        {
            var next = await Task.WhenAny(pending);
            pending.Remove(next);
            done.Add(next);
        }

        return done;
    }
}
