using System.Globalization;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Delivery;

/// <summary>What came of one sending.</summary>
/// <param name="Row">The message as it was claimed.</param>
/// <param name="State">What it is to be now.</param>
/// <param name="MayRepeat">It may have arrived although no answer says so.</param>
/// <param name="IsHeldBack">Nothing was sent and nobody was asked: no line for the journal.</param>
/// <param name="StopsAll">The channel refused the bot itself.</param>
internal sealed record DeliveryResult(OutboxRow Row, OutboxState State, bool MayRepeat = false, bool IsHeldBack = false, DeliveryFailure? StopsAll = null)
{
    /// <summary>The row as the outbox will keep it.</summary>
    public OutboxRow Settled => Row with { State = State, MayRepeat = Row.MayRepeat || MayRepeat };
}

/// <summary>Sends one message: makes it, hands it to the channel, and reads what the channel makes of it.</summary>
internal sealed class DeliveryAttempt(
    IProactiveSender sender, IEnumerable<IOutboxContent> contents, IEnumerable<IUnreachableRecipients> unreachable, RetryTimes retries, TimeProvider clock,
    ILogger<DeliveryAttempt> logger)
{
    private readonly Dictionary<string, IOutboxContent> byKind = contents.ToDictionary(content => content.Kind, StringComparer.Ordinal);

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Tries once.</summary>
    /// <returns>Null when it was cut off: what became of it is not known.</returns>
    public async Task<DeliveryResult?> RunAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            if (await MakeAsync(row, cancellationToken) is not { } made)
            {
                return new(row, new OutboxState.Dead(Now, new(DeliveryFault.Unmakeable, row.Message.Kind)));
            }

            return made is Made.Message { Activity: var activity } ? await SendAsync(row, activity, cancellationToken) : new(row, ((Made.Nothing)made).State);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<Made?> MakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (!byKind.TryGetValue(row.Message.Kind, out var content))
        {
            Log.NoContentOf(logger, row.Message.Kind);
            return null;
        }

        try
        {
            var now = Now;
            return content.NotBefore(row, now) is var opening && opening > now ? new Made.Nothing(new OutboxState.Due(opening))
                : await content.MakeAsync(row, cancellationToken) is { } activity ? new Made.Message(activity)
                : new Made.Nothing(new OutboxState.Withdrawn(Now));
        }
#pragma warning disable CA1031 // One payload that cannot be made into a message must not hold up the others, whatever is wrong with it.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ContentFailed(logger, e, row.Message.Kind);
            return null;
        }
    }

    private async Task<DeliveryResult> SendAsync(OutboxRow row, Activity activity, CancellationToken cancellationToken)
    {
        var to = row.Message.To;
        try
        {
            var id = await sender.SendAsync(new ConversationAddress(to.ChannelId, to.ConversationId), activity, cancellationToken);
            return new(row, new OutboxState.Sent(id, Now));
        }
        catch (ConnectorException e)
        {
            return await UnderstandAsync(row, e, cancellationToken);
        }
        catch (UnknownConversationException)
        {
            return await GiveUpAsync(row, new(DeliveryFault.UnknownConversation, ""), cancellationToken);
        }
#pragma warning disable CA1031 // Whatever a sender throws, the message is not lost and the others go on.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.SendingFailed(logger, e, to.ChannelId);
            return Later(row, new(DeliveryFault.Unavailable, e.GetType().Name), null) with { MayRepeat = true };
        }
    }

    private async Task<DeliveryResult> UnderstandAsync(OutboxRow row, ConnectorException e, CancellationToken cancellationToken)
    {
        var detail = DetailOf(e);
        switch (e.Failure)
        {
            case ConnectorFailure.Throttled:
                return Later(row, new(DeliveryFault.Throttled, detail), e.RetryAfter) with { IsHeldBack = e.IsHeldBack };
            case ConnectorFailure.Unavailable:
                return Later(row, new(DeliveryFault.Unavailable, detail), e.RetryAfter) with { IsHeldBack = e.IsHeldBack, MayRepeat = e.MayHaveArrived };
            case ConnectorFailure.NotAuthorized:
                // It keeps its place; the worker rests before anything is claimed again.
                return new(row, new OutboxState.Due(row.Message.DueAt), IsHeldBack: true, StopsAll: new(DeliveryFault.NotAuthorized, detail));
            case ConnectorFailure.Blocked:
                return await GiveUpAsync(row, new(DeliveryFault.Blocked, detail), cancellationToken);
            case ConnectorFailure.Gone:
                return await GiveUpAsync(row, new(DeliveryFault.Gone, detail), cancellationToken);
            case ConnectorFailure.TooBig:
                return new(row, new OutboxState.Dead(Now, new(DeliveryFault.TooBig, detail)));
            case ConnectorFailure.UntrustedServiceUrl:
                return new(row, new OutboxState.Dead(Now, new(DeliveryFault.UntrustedServiceUrl, detail)));
            default:
                return new(row, new OutboxState.Dead(Now, new(DeliveryFault.Rejected, detail)));
        }
    }

    private DeliveryResult Later(OutboxRow row, DeliveryFailure failure, TimeSpan? asked)
    {
        var now = Now;
        return new(row, retries.After(row, now, asked) is { } retryAt ? new OutboxState.FailedForNow(retryAt, failure) : new OutboxState.Dead(now, failure));
    }

    private async Task<DeliveryResult> GiveUpAsync(OutboxRow row, DeliveryFailure failure, CancellationToken cancellationToken)
    {
        var now = Now;
        foreach (var listener in unreachable)
        {
            try
            {
                // Before the row is settled: after a crash in between they are told again, never not at all.
                await listener.MarkAsync(row, failure, now, cancellationToken);
            }
#pragma warning disable CA1031 // The message is dead all the same, and the journal says why.
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.UnreachableNotMarked(logger, e);
            }
        }

        return new(row, new OutboxState.Dead(now, failure));
    }

    private static string DetailOf(ConnectorException e)
    {
        var status = e.StatusCode == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"HTTP {e.StatusCode} ");
        var reason = e.Reason is ForbiddenReason.None or ForbiddenReason.Unknown ? e.Code : e.Reason.ToString();
        return $"{status}{reason}".TrimEnd();
    }

    private abstract record Made
    {
        public sealed record Message(Activity Activity) : Made;

        public sealed record Nothing(OutboxState State) : Made;
    }
}
