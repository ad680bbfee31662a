using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Storage;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Delivery;

/// <summary>
/// Sends the outbox: claims what is due, has it sent side by side, writes each result into the journal and then into the outbox. Woken by news, by answers and by
/// the clock; between those it does nothing. At least once: what a crash cut off is sent again and marked.
/// </summary>
internal sealed class DeliveryWorker : BackgroundService
{
    // The wall clock may be set or the machine may sleep, and timers do not notice.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseWhenStoreFails = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CountingInterval = TimeSpan.FromSeconds(10);

    private readonly IOutbox outbox;
    private readonly IJournal journal;
    private readonly DeliveryAttempt attempt;
    private readonly DeliverySignal signal;
    private readonly DeliveryStatus status;
    private readonly DeliveryOptions options;
    private readonly OfficeClock clock;
    private readonly BotMeter meter;
    private readonly ILogger logger;

    private readonly ConcurrentQueue<DeliveryResult> answers = new();

    // Only the worker's own loop touches what follows.
    private readonly Dictionary<string, (OutboxRow Row, Task Task)> underWay = new(StringComparer.Ordinal);
    private readonly List<DeliveryResult> unwritten = [];
    private readonly List<DeliveryResult> unsettled = [];
    private DeliveryStanding standing = new(DeliveryActivity.Starting);
    private DateTimeOffset pausedUntil;
    private DateTimeOffset countedAt;
    private bool isRecovered;

    public DeliveryWorker(
        IOutbox outbox, IJournal journal, DeliveryAttempt attempt, DeliverySignal signal, DeliveryStatus status, IOptions<DeliveryOptions> options, OfficeClock clock,
        BotMeter meter, ILogger<DeliveryWorker> logger)
    {
        (this.outbox, this.journal, this.attempt, this.signal, this.status) = (outbox, journal, attempt, signal, status);
        (this.options, this.clock, this.meter, this.logger) = (options.Value, clock, meter, logger);
        meter.ObserveOutbox(
            () => status.Current.Waiting,
            () => status.Current.OldestDueAt is { } oldest && clock.GetUtcNow() - oldest is var late && late > TimeSpan.Zero ? late.TotalSeconds : 0);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var cutOff = new CancellationTokenSource();
        await using var timer = clock.CreateTimer(_ => signal.Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            while (true)
            {
                stoppingToken.ThrowIfCancellationRequested();
                var next = await DoWhatIsDueAsync(cutOff.Token);
                timer.Change(next is { } at ? Until(at) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                status.Current = standing = standing with { NextAt = next, IsIdle = underWay.Count == 0 };
                await signal.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await FinishAsync(cutOff);
        }
    }

    private TimeSpan Until(DateTimeOffset at) => at - clock.GetUtcNow() is var wait && wait > LongestSleep ? LongestSleep
        : wait > TimeSpan.Zero ? wait
        : TimeSpan.Zero;

    /// <returns>When to come again without being called; null when only news can change anything.</returns>
    private async Task<DateTimeOffset?> DoWhatIsDueAsync(CancellationToken cutOff)
    {
        try
        {
            if (!isRecovered)
            {
                var cutOffBefore = await outbox.RecoverAsync(CancellationToken.None);
                Log.Recovered(logger, cutOffBefore);
                isRecovered = true;
            }

            await WriteDownAsync();
            var next = await ClaimAsync(cutOff);
            await CountAsync();
            return next;
        }
        catch (StoreException e)
        {
            // Nothing is forgotten: what is not written down yet is tried again along with the rest.
            Log.DeliveryCannotWrite(logger, e);
            standing = standing with { Activity = DeliveryActivity.StoreFailed };
            return clock.GetUtcNow() + PauseWhenStoreFails;
        }
    }

    /// <summary>The journal first: after a crash in between somebody may be told twice, but nothing that was told is missing from the record.</summary>
    private async Task WriteDownAsync()
    {
        while (answers.TryDequeue(out var answer))
        {
            unwritten.Add(answer);
        }

        var lines = unwritten.Where(result => result is { IsHeldBack: false, State: not OutboxState.Due }).Select(result => DeliveryLines.Of(result.Settled)).ToList();
        if (lines.Count > 0)
        {
            await journal.AppendAsync(Actor.Service, clock.GetUtcNow(), lines, CancellationToken.None);
        }

        unsettled.AddRange(unwritten);
        unwritten.Clear();
        if (unsettled.Count == 0)
        {
            return;
        }

        await outbox.SettleAsync(
            unsettled.ConvertAll(result => new OutboxSettlement(result.Row.Message.Key, result.State, result.MayRepeat)), CancellationToken.None);
        foreach (var result in unsettled)
        {
            underWay.Remove(result.Row.Message.Key);
            meter.Delivered(result.State.Stage.ToString(), result.Row.Attempts > 1, result.Settled.MayRepeat);
            Pause(result.StopsAll);
        }

        unsettled.Clear();
    }

    private void Pause(DeliveryFailure? refusal)
    {
        if (refusal is not null)
        {
            pausedUntil = clock.GetUtcNow() + options.PauseWhenRefused;
            standing = standing with { Activity = DeliveryActivity.Paused, Failure = refusal };
            Log.DeliveryPaused(logger, refusal.Detail, pausedUntil);
        }
    }

    private async Task<DateTimeOffset?> ClaimAsync(CancellationToken cutOff)
    {
        var now = clock.GetUtcNow();
        if (now < pausedUntil)
        {
            return pausedUntil;
        }

        standing = standing with { Activity = DeliveryActivity.Running, Failure = null };
        var free = options.Parallel - underWay.Count;
        if (free <= 0)
        {
            return null;
        }

        // Half the places are for those who have not failed yet, however many others keep failing slowly.
        var retries = Math.Max(1, options.Parallel / 2) - underWay.Values.Count(sending => sending.Row.Attempts > 1);
        var claim = await outbox.ClaimDueAsync(now, free, Math.Max(0, retries), CancellationToken.None);
        foreach (var row in claim.Rows)
        {
            underWay.Add(row.Message.Key, (row, Task.Run(() => SendAsync(row, cutOff), CancellationToken.None)));
        }

        return claim.NextAt;
    }

    private async Task SendAsync(OutboxRow row, CancellationToken cutOff)
    {
        if (await attempt.RunAsync(row, cutOff) is { } result)
        {
            answers.Enqueue(result);
            signal.Wake();
        }
    }

    private async Task CountAsync()
    {
        var now = clock.GetUtcNow();
        if (underWay.Count > 0 && now - countedAt < CountingInterval)
        {
            return;
        }

        countedAt = now;
        var due = await outbox.ListAsync(OutboxStage.Due, 1, CancellationToken.None);
        var failed = await outbox.ListAsync(OutboxStage.Failed, 0, CancellationToken.None);
        var dead = await outbox.ListAsync(OutboxStage.Dead, 0, CancellationToken.None);
        standing = standing with { Waiting = due.Total + failed.Total, Dead = dead.Total, OldestDueAt = due.Rows is [var oldest] ? oldest.Message.DueAt : null };
    }

    private async Task FinishAsync(CancellationTokenSource cutOff)
    {
        var sending = Task.WhenAll(underWay.Values.Select(sent => sent.Task));
        // The grace runs before anyone is told of the stop: who then moves the clock finds it running.
        var grace = sending.WaitAsync(options.StopGrace, clock);
        status.Current = standing with { Activity = DeliveryActivity.Stopped, NextAt = null };
        try
        {
            await grace;
        }
        catch (TimeoutException)
        {
            // What is cut off stays as being sent: the next start finds it so and marks it.
            Log.DeliveryCutOff(logger, underWay.Values.Count(sent => !sent.Task.IsCompleted));
            await cutOff.CancelAsync();
            await sending;
        }

        try
        {
            await WriteDownAsync();
        }
        catch (StoreException e)
        {
            Log.DeliveryCannotWrite(logger, e);
        }
    }
}
