using System.Collections.Immutable;
using System.Text.Json;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Office;

/// <summary>What is decided: an answer, and what is to be written down before it is given.</summary>
/// <param name="Answer">For whoever asked.</param>
/// <param name="Lines">To be appended, all or none; empty when nothing happens.</param>
internal sealed record Decision<T>(T Answer, ImmutableArray<JournalEvent> Lines);

/// <summary>
/// The journal of the service, with the state that follows from it. Every line that is appended here is at once part of <see cref="Current"/>; reading that
/// takes no lock. Who decides by the state does so under the lock (<see cref="DecideAsync"/>), so that nothing is decided twice.
/// </summary>
internal sealed class OfficeBook(IJournal journal, OfficeClock clock, ILogger<OfficeBook> logger) : IJournal, IDisposable
{
    private const int Chunk = 10_000;

    private readonly SemaphoreSlim writing = new(1);
    private volatile OfficeState current = OfficeState.Empty();
    private volatile TaskCompletionSource changed = NewSignal();
    private bool isUncertain = true;

    /// <summary>As everything stands.</summary>
    public OfficeState Current => current;

    /// <summary>Ends when the state is another than now; take it before reading <see cref="Current"/>.</summary>
    public Task Changed => changed.Task;

    /// <summary>Lines that have a kind that is known but not its shape; they are passed over, and the health check tells.</summary>
    public int UnreadableLines { get; private set; }

    /// <summary>Folds what is in the journal and not yet in the state.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Decides by the newest state, writes down what follows, and only then gives the answer.</summary>
    /// <param name="by">Who acts.</param>
    /// <param name="decide">Pure; given the state and the time.</param>
    /// <param name="cancellationToken">Gives up waiting; what is being written is written.</param>
    public async Task<T> DecideAsync<T>(Actor by, Func<OfficeState, DateTimeOffset, Decision<T>> decide, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
            var now = clock.Now;
            var decision = decide(current, now);
            if (!decision.Lines.IsEmpty)
            {
                await WriteAsync(by, now, decision.Lines);
            }

            return decision.Answer;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Writes down what happened at hours of its own, with nothing of anybody else's in between, so that lines can refer to each other.</summary>
    /// <param name="tell">What, by the state before; the first gets the next sequence, and so on.</param>
    /// <param name="cancellationToken">Gives up waiting; what is being written is written.</param>
    /// <returns>How many lines.</returns>
    public async Task<int> RecordAsync(Func<OfficeState, IReadOnlyList<(DateTimeOffset At, Actor By, JournalEvent Event)>> tell, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
            var lines = tell(current);
            foreach (var (at, by, happened) in lines)
            {
                await WriteAsync(by, at, [happened]);
            }

            return lines.Count;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<JournalEntry>> AppendAsync(Actor by, DateTimeOffset at, IReadOnlyCollection<JournalEvent> events, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
            return await WriteAsync(by, at, events);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<JournalEntry>> ReadAsync(long after, int limit, CancellationToken cancellationToken) => journal.ReadAsync(after, limit, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<ImmutableArray<JournalEntry>> WriteAsync(Actor by, DateTimeOffset at, IReadOnlyCollection<JournalEvent> events)
    {
        // Whether a write that failed was written is only known by reading on.
        isUncertain = true;
        var lines = await journal.AppendAsync(by, at, events, CancellationToken.None);
        isUncertain = false;
        Fold(lines);
        return lines;
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (isUncertain)
        {
            var lines = await journal.ReadAsync(current.Sequence, Chunk, cancellationToken);
            isUncertain = lines.Length == Chunk;
            Fold(lines);
        }
    }

    private void Fold(ImmutableArray<JournalEntry> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        var state = current;
        foreach (var line in lines)
        {
            try
            {
                state = state.With(line);
            }
            catch (JsonException e)
            {
                UnreadableLines++;
                Log.JournalLineUnreadable(logger, e, line.Sequence);
                state = state with { Sequence = line.Sequence };
            }
        }

        current = state;
        var signal = changed;
        changed = NewSignal();
        signal.SetResult();
    }
}

/// <summary>Folds the journal before the service listens.</summary>
internal sealed class OfficeLoading(OfficeBook book) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => book.LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
