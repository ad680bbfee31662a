using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Storage.Documents;
using ZhoushanBot.Storage.LiteDb;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Tests.Turns;

public sealed class ConversationMemoryTests : IDisposable
{
    private static readonly ConversationKey Key = new("emulator", "c", "u");

    private static readonly ConversationContext AContext = ConversationContext.Empty.With(
        new ContextTurn(new Question.AboutNotice(NoticeTopic.Issuer), ["n/1"], 0, ReplyLanguage.Chinese, new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    private readonly FakeTimeProvider time = new();
    private readonly ScratchFolder data = new();
    private readonly LiteDbFile store;

    public ConversationMemoryTests() => store = LiteDbFile.Open(data["store.db"]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        data.Dispose();
    }

    [Fact]
    public void A_context_lasts_until_thirty_minutes_of_silence()
    {
        var memory = MemoryOf(10);
        var context = ConversationContext.Empty with { };
        memory.Keep(Key, context, null);

        time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        var before = memory.Recall(Key);
        time.Advance(TimeSpan.FromTicks(1));
        var after = memory.Recall(Key);

        Assert.Same(context, before);
        Assert.Same(ConversationContext.Empty, after);
    }

    [Fact]
    public void Each_person_in_each_conversation_has_a_memory_of_their_own()
    {
        var memory = MemoryOf(10);

        memory.Keep(Key, ConversationContext.Empty with { }, null);

        Assert.Same(ConversationContext.Empty, memory.Recall(Key with { UserId = "other" }));
        Assert.Same(ConversationContext.Empty, memory.Recall(Key with { ConversationId = "other" }));
        Assert.Same(ConversationContext.Empty, memory.Recall(Key with { ChannelId = "other" }));
    }

    [Fact]
    public void The_longest_silent_are_forgotten_when_there_are_too_many()
    {
        var memory = MemoryOf(100);
        var context = ConversationContext.Empty with { };
        for (var i = 0; i < 10_000; i++)
        {
            memory.Keep(Key with { ConversationId = $"{i}" }, context, null);
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(memory.Count, 1, 100);
        Assert.Same(context, memory.Recall(Key with { ConversationId = "9999" }));
        Assert.Same(ConversationContext.Empty, memory.Recall(Key with { ConversationId = "0" }));
    }

    [Fact]
    public async Task A_context_survives_a_restart_for_its_thirty_minutes()
    {
        var before = MemoryOf(10);
        before.Keep(Key, AContext, "answer");
        before.Keep(Key with { UserId = "silent" }, ConversationContext.Empty, "answer");
        await before.SaveAsync(Cancel);

        time.Advance(TimeSpan.FromMinutes(29));
        var after = MemoryOf(10);
        await after.LoadAsync(Cancel);

        Assert.Equal(ContextJson.Write(AContext), ContextJson.Write(after.Recall(Key)));
        Assert.Null(after.LastAnswer(Key));
        Assert.Equal(1, after.Count);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Same(ConversationContext.Empty, after.Recall(Key));
    }

    [Fact]
    public async Task What_is_over_leaves_memory_and_store()
    {
        var memory = MemoryOf(10);
        memory.Keep(Key, AContext, null);
        await memory.SaveAsync(Cancel);
        Assert.Single(await Documents.ListAsync(Cancel));

        time.Advance(ConversationContext.Lifetime);
        await memory.SaveAsync(Cancel);

        Assert.Equal(0, memory.Count);
        Assert.Empty(await Documents.ListAsync(Cancel));
    }

    [Fact]
    public async Task What_went_over_while_nothing_ran_leaves_the_store_at_the_next_start()
    {
        var memory = MemoryOf(10);
        memory.Keep(Key, AContext, null);
        await memory.SaveAsync(Cancel);
        await Documents.PutAsync(new StoredDocument("no key", ContextJson.Write(AContext), time.GetUtcNow().AddHours(1)), Cancel);
        await Documents.PutAsync(new StoredDocument("""{"channelId":"c"}""", """{"version":99}""", time.GetUtcNow().AddHours(1)), Cancel);

        time.Advance(ConversationContext.Lifetime);
        var next = MemoryOf(10);
        await next.LoadAsync(Cancel);

        Assert.Equal(0, next.Count);
        Assert.Empty(await Documents.ListAsync(Cancel));
    }

    [Fact]
    public async Task The_store_holds_no_more_than_the_memory_does()
    {
        var memory = MemoryOf(100);
        for (var i = 0; i < 1_000; i++)
        {
            memory.Keep(Key with { ConversationId = $"{i}" }, AContext, null);
            time.Advance(TimeSpan.FromMilliseconds(1));
            if (i % 90 == 0)
            {
                await memory.SaveAsync(Cancel);
            }
        }

        await memory.SaveAsync(Cancel);

        Assert.Equal(memory.Count, (await Documents.ListAsync(Cancel)).Length);
    }

    [Fact]
    public async Task A_context_that_did_not_change_is_not_written_again()
    {
        var memory = MemoryOf(10);
        memory.Keep(Key, AContext, null);
        await memory.SaveAsync(Cancel);
        await Documents.DeleteAsync((await Documents.ListAsync(Cancel))[0].Key, Cancel);

        memory.Keep(Key, AContext, "thanks");
        await memory.SaveAsync(Cancel);

        Assert.Empty(await Documents.ListAsync(Cancel));
        Assert.Equal("thanks", memory.LastAnswer(Key));
    }

    private LiteDbDocumentStore Documents => new(store, "contexts");

    private ConversationMemory MemoryOf(int capacity) => new(Documents, Options.Create(new ConversationOptions { MaxContexts = capacity }), time);
}
