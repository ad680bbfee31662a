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
internal sealed class Delivery
{
    private TaskCompletionSource<TurnResult>? running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Kept kept;

    /// <summary>When its result was kept; the earliest time there is while it runs.</summary>
    public DateTimeOffset CompletedAt => kept.At;

    /// <summary>Place of its body in the ring.</summary>
    public long Start => kept.Start;

    /// <summary>Ends the waiting. From here on the result is what was kept of it.</summary>
    public void Complete(TurnResult result, long start, DateTimeOffset now)
    {
        kept = new Kept(result.Status, start, result.Body.Length, now);
        var waiting = running!;
        running = null;
        waiting.SetResult(result);
    }

    /// <summary>Its result, now or later.</summary>
    public Task<TurnResult> ResultFrom(ByteRing ring) => running?.Task ?? Task.FromResult(new TurnResult(kept.Status, ring.Read(kept.Start, kept.Length)));

    private readonly record struct Kept(int Status, long Start, int Length, DateTimeOffset At);
}

/// <summary>Remembers activities for some minutes, so that one which the channel delivers again is handled once. Bounded in number and bytes.</summary>
/// <param name="window">How long after its result.</param>
/// <param name="time">The clock.</param>
/// <param name="capacity">Most that are remembered, those that still run not counted.</param>
/// <param name="maxBytes">Most bytes of results; a result that is longer is not remembered.</param>
internal sealed class Redeliveries(TimeSpan window, TimeProvider time, int capacity = 4096, int maxBytes = 8 * 1024 * 1024)
{
    private readonly Lock gate = new();
    private readonly Dictionary<DeliveryKey, Delivery> known = [];
    private readonly Queue<(DeliveryKey Key, Delivery Delivery)> byAge = new();
    private readonly ByteRing bodies = new(maxBytes);

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

    /// <summary>Whether it is new, and the caller is to handle and complete it; else it is known already, with its result to wait for.</summary>
    public bool TryBegin(DeliveryKey key, out Delivery delivery, out Task<TurnResult>? known)
    {
        lock (gate)
        {
            DropOld(time.GetUtcNow());
            if (this.known.TryGetValue(key, out var before))
            {
                (delivery, known) = (before, before.ResultFrom(bodies));
                return false;
            }

            (delivery, known) = (new Delivery(), null);
            this.known.Add(key, delivery);
            return true;
        }
    }

    /// <summary>Keeps the result, and gives it to those who wait for it.</summary>
    public void Complete(DeliveryKey key, Delivery delivery, TurnResult result)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var start = bodies.Append(result.Body.Span);
            delivery.Complete(result, start ?? 0, now);
            if (start is null)
            {
                known.Remove(key);
                return;
            }

            byAge.Enqueue((key, delivery));
            DropOld(now);
        }
    }

    /// <summary>Gives the result to those who wait for it, but lets the next delivery be handled anew.</summary>
    public void Forget(DeliveryKey key, Delivery delivery, TurnResult result)
    {
        lock (gate)
        {
            known.Remove(key);
            delivery.Complete(result, 0, default);
        }
    }

    private void DropOld(DateTimeOffset now)
    {
        while (byAge.TryPeek(out var oldest)
            && (now - oldest.Delivery.CompletedAt > window || byAge.Count > capacity || !bodies.Has(oldest.Delivery.Start)))
        {
            known.Remove(byAge.Dequeue().Key);
        }
    }
}
