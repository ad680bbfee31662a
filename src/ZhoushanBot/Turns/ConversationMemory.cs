using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Saving;
using ZhoushanBot.Storage.Documents;

namespace ZhoushanBot.Turns;

/// <summary>Whose memory: one person in one conversation of one channel.</summary>
internal readonly record struct ConversationKey(string? ChannelId, string? ConversationId, string? UserId)
{
    /// <summary>Who speaks in an activity, and where.</summary>
    public static ConversationKey Of(Activity activity) => new(activity.ChannelId, activity.Conversation?.Id, activity.From?.Id);
}

/// <summary>
/// What each conversation is about. A turn reads and writes memory alone; what changed is saved behind it, and a restart goes on from there.
/// Bounded, and forgotten after a silence, in the store too. Safe for several threads; those of one conversation come one after the other anyway.
/// </summary>
internal sealed class ConversationMemory(IDocumentStore documents, IOptions<ConversationOptions> options, TimeProvider time) : ISavedLater
{
    private readonly ConcurrentDictionary<ConversationKey, Entry> entries = new();
    private readonly int capacity = options.Value.MaxContexts;
    private readonly Lock sweeping = new();

    // Touched by loading and saving only, which come one after the other.
    private readonly HashSet<ConversationKey> stored = [];

    // ConcurrentDictionary.Count takes all of its locks.
    private int count;

    /// <summary>How many conversations are remembered, those not yet swept included.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>What was said before; empty after a long silence.</summary>
    public ConversationContext Recall(ConversationKey key) => Find(key)?.Context ?? ConversationContext.Empty;

    /// <summary>Id of the last answer; null when there is none, or it was given before a restart.</summary>
    public string? LastAnswer(ConversationKey key) => Find(key)?.AnswerId;

    /// <summary>Remembers.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="context">What a next question may lean on.</param>
    /// <param name="answerId">Id of the answer just given.</param>
    public void Keep(ConversationKey key, ConversationContext context, string? answerId)
    {
        var known = entries.GetValueOrDefault(key);
        var entry = new Entry(context, time.GetUtcNow(), answerId) { IsSaved = known is { IsSaved: true } && ReferenceEquals(known.Context, context) };
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

    /// <inheritdoc/>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var over = new List<string>();
        foreach (var document in await documents.ListAsync(cancellationToken))
        {
            if (IsAlive(document.UpdatedAt) && KeyIn(document.Key) is { } key && ContextJson.Read(document.Json) is { Turns.IsEmpty: false } context)
            {
                count += entries.TryAdd(key, new Entry(context, document.UpdatedAt, null) { IsSaved = true }) ? 1 : 0;
                stored.Add(key);
            }
            else
            {
                over.Add(document.Key);
            }
        }

        Sweep();
        if (over.Count > 0)
        {
            await documents.ChangeAsync([], over, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, entry) in entries)
        {
            // Only this very entry: the person may have spoken a moment ago.
            if (!IsAlive(entry.At) && entries.TryRemove(KeyValuePair.Create(key, entry)))
            {
                Interlocked.Decrement(ref count);
            }
        }

        var changed = entries.Where(pair => !pair.Value.IsSaved && !pair.Value.Context.Turns.IsEmpty).ToList();
        var gone = stored.Where(key => !entries.ContainsKey(key)).Except(changed.Select(pair => pair.Key)).ToList();
        if (changed.Count == 0 && gone.Count == 0)
        {
            return;
        }

        await documents.ChangeAsync(
            [.. changed.Select(pair => new StoredDocument(TextOf(pair.Key), ContextJson.Write(pair.Value.Context), pair.Value.At))],
            [.. gone.Select(TextOf)],
            cancellationToken);
        stored.ExceptWith(gone);
        foreach (var (key, entry) in changed)
        {
            stored.Add(key);
            entry.IsSaved = true;
        }
    }

    private static string TextOf(ConversationKey key) => JsonSerializer.Serialize(key, MemoryJson.Default.ConversationKey);

    private static ConversationKey? KeyIn(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, MemoryJson.Default.ConversationKey);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Entry? Find(ConversationKey key) => entries.TryGetValue(key, out var entry) && IsAlive(entry.At) ? entry : null;

    private bool IsAlive(DateTimeOffset at) => time.GetUtcNow() - at < ConversationContext.Lifetime;

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

    private sealed class Entry(ConversationContext context, DateTimeOffset at, string? answerId)
    {
        private volatile bool isSaved;

        public ConversationContext Context => context;

        public DateTimeOffset At => at;

        public string? AnswerId => answerId;

        public bool IsSaved
        {
            get => isSaved;
            set => isSaved = value;
        }
    }
}

/// <summary>Keys of the stored contexts.</summary>
[JsonSerializable(typeof(ConversationKey))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class MemoryJson : JsonSerializerContext;
