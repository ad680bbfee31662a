using System.Net.Http.Headers;
using FsCheck.Xunit;
using ZhoushanBot.Activities.Tests;

namespace ZhoushanBot.Tests;

/// <summary>The real bot, its memory and its store under ten thousand bodies with something wrong in them.</summary>
public sealed class MalformedActivityTests : IAsyncLifetime
{
    private static FakeConnector connector = null!;
    private static BotService service = null!;
    private static HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        MalformedBodies.ServiceUrl = connector.Url;
        service = new BotService();
        client = service.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(MalformedBodies)])]
    public async Task<bool> Whatever_comes_is_refused_or_answered(MalformedBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var content = new ByteArrayContent(body.Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

        // 501 is the proper answer to an invoke that the bot does not know.
        return (int)answer.StatusCode is 200 or 400 or 403 or 501;
    }
}
