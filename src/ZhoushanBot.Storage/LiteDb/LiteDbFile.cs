using LiteDB;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>
/// 数据库文件: the one file that holds everything durable. Owned by one process at a time; dispose it last. Safe for use by several threads at once.
/// The ports over it are small classes of their own: <see cref="LiteDbNoticeStore"/>, <see cref="LiteDbDocumentStore"/>.
/// </summary>
/// <remarks>
/// Every write is a synchronous delegate run in a transaction on one thread, and is acknowledged when it is on disk. A write that fails leaves nothing
/// behind; the file is then opened anew for the next use, so that the service recovers once the cause is gone (a full disk, say).
/// </remarks>
public sealed class LiteDbFile : IDisposable
{
    private readonly StoreLock storeLock;
    private readonly WriterThread writer;

    // Held shared by whoever uses the engine, exclusively by whoever closes it or moves its log.
    private readonly ReaderWriterLockSlim engineLock = new();
    private StoreEngine? engine;
    private bool isClosed;

    private LiteDbFile(string path, StoreLock storeLock, StoreEngine engine)
    {
        Path = path;
        this.storeLock = storeLock;
        this.engine = engine;
        writer = new WriterThread($"writer of {System.IO.Path.GetFileName(path)}");
    }

    /// <summary>The file, in full, symbolic links followed.</summary>
    public string Path { get; }

    /// <summary>Opens the store, or makes a new one with its folder.</summary>
    /// <param name="path">May be relative to the current folder.</param>
    /// <exception cref="StoreException">It cannot be opened; which of the classes says why, the message what to do.</exception>
    public static LiteDbFile Open(string path)
    {
        var full = StoreFiles.Resolve(path);
        var taken = StoreLock.Take(full);
        try
        {
            StoreFiles.MakeWhereMissing(full);
            return new LiteDbFile(full, taken, StoreFiles.OpenEngine(full));
        }
        catch (Exception e)
        {
            taken.Dispose();
            throw IoFailure.Explain(full, e);
        }
    }

    /// <summary>
    /// Writes a copy of the store as it is now, proves that it opens and holds as many documents, and only then gives it its name; a file already there
    /// is replaced. Writes wait while the copy is made.
    /// </summary>
    /// <param name="destination">Path of the copy; its folder is made where missing.</param>
    /// <param name="cancellationToken">Takes effect until copying begins.</param>
    /// <exception cref="StoreException">
    /// The copy could not be made or does not hold together; <see cref="StoreException.Path"/> says which file is meant.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is the store itself.</exception>
    public async Task BackUpAsync(string destination, CancellationToken cancellationToken)
    {
        var full = StoreFiles.Resolve(destination);
        if (full == Path)
        {
            throw new ArgumentException("The store cannot be its own backup.", nameof(destination));
        }

        var unproved = $"{full}.unproved";
        try
        {
            var counts = await writer.RunAsync(() => CopyTo(unproved), cancellationToken);
            await Task.Run(() => StoreFiles.Prove(unproved, counts), CancellationToken.None);
            File.Move(unproved, full, overwrite: true);
        }
        catch (Exception e) when (e is not OperationCanceledException and not ObjectDisposedException)
        {
            StoreFiles.DeleteWhereThere(unproved);
            throw IoFailure.Explain(full, e);
        }
    }

    /// <summary>Finishes the writes handed over, brings the log into the file and gives the file free.</summary>
    public void Dispose()
    {
        if (isClosed)
        {
            return;
        }

        writer.Dispose();
        engineLock.EnterWriteLock();
        try
        {
            isClosed = true;
            engine?.Dispose();
        }
        catch (IOException)
        {
            // All acknowledged writes are in the log, and the next start brings them in.
        }
        finally
        {
            engine = null;
            engineLock.ExitWriteLock();
            storeLock.Dispose();
        }
    }

    /// <summary>Runs a delegate in a transaction on the writer's thread; on return all it wrote is on disk, or, when it throws, nothing is.</summary>
    internal Task<T> WriteAsync<T>(Func<ILiteDatabase, T> work, CancellationToken cancellationToken) =>
        writer.RunAsync(() => Write(work), cancellationToken);

    /// <summary>Reads beside the writer. LiteDB shows each collection as of the moment it is first touched: for reading one collection only.</summary>
    internal Task<T> ReadAsync<T>(Func<ILiteDatabase, T> work, CancellationToken cancellationToken) =>
        Task.Run(() => Use(opened => work(opened.Database)), cancellationToken);

    /// <summary>Reads between two writes, so that several collections agree with each other.</summary>
    internal Task<T> ReadBetweenWritesAsync<T>(Func<ILiteDatabase, T> work, CancellationToken cancellationToken) =>
        writer.RunAsync(() => Use(opened => work(opened.Database)), cancellationToken);

    /// <summary>Brings the log into the data file now.</summary>
    internal Task<bool> CheckpointAsync() => writer.RunAsync(() => UseAlone(opened => opened.Checkpoint()), CancellationToken.None);

    private T Write<T>(Func<ILiteDatabase, T> work)
    {
        var (result, isLogLong) = Use(opened => (opened.Transact(work), opened.IsLogLong));
        if (isLogLong)
        {
            try
            {
                UseAlone(opened => opened.Checkpoint());
            }
            catch (StoreException)
            {
                // What was written is safe in the log. If the trouble lasts, the next write will say so.
            }
        }

        return result;
    }

    private Dictionary<string, int> CopyTo(string unproved)
    {
        UseAlone(opened => opened.Checkpoint());

        // Reading does not change the file, and all writing is done on this very thread.
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(unproved)!);
        StoreFiles.DeleteWhereThere(unproved);
        StoreFiles.Copy(Path, unproved);
        return Use(opened => StoreFiles.CountDocuments(opened.Database));
    }

    private T Use<T>(Func<StoreEngine, T> work)
    {
        var current = EnterShared();
        Exception failure;
        try
        {
            return work(current);
        }
        catch (Exception e)
        {
            // Whatever it is, the engine cannot be trusted any more.
            failure = e;
        }
        finally
        {
            engineLock.ExitReadLock();
        }

        Discard(current);
        throw IoFailure.Explain(Path, failure);
    }

    private bool UseAlone(Action<StoreEngine> work)
    {
        engineLock.EnterWriteLock();
        try
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            engine ??= StoreFiles.OpenEngine(Path);
            work(engine);
            return true;
        }
        catch (Exception e) when (e is not ObjectDisposedException)
        {
            Abandon();
            throw IoFailure.Explain(Path, e);
        }
        finally
        {
            engineLock.ExitWriteLock();
        }
    }

    /// <summary>The engine, opened where need be, with the lock held shared: the caller gives that back.</summary>
    private StoreEngine EnterShared()
    {
        while (true)
        {
            engineLock.EnterReadLock();
            if (engine is { } opened)
            {
                return opened;
            }

            engineLock.ExitReadLock();
            UseAlone(_ => { });
        }
    }

    private void Discard(StoreEngine failed)
    {
        engineLock.EnterWriteLock();
        try
        {
            if (engine == failed)
            {
                Abandon();
            }
        }
        finally
        {
            engineLock.ExitWriteLock();
        }
    }

    private void Abandon()
    {
        try
        {
            engine?.Abandon();
        }
        catch (IOException)
        {
            // The cause is being reported already; opening anew will meet what is left of it.
        }

        engine = null;
    }
}
