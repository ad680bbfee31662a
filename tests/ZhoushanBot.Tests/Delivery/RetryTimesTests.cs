using Microsoft.Extensions.Options;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;

namespace ZhoushanBot.Tests.Delivery;

public sealed class RetryTimesTests
{
    private static readonly DateTimeOffset Nine = ADelivery.Nine;

    [Theory]
    [InlineData(1, 0.0, 5)]
    [InlineData(2, 0.0, 10)]
    [InlineData(3, 0.0, 20)]
    [InlineData(3, 0.5, 15)]
    [InlineData(9, 0.0, 900)]
    [InlineData(2_000_000_000, 0.0, 900)]
    public void The_pause_doubles_up_to_a_limit_and_chance_shortens_it(int attempts, double jitter, int seconds) =>
        Assert.Equal(Nine.AddSeconds(seconds), After(attempts, jitter, null));

    [Theory]
    [InlineData(60, 0.0, 60)]
    [InlineData(60, 0.5, 61.25)]
    [InlineData(1, 0.0, 5)]
    [InlineData(7_200, 0.0, 7_200)]
    public void What_the_channel_asks_for_is_kept_and_chance_only_adds_to_it(int asked, double jitter, double seconds) =>
        Assert.Equal(Nine.AddSeconds(seconds), After(1, jitter, TimeSpan.FromSeconds(asked)));

    [Fact]
    public void After_days_it_is_given_up_but_not_before_ten_attempts()
    {
        Assert.Null(After(10, 0, null, Nine.AddDays(-3)));
        Assert.NotNull(After(9, 0, null, Nine.AddDays(-30)));
        Assert.NotNull(After(500, 0, null, Nine.AddDays(-3).AddMinutes(16)));
    }

    private static DateTimeOffset? After(int attempts, double jitter, TimeSpan? asked, DateTimeOffset? due = null) =>
        new RetryTimes(Options.Create(new DeliveryOptions()), () => jitter).After(
            new OutboxRow(ADelivery.Message("a") with { DueAt = due ?? Nine }, new OutboxState.Sending(Nine), attempts, MayRepeat: false), Nine, asked);
}
