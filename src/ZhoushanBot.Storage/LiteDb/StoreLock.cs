namespace ZhoushanBot.Storage.LiteDb;

/// <summary>
/// The exclusive right to a store: LiteDB itself lets two processes ruin one file, so the file beside it is locked for as long as the store is open.
/// The operating system lifts the lock when the process ends, however it ends; the empty lock file stays and means nothing.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream stream;

    private StoreLock(FileStream stream) => this.stream = stream;

    /// <exception cref="StoreException">The lock is held elsewhere, or the folder cannot be written.</exception>
    public static StoreLock Take(string storePath)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(storePath)!);
            return new StoreLock(new FileStream($"{storePath}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IoFailure.IsSharingViolation(e))
        {
            throw new StoreInUseException(storePath, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.Explain(storePath, e);
        }
    }

    public void Dispose() => stream.Dispose();
}
