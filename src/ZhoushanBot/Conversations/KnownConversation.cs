using System.Text.Json.Serialization;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.DirectLine;

namespace ZhoushanBot.Conversations;

/// <summary>What is kept of a conversation, so that the bot can speak in it of its own accord.</summary>
internal sealed record KnownConversation
{
    /// <summary>The channel, such as <c>msteams</c>.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The channel's id of the conversation; of a Teams channel without its threads.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The newest service URL that an activity brought.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>Whether a token vouched for <see cref="ServiceUrl"/>; false for what came while authentication was off.</summary>
    public bool IsVouchedFor { get; init; }

    /// <summary>Whether more than one person is in it. Nobody's own matters are told there.</summary>
    public bool IsShared { get; init; }

    /// <summary>One of <see cref="ConversationTypes"/> in Teams; null elsewhere.</summary>
    public string? ConversationType { get; init; }

    /// <summary>Tenant; null where there is none.</summary>
    public string? TenantId { get; init; }

    /// <summary>The bot's id on the channel.</summary>
    public string? BotId { get; init; }

    /// <summary>The bot's name on the channel.</summary>
    public string? BotName { get; init; }

    /// <summary>The channel's id of the person; null in a shared conversation.</summary>
    public string? UserId { get; init; }

    /// <summary>The person's name; null in a shared conversation.</summary>
    public string? UserName { get; init; }

    /// <summary>Object id in Entra ID; null outside of Teams.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>Language tag that the person's client sends; null where it sends none.</summary>
    public string? Locale { get; init; }

    /// <summary>Why nothing may be said there until they speak again; null when it may.</summary>
    public Silence? Silence { get; init; }

    /// <summary>By what it is found.</summary>
    [JsonIgnore]
    public ConversationAddress Address => new(ChannelId, ConversationId);

    /// <summary>The person's account, as everywhere: as far as somebody vouches for it. Null in a shared conversation.</summary>
    [JsonIgnore]
    public string? AccountId => VouchedAccount.Of(ChannelId, ServiceUrl, UserId, AadObjectId);

    /// <summary>As the wire wants it, to speak at its end or in one of its threads.</summary>
    public ConversationReference ReferenceTo(ConversationAddress place) => new()
    {
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Locale = Locale,
        Bot = new() { Id = BotId, Name = BotName, Role = "bot" },
        User = UserId is null ? null : new() { Id = UserId, Name = UserName, AadObjectId = AadObjectId, Role = "user" },
        Conversation = new() { Id = place.ConversationId, IsGroup = IsShared ? true : null, ConversationType = ConversationType, TenantId = TenantId },
    };
}

/// <summary>Why nothing may be said in a conversation until somebody there speaks again.</summary>
/// <param name="Reason">What the channel said; <see cref="ForbiddenReason.BotNotInConversationRoster"/> when the bot was taken out.</param>
/// <param name="Since">When it was noticed.</param>
internal sealed record Silence(ForbiddenReason Reason, DateTimeOffset Since);

[JsonSerializable(typeof(KnownConversation))]
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
internal sealed partial class ConversationJson : JsonSerializerContext;
