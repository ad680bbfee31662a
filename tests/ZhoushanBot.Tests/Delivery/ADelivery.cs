using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;
using ZhoushanBot.Storage.Tests;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Tests.Delivery;

/// <summary>The worker with everything around it in memory, and the time in the test's hands.</summary>
internal sealed class ADelivery : IAsyncDisposable, IUnreachableRecipients, IOutboxContent
{
    public static readonly DateTimeOffset Nine = new(2031, 5, 6, 1, 0, 0, TimeSpan.Zero);

    private readonly DeliverySignal signal = new();
    private readonly ServiceProvider meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private DeliveryWorker? worker;
    private int changes;

    public ADelivery()
    {
        Outbox = new WakingOutbox(Kept, signal);
        Clock = new OfficeClock(Time);
        Status.Changed += (_, _) => Interlocked.Increment(ref changes);
    }

    public FakeTimeProvider Time { get; } = new(Nine);

    public OfficeClock Clock { get; }

    public InMemoryOutbox Kept { get; } = new();

    public IOutbox Outbox { get; }

    public InMemoryJournal Journal { get; } = new();

    public ASender Sender { get; } = new();

    public DeliveryStatus Status { get; private set; } = new();

    public DeliveryOptions Options { get; } = new() { RetryDelay = TimeSpan.FromSeconds(10), Parallel = 4 };

    public List<(string Key, DeliveryFailure Why)> Unreachable { get; } = [];

    /// <summary>What is made of a row; by default its key, marked when it may repeat.</summary>
    public Func<OutboxRow, Activity?> Make { get; set; } = row => new Activity { Type = ActivityTypes.Message, Text = row.Message.Key + (row.MayRepeat ? "?" : "") };

    /// <summary>When the office opens.</summary>
    public DateTimeOffset Opening { get; set; }

    public string Kind => "test";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static OutboxMessage Message(string key, string? conversation = null, int dueIn = 0, string kind = "test") =>
        new(key, new OutboxRecipient("msteams", conversation ?? $"of {key}", $"account of {key}", "市水利局"), kind, """{"task":"1"}""", Nine.AddSeconds(dueIn));

    public async Task StartAsync()
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        var attempt = new DeliveryAttempt(Sender, [this], [this], new RetryTimes(options, () => 0), Clock, NullLogger<DeliveryAttempt>.Instance);
        worker = new DeliveryWorker(
            Outbox, Journal, attempt, signal, Status, options, Clock, new BotMeter(meters.GetRequiredService<IMeterFactory>()), NullLogger<DeliveryWorker>.Instance);
        await worker.StartAsync(Cancelled);
        await UntilAsync(() => Status.Current.Activity != DeliveryActivity.Starting);
    }

    public Task StopAsync() => worker!.StopAsync(Cancelled);

    public Task EnqueueAsync(params OutboxMessage[] messages) => Outbox.EnqueueAsync(messages, Cancelled);

    public OutboxRow Row(string key)
    {
        // A row that the worker moves while the states are read one after the other is seen twice, or not at all.
        while (true)
        {
            Cancelled.ThrowIfCancellationRequested();
            if (Enum.GetValues<OutboxStage>().SelectMany(stage => Kept.ListAsync(stage, int.MaxValue, Cancelled).Result.Rows).Where(row => row.Message.Key == key).ToList() is [var row])
            {
                return row;
            }
        }
    }

    /// <summary>Waits until a row is in a state and the worker is at rest.</summary>
    public async Task<OutboxRow> UntilAsync(string key, OutboxStage stage)
    {
        await UntilAsync(() => Row(key).State.Stage == stage);
        return Row(key);
    }

    /// <summary>Waits until the worker sleeps until a moment.</summary>
    public Task SleepsUntilAsync(DateTimeOffset? moment) => UntilAsync(() => Status.Current.IsIdle && Status.Current.NextAt == moment);

    /// <summary>Lets time pass while the worker has nothing under way; it has done what fell due when this returns.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Time.GetUtcNow() + time;
        while (Time.GetUtcNow() < end)
        {
            // The worker wakes once a minute, whatever happens.
            var now = Time.GetUtcNow();
            var wakes = Status.Current.NextAt is { } next ? Min(next, now.AddMinutes(1)) : DateTimeOffset.MaxValue;
            var before = Volatile.Read(ref changes);
            Time.Advance(Min(wakes, end) - now);
            if (wakes <= end)
            {
                await UntilAsync(() => Volatile.Read(ref changes) > before);
            }
        }
    }

    public async Task UntilAsync(Func<bool> condition)
    {
        var isSo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs e)
        {
            if (condition())
            {
                isSo.TrySetResult();
            }
        }

        Status.Changed += Look;
        Look(null, EventArgs.Empty);
        await isSo.Task.WaitAsync(Cancelled);
        Status.Changed -= Look;
    }

    public async ValueTask DisposeAsync()
    {
        if (worker is not null)
        {
            await worker.StopAsync(Cancelled);
            worker.Dispose();
        }

        await meters.DisposeAsync();
    }

    public ValueTask MarkAsync(OutboxRow row, DeliveryFailure why, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Unreachable.Add((row.Message.Key, why));
        return ValueTask.CompletedTask;
    }

    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => at < Opening ? Opening : at;

    public ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken) => ValueTask.FromResult(Make(row));

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
