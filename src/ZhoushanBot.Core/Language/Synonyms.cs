using System.Collections.Immutable;
using System.Text.Json;

namespace ZhoushanBot.Core.Language;

/// <summary>同义词: words for one subject.</summary>
/// <param name="Chinese">Chinese words that mean the same, the commonest first; never empty.</param>
/// <param name="English">English words for it; may be empty.</param>
/// <param name="Related">Chinese words of the same field that belong to it when "everything about" it is asked for; may be empty.</param>
public sealed record SynonymSet(ImmutableArray<string> Chinese, ImmutableArray<string> English, ImmutableArray<string> Related);

/// <summary>同义词表: the words for subjects of public affairs. Data, not code: <c>synonyms.json</c>, to which an office may add words of its own.</summary>
/// <param name="Sets">In the order of the file. In the file that is built in, no word stands in two sets; in added ones it may.</param>
public sealed record Synonyms(ImmutableArray<SynonymSet> Sets)
{
    /// <summary>The synonyms that are built in.</summary>
    public static Synonyms BuiltIn() => Read(EmbeddedText.ReadBytes("synonyms.json"));

    /// <summary>Reads a file of synonyms.</summary>
    /// <param name="utf8Json">The file: an object with a list <c>synonyms</c> of objects with lists <c>zh</c>, <c>en</c> and <c>related</c>.</param>
    /// <exception cref="JsonException">The file has another shape; the message says where.</exception>
    public static Synonyms Read(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = NameJson.Parse(utf8Json);
        return new Synonyms([.. NameJson.Items(document.RootElement, "synonyms").Select(ReadSet)]);
    }

    /// <summary>These synonyms with others behind them.</summary>
    public Synonyms With(Synonyms others) => new(Sets.AddRange(others.Sets));

    private static SynonymSet ReadSet(JsonElement item)
    {
        var chinese = NameJson.Texts(item, "zh");
        return chinese.IsEmpty
            ? throw new JsonException($"A set of synonyms needs a Chinese word: {item.GetRawText()}")
            : new SynonymSet(chinese, NameJson.Texts(item, "en"), NameJson.Texts(item, "related"));
    }
}
