using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Activities;

/// <summary>One Bot Framework activity as it goes over the wire. Absent fields are null; null fields are not written.</summary>
/// <remarks>
/// Settable rather than init-only: the source generator reads init-only properties through an argument array, which costs more,
/// and cannot fill an extension bag that way. Equality is that of a record, shallow: do not compare activities by it.
/// </remarks>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a type that we do not know. Empty when the sender left it out.</summary>
    public string Type { get; set; } = "";

    /// <summary>Given by the channel; null on an activity that has not been sent.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel sent it. A time without an offset is taken as UTC.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's own time, with the sender's own offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>IANA name of the sender's zone, such as Asia/Shanghai.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>URN of who called the bot. What the wire says is overwritten by what the token proves.</summary>
    public string? CallerId { get; set; }

    /// <summary>Where replies go. To be trusted only because a token vouched for it.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Such as msteams, webchat, directline, emulator.</summary>
    public string? ChannelId { get; set; }

    /// <summary>The sender.</summary>
    public ChannelAccount? From { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>To whom it goes; on an inbound activity the bot.</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>plain, markdown or xml; absent means markdown.</summary>
    public string? TextFormat { get; set; }

    /// <summary>list or carousel.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Who joined (conversationUpdate).</summary>
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Who left (conversationUpdate).</summary>
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Reactions put on (messageReaction).</summary>
    public IList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Reactions taken off (messageReaction).</summary>
    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>New topic of the conversation (conversationUpdate).</summary>
    public string? TopicName { get; set; }

    /// <summary>Whether members may see what was said before they came (conversationUpdate).</summary>
    public bool? HistoryDisclosed { get; set; }

    /// <summary>Language tag such as zh-CN. May be any text: nothing checks it.</summary>
    public string? Locale { get; set; }

    /// <summary>What was said; may hold <c>&lt;at&gt;</c> mentions, see <see cref="Mentions"/>.</summary>
    public string? Text { get; set; }

    /// <summary>What is to be spoken, plain text or SSML.</summary>
    public string? Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    /// <summary>Text to show where the attachments cannot be shown.</summary>
    public string? Summary { get; set; }

    /// <summary>Buttons that vanish once the conversation goes on.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Cards and files.</summary>
    public IList<Attachment>? Attachments { get; set; }

    /// <summary>Mentions, client capabilities and other metadata.</summary>
    public IList<Entity>? Entities { get; set; }

    /// <summary>Whatever the channel adds of its own.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>add or remove (installationUpdate), with -upgrade for a new version.</summary>
    public string? Action { get; set; }

    /// <summary>Id of the activity that this one answers.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>Label of a trace.</summary>
    public string? Label { get; set; }

    /// <summary>Type name of <see cref="Value"/>.</summary>
    public string? ValueType { get; set; }

    /// <summary>Payload: a card's submitted data, an invoke's argument.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>Name of an invoke or event.</summary>
    public string? Name { get; set; }

    /// <summary>Another conversation that this one is about.</summary>
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Why the conversation ended (endOfConversation).</summary>
    public string? Code { get; set; }

    /// <summary>When it becomes stale. A time without an offset is taken as UTC.</summary>
    public DateTimeOffset? Expiration { get; set; }

    /// <summary>low, normal or high.</summary>
    public string? Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; absent or unknown means normal.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Phrases for a speech recogniser to expect.</summary>
    public IList<string>? ListenFor { get; set; }

    /// <summary>Parts of the quoted message to bring out.</summary>
    public IList<TextHighlight>? TextHighlights { get; set; }

    /// <summary>A programmatic action that goes with the request.</summary>
    public SemanticAction? SemanticAction { get; set; }

    /// <summary>Every field that is not named above, kept and written back as it came; null when there is none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
