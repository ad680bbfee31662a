using System.Collections.Immutable;
using LiteDB;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>Keeps the journal in LiteDB, a document for each line, its sequence number as key.</summary>
public sealed class LiteDbJournal(LiteDbFile file) : IJournal
{
    internal const string Lines = "journal";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A text holds half a surrogate pair, which no file can keep.</exception>
    public async Task<ImmutableArray<JournalEntry>> AppendAsync(
        Actor by, DateTimeOffset at, IReadOnlyCollection<JournalEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(events);
        if (events.SelectMany(e => (string[])[e.Kind, e.Subject, e.Json]).Append(by.AccountId).Append(by.Name).Any(text => !WellFormedText.Is(text)))
        {
            throw new ArgumentException("Half a surrogate pair cannot be kept.", nameof(events));
        }

        return events.Count == 0 ? [] : await file.WriteAsync(database => Append(database, by, at, events), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<JournalEntry>> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return file.ReadAsync(
            database => database.GetCollection(Lines).Find(Query.GT("_id", after), limit: limit).Select(Read).ToImmutableArray(), cancellationToken);
    }

    private static ImmutableArray<JournalEntry> Append(ILiteDatabase database, Actor by, DateTimeOffset at, IReadOnlyCollection<JournalEvent> events)
    {
        var lines = database.GetCollection(Lines);
        var last = lines.Find(Query.All(Query.Descending), limit: 1).ToList() is [var found] ? Read(found) : null;
        var written = ImmutableArray.CreateBuilder<JournalEntry>(events.Count);
        foreach (var happened in events)
        {
            last = JournalChain.Next(last, by, at, happened);
            written.Add(last);
        }

        lines.Insert(written.Select(Write));
        return written.MoveToImmutable();
    }

    private static BsonDocument Write(JournalEntry entry) => new()
    {
        ["_id"] = entry.Sequence,

        // Not a BSON date: those end at milliseconds.
        ["at"] = entry.At.UtcTicks,
        ["account"] = entry.By.AccountId,
        ["name"] = entry.By.Name,
        ["kind"] = entry.Event.Kind,
        ["subject"] = entry.Event.Subject,
        ["json"] = entry.Event.Json,
        ["hash"] = entry.Hash,
    };

    private static JournalEntry Read(BsonDocument document) => new(
        document["_id"].AsInt64,
        new DateTimeOffset(document["at"].AsInt64, TimeSpan.Zero),
        new Actor(document["account"].AsString, document["name"].AsString),
        new JournalEvent(document["kind"].AsString, document["subject"].AsString, document["json"].AsString),
        document["hash"].AsString);
}
