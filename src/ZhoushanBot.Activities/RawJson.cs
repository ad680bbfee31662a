using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Activities;

/// <summary>One JSON value: either read from the wire, or made elsewhere and written as it is.</summary>
/// <remarks>Made of UTF-8 text it is copied to the wire unread, so that a card that was made once costs nothing to send again.</remarks>
[JsonConverter(typeof(RawJsonConverter))]
public readonly struct RawJson : IEquatable<RawJson>
{
    private readonly ReadOnlyMemory<byte> utf8;
    private readonly JsonElement element;

    /// <summary>A value out of a document. It must live as long as this: clone it when the document is disposed of.</summary>
    public RawJson(JsonElement element) => this.element = element;

    private RawJson(ReadOnlyMemory<byte> utf8) => this.utf8 = utf8;

    /// <summary>Takes UTF-8 text that is known to be one valid JSON value; it is not checked, nor copied.</summary>
    public static RawJson FromUtf8(ReadOnlyMemory<byte> validJson) => new(validJson);

    /// <summary>Takes text that is known to be one valid JSON value; it is not checked.</summary>
    public static RawJson FromText(string validJson) => new(Encoding.UTF8.GetBytes(validJson));

    /// <summary>The value, parsed. Costs a parse when it was made of text.</summary>
    /// <exception cref="JsonException">It was made of text that is not JSON.</exception>
    public JsonElement ToElement()
    {
        if (utf8.IsEmpty)
        {
            return element;
        }

        using var document = JsonDocument.Parse(utf8);
        return document.RootElement.Clone();
    }

    /// <summary>Length of the value in bytes of UTF-8.</summary>
    public int Utf8Length => ToUtf8().Length;

    /// <summary>The JSON text in UTF-8.</summary>
    public ReadOnlyMemory<byte> ToUtf8() => utf8.IsEmpty ? Encoding.UTF8.GetBytes(ToString()) : utf8;

    /// <summary>The JSON text.</summary>
    public override string ToString()
    {
        if (!utf8.IsEmpty)
        {
            return Encoding.UTF8.GetString(utf8.Span);
        }

        return element.ValueKind == JsonValueKind.Undefined ? "null" : element.GetRawText();
    }

    /// <summary>Same text.</summary>
    public bool Equals(RawJson other) => ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Same text.</summary>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>Different text.</summary>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (!utf8.IsEmpty)
        {
            writer.WriteRawValue(utf8.Span, skipInputValidation: true);
        }
        else if (element.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            element.WriteTo(writer);
        }
    }
}

/// <summary>Reads any JSON value; writes text unread.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => value.WriteTo(writer);
}
