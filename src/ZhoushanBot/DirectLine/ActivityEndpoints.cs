using Microsoft.Extensions.Options;
using ZhoushanBot.Activities.Inbound;

namespace ZhoushanBot.DirectLine;

/// <summary>Posting into a conversation, and reading it without a socket.</summary>
internal sealed class ActivityEndpoints(DirectLineTokens tokens, DirectLineHub hub, DirectLineTurns turns, IOptions<DirectLineOptions> options)
{
    /// <summary>Takes an activity; answers once its turn has run.</summary>
    public async Task PostAsync(HttpContext http)
    {
        if (await SessionAsync(http) is not { } session)
        {
            return;
        }

        var (activity, refusal) = await BodyReader.ReadAsync(http.Request, options.Value.MaxBodyBytes, http.RequestAborted);
        var result = activity is null ? new PostResult(refusal) : await turns.PostAsync(activity, session);
        await (result switch
        {
            { Status: StatusCodes.Status200OK, ActivityId: { } id } => DirectLineRequest.AnswerAsync(http, id),
            { Body: { } body } => DirectLineRequest.AnswerAsync(http, result.Status, body.ToUtf8()),
            { Status: StatusCodes.Status429TooManyRequests } => DirectLineRequest.RefuseAsync(http, result.Status, "TooManyRequests", "Wait for the answers to what was said before."),
            { Status: StatusCodes.Status502BadGateway } => DirectLineRequest.RefuseAsync(http, result.Status, "BotError", "The bot failed."),
            { Status: >= StatusCodes.Status400BadRequest and < StatusCodes.Status500InternalServerError } =>
                DirectLineRequest.RefuseAsync(http, result.Status, "BadArgument", "Not an activity that can be posted."),
            _ => DirectLineRequest.AnswerAsync(http, result.Status, default),
        });
    }

    /// <summary>What came after a watermark; empty where nothing did.</summary>
    public async Task ReadAsync(HttpContext http)
    {
        if (await SessionAsync(http) is not { } session)
        {
            return;
        }

        var conversation = hub.Open(session.ConversationId);
        await (conversation.TryLocate(http.Request.Query["watermark"], out var position)
            ? DirectLineRequest.AnswerAsync(http, StatusCodes.Status200OK, conversation.Read(position).Json)
            : DirectLineRequest.RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", "No such watermark."));
    }

    /// <summary>The bot reads no files.</summary>
    public async Task RefuseUploadAsync(HttpContext http)
    {
        if (await SessionAsync(http) is not null)
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, "NotSupported", "这里不接收文件，请用文字提问。 / Files are not taken here: please ask in words.");
        }
    }

    private ValueTask<DirectLineSession?> SessionAsync(HttpContext http) =>
        DirectLineRequest.SessionAsync(http, DirectLineRequest.Token(http.Request), tokens, TokenUse.Session);
}
