using System.Collections.Immutable;
using System.Text.Json;

namespace ZhoushanBot.Core.Language;

/// <summary>The shapes that the files of names are made of.</summary>
internal static class NameJson
{
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8Json) =>
        JsonDocument.Parse(utf8Json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    public static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? StringOf(value, property) : null;

    public static ImmutableArray<string> Texts(JsonElement element, string property) =>
        [.. Items(element, property).Select(item => StringOf(item, property))];

    public static IEnumerable<JsonElement> Items(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw new JsonException($"{property} must be a list.");
    }

    public static NameEntry Entry(JsonElement element) => new(
        Text(element, "name") ?? throw new JsonException("A name is missing."),
        Text(element, "english"),
        Texts(element, "aliases"),
        Texts(element, "weakAliases"),
        Texts(element, "formerNames"));

    public static Dictionary<string, NameEntry> Entries(JsonElement element, string property)
    {
        var entries = new Dictionary<string, NameEntry>(StringComparer.Ordinal);
        foreach (var item in Items(element, property))
        {
            var entry = Entry(item);
            if (!entries.TryAdd(entry.Name, entry))
            {
                throw new JsonException($"{property}: {entry.Name} occurs twice.");
            }
        }

        return entries;
    }

    public static Dictionary<string, string> Titles(JsonElement element, string property)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (element.TryGetProperty(property, out var value))
        {
            foreach (var title in value.EnumerateObject())
            {
                titles[title.Name] = StringOf(title.Value, title.Name);
            }
        }

        return titles;
    }

    private static string StringOf(JsonElement value, string property) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new JsonException($"{property} must be text.");
}
