namespace ZhoushanBot.Activities.Inbound;

/// <summary>Counts what went out: a turn that failed before it said anything may be run again.</summary>
internal sealed class SentCounter(IActivitySender inner) : IActivitySender
{
    public int Count { get; private set; }

    public async ValueTask<string?> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var id = await inner.SendAsync(activity, cancellationToken);
        Count++;
        return id;
    }

    public async ValueTask UpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        await inner.UpdateAsync(activity, cancellationToken);
        Count++;
    }

    public async ValueTask DeleteAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        await inner.DeleteAsync(reference, cancellationToken);
        Count++;
    }
}
