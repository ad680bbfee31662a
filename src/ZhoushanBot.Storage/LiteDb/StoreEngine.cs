using LiteDB;
using LiteDB.Engine;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>
/// One opened LiteDB file: direct, without password (with one LiteDB never syncs), strings compared letter by letter, dates in UTC.
/// Thrown away and opened anew after any failure, so it need not survive one.
/// </summary>
internal sealed class StoreEngine : IDisposable
{
    // 8 MiB, as LiteDB's own default.
    private const long LogLimit = 8L << 20;

    private readonly string logPath;
    private readonly DurableLog log;
    private readonly LiteEngine engine;
    private readonly LiteDatabase database;

    private StoreEngine(string path)
    {
        logPath = LogPathOf(path);
        log = new DurableLog(logPath);
        try
        {
            engine = new LiteEngine(new EngineSettings { Filename = path, LogStream = log, Collation = Collation.Binary });
        }
        catch
        {
            log.Dispose();
            throw;
        }

        database = new LiteDatabase(engine, new BsonMapper());
    }

    public ILiteDatabase Database => database;

    /// <summary>Time for a <see cref="Checkpoint"/>.</summary>
    public bool IsLogLong => log.Length > LogLimit;

    /// <summary>Opens a file, or makes it when it is not there.</summary>
    public static StoreEngine Open(string path)
    {
        var opened = new StoreEngine(path);
        try
        {
            opened.SetPragmas();
            return opened;
        }
        catch
        {
            opened.Abandon();
            throw;
        }
    }

    /// <summary>LiteDB's own name for the log, so that its tools find it too.</summary>
    public static string LogPathOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}-log{Path.GetExtension(path)}");

    /// <summary>Runs a delegate in a transaction. On return all it wrote is on disk; when it throws, the caller must <see cref="Abandon"/>.</summary>
    public T Transact<T>(Func<ILiteDatabase, T> work)
    {
        database.BeginTrans();
        var result = work(database);
        database.Commit();
        MakeDurable();
        return result;
    }

    /// <summary>Brings the log into the data file. Nobody may be reading.</summary>
    public void Checkpoint()
    {
        try
        {
            database.Checkpoint();
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new FileGrowthException(e);
        }
    }

    /// <summary>Closes after a failure: what has been acknowledged stays, the rest goes.</summary>
    public void Abandon()
    {
        database.Dispose();
        try
        {
            log.CutBack();
        }
        finally
        {
            log.Dispose();
        }
    }

    /// <summary>Closes in good order; afterwards the data file alone holds everything, or, when this throws, data file and log together.</summary>
    public void Dispose()
    {
        try
        {
            Checkpoint();
        }
        finally
        {
            database.Dispose();
            var isEmpty = log.Length == 0;
            log.Dispose();
            if (isEmpty)
            {
                File.Delete(logPath);
            }
        }
    }

    private void SetPragmas()
    {
        database.Pragma("UTC_DATE", true);
        database.Pragma("TIMEOUT", 10);

        // 0: LiteDB never brings the log in by itself, since it might do so before the log has reached the disk.
        database.Pragma("CHECKPOINT", 0);
        MakeDurable();
    }

    private void MakeDurable()
    {
        using var reader = engine.Query("$database", new Query());
        reader.Read();
        log.MakeDurable(reader.Current["logFileSize"].AsInt32);
    }
}
