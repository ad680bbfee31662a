using System.Collections.Frozen;
using System.Collections.Immutable;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Lookup;

/// <summary>
/// Wordings of subjects that have synonyms, each with all wordings that mean the same, itself included. An English phrase is also known in
/// another order of its words and with other endings: "reinforcement of dykes" is "dyke reinforcement". Immutable; read without locks.
/// </summary>
internal sealed class SubjectPhrases
{
    private const int MostWords = 5;
    private static readonly FrozenSet<string> Joints = FrozenSet.ToFrozenSet(["of", "the", "for"], StringComparer.Ordinal);
    private readonly PhraseTable<ImmutableArray<string>> table;
    private readonly FrozenDictionary<string, ImmutableArray<string>> byWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> stems;

    private SubjectPhrases(PhraseTable<ImmutableArray<string>> table)
    {
        this.table = table;
        byWords = table.Phrases.Where(p => char.IsAsciiLetter(p.Key[0])).Select(p => (Key: KeyOf(p.Key), Same: p.Value[0])).Where(p => p.Key is not null)
            .GroupBy(p => p.Key!, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Same, StringComparer.Ordinal);
        stems = byWords.Keys.SelectMany(k => k.Split(' ')).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every wording.</summary>
    public IEnumerable<string> Wordings => table.Phrases.Keys;

    public static SubjectPhrases Build(Synonyms synonyms)
    {
        var alternatives = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var set in synonyms.Sets)
        {
            var words = set.Chinese.Concat(set.English).Select(NormalizedText.Fold).Where(w => w.Length > 1).Distinct(StringComparer.Ordinal).ToList();
            foreach (var word in words)
            {
                alternatives.TryAdd(word, []);
                alternatives[word].AddRange(words.Where(w => !alternatives[word].Contains(w)));
            }
        }

        var phrases = new PhraseTable<ImmutableArray<string>>.Builder();
        foreach (var (word, same) in alternatives)
        {
            phrases.Add(word, [.. same]);
            if (char.IsAsciiLetter(word[^1]))
            {
                // chargers for charger: people write either. A form that is a word of another set is that: tourists are visitors, tourist goes with tourism.
                foreach (var form in new[] { word.EndsWith('s') ? word[..^1] : word + "s", word.Replace(' ', '-'), word.Replace('-', ' ') }.Where(f => !alternatives.ContainsKey(f)))
                {
                    phrases.Add(form, [.. same]);
                }
            }
        }

        return new SubjectPhrases(phrases.Build());
    }

    /// <summary>The longest wording that begins at a place; length 0 when none does.</summary>
    public void Longest(string text, int at, out int length)
    {
        table.Longest(text, at, out length);
        if (char.IsAsciiLetter(text[at]) && !PhraseTable<string>.IsInsideWord(text, at))
        {
            length = Math.Max(length, LongestByWords(text, at));
        }
    }

    /// <summary>The wordings that mean the same; empty for one that has no synonyms.</summary>
    public ImmutableArray<ImmutableArray<string>> Of(string wording) =>
        table.Of(wording) is { IsEmpty: false } exact ? exact
        : char.IsAsciiLetter(wording[0]) && KeyOf(wording) is { } key && byWords.TryGetValue(key, out var same) ? [same]
        : [];

    private int LongestByWords(string text, int at)
    {
        var (longest, words, end) = (0, 0, at);
        while (end < text.Length && char.IsAsciiLetter(text[end]) && words < MostWords)
        {
            var from = end;
            end = SubjectIndex.EndOfWord(text, end);
            if (!Joints.Contains(text[from..end]))
            {
                if (!stems.Contains(StemOf(text.AsSpan(from, end - from))))
                {
                    break;
                }

                if (++words > 1 && KeyOf(text[at..end]) is { } key && byWords.ContainsKey(key))
                {
                    longest = end - at;
                }
            }
            else if (words == 0)
            {
                break;
            }

            end += end < text.Length && text[end] is ' ' or '-' ? 1 : 0;
        }

        return longest;
    }

    /// <summary>The stems of a phrase in the order of the alphabet; null for one that is not made of two or more words of letters.</summary>
    private static string? KeyOf(string phrase)
    {
        if (phrase.AsSpan().ContainsAnyExcept(Letters))
        {
            return null;
        }

        var words = phrase.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => !Joints.Contains(w)).Select(w => StemOf(w).ToString()).Order(StringComparer.Ordinal).ToArray();
        return words.Length is > 1 and <= MostWords ? string.Join(' ', words) : null;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz -");

    private static ReadOnlySpan<char> StemOf(ReadOnlySpan<char> word)
    {
        var stem = SubjectIndex.Stem(word);
        return stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem;
    }
}
