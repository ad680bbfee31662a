using System.Collections.Immutable;
using LiteDB;
using ZhoushanBot.Storage.Documents;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>One named <see cref="IDocumentStore"/> in a <see cref="LiteDbFile"/>; collections of different names know nothing of each other.</summary>
public sealed class LiteDbDocumentStore : IDocumentStore
{
    private const int LongestName = 32;
    private readonly LiteDbFile file;
    private readonly string collection;

    /// <param name="file">Where it is kept.</param>
    /// <param name="name">1 to 32 letters of a to z and A to Z; case does not tell names apart.</param>
    public LiteDbDocumentStore(LiteDbFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > LongestName || !name.All(char.IsAsciiLetter))
        {
            throw new ArgumentException($"Not a name for a collection: {name}", nameof(name));
        }

        this.file = file;
        collection = $"documents_{name}";
    }

    /// <inheritdoc/>
    public Task<StoredDocument?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var id = StoreKey.Of(key);
        return file.ReadAsync(database => In(database).FindById(id) is { } found ? Read(found) : null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task PutAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var written = Write(document);
        return file.WriteAsync(database => In(database).Upsert(written), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ChangeAsync(IReadOnlyCollection<StoredDocument> put, IReadOnlyCollection<string> deleted, CancellationToken cancellationToken)
    {
        // One transaction, so one wait for the disk.
        var written = put.Select(Write).ToList();
        var ids = deleted.Select(StoreKey.Of).ToList();
        return file.WriteAsync(
            database =>
            {
                var documents = In(database);
                documents.Upsert(written);
                return ids.Count(id => documents.Delete(id));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var id = StoreKey.Of(key);
        return file.WriteAsync(database => In(database).Delete(id), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<StoredDocument>> ListAsync(CancellationToken cancellationToken) =>
        file.ReadAsync(
            database => In(database).FindAll().Select(Read).OrderBy(document => document.Key, StringComparer.Ordinal).ToImmutableArray(),
            cancellationToken);

    private ILiteCollection<BsonDocument> In(ILiteDatabase database) => database.GetCollection(collection);

    private static BsonDocument Write(StoredDocument document) => WellFormedText.Is(document.Key) && WellFormedText.Is(document.Json)
        ? new BsonDocument
        {
            ["_id"] = StoreKey.Of(document.Key),
            ["key"] = document.Key,
            ["json"] = document.Json,

            // Not a BSON date: those end at milliseconds.
            ["updatedAt"] = document.UpdatedAt.UtcTicks,
        }
        : throw new ArgumentException("Half a surrogate pair cannot be kept.", nameof(document));

    private static StoredDocument Read(BsonDocument document) => new(
        document["key"].AsString, document["json"].AsString, new DateTimeOffset(document["updatedAt"].AsInt64, TimeSpan.Zero));
}
