using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Authentication;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Configuration;
using ZhoushanBot.DirectLine;

namespace ZhoushanBot.Conversations;

/// <summary>What has become of a conversation that is kept. A closed set.</summary>
internal enum ConversationChange
{
    /// <summary>The first time that anything came from it, or the bot has opened it.</summary>
    Appeared,

    /// <summary>They speak again after a silence.</summary>
    CameBack,

    /// <summary>The channel no longer delivers to it: nothing may be said there until they speak again. Whoever was sending is told so besides.</summary>
    FellSilent,

    /// <summary>The bot was taken out of it: nothing may be said there until it is taken in again or they speak. Nobody but the activity tells.</summary>
    TakenOut,

    /// <summary>It is gone, and no longer kept.</summary>
    Dropped,
}

/// <summary>A conversation, and what has become of it.</summary>
internal sealed class ConversationChangedEventArgs(KnownConversation conversation, ConversationChange change) : EventArgs
{
    /// <summary>The conversation; for <see cref="ConversationChange.Dropped"/> as it was last.</summary>
    public KnownConversation Conversation { get; } = conversation;

    /// <summary>What has become of it.</summary>
    public ConversationChange Change { get; } = change;
}

/// <summary>
/// Every conversation that an authenticated activity came from, in memory and, by <see cref="ConversationWrites"/>, in the store. Bounded. Safe for several threads;
/// reading takes no lock, and a turn that brings nothing new makes and writes nothing.
/// </summary>
internal sealed class ConversationBook(
    ConversationWrites writes, TrustedServiceUrls serviceUrls, IOptions<BotChannelOptions> channel, IOptions<ConversationOptions> options,
    IOptions<DirectLineOptions> directLine, TimeProvider time)
{
    private readonly ConcurrentDictionary<ConversationAddress, Entry> entries = new();
    private readonly ConcurrentDictionary<string, ImmutableHashSet<ConversationAddress>> byAccount = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();
    private DateTimeOffset sweptAt;

    /// <summary>Something has become of a conversation; after the fact, and on the thread of a turn: be quick.</summary>
    public event EventHandler<ConversationChangedEventArgs>? Changed;

    /// <summary>How many are kept.</summary>
    public int Count => entries.Count;

    /// <summary>All that are kept, in no order; those that fell silent too.</summary>
    public IEnumerable<KnownConversation> All => entries.Values.Select(entry => entry.Value);

    /// <summary>What is known of a conversation, of a thread's channel where it is one; null for nothing.</summary>
    public KnownConversation? Find(ConversationAddress address) => entries.TryGetValue(address.Root, out var entry) ? entry.Value : null;

    /// <summary>Where a person can be told something alone: of the conversations where it may be said, the one where they spoke last; null for none.</summary>
    /// <param name="accountId">See <see cref="KnownConversation.AccountId"/>; case does not matter.</param>
    public KnownConversation? FindPersonal(string accountId) => byAccount.TryGetValue(accountId, out var addresses)
        ? addresses.Select(address => entries.GetValueOrDefault(address)).OfType<Entry>()
            .Where(entry => entry.Value.Silence is null && !IsOver(entry)).MaxBy(entry => entry.SeenAt)?.Value
        : null;

    /// <summary>Takes in what was kept before a restart, and trusts its service URLs again.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var (known, keptAt) in (await writes.LoadAsync(cancellationToken)).OrderBy(kept => kept.KeptAt))
        {
            // Nothing vouches for what came while authentication was off; a token must not go there now.
            if (channel.Value.AuthenticationEnabled && !known.IsVouchedFor && !IsOurOwn(known.ServiceUrl))
            {
                continue;
            }

            var entry = new Entry(known, keptAt);
            if (IsOver(entry))
            {
                writes.Delete(known.Address);
                continue;
            }

            entries[known.Address] = entry;
            Index(known);
            if (!IsOurOwn(known.ServiceUrl))
            {
                serviceUrls.Trust(known.ServiceUrl);
            }
        }
    }

    /// <summary>Takes in what an inbound activity tells of its conversation.</summary>
    public void Note(Activity activity)
    {
        if (activity is not { ChannelId: { Length: > 0 } channelId, Conversation.Id: { Length: > 0 } id, ServiceUrl: { Length: > 0 } serviceUrl })
        {
            return;
        }

        var root = new ConversationAddress(channelId, id).Root;
        if (entries.TryGetValue(root, out var entry))
        {
            entry.SeenAt = time.GetUtcNow();
            if (InboundReference.ChangesNothing(entry.Value, activity))
            {
                return;
            }
        }

        // With expectReplies an activity may bring a service URL that nothing vouches for.
        if (!MayBeKept(serviceUrl) || (entry is null && InboundReference.TakesBotOut(activity)))
        {
            return;
        }

        var change = Change(root, known => Silenced(InboundReference.After(known, root, activity, channel.Value.AuthenticationEnabled), activity));
        Tell(change, ConversationChange.TakenOut);
    }

    /// <summary>Keeps a conversation that the bot has opened.</summary>
    public void Keep(KnownConversation opened) => Tell(Change(opened.Address, _ => opened));

    /// <summary>Notes that nothing may be said in it until they speak again.</summary>
    public void FallSilent(ConversationAddress address, ForbiddenReason reason) =>
        Tell(Change(address.Root, known => known is null or { Silence: not null } ? known : known with { Silence = new(reason, time.GetUtcNow()) }));

    /// <summary>Keeps it no longer.</summary>
    public void Drop(ConversationAddress address) => Tell(Change(address.Root, _ => null));

    private static bool IsOurOwn(string serviceUrl) => serviceUrl == DirectLineHub.ServiceUrl;

    private KnownConversation Silenced(KnownConversation known, Activity activity) =>
        InboundReference.TakesBotOut(activity) ? known with { Silence = known.Silence ?? new(ForbiddenReason.BotNotInConversationRoster, time.GetUtcNow()) } : known;

    private bool MayBeKept(string serviceUrl) =>
        IsOurOwn(serviceUrl) || (TrustedServiceUrls.TryParse(serviceUrl, out _) && serviceUrls.IsTrusted(serviceUrl));

    private (KnownConversation? Before, KnownConversation? After) Change(ConversationAddress address, Func<KnownConversation?, KnownConversation?> next)
    {
        lock (gate)
        {
            var entry = entries.GetValueOrDefault(address);
            var before = entry?.Value;
            var after = next(before);
            if (after == before)
            {
                return (before, after);
            }

            Unindex(before);
            if (after is null)
            {
                entries.TryRemove(address, out _);
                writes.Delete(address);
                return (before, after);
            }

            Index(after);
            if (entry is null)
            {
                entries[address] = new Entry(after, time.GetUtcNow());
                Sweep();
            }
            else
            {
                entry.Value = after;
            }

            writes.Put(after);
            return (before, after);
        }
    }

    private void Tell((KnownConversation? Before, KnownConversation? After) change, ConversationChange silence = ConversationChange.FellSilent)
    {
        switch (change)
        {
            case (null, { } appeared):
                Changed?.Invoke(this, new(appeared, ConversationChange.Appeared));
                break;
            case ({ } dropped, null):
                Changed?.Invoke(this, new(dropped, ConversationChange.Dropped));
                break;
            case ({ Silence: not null }, { Silence: null } back):
                Changed?.Invoke(this, new(back, ConversationChange.CameBack));
                break;
            case ({ Silence: null }, { Silence: not null } silent):
                Changed?.Invoke(this, new(silent, silence));
                break;
        }
    }

    private void Index(KnownConversation known)
    {
        if (known.AccountId is { } account)
        {
            byAccount.AddOrUpdate(account, _ => [known.Address], (_, others) => others.Add(known.Address));
        }
    }

    private void Unindex(KnownConversation? known)
    {
        if (known?.AccountId is not { } account || !byAccount.TryGetValue(account, out var addresses))
        {
            return;
        }

        var others = addresses.Remove(known.Address);
        if (others.IsEmpty)
        {
            byAccount.TryRemove(account, out _);
        }
        else
        {
            byAccount[account] = others;
        }
    }

    // A page's conversation ends with its session: no token opens it after that.
    private bool IsOver(Entry entry) => IsOurOwn(entry.Value.ServiceUrl) && time.GetUtcNow() - entry.FirstSeenAt > directLine.Value.SessionLifetime;

    // Under the gate. Pages come and go, and leave a conversation each: once in a while, and when there are too many, the old ones go.
    private void Sweep()
    {
        var now = time.GetUtcNow();
        var most = options.Value.MaxReferences;
        if (entries.Count <= most && now - sweptAt < directLine.Value.TokenLifetime)
        {
            return;
        }

        sweptAt = now;
        var surplus = entries.Count > most ? entries.Count - most + (most / 4) : 0;
        var leaving = entries.Values.Where(IsOver).Concat(surplus > 0 ? entries.Values.OrderBy(entry => entry.SeenAt).Take(surplus) : []);
        foreach (var known in leaving.Select(entry => entry.Value).ToList())
        {
            Unindex(known);
            entries.TryRemove(known.Address, out _);
            writes.Delete(known.Address);
        }
    }

    private sealed class Entry(KnownConversation known, DateTimeOffset at)
    {
        private long seenAt = at.UtcTicks;
        private KnownConversation value = known;

        public DateTimeOffset FirstSeenAt { get; } = at;

        public KnownConversation Value
        {
            get => Volatile.Read(ref value);
            set => Volatile.Write(ref this.value, value);
        }

        public DateTimeOffset SeenAt
        {
            get => new(Volatile.Read(ref seenAt), TimeSpan.Zero);
            set => Volatile.Write(ref seenAt, value.UtcTicks);
        }
    }
}
