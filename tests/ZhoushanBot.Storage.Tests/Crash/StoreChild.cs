using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests.Crash;

/// <summary>
/// This program started once more as a process of its own, to be killed, refused or starved: it does what its arguments say and tells by lines of its
/// standard output how far it has come.
/// </summary>
internal static class StoreChild
{
    public const string Argument = "store-child";
    public const string Opening = "opening";
    public const string Full = "full";
    public const string Recovered = "recovered";

    /// <summary>Does numbered writes for ever; prints the number of each when it is acknowledged.</summary>
    public const string WriteOn = "write-on";

    /// <summary>Commits some documents in one transaction and kills itself the moment that it returns.</summary>
    public const string Commit = "commit-and-die";

    /// <summary>Opens and closes the store; prints what was thrown, if anything.</summary>
    public const string Open = "open";

    /// <summary>Writes until the system lets no file grow beyond a limit, then goes on when the limit is lifted.</summary>
    public const string Fill = "fill";

    /// <summary>The same, but the limit is met when the log is brought into the data file.</summary>
    public const string FillByCheckpoint = "fill-by-checkpoint";

    /// <summary>Appends to the journal for ever; prints the number of the last line of each append when it is acknowledged.</summary>
    public const string AppendOn = "append-on";

    /// <summary>Enqueues, claims and settles for ever; prints the number of each round when it is acknowledged.</summary>
    public const string SendOn = "send-on";

    public static Process Start(params string[] arguments)
    {
        // Under "dotnet test" and under its own name alike the program stands beside its own assembly.
        var program = Path.Combine(AppContext.BaseDirectory, typeof(StoreChild).Assembly.GetName().Name!);
        return Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? $"{program}.exe" : program, [Argument, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case [WriteOn, var path, var first]:
                await WriteOnAsync(path, Number(first));
                break;
            case [AppendOn, var path]:
                await AppendOnAsync(path);
                break;
            case [SendOn, var path, var first]:
                await SendOnAsync(path, Number(first));
                break;
            case [Commit, var path, var documents]:
                CommitAndDie(path, Number(documents));
                break;
            case [Open, var path]:
                await OpenAsync(path);
                break;
            case [Fill, var path, var limit]:
                await FillAsync(path, Number(limit));
                break;
            case [FillByCheckpoint, var path, var limit]:
                await FillByCheckpointAsync(path, Number(limit));
                break;
            default:
                return 64;
        }

        return 0;
    }

    private static async Task WriteOnAsync(string path, int first)
    {
        await SayAsync(Opening);
        using var file = LiteDbFile.Open(path);
        for (var step = first; ; step++)
        {
            await CrashWork.DoAsync(file, step);
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{step}"));
        }
    }

    private static async Task AppendOnAsync(string path)
    {
        await SayAsync(Opening);
        using var file = LiteDbFile.Open(path);
        while (true)
        {
            var last = await CrashWork.AppendAsync(new LiteDbJournal(file));
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{last}"));
        }
    }

    private static async Task SendOnAsync(string path, int first)
    {
        await SayAsync(Opening);
        using var file = LiteDbFile.Open(path);
        for (var round = first; ; round++)
        {
            await CrashWork.SendAsync(new LiteDbOutbox(file), round);
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{round}"));
        }
    }

    private static void CommitAndDie(string path, int documents)
    {
        UnixProcess.Prepare();
        using var engine = StoreEngine.Open(path);
        engine.Transact(database => CrashWork.Insert(database, documents));
        UnixProcess.KillMyself();
    }

    private static async Task OpenAsync(string path)
    {
        try
        {
            LiteDbFile.Open(path).Dispose();
            await SayAsync("opened");
        }
        catch (StoreException e)
        {
            await SayAsync(e.GetType().Name);
            await SayAsync(e.Message);
        }
    }

    private static async Task FillAsync(string path, int limit)
    {
        var step = 0;
        using var file = LiteDbFile.Open(path);
        UnixProcess.LimitFileSize(limit);
        try
        {
            while (true)
            {
                await CrashWork.DoAsync(file, ++step);
            }
        }
        catch (StoreException e)
        {
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{Full} {step} {e.GetType().Name}"));
        }

        await SayAsync((await CrashWork.StateOfAsync(file) == CrashWork.StateAfter(step - 1)).ToString());
        UnixProcess.LiftLimit();
        await CrashWork.DoAsync(file, step);
        var isWhole = await CrashWork.StateOfAsync(file) == CrashWork.StateAfter(step);
        await SayAsync($"{Recovered} {isWhole}");
    }

    private static async Task FillByCheckpointAsync(string path, int limit)
    {
        var written = 0;
        using var file = LiteDbFile.Open(path);
        UnixProcess.LimitFileSize(limit);
        try
        {
            while (true)
            {
                written += await file.WriteAsync(database => CrashWork.Insert(database, 20), CancellationToken.None);
                await file.CheckpointAsync();
            }
        }
        catch (StoreException e)
        {
            await SayAsync($"{Full} {e.GetType().Name}");
        }

        var kept = await file.ReadAsync(CrashWork.CountInserted, CancellationToken.None);
        await SayAsync((kept == written).ToString());
        UnixProcess.LiftLimit();
        await file.CheckpointAsync();
        kept = await file.ReadAsync(CrashWork.CountInserted, CancellationToken.None);
        await SayAsync($"{Recovered} {kept == written}");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task SayAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }
}
