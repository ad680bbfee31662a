using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ZhoushanBot.Configuration;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.SignIn;

/// <summary>Signing in and out by OpenID Connect: ASP.NET Core's handler and its cookie.</summary>
internal static class SignInRegistration
{
    public const string SignInPath = "/signin";
    public const string SignOutPath = "/signout";
    private const string PublicUrlKey = "DirectLine:PublicUrl";

    /// <summary>Registers the handlers only where an issuer is configured: without one there are no keys to keep and nothing to do on each request.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>();
        var options = configuration.GetSection(SignInOptions.Section).Get<SignInOptions>();
        if (options is not { IsConfigured: true })
        {
            return services;
        }

        // Beside the store, so that a restart signs nobody out.
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StoreOptions>, ILoggerFactory>((keys, store, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(Path.GetDirectoryName(store.Value.File)!, "keys")), loggers));
        // A proxy speaks https for us: what browsers see is not what our requests say.
        var publicUrl = configuration[PublicUrlKey]?.TrimEnd('/') ?? "";
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "zhoushanbot";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = publicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                cookie.LoginPath = SignInPath;
            })
            .AddOpenIdConnect(openId => Configure(openId, options, publicUrl));
        return services;
    }

    /// <summary>Maps nothing at all while sign-in is not configured.</summary>
    public static void MapSignIn(this WebApplication service)
    {
        if (!service.Services.GetRequiredService<IOptions<SignInOptions>>().Value.IsConfigured)
        {
            return;
        }

        service.UseAuthentication();
        service.MapGet(SignInPath, ChallengeAsync);

        // The cookie goes with no form of another site (SameSite), so that nobody is signed out from there.
        service.MapPost(SignOutPath, async http =>
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            http.Response.Redirect("/");
        });
    }

    private static async Task ChallengeAsync(HttpContext http)
    {
        try
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = "/" });
        }
        catch (InvalidOperationException e) when (!http.Response.HasStarted)
        {
            Log.IssuerUnreachable(http.RequestServices.GetRequiredService<ILogger<SignInOptions>>(), e);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync("暂时无法登录：登录服务没有应答，请稍后再试。\nSigning in is not possible now: the sign-in service does not answer. Please try again later.\n", http.RequestAborted);
        }
    }

    // Code flow with PKCE; the cookie holds who it is, since when, and no tokens.
    private static void Configure(OpenIdConnectOptions openId, SignInOptions options, string publicUrl)
    {
        openId.Authority = options.Authority;
        openId.ClientId = options.ClientId;
        openId.ClientSecret = options.ClientSecret;
        openId.RequireHttpsMetadata = !options.IsLocalIssuer;
        openId.ResponseType = OpenIdConnectResponseType.Code;
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.UsePkce = true;
        openId.SaveTokens = false;
        openId.MapInboundClaims = false;
        openId.TokenValidationParameters.NameClaimType = "name";
        openId.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = publicUrl.Length > 0 ? publicUrl + openId.CallbackPath : context.ProtocolMessage.RedirectUri;
            return Task.CompletedTask;
        };
        openId.Events.OnTokenValidated = context =>
        {
            SignedInVisitor.Stamp(context.Principal!, (openId.TimeProvider ?? TimeProvider.System).GetUtcNow());
            return Task.CompletedTask;
        };

        // Forged, stale or called off: the page offers to sign in again.
        openId.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect("/");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}

/// <summary>Who signed in, as a user of Direct Line.</summary>
internal static class SignedInVisitor
{
    private const string Since = "zhoushanbot_since";

    /// <summary>Notes when somebody proved who they are.</summary>
    public static void Stamp(ClaimsPrincipal principal, DateTimeOffset now) =>
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Since, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>An id that stays the same and tells nothing, the name, and since when; null when nobody signed in.</summary>
    public static (string Id, string Name, DateTimeOffset Since)? Of(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true } || principal.FindFirst("sub") is not { Value.Length: > 0 } subject
            || !long.TryParse(principal.FindFirst(Since)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var since))
        {
            return null;
        }

        var name = principal.FindFirst("name")?.Value ?? principal.FindFirst("preferred_username")?.Value ?? "";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{subject.Issuer}\n{subject.Value}"));
        return ($"oidc-{Base64Url.EncodeToString(hash.AsSpan(0, 18))}", name, DateTimeOffset.FromUnixTimeSeconds(since));
    }
}
