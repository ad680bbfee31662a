using System.Text.Json;

namespace ZhoushanBot.Activities;

/// <summary>Answers to activities, and references to their conversations.</summary>
public static class ActivityReplies
{
    /// <summary>A message that answers this activity: addressed, in the same conversation, without an id of its own.</summary>
    /// <param name="activity">What is answered.</param>
    /// <param name="text">What to say; null for none.</param>
    public static Activity CreateReply(this Activity activity, string? text = null) =>
        new Activity { Type = ActivityTypes.Message, Text = text }.ApplyConversationReference(activity.GetConversationReference());

    /// <summary>The reference by which the bot can speak in this inbound activity's conversation again.</summary>
    public static ConversationReference GetConversationReference(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new()
        {
            ActivityId = CanBeRepliedTo(activity) ? activity.Id : null,
            User = activity.From,
            Bot = activity.Recipient,
            Conversation = activity.Conversation,
            ChannelId = activity.ChannelId,
            Locale = activity.Locale,
            ServiceUrl = activity.ServiceUrl,
        };
    }

    /// <summary>Addresses an outbound activity: from the bot to the person. What it says of its own locale stays.</summary>
    /// <returns>The same activity.</returns>
    public static Activity ApplyConversationReference(this Activity activity, ConversationReference reference)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(reference);
        activity.ChannelId = reference.ChannelId;
        activity.ServiceUrl = reference.ServiceUrl;
        activity.Conversation = reference.Conversation;
        activity.From = reference.Bot;
        activity.Recipient = reference.User;
        activity.Locale ??= reference.Locale;
        activity.ReplyToId ??= reference.ActivityId;
        return activity;
    }

    /// <summary>The event that runs a turn of the bot's own accord in a conversation.</summary>
    /// <param name="reference">The conversation.</param>
    /// <param name="id">A new id.</param>
    public static Activity GetContinuationActivity(this ConversationReference reference, Guid id)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new()
        {
            Type = ActivityTypes.Event,
            Name = "ContinueConversation",
            Id = id.ToString(),
            ChannelId = reference.ChannelId,
            Locale = reference.Locale,
            ServiceUrl = reference.ServiceUrl,
            Conversation = reference.Conversation,
            Recipient = reference.Bot,
            From = reference.User,
            RelatesTo = reference,
        };
    }

    /// <summary>Whether replies are wanted in the response of the request.</summary>
    public static bool ExpectsReplies(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.DeliveryMode == DeliveryModes.ExpectReplies;
    }

    /// <summary>Tenant of the conversation, from it or from Teams' channel data; null when neither tells.</summary>
    public static string? GetTenantId(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Conversation?.TenantId is { } told)
        {
            return told;
        }

        return activity.ChannelData is { ValueKind: JsonValueKind.Object } data
            && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
            && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
    }

    // On these two channels the id of a conversationUpdate names nothing that can be replied to.
    private static bool CanBeRepliedTo(Activity activity) =>
        activity.Type != ActivityTypes.ConversationUpdate || activity.ChannelId is not (ChannelIds.DirectLine or ChannelIds.WebChat);
}
