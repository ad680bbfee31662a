using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Configuration;

namespace ZhoushanBot.Tests.Configuration;

public sealed class OfficeClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2024-11-20", "2024-11-20T09:00:00+08:00")]
    [InlineData("2024-11-20T16:45", "2024-11-20T16:45:00+08:00")]
    public void A_rehearsal_starts_where_it_is_told_and_runs_on(string asOf, string start)
    {
        var time = new FakeTimeProvider(Noon);
        var clock = new OfficeClock(time, new ClockOptions { AsOf = asOf }.Start);

        time.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal(DateTimeOffset.Parse(start, null) + TimeSpan.FromMinutes(7), clock.Now);
        Assert.Equal(TimeSpan.FromHours(8), clock.Now.Offset);
        Assert.True(clock.IsRehearsal);
    }

    [Fact]
    public void Without_a_rehearsal_it_is_the_time_of_the_offices()
    {
        var clock = new OfficeClock(new FakeTimeProvider(Noon + TimeSpan.FromHours(5)));

        Assert.Equal(new DateOnly(2026, 3, 2), clock.Today);
        Assert.False(clock.IsRehearsal);
    }

    [Theory]
    [InlineData("2024-13-01")]
    [InlineData("tomorrow")]
    [InlineData("20241120")]
    public void What_is_no_date_stops_the_start_and_is_shown(string asOf)
    {
        var verdict = new ClockOptionsValidator().Validate(null, new ClockOptions { AsOf = asOf });

        Assert.Contains(asOf, verdict.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_and_the_health_check_tell_of_a_rehearsal()
    {
        await using var service = new BotService().With("Clock:AsOf", "2024-11-20");
        using var client = service.CreateClient();

        var settings = JsonNode.Parse(await client.GetStringAsync("/chat/settings", TestContext.Current.CancellationToken))!;
        var health = JsonNode.Parse(await client.GetStringAsync("/healthz", TestContext.Current.CancellationToken))!;

        Assert.StartsWith("2024-11-20T09:", (string)settings["rehearsalAt"]!, StringComparison.Ordinal);
        Assert.StartsWith("2024-11-20T09:", (string)health["rehearsal"]!, StringComparison.Ordinal);
    }
}
