using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>
/// Notices and work items as JSON, exact to the last digit and character. This is what stands on disk: tests keep golden copies, and a change that
/// old stores would not survive needs a step in <see cref="StoreSchema"/>.
/// </summary>
internal static class NoticeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new SourceSpanJson(),
            new ExactStringJson(),
        },
        TypeInfoResolver = NoticeJsonContext.Default.WithAddedModifier(CloseCellValue),
    };

    private static readonly JsonTypeInfo<NoticeContent> ContentInfo = (JsonTypeInfo<NoticeContent>)Options.GetTypeInfo(typeof(NoticeContent));
    private static readonly JsonTypeInfo<WorkItem> WorkItemInfo = (JsonTypeInfo<WorkItem>)Options.GetTypeInfo(typeof(WorkItem));

    /// <summary>Everything but the work items.</summary>
    public static byte[] WriteFrame(NoticeContent content) =>
        JsonSerializer.SerializeToUtf8Bytes(content with { WorkItems = [] }, ContentInfo);

    public static byte[] WriteWorkItem(WorkItem workItem) => JsonSerializer.SerializeToUtf8Bytes(workItem, WorkItemInfo);

    public static NoticeContent ReadFrame(ReadOnlySpan<byte> json, ImmutableArray<WorkItem> workItems) =>
        Present(JsonSerializer.Deserialize(json, ContentInfo)) with { WorkItems = workItems };

    public static WorkItem ReadWorkItem(ReadOnlySpan<byte> json) => Present(JsonSerializer.Deserialize(json, WorkItemInfo));

    private static T Present<T>(T? value)
        where T : class => value ?? throw new JsonException("null");

    private static void CloseCellValue(JsonTypeInfo info)
    {
        if (info.Type == typeof(CellValue))
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "kind",
                DerivedTypes =
                {
                    new JsonDerivedType(typeof(CellValue.None), "none"),
                    new JsonDerivedType(typeof(CellValue.Blank), "blank"),
                    new JsonDerivedType(typeof(CellValue.Amount), "amount"),
                    new JsonDerivedType(typeof(CellValue.Words), "words"),
                },
            };
        }
    }
}

/// <summary>The generated part of <see cref="NoticeJson"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(NoticeContent))]
[JsonSerializable(typeof(WorkItem))]
[JsonSerializable(typeof(CellValue.None))]
[JsonSerializable(typeof(CellValue.Blank))]
[JsonSerializable(typeof(CellValue.Amount))]
[JsonSerializable(typeof(CellValue.Words))]
internal sealed partial class NoticeJsonContext : JsonSerializerContext;

/// <summary>A span as two numbers: every cell has one.</summary>
internal sealed class SourceSpanJson : JsonConverter<SourceSpan>
{
    public override SourceSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (start, end) = (Next(ref reader), Next(ref reader));
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? new SourceSpan(start, end) : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, SourceSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }

    private static int Next(ref Utf8JsonReader reader) => reader.Read() ? reader.GetInt32() : throw new JsonException();
}

/// <summary>
/// Text with half a surrogate pair in it, which a span that cuts a character yields, has no UTF-8 form and JSON would quietly lose it:
/// such a text is written as an array of its UTF-16 code units, all others as they are.
/// </summary>
internal sealed class ExactStringJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return reader.GetString();
        }

        var units = new List<char>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            units.Add((char)reader.GetUInt16());
        }

        return new string([.. units]);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (WellFormedText.Is(value))
        {
            writer.WriteStringValue(value);
            return;
        }

        writer.WriteStartArray();
        foreach (var unit in value)
        {
            writer.WriteNumberValue(unit);
        }

        writer.WriteEndArray();
    }
}

/// <summary>Tells text that UTF-8 can hold.</summary>
internal static class WellFormedText
{
    public static bool Is(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (!char.IsSurrogatePair(text, i) || ++i == text.Length))
            {
                return false;
            }
        }

        return true;
    }
}
