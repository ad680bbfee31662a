using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace ZhoushanBot.Activities.Connector;

/// <summary>The token by which the bot proves itself to the connector: client credentials, kept until shortly before expiry, one request at a time.</summary>
internal sealed class BotTokens : IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly IConfidentialClientApplication? application;
    private readonly string[] scopes;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim oneFlight = new(1, 1);
    private readonly X509Certificate2? certificate;
    private Token? current;

    public BotTokens(IOptions<BotChannelOptions> options, OutboundHttp http, TimeProvider time)
    {
        this.time = time;
        var settings = options.Value;
        var endpoints = settings.EffectiveEndpoints;
        scopes = [endpoints.Audience + "/.default"];
        if (!settings.AuthenticationEnabled)
        {
            return;
        }

        var tenant = settings.AppType == BotAppType.SingleTenant ? settings.TenantId : endpoints.DefaultTenant;
        var builder = ConfidentialClientApplicationBuilder.Create(settings.AppId)
            .WithAuthority($"{endpoints.Authority}/{tenant}", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http);
        if (settings.CertificatePath.Length > 0)
        {
            certificate = X509CertificateLoader.LoadPkcs12FromFile(settings.CertificatePath, settings.CertificatePassword);
            builder = builder.WithCertificate(certificate);
        }
        else
        {
            builder = builder.WithClientSecret(settings.Password);
        }

        application = builder.Build();
    }

    /// <summary>The token; null when authentication is off.</summary>
    /// <exception cref="ConnectorException">None can be had.</exception>
    public ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
        application is null ? new((string?)null)
        : current is { } token && !IsStale(token) ? new(token.Text)
        : new(RenewAsync(application, cancellationToken));

    public void Dispose()
    {
        oneFlight.Dispose();
        certificate?.Dispose();
    }

    private bool IsStale(Token token) => time.GetUtcNow() >= token.Expires - RenewBefore;

    private async Task<string?> RenewAsync(IConfidentialClientApplication app, CancellationToken cancellationToken)
    {
        await oneFlight.WaitAsync(cancellationToken);
        try
        {
            if (current is not { } token || IsStale(token))
            {
                // We are the cache: the library's own would answer by its own clock.
                var result = await app.AcquireTokenForClient(scopes).WithForceRefresh(true).ExecuteAsync(cancellationToken);
                current = token = new Token(result.AccessToken, result.ExpiresOn);
            }

            return token.Text;
        }
        catch (MsalException e)
        {
            var status = e is MsalServiceException service ? service.StatusCode : 0;
            var failure = status is >= 400 and < 500 and not 429 ? ConnectorFailure.NotAuthorized : ConnectorFailure.Unavailable;
            throw new ConnectorException(failure, status, e.ErrorCode, ForbiddenReason.None, null, e);
        }
        catch (HttpRequestException e)
        {
            throw new ConnectorException(ConnectorFailure.Unavailable, 0, null, ForbiddenReason.None, null, e);
        }
        finally
        {
            oneFlight.Release();
        }
    }

    private sealed record Token(string Text, DateTimeOffset Expires);
}
