using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Import;
using ZhoushanBot.Review;
using ZhoushanBot.Saving;
using ZhoushanBot.Storage.LiteDb;
using ZhoushanBot.Telemetry;
using Activity = ZhoushanBot.Activities.Activity;

namespace ZhoushanBot.Turns;

/// <summary>What the bot does with an activity: text in, answer out. No turn waits for the disk, and no lock is taken to read.</summary>
internal sealed class ChatTurns(
    NoticeArchive archive, ConversationMemory memory, QuestionLog questions, Feedback feedback, BotMeter meter, TimeProvider time, IReadingProposer? proposer = null) : ITurnHandler
{
    /// <inheritdoc/>
    public async ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        switch (turn.Activity.Type)
        {
            case ActivityTypes.Message when feedback.ReplyTo(turn) is { } thanks:
                await turn.SendAsync(thanks, cancellationToken);
                return null;

            case ActivityTypes.Message when TextOf(turn) is { Length: > 0 } text:
                await turn.SendAsync(ReplyActivities.Of(await AnswerAsync(turn, text, cancellationToken)), cancellationToken);
                return null;

            case ActivityTypes.ConversationUpdate when SomebodyJoined(turn.Activity):
                var greeting = ReplyActivities.LanguageOf(turn.Activity.Locale) == ReplyLanguage.English ? "help" : "帮助";
                await turn.SendAsync(ReplyActivities.Of(await AnswerAsync(turn, greeting, cancellationToken)), cancellationToken);
                return null;

            case ActivityTypes.Invoke when feedback.ReplyTo(turn) is { Text: { } thanks }:
                return InvokeResponse.From(AdaptiveCardInvokeResponse.Message(thanks));

            case ActivityTypes.Invoke when turn.CardAction?.Action?.Data is { } data && QuestionIn(data) is { Length: > 0 } question:
                return InvokeResponse.From(AdaptiveCardInvokeResponse.Message((await AnswerAsync(turn, question, cancellationToken)).Text));

            default:
                return null;
        }
    }

    private async ValueTask<AssistantReply> AnswerAsync(TurnContext turn, string text, CancellationToken cancellationToken)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var activity = turn.Activity;
        var key = ConversationKey.Of(activity);
        var context = memory.Recall(key);
        var snapshot = archive.Current;
        var now = time.GetShanghaiNow();
        var reply = Assistant.Reply(text, context, snapshot.Index, now, ReplyActivities.LanguageOf(activity.Locale), snapshot.Search);
        if (proposer is not null && reply.IsUnanswered() && await proposer.ProposeAsync(text, reply.Language, snapshot.Index, cancellationToken) is { } proposed)
        {
            reply = ProposedReading.Answer(proposed, text, reply, context, snapshot.Index, now) ?? reply;
        }

        memory.Keep(key, reply.Context, questions.Remember(text, reply, activity.From?.Id));
        meter.Answered(startedAt, reply.Answer.IsFound);
        return reply;
    }

    /// <summary>What was typed, or the question that a pressed button of a card carries.</summary>
    private static string? TextOf(TurnContext turn) => turn.Text.Length > 0 ? turn.Text : turn.Activity.Value is { } value ? QuestionIn(value) : null;

    private static string? QuestionIn(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("ask", out var ask) && ask.ValueKind == JsonValueKind.String ? ask.GetString() : null;

    private static bool SomebodyJoined(Activity activity) => activity.MembersAdded?.Any(member => member.Id != activity.Recipient?.Id) == true;
}

internal static class ChatRegistration
{
    /// <summary>What answers.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSavedLater(provider => new ConversationMemory(
            new LiteDbDocumentStore(provider.GetRequiredService<LiteDbFile>(), "contexts"),
            provider.GetRequiredService<IOptions<ConversationOptions>>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Feedback>()
        .AddSingleton<BotMeter>()
        .AddSingleton<ITurnHandler, ChatTurns>();
}
