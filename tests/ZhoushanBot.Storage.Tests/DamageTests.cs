using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests;

/// <summary>A broken store is an error that says so, never another answer.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly NoticeContent notice = ANotice.OfUsualSize();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(8192, "only the first page is left")]
    [InlineData(5 * 8192, "the first pages are left")]
    [InlineData(20_000, "cut inside a page")]
    public async Task A_truncated_store_is_named_damaged(int length, string reason)
    {
        var whole = await MakeStoreAsync();

        File.WriteAllBytes(folder.StorePath, whole[..length]);

        Assert.True(await ReadAsync() is StoreException, reason);
    }

    [Fact]
    public async Task A_flipped_byte_gives_the_same_notice_or_an_error_but_never_another_notice()
    {
        var whole = await MakeStoreAsync();
        var expected = Structure.Of(notice);
        var random = new Random(20310501);
        var errors = 0;

        for (var round = 0; round < 100; round++)
        {
            var broken = whole.ToArray();
            var place = random.Next(64, broken.Length);
            broken[place] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(folder.StorePath, broken);

            var result = await ReadAsync();

            errors += result is StoreException ? 1 : 0;
            Assert.True(result is StoreException || (string)result == expected, $"Byte {place}, round {round}: {result}");
        }

        Assert.InRange(errors, 30, 100);
    }

    [Fact]
    public async Task A_changed_work_item_is_found_out_by_the_checksum()
    {
        using var file = LiteDbFile.Open(folder.StorePath);
        var store = new LiteDbNoticeStore(file);
        await store.SaveAsync(notice, Cancelled);
        await file.WriteAsync(
            database =>
            {
                var workItems = database.GetCollection("workItems");
                var first = workItems.FindAll().First();
                first["json"] = NoticeJson.WriteWorkItem(ANotice.Item("id", 1, "another text"));
                return workItems.Update(first);
            },
            Cancelled);

        var failure = await Assert.ThrowsAsync<StoreDamagedException>(() => store.LoadAllAsync(Cancelled));

        Assert.Contains(notice.Notice.DocumentNumber, failure.Chinese, StringComparison.Ordinal);
    }

    private async Task<byte[]> MakeStoreAsync()
    {
        using (var file = LiteDbFile.Open(folder.StorePath))
        {
            await new LiteDbNoticeStore(file).SaveAsync(notice, Cancelled);
        }

        return File.ReadAllBytes(folder.StorePath);
    }

    /// <summary>The one notice as text, or what the store said instead.</summary>
    private async Task<object> ReadAsync()
    {
        try
        {
            using var file = LiteDbFile.Open(folder.StorePath);
            return Structure.Of((await new LiteDbNoticeStore(file).LoadAllAsync(Cancelled)).SingleOrDefault());
        }
        catch (StoreException e)
        {
            return e;
        }
        finally
        {
            File.Delete(StoreEngine.LogPathOf(folder.StorePath));
        }
    }
}
