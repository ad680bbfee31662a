using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Saving;

/// <summary>What lives in memory and is saved a moment later, so that no turn waits for the disk.</summary>
internal interface ISavedLater
{
    /// <summary>Reads what was saved; before the service listens.</summary>
    Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Saves what has changed since the last time, all in one write, and takes out what is over. Never called twice at once.</summary>
    /// <exception cref="IOException">It could not be written; the next call tries it again.</exception>
    Task SaveAsync(CancellationToken cancellationToken);
}

/// <summary>Loads at the start, saves every second, and once more at the end. A kill costs what changed in the last second.</summary>
internal sealed class LateSaving(IEnumerable<ISavedLater> parts, TimeProvider time, ILogger<LateSaving> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private PeriodicTimer? timer;
    private Task last = Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await part.LoadAsync(cancellationToken);
        }

        timer = new PeriodicTimer(Pause, time);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveNowAsync();
    }

    /// <summary>Saves without waiting for the second to pass.</summary>
    public Task SaveNowAsync()
    {
        lock (gate)
        {
            return last = SaveAfterAsync(last);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        timer?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await timer!.WaitForNextTickAsync(stoppingToken))
        {
            await SaveNowAsync();
        }
    }

    private async Task SaveAfterAsync(Task before)
    {
        await before;
        foreach (var part in parts)
        {
            try
            {
                await part.SaveAsync(CancellationToken.None);
            }
#pragma warning disable CA1031 // What is remembered here is a convenience: a full disk must not end the service that still answers.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.NotSaved(logger, e, part.GetType().Name);
            }
        }
    }
}

internal static class SavingRegistration
{
    /// <summary>Adds a part that is saved later, under its own type too.</summary>
    public static IServiceCollection AddSavedLater<T>(this IServiceCollection services, Func<IServiceProvider, T> make)
        where T : class, ISavedLater => services
        .AddSingleton(make)
        .AddSingleton<ISavedLater>(provider => provider.GetRequiredService<T>());

    /// <summary>Saves them; after whatever opens the store.</summary>
    public static IServiceCollection AddSaving(this IServiceCollection services) => services
        .AddSingleton<LateSaving>()
        .AddHostedService(provider => provider.GetRequiredService<LateSaving>());
}
