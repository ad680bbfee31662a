using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;
using ZhoushanBot.SignIn;

namespace ZhoushanBot.DirectLine;

/// <summary>Who gets a token.</summary>
internal enum AccessKind
{
    /// <summary>Nobody: there is no endpoint.</summary>
    Off,

    /// <summary>Whoever sits at this machine, as one of the <see cref="Personas"/>.</summary>
    Personas,

    /// <summary>Whoever signed in.</summary>
    SignedIn,
}

/// <summary>
/// Decides who may talk. With sign-in: who signed in. Without, and without an app id, the service listens on this machine only
/// (<c>LoopbackGuard</c>), and who sits at it may try the bot out. A bot with an app id and no sign-in has no chat page.
/// </summary>
internal sealed class DirectLineAccess(IOptions<DirectLineOptions> options, IOptions<SignInOptions> signIn, IOptions<BotChannelOptions> channel, TimeProvider time)
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public AccessKind Kind { get; } = options.Value.Enabled switch
    {
        true when signIn.Value.IsConfigured => AccessKind.SignedIn,
        true when !channel.Value.AuthenticationEnabled => AccessKind.Personas,
        _ => AccessKind.Off,
    };

    /// <summary>Whether the request comes from where it may. A page of a foreign site may not even ask.</summary>
    public bool MayAsk(HttpContext http, out string? crossOrigin)
    {
        crossOrigin = null;
        if (Kind == AccessKind.Personas && !IsOfThisMachine(http))
        {
            return false;
        }

        var origin = (string?)http.Request.Headers.Origin;
        if (string.IsNullOrEmpty(origin) || string.Equals(origin, PublicOrigin(http.Request), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        crossOrigin = origin;
        return options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Kind == AccessKind.Personas && Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.IsLoopback);
    }

    /// <summary>Who asks for a token, and since when we know it; false when nobody does who may have one, or who signed in too long ago.</summary>
    public bool TryIdentify(HttpContext http, TokenRequest? request, [NotNullWhen(true)] out (string Id, string Name, DateTimeOffset Since)? visitor)
    {
        visitor = null;
        if (Kind == AccessKind.SignedIn)
        {
            visitor = SignedInVisitor.Of(http.User) is { } known && time.GetUtcNow() - known.Since < options.Value.SessionLifetime ? known : null;
        }
        else if (Personas.All.FirstOrDefault(persona => persona.Id == request?.User?.Id) is { } persona)
        {
            visitor = (persona.Id, IsEnglish(request?.Locale) ? persona.English : persona.Chinese, time.GetUtcNow());
        }

        return visitor is not null;
    }

    /// <summary>Where pages find this service.</summary>
    public string PublicOrigin(HttpRequest request) =>
        options.Value.PublicUrl.Length > 0 ? options.Value.PublicUrl.TrimEnd('/') : $"{request.Scheme}://{request.Host}";

    // What a proxy passes on comes from this machine too, but its sender does not sit there.
    private static bool IsOfThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !ProxyHeaders.Any(http.Request.Headers.ContainsKey);

    private static bool IsEnglish(string? locale) => locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
}
