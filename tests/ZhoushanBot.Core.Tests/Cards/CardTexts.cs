using System.Text.Json.Nodes;

namespace ZhoushanBot.Core.Tests.Cards;

internal static class CardTexts
{
    /// <summary>The texts and titles of a card as they stand in its JSON, in order; runs of a paragraph one by one.</summary>
    public static IEnumerable<string> Of(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Of),
        JsonObject one => one.SelectMany(pair => pair.Key switch
        {
            "text" or "title" or "value" when pair.Value is JsonValue value => [value.ToString()],
            "data" or "fallback" => [],
            _ => Of(pair.Value),
        }),
        _ => [],
    };
}
