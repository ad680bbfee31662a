using System.Buffers.Text;
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

namespace ZhoushanBot.SignIn;

/// <summary>Signing in and out by OpenID Connect: ASP.NET Core's handler and its cookie.</summary>
internal static class SignInRegistration
{
    public const string SignInPath = "/signin";
    public const string SignOutPath = "/signout";

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
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "zhoushanbot";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.LoginPath = SignInPath;
            })
            .AddOpenIdConnect(openId => Configure(openId, options));
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
        service.MapGet(SignInPath, http => http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = "/" }));

        // The cookie goes with no form of another site (SameSite), so that nobody is signed out from there.
        service.MapPost(SignOutPath, async http =>
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            http.Response.Redirect("/");
        });
    }

    // Code flow with PKCE; the cookie holds who it is and no tokens.
    private static void Configure(OpenIdConnectOptions openId, SignInOptions options)
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
    }
}

/// <summary>Who signed in, as a user of Direct Line.</summary>
internal static class SignedInVisitor
{
    /// <summary>An id that stays the same and tells nothing, and the name; null when nobody signed in.</summary>
    public static (string Id, string Name)? Of(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true } || principal.FindFirst("sub") is not { Value.Length: > 0 } subject)
        {
            return null;
        }

        var name = principal.FindFirst("name")?.Value ?? principal.FindFirst("preferred_username")?.Value ?? "";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{subject.Issuer}\n{subject.Value}"));
        return ($"oidc-{Base64Url.EncodeToString(hash.AsSpan(0, 18))}", name);
    }
}
