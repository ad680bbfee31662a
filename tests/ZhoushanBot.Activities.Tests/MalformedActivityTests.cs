using FsCheck.Xunit;

namespace ZhoushanBot.Activities.Tests;

/// <summary>Ten thousand bodies with something wrong in them: refused or answered, never a fault of ours.</summary>
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
}
