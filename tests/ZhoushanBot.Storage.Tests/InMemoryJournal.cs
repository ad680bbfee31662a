using System.Collections.Immutable;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Storage.Tests;

/// <summary>The contract in the fewest lines.</summary>
internal sealed class InMemoryJournal : IJournal
{
    private readonly Lock gate = new();
    private ImmutableArray<JournalEntry> entries = [];

    /// <summary>All lines.</summary>
    public ImmutableArray<JournalEntry> Entries
    {
        get
        {
            lock (gate)
            {
                return entries;
            }
        }
    }

    public async Task<ImmutableArray<JournalEntry>> AppendAsync(
        Actor by, DateTimeOffset at, IReadOnlyCollection<JournalEvent> events, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        if (events.SelectMany(e => (string[])[e.Kind, e.Subject, e.Json]).Any(text => text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD)))
        {
            throw new ArgumentException("Half a surrogate pair.", nameof(events));
        }

        lock (gate)
        {
            var before = entries.Length;
            foreach (var happened in events)
            {
                entries = entries.Add(JournalChain.Next(entries.IsEmpty ? null : entries[^1], by, at, happened));
            }

            return entries[before..];
        }
    }

    public Task<ImmutableArray<JournalEntry>> ReadAsync(long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(Entries.Where(entry => entry.Sequence > after).Take(limit).ToImmutableArray());
}
