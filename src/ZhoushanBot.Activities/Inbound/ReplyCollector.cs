namespace ZhoushanBot.Activities.Inbound;

/// <summary>Keeps replies in their order, for a request that expects them in its response. Nothing goes to the connector.</summary>
internal sealed class ReplyCollector : IActivitySender
{
    public IList<Activity> Replies { get; } = [];

    public ValueTask<string?> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        Replies.Add(activity);
        return new((string?)null);
    }

    // The peer keeps no message of ours that could be changed: it gets the new one after the old.
    public ValueTask UpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        Replies.Add(activity);
        return default;
    }

    public ValueTask DeleteAsync(ConversationReference reference, CancellationToken cancellationToken) => default;
}
