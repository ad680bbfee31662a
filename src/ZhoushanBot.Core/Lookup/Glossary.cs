using System.Collections.Frozen;
using System.Collections.Immutable;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Lookup;

/// <summary>
/// Ordinary English words with what a Chinese notice may have for them, and those that go with any subject. The words are data:
/// <c>glossary.txt</c> and <c>generic-words.txt</c>; plurals and verb endings come by themselves. Immutable; loaded once.
/// </summary>
internal sealed class Glossary
{
    private const char Weak = '~';
    private static readonly Lazy<Glossary> Loaded = new(() => new Glossary());
    private readonly FrozenDictionary<string, GlossaryEntry>.AlternateLookup<ReadOnlySpan<char>> entries;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> generic;
    private readonly FrozenDictionary<string, ImmutableArray<string>> alike;

    private Glossary()
    {
        var words = new Dictionary<string, GlossaryEntry>(StringComparer.Ordinal);
        var siblings = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("glossary.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var chinese = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NormalizedText.Fold).ToImmutableArray();
            var isWeak = line[0] == Weak;
            var own = line[(isWeak ? 1 : 0)..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
            foreach (var form in own.SelectMany(Forms))
            {
                siblings[form] = siblings.TryGetValue(form, out var known) ? [.. known.Union(own, StringComparer.Ordinal)] : own;
            }

            foreach (var form in own.SelectMany(Forms))
            {
                words[form] = words.TryGetValue(form, out var before)
                    ? new GlossaryEntry([.. before.Chinese.Union(chinese, StringComparer.Ordinal)], before.IsWeak && isWeak)
                    : new GlossaryEntry(chinese, isWeak);
            }
        }

        var common = EmbeddedText.Lines("generic-words.txt").SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).SelectMany(Forms).ToFrozenSet(StringComparer.Ordinal);
        Words = [.. words.Keys.Union(common, StringComparer.Ordinal)];
        entries = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        alike = siblings.ToFrozenDictionary(StringComparer.Ordinal);
        generic = common.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Glossary Default => Loaded.Value;

    /// <summary>Every form of every word, generic ones included.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>What a notice may have for an English word; null for a word that is not in the glossary.</summary>
    public GlossaryEntry? Of(ReadOnlySpan<char> word) => entries.TryGetValue(word, out var entry) ? entry : null;

    /// <summary>Other words for the same in English: rural for countryside; empty for a word that is not in the glossary.</summary>
    public ImmutableArray<string> Alike(string word) => alike.GetValueOrDefault(word, []);

    /// <summary>True for a word such as "construction" or "places", which goes with any subject.</summary>
    public bool IsGeneric(ReadOnlySpan<char> word) => generic.Contains(word);

    /// <summary>dredge, dredges, dredged, dredging; plan, planned; city, cities.</summary>
    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        yield return word + "s";
        yield return word + "es";
        yield return word + "ed";
        yield return word + "ing";
        switch (word)
        {
            case [.. var stem, 'e']:
                yield return word + "d";
                yield return stem + "ing";
                break;
            case [.. var stem, 'y']:
                yield return stem + "ies";
                yield return stem + "ied";
                break;
            case [.., var last] when last is not ('s' or 'w' or 'x'):
                yield return word + last + "ed";
                yield return word + last + "ing";
                break;
        }
    }
}

/// <summary>What a notice may have for an English word.</summary>
/// <param name="Chinese">Wordings of one or more characters, the commonest first; never empty.</param>
/// <param name="IsWeak">It says what is done, which tells less than what it is done to.</param>
internal sealed record GlossaryEntry(ImmutableArray<string> Chinese, bool IsWeak);
