using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Lookup;

/// <summary>One wording that a question uses for a subject, with the texts that have it.</summary>
/// <param name="Weight">How telling it is: rare wordings weigh more.</param>
/// <param name="Documents">Ascending; empty when no text has it.</param>
public readonly record struct SubjectTerm(float Weight, ReadOnlyMemory<int> Documents);

/// <summary>A text and how well it covers a subject.</summary>
/// <param name="Document">Number of the text.</param>
/// <param name="Coverage">Share of the subject's weight that the text has, 0 to 1.</param>
public readonly record struct SubjectHit(int Document, float Coverage);

/// <summary>
/// Which texts have which wording: pairs of neighbouring Chinese characters, and English words by their stem. A pair index needs no
/// segmenter and finds two-character words, which most Chinese words are. Immutable; read without locks.
/// </summary>
public sealed class SubjectIndex
{
    private const float UnknownFactor = 0.8f;
    private const int MostHeard = 60;

    /// <summary>A character that more than this share of the texts have is about nothing in particular.</summary>
    private const float MostOfCharacter = 0.4f;

    // English words for one thing vary far more than Chinese ones: an unknown word is weaker evidence.
    private const float UnknownWordFactor = 0.8f;
    private readonly FrozenDictionary<int, int[]> pairs;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> words;

    // Asked for a pair that no text has: seldom, and not cheap to make.
    private readonly Lazy<Dictionary<string, int[]>> pairsBySound;
    private readonly ImmutableArray<string> texts;
    private readonly float unknownWeight;

    private SubjectIndex(ImmutableArray<string> texts, Dictionary<int, List<int>> pairs, Dictionary<string, List<int>> words)
    {
        this.texts = texts;
        this.pairs = pairs.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray());
        var frozen = words.ToFrozenDictionary(w => w.Key, w => w.Value.ToArray(), StringComparer.Ordinal);
        this.words = frozen.GetAlternateLookup<ReadOnlySpan<char>>();
        Words = frozen.Keys;
        pairsBySound = new(() => this.pairs.Keys
            .GroupBy(SoundOf, StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));
        unknownWeight = WeightOf(0) * UnknownFactor;
    }

    /// <summary>Number of texts.</summary>
    public int Count => texts.Length;

    /// <summary>Every English word stem that occurs.</summary>
    internal ImmutableArray<string> Words { get; }

    /// <summary>The normalised texts, by number.</summary>
    internal ImmutableArray<string> Texts => texts;

    /// <summary>The normalised text of a document.</summary>
    public string TextOf(int document) => texts[document];

    /// <summary>True when some text has the two characters side by side.</summary>
    public bool HasPair(char first, char second) => pairs.ContainsKey(Pair(first, second));

    /// <summary>True when some text has the wording letter for letter.</summary>
    internal bool ContainsText(ReadOnlySpan<char> wording) => wording.Length switch
    {
        < 2 => false,
        2 when IsHan(wording[0]) && IsHan(wording[1]) => HasPair(wording[0], wording[1]),
        _ => DocumentsWith(wording.ToString()).Length > 0,
    };

    /// <summary>The term for two neighbouring characters; one that no text has may stand for others that sound alike.</summary>
    public SubjectTerm PairTerm(char first, char second)
    {
        var pair = Pair(first, second);
        return pairs.TryGetValue(pair, out var documents) ? new SubjectTerm(WeightOf(documents.Length), documents) : new SubjectTerm(unknownWeight, default);
    }

    /// <summary>
    /// 农村路 for 农村公路: two characters, and a third that stands one further on in the store's texts. Null where it never does, or behind
    /// different characters, so that it may be short for several things.
    /// </summary>
    internal SubjectTerm? ShortenedTerm(char first, char second, char third)
    {
        var documents = new List<int>();
        var between = '\0';
        foreach (var document in pairs.GetValueOrDefault(Pair(first, second), []))
        {
            var text = texts[document];
            for (var at = text.IndexOf($"{first}{second}", StringComparison.Ordinal); at >= 0; at = text.IndexOf($"{first}{second}", at + 1, StringComparison.Ordinal))
            {
                if (at + 3 >= text.Length || text[at + 3] != third || !IsHan(text[at + 2]))
                {
                    continue;
                }

                if (between != '\0' && between != text[at + 2])
                {
                    return null;
                }

                between = text[at + 2];
                if (documents is not [.., var last] || last != document)
                {
                    documents.Add(document);
                }
            }
        }

        return documents.Count == 0 ? null : new SubjectTerm(WeightOf(documents.Count), documents.ToArray());
    }

    /// <summary>
    /// The store's own wording that sounds like one with a slip (养老复务 for 养老服务); null when there is none. The whole wording must sound
    /// alike side by side in one text, and one of its characters be right: pairs alone would find 业绿 in 行业绿色 for 业率.
    /// </summary>
    internal string? SoundAlike(ReadOnlySpan<char> wording)
    {
        var key = Pinyin.FuzzyKey(Pinyin.Of(wording));
        for (var at = 0; at + 1 < wording.Length; at++)
        {
            foreach (var pair in pairsBySound.Value.GetValueOrDefault(SoundOf(Pair(wording[at], wording[at + 1])), []))
            {
                foreach (var document in pairs[pair].AsSpan(0, Math.Min(pairs[pair].Length, MostHeard)))
                {
                    var text = texts[document];
                    var found = text.IndexOf(string.Concat((char)(pair >>> 16), (char)(pair & 0xFFFF)), StringComparison.Ordinal) - at;
                    if (found >= 0 && found + wording.Length <= text.Length && SharesCharacter(wording, text.AsSpan(found, wording.Length))
                        && Pinyin.FuzzyKey(Pinyin.Of(text.AsSpan(found, wording.Length))) == key)
                    {
                        return text.Substring(found, wording.Length);
                    }
                }
            }
        }

        return null;
    }

    private static bool SharesCharacter(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        for (var at = 0; at < left.Length; at++)
        {
            if (left[at] == right[at])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The term for a single character. Where it stands inside one of <paramref name="others"/> it is another word: 水平 is no water.
    /// Without documents where so many texts have it that it tells nothing.
    /// </summary>
    internal SubjectTerm CharacterTerm(char character, IReadOnlyCollection<string> others)
    {
        var around = others.Where(w => w.Contains(character, StringComparison.Ordinal)).ToList();
        int[] documents = [.. Enumerable.Range(0, texts.Length).Where(d => Stands(character, texts[d], around))];
        return documents.Length == 0 || documents.Length > texts.Length * MostOfCharacter ? new SubjectTerm(unknownWeight, default) : new SubjectTerm(WeightOf(documents.Length), documents);
    }

    private static bool Stands(char character, string text, List<string> around)
    {
        for (var at = text.IndexOf(character, StringComparison.Ordinal); at >= 0; at = text.IndexOf(character, at + 1))
        {
            var place = at;
            if (!around.Exists(w => w.IndexOf(character, StringComparison.Ordinal) is var inside && place >= inside && string.CompareOrdinal(text, place - inside, w, 0, w.Length) == 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The term for two neighbouring syllables of pinyin.</summary>
    internal SubjectTerm SyllableTerm(string first, string second) =>
        pairsBySound.Value.TryGetValue(Pinyin.FuzzyKey(first + " " + second), out var alike)
            ? Union(alike.Select(p => pairs[p]))
            : new SubjectTerm(unknownWeight, default);

    /// <summary>The term for a wording that no text has.</summary>
    internal SubjectTerm UnknownTerm => new(unknownWeight, default);

    /// <summary>The term for an English word; it has no documents when no title or text has the word.</summary>
    internal SubjectTerm WordTerm(ReadOnlySpan<char> word) =>
        words.TryGetValue(Stem(word), out var documents) ? new SubjectTerm(WeightOf(documents.Length), documents) : new SubjectTerm(unknownWeight * UnknownWordFactor, default);

    internal bool HasWord(ReadOnlySpan<char> word) => words.ContainsKey(Stem(word));

    /// <summary>The term for any of several phrases that mean the same.</summary>
    internal SubjectTerm AnyPhraseTerm(ImmutableArray<string> phrases)
    {
        var found = Union(phrases.Select(p => DocumentsWith(p)));
        var weight = Math.Max(1, phrases.Length == 0 ? 1 : phrases.Max(p => p.Length) - 1);
        return found with { Weight = (found.Documents.Length == 0 ? unknownWeight : found.Weight) * Math.Min(weight, 3) };
    }

    /// <summary>The term for any of several wordings, given by the texts that have each.</summary>
    internal SubjectTerm AnyOf(IEnumerable<int[]> documents) => Union(documents);

    /// <summary>Texts that cover at least <paramref name="least"/> of the terms' weight, best first; of equal coverage the shorter text first.</summary>
    internal static List<SubjectHit> Search(ReadOnlySpan<SubjectTerm> terms, float least)
    {
        var total = 0f;
        var scores = new Dictionary<int, float>();
        foreach (var term in terms)
        {
            total += term.Weight;
            foreach (var document in term.Documents.Span)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(scores, document, out _) += term.Weight;
            }
        }

        var hits = new List<SubjectHit>();
        foreach (var (document, score) in scores)
        {
            if (score >= least * total)
            {
                hits.Add(new SubjectHit(document, Math.Min(1, score / total)));
            }
        }

        hits.Sort((a, b) => Math.Abs(a.Coverage - b.Coverage) > 0.001f ? b.Coverage.CompareTo(a.Coverage) : a.Document.CompareTo(b.Document));
        return hits;
    }

    /// <summary>Texts that have a phrase letter for letter; a phrase of letters as whole words by their stems.</summary>
    internal int[] DocumentsWith(string phrase)
    {
        var (rarest, found) = (int.MaxValue, Array.Empty<int>());
        for (var at = 0; at + 1 < phrase.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(phrase[at]) && !char.IsAsciiLetterOrDigit(phrase[at + 1]))
            {
                var documents = pairs.GetValueOrDefault(Pair(phrase[at], phrase[at + 1]), []);
                if (documents.Length < rarest)
                {
                    (rarest, found) = (documents.Length, documents);
                }
            }
        }

        if (rarest < int.MaxValue)
        {
            return Array.FindAll(found, d => texts[d].Contains(phrase, StringComparison.Ordinal));
        }

        return phrase.Contains(' ', StringComparison.Ordinal)
            ? phrase.Split(' ').Select(w => words.TryGetValue(Stem(w), out var d) ? d : []).Aggregate((a, b) => [.. a.Intersect(b)])
            : words.TryGetValue(Stem(phrase), out var single) ? single : [];
    }

    /// <summary>A word without plural and verb endings: chargers and charger, vaccinated and vaccination.</summary>
    internal static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) => WithoutEnding(word) switch
    {
        [.. var stem, 'a', 't', 'e'] when stem.Length > 3 => string.Concat(stem, "at"),
        [.. var stem, 'a', 't', 'i', 'o', 'n'] when stem.Length > 3 => string.Concat(stem, "at"),
        var other => other,
    };

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word) => word switch
    {
        [.. var stem, 'i', 's', 'e'] when stem.Length > 3 => string.Concat(stem, "iz"),
        [.. var stem, 'i', 'z', 'e'] when stem.Length > 3 => string.Concat(stem, "iz"),
        [.. var stem, 'i', 's', 'e', 'd'] when stem.Length > 3 => string.Concat(stem, "iz"),
        [.. var stem, 'a', 'l'] when stem.Length > 8 && stem.EndsWith("ment") => stem,
        [.. var stem, 'i', 'e', 's'] when stem.Length > 2 => string.Concat(stem, "y"),
        [.. var stem, 's', 'e', 's'] when stem.Length > 2 => word[..^2],
        [.. var stem, 's'] when stem.Length > 2 && stem[^1] is not ('s' or 'u' or 'i') => stem,
        [.. var stem, 'i', 'n', 'g'] when stem.Length > 3 => stem,
        [.. var stem, 'e', 'l', 'y'] when stem.Length > 4 => word[..^2],
        [.. var stem, 'a', 't', 'e', 'd'] when stem.Length > 3 => word[..^1],
        [.. var stem, 'e', 'd'] when stem.Length > 3 => stem,
        _ => word,
    };

    private float WeightOf(int documents) => MathF.Log(1 + ((texts.Length + 1f) / (documents + 0.5f)));

    private SubjectTerm Union(IEnumerable<int[]> postings)
    {
        var all = Array.Empty<int>();
        foreach (var posting in postings)
        {
            all = all.Length == 0 ? posting : posting.Length == 0 ? all : [.. all.Union(posting)];
        }

        if (!IsAscending(all))
        {
            Array.Sort(all);
        }

        return new SubjectTerm(all.Length == 0 ? unknownWeight : WeightOf(all.Length), all);
    }

    private static bool IsAscending(int[] documents)
    {
        for (var i = 1; i < documents.Length; i++)
        {
            if (documents[i - 1] > documents[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Pair(char first, char second) => (first << 16) | second;

    private static string SoundOf(int pair)
    {
        var first = Pinyin.ReadingsOf((char)(pair >>> 16));
        var second = Pinyin.ReadingsOf((char)(pair & 0xFFFF));
        return first.IsEmpty || second.IsEmpty ? string.Empty : Pinyin.FuzzyKey(first[0] + " " + second[0]);
    }

    internal sealed class Builder
    {
        private readonly ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        private readonly Dictionary<int, List<int>> pairs = [];
        private readonly Dictionary<string, List<int>> words = new(StringComparer.Ordinal);

        /// <summary>Adds a text and returns its number, which counts up from 0.</summary>
        public int Add(string chinese, string english)
        {
            var document = texts.Count;
            var text = NormalizedText.Fold(english.Length == 0 ? chinese : chinese + " | " + english);
            texts.Add(text);
            for (var at = 0; at < text.Length; at++)
            {
                if (char.IsAsciiLetter(text[at]))
                {
                    var end = EndOfWord(text, at);
                    AddTo(words, Stem(text.AsSpan(at, end - at)).ToString(), document);
                    if (EndOfDesignation(text, at) is var whole && whole > end)
                    {
                        AddTo(words, text[at..whole], document);
                    }

                    at = end - 1;
                }
                else if (EndOfGeneration(text, at) is var generation && generation > at)
                {
                    AddTo(words, text[at..generation], document);
                    at = generation - 1;
                }
                else if (at + 1 < text.Length && IsHan(text[at]) && IsHan(text[at + 1]))
                {
                    AddTo(pairs, Pair(text[at], text[at + 1]), document);
                }
            }

            return document;
        }

        public SubjectIndex Build() => new(texts.ToImmutable(), pairs, words);

        private static void AddTo<TKey>(Dictionary<TKey, List<int>> postings, TKey key, int document)
            where TKey : notnull
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _);
            list ??= [];
            if (list.Count == 0 || list[^1] != document)
            {
                list.Add(document);
            }
        }
    }

    internal static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    /// <summary>End of letters that figures follow at once, as in G327 and PM2.5; <paramref name="at"/> where there is no such thing.</summary>
    internal static int EndOfDesignation(string text, int at)
    {
        var end = EndOfWord(text, at);
        if (end == at || end == text.Length || !char.IsAsciiDigit(text[end]))
        {
            return at;
        }

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    /// <summary>End of a figure that one letter follows at once, as in 5G and 4A, which are words; <paramref name="at"/> where there is no such thing.</summary>
    internal static int EndOfGeneration(string text, int at) =>
        at + 1 < text.Length && char.IsAsciiDigit(text[at]) && text[at + 1] is 'g' or 'a' or 'd' && (at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '.')) && (at + 2 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 2])) ? at + 2 : at;

    internal static int EndOfWord(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        return at;
    }
}
