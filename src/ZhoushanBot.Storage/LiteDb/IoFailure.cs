namespace ZhoushanBot.Storage.LiteDb;

/// <summary>Tells from what went wrong underneath what to say above.</summary>
internal static class IoFailure
{
    // .NET puts the errno into HResult on Unix and the Win32 code (0x8007....) on Windows.
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int WindowsLockViolation = unchecked((int)0x80070021);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static bool IsSharingViolation(IOException e) =>
        e.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation or WindowsLockViolation;

    /// <summary>Whatever came out of LiteDB or the operating system, as one of the closed set.</summary>
    public static StoreException Explain(string path, Exception e) => e switch
    {
        StoreException known => known,
        UnauthorizedAccessException => new StoreNotWritableException(path, e),
        IOException { HResult: ReadOnlyFileSystem or WindowsWriteProtected } => new StoreNotWritableException(path, e),
        IOException { HResult: NoSpace or LinuxQuota or MacQuota or WindowsDiskFull } => new StoreDiskFullException(path, e),
        FileGrowthException => new StoreDiskFullException(path, e),
        IOException => new StoreDiskFailureException(path, e),

        // LiteDB meets broken pages with exceptions of many kinds: its own, casts, indexes out of range.
        _ => new StoreDamagedException(path, e.Message, e),
    };
}

/// <summary>The operating system does not let a file grow any further (EFBIG, which .NET reports as a wrong argument).</summary>
internal sealed class FileGrowthException(Exception inner) : IOException(inner.Message, inner);
