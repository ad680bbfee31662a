namespace ZhoushanBot.Storage;

/// <summary>The store cannot do what it was asked to. A closed set: the sealed classes of this file.</summary>
public abstract class StoreException : IOException
{
    private protected StoreException(string path, StoreErrorText text, Exception? inner)
        : base($"{text.Chinese}\n{text.English}", inner)
    {
        Path = path;
        Chinese = text.Chinese;
        English = text.English;
    }

    /// <summary>The store's file, in full.</summary>
    public string Path { get; }

    /// <summary>File, reason and remedy in Chinese. <see cref="Exception.Message"/> holds this and <see cref="English"/>, a line each.</summary>
    public string Chinese { get; }

    /// <summary>File, reason and remedy in English.</summary>
    public string English { get; }
}

/// <summary>Another process, or another part of this one, has the store open.</summary>
public sealed class StoreInUseException : StoreException
{
    internal StoreInUseException(string path, Exception inner)
        : base(path, StoreErrorText.InUse(path), inner)
    {
    }
}

/// <summary>The folder or the file may not be written by this user, or lies on a read-only disk.</summary>
public sealed class StoreNotWritableException : StoreException
{
    internal StoreNotWritableException(string path, Exception inner)
        : base(path, StoreErrorText.NotWritable(path), inner)
    {
    }
}

/// <summary>No room is left. The write that met this left nothing behind; once there is room the next one succeeds.</summary>
public sealed class StoreDiskFullException : StoreException
{
    internal StoreDiskFullException(string path, Exception inner)
        : base(path, StoreErrorText.DiskFull(path), inner)
    {
    }
}

/// <summary>The disk refused to read or write for another reason. A write that met this left nothing behind.</summary>
public sealed class StoreDiskFailureException : StoreException
{
    internal StoreDiskFailureException(string path, Exception inner)
        : base(path, StoreErrorText.DiskFailure(path, inner.Message), inner)
    {
    }
}

/// <summary>The file is something else than a store of this program. It was not touched.</summary>
public sealed class StoreNotRecognisedException : StoreException
{
    internal StoreNotRecognisedException(string path, Exception? inner = null)
        : base(path, StoreErrorText.NotRecognised(path), inner)
    {
    }
}

/// <summary>The file is a store, but its content does not hold together.</summary>
public sealed class StoreDamagedException : StoreException
{
    internal StoreDamagedException(string path, string detail, Exception? inner = null)
        : base(path, StoreErrorText.Damaged(path, detail), inner)
    {
    }

    internal StoreDamagedException(string path, StoreErrorText text)
        : base(path, text, inner: null)
    {
    }
}

/// <summary>A newer version of this program has written the store.</summary>
public sealed class StoreNewerException : StoreException
{
    internal StoreNewerException(string path, int found, int known)
        : base(path, StoreErrorText.Newer(path, found, known), inner: null)
    {
    }
}
