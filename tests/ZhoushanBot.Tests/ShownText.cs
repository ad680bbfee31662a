using System.Text.Json.Nodes;

namespace ZhoushanBot.Tests;

internal static class ShownText
{
    /// <summary>All that a person reads in a message: its text, and the texts of its cards, a line each.</summary>
    public static string Shown(this JsonNode activity) => string.Join('\n', new[] { (string?)activity["text"] ?? "" }
        .Concat((activity["attachments"]?.AsArray() ?? []).SelectMany(attachment => Texts(attachment!["content"])))
        .Where(text => text.Length > 0));

    /// <summary>What the buttons of a message type, in order; those that do something else left out.</summary>
    public static IReadOnlyList<string> Buttons(this JsonNode activity) =>
        [.. (activity["attachments"]?.AsArray() ?? [])
            .SelectMany(attachment => Actions(attachment!["content"]))
            .Where(action => action["data"]?["verb"] is null && action["verb"] is null).Select(action => (string?)action["data"]!["ask"] ?? "")];

    /// <summary>The texts of a card, in the order in which they stand.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Texts),
        JsonObject one => one.SelectMany(pair => pair.Key switch
        {
            "text" or "title" when pair.Value is JsonValue value => [(string)value!],
            "data" or "fallback" => [],
            _ => Texts(pair.Value),
        }),
        _ => [],
    };

    private static IEnumerable<JsonNode> Actions(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Actions),
        JsonObject one when ((string?)one["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true => [one],
        JsonObject one => one.SelectMany(pair => Actions(pair.Value)),
        _ => [],
    };
}
