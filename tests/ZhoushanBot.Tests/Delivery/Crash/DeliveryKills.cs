using System.Globalization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Tests.Delivery.Crash;

/// <summary>What a run of kills left.</summary>
/// <param name="Kills">Processes killed.</param>
/// <param name="Requests">Requests that the channel saw.</param>
/// <param name="Lost">Messages that never arrived or are not known as sent.</param>
/// <param name="Repeated">Arrivals beyond the first of their message.</param>
/// <param name="Unmarked">Those of them that did not say that they may repeat.</param>
/// <param name="Marked">Messages that are marked in the outbox.</param>
/// <param name="RepeatedUnknown">Messages that arrived more than once and are not marked in the outbox.</param>
/// <param name="Unrecorded">Messages that the journal does not know as sent.</param>
/// <param name="ChainFault">The first line of the journal that does not follow; null when all do.</param>
internal sealed record KillReport(int Kills, int Requests, int Lost, int Repeated, int Unmarked, int Marked, int RepeatedUnknown, int Unrecorded, long? ChainFault);

/// <summary>
/// Has reminders sent to a channel that fails one request in twenty (429, 502, no answer), and kills the sending process at random moments: while it starts, when a
/// request has come, when its message has arrived and the answer is on its way.
/// </summary>
internal static class DeliveryKills
{
    private static readonly string[] Settings =
    [
        "--Delivery:Parallel=16", "--Delivery:RetryDelay=00:00:00.100", "--Delivery:MaxRetryDelay=00:00:00.500", "--Bot:Connector:MaxAttempts=1",
        "--Bot:Connector:AttemptTimeout=00:00:00.400", "--Bot:Connector:BreakDuration=00:00:00.500",
    ];

    public static async Task<KillReport> RunAsync(string storePath, int messages, int kills, int seed, CancellationToken cancellationToken)
    {
        await FillAsync(storePath, messages, cancellationToken);
        var random = new Random(seed);
        var faults = new Random(seed + 1);
        await using var channel = await FakeChannel.StartAsync(() =>
        {
            lock (faults)
            {
                return faults.NextDouble() >= 0.05 ? Treatment.Accept : (Treatment)faults.Next(1, 5);
            }
        });

        for (var kill = 0; kill < kills; kill++)
        {
            // On the average all of them together stay clear of the last message.
            await KillAsync(channel, storePath, random.Next(0, Math.Max(2, messages / kills)), random.Next(0, 4), cancellationToken);
        }

        using (var last = DeliveryChild.Start(storePath, channel.Url, Settings))
        {
            await last.StandardOutput.ReadToEndAsync(cancellationToken);
            await last.WaitForExitAsync(cancellationToken);
        }

        return await JudgeAsync(storePath, messages, kills, channel, cancellationToken);
    }

    private static async Task FillAsync(string storePath, int messages, CancellationToken cancellationToken)
    {
        using var file = LiteDbFile.Open(storePath);
        await new LiteDbOutbox(file).EnqueueAsync([.. TestContents.Messages(messages, "test")], cancellationToken);
    }

    /// <param name="channel">Where it sends.</param>
    /// <param name="storePath">What it sends.</param>
    /// <param name="after">After how many requests from now; 0 for while it starts.</param>
    /// <param name="when">0: when that request has come; else when its message has arrived, with the answer a little under way or not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private static async Task KillAsync(FakeChannel channel, string storePath, int after, int when, CancellationToken cancellationToken)
    {
        var moment = new TaskCompletionSource();
        var last = channel.Requests + after;
        channel.Progress = (number, hasArrived) =>
        {
            if (number >= last && hasArrived == when > 0)
            {
                moment.TrySetResult();
            }
        };
        using var child = DeliveryChild.Start(storePath, channel.Url, Settings);
        if (after == 0)
        {
            await child.StandardOutput.ReadLineAsync(cancellationToken);
        }
        else
        {
            await Task.WhenAny(moment.Task, child.WaitForExitAsync(cancellationToken));
            if (when == 3)
            {
                // So that the answer is being written down in the store.
                await Task.Delay(TimeSpan.FromMilliseconds(after % 8), TimeProvider.System, cancellationToken);
            }
        }

        channel.Progress = null;
        child.Kill();
        await child.WaitForExitAsync(cancellationToken);
        if (child.ExitCode == 0)
        {
            throw new InvalidOperationException("The sending process came to its end before it was killed: too few messages for so many kills.");
        }
    }

    private static async Task<KillReport> JudgeAsync(string storePath, int messages, int kills, FakeChannel channel, CancellationToken cancellationToken)
    {
        using var file = LiteDbFile.Open(storePath);
        var sent = (await new LiteDbOutbox(file).ListAsync(OutboxStage.Sent, int.MaxValue, cancellationToken)).Rows;
        var lines = await new LiteDbJournal(file).ReadAsync(0, int.MaxValue, cancellationToken);
        var arrivals = channel.Arrivals.GroupBy(arrival => arrival.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var known = sent.Select(row => row.Message.Key).ToHashSet(StringComparer.Ordinal);
        var marked = sent.Where(row => row.MayRepeat).Select(row => row.Message.Key).ToHashSet(StringComparer.Ordinal);
        var recorded = lines.Where(line => line.Event.Kind == DeliveryLines.Sent).Select(line => line.Event.Subject).ToHashSet(StringComparer.Ordinal);
        var all = Enumerable.Range(0, messages).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        return new KillReport(
            kills,
            channel.Requests,
            all.Count(key => !known.Contains(key) || !arrivals.ContainsKey(key)),
            arrivals.Values.Sum(times => times.Count - 1),
            arrivals.Values.Sum(times => times.Skip(1).Count(arrival => !arrival.MayRepeat)),
            marked.Count,
            arrivals.Count(arrival => arrival.Value.Count > 1 && !marked.Contains(arrival.Key)),
            all.Count(key => !recorded.Contains(key)),
            JournalChain.FirstFault(null, lines)?.Sequence);
    }
}
