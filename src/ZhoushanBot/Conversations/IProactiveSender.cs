using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Conversations;

/// <summary>Says something of the bot's own accord in a conversation that it knows. A port: the channels, or a recorder in tests.</summary>
internal interface IProactiveSender
{
    /// <summary>Sends a message.</summary>
    /// <param name="conversation">Where: channel and conversation id of a reference that is kept.</param>
    /// <param name="activity">What; it is addressed here.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The id that it got; null when the channel gives none.</returns>
    /// <exception cref="ConnectorException">
    /// The channel did not take it; <see cref="ConnectorException.Failure"/> says what to make of it. <see cref="ConnectorFailure.Blocked"/> also without a call, until
    /// they speak again; <see cref="ConnectorFailure.Gone"/> means that the reference was dropped.
    /// </exception>
    /// <exception cref="UnknownConversationException">No reference of it is kept: it never spoke, or was dropped.</exception>
    Task<string?> SendAsync(ConversationAddress conversation, Activity activity, CancellationToken cancellationToken);

    /// <summary>Puts a message in the place of a sent one.</summary>
    /// <param name="conversation">Where.</param>
    /// <param name="activityId">The id that the sent one got.</param>
    /// <param name="activity">What.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ConnectorException">The channel did not take it.</exception>
    /// <exception cref="UnknownConversationException">No reference of it is kept.</exception>
    Task UpdateAsync(ConversationAddress conversation, string activityId, Activity activity, CancellationToken cancellationToken);
}

/// <summary>A conversation, by the names of its channel.</summary>
/// <param name="ChannelId">Such as <c>msteams</c>.</param>
/// <param name="ConversationId">The channel's id.</param>
internal readonly record struct ConversationAddress(string ChannelId, string ConversationId)
{
    private const string Thread = ";messageid=";

    /// <summary>The conversation that a thread of a Teams channel belongs to; itself for any other. One reference is kept for all threads.</summary>
    public ConversationAddress Root => ChannelId == ChannelIds.MsTeams && ConversationId.IndexOf(Thread, StringComparison.OrdinalIgnoreCase) is > 0 and var end
        ? this with { ConversationId = ConversationId[..end] }
        : this;

    /// <summary>The same of a chat as people's matters name it: a channel of Teams stands for somebody with all of its threads.</summary>
    public static ChatAddress RootOf(ChatAddress chat)
    {
        var root = new ConversationAddress(chat.ChannelId, chat.ConversationId).Root;
        return new ChatAddress(root.ChannelId, root.ConversationId);
    }
}

/// <summary>No reference of the conversation is kept.</summary>
internal sealed class UnknownConversationException(ConversationAddress conversation) : InvalidOperationException(
    $"No reference is kept of a conversation on {conversation.ChannelId}.");
