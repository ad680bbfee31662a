namespace ZhoushanBot.Activities;

/// <summary>Where outbound activities go. A port: the connector, the response of the very request, or a conversation that this service keeps itself.</summary>
public interface IActivitySender
{
    /// <summary>Sends an activity that is addressed already.</summary>
    /// <returns>The id that it got; null when the channel gives none.</returns>
    ValueTask<string?> SendAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Puts an activity in the place of the sent one whose <see cref="Activity.Id"/> it carries.</summary>
    ValueTask UpdateAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Takes back a sent activity.</summary>
    /// <param name="reference">The conversation; its <see cref="ConversationReference.ActivityId"/> is the one to take back.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    ValueTask DeleteAsync(ConversationReference reference, CancellationToken cancellationToken);
}
