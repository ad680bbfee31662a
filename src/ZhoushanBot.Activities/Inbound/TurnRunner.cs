using Microsoft.Extensions.Options;

namespace ZhoushanBot.Activities.Inbound;

/// <summary>Too many turns of one conversation wait already.</summary>
public sealed class ConversationBusyException() : Exception("Too many turns of this conversation are waiting.");

/// <summary>Runs turns: those of one conversation in the order of arrival, others side by side. Every way in uses the same one.</summary>
public sealed class TurnRunner(ITurnHandler handler, IOptions<BotChannelOptions> options, TimeProvider time)
{
    private readonly ConversationQueue queue = new(options.Value.MaxWaitingTurns);

    /// <summary>How many conversations have a turn running now.</summary>
    public int RunningConversations => queue.Count;

    /// <summary>Runs the turn of an activity.</summary>
    /// <param name="activity">What came in, authenticated.</param>
    /// <param name="sender">Where answers go.</param>
    /// <param name="waiting">Gives up waiting for the turn's place; once it runs, it runs to its end.</param>
    /// <param name="stopping">The service is stopping.</param>
    /// <returns>For an invoke its answer, 501 when nobody handles it; null for anything else.</returns>
    /// <exception cref="ConversationBusyException">Too many turns wait already.</exception>
    public async ValueTask<InvokeResponse?> RunAsync(Activity activity, IActivitySender sender, CancellationToken waiting, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var isInvoke = activity.Type == ActivityTypes.Invoke;
        AdaptiveCardInvokeValue? cardAction = null;
        if (isInvoke && activity.Name == InvokeNames.AdaptiveCardAction && !CardActions.TryRead(activity, out cardAction, out var fault))
        {
            return fault;
        }

        var conversation = activity.ChannelId + "\n" + activity.Conversation?.Id;
        if (!await queue.EnterAsync(conversation, waiting))
        {
            throw new ConversationBusyException();
        }

        try
        {
            var answer = await handler.OnTurnAsync(new TurnContext(activity, sender, time) { CardAction = cardAction }, stopping);
            return isInvoke ? answer ?? InvokeResponse.NotImplemented : null;
        }
        finally
        {
            queue.Leave(conversation);
        }
    }
}
