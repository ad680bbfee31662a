using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace ZhoushanBot.Activities.Authentication;

/// <summary>What became of a request's token.</summary>
public enum AuthenticationVerdict
{
    /// <summary>The token vouches for the activity, or authentication is off.</summary>
    Accepted,

    /// <summary>It does not.</summary>
    Refused,

    /// <summary>There are no keys to judge it by.</summary>
    KeysUnavailable,
}

/// <summary>Judges the token that comes with an inbound activity.</summary>
internal sealed class ChannelAuthenticator : IDisposable
{
    private const string Scheme = "Bearer ";
    private const int RememberedTokens = 512;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly BotChannelOptions options;
    private readonly TrustedServiceUrls serviceUrls;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly CloudEndpoints endpoints;
    private readonly FrozenSet<string> emulatorIssuers;
    private readonly SigningKeys channelKeys;
    private readonly SigningKeys emulatorKeys;
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    // Checking an RSA signature costs more than the rest of a turn, and a channel sends the same token for an hour.
    private readonly ConcurrentDictionary<string, ProvenToken> proven = new(StringComparer.Ordinal);

    public ChannelAuthenticator(
        IOptions<BotChannelOptions> options, TrustedServiceUrls serviceUrls, IDocumentRetriever documents, TimeProvider time, ILogger<ChannelAuthenticator> logger)
    {
        this.options = options.Value;
        this.serviceUrls = serviceUrls;
        this.time = time;
        this.logger = logger;
        endpoints = this.options.EffectiveEndpoints;
        emulatorIssuers = EmulatorIssuers(endpoints, this.options.TenantId).ToFrozenSet(StringComparer.Ordinal);
        channelKeys = new SigningKeys(endpoints.OpenIdMetadata ?? "", documents, this.options, time);
        emulatorKeys = new SigningKeys(endpoints.EmulatorOpenIdMetadata ?? "", documents, this.options, time);
    }

    /// <summary>Whether a header can hold a token at all: cheap, and asked before the body is read.</summary>
    public bool MayHoldToken(string? authorization) => !options.AuthenticationEnabled || TokenOf(authorization) is not null;

    /// <summary>Judges; on acceptance the activity's caller id is set to what is proven, and its service URL is trusted.</summary>
    public async ValueTask<AuthenticationVerdict> JudgeAsync(string? authorization, Activity activity, CancellationToken cancellationToken)
    {
        if (!options.AuthenticationEnabled)
        {
            activity.CallerId = null;
            return AuthenticationVerdict.Accepted;
        }

        try
        {
            var fault = await FindFaultAsync(TokenOf(authorization), activity, cancellationToken);
            if (fault is null)
            {
                activity.CallerId = endpoints.CallerId;
                return AuthenticationVerdict.Accepted;
            }

            Log.TokenRefused(logger, fault);
            return AuthenticationVerdict.Refused;
        }
        catch (KeysUnavailableException e)
        {
            Log.KeysUnavailable(logger, e);
            return AuthenticationVerdict.KeysUnavailable;
        }
    }

    public void Dispose()
    {
        channelKeys.Dispose();
        emulatorKeys.Dispose();
    }

    // Two parts, and the scheme's case matters, as in Microsoft's own kits.
    private static string? TokenOf(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var token = authorization[Scheme.Length..];
        return token.Length > 0 && !token.Contains(' ', StringComparison.Ordinal) ? token : null;
    }

    private static IEnumerable<string> EmulatorIssuers(CloudEndpoints endpoints, string ownTenant) =>
        (endpoints.EmulatorTenants + "," + ownTenant)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(tenant => new[] { $"{endpoints.EmulatorIssuerV1}/{tenant}/", $"{endpoints.Authority}/{tenant}/v2.0" });

    private async ValueTask<string?> FindFaultAsync(string? text, Activity activity, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return "no bearer token";
        }

        if (!proven.TryGetValue(text, out var token) || !IsStillProven(token))
        {
            (token, var fault) = await ProveAsync(text, cancellationToken);
            if (token is null)
            {
                return fault;
            }

            Remember(text, token);
        }

        return token.FromEmulator ? FaultOfEmulator(activity) : FaultOfChannel(token, activity);
    }

    private bool IsStillProven(ProvenToken token) =>
        IsInTime(token.NotBefore, token.Expires) && (token.FromEmulator ? emulatorKeys : channelKeys).IsCurrent(token.Key);

    private void Remember(string text, ProvenToken token)
    {
        if (proven.Count >= RememberedTokens)
        {
            proven.Clear();
        }

        proven[text] = token;
    }

    private async ValueTask<(ProvenToken? Token, string? Fault)> ProveAsync(string text, CancellationToken cancellationToken)
    {
        if (!TryRead(text, out var unproven) || string.IsNullOrEmpty(unproven.Kid))
        {
            return (null, "not a token");
        }

        // What is read before the proof only chooses by which rules and keys to prove.
        var fromEmulator = emulatorIssuers.Contains(unproven.Issuer);
        if (fromEmulator ? !options.AllowEmulator : unproven.Issuer != endpoints.Issuer)
        {
            return (null, "issuer");
        }

        // One audience, not one of several: a token that is good elsewhere too could be passed on to us.
        if (unproven.Audiences.Count() != 1 || unproven.Audiences.First() != options.AppId)
        {
            return (null, "audience");
        }

        if (fromEmulator && AppIdOf(unproven) != options.AppId)
        {
            return (null, "app id");
        }

        var key = await (fromEmulator ? emulatorKeys : channelKeys).FindAsync(unproven.Kid, cancellationToken);
        if (key is null)
        {
            return (null, "unknown key");
        }

        var result = await handler.ValidateTokenAsync(unproven, ParametersFor(key, unproven.Issuer));
        if (!result.IsValid)
        {
            return (null, result.Exception?.GetType().Name ?? "invalid");
        }

        return (new ProvenToken(key, unproven.ValidFrom, unproven.ValidTo, ClaimOf(unproven, "serviceurl"), fromEmulator), null);
    }

    private TokenValidationParameters ParametersFor(SigningKey key, string issuer) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = options.AppId,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => expires is { } end && IsInTime(notBefore ?? DateTime.MinValue, end),
    };

    private bool IsInTime(DateTime notBefore, DateTime expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return notBefore - now <= ClockSkew && now - expires <= ClockSkew;
    }

    private bool TryRead(string text, out JsonWebToken token)
    {
        token = null!;
        try
        {
            if (!handler.CanReadToken(text))
            {
                return false;
            }

            token = handler.ReadJsonWebToken(text);
            return token.Issuer is not null && token.Audiences is not null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException or InvalidOperationException or System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static string? AppIdOf(JsonWebToken token) => ClaimOf(token, "ver") switch
    {
        "1.0" => ClaimOf(token, "appid"),
        "2.0" => ClaimOf(token, "azp"),
        _ => null,
    };

    private static string? ClaimOf(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private string? FaultOfChannel(ProvenToken token, Activity activity)
    {
        var endorsements = token.Key.Endorsements;
        if (endorsements.Count == 0 || (!string.IsNullOrEmpty(activity.ChannelId) && !endorsements.Contains(activity.ChannelId)))
        {
            return "endorsement";
        }

        if (options.RequiredEndorsements.Any(required => !endorsements.Contains(required)))
        {
            return "required endorsement";
        }

        if (string.IsNullOrEmpty(token.ServiceUrl) || !token.ServiceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            return "service URL";
        }

        serviceUrls.Trust(activity.ServiceUrl);
        return null;
    }

    // The emulator's token vouches for no service URL: only one on this machine is believed.
    private string? FaultOfEmulator(Activity activity)
    {
        if (TrustedServiceUrls.TryParse(activity.ServiceUrl, out var url) && url.IsLoopback)
        {
            serviceUrls.Trust(activity.ServiceUrl!);
        }

        return null;
    }

    private sealed record ProvenToken(SigningKey Key, DateTime NotBefore, DateTime Expires, string? ServiceUrl, bool FromEmulator);
}
