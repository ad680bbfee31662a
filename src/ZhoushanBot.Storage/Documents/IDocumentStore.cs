using System.Collections.Immutable;

namespace ZhoushanBot.Storage.Documents;

/// <summary>
/// A named set of small JSON documents by key, for what the host remembers beside the notices. Safe for use by several threads at once.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The document under a key; null when there is none.</summary>
    Task<StoredDocument?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Adds a document or replaces the one under its key; on return it survives a crash.</summary>
    /// <exception cref="ArgumentException">Key or JSON holds half a surrogate pair, which no file can keep.</exception>
    Task PutAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Takes a document out; on return that survives a crash. False when there was none.</summary>
    Task<bool> DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Adds or replaces some documents and takes others out, for one wait instead of many; on return all that survives a crash. One that comes in
    /// between may leave a part of it done.
    /// </summary>
    /// <param name="put">Each key once; may be empty.</param>
    /// <param name="deleted">Keys, none of them in <paramref name="put"/>; those that are not there are passed over.</param>
    /// <param name="cancellationToken">Takes effect until writing begins.</param>
    /// <exception cref="ArgumentException">A key or JSON holds half a surrogate pair.</exception>
    async Task ChangeAsync(IReadOnlyCollection<StoredDocument> put, IReadOnlyCollection<string> deleted, CancellationToken cancellationToken)
    {
        foreach (var document in put)
        {
            await PutAsync(document, cancellationToken);
        }

        foreach (var key in deleted)
        {
            await DeleteAsync(key, cancellationToken);
        }
    }

    /// <summary>All documents, by key in ordinal order; empty when there is none.</summary>
    Task<ImmutableArray<StoredDocument>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>One document of an <see cref="IDocumentStore"/>.</summary>
/// <param name="Key">Told apart letter by letter, case included; any length, may be empty.</param>
/// <param name="Json">Kept as it is; not parsed.</param>
/// <param name="UpdatedAt">What the caller takes for the time of the change, exact to 100 ns; comes back as UTC.</param>
public sealed record StoredDocument(string Key, string Json, DateTimeOffset UpdatedAt);
