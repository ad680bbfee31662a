using System.Collections.Immutable;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Import;

/// <summary>
/// Looks every second whether somebody changed a file of names or synonyms, and shows the new words once the file rests: a half-written one is
/// not read. By polling, which a network drive and a container's volume support as well.
/// </summary>
internal sealed class NameWatch(NameFiles names, NoticeArchive archive, TimeProvider time, ILogger<NameWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private string? lastSeen;
    private string? taken;
    private ImmutableArray<NameFileFault> reported = [];

    /// <summary>Looks once; takes in what has changed and has not changed again since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var seen = names.Signature();
            if (seen != taken && seen == lastSeen)
            {
                taken = seen;
                if (await archive.ReadNamesAgainAsync(cancellationToken))
                {
                    Log.NamesRead(logger);
                }
            }

            lastSeen = seen;
            Report();
        }
#pragma warning disable CA1031 // Whatever an office writes into a file, the service goes on with the words that it has.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.NamesRefused(logger, e.Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Report()
    {
        var faults = names.Faults;
        foreach (var fault in faults.Except(reported))
        {
            Log.NamesRefused(logger, fault.ToString());
        }

        reported = faults;
    }
}
