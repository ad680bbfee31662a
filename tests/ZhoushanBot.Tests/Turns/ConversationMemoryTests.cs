using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Tests.Turns;

public sealed class ConversationMemoryTests
{
    private static readonly ConversationKey Key = new("emulator", "c", "u");

    private readonly FakeTimeProvider time = new();

    [Fact]
    public void A_context_lasts_until_thirty_minutes_of_silence()
    {
        var memory = MemoryOf(10);
        var context = ConversationContext.Empty with { };
        memory.Keep(Key, context);

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

        memory.Keep(Key, ConversationContext.Empty with { });

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
            memory.Keep(Key with { ConversationId = $"{i}" }, context);
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(memory.Count, 1, 100);
        Assert.Same(context, memory.Recall(Key with { ConversationId = "9999" }));
        Assert.Same(ConversationContext.Empty, memory.Recall(Key with { ConversationId = "0" }));
    }

    private ConversationMemory MemoryOf(int capacity) => new(Options.Create(new ConversationOptions { MaxContexts = capacity }), time);
}
