using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Import;
using ZhoushanBot.Review;

namespace ZhoushanBot.Tests.Review;

/// <summary>Thumbs through the real service.</summary>
public sealed class FeedbackTests : IAsyncDisposable
{
    private readonly BotService service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private QuestionLog Log => service.Services.GetRequiredService<QuestionLog>();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("👎", "督查室")]
    [InlineData("👎🏽", "督查室")]
    [InlineData("没用！", "督查室")]
    [InlineData("Not helpful.", "督查室")]
    [InlineData("不对", "督查室")]
    public async Task A_typed_thumb_down_judges_the_answer_before_it(string typed, string thanks)
    {
        await service.AskAsync("市水利局牵头哪些任务", cancellationToken: Cancel);

        var replies = await service.AskAsync(typed, cancellationToken: Cancel);

        Assert.Contains(thanks, Assert.Single(replies)!.Shown(), StringComparison.Ordinal);
        Assert.Equal(("市水利局牵头哪些任务", 1), Log.ToReview(null) is [var kept] ? (kept.Text, kept.Down) : default);
    }

    [Fact]
    public async Task A_thumb_up_is_thanked_in_the_language_of_the_answer_and_needs_no_review()
    {
        await service.AskAsync("what does 市水利局 lead", cancellationToken: Cancel);

        var replies = await service.AskAsync("👍", cancellationToken: Cancel);

        Assert.Contains("Thank you", Assert.Single(replies)!.Shown(), StringComparison.Ordinal);
        Assert.Empty(Log.ToReview(null));
    }

    [Fact]
    public async Task A_judged_answer_can_still_be_followed_up()
    {
        await service.AskAsync("岱山县流感疫苗要接种多少人？", cancellationToken: Cancel);
        await service.AskAsync("👍", cancellationToken: Cancel);

        var replies = await service.AskAsync("那普陀呢", cancellationToken: Cancel);

        Assert.Contains("38300", Assert.Single(replies)!.Shown().Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thumb_before_any_answer_is_an_ordinary_message()
    {
        var replies = await service.AskAsync("👎", cancellationToken: Cancel);

        Assert.DoesNotContain("督查室", Assert.Single(replies)!.Shown(), StringComparison.Ordinal);
        Assert.Empty(Log.ToReview(null));
    }

    [Theory]
    [InlineData("message")]
    [InlineData("invoke")]
    public async Task A_button_judges_the_answer_whose_id_it_carries(string type)
    {
        using var client = service.CreateClient();
        var archive = service.Services.GetRequiredService<NoticeArchive>();
        const string Question = "舟山有几座水库要扩容";
        var id = Log.Remember(Question, Assistant.Reply(Question, ConversationContext.Empty, archive.Current.Index, default), "u");

        var first = await PressAsync(type, id, "down");
        var second = await PressAsync(type, id, "up");

        Assert.Contains("已记下", first, StringComparison.Ordinal);
        Assert.Contains("已记下", second, StringComparison.Ordinal);
        Assert.Equal(0, Log.ToReview(null).Sum(question => question.Down));
    }

    [Fact]
    public async Task A_button_of_an_answer_before_the_last_restart_says_so()
    {
        using var client = service.CreateClient();

        var text = await PressAsync("message", "forgotten", "down");

        Assert.Contains("不在记录里", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"verb":"feedback"}""")]
    [InlineData("""{"verb":"feedback","answer":"x"}""")]
    [InlineData("""{"verb":"feedback","answer":"x","verdict":"sideways"}""")]
    [InlineData("""{"verb":1,"answer":[],"verdict":{}}""")]
    [InlineData("[]")]
    public async Task A_button_that_is_none_of_ours_changes_nothing(string value)
    {
        var pressed = BotService.Message("");
        pressed["value"] = JsonNode.Parse(value);

        using var response = await service.PostAsync(pressed, Cancel);

        response.EnsureSuccessStatusCode();
        Assert.Empty(Log.ToReview(null));
    }

    private async Task<string> PressAsync(string type, string id, string verdict)
    {
        var data = new JsonObject { ["verb"] = "feedback", ["answer"] = id, ["verdict"] = verdict };
        var pressed = BotService.Message("");
        pressed["type"] = type;
        if (type == "invoke")
        {
            pressed["name"] = "adaptiveCard/action";
            pressed["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "feedback", ["data"] = data } };
        }
        else
        {
            pressed["value"] = data;
        }

        using var response = await service.PostAsync(pressed, Cancel);
        response.EnsureSuccessStatusCode();
        var body = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        return type == "invoke" ? (string)body["value"]! : Assert.Single(body["activities"]!.AsArray())!.Shown();
    }
}
