using System.Text.Json.Nodes;
using NJsonSchema;

namespace ZhoushanBot.Core.Tests.Cards;

/// <summary>
/// The official schema of cards of version 1.5. It lies beside the repository and is no part of it: where it is missing a test is skipped; in CI
/// only a missing schema folder is an excuse.
/// </summary>
internal sealed class CardSchema
{
    private static readonly Lazy<Task<CardSchema>> Lazy = new(LoadAsync);

    private readonly JsonSchema schema;

    private CardSchema(JsonSchema schema) => this.schema = schema;

    public static Task<CardSchema> Default => Lazy.Value;

    /// <summary>What the schema finds, without what hosts know and it does not: Teams' own width, and charts, in whose place their fallback is looked at.</summary>
    public IReadOnlyList<string> Faults(ReadOnlyMemory<byte> card)
    {
        var json = (JsonObject)JsonNode.Parse(card.Span)!;
        json.Remove("msteams");
        return [.. schema.Validate(((JsonObject)WithoutCharts(json)!).ToJsonString()).Select(fault => fault.ToString())];
    }

    private static JsonNode? WithoutCharts(JsonNode? node) => node switch
    {
        JsonArray many => new JsonArray([.. many.Select(WithoutCharts)]),
        JsonObject chart when ((string?)chart["type"])?.StartsWith("Chart.", StringComparison.Ordinal) == true => WithoutCharts(chart["fallback"]),
        JsonObject one => new JsonObject(one.Select(pair => KeyValuePair.Create(pair.Key, WithoutCharts(pair.Value)))),
        _ => node?.DeepClone(),
    };

    private static async Task<CardSchema> LoadAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ZhoushanBot.sln")))
        {
            folder = folder.Parent;
        }

        var shared = Path.Combine(folder?.Parent?.FullName ?? ".", "shared");
        var file = Path.Combine(shared, "interop", "schema", "adaptive-card-1.5.0.json");
        if (!File.Exists(file))
        {
            const string Reason = "the schema of Adaptive Cards 1.5 is not beside the repository";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true" && Directory.Exists(shared), Reason);
            Assert.Fail(Reason);
        }

        return new CardSchema(await JsonSchema.FromFileAsync(file));
    }
}
