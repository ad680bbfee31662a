using ZhoushanBot.Core.Journal;
using ZhoushanBot.Storage;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Ledger;

/// <summary>Reads the journal once at the start, beside everything else, and says whether it holds together.</summary>
internal sealed class LedgerWatch(IJournal journal, LedgerStatus status, ILogger<LedgerWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var verdict = await journal.VerifyAsync(stoppingToken);
            status.Verdict = verdict;
            if (verdict.Fault is { } fault)
            {
                Log.JournalBroken(logger, fault.Sequence);
            }
            else
            {
                Log.JournalWhole(logger, verdict.Lines);
            }
        }
        catch (StoreException e)
        {
            Log.JournalUnreadable(logger, e);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start reads it again.
        }
    }
}

/// <summary>What <see cref="LedgerWatch"/> found.</summary>
internal sealed class LedgerStatus
{
    private volatile LedgerVerdict? verdict;

    /// <summary>Null while it reads.</summary>
    public LedgerVerdict? Verdict { get => verdict; set => verdict = value; }
}

internal static class LedgerRegistration
{
    /// <summary>Has the journal looked through at the start.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<LedgerStatus>()
        .AddHostedService<LedgerWatch>();
}
