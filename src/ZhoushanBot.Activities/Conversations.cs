using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Activities;

/// <summary>What is needed to create a conversation.</summary>
public sealed record ConversationParameters
{
    /// <summary>True for a group.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>Who else is to be in it.</summary>
    public IList<ChannelAccount>? Members { get; set; }

    /// <summary>Its topic.</summary>
    public string? TopicName { get; set; }

    /// <summary>Tenant; Teams needs it.</summary>
    public string? TenantId { get; set; }

    /// <summary>The first activity in it.</summary>
    public Activity? Activity { get; set; }

    /// <summary>Whatever the channel wants; Teams: <c>{"tenant":{"id":…}}</c>.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation that was created.</summary>
public sealed record ConversationResourceResponse
{
    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>Id of the first activity, if one was sent.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Where to speak in it; null means where it was created.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The answer to sending something.</summary>
public sealed record ResourceResponse
{
    /// <summary>Id that the channel gave; some channels give none.</summary>
    public string? Id { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A page of a conversation's members.</summary>
public sealed record PagedMembersResult
{
    /// <summary>Pass it on to get the next page; null on the last.</summary>
    public string? ContinuationToken { get; set; }

    /// <summary>The members of this page.</summary>
    public IList<ChannelAccount>? Members { get; set; }
}

/// <summary>Activities of the past, to be shown in a conversation.</summary>
public sealed record Transcript
{
    /// <summary>The activities, oldest first.</summary>
    public IList<Activity> Activities { get; set; } = [];
}

/// <summary>Replies that go back in the response of the request.</summary>
public sealed record ExpectedReplies
{
    /// <summary>The replies in the order in which they were sent; may be empty.</summary>
    public IList<Activity> Activities { get; set; } = [];
}

/// <summary>A file to be put on the channel's store.</summary>
public sealed record AttachmentData
{
    /// <summary>Media type.</summary>
    public string? Type { get; set; }

    /// <summary>File name.</summary>
    public string? Name { get; set; }

    /// <summary>The file; base64 on the wire.</summary>
    public ReadOnlyMemory<byte>? OriginalBase64 { get; set; }

    /// <summary>A small picture of it; base64 on the wire.</summary>
    public ReadOnlyMemory<byte>? ThumbnailBase64 { get; set; }
}

/// <summary>What the channel knows of a stored file.</summary>
public sealed record AttachmentInfo
{
    /// <summary>File name.</summary>
    public string? Name { get; set; }

    /// <summary>Media type.</summary>
    public string? Type { get; set; }

    /// <summary>The forms in which it can be had.</summary>
    public IList<AttachmentView>? Views { get; set; }
}

/// <summary>A form of a stored file.</summary>
public sealed record AttachmentView
{
    /// <summary>Such as original or thumbnail.</summary>
    public string? ViewId { get; set; }

    /// <summary>Size in bytes.</summary>
    public int? Size { get; set; }
}

/// <summary>A team of Teams.</summary>
public sealed record TeamDetails
{
    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Id of its group in Entra ID.</summary>
    public string? AadGroupId { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The channels of a team.</summary>
public sealed record ConversationList
{
    /// <summary>The channels.</summary>
    public IList<ChannelInfo>? Conversations { get; set; }
}

/// <summary>A channel of a team.</summary>
public sealed record ChannelInfo
{
    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>Its name; null for the general channel.</summary>
    public string? Name { get; set; }
}
