using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Activities;

/// <summary>A card or file that goes with a message.</summary>
public sealed record Attachment
{
    /// <summary>Content type of an Adaptive Card.</summary>
    public const string AdaptiveCardContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Media type.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where a file lies.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>A card's JSON.</summary>
    public RawJson? Content { get; set; }

    /// <summary>Name of a file.</summary>
    public string? Name { get; set; }

    /// <summary>Where a small picture lies.</summary>
    public string? ThumbnailUrl { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>An Adaptive Card.</summary>
    /// <param name="card">The card's JSON.</param>
    public static Attachment AdaptiveCard(RawJson card) => new() { ContentType = AdaptiveCardContentType, Content = card };
}

/// <summary>Buttons offered below a message.</summary>
public sealed record SuggestedActions
{
    /// <summary>Ids of those who see them; null for everybody.</summary>
    public IList<string>? To { get; set; }

    /// <summary>The buttons.</summary>
    public IList<CardAction>? Actions { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A button.</summary>
public sealed record CardAction
{
    /// <summary>imBack, messageBack, openUrl, postBack and others.</summary>
    public string? Type { get; set; }

    /// <summary>What is written on it.</summary>
    public string? Title { get; set; }

    /// <summary>Where its picture lies.</summary>
    public string? Image { get; set; }

    /// <summary>Description of the picture.</summary>
    public string? ImageAltText { get; set; }

    /// <summary>Text sent (messageBack).</summary>
    public string? Text { get; set; }

    /// <summary>Text shown in the chat (messageBack).</summary>
    public string? DisplayText { get; set; }

    /// <summary>What is sent: a string for imBack, any JSON for messageBack.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>Whatever the channel adds.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>A button that says its text as if the person had typed it.</summary>
    /// <param name="title">What is written on it.</param>
    /// <param name="text">What is sent.</param>
    public static CardAction ImBack(string title, string text) =>
        new() { Type = "imBack", Title = title, Value = JsonSerializer.SerializeToElement(text, ActivityJsonContext.Default.String) };
}

/// <summary>Metadata of a message: a mention, a place, what the client can do.</summary>
public sealed record Entity
{
    /// <summary>Such as mention, clientInfo, ClientCapabilities, or a URI.</summary>
    public string? Type { get; set; }

    /// <summary>Everything else in it.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A reaction such as like or heart.</summary>
public sealed record MessageReaction
{
    /// <summary>Which.</summary>
    public string? Type { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A part of a quoted message to bring out.</summary>
public sealed record TextHighlight
{
    /// <summary>The part.</summary>
    public string? Text { get; set; }

    /// <summary>Which occurrence, counted from 0; null for the first.</summary>
    public int? Occurrence { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A programmatic action that goes with a request.</summary>
public sealed record SemanticAction
{
    /// <summary>Which.</summary>
    public string? Id { get; set; }

    /// <summary>start, continue or done.</summary>
    public string? State { get; set; }

    /// <summary>Its arguments, by name.</summary>
    public IDictionary<string, Entity>? Entities { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
