using System.Text.Json.Nodes;
using ZhoushanBot.Activities.Inbound;

namespace ZhoushanBot.Activities.Tests;

/// <summary>A chat in Microsoft's 365 Agents Playground, at its page: text, card, both kinds of button, and a card that the bot sends of its own accord.</summary>
public sealed class PlaygroundTests : IDisposable
{
    private const string Card = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [{ "type": "TextBlock", "text": "a card" }],
          "actions": [
            { "type": "Action.Submit", "title": "Snooze", "data": { "verb": "snooze" } },
            { "type": "Action.Execute", "title": "Done", "verb": "done", "data": { "n": 1 } }
          ]
        }
        """;

    private const string Executed = """{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "executed done" }] }""";
    private const string Reminder = """{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "proactive reminder" }] }""";

    private const string Chat = """
        [
          ["text", "say", "hello", "Echo: hello"],
          ["card", "say", "card", "a card"],
          ["submit", "press", "Snooze", "submitted: snooze"],
          ["execute", "press", "Done", "executed done"],
          ["proactive", "notify", null, "proactive reminder"]
        ]
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("zhoushanbot-playground-");
    private ConversationReference? conversation;

    [Theory]
    [InlineData("msteams", "default")]
    [InlineData("emulator", "default")]
    [InlineData("msteams", "expectReplies")]
    [InlineData("emulator", "expectReplies")]
    public async Task A_person_chats_with_the_bot(string channel, string delivery)
    {
        await using var bot = await TestBot.StartAsync();
        bot.OnTurn = OnTurnAsync;
        var passed = new List<string>();

        var done = await BrowserScript.RunAsync(
            "playground.cjs",
            async step =>
            {
                if ((string?)step["step"] == "notify")
                {
                    await bot.Connector.SendAsync(CardMessage(Reminder).ApplyConversationReference(conversation!), TestContext.Current.CancellationToken);
                }
                else if (step["passed"] is { } value)
                {
                    passed.Add($"{step["step"]} {value}");
                }
            },
            bot.Url, channel, delivery, folder.FullName, Chat);

        Assert.Equal(["text true", "card true", "submit true", "execute true", "proactive true"], passed);
        Assert.All(done["outside"]!.AsArray(), host => Assert.NotEqual("127.0.0.1", (string?)host));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Activity CardMessage(string card) => new() { Type = ActivityTypes.Message, Attachments = [Attachment.AdaptiveCard(RawJson.FromText(card))] };

    private async ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        conversation = turn.Reference with { ActivityId = null };
        if (turn.CardAction is { Action.Verb: "done" })
        {
            return InvokeResponse.From(AdaptiveCardInvokeResponse.Card(RawJson.FromText(Executed)));
        }

        if (turn.Activity is { Type: ActivityTypes.Message, Value: { } value })
        {
            await turn.SendAsync($"submitted: {JsonNode.Parse(value.GetRawText())!["verb"]}", cancellationToken);
        }
        else if (turn.Activity.Type == ActivityTypes.Message)
        {
            await turn.SendAsync(turn.Text == "card" ? CardMessage(Card) : new() { Type = ActivityTypes.Message, Text = "Echo: " + turn.Text }, cancellationToken);
        }

        return null;
    }
}
