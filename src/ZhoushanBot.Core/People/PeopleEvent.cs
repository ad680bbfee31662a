using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Core.People;

/// <summary>A conversation, by the names of its channel.</summary>
/// <param name="ChannelId">Such as <c>msteams</c>.</param>
/// <param name="ConversationId">The channel's id.</param>
public readonly record struct ChatAddress(string ChannelId, string ConversationId);

/// <summary>Whom a bound chat stands for. Exactly one of the three is given, or none of them: then it is the supervision office's.</summary>
/// <param name="Organization">单位, by official name; null for none.</param>
/// <param name="Area">区域; null for none.</param>
/// <param name="Official">牵头领导, whose office reads it; null for none.</param>
public readonly record struct ChatOwner(string? Organization, string? Area, string? Official)
{
    /// <summary>督查室.</summary>
    public static ChatOwner SupervisionOffice { get; }

    /// <summary>The name to show; empty for the supervision office.</summary>
    public string Name => Organization ?? Area ?? Official ?? string.Empty;
}

/// <summary>What happened to the directory and its chats, as the journal keeps it; the line says who and when. A closed set.</summary>
public abstract record PeopleEvent
{
    private PeopleEvent()
    {
    }

    /// <summary><c>people.imported</c>: the directory from now on.</summary>
    /// <param name="People">Everybody.</param>
    /// <param name="IsDemonstration">They are invented, see <see cref="DemonstrationCast"/>; never true of a file.</param>
    public sealed record Imported(
        ImmutableArray<Person> People, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsDemonstration = false) : PeopleEvent;

    /// <summary><c>people.identified</c>: somebody who was listed by UPN has spoken, and the channel told the account.</summary>
    /// <param name="ListedAs">How the directory had it.</param>
    /// <param name="AccountId">The account.</param>
    public sealed record Identified(string ListedAs, string AccountId) : PeopleEvent;

    /// <summary><c>people.connected</c>: somebody's own chat is known.</summary>
    /// <param name="AccountId">Whose.</param>
    /// <param name="Chat">Which.</param>
    public sealed record Connected(string AccountId, ChatAddress Chat) : PeopleEvent;

    /// <summary><c>people.handedOver</c>: what comes for somebody goes to another until it is taken back.</summary>
    /// <param name="AccountId">From whom.</param>
    /// <param name="ToAccountId">To whom; null takes it back.</param>
    /// <param name="Until">Last day; null for until it is taken back.</param>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record HandedOver(string AccountId, string? ToAccountId, DateOnly? Until, string Reason) : PeopleEvent;

    /// <summary><c>people.chatBound</c>: a chat stands for a unit, an area, an official's office or the supervision office.</summary>
    /// <param name="Chat">Which.</param>
    /// <param name="Owner">For whom.</param>
    /// <param name="CodeHash">Hash of the one-time code that was typed; null where an administrator bound it.</param>
    public sealed record ChatBound(ChatAddress Chat, ChatOwner Owner, string? CodeHash) : PeopleEvent;

    /// <summary><c>people.chatUnbound</c>: it no longer does.</summary>
    /// <param name="Chat">Which.</param>
    public sealed record ChatUnbound(ChatAddress Chat) : PeopleEvent;

    /// <summary><c>people.codeIssued</c>: a one-time code was given out.</summary>
    /// <param name="CodeHash">See <see cref="BindingCode.HashOf"/>; the code itself is never kept.</param>
    /// <param name="Owner">For whom a chat can be bound with it.</param>
    /// <param name="ExpiresAt">From when it no longer works.</param>
    public sealed record CodeIssued(string CodeHash, ChatOwner Owner, DateTimeOffset ExpiresAt) : PeopleEvent;

    /// <summary><c>people.unreachable</c>: the channel no longer delivers to a chat.</summary>
    /// <param name="Chat">Which.</param>
    /// <param name="Reason">The channel's own word, such as <c>BotNotInConversationRoster</c>; may be empty.</param>
    public sealed record Unreachable(ChatAddress Chat, string Reason) : PeopleEvent;

    /// <summary><c>people.reachable</c>: somebody spoke there again.</summary>
    /// <param name="Chat">Which.</param>
    public sealed record Reachable(ChatAddress Chat) : PeopleEvent;
}

/// <summary>A line of people's in the journal, without who and when.</summary>
/// <param name="Kind">Begins with <c>people.</c>.</param>
/// <param name="Subject">The account or the chat that it is about, or <c>directory</c>.</param>
/// <param name="Json">The particulars.</param>
public sealed record PeopleLine(string Kind, string Subject, string Json);

/// <summary>People's events as lines and back. The journal itself stands above this folder, so that lines come as words here.</summary>
public static class PeopleEventJson
{
    /// <summary>The event as a line.</summary>
    public static PeopleLine Write(PeopleEvent happened) => happened switch
    {
        PeopleEvent.Imported e => new("people.imported", "directory", JsonSerializer.Serialize(e, PeopleJson.Readable.Imported)),
        PeopleEvent.Identified e => new("people.identified", e.ListedAs, JsonSerializer.Serialize(e, PeopleJson.Readable.Identified)),
        PeopleEvent.Connected e => new("people.connected", e.AccountId, JsonSerializer.Serialize(e, PeopleJson.Readable.Connected)),
        PeopleEvent.HandedOver e => new("people.handedOver", e.AccountId, JsonSerializer.Serialize(e, PeopleJson.Readable.HandedOver)),
        PeopleEvent.ChatBound e => new("people.chatBound", Subject(e.Chat), JsonSerializer.Serialize(e, PeopleJson.Readable.ChatBound)),
        PeopleEvent.ChatUnbound e => new("people.chatUnbound", Subject(e.Chat), JsonSerializer.Serialize(e, PeopleJson.Readable.ChatUnbound)),
        PeopleEvent.CodeIssued e => new("people.codeIssued", e.CodeHash, JsonSerializer.Serialize(e, PeopleJson.Readable.CodeIssued)),
        PeopleEvent.Unreachable e => new("people.unreachable", Subject(e.Chat), JsonSerializer.Serialize(e, PeopleJson.Readable.Unreachable)),
        PeopleEvent.Reachable e => new("people.reachable", Subject(e.Chat), JsonSerializer.Serialize(e, PeopleJson.Readable.Reachable)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The event of a line; null for a line of another slice.</summary>
    /// <param name="kind">The line's kind.</param>
    /// <param name="json">The line's particulars.</param>
    /// <exception cref="JsonException">The line has the kind but not the shape.</exception>
    public static PeopleEvent? Read(string kind, string json) => kind switch
    {
        "people.imported" => JsonSerializer.Deserialize(json, PeopleJson.Readable.Imported),
        "people.identified" => JsonSerializer.Deserialize(json, PeopleJson.Readable.Identified),
        "people.connected" => JsonSerializer.Deserialize(json, PeopleJson.Readable.Connected),
        "people.handedOver" => JsonSerializer.Deserialize(json, PeopleJson.Readable.HandedOver),
        "people.chatBound" => JsonSerializer.Deserialize(json, PeopleJson.Readable.ChatBound),
        "people.chatUnbound" => JsonSerializer.Deserialize(json, PeopleJson.Readable.ChatUnbound),
        "people.codeIssued" => JsonSerializer.Deserialize(json, PeopleJson.Readable.CodeIssued),
        "people.unreachable" => JsonSerializer.Deserialize(json, PeopleJson.Readable.Unreachable),
        "people.reachable" => JsonSerializer.Deserialize(json, PeopleJson.Readable.Reachable),
        _ => null,
    };

    private static string Subject(ChatAddress chat) => $"{chat.ChannelId}/{chat.ConversationId}";
}

/// <summary>The shape of people's lines, pinned by a golden file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PeopleEvent.Imported))]
[JsonSerializable(typeof(PeopleEvent.Identified))]
[JsonSerializable(typeof(PeopleEvent.Connected))]
[JsonSerializable(typeof(PeopleEvent.HandedOver))]
[JsonSerializable(typeof(PeopleEvent.ChatBound))]
[JsonSerializable(typeof(PeopleEvent.ChatUnbound))]
[JsonSerializable(typeof(PeopleEvent.CodeIssued))]
[JsonSerializable(typeof(PeopleEvent.Unreachable))]
[JsonSerializable(typeof(PeopleEvent.Reachable))]
internal sealed partial class PeopleJson : JsonSerializerContext
{
    /// <summary>Chinese stays Chinese: the journal is read by people, and never put into a page as it is.</summary>
    public static PeopleJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
