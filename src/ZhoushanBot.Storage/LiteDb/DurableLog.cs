using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>
/// LiteDB's write-ahead log on disk, in LiteDB's own format and under its own name, with what LiteDB 5.0.20 lacks: a way to know that a commit
/// has arrived. LiteDB hands pages to a queue and returns from a commit before they are written (killed right after its first commit, a process
/// lost it in 16 of 40 runs), and later on syncs the disk once for every page. Here LiteDB's flushes do nothing, and
/// <see cref="MakeDurable"/> waits for the pages and syncs once for the whole commit.
/// </summary>
/// <remarks>
/// A write that fails is remembered and all later ones are dropped, instead of thrown: LiteDB's queue would wait for itself for ever.
/// <see cref="MakeDurable"/> then throws the failure, and <see cref="CutBack"/> takes away what the failed commit had written.
/// </remarks>
internal sealed class DurableLog : Stream
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly object gate = new();
    private readonly SafeFileHandle handle;
    private long position;
    private long length;
    private long durable;
    private Exception? failure;

    public DurableLog(string path)
    {
        handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        length = durable = RandomAccess.GetLength(handle);
        if (length > 0)
        {
            // A killed process may have left pages that only the operating system's memory holds as yet.
            RandomAccess.FlushToDisk(handle);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => Volatile.Read(ref length);

    public override long Position { get => position; set => position = value; }

    /// <summary>Returns when all that LiteDB has committed is on disk.</summary>
    /// <param name="lengthByLiteDb">The log's length as LiteDB counts it, queue included, cut to 32 bits.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void MakeDurable(int lengthByLiteDb)
    {
        lock (gate)
        {
            while (failure is null && unchecked((int)length) != lengthByLiteDb)
            {
                if (!Monitor.Wait(gate, Patience))
                {
                    throw new IOException("LiteDB did not write its log in time.");
                }
            }
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (durable != Length)
        {
            RandomAccess.FlushToDisk(handle);
            durable = Length;
        }
    }

    /// <summary>Takes away everything behind the last durable commit.</summary>
    public void CutBack() => RandomAccess.SetLength(handle, durable);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (gate)
        {
            TryWrite(buffer);
            position += buffer.Length;
            Volatile.Write(ref length, Math.Max(length, position));
            Monitor.PulseAll(gate);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length && RandomAccess.Read(handle, buffer[total..], position + total) is > 0 and var read)
        {
            total += read;
        }

        position += total;
        return total;
    }

    public override long Seek(long offset, SeekOrigin origin) => position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    /// <summary>LiteDB cuts off half a page after a crash, and empties the log when all of it is in the data file and synced there.</summary>
    public override void SetLength(long value)
    {
        RandomAccess.SetLength(handle, value);
        durable = Math.Min(durable, value);
        Volatile.Write(ref length, value);
    }

    /// <summary>Does nothing, see the remarks of the class.</summary>
    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            handle.Dispose();
        }

        base.Dispose(disposing);
    }

    private void TryWrite(ReadOnlySpan<byte> buffer)
    {
        if (failure is not null)
        {
            return;
        }

        try
        {
            RandomAccess.Write(handle, buffer, position);
        }
        catch (IOException e)
        {
            failure = e;
        }
        catch (ArgumentOutOfRangeException e)
        {
            failure = new FileGrowthException(e);
        }
    }
}
