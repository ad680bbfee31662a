using System.Text;
using FsCheck.Xunit;

namespace ZhoushanBot.Activities.Tests;

/// <summary>Ten thousand bodies with something wrong in them: refused or answered, never a fault of ours, and nothing of them stays.</summary>
public sealed class MalformedActivityTests : IAsyncLifetime
{
    private static FakeConnector connector = null!;
    private static TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        MalformedBodies.ServiceUrl = connector.Url;
        bot = await TestBot.StartAsync();
        bot.OnTurn = async (turn, cancel) =>
        {
            var mentioned = turn.Activity.MentionsRecipient() ? " (to me)" : "";
            if (turn.Activity.Type != ActivityTypes.Invoke)
            {
                await turn.SendAsync($"{turn.Text} {turn.Activity.GetTenantId()} {turn.Activity.Value} {turn.CardAction?.Action?.Verb}{mentioned}", cancel);
            }

            return turn.CardAction is null ? null : InvokeResponse.Ok;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(MalformedBodies)])]
    public async Task<bool> Whatever_comes_is_refused_or_answered(MalformedBody body)
    {
        var answer = await bot.PostAsync(body.Bytes);

        // 501 is the proper answer to an invoke that the bot does not know.
        return answer.Status is 200 or 400 or 403 or 501;
    }

    [Fact]
    public async Task Nothing_of_ten_thousand_refused_bodies_stays_in_memory()
    {
        var body = Encoding.UTF8.GetBytes("{\"type\":\"message\",\"text\":\"" + new string('x', 20_000) + "\",\"value\":[[[");
        for (var i = 0; i < 500; i++)
        {
            await bot.PostAsync(body);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal(400, (await bot.PostAsync(body)).Status);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task Nothing_but_a_bounded_memory_of_redeliveries_stays_of_ten_thousand_answered_ones()
    {
        for (var i = 0; i < 5_000; i++)
        {
            await bot.PostAsync(AnActivity.ExpectingReplies(new string('y', 3_000)));
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 10_000; i++)
        {
            await bot.PostAsync(AnActivity.ExpectingReplies(new string('y', 3_000)) with { Conversation = new() { Id = "c" + i } });
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 * 1024 * 1024);
    }
}
