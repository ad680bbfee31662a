using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests;

/// <summary>What every <see cref="IJournal"/> promises.</summary>
public abstract class JournalContract
{
    private static readonly DateTimeOffset Noon = new DateTimeOffset(2031, 5, 1, 12, 0, 0, TimeSpan.FromHours(8)).AddTicks(1_234_567);
    private static readonly Actor Liaison = new("account-1", "王小明");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IJournal Journal { get; }

    [Fact]
    public async Task An_empty_journal_has_no_lines() => Assert.Empty(await Journal.ReadAsync(0, 10, Cancelled));

    [Fact]
    public async Task What_is_written_comes_back_as_it_was_in_UTC()
    {
        var written = await Journal.AppendAsync(Liaison, Noon, [new("progress.reported", "任务一", """{"note":" 空格 \u0000 𠮷"}""")], Cancelled);

        var read = Assert.Single(await Journal.ReadAsync(0, 10, Cancelled));
        Assert.Equal(Assert.Single(written), read);
        Assert.Equal(new JournalEntry(1, Noon.ToUniversalTime(), Liaison, new("progress.reported", "任务一", """{"note":" 空格 \u0000 𠮷"}"""), read.Hash), read);
        Assert.Equal(TimeSpan.Zero, read.At.Offset);
    }

    [Fact]
    public async Task Lines_are_numbered_from_1_without_gaps_and_follow_from_one_another()
    {
        await Journal.AppendAsync(Liaison, Noon, [Event("a"), Event("b")], Cancelled);
        await Journal.AppendAsync(Actor.Service, Noon.AddDays(-1), [Event("c")], Cancelled);

        var all = await Journal.ReadAsync(0, 10, Cancelled);

        Assert.Equal([1L, 2, 3], all.Select(entry => entry.Sequence));
        Assert.Equal(["a", "b", "c"], all.Select(entry => entry.Event.Subject));
        Assert.Null(JournalChain.FirstFault(null, all));
    }

    [Fact]
    public async Task Reading_goes_on_behind_a_line_and_stops_at_the_limit()
    {
        await Journal.AppendAsync(Liaison, Noon, [.. Enumerable.Range(1, 12).Select(i => Event($"{i}"))], Cancelled);

        var first = await Journal.ReadAsync(0, 5, Cancelled);
        var second = await Journal.ReadAsync(first[^1].Sequence, 5, Cancelled);
        var third = await Journal.ReadAsync(second[^1].Sequence, 5, Cancelled);

        Assert.Equal([1L, 2, 3, 4, 5], first.Select(entry => entry.Sequence));
        Assert.Equal([6L, 7, 8, 9, 10], second.Select(entry => entry.Sequence));
        Assert.Equal([11L, 12], third.Select(entry => entry.Sequence));
        Assert.Empty(await Journal.ReadAsync(12, 5, Cancelled));
    }

    [Fact]
    public async Task Nothing_to_write_writes_nothing()
    {
        Assert.Empty(await Journal.AppendAsync(Liaison, Noon, [], Cancelled));

        Assert.Empty(await Journal.ReadAsync(0, 1, Cancelled));
    }

    [Fact]
    public async Task All_of_an_append_is_refused_when_one_line_cannot_be_kept()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Journal.AppendAsync(Liaison, Noon, [Event("a"), Event("\uD800")], Cancelled));

        Assert.Empty(await Journal.ReadAsync(0, 10, Cancelled));
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Journal.AppendAsync(Liaison, Noon, [Event($"{i}"), Event($"{i}")], Cancelled)));

        var all = await Journal.ReadAsync(0, 1_000, Cancelled);
        Assert.Equal(80, all.Length);
        Assert.Null(JournalChain.FirstFault(null, all));
        Assert.All(all.Chunk(2), pair => Assert.Equal(pair[0].Event, pair[1].Event));
    }

    protected static JournalEvent Event(string subject) => new("test.happened", subject, "{}");
}

public sealed class InMemoryJournalTests : JournalContract
{
    protected override IJournal Journal { get; } = new InMemoryJournal();
}

public sealed class LiteDbJournalTests : JournalContract, IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly LiteDbFile file;

    public LiteDbJournalTests()
    {
        file = LiteDbFile.Open(folder.StorePath);
        Journal = new LiteDbJournal(file);
    }

    protected override IJournal Journal { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Another_opening_goes_on_with_the_chain()
    {
        await Journal.AppendAsync(Actor.Service, default, [Event("a")], Cancelled);
        file.Dispose();

        using var again = LiteDbFile.Open(folder.StorePath);
        var journal = new LiteDbJournal(again);
        await journal.AppendAsync(Actor.Service, default, [Event("b")], Cancelled);

        var all = await journal.ReadAsync(0, 10, Cancelled);
        Assert.Equal(["a", "b"], all.Select(entry => entry.Event.Subject));
        Assert.Null(JournalChain.FirstFault(null, all));
    }

    [Theory]
    [InlineData("json", "\"{\\\"reached\\\":5}\"", 4)]
    [InlineData("name", "\"李四\"", 4)]
    [InlineData("kind", "\"progress.reviewed\"", 4)]
    [InlineData("at", "{\"$numberLong\":\"638000000000000000\"}", 4)]
    [InlineData(null, null, 5)]
    public async Task A_changed_or_missing_line_is_found(string? field, string? value, long found)
    {
        await Journal.AppendAsync(Actor.Service, default, [.. Enumerable.Range(1, 9).Select(i => Event($"{i}"))], Cancelled);
        await file.WriteAsync(
            database =>
            {
                var lines = database.GetCollection(LiteDbJournal.Lines);
                if (field is null)
                {
                    return lines.Delete(4L);
                }

                var line = lines.FindById(4L);
                line[field] = LiteDB.JsonSerializer.Deserialize(value);
                return lines.Update(line);
            },
            Cancelled);

        var fault = JournalChain.FirstFault(null, await Journal.ReadAsync(0, 100, Cancelled));

        Assert.Equal(found, fault?.Sequence);
    }
}
