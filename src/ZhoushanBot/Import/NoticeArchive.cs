using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Import;

/// <summary>The stored notices and the snapshot that answers come from. Reading takes no lock: an import swaps the snapshot by reference.</summary>
internal sealed class NoticeArchive(INoticeStore store, NameFiles names) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile NoticeSnapshot current = NoticeSnapshot.Empty;

    /// <summary>Other notices are shown than before; after the fact, under the lock of whoever imported: be quick.</summary>
    public event EventHandler? Changed;

    /// <summary>What is known now; empty before <see cref="LoadAsync"/>.</summary>
    public NoticeSnapshot Current => current;

    /// <summary>Whether <see cref="Current"/> shows the store.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>Reads the store.</summary>
    public async Task<NoticeSnapshot> LoadAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await ShowStoreAsync(cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Saves a notice and shows it. What is stored already changes nothing.</summary>
    public async Task<SaveOutcome> ImportAsync(NoticeContent content, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var outcome = await store.SaveAsync(content, cancellationToken);
            if (outcome != SaveOutcome.Unchanged)
            {
                // It is saved: whoever gave up waiting must not leave the old index in place.
                await ShowStoreAsync(CancellationToken.None);
            }

            return outcome;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Takes in the files of names and synonyms that changed. Whoever asks meanwhile asks with the old words, and nobody waits.</summary>
    /// <returns>Whether there were any to take in.</returns>
    public async Task<bool> ReadNamesAgainAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!names.Refresh())
            {
                return false;
            }

            var next = current.With(names);
            if (current.IsIndexed)
            {
                _ = next.Index;
            }

            current = next;
            return true;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();

    private async Task<NoticeSnapshot> ShowStoreAsync(CancellationToken cancellationToken)
    {
        var next = NoticeSnapshot.Of(await store.LoadAllAsync(cancellationToken), names);
        if (current.IsIndexed)
        {
            // Whoever asks meanwhile asks the old one, and nobody waits.
            _ = next.Index;
        }

        current = next;
        IsLoaded = true;
        Changed?.Invoke(this, EventArgs.Empty);
        return current;
    }
}
