using System.Collections.Immutable;
using System.Globalization;
using LiteDB;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Storage.Documents;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests.Crash;

/// <summary>An endless row of numbered writes, so that the state after each is known: the process that is killed does them, the test compares.</summary>
internal static class CrashWork
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Does one write: two out of three save a notice of up to 50 tasks, mostly over an older text of it.</summary>
    public static async Task DoAsync(LiteDbFile file, int step)
    {
        if (step % 11 == 0)
        {
            await file.CheckpointAsync();
        }

        if (step % 3 == 0)
        {
            await new LiteDbDocumentStore(file, "crash").PutAsync(DocumentOf(step), CancellationToken.None);
        }
        else
        {
            await new LiteDbNoticeStore(file).SaveAsync(NoticeOf(step), CancellationToken.None);
        }
    }

    /// <summary>Appends one to seven lines at once, each of which knows how many they are; gives the number of the last.</summary>
    public static async Task<long> AppendAsync(IJournal journal)
    {
        var before = (await journal.ReadAsync(0, int.MaxValue, CancellationToken.None)).Length;
        var lines = 1 + (before % 7);
        var events = Enumerable.Range(1, lines)
            .Select(line => new JournalEvent("crash.test", string.Create(CultureInfo.InvariantCulture, $"{line} of {lines}"), $"\"{new string('字', before % 500)}\""));
        return (await journal.AppendAsync(Actor.Service, Noon, [.. events], CancellationToken.None))[^1].Sequence;
    }

    /// <summary>Enqueues three messages, claims up to four and settles all but one of them.</summary>
    public static async Task SendAsync(IOutbox outbox, int round)
    {
        await outbox.EnqueueAsync([.. MessagesOf(round)], CancellationToken.None);
        var claim = await outbox.ClaimDueAsync(Noon, 4, 4, CancellationToken.None);
        await outbox.SettleAsync(
            [.. claim.Rows.Skip(1).Select(row => new OutboxSettlement(row.Message.Key, new OutboxState.Sent(row.Message.Key, Noon)))], CancellationToken.None);
    }

    /// <summary>The messages that a round enqueues.</summary>
    public static IEnumerable<OutboxMessage> MessagesOf(int round) => Enumerable.Range(0, 3)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{round}/{i}"))
        .Select(key => new OutboxMessage(key, new OutboxRecipient("test", key, "", ""), "crash.test", "{}", Noon));

    /// <summary>Puts documents of 3 KB into a collection of their own, behind those already there.</summary>
    public static int Insert(ILiteDatabase database, int documents) => database.GetCollection("probe", BsonAutoId.Int32)
        .Insert(Enumerable.Range(0, documents).Select(_ => new BsonDocument { ["filling"] = new byte[3_000] }));

    public static int CountInserted(ILiteDatabase database) => database.GetCollection("probe").FindAll().Count();

    /// <summary>Everything that a store holds, as text.</summary>
    public static async Task<string> StateOfAsync(LiteDbFile file) => Describe(
        await new LiteDbNoticeStore(file).LoadAllAsync(CancellationToken.None),
        await new LiteDbDocumentStore(file, "crash").ListAsync(CancellationToken.None));

    /// <summary>Everything that a store must hold after a number of writes.</summary>
    public static string StateAfter(int steps)
    {
        // Every key is written at least once in 30 steps, so nothing older is left.
        var first = Math.Max(1, steps - 29);
        var done = Enumerable.Range(first, steps - first + 1).ToArray();
        return Describe(
            [.. done.Where(step => step % 3 != 0).Select(NoticeOf).GroupBy(notice => notice.Notice.Id, (_, texts) => texts.Last(), StringComparer.Ordinal)
                .OrderBy(notice => notice.Notice.DocumentNumber, StringComparer.Ordinal)],
            [.. done.Where(step => step % 3 == 0).Select(DocumentOf).GroupBy(document => document.Key, (_, versions) => versions.Last(), StringComparer.Ordinal)
                .OrderBy(document => document.Key, StringComparer.Ordinal)]);
    }

    private static string Describe(ImmutableArray<NoticeContent> notices, ImmutableArray<StoredDocument> documents) =>
        string.Join('\n', [.. notices.Select(Structure.Of), .. documents.Select(document => $"{document.Key}: {document.Json}")]);

    private static NoticeContent NoticeOf(int step)
    {
        var texts = Enumerable.Range(1, 1 + (step % 50)).Select(i => string.Create(CultureInfo.InvariantCulture, $"第{step}次写入的第{i}项任务"));
        var notice = ANotice.Numbered(string.Create(CultureInfo.InvariantCulture, $"号{step % 2}"), 2031, [.. texts]);
        return notice with { Notice = notice.Notice with { SourceText = new string('文', step % 7 * 3_000) } };
    }

    private static StoredDocument DocumentOf(int step) => new(
        string.Create(CultureInfo.InvariantCulture, $"key {step % 5}"), string.Create(CultureInfo.InvariantCulture, $"{{\"step\":{step}}}"), Noon);
}
