using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities;
using ZhoushanBot.DirectLine;

namespace ZhoushanBot.Tests.DirectLine;

public sealed class DirectLineHubTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void The_longest_silent_conversations_are_forgotten_but_none_that_is_read()
    {
        var hub = Hub(options => options.MaxConversations = 8);
        var read = hub.Open("read");
        read.TryJoin(1);

        for (var i = 0; i < 30; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            hub.Open($"c{i}");
        }

        Assert.InRange(hub.Count, 1, 8);
        Assert.Same(read, hub.Open("read"));
    }

    [Fact]
    public async Task All_conversations_together_keep_no_more_than_they_may()
    {
        var hub = Hub(options => options.MaxKeptBytes = 100_000);

        for (var i = 0; i < 200; i++)
        {
            await hub.PostAsync($"c{i % 50}", Message(new string('x', 2000)));
            Assert.InRange(hub.Bytes, 1, 100_000);
        }

        Assert.Equal(hub.Bytes, Enumerable.Range(0, 50).Sum(i => (long)hub.Open($"c{i}").Bytes));
    }

    [Fact]
    public async Task A_reader_who_has_missed_something_is_told_so()
    {
        var hub = Hub(options => options.MaxKeptActivities = 3);
        var conversation = hub.Open("c");
        conversation.TryLocate(null, out var position);

        for (var i = 0; i < 4; i++)
        {
            await hub.PostAsync("c", Message("x"));
        }

        Assert.Throws<ReaderTooSlowException>(() => conversation.TryRead(position));
        Assert.Equal(position + 4, conversation.Read(position).Next);
    }

    [Fact]
    public async Task Ids_differ_even_between_two_lives_of_a_conversation()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);

        for (var life = 0; life < 2; life++)
        {
            var hub = Hub(_ => { });
            for (var i = 0; i < 3; i++)
            {
                Assert.True(ids.Add((await hub.PostAsync("c", Message("x")))!));
            }
        }
    }

    [Fact]
    public void Every_fault_of_the_settings_is_told_at_once_in_both_languages()
    {
        var faults = new DirectLineOptionsValidator().Validate(null, new()
        {
            TokenLifetime = TimeSpan.Zero,
            MaxSockets = 0,
            PublicUrl = "bot.example",
            AllowedOrigins = { "https://site.example/path" },
        }).Failures!.ToList();

        Assert.Equal(4, faults.Count);
        Assert.All(["TokenLifetime", "MaxSockets", "PublicUrl", "AllowedOrigins"], key => Assert.Contains(faults, fault => fault.Contains(key, StringComparison.Ordinal)));
        Assert.All(faults, fault => Assert.Contains("必须", fault, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Contains("must", fault, StringComparison.Ordinal));
    }

    private DirectLineHub Hub(Action<DirectLineOptions> configure)
    {
        var options = new DirectLineOptions();
        configure(options);
        return new(Options.Create(options), time);
    }

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };
}
