using LiteDB;
using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>Keeps the outbox in LiteDB, a document for each message.</summary>
/// <remarks>
/// Two indexes: <c>place</c> (state, time, due time in one ordered text) finds what is due and counts a state; <c>hold</c> (a conversation, while a
/// message of it is being sent or waits for its retry) finds who has to wait behind another.
/// </remarks>
public sealed class LiteDbOutbox(LiteDbFile file) : IOutbox
{
    internal const string Outbox = "outbox";
    private static readonly OutboxStage[] StagesThatWait = [OutboxStage.Due, OutboxStage.Failed];

    /// <inheritdoc/>
    public async Task<int> EnqueueAsync(IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var message in messages)
        {
            ArgumentException.ThrowIfNullOrEmpty(message.Key, nameof(messages));
            if (!OutboxDocument.CanKeep(message))
            {
                throw new ArgumentException("Half a surrogate pair cannot be kept.", nameof(messages));
            }
        }

        return messages.Count == 0 ? 0 : await file.WriteAsync(database => Enqueue(In(database), messages), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> WithdrawAsync(Func<OutboxMessage, bool> which, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(which);
        return file.WriteAsync(
            database =>
            {
                var rows = In(database);
                var withdrawn = StagesThatWait.SelectMany(stage => rows.Find(OutboxDocument.All(stage)))
                    .Select(OutboxDocument.Read)
                    .Where(row => which(row.Message))
                    .ToList();
                rows.Update(withdrawn.Select(row => OutboxDocument.Write(row with { State = new OutboxState.Withdrawn(now) })));
                return withdrawn.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<OutboxClaim> ClaimDueAsync(DateTimeOffset now, int limit, int retries, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        return file.WriteAsync(database => Claim(In(database), now, limit, retries), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SettleAsync(IReadOnlyCollection<OutboxSettlement> settlements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settlements);
        if (settlements.Any(settlement => settlement.State is OutboxState.Sending))
        {
            throw new ArgumentException("A message that is still being sent is not settled.", nameof(settlements));
        }

        if (settlements.Count > 0)
        {
            await file.WriteAsync(database => Settle(In(database), settlements), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<int> RecoverAsync(CancellationToken cancellationToken) => file.WriteAsync(
        database =>
        {
            var rows = In(database);
            var broken = rows.Find(OutboxDocument.All(OutboxStage.Sending)).Select(OutboxDocument.Read).ToList();
            rows.Update(broken.Select(row => OutboxDocument.Write(row with { State = new OutboxState.Due(row.Message.DueAt), MayRepeat = true })));
            return broken.Count;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<OutboxListing> ListAsync(OutboxStage stage, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return file.ReadBetweenWritesAsync(
            database =>
            {
                var rows = In(database);
                return new OutboxListing(
                    limit == 0 ? [] : [.. rows.Find(OutboxDocument.All(stage), limit: limit).Select(OutboxDocument.Read)], rows.Count(OutboxDocument.All(stage)));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> ReviveAsync(string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = StoreKey.Of(key);
        return file.WriteAsync(
            database =>
            {
                var rows = In(database);
                return rows.FindById(id) is { } found && OutboxDocument.Read(found) is { State: OutboxState.Dead } dead
                    && rows.Update(OutboxDocument.Write(dead with { State = new OutboxState.Due(now), Attempts = 0 }));
            },
            cancellationToken);
    }

    private static ILiteCollection<BsonDocument> In(ILiteDatabase database) => database.GetCollection(Outbox);

    private static int Enqueue(ILiteCollection<BsonDocument> rows, IReadOnlyCollection<OutboxMessage> messages)
    {
        var added = messages.DistinctBy(message => message.Key, StringComparer.Ordinal)
            .Select(message => OutboxDocument.Write(new OutboxRow(message, new OutboxState.Due(message.DueAt), 0, MayRepeat: false)))
            .Where(document => rows.FindById(document["_id"]) is null)
            .ToList();
        return rows.Insert(added);
    }

    private static OutboxClaim Claim(ILiteCollection<BsonDocument> rows, DateTimeOffset now, int limit, int retries)
    {
        var claimed = new List<OutboxRow>();
        if (retries > 0)
        {
            claimed.AddRange(rows.Find(OutboxDocument.Until(OutboxStage.Failed, now), limit: Math.Min(limit, retries)).Select(OutboxDocument.Read));
        }

        if (claimed.Count < limit)
        {
            // A conversation may be met very often: it is looked up once.
            var isFree = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var due in rows.Find(OutboxDocument.Until(OutboxStage.Due, now)))
            {
                var conversation = OutboxDocument.ConversationOf(due);
                if (!isFree.TryGetValue(conversation, out var free))
                {
                    free = !rows.Exists(Query.EQ(OutboxDocument.Hold, conversation));
                }

                isFree[conversation] = false;
                if (!free)
                {
                    continue;
                }

                claimed.Add(OutboxDocument.Read(due));
                if (claimed.Count == limit)
                {
                    break;
                }
            }
        }

        var sending = claimed.ConvertAll(row => row with { State = new OutboxState.Sending(now.ToUniversalTime()), Attempts = row.Attempts + 1 });
        rows.Update(sending.Select(OutboxDocument.Write));
        var next = StagesThatWait
            .SelectMany(stage => rows.Find(OutboxDocument.After(stage, now), limit: 1))
            .Select(OutboxDocument.TimeOf)
            .ToList();
        return new OutboxClaim([.. sending], next.Count == 0 ? null : next.Min());
    }

    private static bool Settle(ILiteCollection<BsonDocument> rows, IReadOnlyCollection<OutboxSettlement> settlements)
    {
        foreach (var settlement in settlements)
        {
            if (rows.FindById(StoreKey.Of(settlement.Key)) is { } found && OutboxDocument.Read(found) is { State: OutboxState.Sending } row)
            {
                // Put back: nothing was begun.
                var attempts = settlement.State is OutboxState.Due ? row.Attempts - 1 : row.Attempts;
                rows.Update(OutboxDocument.Write(
                    row with { State = settlement.State, Attempts = attempts, MayRepeat = row.MayRepeat || settlement.MayRepeat }));
            }
        }

        return true;
    }
}
