using System.Text.Json;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Authentication;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.DirectLine;

namespace ZhoushanBot.Conversations;

/// <summary>
/// Speaks of the bot's own accord: by the connector of the newest service URL that is kept, or in the built-in Direct Line. What a channel answers is learned:
/// who blocked the bot is left alone until they speak again, and what is gone is dropped.
/// </summary>
/// <remarks>A page keeps what it was sent: on the built-in Direct Line a changed message comes after the old one, with an id of its own.</remarks>
internal sealed class ProactiveMessages(
    ConversationBook book, ConnectorSender connector, ConnectorClient client, DirectLineHub hub, TrustedServiceUrls serviceUrls, IOptions<BotChannelOptions> channel)
    : IProactiveSender, IPersonalConversations
{
    private const string ConversationNotFound = "ConversationNotFound";
    private const string TeamsUser = "29:";

    /// <inheritdoc/>
    public async Task<string?> SendAsync(ConversationAddress conversation, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var known = Reachable(conversation);
        try
        {
            string? id = null;
            foreach (var page in MessageBudget.Pages(activity))
            {
                id = await SenderOf(known).SendAsync(Addressed(page with { Id = null }, known, conversation), cancellationToken);
            }

            return id;
        }
        catch (ConnectorException e)
        {
            Learn(conversation, e, isGone: e.Failure == ConnectorFailure.Gone);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task UpdateAsync(ConversationAddress conversation, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var known = Reachable(conversation);
        try
        {
            await SenderOf(known).UpdateAsync(Addressed(activity with { Id = activityId }, known, conversation), cancellationToken);
        }
        catch (ConnectorException e)
        {
            // Here it may be the message alone that is gone.
            Learn(conversation, e, isGone: e.Failure == ConnectorFailure.Gone && e.Code == ConversationNotFound);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<ConversationAddress?> FindOrOpenAsync(string accountId, string? tenantId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        if (book.FindPersonal(accountId) is { } known)
        {
            return known.Address;
        }

        if (!(Guid.TryParse(accountId, out _) || accountId.StartsWith(TeamsUser, StringComparison.Ordinal)) || HasBlocked(accountId) || NeighbourOf(tenantId) is not { } neighbour)
        {
            return null;
        }

        var address = new ConnectorAddress(neighbour.ServiceUrl, null, ChannelIds.MsTeams, neighbour.TenantId);
        var opened = await client.CreateConversationAsync(address, Parameters(accountId, neighbour), cancellationToken);
        if (string.IsNullOrEmpty(opened.Id))
        {
            return null;
        }

        var conversation = neighbour with
        {
            ConversationId = opened.Id,
            ServiceUrl = opened.ServiceUrl is { } told && serviceUrls.IsTrusted(told) ? told : neighbour.ServiceUrl,
            IsShared = false,
            ConversationType = ConversationTypes.Personal,
            UserId = accountId,
            UserName = null,
            AadObjectId = Guid.TryParse(accountId, out _) ? accountId : null,
            Locale = null,
        };
        book.Keep(conversation);
        return conversation.Address;
    }

    private static ConversationParameters Parameters(string accountId, KnownConversation neighbour) => new()
    {
        IsGroup = false,
        Bot = new() { Id = neighbour.BotId, Name = neighbour.BotName },
        Members = [new() { Id = accountId }],
        TenantId = neighbour.TenantId,
        ChannelData = JsonSerializer.SerializeToElement(new(new(neighbour.TenantId!)), TeamsJson.Default.TeamsChannelData),
    };

    private static Activity Addressed(Activity activity, KnownConversation known, ConversationAddress place)
    {
        activity.ReplyToId = null;
        activity.ApplyConversationReference(known.ReferenceTo(place));
        if (activity.Type == ActivityTypes.Message)
        {
            activity.InputHint ??= InputHints.AcceptingInput;
        }

        return activity;
    }

    private KnownConversation Reachable(ConversationAddress conversation)
    {
        var known = book.Find(conversation) ?? throw new UnknownConversationException(conversation);
        return known.Silence is { } silence ? throw ConnectorException.NotSent(ConnectorFailure.Blocked, silence.Reason) : known;
    }

    private IActivitySender SenderOf(KnownConversation known) => known.ServiceUrl == DirectLineHub.ServiceUrl ? hub : connector;

    private void Learn(ConversationAddress conversation, ConnectorException e, bool isGone)
    {
        if (isGone)
        {
            book.Drop(conversation);
        }
        else if (e.Failure == ConnectorFailure.Blocked)
        {
            book.FallSilent(conversation, e.Reason);
        }
    }

    private bool HasBlocked(string accountId) =>
        book.All.Any(known => known.Silence is not null && known.ChannelId == ChannelIds.MsTeams && string.Equals(known.AccountId, accountId, StringComparison.OrdinalIgnoreCase));

    // Any conversation of the tenant tells by which service URL, and as whom, the bot speaks there.
    private KnownConversation? NeighbourOf(string? tenantId)
    {
        var own = tenantId ?? (channel.Value.TenantId.Length > 0 ? channel.Value.TenantId : null);
        var neighbours = book.All.Where(known => known is { ChannelId: ChannelIds.MsTeams, TenantId: not null, BotId: not null, Silence: null }).ToList();
        return own is not null ? neighbours.Find(known => string.Equals(known.TenantId, own, StringComparison.OrdinalIgnoreCase))
            : neighbours.DistinctBy(known => known.TenantId, StringComparer.OrdinalIgnoreCase).Count() == 1 ? neighbours[0]
            : null;
    }
}
