using System.Text.Encodings.Web;

namespace ZhoushanBot.DirectLine;

/// <summary>Tokens, and the opening and reopening of conversations.</summary>
internal sealed class ConversationEndpoints(DirectLineAccess access, DirectLineTokens tokens, DirectLineHub hub, DirectLineTurns turns)
{
    /// <summary>A token for a new conversation, for who signed in or for a persona.</summary>
    public async Task GenerateAsync(HttpContext http)
    {
        var (isRead, request) = await DirectLineRequest.BodyAsync(http);
        if (!isRead)
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", "Not a JSON object.");
        }
        else if (!access.TryIdentify(http, request, out var visitor))
        {
            await (access.Kind == AccessKind.SignedIn
                ? DirectLineRequest.RefuseAsync(http, StatusCodes.Status401Unauthorized, "SignInNeeded", "请先登录。 / Sign in first.")
                : DirectLineRequest.RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", "No such persona."));
        }
        else
        {
            var session = new DirectLineSession(DirectLineHub.NewConversationId(), visitor.Value.Id, visitor.Value.Name, visitor.Value.Since);
            await AnswerAsync(http, StatusCodes.Status200OK, session, watermark: null, hasStream: false);
        }
    }

    /// <summary>A newer token for the same conversation.</summary>
    public async Task RefreshAsync(HttpContext http)
    {
        if (await SessionAsync(http) is not { } session)
        {
            return;
        }

        if (tokens.LifetimeOf(session) <= TimeSpan.Zero)
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status403Forbidden, "TokenExpired", "The session is over.");
            return;
        }

        await AnswerAsync(http, StatusCodes.Status200OK, session, watermark: null, hasStream: false);
    }

    /// <summary>Opens the conversation of the token; the bot greets.</summary>
    public async Task StartAsync(HttpContext http)
    {
        if (await SessionAsync(http) is not { } session)
        {
            return;
        }

        var (isRead, request) = await DirectLineRequest.BodyAsync(http);
        if (!isRead)
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", "Not a JSON object.");
            return;
        }

        await turns.GreetAsync(hub.Open(session.ConversationId), session, request?.Locale);
        await AnswerAsync(http, StatusCodes.Status201Created, session, watermark: "-", hasStream: true);
    }

    /// <summary>Where to go on reading; also after a restart of the service.</summary>
    public async Task ReconnectAsync(HttpContext http)
    {
        if (await SessionAsync(http) is not { } session)
        {
            return;
        }

        var watermark = (string?)http.Request.Query["watermark"];
        if (!hub.Open(session.ConversationId).TryLocate(watermark, out _))
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", "No such watermark.");
            return;
        }

        await AnswerAsync(http, StatusCodes.Status200OK, session, watermark, hasStream: true);
    }

    /// <summary>Clients ask for it and go on without one.</summary>
    public static Task SessionIdAsync(HttpContext http) => DirectLineRequest.AnswerAsync(http, StatusCodes.Status200OK, "{\"sessionId\":\"\"}"u8.ToArray());

    private ValueTask<DirectLineSession?> SessionAsync(HttpContext http) =>
        DirectLineRequest.SessionAsync(http, DirectLineRequest.Token(http.Request), tokens, TokenUse.Session);

    private async Task AnswerAsync(HttpContext http, int status, DirectLineSession session, string? watermark, bool hasStream)
    {
        var lifetime = tokens.LifetimeOf(session);
        var token = lifetime > TimeSpan.Zero ? await tokens.IssueAsync(session, TokenUse.Session) : DirectLineRequest.Token(http.Request)!;
        var stream = hasStream ? await StreamUrlAsync(http, session, watermark) : null;
        var answer = new ConversationOpened(session.ConversationId, token, Math.Max(0, (int)lifetime.TotalSeconds), stream, session.UserId);
        await DirectLineRequest.AnswerAsync(http, status, answer, DirectLineJson.Default.ConversationOpened);
    }

    private async ValueTask<string> StreamUrlAsync(HttpContext http, DirectLineSession session, string? watermark)
    {
        // http becomes ws, https becomes wss.
        var origin = "ws" + access.PublicOrigin(http.Request)["http".Length..];
        var token = await tokens.IssueAsync(session, TokenUse.Stream);
        var position = UrlEncoder.Default.Encode(string.IsNullOrEmpty(watermark) ? "-" : watermark);
        return $"{origin}{DirectLineEndpoints.Path}/conversations/{session.ConversationId}/stream?watermark={position}&t={token}";
    }
}
