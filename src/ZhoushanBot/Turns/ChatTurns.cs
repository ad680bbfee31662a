using System.Diagnostics;
using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Import;
using ZhoushanBot.Telemetry;
using Activity = ZhoushanBot.Activities.Activity;

namespace ZhoushanBot.Turns;

/// <summary>What the bot does with an activity: text in, answer out. Nothing durable is written, and no lock is taken to read.</summary>
internal sealed class ChatTurns(NoticeArchive archive, ConversationMemory memory, BotMeter meter, TimeProvider time) : ITurnHandler
{
    /// <inheritdoc/>
    public async ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        switch (turn.Activity.Type)
        {
            case ActivityTypes.Message when TextOf(turn) is { Length: > 0 } text:
                await SendAsync(turn, Answer(turn, text), cancellationToken);
                return null;

            case ActivityTypes.ConversationUpdate when SomebodyJoined(turn.Activity):
                await SendAsync(turn, Answer(turn, LanguageOf(turn.Activity.Locale) == ReplyLanguage.English ? "help" : "帮助"), cancellationToken);
                return null;

            case ActivityTypes.Invoke when turn.CardAction?.Action?.Data is { } data && QuestionIn(data) is { Length: > 0 } question:
                return InvokeResponse.From(await AnswerInPlaceAsync(turn, Answer(turn, question), cancellationToken));

            default:
                return null;
        }
    }

    private AssistantReply Answer(TurnContext turn, string text)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var activity = turn.Activity;
        var key = new ConversationKey(activity.ChannelId, activity.Conversation?.Id, activity.From?.Id);
        var context = memory.Recall(key);
        var snapshot = archive.Current;
        var reply = Assistant.Reply(text, context, snapshot.Index, time.GetShanghaiNow(), LanguageOf(activity.Locale), snapshot.Search);
        if (reply.Context != context)
        {
            memory.Keep(key, reply.Context);
        }

        meter.Answered(startedAt, reply.Answer.IsFound);
        return reply;
    }

    private async ValueTask SendAsync(TurnContext turn, AssistantReply reply, CancellationToken cancellationToken)
    {
        foreach (var message in ReplyActivities.Of(reply, () => WelcomeIn(reply.Language), turn.Activity.ChannelId))
        {
            await turn.SendAsync(message, cancellationToken);
        }
    }

    /// <summary>The answer in the place of the card whose button was pressed; what does not fit there follows as messages.</summary>
    private async ValueTask<AdaptiveCardInvokeResponse> AnswerInPlaceAsync(TurnContext turn, AssistantReply reply, CancellationToken cancellationToken)
    {
        // Only hosts that show cards send such an invoke, whatever they call themselves.
        var host = ReplyActivities.HostOf(turn.Activity.ChannelId) ?? CardHost.Emulator;
        var cards = ReplyActivities.CardsOf(reply, () => WelcomeIn(reply.Language), host);
        if (cards.IsEmpty)
        {
            return AdaptiveCardInvokeResponse.Message(reply.Text);
        }

        foreach (var card in cards.Skip(1))
        {
            await turn.SendAsync(ReplyActivities.WithCard(reply, card), cancellationToken);
        }

        return AdaptiveCardInvokeResponse.Card(cards[0]);
    }

    private Welcome WelcomeIn(ReplyLanguage language) => Welcome.Of(archive.Current.Index, language);

    /// <summary>What was typed, or the question that a pressed button of a card carries.</summary>
    private static string? TextOf(TurnContext turn) => turn.Text.Length > 0 ? turn.Text : turn.Activity.Value is { } value ? QuestionIn(value) : null;

    // {"ask": "…"}, or the question alone, as a button for Web Chat carries it.
    private static string? QuestionIn(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.String => data.GetString(),
        JsonValueKind.Object when data.TryGetProperty("ask", out var ask) && ask.ValueKind == JsonValueKind.String => ask.GetString(),
        _ => null,
    };

    private static bool SomebodyJoined(Activity activity) => activity.MembersAdded?.Any(member => member.Id != activity.Recipient?.Id) == true;

    // Where the question's own words do not tell: "HPV".
    private static ReplyLanguage LanguageOf(string? locale) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? ReplyLanguage.English : ReplyLanguage.Chinese;
}

internal static class ChatRegistration
{
    /// <summary>What answers.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<ConversationMemory>()
        .AddSingleton<BotMeter>()
        .AddSingleton<ITurnHandler, ChatTurns>();
}
