using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Activities.Inbound;

namespace ZhoushanBot.Activities.Tests;

/// <summary>A bot behind the real endpoint and a real web server.</summary>
internal sealed class TestBot : IAsyncDisposable, ITurnHandler
{
    private readonly WebApplication app;
    private readonly HttpClient client = new();
    private int turns;

    private TestBot(WebApplication app) => this.app = app;

    /// <summary>What the bot does; echoes messages unless told otherwise.</summary>
    public Func<TurnContext, CancellationToken, ValueTask<InvokeResponse?>> OnTurn { get; set; } = EchoAsync;

    /// <summary>How many turns were run.</summary>
    public int Turns => turns;

    public string Url => LoopbackServer.AddressOf(app) + "/api/messages";

    public IServiceProvider Services => app.Services;

    public ConnectorSender Connector => Services.GetRequiredService<ConnectorSender>();

    public static async Task<TestBot> StartAsync(
        Action<BotChannelOptions>? configure = null, TimeProvider? time = null, OutboundHttp? http = null, MinDataRate? slowest = null)
    {
        TestBot? self = null;
        await LoopbackServer.StartAsync(
            services =>
            {
                services.AddSingleton(time ?? TimeProvider.System);
                if (http is not null)
                {
                    services.AddSingleton(http);
                }

                services.AddSingleton<ITurnHandler>(_ => self!);
                services.AddBotChannel(configure ?? (_ => { }));
            },
            web =>
            {
                self = new TestBot(web);
                web.MapBotChannel();
            },
            slowest);
        return self!;
    }

    public static async ValueTask<InvokeResponse?> EchoAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Type == ActivityTypes.Message)
        {
            await turn.SendAsync("Echo: " + turn.Text, cancellationToken);
        }

        return null;
    }

    public ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref turns);
        return OnTurn(turn, cancellationToken);
    }

    public Task<Answer> PostAsync(Activity activity, string? authorization = null) => PostAsync(ActivityJson.ToUtf8(activity), authorization);

    public Task<Answer> PostAsync(string body, string? authorization = null) => PostAsync(Encoding.UTF8.GetBytes(body), authorization);

    public async Task<Answer> PostAsync(byte[] body, string? authorization = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}

internal sealed record Answer(int Status, string Body)
{
    public IList<Activity> Replies => ActivityJson.Read<ExpectedReplies>(Encoding.UTF8.GetBytes(Body))!.Activities;
}

internal static class AnActivity
{
    private static int ids;

    /// <summary>A message of a person to the bot, with an id that no other one has.</summary>
    public static Activity Message(string text, string serviceUrl = "http://127.0.0.1:9/") => new()
    {
        Type = ActivityTypes.Message,
        Id = "a" + Interlocked.Increment(ref ids),
        Text = text,
        ChannelId = ChannelIds.MsTeams,
        ServiceUrl = serviceUrl,
        From = new() { Id = "user", Name = "User" },
        Recipient = new() { Id = "bot", Name = "Bot" },
        Conversation = new() { Id = "conversation" },
        Locale = "zh-CN",
    };

    /// <summary>A message whose replies come in the response.</summary>
    public static Activity ExpectingReplies(string text) => Message(text) with { DeliveryMode = DeliveryModes.ExpectReplies };

    /// <summary>An invoke.</summary>
    public static Activity Invoke(string name, string? valueJson) => Message("") with
    {
        Type = ActivityTypes.Invoke,
        Text = null,
        Name = name,
        Value = valueJson is null ? null : RawJson.FromText(valueJson).ToElement(),
    };
}
