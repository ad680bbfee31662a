using ZhoushanBot.Tests.Delivery.Crash;

namespace ZhoushanBot.Tests.Delivery;

/// <summary>The short one; 50 kills among 1,000 reminders: tests/ZhoushanBot.Benchmarks/README.md.</summary>
public sealed class DeliveryKillTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_while_sending_nothing_is_lost_and_only_what_was_under_way_comes_twice_and_says_so()
    {
        var seed = Environment.TickCount;

        var report = await DeliveryKills.RunAsync(folder["store.db"], messages: 200, kills: 5, seed, TestContext.Current.CancellationToken);

        var where = $"seed {seed}: {report}";
        Assert.True(report is { Lost: 0, Unmarked: 0, RepeatedUnknown: 0, Unrecorded: 0, ChainFault: null }, where);
    }
}
