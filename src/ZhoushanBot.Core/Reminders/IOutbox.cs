using System.Collections.Immutable;

namespace ZhoushanBot.Core.Reminders;

/// <summary>
/// 发件箱: what is to be sent, is being sent and was sent. On return every change survives a crash. Safe for several threads; one sender at a time.
/// </summary>
public interface IOutbox
{
    /// <summary>Adds messages, all or none; those whose key is known, in whichever state, are left as they are.</summary>
    /// <returns>How many were new.</returns>
    /// <exception cref="ArgumentException">A key is empty, or a text holds half a surrogate pair.</exception>
    Task<int> EnqueueAsync(IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken);

    /// <summary>Takes back messages that wait (due or failed for now) and are no longer needed: the task is done, say.</summary>
    /// <param name="which">Which; asked of every waiting message.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it before it begins.</param>
    /// <returns>How many there were.</returns>
    Task<int> WithdrawAsync(Func<OutboxMessage, bool> which, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Marks messages whose time has come as being sent: first retries, then first sendings, each the earliest first. At most one of a conversation, and
    /// none behind a message of the same conversation that is being sent or waits for its retry: what one conversation hears, it hears in order.
    /// </summary>
    /// <param name="now">When.</param>
    /// <param name="limit">How many at most; above 0.</param>
    /// <param name="retries">How many of them may be retries; 0 or above.</param>
    /// <param name="cancellationToken">Stops it before it begins.</param>
    Task<OutboxClaim> ClaimDueAsync(DateTimeOffset now, int limit, int retries, CancellationToken cancellationToken);

    /// <summary>Writes down what became of messages that were being sent, all or none; others are left as they are.</summary>
    Task SettleAsync(IReadOnlyCollection<OutboxSettlement> settlements, CancellationToken cancellationToken);

    /// <summary>To be called once at start: what a process that died was sending is due again, and may repeat.</summary>
    /// <returns>How many there were.</returns>
    Task<int> RecoverAsync(CancellationToken cancellationToken);

    /// <summary>Messages in one state, the earliest first.</summary>
    /// <param name="stage">Which state.</param>
    /// <param name="limit">How many rows at most; 0 only to count.</param>
    /// <param name="cancellationToken">Stops it before it begins.</param>
    Task<OutboxListing> ListAsync(OutboxStage stage, int limit, CancellationToken cancellationToken);

    /// <summary>Makes a dead message due again, with its attempts counted anew.</summary>
    /// <returns>False when none with this key is dead.</returns>
    Task<bool> ReviveAsync(string key, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>What was claimed.</summary>
/// <param name="Rows">The messages, all in <see cref="OutboxState.Sending"/>; empty when none may go now.</param>
/// <param name="NextAt">The first time after now at which another is due or to be retried; null when none waits for a later time.</param>
public sealed record OutboxClaim(ImmutableArray<OutboxRow> Rows, DateTimeOffset? NextAt);

/// <summary>What became of one message that was being sent.</summary>
/// <param name="Key">Which.</param>
/// <param name="State">Any but <see cref="OutboxState.Sending"/>; <see cref="OutboxState.Due"/> puts it back.</param>
/// <param name="MayRepeat">True when it may have arrived all the same; never takes the mark away from a message that has it.</param>
public sealed record OutboxSettlement(string Key, OutboxState State, bool MayRepeat = false);

/// <summary>Some rows of a state.</summary>
/// <param name="Rows">The earliest ones.</param>
/// <param name="Total">How many there are in that state.</param>
public sealed record OutboxListing(ImmutableArray<OutboxRow> Rows, int Total);
