using System.Text.Json;

namespace ZhoushanBot.Activities.Inbound;

/// <summary>What an inbound request is answered with.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON; empty for none.</param>
internal sealed record TurnResult(int Status, ReadOnlyMemory<byte> Body)
{
    public static TurnResult Of(int status) => new(status, default);
}

/// <summary>By what an activity is known again. The content is in it too: an id that is used twice for different things is no redelivery.</summary>
internal readonly record struct DeliveryKey(string? ChannelId, string? ConversationId, string Id, string Type, int TextHash, int ValueHash)
{
    /// <summary>The key of an activity; null when it has no id, as then nothing tells two of them apart.</summary>
    public static DeliveryKey? Of(Activity activity) => string.IsNullOrEmpty(activity.Id)
        ? null
        : new(
            activity.ChannelId,
            activity.Conversation?.Id,
            activity.Id,
            activity.Type,
            activity.Text?.GetHashCode(StringComparison.Ordinal) ?? 0,
            activity.Value is { } value ? JsonMarshalHash(value) : 0);

    private static int JsonMarshalHash(JsonElement value)
    {
        var hash = default(HashCode);
        hash.AddBytes(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value));
        return hash.ToHashCode();
    }
}

/// <summary>A delivery that was begun: whoever meets it again waits for its result.</summary>
internal sealed class Delivery(DateTimeOffset begunAt)
{
    private readonly TaskCompletionSource<TurnResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset BegunAt { get; } = begunAt;

    public Task<TurnResult> Result => result.Task;

    public int Size => result.Task.IsCompletedSuccessfully ? result.Task.Result.Body.Length : 0;

    public void Complete(TurnResult answer) => result.TrySetResult(answer);
}

/// <summary>Remembers activities for some minutes, so that one which the channel delivers again is handled once. Bounded in number and bytes.</summary>
internal sealed class Redeliveries(TimeSpan window, TimeProvider time, int capacity = 4096, int maxBytes = 8 * 1024 * 1024)
{
    private readonly Lock gate = new();
    private readonly Dictionary<DeliveryKey, Delivery> known = [];
    private readonly Queue<(DeliveryKey Key, Delivery Delivery)> byAge = new();
    private long bytes;

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return known.Count;
            }
        }
    }

    /// <summary>Whether it is new, and the caller is to handle and complete it; else it is known already.</summary>
    public bool TryBegin(DeliveryKey key, out Delivery delivery)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            DropOld(now);
            if (known.TryGetValue(key, out var before))
            {
                delivery = before;
                return false;
            }

            delivery = new Delivery(now);
            known.Add(key, delivery);
            byAge.Enqueue((key, delivery));
            return true;
        }
    }

    /// <summary>Keeps the result.</summary>
    public void Complete(Delivery delivery, TurnResult result)
    {
        delivery.Complete(result);
        Interlocked.Add(ref bytes, result.Body.Length);
    }

    /// <summary>Gives the result to those who wait for it, but lets the next delivery be handled anew.</summary>
    public void Forget(DeliveryKey key, Delivery delivery, TurnResult result)
    {
        lock (gate)
        {
            if (known.TryGetValue(key, out var same) && ReferenceEquals(same, delivery))
            {
                known.Remove(key);
            }
        }

        Complete(delivery, result);
    }

    private void DropOld(DateTimeOffset now)
    {
        while (byAge.TryPeek(out var oldest)
            && (now - oldest.Delivery.BegunAt > window || byAge.Count >= capacity || Interlocked.Read(ref bytes) > maxBytes))
        {
            byAge.Dequeue();
            Interlocked.Add(ref bytes, -oldest.Delivery.Size);
            if (known.TryGetValue(oldest.Key, out var same) && ReferenceEquals(same, oldest.Delivery))
            {
                known.Remove(oldest.Key);
            }
        }
    }
}
