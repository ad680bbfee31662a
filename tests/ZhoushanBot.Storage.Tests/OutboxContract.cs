using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests;

/// <summary>What every <see cref="IOutbox"/> promises.</summary>
public abstract class OutboxContract
{
    protected static readonly DateTimeOffset Nine = new DateTimeOffset(2031, 5, 6, 9, 0, 0, TimeSpan.Zero).AddTicks(7);
    private static readonly DeliveryFailure Throttled = new(DeliveryFault.Throttled, "HTTP 429");
    private static readonly DeliveryFailure Blocked = new(DeliveryFault.Blocked, "HTTP 403 MessageWritesBlocked");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IOutbox Outbox { get; }

    [Fact]
    public async Task A_message_comes_back_as_it_was_in_UTC()
    {
        var message = new OutboxMessage("键 1", new("msteams", "19:a@thread", "account", "市水利局"), "reminder.digest", """{"任务":[1]}""", Nine.ToOffset(TimeSpan.FromHours(8)));

        Assert.Equal(1, await Outbox.EnqueueAsync([message], Cancelled));

        var row = Assert.Single((await Outbox.ListAsync(OutboxStage.Due, 10, Cancelled)).Rows);
        Assert.Equal(new OutboxRow(message with { DueAt = Nine }, new OutboxState.Due(Nine), 0, MayRepeat: false), row);
        Assert.Equal(TimeSpan.Zero, row.Message.DueAt.Offset);
    }

    [Fact]
    public async Task A_known_key_is_left_as_it_is_in_whichever_state()
    {
        await Outbox.EnqueueAsync([Message("a"), Message("b")], Cancelled);
        await ClaimAsync(Nine);
        await SettleAsync("a", new OutboxState.Sent("id", Nine));
        await SettleAsync("b", new OutboxState.Dead(Nine, Blocked));

        var added = await Outbox.EnqueueAsync([Message("a", dueIn: 9), Message("b", dueIn: 9), Message("c"), Message("c", dueIn: 9), Message("A")], Cancelled);

        Assert.Equal(2, added);
        Assert.Equal((2, 1, 1), (await CountAsync(OutboxStage.Due), await CountAsync(OutboxStage.Sent), await CountAsync(OutboxStage.Dead)));
    }

    [Fact]
    public async Task All_are_refused_when_one_cannot_be_kept()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Outbox.EnqueueAsync([Message("a"), Message("")], Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Outbox.EnqueueAsync([Message("a"), Message("\uD800")], Cancelled));

        Assert.Equal(0, await CountAsync(OutboxStage.Due));
    }

    [Fact]
    public async Task What_is_due_is_claimed_the_earliest_first_and_no_later_one()
    {
        await Outbox.EnqueueAsync([Message("late", dueIn: 1), Message("second"), Message("first", dueIn: -5), Message("latest", dueIn: 2)], Cancelled);

        var claim = await Outbox.ClaimDueAsync(Nine, 10, 10, Cancelled);
        var none = await Outbox.ClaimDueAsync(Nine, 10, 10, Cancelled);

        Assert.Equal(["first", "second"], claim.Rows.Select(row => row.Message.Key));
        Assert.All(claim.Rows, row => Assert.Equal((new OutboxState.Sending(Nine), 1, false), (row.State, row.Attempts, row.MayRepeat)));
        Assert.Equal(Nine.AddMinutes(1), claim.NextAt);
        Assert.Empty(none.Rows);
        Assert.Equal(claim.Rows, (await Outbox.ListAsync(OutboxStage.Sending, 10, Cancelled)).Rows.OrderBy(row => row.Message.DueAt));
    }

    [Fact]
    public async Task No_more_are_claimed_than_asked_for()
    {
        await Outbox.EnqueueAsync([.. Enumerable.Range(0, 30).Select(i => Message($"{i}"))], Cancelled);

        Assert.Equal(7, (await Outbox.ClaimDueAsync(Nine, 7, 7, Cancelled)).Rows.Length);
        Assert.Equal(23, (await Outbox.ClaimDueAsync(Nine, 30, 0, Cancelled)).Rows.Length);
    }

    [Fact]
    public async Task One_conversation_is_told_one_thing_after_the_other()
    {
        await Outbox.EnqueueAsync([Message("1", "c", -3), Message("2", "c", -2), Message("3", "c", -1), Message("other", "d")], Cancelled);

        var first = await ClaimAsync(Nine);
        var meanwhile = await ClaimAsync(Nine);
        await SettleAsync("1", new OutboxState.FailedForNow(Nine.AddMinutes(5), Throttled));
        var behindTheRetry = await ClaimAsync(Nine.AddMinutes(4));
        var retry = await ClaimAsync(Nine.AddMinutes(5));
        await SettleAsync("1", new OutboxState.Sent(null, Nine));
        var next = await ClaimAsync(Nine.AddMinutes(5));

        Assert.Equal(["1", "other"], first);
        Assert.Empty(meanwhile);
        Assert.Empty(behindTheRetry);
        Assert.Equal(["1"], retry);
        Assert.Equal(["2"], next);
    }

    [Fact]
    public async Task The_same_conversation_id_on_another_channel_is_another_conversation()
    {
        await Outbox.EnqueueAsync([Message("1", "c"), Message("2", "c") with { To = new("webchat", "c", "", "") }], Cancelled);

        Assert.Equal(2, (await ClaimAsync(Nine)).Length);
    }

    [Fact]
    public async Task Retries_come_first_but_no_more_of_them_than_asked_for()
    {
        await Outbox.EnqueueAsync([Message("r1"), Message("r2"), Message("r3")], Cancelled);
        await ClaimAsync(Nine);
        foreach (var key in new[] { "r1", "r2", "r3" })
        {
            await SettleAsync(key, new OutboxState.FailedForNow(Nine.AddMinutes(1), Throttled));
        }

        await Outbox.EnqueueAsync([Message("new1"), Message("new2")], Cancelled);

        var claim = await Outbox.ClaimDueAsync(Nine.AddMinutes(1), 3, 1, Cancelled);

        Assert.Equal([2, 1, 1], claim.Rows.Select(row => row.Attempts));
    }

    [Fact]
    public async Task The_next_time_is_that_of_a_retry_too()
    {
        await Outbox.EnqueueAsync([Message("a"), Message("b", dueIn: 60)], Cancelled);
        await ClaimAsync(Nine);
        await SettleAsync("a", new OutboxState.FailedForNow(Nine.AddMinutes(30), Throttled));

        Assert.Equal(Nine.AddMinutes(30), (await Outbox.ClaimDueAsync(Nine, 1, 1, Cancelled)).NextAt);
        Assert.Equal(Nine.AddMinutes(60), (await Outbox.ClaimDueAsync(Nine.AddMinutes(30), 1, 0, Cancelled)).NextAt);
        Assert.Null((await Outbox.ClaimDueAsync(Nine.AddMinutes(60), 1, 0, Cancelled)).NextAt);
    }

    [Fact]
    public async Task Every_state_is_kept_with_what_belongs_to_it()
    {
        OutboxState[] states =
        [
            new OutboxState.Sent("id", Nine), new OutboxState.Sent(null, Nine), new OutboxState.FailedForNow(Nine.AddMinutes(1), Throttled),
            new OutboxState.Dead(Nine, Blocked), new OutboxState.Due(Nine.AddMinutes(3)), new OutboxState.Withdrawn(Nine),
        ];
        await Outbox.EnqueueAsync([.. states.Select((_, i) => Message($"{i}"))], Cancelled);
        await ClaimAsync(Nine);

        await Outbox.SettleAsync([.. states.Select((state, i) => new OutboxSettlement($"{i}", state, MayRepeat: i == 2))], Cancelled);

        var kept = new List<OutboxRow>();
        foreach (var stage in Enum.GetValues<OutboxStage>())
        {
            kept.AddRange((await Outbox.ListAsync(stage, 10, Cancelled)).Rows);
        }

        Assert.Equal(states, kept.OrderBy(row => row.Message.Key).Select(row => row.State));
        Assert.Equal([1, 1, 1, 1, 0, 1], kept.OrderBy(row => row.Message.Key).Select(row => row.Attempts));
        Assert.Equal([false, false, true, false, false, false], kept.OrderBy(row => row.Message.Key).Select(row => row.MayRepeat));
    }

    [Fact]
    public async Task Only_what_is_being_sent_can_be_settled()
    {
        await Outbox.EnqueueAsync([Message("a"), Message("b", dueIn: 5)], Cancelled);
        await ClaimAsync(Nine);
        await SettleAsync("a", new OutboxState.Sent("id", Nine));

        await SettleAsync("a", new OutboxState.Dead(Nine, Blocked));
        await SettleAsync("b", new OutboxState.Dead(Nine, Blocked));
        await SettleAsync("unknown", new OutboxState.Dead(Nine, Blocked));

        Assert.Equal((1, 1, 0), (await CountAsync(OutboxStage.Sent), await CountAsync(OutboxStage.Due), await CountAsync(OutboxStage.Dead)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => SettleAsync("a", new OutboxState.Sending(Nine)));
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_died_is_due_again_and_may_repeat()
    {
        await Outbox.EnqueueAsync([Message("a"), Message("b"), Message("c", dueIn: 5)], Cancelled);
        await ClaimAsync(Nine);
        await SettleAsync("a", new OutboxState.Sent("id", Nine));

        var recovered = await Outbox.RecoverAsync(Cancelled);
        var again = await Outbox.RecoverAsync(Cancelled);
        var claim = await Outbox.ClaimDueAsync(Nine, 10, 10, Cancelled);

        Assert.Equal((1, 0), (recovered, again));
        var row = Assert.Single(claim.Rows);
        Assert.Equal(("b", 2, true), (row.Message.Key, row.Attempts, row.MayRepeat));
    }

    [Fact]
    public async Task The_mark_that_it_may_repeat_stays()
    {
        await Outbox.EnqueueAsync([Message("a")], Cancelled);
        await ClaimAsync(Nine);
        await Outbox.RecoverAsync(Cancelled);
        await ClaimAsync(Nine);

        await SettleAsync("a", new OutboxState.Sent("id", Nine));

        Assert.True(Assert.Single((await Outbox.ListAsync(OutboxStage.Sent, 1, Cancelled)).Rows).MayRepeat);
    }

    [Fact]
    public async Task What_waits_can_be_withdrawn_and_frees_those_behind_it()
    {
        await Outbox.EnqueueAsync([Message("task1/a", "c"), Message("task2/a", "c", 1), Message("task1/b", dueIn: 9), Message("task1/sent", dueIn: -9)], Cancelled);
        await ClaimAsync(Nine);
        await SettleAsync("task1/sent", new OutboxState.Sent("id", Nine));
        await SettleAsync("task1/a", new OutboxState.FailedForNow(Nine.AddMinutes(30), Throttled));

        var withdrawn = await Outbox.WithdrawAsync(message => message.Key.StartsWith("task1/", StringComparison.Ordinal), Nine, Cancelled);

        Assert.Equal(2, withdrawn);
        Assert.Equal(["task1/a", "task1/b"], (await Outbox.ListAsync(OutboxStage.Withdrawn, 10, Cancelled)).Rows.Select(row => row.Message.Key).Order());
        Assert.Equal(["task2/a"], await ClaimAsync(Nine.AddMinutes(1)));
        Assert.Equal(0, await Outbox.EnqueueAsync([Message("task1/b")], Cancelled));
    }

    [Fact]
    public async Task A_dead_message_can_be_made_due_again_and_no_other()
    {
        await Outbox.EnqueueAsync([Message("dead"), Message("sent"), Message("due", dueIn: 99)], Cancelled);
        await ClaimAsync(Nine);
        await SettleAsync("dead", new OutboxState.Dead(Nine, Blocked));
        await SettleAsync("sent", new OutboxState.Sent(null, Nine));

        Assert.True(await Outbox.ReviveAsync("dead", Nine.AddHours(1), Cancelled));
        Assert.False(await Outbox.ReviveAsync("dead", Nine, Cancelled));
        Assert.False(await Outbox.ReviveAsync("sent", Nine, Cancelled));
        Assert.False(await Outbox.ReviveAsync("due", Nine, Cancelled));
        Assert.False(await Outbox.ReviveAsync("unknown", Nine, Cancelled));

        var row = Assert.Single((await Outbox.ClaimDueAsync(Nine.AddHours(1), 9, 9, Cancelled)).Rows);
        Assert.Equal(("dead", 1), (row.Message.Key, row.Attempts));
    }

    [Fact]
    public async Task A_listing_shows_the_earliest_and_counts_all()
    {
        await Outbox.EnqueueAsync([.. Enumerable.Range(0, 20).Select(i => Message($"{i}", dueIn: 20 - i))], Cancelled);

        var listing = await Outbox.ListAsync(OutboxStage.Due, 2, Cancelled);

        Assert.Equal(["19", "18"], listing.Rows.Select(row => row.Message.Key));
        Assert.Equal(20, listing.Total);
    }

    [Fact]
    public async Task Two_that_claim_at_once_never_get_the_same_message()
    {
        await Outbox.EnqueueAsync([.. Enumerable.Range(0, 100).Select(i => Message($"{i}"))], Cancelled);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Outbox.ClaimDueAsync(Nine, 5, 5, Cancelled)));

        Assert.Equal(100, claims.SelectMany(claim => claim.Rows).Select(row => row.Message.Key).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>A message to a conversation of its own unless said otherwise, due at nine unless said otherwise (minutes).</summary>
    protected static OutboxMessage Message(string key, string? conversation = null, int dueIn = 0) =>
        new(key, new OutboxRecipient("msteams", conversation ?? $"of {key}", "", "市水利局"), "test", "{}", Nine.AddMinutes(dueIn));

    private async Task<string[]> ClaimAsync(DateTimeOffset now) => [.. (await Outbox.ClaimDueAsync(now, 100, 100, Cancelled)).Rows.Select(row => row.Message.Key)];

    private Task SettleAsync(string key, OutboxState state) => Outbox.SettleAsync([new OutboxSettlement(key, state)], Cancelled);

    private async Task<int> CountAsync(OutboxStage stage) => (await Outbox.ListAsync(stage, 0, Cancelled)).Total;
}

public sealed class InMemoryOutboxTests : OutboxContract
{
    protected override IOutbox Outbox { get; } = new InMemoryOutbox();
}

public sealed class LiteDbOutboxTests : OutboxContract, IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly LiteDbFile file;

    public LiteDbOutboxTests()
    {
        file = LiteDbFile.Open(folder.StorePath);
        Outbox = new LiteDbOutbox(file);
    }

    protected override IOutbox Outbox { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_new_opening_finds_every_row_where_it_was()
    {
        await Outbox.EnqueueAsync([Message("a"), Message("b", dueIn: 5)], Cancelled);
        await Outbox.ClaimDueAsync(Nine, 10, 10, Cancelled);
        file.Dispose();

        using var again = LiteDbFile.Open(folder.StorePath);
        var outbox = new LiteDbOutbox(again);

        Assert.Equal("a", Assert.Single((await outbox.ListAsync(OutboxStage.Sending, 10, Cancelled)).Rows).Message.Key);
        Assert.Equal("b", Assert.Single((await outbox.ListAsync(OutboxStage.Due, 10, Cancelled)).Rows).Message.Key);
    }

    [Fact]
    public async Task A_message_of_ten_thousand_letters_in_every_text_is_kept()
    {
        var text = new string('长', 10_000);
        var message = new OutboxMessage(text, new(text, text, text, text), text, text, Nine);

        await Outbox.EnqueueAsync([message], Cancelled);

        Assert.Equal(message, Assert.Single((await Outbox.ClaimDueAsync(Nine, 1, 1, Cancelled)).Rows).Message);
    }
}
