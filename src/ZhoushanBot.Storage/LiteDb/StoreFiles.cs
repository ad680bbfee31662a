using LiteDB;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>Making, recognising, copying and proving a store's file.</summary>
internal static class StoreFiles
{
    // The first page of a LiteDB 5 file: its mark at 32, the number of its format behind that.
    private const int PageSize = 8192;
    private const int MarkAt = 32;
    private const byte LiteDbFormat = 8;

    private static ReadOnlySpan<byte> Mark => "** This is a LiteDB file **"u8;

    /// <summary>The full path with a symbolic link followed: the lock must stand beside the file itself, whatever name it is opened by.</summary>
    public static string Resolve(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    /// <summary>Makes an empty store under another name first, so that a crash half-way leaves no half store.</summary>
    public static void MakeWhereMissing(string path)
    {
        if (HasContent(path))
        {
            return;
        }

        var log = StoreEngine.LogPathOf(path);
        if (HasContent(log))
        {
            throw new StoreDamagedException(path, StoreErrorText.LogWithoutStore(path, log));
        }

        var unfinished = $"{path}.new";
        DeleteWhereThere(unfinished);
        using (var engine = StoreEngine.Open(unfinished))
        {
            StoreSchema.BringUpToDate(engine, unfinished, isNew: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Opens a file that is there and is ours.</summary>
    public static StoreEngine OpenEngine(string path)
    {
        // LiteDB cuts a file to whole pages before it looks at it, and takes an empty one for its own: it must not see what is not a store.
        if (!IsLiteDbFile(path))
        {
            throw new StoreNotRecognisedException(path);
        }

        var engine = StoreEngine.Open(path);
        try
        {
            StoreSchema.BringUpToDate(engine, path, isNew: false);
            return engine;
        }
        catch
        {
            engine.Abandon();
            throw;
        }
    }

    /// <summary>Copies a file and waits until the copy is on disk.</summary>
    public static void Copy(string from, string to)
    {
        File.Copy(from, to, overwrite: true);
        using var handle = File.OpenHandle(to, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Deletes a file that is not a store yet, and the log beside it.</summary>
    public static void DeleteWhereThere(string path)
    {
        foreach (var file in new[] { path, StoreEngine.LogPathOf(path) }.Where(File.Exists))
        {
            File.Delete(file);
        }
    }

    /// <summary>How many documents each collection holds.</summary>
    public static Dictionary<string, int> CountDocuments(ILiteDatabase database) =>
        database.GetCollectionNames().ToDictionary(name => name, name => database.GetCollection(name).Count(), StringComparer.Ordinal);

    /// <summary>Opens a copy and reads every document of it.</summary>
    /// <exception cref="StoreException">It cannot be read, or does not hold what it should.</exception>
    public static void Prove(string copy, Dictionary<string, int> expected)
    {
        try
        {
            using var engine = OpenEngine(copy);
            foreach (var (name, count) in expected)
            {
                var found = engine.Database.GetCollection(name).FindAll().Count();
                if (found != count)
                {
                    throw new StoreDamagedException(copy, $"{name}: {found} ≠ {count}");
                }
            }
        }
        catch (Exception e)
        {
            throw IoFailure.Explain(copy, e);
        }
    }

    private static bool HasContent(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    private static bool IsLiteDbFile(string path)
    {
        using var handle = File.OpenHandle(path, share: FileShare.ReadWrite);
        Span<byte> page = stackalloc byte[PageSize];
        return RandomAccess.Read(handle, page, fileOffset: 0) == PageSize
            && page[MarkAt..].StartsWith(Mark)
            && page[MarkAt + Mark.Length] == LiteDbFormat;
    }
}
