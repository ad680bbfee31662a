using System.Collections.Concurrent;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>
/// The one thread that writes. LiteDB's transactions belong to a thread: a delegate run here cannot lose its own by awaiting.
/// </summary>
internal sealed class WriterThread : IDisposable
{
    private readonly BlockingCollection<Action> jobs = [];
    private readonly Thread thread;

    public WriterThread(string name)
    {
        thread = new Thread(Drain) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>Runs a job after those handed over before. Cancelling takes effect until it starts, not after.</summary>
    public Task<T> RunAsync<T>(Func<T> job, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            jobs.Add(() => Complete(done, job, cancellationToken), CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            done.SetException(new ObjectDisposedException(nameof(LiteDbFile)));
        }

        return done.Task;
    }

    /// <summary>Finishes what was handed over, then stops.</summary>
    public void Dispose()
    {
        jobs.CompleteAdding();
        thread.Join();
        jobs.Dispose();
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> job, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            done.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            done.SetResult(job());
        }
        catch (Exception e)
        {
            // Whatever it is belongs to the one who awaits the job; the thread goes on.
            done.SetException(e);
        }
    }

    private void Drain()
    {
        foreach (var job in jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
