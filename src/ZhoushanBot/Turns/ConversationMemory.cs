using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Turns;

/// <summary>Whose memory: one person in one conversation of one channel.</summary>
internal readonly record struct ConversationKey(string? ChannelId, string? ConversationId, string? UserId);

/// <summary>
/// What each conversation is about, in memory only: a question changes nothing durable. Bounded, and forgotten after a silence.
/// Safe for several threads; those of one conversation come one after the other anyway.
/// </summary>
internal sealed class ConversationMemory(IOptions<ConversationOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<ConversationKey, Entry> entries = new();
    private readonly int capacity = options.Value.MaxContexts;
    private readonly Lock sweeping = new();

    // ConcurrentDictionary.Count takes all of its locks.
    private int count;

    /// <summary>How many conversations are remembered, those not yet swept included.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>What was said before; empty after a long silence.</summary>
    public ConversationContext Recall(ConversationKey key) =>
        entries.TryGetValue(key, out var entry) && time.GetUtcNow() - entry.At < ConversationContext.Lifetime ? entry.Context : ConversationContext.Empty;

    /// <summary>Remembers.</summary>
    public void Keep(ConversationKey key, ConversationContext context)
    {
        var entry = new Entry(context, time.GetUtcNow());
        if (entries.TryAdd(key, entry))
        {
            if (Interlocked.Increment(ref count) > capacity)
            {
                Sweep();
            }
        }
        else
        {
            entries[key] = entry;
        }
    }

    // A quarter at once, so that a full memory is not sorted for every newcomer.
    private void Sweep()
    {
        lock (sweeping)
        {
            if (Count <= capacity)
            {
                return;
            }

            var surplus = Count - capacity + (capacity / 4);
            foreach (var (key, _) in entries.ToArray().OrderBy(pair => pair.Value.At).Take(surplus))
            {
                if (entries.TryRemove(key, out _))
                {
                    Interlocked.Decrement(ref count);
                }
            }
        }
    }

    private sealed record Entry(ConversationContext Context, DateTimeOffset At);
}
