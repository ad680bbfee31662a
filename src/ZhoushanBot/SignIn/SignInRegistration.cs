using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ZhoushanBot.SignIn;

/// <summary>Signing in and out by OpenID Connect: ASP.NET Core's handler and its cookie.</summary>
internal static class SignInRegistration
{
    public const string SignInPath = "/signin";
    public const string SignOutPath = "/signout";

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "zhoushanbot";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = SignInPath;
        });
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>, OpenIdScheme>();
        services.AddSingleton<OpenIdConnectHandlerOptions>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>>(provider => provider.GetRequiredService<OpenIdConnectHandlerOptions>());
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services.AddTransient<OpenIdConnectHandler>();
        return services;
    }

    /// <summary>Nothing at all while sign-in is not configured.</summary>
    public static void MapSignIn(this WebApplication service)
    {
        if (!service.Services.GetRequiredService<IOptions<SignInOptions>>().Value.IsConfigured)
        {
            return;
        }

        service.UseAuthentication();
        service.MapGet(SignInPath, http => http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = "/" }));

        // A form of our own page: a link of another site signs nobody out.
        service.MapPost(SignOutPath, async http =>
        {
            if (http.Request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin")
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            http.Response.Redirect("/");
        });
    }
}

/// <summary>The scheme exists only while an issuer is configured: its handler wants complete options on every request.</summary>
internal sealed class OpenIdScheme(IOptions<SignInOptions> signIn) : IConfigureOptions<AuthenticationOptions>
{
    public void Configure(AuthenticationOptions options)
    {
        if (signIn.Value.IsConfigured)
        {
            options.AddScheme<OpenIdConnectHandler>(OpenIdConnectDefaults.AuthenticationScheme, displayName: null);
        }
    }
}

/// <summary>Code flow with PKCE; the cookie holds who it is and no tokens.</summary>
internal sealed class OpenIdConnectHandlerOptions(IOptions<SignInOptions> signIn) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(OpenIdConnectDefaults.AuthenticationScheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        options.Authority = signIn.Value.Authority;
        options.ClientId = signIn.Value.ClientId;
        options.ClientSecret = signIn.Value.ClientSecret;
        options.RequireHttpsMetadata = !signIn.Value.IsLocalIssuer;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.TokenValidationParameters.NameClaimType = "name";
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
        return ($"dl_{Base64Url.EncodeToString(hash.AsSpan(0, 18))}", name);
    }
}
