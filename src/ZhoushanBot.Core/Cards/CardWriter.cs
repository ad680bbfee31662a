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

    private readonly Utf8JsonWriter json;

    public CardWriter(IBufferWriter<byte> output, CardHost host)
    {
        json = new Utf8JsonWriter(output, Options);
        Host = host;
    }

    public CardHost Host { get; }

    public void Dispose() => json.Dispose();

    public void Open(ReadOnlySpan<byte> type)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
    }

    public void OpenObject(ReadOnlySpan<byte> name) => json.WriteStartObject(name);

    public void OpenObject() => json.WriteStartObject();

    public void Close() => json.WriteEndObject();

    public void OpenArray(ReadOnlySpan<byte> name) => json.WriteStartArray(name);

    public void CloseArray() => json.WriteEndArray();

    public void Name(ReadOnlySpan<byte> name) => json.WritePropertyName(name);

    public void Text(ReadOnlySpan<byte> name, string text) => json.WriteString(name, text);

    public void Text(ReadOnlySpan<byte> name, ReadOnlySpan<char> text) => json.WriteString(name, text);

    public void Text(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text) => json.WriteString(name, text);

    public void Text(string name, string text) => json.WriteString(name, text);

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

    public void Flush() => json.Flush();
}
