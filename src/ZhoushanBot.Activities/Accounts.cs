using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Activities;

/// <summary>A person or bot on a channel.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's id of the account; in Teams of this bot's view of the person.</summary>
    public string? Id { get; set; }

    /// <summary>Name to show.</summary>
    public string? Name { get; set; }

    /// <summary>Object id in Entra ID: the stable key of a person in Teams.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>user, bot or skill.</summary>
    public string? Role { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation on a channel.</summary>
public sealed record ConversationAccount
{
    /// <summary>The channel's id; in Teams it may hold <c>:</c>, <c>@</c> and <c>;messageid=</c>.</summary>
    public string? Id { get; set; }

    /// <summary>Name to show.</summary>
    public string? Name { get; set; }

    /// <summary>True with more than one person in it; null when not told.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>One of <see cref="ConversationTypes"/> in Teams; null elsewhere.</summary>
    public string? ConversationType { get; set; }

    /// <summary>Tenant of the conversation.</summary>
    public string? TenantId { get; set; }

    /// <summary>Object id in Entra ID.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>user, bot or skill.</summary>
    public string? Role { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>All that is needed to speak in a conversation again later.</summary>
public sealed record ConversationReference
{
    /// <summary>Id of the activity it was taken from; null where that id cannot be replied to.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The person.</summary>
    public ChannelAccount? User { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The channel.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Language tag.</summary>
    public string? Locale { get; set; }

    /// <summary>Where to send; the newest one that an authenticated activity brought.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
