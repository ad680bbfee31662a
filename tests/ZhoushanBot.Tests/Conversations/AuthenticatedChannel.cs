using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Activities.Tests;
using ZhoushanBot.Conversations;

namespace ZhoushanBot.Tests.Conversations;

/// <summary>Teams, as far as a bot sees of it: login servers and a connector on this machine, a store that outlives the service, and people who speak.</summary>
internal sealed class AuthenticatedChannel : IAsyncDisposable
{
    public const string Tenant = "own-tenant";
    public const string Account = "7b1f9a6e-0000-4000-8000-000000000001";
    public static readonly ConversationAddress Chat = new("msteams", "a:1");

    private readonly ScratchFolder data = new();

    private AuthenticatedChannel(FakeCloud cloud, FakeConnector connector) => (Cloud, Connector) = (cloud, connector);

    public FakeCloud Cloud { get; }

    public FakeConnector Connector { get; }

    /// <summary>The clock of the service and of its tokens.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<AuthenticatedChannel> StartAsync(TimeProvider? time = null) =>
        new(await FakeCloud.StartAsync(), await FakeConnector.StartAsync()) { Time = time ?? TimeProvider.System };

    /// <summary>The real service, registered with these login servers.</summary>
    public BotService Service(bool isRegistered = true)
    {
        var service = new BotService().KeptIn(data)
            .With(services => services.AddSingleton(new OutboundHttp(new LoginServersHere(Cloud.Url))))
            .With(services => services.AddSingleton(Time));
        return !isRegistered ? service : service
            .With("Bot:AppId", FakeCloud.AppId).With("Bot:TenantId", Tenant).With("Bot:Password", "secret").With("Bot:Endpoints:OpenIdMetadata", Cloud.Url + "/channel");
    }

    /// <summary>An activity of a person in a personal chat of Teams.</summary>
    public JsonObject Activity(string type = "message", string account = Account, string conversation = "a:1") => new()
    {
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString(),
        ["channelId"] = "msteams",
        ["serviceUrl"] = Connector.Url,
        ["from"] = new JsonObject { ["id"] = "29:" + account, ["name"] = "王", ["aadObjectId"] = account },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["locale"] = "zh-CN",
        ["text"] = type == "message" ? "帮助" : null,
    };

    /// <summary>Delivers an activity with a good token.</summary>
    /// <returns>What the service answers; empty for anything but an invoke.</returns>
    public async Task<string> DeliverAsync(BotService service, JsonObject activity)
    {
        var token = Tokens.Sign(Cloud.Teams, Tokens.Channel((string)activity["serviceUrl"]!, Time.GetUtcNow()));
        using var response = await service.PostAsync(activity, Cancel, "Bearer " + token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync();
        await Cloud.DisposeAsync();
        data.Dispose();
    }
}
