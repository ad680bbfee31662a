using System.Collections.Immutable;
using System.Text.Json;
using ZhoushanBot.Storage.Documents;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Conversations;

/// <summary>
/// Brings what the book keeps into the store, behind the turns' back: nobody who speaks waits for a disk, and a full one makes the bot forgetful, not mute. Several
/// changes of one conversation become one write. What a crash loses in between comes again with the conversation's next activity, since that is compared with the store's state.
/// </summary>
internal sealed class ConversationWrites(IDocumentStore documents, TimeProvider time, ILogger<ConversationWrites> logger)
{
    private readonly Lock gate = new();

    // Null: to be deleted.
    private readonly Dictionary<ConversationAddress, KnownConversation?> waiting = [];
    private Task writing = Task.CompletedTask;
    private bool isWriting;

    /// <summary>How many documents were written or deleted since the start.</summary>
    public int Count { get; private set; }

    /// <summary>Completes when all that was handed over is in the store, or could not be written.</summary>
    public Task Settled
    {
        get
        {
            lock (gate)
            {
                return writing;
            }
        }
    }

    /// <summary>All that was kept, and when. A document that cannot be read is left out and logged: the next activity writes it anew.</summary>
    public async Task<ImmutableArray<(KnownConversation Known, DateTimeOffset KeptAt)>> LoadAsync(CancellationToken cancellationToken)
    {
        var kept = ImmutableArray.CreateBuilder<(KnownConversation, DateTimeOffset)>();
        foreach (var document in await documents.ListAsync(cancellationToken))
        {
            try
            {
                kept.Add((JsonSerializer.Deserialize(document.Json, ConversationJson.Default.KnownConversation) ?? throw new JsonException("null"), document.UpdatedAt));
            }
            catch (JsonException e)
            {
                Log.ConversationUnreadable(logger, e);
            }
        }

        return kept.ToImmutable();
    }

    /// <summary>Hands over a new state.</summary>
    public void Put(KnownConversation known) => HandOver(known.Address, known);

    /// <summary>Hands over that it is kept no longer.</summary>
    public void Delete(ConversationAddress address) => HandOver(address, null);

    private void HandOver(ConversationAddress address, KnownConversation? known)
    {
        lock (gate)
        {
            waiting[address] = known;
            if (!isWriting)
            {
                isWriting = true;
                writing = Task.Run(DrainAsync);
            }
        }
    }

    private async Task DrainAsync()
    {
        while (TryTake(out var address, out var known))
        {
            try
            {
                await (known is null
                    ? documents.DeleteAsync(KeyOf(address), CancellationToken.None)
                    : documents.PutAsync(new(KeyOf(address), JsonSerializer.Serialize(known, ConversationJson.Default.KnownConversation), time.GetUtcNow()), CancellationToken.None));
                Count++;
            }
#pragma warning disable CA1031 // Nobody awaits this; whatever fails, the others are still to be written.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.ConversationNotKept(logger, e, address.ChannelId);
            }
        }
    }

    private bool TryTake(out ConversationAddress address, out KnownConversation? known)
    {
        lock (gate)
        {
            isWriting = waiting.Count > 0;
            (address, known) = waiting.FirstOrDefault();
            return isWriting && waiting.Remove(address);
        }
    }

    // No channel's name has a line end.
    private static string KeyOf(ConversationAddress address) => $"{address.ChannelId}\n{address.ConversationId}";
}
