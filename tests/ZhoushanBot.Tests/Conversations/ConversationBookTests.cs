using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Authentication;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.DirectLine;
using ZhoushanBot.Storage.Documents;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Tests.Conversations;

/// <summary>What is kept of conversations, when it is written, and what is found again.</summary>
public sealed class ConversationBookTests : IDisposable
{
    private static readonly ConversationAddress Chat = new("emulator", "c1");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero));
    private readonly ScratchFolder data = new();
    private readonly LiteDbFile file;
    private readonly LiteDbDocumentStore documents;
    private readonly TrustedServiceUrls serviceUrls = new(authenticationEnabled: false);
    private ConversationWrites writes = null!;

    public ConversationBookTests()
    {
        file = LiteDbFile.Open(data["store.db"]);
        documents = new(file, "conversations");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_that_brings_nothing_new_writes_nothing()
    {
        var book = Book();
        book.Note(Message());
        await writes.Settled;
        var written = writes.Count;

        for (var i = 0; i < 100; i++)
        {
            book.Note(Message() with { Id = $"m{i}", Text = $"question {i}" });
            book.Note(Message() with { Type = ActivityTypes.Typing });
            book.Note(Message() with { Type = ActivityTypes.ConversationUpdate, From = new() { Id = "c1" } });
        }

        await writes.Settled;
        Assert.Equal((1, 1), (written, writes.Count));
    }

    [Fact]
    public async Task What_is_new_is_kept_the_newest_service_url_above_all()
    {
        var book = Book();
        book.Note(Message());
        book.Note(Message("http://127.0.0.1:10/") with { Locale = "en-US", From = new() { Id = "u1", Name = "李" } });
        await writes.Settled;

        var known = (await RestartedAsync()).Find(Chat)!;

        Assert.Equal(("http://127.0.0.1:10/", "en-US", "李", "u1"), (known.ServiceUrl, known.Locale, known.UserName, known.AccountId));
    }

    [Fact]
    public async Task The_stored_shape_stays_as_it_is()
    {
        var book = Book();
        book.Note(Message() with
        {
            ChannelId = ChannelIds.MsTeams,
            From = new() { Id = "29:u", Name = "王", AadObjectId = "7b1f9a6e-0000-4000-8000-000000000001" },
            Conversation = new() { Id = "a:1", ConversationType = "personal", TenantId = "t" },
        });
        book.FallSilent(new("msteams", "a:1"), ForbiddenReason.MessageWritesBlocked);
        await writes.Settled;

        var document = Assert.Single(await documents.ListAsync(Cancel));

        Assert.Equal("msteams\na:1", document.Key);
        Assert.Equal(
            """{"channelId":"msteams","conversationId":"a:1","serviceUrl":"http://127.0.0.1:9/","conversationType":"personal","tenantId":"t","botId":"bot","userId":"29:u","userName":"\u738B","aadObjectId":"7b1f9a6e-0000-4000-8000-000000000001","locale":"zh-CN","silence":{"reason":"MessageWritesBlocked","since":"2024-05-06T07:08:09+00:00"}}""",
            document.Json);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_is_kept_of_a_service_url_that_nobody_vouches_for(string? serviceUrl)
    {
        var book = Book();

        book.Note(Message(serviceUrl!) with { DeliveryMode = DeliveryModes.ExpectReplies });

        Assert.Equal(0, book.Count);
    }

    [Fact]
    public void A_person_is_found_where_they_spoke_last_and_not_where_the_bot_is_blocked()
    {
        var book = Book();
        book.Note(Message());
        time.Advance(TimeSpan.FromMinutes(1));
        book.Note(Message() with { Conversation = new() { Id = "c2" } });
        time.Advance(TimeSpan.FromMinutes(1));
        var second = book.FindPersonal("U1")!.ConversationId;
        book.Note(Message());
        var first = book.FindPersonal("u1")!.ConversationId;
        book.FallSilent(Chat, ForbiddenReason.Unknown);

        Assert.Equal(("c2", "c1", "c2"), (second, first, book.FindPersonal("u1")!.ConversationId));
        Assert.Null(book.FindPersonal("u2"));
    }

    [Theory]
    [InlineData("groupChat", null)]
    [InlineData("channel", null)]
    [InlineData(null, true)]
    public void Nobody_is_told_anything_alone_where_others_listen(string? type, bool? isGroup)
    {
        var book = Book();

        book.Note(Message() with { Conversation = new() { Id = "c1", ConversationType = type, IsGroup = isGroup } });

        Assert.Null(book.FindPersonal("u1"));
        Assert.Equal((true, null), (book.Find(Chat)!.IsShared, book.Find(Chat)!.AccountId));
    }

    [Fact]
    public async Task A_second_voice_makes_a_conversation_shared_for_good_and_many_voices_write_once()
    {
        var book = Book();
        book.Note(Message());
        for (var i = 0; i < 50; i++)
        {
            book.Note(Message() with { From = new() { Id = $"u{i % 5}", Name = $"{i % 5}" }, Locale = i % 2 == 0 ? "zh-CN" : "en" });
        }

        await writes.Settled;

        Assert.Null(book.FindPersonal("u1"));
        Assert.InRange(writes.Count, 1, 2);
        Assert.Null(book.Find(Chat)!.ReferenceTo(Chat).User);
    }

    [Fact]
    public void One_reference_is_kept_for_all_threads_of_a_channel_and_each_can_be_spoken_in()
    {
        var book = Book();
        var thread = new ConversationAddress("msteams", "19:x@thread.tacv2;messageid=17");
        for (var i = 0; i < 20; i++)
        {
            book.Note(Message() with { ChannelId = "msteams", Conversation = new() { Id = $"19:x@thread.tacv2;messageid={i}", ConversationType = "channel" } });
        }

        Assert.Equal(1, book.Count);
        Assert.Equal("19:x@thread.tacv2;messageid=17", book.Find(thread)!.ReferenceTo(thread).Conversation!.Id);
        Assert.Equal("19:x@thread.tacv2", book.Find(thread)!.ReferenceTo(thread.Root).Conversation!.Id);
    }

    [Fact]
    public void Whoever_watches_is_told_what_becomes_of_a_conversation_once()
    {
        var book = Book();
        var told = new List<ConversationChange>();
        book.Changed += (_, e) => told.Add(e.Change);

        book.Note(Message());
        book.Note(Message());
        book.FallSilent(Chat, ForbiddenReason.Unknown);
        book.FallSilent(Chat, ForbiddenReason.BotDisabledByAdmin);
        book.Note(Message() with { Type = ActivityTypes.Typing });
        book.Note(Message());
        book.Drop(Chat);
        book.Drop(Chat);

        Assert.Equal([ConversationChange.Appeared, ConversationChange.FellSilent, ConversationChange.CameBack, ConversationChange.Dropped], told);
    }

    [Fact]
    public async Task The_longest_silent_ones_go_when_there_are_too_many()
    {
        var book = Book(most: 20);
        for (var i = 0; i < 100; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            book.Note(Message() with { Conversation = new() { Id = $"c{i}" }, From = new() { Id = $"u{i}" } });
        }

        await writes.Settled;

        Assert.InRange(book.Count, 10, 20);
        Assert.NotNull(book.FindPersonal("u99"));
        Assert.Null(book.FindPersonal("u0"));
        Assert.Equal(book.Count, (await documents.ListAsync(Cancel)).Length);
    }

    [Fact]
    public async Task A_page_is_forgotten_with_its_session_and_nothing_of_it_stays_in_the_store()
    {
        var book = Book();
        for (var i = 0; i < 10; i++)
        {
            book.Note(Page(i));
        }

        await writes.Settled;
        time.Advance(TimeSpan.FromHours(13));

        Assert.Null(book.FindPersonal("persona-staff"));
        Assert.Equal(0, (await RestartedAsync()).Count);
        await writes.Settled;
        Assert.Empty(await documents.ListAsync(Cancel));
    }

    [Fact]
    public async Task A_full_disk_makes_the_bot_forgetful_but_not_mute()
    {
        var book = Book(documents: new FullDisk());

        book.Note(Message());
        await writes.Settled;
        book.Note(Message("http://127.0.0.1:10/"));
        await writes.Settled;

        Assert.Equal("http://127.0.0.1:10/", book.Find(Chat)!.ServiceUrl);
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_left_out_and_the_others_are_not()
    {
        var book = Book();
        book.Note(Message());
        await writes.Settled;
        await documents.PutAsync(new("broken", "{", time.GetUtcNow()), Cancel);
        await documents.PutAsync(new("empty", "{}", time.GetUtcNow()), Cancel);

        Assert.Equal(1, (await RestartedAsync()).Count);
    }

    [Fact]
    public void Names_without_end_are_no_part_of_what_is_kept()
    {
        var book = Book();

        book.Note(Message() with { From = new() { Id = "u1", Name = new string('x', 100_000) }, Locale = new string('y', 100_000) });

        Assert.Equal(("u1", null, null), (book.Find(Chat)!.UserId, book.Find(Chat)!.UserName, book.Find(Chat)!.Locale));
    }

    public void Dispose()
    {
        file.Dispose();
        data.Dispose();
    }

    private static Activity Message(string serviceUrl = "http://127.0.0.1:9/") => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "emulator",
        ServiceUrl = serviceUrl,
        From = new() { Id = "u1", Name = "王" },
        Recipient = new() { Id = "bot" },
        Conversation = new() { Id = "c1" },
        Locale = "zh-CN",
    };

    private static Activity Page(int number) => Message(DirectLineHub.ServiceUrl) with
    {
        ChannelId = ChannelIds.DirectLine,
        Conversation = new() { Id = $"page{number}" },
        From = new() { Id = "persona-staff" },
    };

    private ConversationBook Book(int most = 1000, IDocumentStore? documents = null)
    {
        writes = new(documents ?? this.documents, time, NullLogger<ConversationWrites>.Instance);
        return new(
            writes, serviceUrls, Options.Create(new BotChannelOptions()), Options.Create(new ConversationOptions { MaxReferences = most }),
            Options.Create(new DirectLineOptions()), time);
    }

    private async Task<ConversationBook> RestartedAsync()
    {
        var book = Book();
        await book.LoadAsync(Cancel);
        return book;
    }

    private sealed class FullDisk : IDocumentStore
    {
        public Task<StoredDocument?> FindAsync(string key, CancellationToken cancellationToken) => throw new IOException("full");

        public Task PutAsync(StoredDocument document, CancellationToken cancellationToken) => throw new IOException("full");

        public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken) => throw new IOException("full");

        public Task<ImmutableArray<StoredDocument>> ListAsync(CancellationToken cancellationToken) => throw new IOException("full");
    }
}
