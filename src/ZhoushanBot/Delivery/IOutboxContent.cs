using ZhoushanBot.Activities;
using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Delivery;

/// <summary>Makes the message of one kind of outbox row at the time of sending, from the payload and from what is known by then. One for each kind.</summary>
internal interface IOutboxContent
{
    /// <summary>The <see cref="OutboxMessage.Kind"/> that it makes.</summary>
    string Kind { get; }

    /// <summary>When such a message may be sent at the earliest, seen from a moment at which it could go: within office hours, say.</summary>
    /// <param name="row">Which.</param>
    /// <param name="at">The moment.</param>
    /// <returns>That moment for now, or a later one: the message is put off until then.</returns>
    DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => at;

    /// <summary>The message.</summary>
    /// <param name="row">Which; where <see cref="OutboxRow.MayRepeat"/> is set the message must say that it may have come before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when there is nothing left to say: the row is withdrawn.</returns>
    ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken);
}

/// <summary>
/// Is told of recipients that cannot be reached: blocked, uninstalled, left, unknown. It marks the person and has the deputy and the administrator told. May be
/// told of the same message again after a crash.
/// </summary>
internal interface IUnreachableRecipients
{
    /// <summary>A message found nobody; it is dead.</summary>
    /// <param name="row">The message, in the state in which it was being sent.</param>
    /// <param name="why">Blocked, gone, or unknown.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask MarkAsync(OutboxRow row, DeliveryFailure why, DateTimeOffset at, CancellationToken cancellationToken);
}
