using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Delivery;

/// <summary>The outbox of the service: whoever puts something in wakes the worker.</summary>
internal sealed class WakingOutbox(IOutbox outbox, DeliverySignal signal) : IOutbox
{
    /// <inheritdoc/>
    public async Task<int> EnqueueAsync(IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var added = await outbox.EnqueueAsync(messages, cancellationToken);
        WakeIf(added > 0);
        return added;
    }

    /// <inheritdoc/>
    public async Task<int> WithdrawAsync(Func<OutboxMessage, bool> which, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var withdrawn = await outbox.WithdrawAsync(which, now, cancellationToken);

        // Others may have waited behind them.
        WakeIf(withdrawn > 0);
        return withdrawn;
    }

    /// <inheritdoc/>
    public Task<OutboxClaim> ClaimDueAsync(DateTimeOffset now, int limit, int retries, CancellationToken cancellationToken) =>
        outbox.ClaimDueAsync(now, limit, retries, cancellationToken);

    /// <inheritdoc/>
    public Task SettleAsync(IReadOnlyCollection<OutboxSettlement> settlements, CancellationToken cancellationToken) =>
        outbox.SettleAsync(settlements, cancellationToken);

    /// <inheritdoc/>
    public Task<int> RecoverAsync(CancellationToken cancellationToken) => outbox.RecoverAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<OutboxListing> ListAsync(OutboxStage stage, int limit, CancellationToken cancellationToken) => outbox.ListAsync(stage, limit, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ReviveAsync(string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isRevived = await outbox.ReviveAsync(key, now, cancellationToken);
        WakeIf(isRevived);
        return isRevived;
    }

    private void WakeIf(bool isNews)
    {
        if (isNews)
        {
            signal.Wake();
        }
    }
}
