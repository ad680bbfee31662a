using Microsoft.Extensions.Options;
using ZhoushanBot.Signing;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.DirectLine;

/// <summary>Direct Line 3.0 of our own, as Microsoft's Web Chat and DirectLineJS speak it: the bot talks in the browser without any cloud.</summary>
internal static class DirectLineEndpoints
{
    public const string Path = "/v3/directline";

    private const string AllowedHeaders = "authorization,content-type,x-ms-bot-agent,x-requested-with";
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().BindConfiguration(DirectLineOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>()
            .AddSingleton(provider => new DirectLineTokens(
                new SignedText(DocumentsOf(provider), provider.GetRequiredService<TimeProvider>()),
                provider.GetRequiredService<IOptions<DirectLineOptions>>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<DirectLineAccess>()
            .AddSingleton<DirectLineHub>()
            .AddSingleton<DirectLineTurns>()
            .AddSingleton<ConversationEndpoints>()
            .AddSingleton<ActivityEndpoints>()
            .AddSingleton<StreamEndpoint>();
    }

    /// <summary>Maps nothing while nobody could get a token.</summary>
    public static void MapDirectLine(this WebApplication service)
    {
        var access = service.Services.GetRequiredService<DirectLineAccess>();
        if (access.Kind == AccessKind.Off)
        {
            return;
        }

        service.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        var conversations = service.Services.GetRequiredService<ConversationEndpoints>();
        var activities = service.Services.GetRequiredService<ActivityEndpoints>();
        var stream = service.Services.GetRequiredService<StreamEndpoint>();
        Map("POST", "/tokens/generate", conversations.GenerateAsync);
        Map("POST", "/tokens/refresh", conversations.RefreshAsync);
        Map("POST", "/conversations", conversations.StartAsync);
        Map("GET", "/conversations/{conversationId}", conversations.ReconnectAsync);
        Map("POST", "/conversations/{conversationId}/activities", activities.PostAsync);
        Map("GET", "/conversations/{conversationId}/activities", activities.ReadAsync);
        Map("POST", "/conversations/{conversationId}/upload", activities.RefuseUploadAsync);
        Map("GET", "/conversations/{conversationId}/stream", stream.OpenAsync);
        Map("GET", "/session/getsessionid", ConversationEndpoints.SessionIdAsync);
        Map("OPTIONS", "/{**anything}", _ => Task.CompletedTask);

        void Map(string method, string path, Func<HttpContext, Task> handler) =>
            service.MapMethods(Path + path, [method], http => GuardAsync(http, access, handler));
    }

    private static Task GuardAsync(HttpContext http, DirectLineAccess access, Func<HttpContext, Task> handler)
    {
        var headers = http.Response.Headers;
        headers.Vary = "Origin";
        if (!access.MayAsk(http, out var crossOrigin))
        {
            return DirectLineRequest.RefuseAsync(http, StatusCodes.Status403Forbidden, "Forbidden", "Not from here.");
        }

        if (crossOrigin is not null)
        {
            headers.AccessControlAllowOrigin = crossOrigin;
            headers.AccessControlAllowHeaders = AllowedHeaders;
            headers.AccessControlAllowMethods = "GET,POST";
            headers.AccessControlMaxAge = "600";
        }

        if (http.Request.Method == HttpMethods.Options)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }

        return handler(http);
    }

    private static LiteDbDocumentStore DocumentsOf(IServiceProvider provider) =>
        new(provider.GetRequiredService<LiteDbFile>(), "directline");
}
