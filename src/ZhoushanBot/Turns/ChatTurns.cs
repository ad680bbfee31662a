using System.Diagnostics;
using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Import;
using ZhoushanBot.Telemetry;
using Activity = ZhoushanBot.Activities.Activity;

namespace ZhoushanBot.Turns;

/// <summary>What the bot does with an activity: text in, answer out. Nothing durable is written, and no lock is taken to read.</summary>
internal sealed class ChatTurns(NoticeArchive archive, ConversationMemory memory, BotMeter meter, OfficeClock clock) : ITurnHandler
{
    /// <inheritdoc/>
    public async ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        switch (turn.Activity.Type)
        {
            case ActivityTypes.Message when TextOf(turn) is { Length: > 0 } text:
                await turn.SendAsync(ReplyActivities.Of(Answer(turn, text)), cancellationToken);
                return null;

            case ActivityTypes.ConversationUpdate when SomebodyJoined(turn.Activity):
                await turn.SendAsync(ReplyActivities.Of(Answer(turn, LanguageOf(turn.Activity.Locale) == ReplyLanguage.English ? "help" : "帮助")), cancellationToken);
                return null;

            case ActivityTypes.Invoke when turn.CardAction?.Action?.Data is { } data && QuestionIn(data) is { Length: > 0 } question:
                return InvokeResponse.From(AdaptiveCardInvokeResponse.Message(Answer(turn, question).Text));

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
        var reply = Assistant.Reply(text, context, snapshot.Index, clock.Now, LanguageOf(activity.Locale), snapshot.Search);
        if (reply.Context != context)
        {
            memory.Keep(key, reply.Context);
        }

        meter.Answered(startedAt, reply.Answer.IsFound);
        return reply;
    }

    /// <summary>What was typed, or the question that a pressed button of a card carries.</summary>
    private static string? TextOf(TurnContext turn) => turn.Text.Length > 0 ? turn.Text : turn.Activity.Value is { } value ? QuestionIn(value) : null;

    private static string? QuestionIn(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("ask", out var ask) && ask.ValueKind == JsonValueKind.String ? ask.GetString() : null;

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
