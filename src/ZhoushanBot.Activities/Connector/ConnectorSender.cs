namespace ZhoushanBot.Activities.Connector;

/// <summary>Sends by the connector of the activity's own service URL: replies, and messages of the bot's own accord.</summary>
public sealed class ConnectorSender(ConnectorClient client) : IActivitySender
{
    /// <inheritdoc/>
    /// <exception cref="ConnectorException">It could not be delivered.</exception>
    public async ValueTask<string?> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var address = ConnectorAddress.Of(activity);
        var answer = string.IsNullOrEmpty(activity.ReplyToId)
            ? await client.SendToConversationAsync(address, activity, cancellationToken)
            : await client.ReplyToActivityAsync(address, activity.ReplyToId, activity, cancellationToken);
        return answer.Id;
    }

    /// <inheritdoc/>
    /// <exception cref="ConnectorException">It could not be changed.</exception>
    public async ValueTask UpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        await client.UpdateActivityAsync(ConnectorAddress.Of(activity), activity.Id ?? "", activity, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ConnectorException">It could not be taken back.</exception>
    public async ValueTask DeleteAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        await client.DeleteActivityAsync(ConnectorAddress.Of(reference), reference.ActivityId ?? "", cancellationToken);
    }
}
