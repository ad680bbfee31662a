using System.Text.Json;

namespace ZhoushanBot.Activities.Connector;

/// <summary>What to make of a call that failed. A closed set.</summary>
public enum ConnectorFailure
{
    /// <summary>Too many calls; later it will do.</summary>
    Throttled,

    /// <summary>The service cannot be reached, or fails itself; later it may do.</summary>
    Unavailable,

    /// <summary>This person or conversation does not want to hear from the bot: stop until they speak again.</summary>
    Blocked,

    /// <summary>The conversation or activity is gone: drop its reference.</summary>
    Gone,

    /// <summary>The message is too big: page it.</summary>
    TooBig,

    /// <summary>The bot's own credentials or registration are not accepted: tell an administrator.</summary>
    NotAuthorized,

    /// <summary>The service understood and refused; the same call will not do later either.</summary>
    Rejected,

    /// <summary>No authenticated activity brought this service URL: nothing was sent.</summary>
    UntrustedServiceUrl,
}

/// <summary>Why a connector answered 403. A closed set: what is not known is <see cref="Unknown"/>.</summary>
public enum ForbiddenReason
{
    /// <summary>The answer was not 403.</summary>
    None,

    /// <summary>A 403 that says nothing that we know. Teams does not always send the code of a block.</summary>
    Unknown,

    /// <summary>The bot was blocked or uninstalled.</summary>
    MessageWritesBlocked,

    /// <summary>The person blocked the conversation.</summary>
    ConversationBlockedByUser,

    /// <summary>The bot is no member of the conversation.</summary>
    BotNotInConversationRoster,

    /// <summary>The bot is not installed for the person.</summary>
    ForbiddenOperationException,

    /// <summary>The tenant's administrator switched the bot off.</summary>
    BotDisabledByAdmin,

    /// <summary>The bot may not do this.</summary>
    NotEnoughPermissions,

    /// <summary>The service URL belongs to another cloud.</summary>
    InvalidBotApiHost,
}

/// <summary>A connector call that failed for good, or for now.</summary>
public sealed class ConnectorException : Exception
{
    internal ConnectorException(ConnectorFailure failure, int statusCode, string? code, ForbiddenReason reason, TimeSpan? retryAfter, Exception? inner = null)
        : base($"The connector call failed: {failure}, HTTP {statusCode}, {code ?? "no code"}", inner)
    {
        Failure = failure;
        StatusCode = statusCode;
        Code = code;
        Reason = reason;
        RetryAfter = retryAfter;
    }

    /// <summary>What to make of it.</summary>
    public ConnectorFailure Failure { get; }

    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int StatusCode { get; }

    /// <summary>The service's error code, such as ConversationNotFound.</summary>
    public string? Code { get; }

    /// <summary>Why it was forbidden.</summary>
    public ForbiddenReason Reason { get; }

    /// <summary>How long to wait; null when the service did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether it may have arrived all the same: it was sent, and no answer came, or only a gateway's that had waited in vain.</summary>
    public bool MayHaveArrived { get; internal init; }

    /// <summary>Whether nothing was sent: our own limits, or a service that is being left alone for a while, kept the call back.</summary>
    public bool IsHeldBack { get; internal init; }

    /// <summary>A failure that was foreseen: no call was made.</summary>
    /// <param name="failure">What to make of it.</param>
    /// <param name="reason">Why, where it is <see cref="ConnectorFailure.Blocked"/>.</param>
    public static ConnectorException NotSent(ConnectorFailure failure, ForbiddenReason reason = ForbiddenReason.None) => new(failure, 0, null, reason, null);

    internal static ConnectorException Untrusted() => new(ConnectorFailure.UntrustedServiceUrl, 0, null, ForbiddenReason.None, null);

    internal static ConnectorException OfAnswer(int statusCode, string body, TimeSpan? retryAfter)
    {
        var code = CodeIn(body);
        var reason = statusCode == 403 ? ReasonIn(body) : ForbiddenReason.None;
        return new(FailureOf(statusCode, reason, code), statusCode, code, reason, retryAfter) { MayHaveArrived = statusCode == 504 };
    }

    private static ConnectorFailure FailureOf(int statusCode, ForbiddenReason reason, string? code) => (statusCode, reason) switch
    {
        (429 or 412, _) => ConnectorFailure.Throttled,
        (401, _) => ConnectorFailure.NotAuthorized,
        (403, ForbiddenReason.BotDisabledByAdmin or ForbiddenReason.NotEnoughPermissions or ForbiddenReason.InvalidBotApiHost) => ConnectorFailure.NotAuthorized,
        (403, _) => ConnectorFailure.Blocked,
        (404, _) => ConnectorFailure.Gone,
        (400, _) when code == "BotNotInConversationRoster" => ConnectorFailure.Blocked,
        (413, _) => ConnectorFailure.TooBig,
        ( >= 500, _) => ConnectorFailure.Unavailable,
        _ => ConnectorFailure.Rejected,
    };

    // The code stands in error.code, in a subCode beside it, or inside a message that is JSON again: look for the names themselves.
    private static ForbiddenReason ReasonIn(string body)
    {
        foreach (var reason in Enum.GetValues<ForbiddenReason>())
        {
            if (reason > ForbiddenReason.Unknown && body.Contains(reason.ToString(), StringComparison.Ordinal))
            {
                return reason;
            }
        }

        return ForbiddenReason.Unknown;
    }

    private static string? CodeIn(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.TypeInfo.ErrorResponse)?.Error?.Code;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
