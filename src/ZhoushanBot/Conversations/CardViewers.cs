using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Conversations;

/// <summary>
/// Whose clients bring a card of a conversation up to date unasked: in Teams everybody's who is in it, as long as they are few enough to be named. In a larger
/// chat, and where Teams does not tell who is in it, nobody is named and Teams decides.
/// </summary>
internal sealed class CardViewers(ConversationBook book, ConnectorClient connector, TimeProvider time, ILogger<CardViewers> logger)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<ConversationAddress, (ImmutableArray<string> Ids, DateTimeOffset AskedAt)> asked = new();

    /// <summary>How long an answer of Teams holds: people come and go, and a newcomer can ask for the newest state by hand.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromHours(1);

    /// <summary>Channel ids of those who see a card there; default where nobody is to be named.</summary>
    public async ValueTask<ImmutableArray<string>> OfAsync(ConversationAddress conversation, CancellationToken cancellationToken)
    {
        var root = conversation.Root;
        if (root.ChannelId != ChannelIds.MsTeams || book.Find(root) is not { } known)
        {
            return default;
        }

        if (!known.IsShared)
        {
            return known.UserId is { } person ? [person] : default;
        }

        var now = time.GetUtcNow();
        if (!asked.TryGetValue(root, out var answer) || now - answer.AskedAt >= Validity)
        {
            if (asked.Count >= MostKept)
            {
                asked.Clear();
            }

            asked[root] = answer = (await AskAsync(known, root, cancellationToken), now);
        }

        return answer.Ids;
    }

    private async Task<ImmutableArray<string>> AskAsync(KnownConversation known, ConversationAddress root, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            // One more than can be named tells whether there are too many.
            var page = await connector.GetConversationPagedMembersAsync(ConnectorAddress.Of(known.ReferenceTo(root)), CardRefresh.MostUsers + 1, null, either.Token);
            ImmutableArray<string> ids = [.. (page.Members ?? []).Select(member => member.Id).OfType<string>().Where(id => id.Length > 0 && id != known.BotId)];
            return string.IsNullOrEmpty(page.ContinuationToken) && ids.Length is > 0 and <= CardRefresh.MostUsers ? ids : default;
        }
        catch (Exception e) when (e is ConnectorException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.ViewersNotLookedUp(logger, e);
            return default;
        }
    }
}
