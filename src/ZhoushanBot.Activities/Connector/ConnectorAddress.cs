namespace ZhoushanBot.Activities.Connector;

/// <summary>Where a connector call goes, and which limits hold there.</summary>
/// <param name="ServiceUrl">Base of the connector; a path prefix is kept.</param>
/// <param name="ConversationId">The conversation; null when the call belongs to none.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="TenantId">The tenant; null when not known.</param>
public sealed record ConnectorAddress(string ServiceUrl, string? ConversationId, string? ChannelId = null, string? TenantId = null)
{
    /// <summary>The address of a conversation.</summary>
    public static ConnectorAddress Of(ConversationReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new(reference.ServiceUrl ?? "", reference.Conversation?.Id, reference.ChannelId, reference.Conversation?.TenantId);
    }

    /// <summary>The address that an outbound activity carries.</summary>
    public static ConnectorAddress Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new(activity.ServiceUrl ?? "", activity.Conversation?.Id, activity.ChannelId, activity.GetTenantId());
    }
}
