using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZhoushanBot.Core.Cards;

/// <summary>Writes a card's JSON for one host, straight into a buffer. Values that are the host's defaults are left out.</summary>
internal sealed class CardWriter : IDisposable
{
    // Relaxed: the JSON never lands inside HTML, and a Chinese character is three bytes instead of six.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // A card is as big as everything else of an answer together: its buffer serves one card after the other.
    [ThreadStatic]
    private static CardWriter? spare;

    private readonly ArrayBufferWriter<byte> output = new(AdaptiveCard.MaxBytes);
    private readonly Utf8JsonWriter json;

    private CardWriter() => json = new Utf8JsonWriter(output, Options);

    public CardHost Host { get; private set; }

    /// <summary>An empty one, for this thread until it is disposed of.</summary>
    public static CardWriter Rent(CardHost host)
    {
        var writer = spare ?? new CardWriter();
        spare = null;
        writer.Host = host;
        return writer;
    }

    /// <summary>What was written, as bytes of its own.</summary>
    public byte[] ToUtf8()
    {
        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Gives it back, empty; one that had to grow for something odd is dropped.</summary>
    public void Dispose()
    {
        output.ResetWrittenCount();
        json.Reset();
        spare = output.Capacity <= 4 * AdaptiveCard.MaxBytes ? this : null;
    }

    public void Open(ReadOnlySpan<byte> type)
    {
        json.WriteStartObject();
        json.WriteString(CardNames.Type, type);
    }

    public void Open(JsonEncodedText type)
    {
        json.WriteStartObject();
        json.WriteString(CardNames.Type, type);
    }

    public void OpenObject(ReadOnlySpan<byte> name) => json.WriteStartObject(name);

    public void OpenObject() => json.WriteStartObject();

    public void Close() => json.WriteEndObject();

    public void OpenArray(ReadOnlySpan<byte> name) => json.WriteStartArray(name);

    public void CloseArray() => json.WriteEndArray();

    public void Name(ReadOnlySpan<byte> name) => json.WritePropertyName(name);

    public void Text(ReadOnlySpan<byte> name, string text) => json.WriteString(name, text);

    public void Text(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text) => json.WriteString(name, text);

    public void Text(string name, string text) => json.WriteString(name, text);

    public void Text(JsonEncodedText name, ReadOnlySpan<char> text) => json.WriteString(name, text);

    public void Text(JsonEncodedText name, ReadOnlySpan<byte> text) => json.WriteString(name, text);

    public void True(JsonEncodedText name) => json.WriteBoolean(name, true);

    public void OpenArray(JsonEncodedText name) => json.WriteStartArray(name);

    public void Number(ReadOnlySpan<byte> name, decimal number) => json.WriteNumber(name, number);

    public void True(ReadOnlySpan<byte> name) => json.WriteBoolean(name, true);

    public void False(ReadOnlySpan<byte> name) => json.WriteBoolean(name, false);

    public void Value(string text) => json.WriteStringValue(text);

    public void TextUnlessEmpty(ReadOnlySpan<byte> name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    public void Elements(ReadOnlySpan<byte> name, ImmutableArray<CardElement> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
        {
            element.Write(this);
        }

        json.WriteEndArray();
    }

    public void Buttons(ReadOnlySpan<byte> name, ImmutableArray<CardButton> buttons)
    {
        json.WriteStartArray(name);
        foreach (var button in buttons)
        {
            button.Write(this);
        }

        json.WriteEndArray();
    }
}
