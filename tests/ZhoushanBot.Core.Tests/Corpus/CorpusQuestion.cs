using System.Text.Json;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>The facts that a right reply holds.</summary>
/// <param name="MustContain">All of them, each by any one of its wordings.</param>
/// <param name="MustNotContain">None of them.</param>
/// <param name="Counts">Any one of them; empty when no count is asked.</param>
/// <param name="IsRefusal">The notice does not have it, and the reply says so.</param>
internal sealed record Expectation(
    IReadOnlyList<IReadOnlyList<string>> MustContain,
    IReadOnlyList<string> MustNotContain,
    IReadOnlyList<int> Counts,
    bool IsRefusal);

/// <summary>One thing said to the bot, and what must come back.</summary>
internal sealed record CorpusTurn(string Asked, Expectation Expected);

/// <summary>A question, or several turns of one conversation; right when every turn is.</summary>
internal sealed record CorpusQuestion(string Id, string Kind, IReadOnlyList<CorpusTurn> Turns)
{
    /// <summary>All questions of one file of the corpus.</summary>
    public static IReadOnlyList<CorpusQuestion> ReadAll(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Corpus", file)).Where(l => l.Length > 0).Select(Read)];

    private static CorpusQuestion Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new CorpusQuestion(
            root.GetProperty("id").GetString()!,
            root.GetProperty("kind").GetString()!,
            [.. root.GetProperty("turns").EnumerateArray().Select(t => new CorpusTurn(t.GetProperty("q").GetString()!, Expected(t.GetProperty("expect"))))]);
    }

    internal static Expectation Expected(JsonElement json) => new(
        [.. Each(json, "must_contain").Select(Texts)],
        [.. Each(json, "must_not_contain").Select(e => e.GetString()!)],
        json.TryGetProperty("count", out var count) && count.ValueKind != JsonValueKind.Null
            ? count.ValueKind == JsonValueKind.Array ? [.. count.EnumerateArray().Select(c => c.GetInt32())] : [count.GetInt32()]
            : [],
        json.TryGetProperty("refuse", out var refuse) && refuse.ValueKind == JsonValueKind.True);

    private static JsonElement.ArrayEnumerator Each(JsonElement json, string name) => json.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static IReadOnlyList<string> Texts(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.String ? [entry.GetString()!] : [.. entry.EnumerateArray().Select(e => e.GetString()!)];
}
