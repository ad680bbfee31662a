using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ZhoushanBot.Activities;

/// <summary>Activities to and from JSON: UTF-8, camelCase written, any case read, unknown fields kept, nulls not written.</summary>
public static class ActivityJson
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    // Relaxed: the JSON never lands inside HTML, and a Chinese character is three bytes instead of six.
    private static readonly ActivityJsonContext Context = new(new JsonSerializerOptions(ActivityJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Options that know every type of this project; read-only. Combine <see cref="Resolver"/> with your own for more types.</summary>
    public static JsonSerializerOptions Options => Context.Options;

    /// <summary>Type information of every type of this project.</summary>
    public static IJsonTypeInfoResolver Resolver => Context;

    internal static ActivityJsonContext TypeInfo => Context;

    /// <summary>Reads one activity.</summary>
    /// <exception cref="JsonException">Not JSON, too deep, or a field of the wrong type.</exception>
    public static Activity? ReadActivity(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, Context.Activity);

    /// <summary>Reads a value of a type of this project out of an element, such as an invoke's value.</summary>
    /// <exception cref="JsonException">A field of the wrong type.</exception>
    /// <exception cref="NotSupportedException">A type that this project does not know.</exception>
    public static T? Read<T>(JsonElement element) => element.Deserialize(InfoOf<T>());

    /// <summary>Reads a value of a type of this project.</summary>
    /// <exception cref="JsonException">Not JSON, too deep, or a field of the wrong type.</exception>
    /// <exception cref="NotSupportedException">A type that this project does not know.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, InfoOf<T>());

    /// <summary>Writes a value of a type of this project.</summary>
    /// <exception cref="NotSupportedException">A type that this project does not know.</exception>
    public static byte[] ToUtf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, InfoOf<T>());

    /// <summary>Writes a value of a type of this project straight into a buffer.</summary>
    /// <exception cref="NotSupportedException">A type that this project does not know.</exception>
    public static void Write<T>(IBufferWriter<byte> output, T value)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        JsonSerializer.Serialize(writer, value, InfoOf<T>());
    }

    /// <summary>Turns a value of a type of this project into an element.</summary>
    public static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, InfoOf<T>());

    private static JsonTypeInfo<T> InfoOf<T>() => (JsonTypeInfo<T>)Context.Options.GetTypeInfo(typeof(T));
}

/// <summary>Generated readers and writers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = true,
    RespectNullableAnnotations = true,
    MaxDepth = ActivityJson.MaxDepth,
    Converters = [typeof(LenientTimeConverter)])]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IList<Activity>))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(IList<ChannelAccount>))]
[JsonSerializable(typeof(AttachmentData))]
[JsonSerializable(typeof(AttachmentInfo))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class ActivityJsonContext : JsonSerializerContext;
