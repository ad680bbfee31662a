using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Review;
using ZhoushanBot.Saving;
using ZhoushanBot.Storage.LiteDb;
using ZhoushanBot.Telemetry;
using Activity = ZhoushanBot.Activities.Activity;

namespace ZhoushanBot.Turns;

/// <summary>
/// What the bot does with an activity. A pressed button goes to the part whose verb it is; what is typed goes to the first part that takes it; everything
/// else is a question about the notice, for which no turn waits for the disk and no lock is taken to read.
/// </summary>
internal sealed class ChatTurns(
    OfficeView office, ConversationMemory memory, QuestionLog questions, IEnumerable<ITurnPart> parts, BotMeter meter, OfficeClock clock,
    ILogger<ChatTurns> logger, IReadingProposer? proposer = null)
    : ITurnHandler
{
    private readonly ITurnPart[] parts = [.. parts];

    /// <inheritdoc/>
    public async ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var activity = turn.Activity;
        switch (activity.Type)
        {
            case ActivityTypes.Message:
                await TakeMessageAsync(turn, cancellationToken);
                return null;

            case ActivityTypes.ConversationUpdate when SomebodyJoined(activity):
                var greeting = LanguageOf(activity.Locale) == ReplyLanguage.English ? "help" : "帮助";
                var joined = RequestOf(turn);
                await SendAsync(turn, joined, await AnswerAsync(joined, greeting, cancellationToken), cancellationToken);
                return null;

            case ActivityTypes.Invoke when turn.CardAction?.Action?.Data is { } data:
                return await TakeInvokeAsync(turn, data, turn.CardAction.Trigger == "automatic", cancellationToken);

            default:
                return null;
        }
    }

    private async ValueTask TakeMessageAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var request = RequestOf(turn);
        if (turn.Text.Length == 0 && turn.Activity.Value is { } value && CardCommand.In(value, isRefresh: false) is { } command)
        {
            if (await CommandAsync(request, command, cancellationToken) is { } done)
            {
                await SendAsync(turn, request, done, cancellationToken);
            }
        }
        else if ((turn.Text.Length > 0 ? turn.Text : turn.Activity.Value is { } pressed ? QuestionIn(pressed) : null) is { Length: > 0 } text)
        {
            await SendAsync(turn, request, await AnswerAsync(request, text, cancellationToken), cancellationToken);
        }
    }

    private async ValueTask<InvokeResponse?> TakeInvokeAsync(TurnContext turn, JsonElement data, bool isRefresh, CancellationToken cancellationToken)
    {
        // Only hosts that show cards send such an invoke, whatever they call themselves.
        var request = RequestOf(turn);
        request = request with { Host = request.Host ?? CardHost.Emulator };
        var reply = QuestionIn(data) is { Length: > 0 } question ? await AnswerAsync(request, question, cancellationToken)
            : CardCommand.In(data, isRefresh) is { } command ? await CommandAsync(request, command, cancellationToken)
            : null;

        // A card that asks by itself changes nothing for others: each of their clients would ask in turn.
        return reply is null ? null
            : InvokeResponse.From(await AnswerInPlaceAsync(turn, request, isRefresh ? reply with { ReplacesPressed = false } : reply, request.Host.Value, cancellationToken));
    }

    /// <summary>The reply in the place of the card whose button was pressed; what does not fit there follows as messages.</summary>
    private async ValueTask<AdaptiveCardInvokeResponse> AnswerInPlaceAsync(
        TurnContext turn, TurnRequest request, TurnReply reply, CardHost host, CancellationToken cancellationToken)
    {
        var cards = ReplyActivities.CardsOf(reply, WelcomeFor(request), host);
        if (cards.IsEmpty)
        {
            return AdaptiveCardInvokeResponse.Message(reply.Text);
        }

        if (reply.ReplacesPressed && turn.Activity is { ReplyToId: { Length: > 0 } pressed, ChannelId: ChannelIds.MsTeams } && request.Caller?.IsShared == true)
        {
            // The answer changes the card only for whoever pressed; what was done is done, whether the others see it now or at the card's next refresh.
            await TryUpdateAsync(turn, ReplyActivities.WithCard(reply.Summary, reply.Language, cards[0]) with { Id = pressed }, cancellationToken);
        }

        await UpdateOtherAsync(turn, reply, ReplyActivities.WithCard(reply.Summary, reply.Language, cards[0]), turn.Activity.ReplyToId, cancellationToken);
        foreach (var card in cards.Skip(1))
        {
            await turn.SendAsync(ReplyActivities.WithCard(reply.Summary, reply.Language, card), cancellationToken);
        }

        return AdaptiveCardInvokeResponse.Card(cards[0]);
    }

    // What was done by another card, or by a word, shows on the first card as well.
    private async ValueTask UpdateOtherAsync(TurnContext turn, TurnReply reply, Activity updated, string? pressed, CancellationToken cancellationToken)
    {
        if (reply.AlsoReplaces is { } other && other != pressed && turn.Activity.ChannelId == ChannelIds.MsTeams)
        {
            await TryUpdateAsync(turn, updated with { Id = other }, cancellationToken);
        }
    }

    /// <returns>False when the channel did not take it: the message was deleted, say.</returns>
    private async ValueTask<bool> TryUpdateAsync(TurnContext turn, Activity updated, CancellationToken cancellationToken)
    {
        try
        {
            await turn.UpdateAsync(updated, cancellationToken);
            return true;
        }
        catch (ConnectorException e)
        {
            Log.CardNotUpdated(logger, e);
            return false;
        }
    }

    private async ValueTask<TurnReply> AnswerAsync(TurnRequest request, string text, CancellationToken cancellationToken)
    {
        var typed = new TypedText(text);
        foreach (var part in parts)
        {
            if (await part.TryTextAsync(request, typed, cancellationToken) is { } taken)
            {
                return taken;
            }
        }

        var startedAt = Stopwatch.GetTimestamp();
        var key = request.Key;
        var context = memory.Recall(key);
        var snapshot = NoticesFor(request);
        var reply = Assistant.Reply(text, context, snapshot.Index, clock.Now, request.Language, snapshot.Search);
        foreach (var part in parts)
        {
            if (await part.TryQuestionAsync(request, reply, cancellationToken) is { } taken)
            {
                return taken;
            }
        }

        if (proposer is not null && reply.IsUnanswered() && await proposer.ProposeAsync(text, reply.Language, snapshot.Index, cancellationToken) is { } proposed)
        {
            reply = ProposedReading.Answer(proposed, text, reply, context, snapshot.Index, clock.Now) ?? reply;
        }

        foreach (var part in parts)
        {
            reply = part.Amend(request, reply);
        }

        var answerId = questions.Remember(text, reply, key.UserId);
        memory.Keep(key, reply.Context, answerId);
        meter.Answered(startedAt, reply.Answer.IsFound);
        return TurnReply.Of(reply, reply.Reading.Question is Question.Talk ? null : answerId);
    }

    private async ValueTask<TurnReply?> CommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            if (await part.TryCommandAsync(request, command, cancellationToken) is { } done)
            {
                return done;
            }
        }

        return null;
    }

    /// <summary>Says it: in the place of the pressed card where the channel can do that, else below.</summary>
    private async ValueTask SendAsync(TurnContext turn, TurnRequest request, TurnReply reply, CancellationToken cancellationToken)
    {
        var messages = ReplyActivities.Of(reply, WelcomeFor(request), turn.Activity.ChannelId);
        await UpdateOtherAsync(turn, reply, messages[0], turn.Activity.Value is null ? null : turn.Activity.ReplyToId, cancellationToken);
        if ((reply.ReplacesPressed || (reply.ReplacesView && request.Caller is { IsShared: false }))
            && turn.Activity.ReplyToId is { Length: > 0 } pressed && turn.Activity.ChannelId == ChannelIds.MsTeams
            && await TryUpdateAsync(turn, messages[0] with { Id = pressed }, cancellationToken))
        {
            return;
        }

        foreach (var message in messages)
        {
            await turn.SendAsync(message, cancellationToken);
        }
    }

    private Func<ReplyLanguage, Welcome> WelcomeFor(TurnRequest request) => language => Welcome.Of(NoticesFor(request).Index, language);

    private NoticeSnapshot NoticesFor(TurnRequest request) => office.NoticesFor(request.Caller?.Actor, request.Caller is not { IsShared: false });

    private static TurnRequest RequestOf(TurnContext turn) => new(
        Caller.Of(turn.Activity), LanguageOf(turn.Activity.Locale), ReplyActivities.HostOf(turn.Activity.ChannelId), ConversationKey.Of(turn.Activity));

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
        .AddSavedLater(provider => new ConversationMemory(
            new LiteDbDocumentStore(provider.GetRequiredService<LiteDbFile>(), "contexts"),
            provider.GetRequiredService<IOptions<ConversationOptions>>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ITurnPart, Feedback>()
        .AddSingleton<BotMeter>()
        .AddSingleton<ITurnHandler, ChatTurns>();
}
