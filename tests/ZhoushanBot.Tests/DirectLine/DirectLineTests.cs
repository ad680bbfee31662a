using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities;
using ZhoushanBot.DirectLine;

namespace ZhoushanBot.Tests.DirectLine;

public sealed class DirectLineTests(ListeningService service) : IClassFixture<ListeningService>
{
    private const string Question = "市水利局牵头哪些任务？";
    private const string PartOfTheAnswer = "岑港水库";

    [Theory]
    [InlineData("zh-CN", "干部", "舟政办发")]
    [InlineData("en-US", "Staff", "I answer")]
    public async Task Whoever_opens_a_conversation_is_greeted_in_their_language(string locale, string name, string greeting)
    {
        var (client, opened) = await DirectLineClient.OpenAsync(service.Url, locale: locale);
        using var stream = await DirectLineStream.OpenAsync((string)opened["streamUrl"]!);

        var welcome = await stream.NextAsync();

        Assert.Equal(client.ConversationId, (string?)opened["conversationId"]);
        Assert.Equal(1800, (int)opened["expires_in"]!);
        Assert.Contains(greeting, welcome.Shown(), StringComparison.Ordinal);
        Assert.Equal(name, (string?)welcome["recipient"]!["name"]);
        client.Dispose();
    }

    [Fact]
    public async Task What_is_posted_is_echoed_and_answered_and_the_page_is_believed_nothing_about_who_speaks()
    {
        var (client, opened) = await DirectLineClient.OpenAsync(service.Url);
        using var stream = await DirectLineStream.OpenAsync((string)opened["streamUrl"]!);
        await stream.NextAsync();

        var (status, posted) = await client.PostAsync(new JsonObject
        {
            ["type"] = "message",
            ["id"] = "mine",
            ["text"] = Question,
            ["timestamp"] = "1999-01-01T00:00:00Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "http://evil.example/",
            ["from"] = new JsonObject { ["id"] = "persona-administrator", ["role"] = "bot" },
            ["recipient"] = new JsonObject { ["id"] = "persona-manager" },
            ["conversation"] = new JsonObject { ["id"] = "another" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = "c1" },
        });
        var echo = await stream.NextAsync();
        var answer = await stream.NextAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((string?)posted!["id"], (string?)echo["id"]);
        Assert.Equal("c1", (string?)echo["channelData"]!["clientActivityID"]);
        Assert.Equal(("persona-staff", "user"), ((string?)echo["from"]!["id"], (string?)echo["from"]!["role"]));
        Assert.Equal(("directline", client.ConversationId), ((string?)echo["channelId"], (string?)echo["conversation"]!["id"]));
        Assert.Equal(service.Time.GetUtcNow(), DateTimeOffset.Parse((string)echo["timestamp"]!, CultureInfo.InvariantCulture));
        Assert.Null(echo["serviceUrl"]);
        Assert.Contains(PartOfTheAnswer, answer.Shown(), StringComparison.Ordinal);
        Assert.Equal(("bot", (string?)echo["id"]), ((string?)answer["from"]!["role"], (string?)answer["replyToId"]));
        client.Dispose();
    }

    [Fact]
    public async Task A_client_without_a_socket_reads_on_from_its_watermark()
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);

        var (greeting, first) = await client.ReadAsync();
        await client.SayAsync(Question);
        var (news, second) = await client.ReadAsync(first);
        var (nothing, third) = await client.ReadAsync(second);

        Assert.Single(greeting);
        Assert.Equal(2, news.Count);
        Assert.Empty(nothing);
        Assert.Equal(second, third);
        client.Dispose();
    }

    [Fact]
    public async Task A_socket_goes_on_where_the_one_before_it_ended()
    {
        var (client, opened) = await DirectLineClient.OpenAsync(service.Url);
        string watermark;
        using (var stream = await DirectLineStream.OpenAsync((string)opened["streamUrl"]!))
        {
            await stream.NextAsync();
            watermark = stream.Watermark;
        }

        await client.SayAsync(Question);
        var (_, again) = await client.SendAsync(HttpMethod.Get, $"/conversations/{client.ConversationId}?watermark={watermark}");
        using var next = await DirectLineStream.OpenAsync((string)again!["streamUrl"]!);

        Assert.Equal(Question, (string?)(await next.NextAsync())["text"]);
        Assert.Contains(PartOfTheAnswer, (await next.NextAsync()).Shown(), StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task Keep_alive_frames_change_nothing_and_long_ones_end_the_socket()
    {
        var (client, opened) = await DirectLineClient.OpenAsync(service.Url);
        using var stream = await DirectLineStream.OpenAsync((string)opened["streamUrl"]!);
        await stream.NextAsync();

        await stream.SendAsync(0);
        await stream.SendAsync(0);
        await client.SayAsync(Question);
        Assert.Equal(Question, (string?)(await stream.NextAsync())["text"]);
        await stream.SendAsync(10_000);

        await stream.EndAsync();
        client.Dispose();
    }

    [Fact]
    public async Task A_page_at_rest_that_keeps_its_line_alive_hears_the_bot_hours_later()
    {
        var (client, opened) = await DirectLineClient.OpenAsync(service.Url);
        using var stream = await DirectLineStream.OpenAsync((string)opened["streamUrl"]!);
        await stream.NextAsync();

        for (var i = 0; i < 1000; i++)
        {
            service.Time.Advance(TimeSpan.FromSeconds(20));
            await stream.SendAsync(0);
        }

        await service.Parts.GetRequiredService<DirectLineHub>().PostAsync(client.ConversationId, new() { Type = ActivityTypes.Message, Text = "到期提醒" });
        Assert.Equal("到期提醒", (string?)(await stream.NextAsync())["text"]);
        client.Dispose();
    }

    [Fact]
    public async Task What_is_posted_twice_is_said_once()
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);
        var (_, watermark) = await client.ReadAsync();

        var (_, first) = await client.SayAsync(Question, "same");
        var (_, second) = await client.SayAsync(Question, "same");

        Assert.Equal((string?)first!["id"], (string?)second!["id"]);
        Assert.Equal(2, (await client.ReadAsync(watermark)).Activities.Count);
        client.Dispose();
    }

    [Theory]
    [InlineData("conversationUpdate", null)]
    [InlineData("installationUpdate", null)]
    [InlineData("invokeResponse", null)]
    [InlineData("event", "ContinueConversation")]
    [InlineData("event", "CreateConversation")]
    public async Task What_only_a_channel_or_the_bot_itself_says_cannot_be_posted(string type, string? name)
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);

        var (status, _) = await client.PostAsync(new JsonObject { ["type"] = type, ["name"] = name, ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "x" }) });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Single((await client.ReadAsync()).Activities);
        client.Dispose();
    }

    [Fact]
    public async Task A_card_button_asks_and_an_invoke_is_answered_in_the_response()
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);
        var (_, watermark) = await client.ReadAsync();

        await client.PostAsync(new JsonObject { ["type"] = "message", ["value"] = new JsonObject { ["ask"] = Question } });
        var (unknown, _) = await client.PostAsync(new JsonObject { ["type"] = "invoke", ["name"] = "no/such" });
        var (known, answer) = await client.PostAsync(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = new JsonObject { ["ask"] = Question } } },
        });

        Assert.Contains(PartOfTheAnswer, (await client.ReadAsync(watermark)).Activities[1]!.Shown(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotImplemented, unknown);
        Assert.Equal(HttpStatusCode.OK, known);
        Assert.Contains(PartOfTheAnswer, string.Concat(ShownText.Texts(answer!["value"])), StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task A_file_is_refused_in_words()
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);

        var (status, body) = await client.SendAsync(HttpMethod.Post, $"/conversations/{client.ConversationId}/upload?userId=u", new JsonObject());

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Contains("文件", (string)body!["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Contains("Files", (string)body["error"]!["message"]!, StringComparison.Ordinal);
        client.Dispose();
    }

    [Fact]
    public async Task The_bot_speaks_of_its_own_accord_to_whoever_is_there_or_comes_back()
    {
        var hub = service.Parts.GetRequiredService<DirectLineHub>();
        var (client, opened) = await DirectLineClient.OpenAsync(service.Url);
        using var stream = await DirectLineStream.OpenAsync((string)opened["streamUrl"]!);
        await stream.NextAsync();

        var id = await hub.PostAsync(client.ConversationId, new Activity { Type = ActivityTypes.Message, Text = "到期提醒" });
        var pushed = await stream.NextAsync();

        Assert.Equal((id, "到期提醒", "bot"), ((string?)pushed["id"], (string?)pushed["text"], (string?)pushed["from"]!["role"]));
        Assert.Equal(id, (string?)(await client.ReadAsync()).Activities[^1]!["id"]);
        client.Dispose();
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":"\ud800"}""", HttpStatusCode.BadRequest)]
    public async Task What_is_no_activity_is_refused(string body, HttpStatusCode expected)
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);
        using var http = new HttpClient { BaseAddress = service.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{client.ConversationId}/activities") { Content = new StringContent(body) };
        request.Headers.Authorization = new("Bearer", client.Token);

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        client.Dispose();
    }

    [Fact]
    public async Task A_body_too_big_is_refused()
    {
        var (client, _) = await DirectLineClient.OpenAsync(service.Url);

        var (status, _) = await client.SayAsync(new string('长', 70_000));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        client.Dispose();
    }
}
