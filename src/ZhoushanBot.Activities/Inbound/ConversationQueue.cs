namespace ZhoushanBot.Activities.Inbound;

/// <summary>Lets one turn of a conversation run at a time, in the order of arrival. A conversation at rest takes no memory.</summary>
internal sealed class ConversationQueue(int maxWaiting)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource<bool>>?> running = new(StringComparer.Ordinal);

    /// <summary>How many conversations have a turn running.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return running.Count;
            }
        }
    }

    /// <summary>Waits for the turn's place.</summary>
    /// <returns>False when too many wait already. On true, <see cref="Leave"/> must follow.</returns>
    public ValueTask<bool> EnterAsync(string conversation, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> place;
        lock (gate)
        {
            if (!running.TryGetValue(conversation, out var waiting))
            {
                running.Add(conversation, null);
                return new(true);
            }

            if (waiting is null)
            {
                running[conversation] = waiting = new();
            }

            if (waiting.Count >= maxWaiting)
            {
                return new(false);
            }

            place = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(place);
        }

        return new(WaitAsync(place, cancellationToken));
    }

    /// <summary>Gives the place to the next one that still waits.</summary>
    public void Leave(string conversation)
    {
        lock (gate)
        {
            var waiting = running[conversation];
            while (waiting is not null && waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult(true))
                {
                    return;
                }
            }

            running.Remove(conversation);
        }
    }

    private static async Task<bool> WaitAsync(TaskCompletionSource<bool> place, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<bool>)state!).TrySetCanceled(token), place);
        return await place.Task;
    }
}
