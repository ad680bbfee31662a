using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Activities;

/// <summary>The answer to an invoke: an HTTP status and, if any, a JSON body.</summary>
public sealed record InvokeResponse
{
    /// <summary>HTTP status.</summary>
    public int Status { get; init; } = (int)HttpStatusCode.OK;

    /// <summary>JSON body; null for none.</summary>
    public RawJson? Body { get; init; }

    /// <summary>501: nobody handles this invoke.</summary>
    public static InvokeResponse NotImplemented { get; } = new() { Status = (int)HttpStatusCode.NotImplemented };

    /// <summary>200 without a body.</summary>
    public static InvokeResponse Ok { get; } = new();

    /// <summary>The answer to an Action.Execute.</summary>
    public static InvokeResponse From(AdaptiveCardInvokeResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);

        // Only a fault of the request shows in the HTTP status; everything else is told inside the envelope.
        var status = response.StatusCode == (int)HttpStatusCode.BadRequest ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
        return new() { Status = (int)status, Body = RawJson.FromUtf8(ActivityJson.ToUtf8(response)) };
    }
}

/// <summary>The value of an <c>adaptiveCard/action</c> invoke.</summary>
public sealed record AdaptiveCardInvokeValue
{
    /// <summary>The button that was pressed.</summary>
    public AdaptiveCardInvokeAction? Action { get; set; }

    /// <summary>manual or automatic (a card refreshing itself).</summary>
    public string? Trigger { get; set; }

    /// <summary>State of a sign-in flow.</summary>
    public string? State { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>An Action.Execute that was pressed.</summary>
public sealed record AdaptiveCardInvokeAction
{
    /// <summary>The only type that there is.</summary>
    public const string ExecuteType = "Action.Execute";

    /// <summary><see cref="ExecuteType"/>.</summary>
    public string? Type { get; set; }

    /// <summary>Id of the button.</summary>
    public string? Id { get; set; }

    /// <summary>What is to be done.</summary>
    public string? Verb { get; set; }

    /// <summary>Text on the button.</summary>
    public string? Title { get; set; }

    /// <summary>The button's data with the card's inputs merged in.</summary>
    public JsonElement? Data { get; set; }

    /// <summary>Fields not named above.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The envelope in which an Action.Execute is answered.</summary>
public sealed record AdaptiveCardInvokeResponse
{
    /// <summary>Status inside the envelope.</summary>
    public int StatusCode { get; init; } = (int)HttpStatusCode.OK;

    /// <summary>Media type that says what <see cref="Value"/> is.</summary>
    public string Type { get; init; } = "";

    /// <summary>A card, a message or an error.</summary>
    public RawJson? Value { get; init; }

    /// <summary>The card that takes the pressed card's place.</summary>
    public static AdaptiveCardInvokeResponse Card(RawJson card) => new() { Type = Attachment.AdaptiveCardContentType, Value = card };

    /// <summary>A message shown to the person; the card stays.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) => new()
    {
        Type = "application/vnd.microsoft.activity.message",
        Value = RawJson.FromUtf8(ActivityJson.ToUtf8(text)),
    };

    /// <summary>An error.</summary>
    /// <param name="statusCode">400 or 500.</param>
    /// <param name="code">Such as BadRequest or NotSupported.</param>
    /// <param name="message">For a person.</param>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) => new()
    {
        StatusCode = statusCode,
        Type = "application/vnd.microsoft.error",
        Value = RawJson.FromUtf8(ActivityJson.ToUtf8(new Error { Code = code, Message = message })),
    };
}

/// <summary>An error as connectors answer it.</summary>
public sealed record ErrorResponse
{
    /// <summary>What went wrong.</summary>
    public Error? Error { get; set; }
}

/// <summary>What went wrong.</summary>
public sealed record Error
{
    /// <summary>Such as ConversationNotFound.</summary>
    public string? Code { get; set; }

    /// <summary>For a person.</summary>
    public string? Message { get; set; }

    /// <summary>What a server behind the connector said.</summary>
    public InnerHttpError? InnerHttpError { get; set; }

    /// <summary>Fields not named above; Teams puts subCode here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>What a server behind the connector said.</summary>
public sealed record InnerHttpError
{
    /// <summary>HTTP status.</summary>
    public int? StatusCode { get; set; }

    /// <summary>Its body.</summary>
    public JsonElement? Body { get; set; }
}
