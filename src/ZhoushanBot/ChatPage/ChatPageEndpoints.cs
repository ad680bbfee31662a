using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using ZhoushanBot.Configuration;
using ZhoushanBot.DirectLine;
using ZhoushanBot.People;
using ZhoushanBot.SignIn;

namespace ZhoushanBot.ChatPage;

/// <summary>The chat page at <c>/</c>: Microsoft's Web Chat on our Direct Line. It asks no other host for anything.</summary>
internal static class ChatPageEndpoints
{
    // Of an empty text: Web Chat's scroller makes an empty style element without the nonce, and fills it by script.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    private static readonly ImmutableArray<(string Path, string Name, string Type)> Files =
    [
        ("/chat/chat.css", "chat.css", "text/css; charset=utf-8"),
        ("/chat/chat.js", "chat.js", "text/javascript; charset=utf-8"),
        ("/chat/look.js", "look.js", "text/javascript; charset=utf-8"),
        ("/chat/words.js", "words.js", "text/javascript; charset=utf-8"),
        ("/chat/icon.svg", "icon.svg", "image/svg+xml"),
    ];

    /// <summary>What the page is made of.</summary>
    public static IServiceCollection AddChatPage(this IServiceCollection services) => services.AddSingleton(_ => new WebChatBundle());

    /// <summary>Maps nothing while nobody could chat.</summary>
    public static void MapChatPage(this WebApplication service)
    {
        var access = service.Services.GetRequiredService<DirectLineAccess>();
        if (access.Kind == AccessKind.Off)
        {
            return;
        }

        var clock = service.Services.GetRequiredService<OfficeClock>();
        var bundle = service.Services.GetRequiredService<WebChatBundle>();
        var personas = service.Services.GetRequiredService<PersonaLabels>();
        var page = Read("index.html");
        service.MapGet("/", http => SendPageAsync(http, page));
        service.MapGet("/chat/settings", http => SendSettingsAsync(http, access, bundle, personas, clock));
        foreach (var (path, name, type) in Files)
        {
            var content = Read(name);
            service.MapGet(path, http => SendFileAsync(http, content, type));
        }

        if (bundle.Exists)
        {
            service.MapGet(WebChatBundle.Url, bundle.SendAsync);
        }
    }

    private static Task SendPageAsync(HttpContext http, string page)
    {
        // Web Chat makes its style elements while it runs; the nonce lets in these and no others.
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Guard(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:; connect-src 'self' {StreamOrigins(http.Request)}; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page.Replace("{{nonce}}", nonce, StringComparison.Ordinal), http.RequestAborted);
    }

    private static Task SendFileAsync(HttpContext http, string content, string type)
    {
        Guard(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.ContentType = type;
        return http.Response.WriteAsync(content, http.RequestAborted);
    }

    private static Task SendSettingsAsync(HttpContext http, DirectLineAccess access, WebChatBundle bundle, PersonaLabels personas, OfficeClock clock)
    {
        Guard(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        var signsIn = access.Kind == AccessKind.SignedIn;
        var settings = new ChatPageSettings(
            signsIn ? [] : personas.Current,
            signsIn ? SignInRegistration.SignInPath : null,
            SignedInVisitor.Of(http.User)?.Name,
            bundle.Exists ? WebChatBundle.Url : null,
            WebChatBundle.Version,
            clock.IsRehearsal ? clock.Now : null);
        return http.Response.WriteAsJsonAsync(settings, ChatPageJson.Default.ChatPageSettings, cancellationToken: http.RequestAborted);
    }

    private static void Guard(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    // Older browsers do not count a WebSocket of the same host as 'self'.
    private static string StreamOrigins(HttpRequest request) => $"ws://{request.Host} wss://{request.Host}";

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"ChatPage/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>What the page needs to know before it can begin.</summary>
/// <param name="Personas">Whom one can be; empty where people sign in.</param>
/// <param name="SignInPath">Where to sign in; null where nobody does.</param>
/// <param name="SignedInName">Who signed in; null when nobody has.</param>
/// <param name="WebChat">Where the script lies; null when the build could not bring it.</param>
/// <param name="WebChatVersion">Which version it is, or would be.</param>
/// <param name="RehearsalAt">The time by the service's clock, in Asia/Shanghai; null when it is the real one.</param>
internal sealed record ChatPageSettings(
    ImmutableArray<Persona> Personas, string? SignInPath, string? SignedInName, string? WebChat, string WebChatVersion, DateTimeOffset? RehearsalAt);

[JsonSerializable(typeof(ChatPageSettings))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class ChatPageJson : JsonSerializerContext;
