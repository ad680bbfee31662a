using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ZhoushanBot.Tests;

public sealed class ServiceTests(BotService service) : IClassFixture<BotService>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_imports_the_shipped_notice()
    {
        using var client = service.CreateClient();

        var health = await client.GetFromJsonAsync<JsonNode>("/healthz", Cancel);

        Assert.Equal("ok", (string?)health!["status"]);
        Assert.Equal(1, (int)health["notices"]!);
        Assert.Equal(169, (int)health["tasks"]!);
        Assert.Equal("complete", (string?)health["cultureData"]);
    }

    [Theory]
    [InlineData("市水利局牵头哪些任务？")]
    [InlineData("what does 市水利局 lead")]
    public async Task The_water_bureau_leads_seven_tasks(string question)
    {
        var replies = await service.AskAsync(question, cancellationToken: Cancel);

        var text = Assert.Single(replies)!.Shown();
        Assert.Contains("7", text, StringComparison.Ordinal);
        Assert.All(
            ["岑港水库", "幸福河湖。", "城市供水管网", "单村水站", "农村水系整治", "山塘", "泵站"],
            task => Assert.Contains(task, text, StringComparison.Ordinal));
        Assert.Contains("舟政办发〔2024〕13号", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_leans_on_what_the_same_person_asked_before()
    {
        await service.AskAsync("岱山县流感疫苗要接种多少人？", "followed", "u1", Cancel);

        var followed = await service.AskAsync("那普陀呢", "followed", "u1", Cancel);
        var strange = await service.AskAsync("那普陀呢", "followed", "u2", Cancel);

        Assert.Contains("38,300", Assert.Single(followed)!.Shown().Replace("38300", "38,300", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEqual(followed[0]!.Shown(), strange[0]!.Shown());
    }

    [Fact]
    public async Task Every_suggestion_types_a_question_for_the_person()
    {
        var replies = await service.AskAsync("月球上的任务", cancellationToken: Cancel);

        var buttons = Assert.Single(replies)!.Buttons();
        Assert.NotEmpty(buttons);
        Assert.DoesNotContain("", buttons);
    }

    [Fact]
    public async Task A_card_says_everything_once_and_its_headline_stands_for_it()
    {
        var reply = Assert.Single(await service.AskAsync("市水利局牵头哪些任务？", cancellationToken: Cancel))!;

        Assert.Null(reply["text"]);
        Assert.Null(reply["suggestedActions"]);
        Assert.StartsWith((string)reply["summary"]!, reply.Shown(), StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)Assert.Single(reply["attachments"]!.AsArray())!["contentType"]);
    }

    [Fact]
    public async Task Where_no_cards_are_shown_the_text_answers_alone()
    {
        var message = BotService.Message("市水利局牵头哪些任务？");
        message["channelId"] = "sms";

        using var response = await service.PostAsync(message, Cancel);

        var reply = Assert.Single((await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["activities"]!.AsArray())!;
        Assert.Null(reply["attachments"]);
        Assert.Contains("岑港水库", (string)reply["text"]!, StringComparison.Ordinal);
        Assert.NotEmpty(reply["suggestedActions"]!["actions"]!.AsArray());
    }

    [Fact]
    public async Task Talk_that_is_only_a_sentence_is_said_as_one()
    {
        var reply = Assert.Single(await service.AskAsync("谢谢", cancellationToken: Cancel))!;

        Assert.Null(reply["attachments"]);
        Assert.NotEqual("", (string?)reply["text"]);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task Every_button_of_the_welcome_gets_an_answer(string locale)
    {
        var joined = Update("u");
        joined["locale"] = locale;
        using var greeted = await service.PostAsync(joined, Cancel);
        var welcome = Assert.Single((await greeted.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["activities"]!.AsArray())!;

        var buttons = welcome.Buttons();

        Assert.Equal(6, buttons.Count);
        Assert.Contains("舟政办发〔2024〕13号", welcome.Shown(), StringComparison.Ordinal);
        foreach (var button in buttons)
        {
            var answer = Assert.Single(await service.AskAsync(button, Guid.NewGuid().ToString(), cancellationToken: Cancel))!;
            Assert.Equal(locale, (string?)answer["locale"]);
            Assert.Contains("舟政办发〔2024〕13号", answer.Shown(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_ordinary_reply_goes_to_the_connector_of_the_service_url()
    {
        await using var channel = await RecordedChannel.StartAsync(Cancel);
        var message = BotService.Message("市水利局牵头哪些任务？");
        message["id"] = "m1";
        message["serviceUrl"] = channel.ServiceUrl;
        message.Remove("deliveryMode");

        using var response = await service.PostAsync(message, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(Cancel));
        var call = await channel.NextAsync(Cancel);
        Assert.Equal("POST", call.Method);
        Assert.Equal("/prefix/v3/conversations/c/activities/m1", call.Path);
        Assert.Contains("岑港水库", call.Body.Shown(), StringComparison.Ordinal);
        Assert.Equal("u", (string?)call.Body["recipient"]!["id"]);
    }

    [Fact]
    public async Task A_newcomer_is_greeted_and_the_bot_itself_is_not()
    {
        var joined = Update("u");
        var botJoined = Update("bot");

        using var greeted = await service.PostAsync(joined, Cancel);
        using var silent = await service.PostAsync(botJoined, Cancel);

        Assert.NotEmpty((await greeted.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["activities"]!.AsArray());
        Assert.Empty((await silent.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_card_button_asks_by_its_data()
    {
        var pressed = BotService.Message("");
        pressed["value"] = new JsonObject { ["ask"] = "市水利局牵头哪些任务？" };

        using var response = await service.PostAsync(pressed, Cancel);

        var replies = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["activities"]!.AsArray();
        Assert.Contains("岑港水库", Assert.Single(replies)!.Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_invoke_is_not_implemented()
    {
        var invoke = BotService.Message("");
        invoke["type"] = "invoke";
        invoke["name"] = "no/such";

        using var response = await service.PostAsync(invoke, Cancel);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task A_page_under_a_foreign_name_gets_nothing_without_an_app_id()
    {
        using var client = service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Host = "rebound.example";

        using var response = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Commands_are_run_for_nobody_without_the_key(string? key)
    {
        using var client = service.CreateClient();
        client.DefaultRequestHeaders.Add("X-ZhoushanBot-Key", key);

        using var response = await client.PostAsJsonAsync("/local/commands", new { args = new[] { "tasks" }, folder = "/" }, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static JsonObject Update(string member)
    {
        var update = BotService.Message("");
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = member });
        return update;
    }
}

public sealed class EmptyServiceTests
{
    [Fact]
    public async Task A_service_without_a_notice_is_not_healthy_but_answers()
    {
        await using var service = new BotService().With("Import:FirstNotice", "");
        using var client = service.CreateClient();

        using var health = await client.GetAsync("/healthz", TestContext.Current.CancellationToken);
        var replies = await service.AskAsync("市水利局牵头哪些任务？", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Single(replies);
    }
}
