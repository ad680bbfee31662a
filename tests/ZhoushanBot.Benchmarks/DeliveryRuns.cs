using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Ledger;
using ZhoushanBot.Storage.LiteDb;
using ZhoushanBot.Tests.Delivery.Crash;

namespace ZhoushanBot.Benchmarks;

/// <summary>Delivery and the journal at full size: how fast, how much memory, and that nothing is lost.</summary>
internal static class DeliveryRuns
{
    private const int Lines = 1_000_000;
    private const int LinesAtOnce = 1_000;

    /// <summary>As many reminders to as many recipients, by a process of its own: first to a channel of 30 requests a second, then to one without limits.</summary>
    public static async Task SendAsync(int recipients, TextWriter output)
    {
        await output.WriteLineAsync($"""
            | {recipients} recipients, channel | delivered | s | a minute | requests | of them above the limit | peak memory of the sender, MB | put into the outbox, s |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);

        // Teams' limits hold for its channel only; the fake counts what comes above them.
        await SendAsync("limited to 30/s", "msteams", new TokenBucket(30, TimeProvider.System), recipients, output);
        await SendAsync("unlimited", "test", null, recipients, output);
    }

    /// <summary>Kills the sending process again and again.</summary>
    /// <returns>False when anything was lost, came twice without saying so, or is not in the journal.</returns>
    public static async Task<bool> KillAsync(int kills, int reminders, TextWriter output)
    {
        var seed = Environment.TickCount;
        var folder = Directory.CreateTempSubdirectory("zhoushanbot-");
        try
        {
            var began = Stopwatch.GetTimestamp();
            var report = await DeliveryKills.RunAsync(Path.Combine(folder.FullName, "store.db"), reminders, kills, seed, CancellationToken.None);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                | {reminders} reminders, 5 % of requests fail (seed {seed}) | |
                | --- | ---: |
                | kills | {report.Kills} in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s |
                | requests | {report.Requests} |
                | lost | {report.Lost} |
                | missing in the journal | {report.Unrecorded} |
                | journal | {(report.ChainFault is null ? "whole" : "BROKEN")} |
                | arrived again | {report.Repeated} |
                | of them without the mark | {report.Unmarked} |
                | messages marked as perhaps repeated | {report.Marked} |
                | memory of this process at its peak, MB | {PeakMegabytes()} |
                """));
            return report is { Lost: 0, Unrecorded: 0, Unmarked: 0, ChainFault: null };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Writes a million lines in batches, reads them in chunks and checks the chain.</summary>
    public static async Task JournalAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("zhoushanbot-");
        try
        {
            using var file = LiteDbFile.Open(Path.Combine(folder.FullName, "store.db"));
            var journal = new LiteDbJournal(file);
            await output.WriteLineAsync("""
                | journal | lines | s | lines a second |
                | --- | ---: | ---: | ---: |
                """);
            var began = Stopwatch.GetTimestamp();
            for (var first = 0; first < Lines; first += LinesAtOnce)
            {
                await journal.AppendAsync(Actor.Service, DateTimeOffset.UnixEpoch.AddSeconds(first), [.. Enumerable.Range(first, LinesAtOnce).Select(Line)], CancellationToken.None);
            }

            await ReportAsync($"append, {LinesAtOnce} at once", began, Lines, output);
            began = Stopwatch.GetTimestamp();
            const int Single = 500;
            for (var i = 0; i < Single; i++)
            {
                await journal.AppendAsync(Actor.Service, DateTimeOffset.UnixEpoch, [Line(i)], CancellationToken.None);
            }

            await ReportAsync("append, one at a time", began, Single, output);
            began = Stopwatch.GetTimestamp();
            var verdict = await journal.VerifyAsync(CancellationToken.None);
            await ReportAsync($"read in chunks and check the chain ({(verdict.Fault is null ? "whole" : "BROKEN")})", began, verdict.Lines, output);
            await output.WriteLineAsync($"""

                File {new FileInfo(file.Path).Length >> 20} MB, memory at its peak {PeakMegabytes()} MB.
                """);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JournalEvent Line(int number) => new(
        "progress.reported", $"舟政办发〔2024〕13号/{number % 169}", $$"""{"amount":{{number}},"unit":"万元","note":"已完成招标，正在进行主体施工，预计按期完成。"}""");

    private static Task ReportAsync(string what, long began, long count, TextWriter output)
    {
        var taken = Stopwatch.GetElapsedTime(began);
        return output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {what} | {count} | {taken.TotalSeconds:F1} | {count / taken.TotalSeconds:F0} |"));
    }

    private static long PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static async Task SendAsync(string name, string channel, TokenBucket? limit, int recipients, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("zhoushanbot-");
        try
        {
            var store = Path.Combine(folder.FullName, "store.db");
            var began = Stopwatch.GetTimestamp();
            using (var file = LiteDbFile.Open(store))
            {
                await new LiteDbOutbox(file).EnqueueAsync([.. TestContents.Messages(recipients, channel)], CancellationToken.None);
            }

            var enqueued = Stopwatch.GetElapsedTime(began);
            var first = 0L;
            await using var fake = await FakeChannel.StartAsync(() => Treatment.Accept, limit);
            fake.Progress = (number, _) => Interlocked.CompareExchange(ref first, Stopwatch.GetTimestamp(), 0);
            using var child = DeliveryChild.Start(store, fake.Url);
            var lines = (await child.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var taken = Stopwatch.GetElapsedTime(first);
            await child.WaitForExitAsync();
            var distinct = fake.Arrivals.Select(arrival => arrival.Key).Distinct(StringComparer.Ordinal).Count();
            var peak = lines[^1].Split(' ')[^1].Trim();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {distinct} | {taken.TotalSeconds:F1} | {distinct / taken.TotalMinutes:F0} | {fake.Requests} | {fake.AboveLimit} | {peak} | {enqueued.TotalSeconds:F1} |"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
