using System.Globalization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests.Crash;

public sealed class CrashTests : IDisposable
{
    private const int Rounds = 24;
    private readonly ScratchFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_a_store_keeps_every_acknowledged_write_and_no_half_one()
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage("Seed {0}", seed);
        var random = new Random(seed);
        var done = 0;

        for (var round = 0; round < Rounds; round++)
        {
            // 0: while it is being made, opened or recovered.
            var acknowledged = await KillAfterLinesAsync(done, random.Next(0, 40));

            done = await StepsDoneAsync(acknowledged, $"round {round}, seed {seed}");
        }

        Assert.InRange(done, Rounds, int.MaxValue);
    }

    [Fact]
    public async Task Killed_the_moment_a_commit_returns_a_store_keeps_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process cannot kill itself at once on Windows.");
        LiteDbFile.Open(folder.StorePath).Dispose();

        // The first commit after opening is the one that LiteDB by itself loses, about two times in five.
        for (var round = 1; round <= 12; round++)
        {
            await RunAsync(StoreChild.Commit, "60");

            using var engine = StoreEngine.Open(folder.StorePath);
            Assert.Equal(round * 60, CrashWork.CountInserted(engine.Database));
        }
    }

    [Fact]
    public async Task On_a_full_disk_a_write_fails_clearly_leaves_nothing_and_succeeds_once_there_is_room()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot limit the size of a process's files.");

        var lines = await RunAsync(StoreChild.Fill, $"{1 << 20}");

        Assert.StartsWith(StoreChild.Full, lines[0], StringComparison.Ordinal);
        Assert.EndsWith(nameof(StoreDiskFullException), lines[0], StringComparison.Ordinal);
        Assert.Equal(["True", $"{StoreChild.Recovered} True"], lines[1..], StringComparer.Ordinal);
    }

    [Fact]
    public async Task On_a_disk_that_fills_while_the_log_is_brought_in_no_write_is_lost()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot limit the size of a process's files.");

        var lines = await RunAsync(StoreChild.FillByCheckpoint, $"{1 << 20}");

        Assert.Equal([$"{StoreChild.Full} {nameof(StoreDiskFullException)}", "True", $"{StoreChild.Recovered} True"], lines, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_second_process_is_refused_and_told_file_reason_and_remedy_in_both_languages()
    {
        using var file = LiteDbFile.Open(folder.StorePath);
        await CrashWork.DoAsync(file, 1);

        var lines = await RunAsync(StoreChild.Open);

        var expected = new StoreInUseException(folder.StorePath, new IOException());
        Assert.Equal([nameof(StoreInUseException), expected.Chinese, expected.English], lines, StringComparer.Ordinal);
        Assert.Equal(CrashWork.StateAfter(1), await CrashWork.StateOfAsync(file));
    }

    [Fact]
    public async Task A_second_process_may_have_the_store_when_the_first_has_closed_it()
    {
        LiteDbFile.Open(folder.StorePath).Dispose();

        var lines = await RunAsync(StoreChild.Open);

        Assert.Equal(["opened"], lines, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Killed_while_appending_the_journal_keeps_every_acknowledged_line_whole_appends_and_its_chain()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var acknowledged = 0;

        for (var round = 0; round < 12; round++)
        {
            acknowledged = await KillAfterLinesAsync(random.Next(0, 40), acknowledged, StoreChild.AppendOn, folder.StorePath);

            using var file = LiteDbFile.Open(folder.StorePath);
            var all = await new LiteDbJournal(file).ReadAsync(0, int.MaxValue, Cancelled);
            Assert.True(all.Length >= acknowledged, $"round {round}, seed {seed}: {all.Length} lines of {acknowledged} acknowledged");
            Assert.Null(JournalChain.FirstFault(null, all));
            Assert.True(all.IsEmpty || all[^1].Event.Subject.Split(" of ") is [var last, var lines] && last == lines, $"round {round}, seed {seed}: half an append");
            acknowledged = all.Length;
        }

        Assert.InRange(acknowledged, 12, int.MaxValue);
    }

    [Fact]
    public async Task Killed_while_sending_the_outbox_loses_no_message_and_recovers_those_under_way()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var done = 0;

        for (var round = 0; round < 12; round++)
        {
            done = await KillAfterLinesAsync(random.Next(0, 40), done, StoreChild.SendOn, folder.StorePath, $"{done + 1}");

            using var file = LiteDbFile.Open(folder.StorePath);
            var outbox = new LiteDbOutbox(file);
            var underWay = (await outbox.ListAsync(OutboxStage.Sending, int.MaxValue, Cancelled)).Rows;
            Assert.Equal(underWay.Length, await outbox.RecoverAsync(Cancelled));
            var due = (await outbox.ListAsync(OutboxStage.Due, int.MaxValue, Cancelled)).Rows;
            var sent = (await outbox.ListAsync(OutboxStage.Sent, int.MaxValue, Cancelled)).Rows;
            Assert.All(underWay, row => Assert.True(due.Single(again => again.Message == row.Message).MayRepeat, $"round {round}, seed {seed}"));
            var kept = due.Concat(sent).Select(row => row.Message.Key).ToHashSet();
            var isOneMore = kept.Contains($"{done + 1}/0");
            var expected = Enumerable.Range(1, isOneMore ? done + 1 : done).SelectMany(CrashWork.MessagesOf).Select(message => message.Key).ToHashSet();
            Assert.True(kept.SetEquals(expected), $"round {round}, seed {seed}: {kept.Count} of {expected.Count} messages");
            done = isOneMore ? done + 1 : done;
        }

        Assert.InRange(done, 12, int.MaxValue);
    }

    /// <summary>Kills a writing process when it has printed some lines; gives the last write that it acknowledged.</summary>
    private Task<int> KillAfterLinesAsync(int done, int lines) =>
        KillAfterLinesAsync(lines, done, StoreChild.WriteOn, folder.StorePath, $"{done + 1}");

    private static async Task<int> KillAfterLinesAsync(int lines, int done, params string[] what)
    {
        using var child = StoreChild.Start(what);
        var last = await child.StandardOutput.ReadLineAsync(Cancelled);
        for (var line = 0; line < lines; line++)
        {
            last = await child.StandardOutput.ReadLineAsync(Cancelled) ?? throw new InvalidOperationException($"The child ended by itself after {last}.");
        }

        child.Kill();

        // What it had said before it died counts too, except for half a line.
        var rest = await child.StandardOutput.ReadToEndAsync(Cancelled);
        await child.WaitForExitAsync(Cancelled);
        last = rest.Contains('\n', StringComparison.Ordinal) ? rest.Split('\n')[^2] : last;
        return last == StoreChild.Opening ? done : int.Parse(last!, CultureInfo.InvariantCulture);
    }

    /// <summary>Opens the store and tells how many writes it holds: those acknowledged, or one more that was under way.</summary>
    private async Task<int> StepsDoneAsync(int acknowledged, string where)
    {
        using var file = LiteDbFile.Open(folder.StorePath);
        var state = await CrashWork.StateOfAsync(file);
        if (state == CrashWork.StateAfter(acknowledged + 1))
        {
            return acknowledged + 1;
        }

        Assert.True(state == CrashWork.StateAfter(acknowledged), $"{where}: after write {acknowledged} the store holds\n{state}");
        return acknowledged;
    }

    private async Task<string[]> RunAsync(string what, params string[] arguments)
    {
        using var child = StoreChild.Start([what, folder.StorePath, .. arguments]);
        var output = await child.StandardOutput.ReadToEndAsync(Cancelled);
        await child.WaitForExitAsync(Cancelled);
        return output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
