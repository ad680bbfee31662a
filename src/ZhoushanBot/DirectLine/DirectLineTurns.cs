using System.Collections.Frozen;
using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.DirectLine;

/// <summary>How an activity of a page was taken.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ActivityId">The id that it got; null when it was refused or is an invoke.</param>
/// <param name="Body">The answer to an invoke.</param>
internal sealed record PostResult(int Status, string? ActivityId = null, RawJson? Body = null);

/// <summary>Runs the turns of what pages post. Who speaks, where and on which channel is what the token says, never what the page says.</summary>
internal sealed class DirectLineTurns(DirectLineHub hub, TurnRunner turns, IHostApplicationLifetime lifetime, ILogger<DirectLineTurns> logger)
{
    private const int MostWaiting = 8;

    private static readonly FrozenSet<string> Postable = FrozenSet.Create(
        StringComparer.Ordinal,
        ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing, ActivityTypes.Invoke, ActivityTypes.MessageReaction, ActivityTypes.EndOfConversation);

    // Events by which the bot itself goes on in a conversation; a page may not say them.
    private static readonly FrozenSet<string> OwnEvents = FrozenSet.Create(StringComparer.Ordinal, "ContinueConversation", "CreateConversation");

    /// <summary>Lets the bot greet whoever opens a conversation.</summary>
    public async ValueTask GreetAsync(DirectLineConversation conversation, DirectLineSession session, string? locale)
    {
        if (conversation.TryStart())
        {
            var opened = new Activity { Type = ActivityTypes.ConversationUpdate, Locale = locale, MembersAdded = [DirectLineHub.Bot, UserOf(session)] };
            await RunAsync(Address(opened, session));
        }
    }

    /// <summary>Shows a posted activity to all who read the conversation, and runs its turn.</summary>
    public async ValueTask<PostResult> PostAsync(Activity posted, DirectLineSession session)
    {
        if (!Postable.Contains(posted.Type) || (posted.Type == ActivityTypes.Event && OwnEvents.Contains(posted.Name ?? "")))
        {
            return new(StatusCodes.Status400BadRequest);
        }

        var conversation = hub.Open(session.ConversationId);
        var clientActivityId = ClientActivityId(posted);
        if (conversation.FindPosted(clientActivityId) is { } before)
        {
            return new(StatusCodes.Status200OK, before);
        }

        if (!conversation.TryBeginPost(MostWaiting))
        {
            return new(StatusCodes.Status429TooManyRequests);
        }

        try
        {
            // What is shown is a copy, without the address that only the turn needs.
            var activity = Address(posted, session);
            activity.Id = posted.Type is ActivityTypes.Invoke or ActivityTypes.Typing
                ? Guid.NewGuid().ToString("N")
                : hub.Post(conversation, activity with { }, clientActivityId);
            var (handled, answer) = await RunAsync(activity);
            return posted.Type == ActivityTypes.Invoke && answer is not null
                ? new(answer.Status, Body: answer.Body)
                : new(handled ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway, activity.Id);
        }
        finally
        {
            conversation.EndPost();
        }
    }

    private async ValueTask<(bool Handled, InvokeResponse? Answer)> RunAsync(Activity activity)
    {
        try
        {
            // A page that goes away takes back nothing: its turn runs to the end.
            var stopping = lifetime.ApplicationStopping;
            return (true, await turns.RunAsync(activity, hub, stopping, stopping));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.DirectLineTurnFailed(logger, e, activity.Type);
            return (false, null);
        }
    }

    private static Activity Address(Activity activity, DirectLineSession session) => activity with
    {
        Id = null,
        Timestamp = null,
        CallerId = null,
        RelatesTo = null,
        DeliveryMode = null,
        ChannelId = ChannelIds.DirectLine,
        ServiceUrl = DirectLineHub.ServiceUrl,
        From = UserOf(session),
        Recipient = DirectLineHub.Bot,
        Conversation = new() { Id = session.ConversationId },
    };

    private static ChannelAccount UserOf(DirectLineSession session) => new() { Id = session.UserId, Name = session.UserName, Role = "user" };

    private static string? ClientActivityId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
