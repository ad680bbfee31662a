using System.Buffers;
using System.Collections.Frozen;

namespace ZhoushanBot.Core.Language;

/// <summary>The words of <c>Data/language-marks.txt</c> and <c>Data/language-requests.txt</c>.</summary>
internal sealed class LanguageMarks
{
    private readonly HashSet<string> englishGrammar = new(StringComparer.Ordinal);
    private readonly HashSet<string> englishContent = new(StringComparer.Ordinal);
    private readonly HashSet<string> pinyinWords = new(StringComparer.Ordinal);
    private readonly List<string> chineseGrammar = [];
    private readonly FrozenDictionary<char, string[]> chineseByBegin;
    private readonly List<LanguageWording> requests = [];

    private LanguageMarks()
    {
        Read("language-marks.txt", AddWords);
        Read("language-requests.txt", AddRequest);
        chineseByBegin = chineseGrammar.OrderByDescending(w => w.Length).GroupBy(w => w[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        requests.Sort(static (left, right) => right.Words.Length - left.Words.Length);
        RequestWords = SearchValues.Create([.. requests.Select(r => r.Words)], StringComparison.Ordinal);
        EnglishGrammar = englishGrammar.GetAlternateLookup<ReadOnlySpan<char>>();
        EnglishContent = englishContent.GetAlternateLookup<ReadOnlySpan<char>>();
        PinyinWords = pinyinWords.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishGrammar { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishContent { get; }

    public HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PinyinWords { get; }

    /// <summary>Wordings of a wish for a language, the longest first.</summary>
    public IReadOnlyList<LanguageWording> Requests => requests;

    /// <summary>Their words: nearly every text has none of them.</summary>
    public SearchValues<string> RequestWords { get; }

    public static LanguageMarks Load() => new();

    /// <summary>Length of the Chinese word of grammar at the text's beginning; 0 when there is none.</summary>
    public int ChineseMarkAt(ReadOnlySpan<char> text)
    {
        foreach (var word in chineseByBegin.GetValueOrDefault(text[0], []))
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static void Read(string file, Action<string, string> add)
    {
        foreach (var line in EmbeddedText.Read(file).AsSpan().EnumerateLines())
        {
            if (EmbeddedText.IsData(line))
            {
                var colon = line.IndexOf(':');
                add(line[..colon].ToString(), line[(colon + 1)..].Trim().ToString());
            }
        }
    }

    private void AddWords(string key, string words)
    {
        ICollection<string> target = key switch
        {
            "english-grammar" => englishGrammar,
            "english-content" => englishContent,
            "pinyin-words" => pinyinWords,
            "chinese-grammar" => chineseGrammar,
            _ => throw new InvalidOperationException($"language-marks.txt has no key {key}."),
        };
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            target.Add(word);
        }
    }

    private void AddRequest(string key, string words) =>
        requests.Add(new LanguageWording(NormalizedText.Fold(words), key == "english" ? ReplyLanguage.English : ReplyLanguage.Chinese));
}

/// <summary>A wording of a wish for a language, normalised.</summary>
internal sealed record LanguageWording(string Words, ReplyLanguage Language);
