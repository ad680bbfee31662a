using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ZhoushanBot.Activities;

namespace ZhoushanBot.DirectLine;

/// <summary>What a request brings and how it is answered.</summary>
internal static class DirectLineRequest
{
    private const string Scheme = "Bearer ";

    /// <summary>The token of the header; null when there is none.</summary>
    public static string? Token(HttpRequest request) =>
        (string?)request.Headers.Authorization is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;

    /// <summary>
    /// The session of a request's token; null when it was refused, and answered so. Everything about tokens is 403 but a missing one: that is
    /// what clients take as the sign to get a new one.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="token">Its token.</param>
    /// <param name="tokens">Reads it.</param>
    /// <param name="use">What it must be for.</param>
    public static async ValueTask<DirectLineSession?> SessionAsync(HttpContext http, string? token, DirectLineTokens tokens, TokenUse use)
    {
        if (string.IsNullOrEmpty(token))
        {
            await RefuseAsync(http, StatusCodes.Status401Unauthorized, "MissingToken", "A token is needed.");
            return null;
        }

        var (verdict, session) = await tokens.ReadAsync(token, use);
        if (verdict != TokenVerdict.Good)
        {
            await (verdict == TokenVerdict.Expired
                ? RefuseAsync(http, StatusCodes.Status403Forbidden, "TokenExpired", "Token has expired.")
                : RefuseAsync(http, StatusCodes.Status403Forbidden, "BadToken", "Invalid token."));
            return null;
        }

        if (http.Request.RouteValues.TryGetValue("conversationId", out var asked) && (string?)asked != session!.ConversationId)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "BadScope", "The token is for another conversation.");
            return null;
        }

        return session;
    }

    /// <summary>Reads a small JSON body; null when it is empty, false when it is no such JSON.</summary>
    public static async ValueTask<(bool IsRead, TokenRequest? Value)> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0 || !http.Request.HasJsonContentType())
        {
            return (true, null);
        }

        try
        {
            return (true, await http.Request.ReadFromJsonAsync(DirectLineJson.Default.TokenRequest, http.RequestAborted));
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return (false, null);
        }
    }

    /// <summary>Answers with JSON.</summary>
    public static Task AnswerAsync<T>(HttpContext http, int status, T value, JsonTypeInfo<T> type)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(value, type, cancellationToken: http.RequestAborted);
    }

    /// <summary>Answers with JSON that is written already.</summary>
    public static async Task AnswerAsync(HttpContext http, int status, ReadOnlyMemory<byte> json)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        if (!json.IsEmpty)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = json.Length;
            await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
        }
    }

    /// <summary>Answers with the id of an activity.</summary>
    public static Task AnswerAsync(HttpContext http, string activityId) =>
        AnswerAsync(http, StatusCodes.Status200OK, ActivityJson.ToUtf8(new ResourceResponse { Id = activityId }));

    /// <summary>Refuses.</summary>
    public static Task RefuseAsync(HttpContext http, int status, string code, string message) =>
        AnswerAsync(http, status, ActivityJson.ToUtf8(new ErrorResponse { Error = new() { Code = code, Message = message } }));
}
