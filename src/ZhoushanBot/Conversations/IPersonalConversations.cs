using ZhoushanBot.Activities.Connector;

namespace ZhoushanBot.Conversations;

/// <summary>Finds where a person can be told something alone. A port: the channels, or a recorder in tests.</summary>
internal interface IPersonalConversations
{
    /// <summary>The conversation with a person; opened where Teams allows it and they never spoke.</summary>
    /// <param name="accountId">The person: Entra object id, else the channel's id.</param>
    /// <param name="tenantId">The person's tenant; null for the bot's own.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Where; null when there is none and none can be opened: they blocked the bot, are no account of Teams, or the bot was never spoken to in their tenant.</returns>
    /// <exception cref="ConnectorException">Teams did not open it; <see cref="ConnectorFailure.Blocked"/> when the bot is not installed for the person.</exception>
    Task<ConversationAddress?> FindOrOpenAsync(string accountId, string? tenantId, CancellationToken cancellationToken);
}
