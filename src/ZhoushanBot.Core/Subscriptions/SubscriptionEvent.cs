using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Subscriptions;

/// <summary>What the journal tells about subscriptions; its subject is <see cref="Subscription.Key"/>. A closed set.</summary>
public abstract record SubscriptionEvent
{
    private SubscriptionEvent()
    {
    }

    /// <summary><c>subscription.set</c>: somebody subscribed, or to another slice than before.</summary>
    /// <param name="Chat">Where.</param>
    /// <param name="IsShared">Others read along there.</param>
    /// <param name="Query">Which status.</param>
    /// <param name="Language">Of the card.</param>
    public sealed record Set(ChatAddress Chat, bool IsShared, StatusQuery Query, ReplyLanguage Language) : SubscriptionEvent;

    /// <summary><c>subscription.cleared</c>: no more.</summary>
    public sealed record Cleared : SubscriptionEvent;
}

/// <summary>Subscriptions as lines of the journal.</summary>
public static class SubscriptionJournal
{
    private const string SetKind = "subscription.set";
    private const string ClearedKind = "subscription.cleared";

    /// <summary>The line of an event.</summary>
    /// <param name="key">See <see cref="Subscription.Key"/>.</param>
    /// <param name="happened">What.</param>
    public static JournalEvent Write(string key, SubscriptionEvent happened) => happened switch
    {
        SubscriptionEvent.Set set => new JournalEvent(SetKind, key, JsonSerializer.Serialize(
            new SetLine(set.Chat.ChannelId, set.Chat.ConversationId, set.IsShared, set.Query.Code, set.Language == ReplyLanguage.English ? "en" : "zh"), SubscriptionJson.Readable.SetLine)),
        _ => new JournalEvent(ClearedKind, key, "{}"),
    };

    /// <summary>The event of a line; null for a line of another slice.</summary>
    /// <exception cref="JsonException">The line has the kind but not the shape.</exception>
    public static SubscriptionEvent? Read(JournalEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Kind != SetKind)
        {
            return line.Kind == ClearedKind ? new SubscriptionEvent.Cleared() : null;
        }

        var set = JsonSerializer.Deserialize(line.Json, SubscriptionJson.Readable.SetLine) ?? throw new JsonException("null");
        return StatusQuery.FromCode(set.Query) is { } query
            ? new SubscriptionEvent.Set(
                new ChatAddress(set.ChannelId, set.ConversationId), set.IsShared, query, set.Language == "en" ? ReplyLanguage.English : ReplyLanguage.Chinese)
            : throw new JsonException("query");
    }
}

internal sealed record SetLine(string ChannelId, string ConversationId, bool IsShared, string Query, string Language);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SetLine))]
internal sealed partial class SubscriptionJson : JsonSerializerContext
{
    /// <summary>Chinese stays Chinese: the journal is read by people, and never put into a page as it is.</summary>
    public static SubscriptionJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
