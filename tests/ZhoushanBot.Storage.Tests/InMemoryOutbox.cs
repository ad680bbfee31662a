using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Storage.Tests;

/// <summary>The contract in the fewest lines.</summary>
internal sealed class InMemoryOutbox : IOutbox
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, OutboxRow> rows = new(StringComparer.Ordinal);

    /// <summary>Called after every change, when set: what a crash at this moment would find.</summary>
    public Action? Changed { get; set; }

    public async Task<int> EnqueueAsync(IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (messages.Any(message => message.Key.Length == 0 || message.Key.EnumerateRunes().Concat(message.Json.EnumerateRunes()).Any(rune => rune.Value == 0xFFFD)))
        {
            throw new ArgumentException("Not a message that can be kept.", nameof(messages));
        }

        return Change(() => messages.Count(message =>
            rows.TryAdd(message.Key, new(message with { DueAt = message.DueAt.ToUniversalTime() }, new OutboxState.Due(message.DueAt.ToUniversalTime()), 0, MayRepeat: false))));
    }

    public Task<int> WithdrawAsync(Func<OutboxMessage, bool> which, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(Change(() => Put(
        rows.Values.Where(row => row.State is OutboxState.Due or OutboxState.FailedForNow && which(row.Message)).ToList(),
        row => row with { State = new OutboxState.Withdrawn(now) })));

    public Task<OutboxClaim> ClaimDueAsync(DateTimeOffset now, int limit, int retries, CancellationToken cancellationToken) => Task.FromResult(Change(() =>
    {
        var held = rows.Values.Where(row => row.State is OutboxState.Sending or OutboxState.FailedForNow).Select(ConversationOf).ToHashSet();
        var retried = Ready(OutboxStage.Failed, now).Take(Math.Min(limit, retries)).ToList();
        var due = Ready(OutboxStage.Due, now).Where(row => held.Add(ConversationOf(row))).Take(limit - retried.Count).ToList();
        List<OutboxRow> claimed = [.. retried, .. due];
        Put(claimed, row => row with { State = new OutboxState.Sending(now.ToUniversalTime()), Attempts = row.Attempts + 1 });
        var later = rows.Values.Where(row => row.State is OutboxState.Due or OutboxState.FailedForNow).Select(TimeOf).Where(at => at > now).ToList();
        return new OutboxClaim([.. claimed.Select(row => rows[row.Message.Key])], later.Count == 0 ? null : later.Min());
    }));

    public async Task SettleAsync(IReadOnlyCollection<OutboxSettlement> settlements, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (settlements.Any(settlement => settlement.State is OutboxState.Sending))
        {
            throw new ArgumentException("Not settled.", nameof(settlements));
        }

        foreach (var settlement in settlements)
        {
            Change(() => Put(
                rows.Values.Where(row => row.Message.Key == settlement.Key && row.State is OutboxState.Sending).ToList(),
                row => row with
                {
                    State = settlement.State,
                    Attempts = settlement.State is OutboxState.Due ? row.Attempts - 1 : row.Attempts,
                    MayRepeat = row.MayRepeat || settlement.MayRepeat,
                }));
        }
    }

    public Task<int> RecoverAsync(CancellationToken cancellationToken) => Task.FromResult(Change(() => Put(
        rows.Values.Where(row => row.State is OutboxState.Sending).ToList(),
        row => row with { State = new OutboxState.Due(row.Message.DueAt), MayRepeat = true })));

    public Task<OutboxListing> ListAsync(OutboxStage stage, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var found = InOrder(rows.Values.Where(row => row.State.Stage == stage)).ToList();
            return Task.FromResult(new OutboxListing([.. found.Take(limit)], found.Count));
        }
    }

    public Task<bool> ReviveAsync(string key, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(Change(() => Put(
        rows.Values.Where(row => row.Message.Key == key && row.State is OutboxState.Dead).ToList(),
        row => row with { State = new OutboxState.Due(now.ToUniversalTime()), Attempts = 0 })) == 1);

    private static (string Channel, string Conversation) ConversationOf(OutboxRow row) => (row.Message.To.ChannelId, row.Message.To.ConversationId);

    private static DateTimeOffset TimeOf(OutboxRow row) => row.State switch
    {
        OutboxState.Due due => due.At,
        OutboxState.Sending sending => sending.Since,
        OutboxState.Sent sent => sent.At,
        OutboxState.FailedForNow failed => failed.RetryAt,
        OutboxState.Dead dead => dead.At,
        OutboxState.Withdrawn withdrawn => withdrawn.At,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<OutboxRow> InOrder(IEnumerable<OutboxRow> some) => some.OrderBy(TimeOf).ThenBy(row => row.Message.DueAt);

    private List<OutboxRow> Ready(OutboxStage stage, DateTimeOffset now) =>
        [.. InOrder(rows.Values.Where(row => row.State.Stage == stage && TimeOf(row) <= now))];

    private int Put(List<OutboxRow> some, Func<OutboxRow, OutboxRow> change)
    {
        some.ForEach(row => rows[row.Message.Key] = change(row));
        return some.Count;
    }

    private T Change<T>(Func<T> change)
    {
        T result;
        lock (gate)
        {
            result = change();
        }

        Changed?.Invoke();
        return result;
    }
}
