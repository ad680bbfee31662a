using System.Net;
using System.Text.Json.Nodes;

namespace ZhoushanBot.Tests.DirectLine;

/// <summary>No one reads or writes another's conversation.</summary>
public sealed class DirectLineGuardTests : IAsyncDisposable
{
    private readonly ListeningService service = new();

    [Fact]
    public async Task A_token_opens_its_own_conversation_only()
    {
        var (victim, _) = await DirectLineClient.OpenAsync(service.Url);
        var (thief, _) = await DirectLineClient.OpenAsync(service.Url, "persona-administrator");
        var theirs = $"/conversations/{victim.ConversationId}";

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, theirs), (HttpMethod.Get, $"{theirs}?watermark=-"), (HttpMethod.Get, $"{theirs}/activities"),
            (HttpMethod.Post, $"{theirs}/activities"), (HttpMethod.Post, $"{theirs}/upload"),
        })
        {
            var (status, body) = await thief.SendAsync(method, path, method == HttpMethod.Post ? new JsonObject { ["type"] = "message", ["text"] = "x" } : null);
            Assert.Equal((path, HttpStatusCode.Forbidden, "BadScope"), (path, status, (string?)body!["error"]!["code"]));
        }

        Assert.Single((await victim.ReadAsync()).Activities);
    }

    [Fact]
    public async Task A_stream_opens_by_a_stream_token_of_its_conversation_only()
    {
        var (victim, theirs) = await DirectLineClient.OpenAsync(service.Url);
        var (thief, own) = await DirectLineClient.OpenAsync(service.Url);
        var stream = (string)theirs["streamUrl"]!;
        var ownToken = ((string)own["streamUrl"]!).Split("&t=")[1];

        foreach (var url in new[] { stream.Split("&t=")[0] + "&t=" + ownToken, stream.Split("&t=")[0] + "&t=" + thief.Token, stream.Split("&t=")[0] + "&t=" + victim.Token })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Assert.ThrowsAsync<HttpRequestException>(() => DirectLineStream.OpenAsync(url))).StatusCode);
        }

        victim.Token = stream.Split("&t=")[1];
        Assert.Equal(HttpStatusCode.Forbidden, (await victim.SendAsync(HttpMethod.Get, $"/conversations/{victim.ConversationId}/activities")).Status);
    }

    [Fact]
    public async Task A_changed_token_is_worth_nothing_wherever_it_was_changed()
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);
        var good = client.Token;

        for (var at = 0; at < good.Length; at += 7)
        {
            // The last letter of a part may hold bits that count for nothing.
            if (good[at] == '.' || at + 1 == good.Length || good[at + 1] == '.')
            {
                continue;
            }

            client.Token = $"{good[..at]}{(good[at] == 'A' ? 'B' : 'A')}{good[(at + 1)..]}";
            Assert.Equal((at, HttpStatusCode.Forbidden), (at, (await client.SendAsync(HttpMethod.Get, $"/conversations/{client.ConversationId}/activities")).Status));
        }
    }

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("x", HttpStatusCode.Forbidden)]
    [InlineData(".", HttpStatusCode.Forbidden)]
    [InlineData("e30.e30", HttpStatusCode.Forbidden)]
    [InlineData("eyJhbGciOiJub25lIn0.eyJjb252IjoiYyJ9.", HttpStatusCode.Forbidden)]
    public async Task What_is_no_token_opens_nothing(string token, HttpStatusCode expected)
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);
        client.Token = token;

        Assert.Equal(expected, (await client.SendAsync(HttpMethod.Post, "/conversations", new JsonObject())).Status);
        Assert.Equal(expected, (await client.SendAsync(HttpMethod.Post, "/tokens/refresh")).Status);
        Assert.Equal(expected, (await client.SendAsync(HttpMethod.Get, $"/conversations/{client.ConversationId}/activities")).Status);
    }

    [Fact]
    public async Task A_token_is_short_lived_and_can_be_renewed_until_the_session_is_over()
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);
        var first = client.Token;

        service.Time.Advance(TimeSpan.FromMinutes(29));
        var (renewed, newer) = await client.SendAsync(HttpMethod.Post, "/tokens/refresh");
        service.Time.Advance(TimeSpan.FromMinutes(2));
        var (expired, why) = await client.SendAsync(HttpMethod.Post, "/tokens/refresh");

        Assert.Equal(HttpStatusCode.OK, renewed);
        Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (expired, (string?)why!["error"]!["code"]));
        client.Token = (string)newer!["token"]!;
        Assert.NotEqual(first, client.Token);
        for (var i = 0; i < 27; i++)
        {
            service.Time.Advance(TimeSpan.FromMinutes(25));
            var (status, next) = await client.SendAsync(HttpMethod.Post, "/tokens/refresh");
            Assert.Equal(HttpStatusCode.OK, status);
            client.Token = (string)next!["token"]!;
        }

        var (_, last) = await client.SendAsync(HttpMethod.Post, "/tokens/refresh");
        Assert.InRange((int)last!["expires_in"]!, 1, 1799);
        service.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(HttpMethod.Post, "/tokens/refresh")).Status);
    }

    [Fact]
    public async Task A_stream_ends_with_its_session_and_its_address_is_good_for_a_minute()
    {
        var (_, opened) = await DirectLineClient.OpenAsync(service.Url);
        var url = (string)opened["streamUrl"]!;
        using var stream = await DirectLineStream.OpenAsync(url);
        await stream.NextAsync();

        service.Time.Advance(TimeSpan.FromMinutes(2));
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => DirectLineStream.OpenAsync(url));
        service.Time.Advance(TimeSpan.FromHours(12));

        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
        Assert.Equal(System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, await stream.EndAsync());
    }

    [Theory]
    [InlineData("1", HttpStatusCode.BadRequest)]
    [InlineData("-1", HttpStatusCode.BadRequest)]
    [InlineData("zzzzzzzz-1", HttpStatusCode.BadRequest)]
    [InlineData("00000000-x", HttpStatusCode.BadRequest)]
    [InlineData("00000000-99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("00000000-5", HttpStatusCode.OK)]
    [InlineData("-", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task A_watermark_is_one_of_ours_or_refused(string watermark, HttpStatusCode expected)
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);

        Assert.Equal(expected, (await client.SendAsync(HttpMethod.Get, $"/conversations/{client.ConversationId}/activities?watermark={watermark}")).Status);
        Assert.Equal(expected, (await client.SendAsync(HttpMethod.Get, $"/conversations/{client.ConversationId}?watermark={watermark}")).Status);
    }

    [Fact]
    public async Task A_watermark_ahead_of_the_conversation_is_refused()
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);
        var (_, watermark) = await client.ReadAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(HttpMethod.Get, $"/conversations/{client.ConversationId}/activities?watermark={watermark}0")).Status);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("null")]
    public async Task A_page_of_a_foreign_site_gets_nothing(string origin)
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);

        foreach (var (method, path) in new[] { (HttpMethod.Post, "/tokens/generate"), (HttpMethod.Get, $"/conversations/{client.ConversationId}/activities"), (HttpMethod.Options, "/conversations") })
        {
            using var response = await client.RawAsync(method, path, method == HttpMethod.Post ? new JsonObject() : null, ("Origin", origin));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task A_page_of_this_machine_may_ask_across_origins()
    {
        using var client = new DirectLineClient(service.Url);

        using var preflight = await client.RawAsync(HttpMethod.Options, "/tokens/generate", null, ("Origin", "http://127.0.0.1:9202"));

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("http://127.0.0.1:9202", preflight.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("x-ms-bot-agent", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Personas_are_not_for_what_a_proxy_passes_on(string header, string value)
    {
        using var client = new DirectLineClient(service.Url);

        var (status, _) = await client.SendAsync(HttpMethod.Post, "/tokens/generate", new JsonObject { ["user"] = new JsonObject { ["id"] = "persona-staff" } }, (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Theory]
    [InlineData("persona-nobody")]
    [InlineData("oidc-somebody")]
    [InlineData("")]
    public async Task Nobody_can_be_whom_they_like(string user)
    {
        using var client = new DirectLineClient(service.Url);

        var (status, _) = await client.SendAsync(HttpMethod.Post, "/tokens/generate", new JsonObject { ["user"] = new JsonObject { ["id"] = user } });

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_conversation_has_few_sockets()
    {
        var (_, opened) = await DirectLineClient.OpenAsync(service.Url);
        var streams = new List<DirectLineStream>();
        for (var i = 0; i < 4; i++)
        {
            streams.Add(await DirectLineStream.OpenAsync((string)opened["streamUrl"]!));
        }

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => DirectLineStream.OpenAsync((string)opened["streamUrl"]!));

        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.StatusCode);
        streams.ForEach(stream => stream.Dispose());
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();
}

public sealed class DirectLineOffTests
{
    [Theory]
    [InlineData("DirectLine:Enabled", "false")]
    [InlineData("Bot:AppId", "an-app")]
    public async Task Where_nobody_could_get_a_token_there_is_neither_endpoint_nor_page(string key, string value)
    {
        await using var service = new BotService().With(key, value).With("Bot:TenantId", "t").With("Bot:Password", "p");
        using var http = new HttpClient { BaseAddress = service.Listen() };

        foreach (var path in new[] { "/", "/chat/settings", "/v3/directline/conversations/c", "/v3/directline/session/getsessionid", "/signin" })
        {
            using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, response.StatusCode));
        }
    }
}
