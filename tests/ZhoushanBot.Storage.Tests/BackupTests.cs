using ZhoushanBot.Storage.Documents;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests;

public sealed class BackupTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly LiteDbFile file;

    public BackupTests() => file = LiteDbFile.Open(folder.StorePath);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Copy => folder.At("backup/copy.db");

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_backup_opens_and_holds_what_the_store_held_then()
    {
        var notice = ANotice.OfUsualSize();
        await new LiteDbNoticeStore(file).SaveAsync(notice, Cancelled);

        await file.BackUpAsync(Copy, Cancelled);
        await new LiteDbNoticeStore(file).RemoveAsync(notice.Notice.Id, Cancelled);

        using var copy = LiteDbFile.Open(Copy);
        Assert.Equal(Structure.Of(notice), Structure.Of(Assert.Single(await new LiteDbNoticeStore(copy).LoadAllAsync(Cancelled))));
        Assert.Empty(await new LiteDbNoticeStore(file).LoadAllAsync(Cancelled));
    }

    [Fact]
    public async Task A_newer_backup_replaces_the_older_one_and_leaves_nothing_else()
    {
        await file.BackUpAsync(Copy, Cancelled);
        await new LiteDbNoticeStore(file).SaveAsync(ANotice.Numbered("号"), Cancelled);

        await file.BackUpAsync(Copy, Cancelled);

        Assert.Equal([Copy], Directory.GetFiles(folder.At("backup")), StringComparer.Ordinal);
        using var copy = LiteDbFile.Open(Copy);
        Assert.Single(await new LiteDbNoticeStore(copy).LoadAllAsync(Cancelled));
    }

    [Fact]
    public async Task What_a_crash_left_of_an_older_backup_does_no_harm()
    {
        Directory.CreateDirectory(folder.At("backup"));
        File.WriteAllBytes($"{Copy}.unproved", new byte[100]);
        File.WriteAllBytes(folder.At("backup/copy.db-log.unproved"), new byte[8192]);

        await file.BackUpAsync(Copy, Cancelled);

        Assert.Equal([Copy], Directory.GetFiles(folder.At("backup")), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Writing_goes_on_during_a_backup()
    {
        var documents = new LiteDbDocumentStore(file, "remembered");
        await new LiteDbNoticeStore(file).SaveAsync(ANotice.OfUsualSize(), Cancelled);

        var backup = file.BackUpAsync(Copy, Cancelled);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => documents.PutAsync(new StoredDocument($"{i}", "{}", default), Cancelled)));
        await backup;

        Assert.Equal(20, (await documents.ListAsync(Cancelled)).Length);
        using var copy = LiteDbFile.Open(Copy);
        Assert.Single(await new LiteDbNoticeStore(copy).LoadAllAsync(Cancelled));
    }

    [Fact]
    public async Task The_store_cannot_be_its_own_backup() =>
        await Assert.ThrowsAsync<ArgumentException>(() => file.BackUpAsync(folder.StorePath, Cancelled));

    [Fact]
    public async Task A_backup_that_cannot_be_written_names_its_place_and_the_store_works_on()
    {
        File.WriteAllText(folder.At("file"), string.Empty);

        var failure = await Assert.ThrowsAnyAsync<StoreException>(() => file.BackUpAsync(folder.At("file/copy.db"), Cancelled));

        Assert.Equal(folder.At("file/copy.db"), failure.Path);
        await new LiteDbNoticeStore(file).SaveAsync(ANotice.Numbered("号"), Cancelled);
    }

    [Fact]
    public async Task A_copy_that_lacks_a_document_is_not_taken_for_a_backup()
    {
        await new LiteDbNoticeStore(file).SaveAsync(ANotice.Numbered("号", 2031, "一"), Cancelled);
        await file.BackUpAsync(Copy, Cancelled);

        var expected = new Dictionary<string, int>(StringComparer.Ordinal) { ["workItems"] = 2 };
        var failure = Assert.Throws<StoreDamagedException>(() => StoreFiles.Prove(Copy, expected));

        Assert.Equal(Copy, failure.Path);
    }
}
