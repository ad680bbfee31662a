namespace ZhoushanBot.Commands;

/// <summary>What a command leaves to its caller. Documented in README.md; a number keeps its meaning.</summary>
internal static class ExitCode
{
    /// <summary>Done, answered.</summary>
    public const int Done = 0;

    /// <summary>Nothing was found for the question or the filter.</summary>
    public const int NothingFound = 1;

    /// <summary>Wrong arguments or settings.</summary>
    public const int BadUsage = 2;

    /// <summary>The file to import cannot be read as a notice; the store is as it was.</summary>
    public const int UnreadableInput = 3;

    /// <summary>Another process has the store.</summary>
    public const int StoreInUse = 4;

    /// <summary>The store is damaged, full, of a newer version or not writable.</summary>
    public const int StoreUnusable = 5;

    /// <summary>The person said no; the store is as it was.</summary>
    public const int Declined = 6;

    /// <summary>The service cannot listen: the address is taken, or not allowed without an app id.</summary>
    public const int CannotListen = 7;

    /// <summary>A fault of the program.</summary>
    public const int Fault = 70;
}
