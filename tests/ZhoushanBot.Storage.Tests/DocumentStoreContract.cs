using ZhoushanBot.Storage.Documents;

namespace ZhoushanBot.Storage.Tests;

/// <summary>What every <see cref="IDocumentStore"/> must do, whatever database it stands on.</summary>
public abstract class DocumentStoreContract
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 1, 12, 0, 0, TimeSpan.FromHours(8));

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IDocumentStore Store { get; }

    [Fact]
    public async Task An_unknown_key_finds_nothing()
    {
        Assert.Null(await Store.FindAsync("谁", Cancelled));
        Assert.Empty(await Store.ListAsync(Cancelled));
        Assert.False(await Store.DeleteAsync("谁", Cancelled));
    }

    [Theory]
    [InlineData("key", """{"a":1}""")]
    [InlineData("", "")]
    [InlineData(" 前后 ", "  not parsed, \r\n not trimmed \0 ")]
    [InlineData("\U00020000", "\U0001F600")]
    public async Task A_document_comes_back_letter_for_letter(string key, string json)
    {
        await Store.PutAsync(new StoredDocument(key, json, Noon), Cancelled);

        Assert.Equal(new StoredDocument(key, json, Noon), await Store.FindAsync(key, Cancelled));
        Assert.Equal([new StoredDocument(key, json, Noon)], await Store.ListAsync(Cancelled));
    }

    [Fact]
    public async Task The_time_is_exact_and_comes_back_as_utc()
    {
        var time = new DateTimeOffset(2031, 5, 1, 12, 0, 0, TimeSpan.FromHours(8)).AddTicks(1_234_567);

        await Store.PutAsync(new StoredDocument("key", "{}", time), Cancelled);

        var found = await Store.FindAsync("key", Cancelled);
        Assert.Equal(time.UtcTicks, found!.UpdatedAt.Ticks);
        Assert.Equal(TimeSpan.Zero, found.UpdatedAt.Offset);
    }

    [Fact]
    public async Task Putting_again_replaces()
    {
        await Store.PutAsync(new StoredDocument("key", "old", Noon), Cancelled);

        await Store.PutAsync(new StoredDocument("key", "new", Noon.AddHours(-1)), Cancelled);

        Assert.Equal([new StoredDocument("key", "new", Noon.AddHours(-1))], await Store.ListAsync(Cancelled));
    }

    [Fact]
    public async Task A_deleted_document_is_gone()
    {
        await Store.PutAsync(new StoredDocument("key", "{}", Noon), Cancelled);

        var wasThere = await Store.DeleteAsync("key", Cancelled);

        Assert.True(wasThere);
        Assert.Null(await Store.FindAsync("key", Cancelled));
    }

    [Fact]
    public async Task Keys_are_told_apart_letter_by_letter_and_listed_in_ordinal_order()
    {
        var longKey = new string('长', 5_000);
        foreach (var key in new[] { "b", "a", "B", "a ", longKey })
        {
            await Store.PutAsync(new StoredDocument(key, key, Noon), Cancelled);
        }

        var listed = await Store.ListAsync(Cancelled);

        Assert.Equal(["B", "a", "a ", "b", longKey], listed.Select(document => document.Key), StringComparer.Ordinal);
        Assert.Equal(listed.Select(document => document.Key), listed.Select(document => document.Json), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Many_changes_go_in_one_step()
    {
        await Store.ChangeAsync([new StoredDocument("a", "1", Noon), new StoredDocument("b", "1", Noon)], [], Cancelled);

        await Store.ChangeAsync([new StoredDocument("b", "2", Noon), new StoredDocument("c", "2", Noon)], ["a", "not there"], Cancelled);
        await Store.ChangeAsync([], [], Cancelled);

        Assert.Equal([new StoredDocument("b", "2", Noon), new StoredDocument("c", "2", Noon)], await Store.ListAsync(Cancelled));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_since_no_file_can_keep_it()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.PutAsync(new StoredDocument("\uD800", "{}", Noon), Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.PutAsync(new StoredDocument("key", "\uDC00\uD800", Noon), Cancelled));

        Assert.Empty(await Store.ListAsync(Cancelled));
    }

    [Fact]
    public async Task Many_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Store.PutAsync(new StoredDocument($"{i}", "{}", Noon), Cancelled)));

        Assert.Equal(50, (await Store.ListAsync(Cancelled)).Length);
    }
}
