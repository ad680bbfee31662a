using System.Text;

namespace ZhoushanBot.Activities.Tests;

/// <summary>
/// What the process still holds after ten thousand requests. The garbage collector counts the whole process, so nothing runs beside these.
/// The bodies would weigh 200 MB if they stayed.
/// </summary>
[CollectionDefinition(nameof(RetainedMemoryTests), DisableParallelization = true)]
[Collection(nameof(RetainedMemoryTests))]
public sealed class RetainedMemoryTests : IAsyncLifetime
{
    private const int Requests = 10_000;
    private const int Weight = 20_000;
    private const long Bound = 8 * 1024 * 1024;

    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        bot.OnTurn = async (turn, cancel) =>
        {
            await turn.SendAsync(turn.Text, cancel);
            return null;
        };
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Nothing_stays_of_refused_bodies()
    {
        var body = Encoding.UTF8.GetBytes("{\"type\":\"message\",\"text\":\"" + new string('x', Weight) + "\",\"value\":[[[");

        await HoldsNoMoreAfterAsync(500, async _ => Assert.Equal(400, (await bot.PostAsync(body)).Status));
    }

    [Fact]
    public async Task Nothing_but_a_bounded_memory_of_redeliveries_stays_of_answered_ones()
    {
        var text = new string('y', Weight);

        await HoldsNoMoreAfterAsync(5_000, async request =>
            Assert.Equal(200, (await bot.PostAsync(AnActivity.ExpectingReplies(text) with { Conversation = new() { Id = "c" + request } })).Status));
    }

    private static async Task HoldsNoMoreAfterAsync(int warmUp, Func<int, Task> request)
    {
        for (var i = 0; i < warmUp; i++)
        {
            await request(-i - 1);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Requests; i++)
        {
            await request(i);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Bound);
    }
}
