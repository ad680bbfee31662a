using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZhoushanBot.Activities;

namespace ZhoushanBot.DirectLine;

/// <summary>
/// The last activities of one conversation, numbered in order, for all who read it. Bounded: who falls behind its oldest activity has lost it.
/// Safe for several threads.
/// </summary>
/// <remarks>
/// A watermark is <c>run-position</c>. The run is new each time that the conversation comes into memory, after a restart or after having been
/// forgotten: a watermark of another run means that everything here is new to the reader.
/// </remarks>
internal sealed class DirectLineConversation(string id, DirectLineOptions options, TimeProvider time)
{
    private const int MaxBytes = 512 * 1024;
    private const int MaxFrameBytes = 128 * 1024;
    private static readonly SearchValues<char> RunDigits = SearchValues.Create("0123456789abcdef");
    private readonly Lock gate = new();
    private readonly Queue<Entry> entries = new();
    private readonly string run = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long first;
    private int bytes;
    private int readers;
    private int posts;
    private bool isStarted;
    private long usedAt = time.GetTimestamp();

    public string Id => id;

    /// <summary>Bytes kept.</summary>
    public int Bytes => Volatile.Read(ref bytes);

    /// <summary>Open sockets.</summary>
    public int Readers => Volatile.Read(ref readers);

    /// <summary>When it was last used, by the clock's ticks.</summary>
    public long UsedAt => Volatile.Read(ref usedAt);

    /// <summary>True once: the bot greets whoever opens a conversation.</summary>
    public bool TryStart()
    {
        lock (gate)
        {
            return !isStarted && (isStarted = true);
        }
    }

    /// <summary>Takes a place for a socket; false when too many are open already.</summary>
    public bool TryJoin(int most) => TryEnter(ref readers, most);

    /// <summary>Gives the place back.</summary>
    public void Part() => Interlocked.Decrement(ref readers);

    /// <summary>Takes a place for a posted activity whose turn is to run; false when too many wait already.</summary>
    public bool TryBeginPost(int most) => TryEnter(ref posts, most);

    /// <summary>Gives the place back.</summary>
    public void EndPost() => Interlocked.Decrement(ref posts);

    /// <summary>Puts an activity at the end. It gets its id, time and conversation here.</summary>
    /// <returns>Its id, and how many bytes more are kept now.</returns>
    public (string Id, int Growth) Append(Activity activity, string? clientActivityId = null)
    {
        TaskCompletionSource wake;
        (string Id, int Growth) result;
        lock (gate)
        {
            var before = bytes;
            activity.Id = string.Create(CultureInfo.InvariantCulture, $"{id}|{run}{first + entries.Count:D7}");
            activity.Timestamp = time.GetUtcNow();
            activity.ChannelId = ChannelIds.DirectLine;
            activity.Conversation = new() { Id = id };
            activity.ServiceUrl = null;
            var entry = new Entry(activity.Id, ActivityJson.ToUtf8(activity), clientActivityId);
            entries.Enqueue(entry);
            bytes += entry.Json.Length;
            while (entries.Count > 1 && (entries.Count > options.MaxKeptActivities || bytes > MaxBytes))
            {
                DropOldest();
            }

            usedAt = time.GetTimestamp();
            wake = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            result = (entry.Id, bytes - before);
        }

        wake.SetResult();
        return result;
    }

    /// <summary>The id that an activity got when the client posted it before; null when it did not, or long ago.</summary>
    public string? FindPosted(string? clientActivityId)
    {
        lock (gate)
        {
            return clientActivityId is null ? null : entries.FirstOrDefault(entry => entry.ClientActivityId == clientActivityId)?.Id;
        }
    }

    /// <summary>Where a reader with this watermark goes on; false when it is none that we ever gave.</summary>
    public bool TryLocate(string? watermark, out long position)
    {
        lock (gate)
        {
            usedAt = time.GetTimestamp();
            position = first;
            if (string.IsNullOrEmpty(watermark) || watermark == "-")
            {
                return true;
            }

            if (watermark.Length < run.Length + 2 || watermark[run.Length] != '-' || watermark.AsSpan(0, run.Length).ContainsAnyExcept(RunDigits)
                || !long.TryParse(watermark.AsSpan(run.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var told))
            {
                return false;
            }

            if (!watermark.StartsWith(run, StringComparison.Ordinal))
            {
                return true;
            }

            position = Math.Max(first, told);
            return told <= first + entries.Count;
        }
    }

    /// <summary>What comes after a position as one JSON text, and the position after that; null while there is nothing.</summary>
    /// <exception cref="ReaderTooSlowException">The reader has missed activities.</exception>
    public (byte[] Json, long Next)? TryRead(long position)
    {
        lock (gate)
        {
            if (position < first)
            {
                throw new ReaderTooSlowException();
            }

            return position < first + entries.Count ? Write(position) : null;
        }
    }

    /// <summary>As <see cref="TryRead"/>, but with an empty list where there is nothing, and never too late.</summary>
    public (byte[] Json, long Next) Read(long position)
    {
        lock (gate)
        {
            return Write(Math.Max(position, first));
        }
    }

    /// <summary>Completes when there is something after the position.</summary>
    public Task WaitAsync(long position, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return position < first + entries.Count ? Task.CompletedTask : changed.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Drops all that is kept, so that others have room.</summary>
    /// <returns>How many bytes were kept.</returns>
    public int Forget()
    {
        lock (gate)
        {
            var freed = bytes;
            while (entries.Count > 0)
            {
                DropOldest();
            }

            return freed;
        }
    }

    private void DropOldest()
    {
        bytes -= entries.Dequeue().Json.Length;
        first++;
    }

    // A frame holds as much as is sensible for one, but at least one activity; the next frame holds the rest.
    private (byte[] Json, long Next) Write(long position)
    {
        var output = new ArrayBufferWriter<byte>(256);
        output.Write("{\"activities\":["u8);
        var next = position;
        foreach (var entry in entries.Skip((int)(position - first)))
        {
            if (next > position)
            {
                if (output.WrittenCount + entry.Json.Length > MaxFrameBytes)
                {
                    break;
                }

                output.Write(","u8);
            }

            output.Write(entry.Json);
            next++;
        }

        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"],\"watermark\":\"{run}-{next}\"}}")));
        return (output.WrittenSpan.ToArray(), next);
    }

    private static bool TryEnter(ref int count, int most)
    {
        if (Interlocked.Increment(ref count) <= most)
        {
            return true;
        }

        Interlocked.Decrement(ref count);
        return false;
    }

    private sealed record Entry(string Id, byte[] Json, string? ClientActivityId);
}

/// <summary>A reader has missed activities that are kept no longer.</summary>
internal sealed class ReaderTooSlowException() : Exception("The reader is too far behind.");
