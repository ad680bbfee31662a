using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Question words of both languages, and words that carry no meaning in a question. Data; loaded once.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Loaded = new(() => new Lexicon());

    private Lexicon()
    {
        var table = new PhraseTable<LexiconWord>.Builder();
        foreach (var file in (ReadOnlySpan<string>)["zh.json", "en.json"])
        {
            var words = Read(file);
            foreach (var (cue, phrases) in words.Cues)
            {
                foreach (var phrase in phrases)
                {
                    Add(table, phrase, new LexiconWord(Enum.Parse<Cue>(cue)));
                }
            }

            foreach (var filler in words.Fillers)
            {
                Add(table, filler, new LexiconWord(null));
            }
        }

        Words = table.Build();
    }

    public static Lexicon Default => Loaded.Value;

    public PhraseTable<LexiconWord> Words { get; }

    private static void Add(PhraseTable<LexiconWord>.Builder table, string phrase, LexiconWord word)
    {
        var folded = NormalizedText.Fold(phrase);
        table.Add(folded, word);

        // 目标 typed as mubiao; single characters sound like too much. What sounds like an order to the bot or a lamp is none: 加装 is no 假装, 路灯 no 绿灯.
        if (word.Cue is not (Cue.Injection or Cue.Edit or Cue.GreenLamp or Cue.RedLamp or Cue.YellowLamp) && folded.Length > 1 && SubjectIndex.IsHan(folded[0]) && Pinyin.Of(folded) is { Length: > 3 } spelling)
        {
            table.Add(spelling, word);
        }
    }

    private static LexiconFile Read(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The embedded lexicon {file} is missing from the build.");
        return JsonSerializer.Deserialize(stream, LexiconJson.Default.LexiconFile)
            ?? throw new InvalidOperationException($"The embedded lexicon {file} is empty.");
    }
}

/// <summary>What a word of the lexicon means: a cue, or (null) nothing.</summary>
internal readonly record struct LexiconWord(Cue? Cue);

internal sealed record LexiconFile(ImmutableDictionary<string, ImmutableArray<string>> Cues, ImmutableArray<string> Fillers);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LexiconFile))]
internal sealed partial class LexiconJson : JsonSerializerContext;
