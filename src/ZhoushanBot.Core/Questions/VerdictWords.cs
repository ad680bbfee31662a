using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>评价: what somebody thinks of an answer.</summary>
public enum Verdict
{
    /// <summary>👍.</summary>
    Up,

    /// <summary>👎.</summary>
    Down,
}

/// <summary>Words that judge the answer before, where they are all that is said. Data: <c>Lexicon/verdicts.json</c>.</summary>
public static class VerdictWords
{
    private const int Longest = 40;
    private static readonly char[] Ends = ['。', '.', '!', '?', '~', ' '];
    private static readonly Lazy<FrozenDictionary<string, Verdict>> Words = new(Load);

    /// <summary>The verdict that a text is; null when it says anything else.</summary>
    /// <param name="folded">Normalised: see <see cref="NormalizedText.Fold"/>.</param>
    public static Verdict? Of(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return folded.Length <= Longest && Words.Value.TryGetValue(WithoutTone(folded.Trim(Ends)), out var verdict) ? verdict : null;
    }

    // A thumb comes in five skin tones, U+1F3FB to U+1F3FF.
    private static string WithoutTone(string folded) => folded is [.., '\uD83C', >= '\uDFFB' and <= '\uDFFF'] ? folded[..^2] : folded;

    private static FrozenDictionary<string, Verdict> Load()
    {
        var file = JsonSerializer.Deserialize(EmbeddedText.ReadBytes("verdicts.json"), VerdictJson.Default.VerdictFile)
            ?? throw new InvalidOperationException("The embedded verdicts.json is empty.");
        return file.Up.Select(word => (word, Verdict.Up)).Concat(file.Down.Select(word => (word, Verdict.Down)))
            .ToFrozenDictionary(pair => NormalizedText.Fold(pair.word), pair => pair.Item2, StringComparer.Ordinal);
    }
}

internal sealed record VerdictFile(string[] Up, string[] Down);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VerdictFile))]
internal sealed partial class VerdictJson : JsonSerializerContext;
