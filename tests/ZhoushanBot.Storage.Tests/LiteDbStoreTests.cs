using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Storage.Documents;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests;

public sealed class LiteDbNoticeStoreTests : NoticeStoreContract, IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly LiteDbFile file;

    public LiteDbNoticeStoreTests()
    {
        file = LiteDbFile.Open(folder.StorePath);
        Store = new LiteDbNoticeStore(file);
    }

    protected override INoticeStore Store { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Saving_the_same_again_writes_nothing()
    {
        await Store.SaveAsync(ANotice.OfUsualSize(), Cancelled);
        var before = LogLength();

        await Store.SaveAsync(ANotice.OfUsualSize(), Cancelled);

        Assert.Equal(before, LogLength());
    }

    [Fact]
    public async Task A_log_that_has_grown_long_is_brought_into_the_file()
    {
        for (var round = 0; round < 30; round++)
        {
            await Store.SaveAsync(ANotice.Numbered("号", 2031, new string('字', 200_000 + round)), Cancelled);
        }

        Assert.InRange(LogLength(), 0, 10 << 20);
        Assert.InRange(new FileInfo(folder.StorePath).Length, 600_000, long.MaxValue);
    }

    private long LogLength() => new FileInfo(folder.At("store-log.db")).Length;
}

public sealed class LiteDbDocumentStoreTests : DocumentStoreContract, IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly LiteDbFile file;

    public LiteDbDocumentStoreTests()
    {
        file = LiteDbFile.Open(folder.StorePath);
        Store = new LiteDbDocumentStore(file, "remembered");
    }

    protected override IDocumentStore Store { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Collections_of_different_names_know_nothing_of_each_other()
    {
        var other = new LiteDbDocumentStore(file, "others");

        await other.PutAsync(new StoredDocument("key", "{}", default), Cancelled);

        Assert.Empty(await Store.ListAsync(Cancelled));
        Assert.Single(await other.ListAsync(Cancelled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("名字")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefg")]
    public void A_name_is_up_to_32_letters(string name) => Assert.ThrowsAny<ArgumentException>(() => new LiteDbDocumentStore(file, name));
}
