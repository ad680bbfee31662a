using System.Text;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities.Inbound;

namespace ZhoushanBot.Activities.Tests;

public sealed class RedeliveriesTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Whoever_meets_it_while_it_runs_waits_and_later_ones_get_a_copy()
    {
        var redeliveries = new Redeliveries(Window, time);
        Assert.True(redeliveries.TryBegin(Key("1"), out var delivery, out var none));
        Assert.Null(none);
        Assert.False(redeliveries.TryBegin(Key("1"), out _, out var waiting));
        Assert.False(waiting!.IsCompleted);

        redeliveries.Complete(Key("1"), delivery, Result("one"));
        Assert.Equal("one", TextOf(await waiting));
        Assert.False(redeliveries.TryBegin(Key("1"), out _, out var later));
        Assert.Equal("one", TextOf(await later!));
        Assert.Equal(200, (await later!).Status);
    }

    [Fact]
    public void It_is_new_again_after_the_window_or_when_it_was_to_be_forgotten()
    {
        var redeliveries = new Redeliveries(Window, time);
        Handle(redeliveries, "1", "one");
        time.Advance(Window);
        Assert.False(redeliveries.TryBegin(Key("1"), out _, out _));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(redeliveries.TryBegin(Key("1"), out var again, out _));
        redeliveries.Forget(Key("1"), again, Result("failed"));
        Assert.True(redeliveries.TryBegin(Key("1"), out _, out _));
    }

    [Fact]
    public async Task Number_and_bytes_are_bounded_and_what_is_left_is_whole()
    {
        var redeliveries = new Redeliveries(Window, time, capacity: 10, maxBytes: 100);
        for (var i = 0; i < 1000; i++)
        {
            // 0 to 30 bytes: the ring is passed many times, at ever other places.
            var text = new string((char)('a' + (i % 26)), i * 7 % 31);
            Handle(redeliveries, $"{i}", text);
            Assert.InRange(redeliveries.Count, 1, 10);
            for (var before = Math.Max(0, i - 10); before <= i; before++)
            {
                if (redeliveries.TryBegin(Key($"{before}"), out var fresh, out var known))
                {
                    redeliveries.Forget(Key($"{before}"), fresh, Result(""));
                    Assert.NotEqual(i, before);
                }
                else
                {
                    Assert.Equal(new string((char)('a' + (before % 26)), before * 7 % 31), TextOf(await known!));
                }
            }
        }
    }

    [Fact]
    public async Task A_result_longer_than_all_the_room_is_given_to_those_who_wait_and_not_remembered()
    {
        var redeliveries = new Redeliveries(Window, time, maxBytes: 4);
        Assert.True(redeliveries.TryBegin(Key("1"), out var delivery, out _));
        Assert.False(redeliveries.TryBegin(Key("1"), out _, out var waiting));
        redeliveries.Complete(Key("1"), delivery, Result("12345"));
        Assert.Equal("12345", TextOf(await waiting!));
        Assert.True(redeliveries.TryBegin(Key("1"), out _, out _));
    }

    private static void Handle(Redeliveries redeliveries, string id, string text)
    {
        Assert.True(redeliveries.TryBegin(Key(id), out var delivery, out _));
        redeliveries.Complete(Key(id), delivery, Result(text));
    }

    private static DeliveryKey Key(string id) => new("test", "c", id, ActivityTypes.Message, 0, 0);

    private static TurnResult Result(string text) => new(200, Encoding.UTF8.GetBytes(text));

    private static string TextOf(TurnResult result) => Encoding.UTF8.GetString(result.Body.Span);
}
