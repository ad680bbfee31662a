using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Storage.Documents;

namespace ZhoushanBot.Storage.Tests;

/// <summary>The contract in the fewest lines: it shows that the suites ask for nothing that is LiteDB's alone.</summary>
internal sealed class InMemoryNoticeStore : INoticeStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, NoticeContent> notices = new(StringComparer.Ordinal);

    public Task<SaveOutcome> SaveAsync(NoticeContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var outcome = !notices.TryGetValue(content.Notice.Id, out var old) ? SaveOutcome.Added
                : Structure.Of(old) == Structure.Of(content) ? SaveOutcome.Unchanged
                : SaveOutcome.Replaced;
            notices[content.Notice.Id] = content;
            return Task.FromResult(outcome);
        }
    }

    public Task<ImmutableArray<NoticeContent>> LoadAllAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(notices.Values
                .OrderByDescending(content => content.Notice.Year)
                .ThenBy(content => content.Notice.DocumentNumber, StringComparer.Ordinal)
                .ToImmutableArray());
        }
    }

    public Task<bool> RemoveAsync(string noticeId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(notices.Remove(noticeId));
        }
    }
}

/// <inheritdoc cref="InMemoryNoticeStore"/>
internal sealed class InMemoryDocumentStore : IDocumentStore
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ConcurrentDictionary<string, StoredDocument> documents = new(StringComparer.Ordinal);

    public Task<StoredDocument?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(documents.GetValueOrDefault(key));

    public async Task PutAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        // Throws what the contract asks for at half a surrogate pair.
        _ = Strict.GetByteCount(document.Key) + Strict.GetByteCount(document.Json);
        documents[document.Key] = document with { UpdatedAt = document.UpdatedAt.ToUniversalTime() };
    }

    public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken) => Task.FromResult(documents.TryRemove(key, out _));

    public Task<ImmutableArray<StoredDocument>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult(documents.Values.OrderBy(document => document.Key, StringComparer.Ordinal).ToImmutableArray());
}

public sealed class InMemoryNoticeStoreTests : NoticeStoreContract
{
    protected override INoticeStore Store { get; } = new InMemoryNoticeStore();
}

public sealed class InMemoryDocumentStoreTests : DocumentStoreContract
{
    protected override IDocumentStore Store { get; } = new InMemoryDocumentStore();
}
