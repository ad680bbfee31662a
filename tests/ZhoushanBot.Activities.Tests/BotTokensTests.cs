using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities.Authentication;
using ZhoushanBot.Activities.Connector;

namespace ZhoushanBot.Activities.Tests;

/// <summary>The bot's own token: when it is asked for, from whom, and with what.</summary>
public sealed class BotTokensTests : IAsyncLifetime
{
    private static readonly Activity Something = new() { Type = ActivityTypes.Message, Text = "x" };

    // The library stamps expiry by the real clock, so that the tests' clock must start there.
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private FakeCloud cloud = null!;
    private FakeConnector connector = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cloud = await FakeCloud.StartAsync();
        connector = await FakeConnector.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_hundred_messages_at_once_need_one_token()
    {
        await using var bot = await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync(bot)));

        Assert.Single(cloud.TokenRequests);
        Assert.Equal(100, connector.Calls.Count);
        Assert.All(connector.Calls, call => Assert.Equal("Bearer token-1", call.Authorization));
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        await using var bot = await StartAsync();

        await SendAsync(bot);
        time.Advance(TimeSpan.FromMinutes(54));
        await SendAsync(bot);
        time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(bot);

        Assert.Equal("Bearer token-1 Bearer token-1 Bearer token-2", string.Join(' ', connector.Calls.Select(call => call.Authorization)));
    }

    public static TheoryData<BotAppType, BotCloud, string, string> Registrations => new()
    {
        { BotAppType.SingleTenant, BotCloud.Public, "/login.microsoftonline.com/own-tenant/oauth2/v2.0/token", "https://api.botframework.com/.default" },
        { BotAppType.MultiTenant, BotCloud.Public, "/login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default" },
        { BotAppType.SingleTenant, BotCloud.UsGovernment, "/login.microsoftonline.us/own-tenant/oauth2/v2.0/token", "https://api.botframework.us/.default" },
        { BotAppType.MultiTenant, BotCloud.UsGovernment, "/login.microsoftonline.us/microsoftservices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default" },
        { BotAppType.SingleTenant, BotCloud.China, "/login.partner.microsoftonline.cn/own-tenant/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default" },
    };

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Tenant_scope_and_login_server_are_those_of_the_registration(BotAppType type, BotCloud where, string path, string scope)
    {
        await using var bot = await StartAsync(options => (options.AppType, options.Cloud) = (type, where));

        await SendAsync(bot);

        var request = cloud.TokenRequests.Single();
        Assert.Equal(path, request.Path, ignoreCase: true);
        Assert.Contains("scope=" + scope, request.Form, StringComparison.Ordinal);
        Assert.Contains("client_secret=the secret", request.Form.Replace('+', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_proves_the_bot_as_well_as_a_secret()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".pfx");
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "password"), Cancel);
        try
        {
            await using var bot = await StartAsync(options => (options.Password, options.CertificatePath, options.CertificatePassword) = ("", file, "password"));

            await SendAsync(bot);

            Assert.Contains("client_assertion=ey", cloud.TokenRequests.Single().Form, StringComparison.Ordinal);
            Assert.Equal("Bearer token-1", connector.Calls.Single().Authorization);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        await using var bot = await StartAsync();
        cloud.TokenStatus = 401;

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(bot));

        Assert.Equal(ConnectorFailure.NotAuthorized, failure.Failure);
        Assert.Empty(connector.Calls);
        Assert.DoesNotContain("the secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_is_asked_for_on_behalf_of_a_service_url_that_nobody_vouches_for()
    {
        await using var bot = await StartAsync();
        var client = bot.Services.GetRequiredService<ConnectorClient>();

        await Assert.ThrowsAsync<ConnectorException>(() => client.SendToConversationAsync(new("http://127.0.0.1:9/", "c"), Something, Cancel));

        Assert.Empty(cloud.TokenRequests);
    }

    private async Task<TestBot> StartAsync(Action<BotChannelOptions>? more = null)
    {
        var bot = await TestBot.StartAsync(
            options =>
            {
                options.AppId = FakeCloud.AppId;
                options.TenantId = "own-tenant";
                options.Password = "the secret";
                more?.Invoke(options);
            },
            time,
            new OutboundHttp(new LoginServersHere(cloud.Url)));
        bot.Services.GetRequiredService<TrustedServiceUrls>().Trust(connector.Url);
        return bot;
    }

    private Task<ResourceResponse> SendAsync(TestBot bot) =>
        bot.Services.GetRequiredService<ConnectorClient>().SendToConversationAsync(new(connector.Url, "c"), Something, Cancel);
}
