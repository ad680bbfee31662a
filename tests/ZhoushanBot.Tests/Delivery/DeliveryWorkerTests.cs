using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;

namespace ZhoushanBot.Tests.Delivery;

public sealed class DeliveryWorkerTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Nine = ADelivery.Nine;
    private readonly ADelivery delivery = new();

    public ValueTask DisposeAsync() => delivery.DisposeAsync();

    [Fact]
    public async Task What_is_due_is_sent_and_recorded()
    {
        await delivery.EnqueueAsync(ADelivery.Message("a"));

        await delivery.StartAsync();
        var row = await delivery.UntilAsync("a", OutboxStage.Sent);

        Assert.Equal(new OutboxState.Sent("id of a", Nine), row.State);
        var line = Assert.Single(delivery.Journal.Entries);
        Assert.Equal((DeliveryLines.Sent, "a"), (line.Event.Kind, line.Event.Subject));
        Assert.Equal(row, DeliveryLines.Read(line));
    }

    [Fact]
    public async Task What_is_put_in_later_is_sent_without_waiting_for_the_clock()
    {
        await delivery.StartAsync();
        await delivery.SleepsUntilAsync(null);

        await delivery.EnqueueAsync(ADelivery.Message("a"));

        Assert.Equal("a", await delivery.Sender.NextAsync());
    }

    [Fact]
    public async Task What_is_not_due_waits_for_its_time()
    {
        await delivery.EnqueueAsync(ADelivery.Message("a", dueIn: 150));
        await delivery.StartAsync();
        await delivery.SleepsUntilAsync(Nine.AddSeconds(150));

        await delivery.PassAsync(TimeSpan.FromSeconds(149));
        Assert.Empty(delivery.Sender.Rest());
        await delivery.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("a", await delivery.Sender.NextAsync());
    }

    [Fact]
    public async Task When_the_clock_is_set_forward_what_is_due_goes_within_a_minute()
    {
        await delivery.EnqueueAsync(ADelivery.Message("a", dueIn: 36_000));
        await delivery.StartAsync();
        await delivery.SleepsUntilAsync(Nine.AddHours(10));

        // Timers run by elapsed time and know nothing of it: one minute passes for them.
        delivery.Time.AdjustTime(Nine.AddHours(11));
        delivery.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("a", await delivery.Sender.NextAsync());
    }

    [Fact]
    public async Task A_channel_that_is_out_of_reach_is_tried_again_after_growing_pauses()
    {
        delivery.Sender.Answer = (_, _) => throw ConnectorException.NotSent(ConnectorFailure.Unavailable);
        await delivery.EnqueueAsync(ADelivery.Message("a"));

        await delivery.StartAsync();
        await delivery.SleepsUntilAsync(Nine.AddSeconds(10));
        await delivery.PassAsync(TimeSpan.FromSeconds(10));
        await delivery.SleepsUntilAsync(Nine.AddSeconds(30));
        delivery.Sender.Answer = (_, _) => Task.FromResult<string?>(null);
        await delivery.PassAsync(TimeSpan.FromSeconds(20));
        var row = await delivery.UntilAsync("a", OutboxStage.Sent);

        Assert.Equal((3, false), (row.Attempts, row.MayRepeat));
        Assert.Equal([DeliveryLines.Failed, DeliveryLines.Failed, DeliveryLines.Sent], delivery.Journal.Entries.Select(line => line.Event.Kind));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_says_that_it_may_repeat()
    {
        delivery.Sender.Answer = (_, _) => throw new IOException("The connection broke.");
        await delivery.EnqueueAsync(ADelivery.Message("a"));

        await delivery.StartAsync();
        await delivery.SleepsUntilAsync(Nine.AddSeconds(10));
        delivery.Sender.Answer = (_, _) => Task.FromResult<string?>(null);
        await delivery.PassAsync(TimeSpan.FromSeconds(10));
        var row = await delivery.UntilAsync("a", OutboxStage.Sent);

        Assert.Equal(["a", "a?"], delivery.Sender.Rest());
        Assert.True(row.MayRepeat);
        Assert.True(DeliveryLines.Read(delivery.Journal.Entries[^1])!.MayRepeat);
    }

    [Theory]
    [InlineData(ConnectorFailure.Blocked, DeliveryFault.Blocked, true)]
    [InlineData(ConnectorFailure.Gone, DeliveryFault.Gone, true)]
    [InlineData(ConnectorFailure.TooBig, DeliveryFault.TooBig, false)]
    [InlineData(ConnectorFailure.Rejected, DeliveryFault.Rejected, false)]
    [InlineData(ConnectorFailure.UntrustedServiceUrl, DeliveryFault.UntrustedServiceUrl, false)]
    public async Task What_will_never_do_is_given_up_and_who_cannot_be_reached_is_named(ConnectorFailure failure, DeliveryFault fault, bool isUnreachable)
    {
        delivery.Sender.Answer = (text, _) => text == "a" ? throw ConnectorException.NotSent(failure) : Task.FromResult<string?>(null);
        await delivery.EnqueueAsync(ADelivery.Message("a"), ADelivery.Message("b"));

        await delivery.StartAsync();
        var row = await delivery.UntilAsync("a", OutboxStage.Dead);
        await delivery.UntilAsync("b", OutboxStage.Sent);

        Assert.Equal(new OutboxState.Dead(Nine, new DeliveryFailure(fault, "")), row.State);
        Assert.Equal(isUnreachable ? [("a", new DeliveryFailure(fault, ""))] : [], delivery.Unreachable);
        Assert.Contains(delivery.Journal.Entries, line => line.Event is { Kind: DeliveryLines.Dead, Subject: "a" });
    }

    [Fact]
    public async Task A_conversation_that_nobody_knows_is_given_up_and_named()
    {
        delivery.Sender.Answer = (_, _) => throw new UnknownConversationException(new("msteams", "c"));
        await delivery.EnqueueAsync(ADelivery.Message("a"));

        await delivery.StartAsync();
        await delivery.UntilAsync("a", OutboxStage.Dead);

        Assert.Equal([("a", new DeliveryFailure(DeliveryFault.UnknownConversation, ""))], delivery.Unreachable);
    }

    [Fact]
    public async Task When_the_channel_refuses_the_bot_itself_everything_rests_and_nothing_is_given_up()
    {
        delivery.Sender.Answer = (_, _) => throw ConnectorException.NotSent(ConnectorFailure.NotAuthorized);
        await delivery.EnqueueAsync(ADelivery.Message("a"));
        await delivery.StartAsync();
        await delivery.UntilAsync(() => delivery.Status.Current is { Activity: DeliveryActivity.Paused, IsIdle: true });
        var meanwhile = delivery.Status.Current;
        await delivery.EnqueueAsync(ADelivery.Message("b"));

        delivery.Sender.Answer = (_, _) => Task.FromResult<string?>(null);
        await delivery.PassAsync(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        var before = delivery.Sender.Rest();
        await delivery.PassAsync(TimeSpan.FromSeconds(1));
        await delivery.UntilAsync("b", OutboxStage.Sent);
        var row = await delivery.UntilAsync("a", OutboxStage.Sent);

        Assert.Equal((Nine.AddMinutes(5), DeliveryFault.NotAuthorized), (meanwhile.NextAt, meanwhile.Failure!.Fault));
        Assert.Equal(["a"], before);
        Assert.Equal(1, row.Attempts);
        Assert.Equal(DeliveryActivity.Running, delivery.Status.Current.Activity);
    }

    [Fact]
    public async Task A_recipient_that_does_not_answer_holds_up_only_itself()
    {
        var silence = new TaskCompletionSource<string?>();
        delivery.Sender.Answer = (text, _) => text.StartsWith("slow", StringComparison.Ordinal) ? silence.Task : Task.FromResult<string?>(null);
        await delivery.EnqueueAsync(
            [ADelivery.Message("slow1", "c", -9), ADelivery.Message("slow2", "c", -8), .. Enumerable.Range(0, 50).Select(i => ADelivery.Message($"{i}"))]);

        await delivery.StartAsync();
        await delivery.UntilAsync(() => Enumerable.Range(0, 50).All(i => delivery.Row($"{i}").State is OutboxState.Sent));
        var (first, second) = (delivery.Row("slow1").State.Stage, delivery.Row("slow2").State.Stage);
        silence.SetResult("late");
        await delivery.UntilAsync("slow2", OutboxStage.Sent);

        Assert.Equal((OutboxStage.Sending, OutboxStage.Due), (first, second));
        Assert.Equal(["slow1", "slow2"], delivery.Sender.Rest().Where(text => text.StartsWith("slow", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task However_many_fail_slowly_half_the_places_are_for_the_others()
    {
        var silence = new TaskCompletionSource<string?>();
        delivery.Sender.Answer = (_, _) => throw ConnectorException.NotSent(ConnectorFailure.Unavailable);
        await delivery.EnqueueAsync([.. Enumerable.Range(0, 9).Select(i => ADelivery.Message($"slow{i}"))]);
        await delivery.StartAsync();
        await delivery.UntilAsync(() => Enumerable.Range(0, 9).All(i => delivery.Row($"slow{i}").State is OutboxState.FailedForNow) && delivery.Status.Current.IsIdle);
        delivery.Sender.Answer = (text, _) => text.StartsWith("slow", StringComparison.Ordinal) ? silence.Task : Task.FromResult<string?>(null);

        await delivery.PassAsync(TimeSpan.FromSeconds(10));
        await delivery.EnqueueAsync(ADelivery.Message("new1"), ADelivery.Message("new2"), ADelivery.Message("new3"));
        await delivery.UntilAsync(() => Enumerable.Range(1, 3).All(i => delivery.Row($"new{i}").State is OutboxState.Sent));

        Assert.Equal(2, (await delivery.Kept.ListAsync(OutboxStage.Sending, 0, TestContext.Current.CancellationToken)).Total);
        silence.SetResult(null);
    }

    [Fact]
    public async Task What_there_is_nothing_left_to_say_of_is_withdrawn()
    {
        delivery.Make = _ => null;
        await delivery.EnqueueAsync(ADelivery.Message("a"));

        await delivery.StartAsync();
        await delivery.UntilAsync("a", OutboxStage.Withdrawn);

        Assert.Empty(delivery.Sender.Rest());
        Assert.Equal(DeliveryLines.Withdrawn, Assert.Single(delivery.Journal.Entries).Event.Kind);
    }

    [Fact]
    public async Task What_cannot_be_made_into_a_message_is_given_up_and_holds_up_nobody()
    {
        delivery.Make = row => row.Message.Key == "a" ? throw new InvalidOperationException("broken") : new() { Text = row.Message.Key };
        await delivery.EnqueueAsync(ADelivery.Message("a"), ADelivery.Message("b", kind: "unknown"), ADelivery.Message("c"));

        await delivery.StartAsync();
        await delivery.UntilAsync("c", OutboxStage.Sent);

        Assert.Equal(DeliveryFault.Unmakeable, ((OutboxState.Dead)(await delivery.UntilAsync("a", OutboxStage.Dead)).State).Failure.Fault);
        Assert.Equal(DeliveryFault.Unmakeable, ((OutboxState.Dead)(await delivery.UntilAsync("b", OutboxStage.Dead)).State).Failure.Fault);
    }

    [Fact]
    public async Task Out_of_hours_it_is_put_off_and_no_attempt_is_counted()
    {
        delivery.Opening = Nine.AddSeconds(40);
        await delivery.EnqueueAsync(ADelivery.Message("a"));

        await delivery.StartAsync();
        await delivery.SleepsUntilAsync(delivery.Opening);
        await delivery.PassAsync(TimeSpan.FromSeconds(40));
        var row = await delivery.UntilAsync("a", OutboxStage.Sent);

        Assert.Equal(1, row.Attempts);
        Assert.Single(delivery.Journal.Entries);
    }

    [Fact]
    public async Task A_stop_waits_for_the_answer_under_way()
    {
        var answer = new TaskCompletionSource<string?>();
        delivery.Sender.Answer = (_, _) => answer.Task;
        await delivery.EnqueueAsync(ADelivery.Message("a"));
        await delivery.StartAsync();
        await delivery.Sender.NextAsync();

        var stop = delivery.StopAsync();
        answer.SetResult("at last");
        await stop;

        Assert.Equal(new OutboxState.Sent("at last", Nine), delivery.Row("a").State);
    }

    [Fact]
    public async Task What_a_stop_cuts_off_is_sent_again_by_the_next_start_and_marked()
    {
        delivery.Sender.Answer = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return null;
        };
        await delivery.EnqueueAsync(ADelivery.Message("a"));
        await delivery.StartAsync();
        await delivery.Sender.NextAsync();
        var stop = delivery.StopAsync();
        await delivery.UntilAsync(() => delivery.Status.Current.Activity == DeliveryActivity.Stopped);
        delivery.Time.Advance(delivery.Options.StopGrace);
        await stop;
        var cutOff = delivery.Row("a").State.Stage;

        delivery.Sender.Answer = (_, _) => Task.FromResult<string?>(null);
        await delivery.StartAsync();
        var row = await delivery.UntilAsync("a", OutboxStage.Sent);

        Assert.Equal(OutboxStage.Sending, cutOff);
        Assert.Equal(("a?", true, 2), (await delivery.Sender.NextAsync(), row.MayRepeat, row.Attempts));
    }

    [Fact]
    public async Task A_dead_message_that_is_asked_for_again_goes_at_once()
    {
        delivery.Sender.Answer = (_, _) => throw ConnectorException.NotSent(ConnectorFailure.Blocked);
        await delivery.EnqueueAsync(ADelivery.Message("a"));
        await delivery.StartAsync();
        await delivery.UntilAsync("a", OutboxStage.Dead);
        delivery.Sender.Answer = (_, _) => Task.FromResult<string?>(null);

        await delivery.Outbox.ReviveAsync("a", Nine, TestContext.Current.CancellationToken);

        Assert.Equal(1, (await delivery.UntilAsync("a", OutboxStage.Sent)).Attempts);
    }
}
