using System.Collections.Immutable;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Subscriptions;

/// <summary>订阅周报: a status that comes by itself every week.</summary>
/// <param name="By">Who wants it; by their rights it is shown.</param>
/// <param name="Chat">Where it was asked for.</param>
/// <param name="IsShared">Others read along there: it belongs to that chat. Else it belongs to the person and follows them into the chat that is theirs by then.</param>
/// <param name="Query">Which status.</param>
/// <param name="Language">Of the card.</param>
/// <param name="Since">When it was first asked for; another slice asked for later changes nothing about it.</param>
public sealed record Subscription(Actor By, ChatAddress Chat, bool IsShared, StatusQuery Query, ReplyLanguage Language, DateTimeOffset Since)
{
    /// <summary>Tells it from all others: a person has one, and so has a chat that several read.</summary>
    public string Key => KeyOf(By, Chat, IsShared);

    /// <summary>The key of what somebody would subscribe to in a chat.</summary>
    public static string KeyOf(Actor by, ChatAddress chat, bool isShared)
    {
        ArgumentNullException.ThrowIfNull(by);
        return isShared ? $"chat:{chat.ChannelId}:{chat.ConversationId}" : $"account:{by.AccountId}";
    }
}

/// <summary>Who subscribed to what: a fold over the journal. Immutable; lines of other slices change nothing.</summary>
public sealed class SubscriptionState
{
    private readonly ImmutableSortedDictionary<string, Subscription> all;

    private SubscriptionState(ImmutableSortedDictionary<string, Subscription> all) => this.all = all;

    /// <summary>Nobody has subscribed.</summary>
    public static SubscriptionState None { get; } = new(ImmutableSortedDictionary.Create<string, Subscription>(StringComparer.Ordinal));

    /// <summary>All that hold, by key; may be empty.</summary>
    public IEnumerable<Subscription> All => all.Values;

    /// <summary>The subscription of a key; null when there is none.</summary>
    public Subscription? Find(string key) => all.GetValueOrDefault(key);

    /// <summary>With one line more.</summary>
    /// <exception cref="System.Text.Json.JsonException">The line is of this slice and damaged.</exception>
    public SubscriptionState With(JournalEntry line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return SubscriptionJournal.Read(line.Event) switch
        {
            SubscriptionEvent.Set set => new SubscriptionState(all.SetItem(
                line.Event.Subject, new Subscription(line.By, set.Chat, set.IsShared, set.Query, set.Language, Find(line.Event.Subject)?.Since ?? line.At))),
            SubscriptionEvent.Cleared when all.ContainsKey(line.Event.Subject) => new SubscriptionState(all.Remove(line.Event.Subject)),
            _ => this,
        };
    }
}
