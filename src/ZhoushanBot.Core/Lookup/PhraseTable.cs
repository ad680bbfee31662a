using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ZhoushanBot.Core.Lookup;

/// <summary>
/// Wordings, each with what it may mean; finds the longest one at a place of a text. Immutable; made by its <see cref="Builder"/>.
/// </summary>
/// <typeparam name="T">What a wording means.</typeparam>
internal sealed class PhraseTable<T>
    where T : notnull
{
    private readonly FrozenDictionary<string, ImmutableArray<T>>.AlternateLookup<ReadOnlySpan<char>> meanings;
    private readonly FrozenDictionary<char, Candidate[]> candidates;

    private PhraseTable(FrozenDictionary<string, ImmutableArray<T>> phrases)
    {
        Phrases = phrases;
        meanings = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        candidates = phrases.Keys
            .GroupBy(p => p[0])
            .ToFrozenDictionary(g => g.Key, g => g.GroupBy(p => p.Length).OrderByDescending(l => l.Key).Select(l => new Candidate(l.Key, l.Aggregate(0UL, (bits, p) => bits | BitOf(p[^1])))).ToArray());
    }

    public FrozenDictionary<string, ImmutableArray<T>> Phrases { get; }

    /// <summary>
    /// The longest wording that begins at <paramref name="at"/>; length 0 when none does. A wording of letters matches whole words only.
    /// </summary>
    public ImmutableArray<T> Longest(string text, int at, out int length)
    {
        length = 0;
        if (!candidates.TryGetValue(text[at], out var possible) || IsInsideWord(text, at))
        {
            return [];
        }

        foreach (var candidate in possible)
        {
            if (at + candidate.Length <= text.Length
                && (candidate.Ends & BitOf(text[at + candidate.Length - 1])) != 0
                && !IsInsideWord(text, at + candidate.Length)
                && meanings.TryGetValue(text.AsSpan(at, candidate.Length), out var found))
            {
                length = candidate.Length;
                return found;
            }
        }

        return [];
    }

    public ImmutableArray<T> Of(ReadOnlySpan<char> phrase) => meanings.TryGetValue(phrase, out var found) ? found : [];

    /// <summary>True between two letters or two digits: neither a wording's begin nor its end may stand there.</summary>
    internal static bool IsInsideWord(string text, int at) =>
        at > 0 && at < text.Length
        && ((char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at])) || (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at])));

    private static ulong BitOf(char c) => 1UL << (c & 63);

    /// <summary>Wordings of one length that begin with one character; most texts are told from them by the character where they would end.</summary>
    private readonly record struct Candidate(int Length, ulong Ends);

    internal sealed class Builder
    {
        private readonly Dictionary<string, List<T>> phrases = new(StringComparer.Ordinal);

        /// <summary>Adds a meaning; the same one twice counts once. A blank wording is left out.</summary>
        public void Add(string phrase, T meaning)
        {
            if (phrase.Length == 0)
            {
                return;
            }

            if (!phrases.TryGetValue(phrase, out var meant))
            {
                phrases.Add(phrase, meant = []);
            }

            if (!meant.Contains(meaning))
            {
                meant.Add(meaning);
            }
        }

        public bool Contains(string phrase) => phrases.ContainsKey(phrase);

        public PhraseTable<T> Build() =>
            new(phrases.ToFrozenDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal));
    }
}
