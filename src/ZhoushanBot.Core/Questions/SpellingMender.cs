using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Puts misspelt English words right before anything is recognised: "watter resorces bureau". Only words that nothing in the store or
/// the lexicon knows are touched, and only where one known word is nearest, or of several one that goes with the words beside it.
/// </summary>
internal static class SpellingMender
{
    private const int ShortestWord = 4;
    private const int LongestWord = 20;
    private const int MostWords = 60;

    /// <summary>The words of each index, collected once.</summary>
    private static readonly ConditionalWeakTable<WorkItemIndex, Vocabulary> Vocabularies = [];

    public static NormalizedText Mend(NormalizedText question, WorkItemIndex index)
    {
        var text = question.Text;
        if (!text.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            return question;
        }

        var vocabulary = Vocabularies.GetValue(index, static i => new Vocabulary(i));
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetter(text[at]))
            {
                continue;
            }

            var end = SubjectIndex.EndOfWord(text, at);
            if (++words > MostWords)
            {
                return question;
            }

            if (end - at is >= ShortestWord and <= LongestWord && vocabulary.Nearest(text, at, end) is { } known)
            {
                return Mend(NormalizedText.Of(string.Concat(text.AsSpan(0, at), known, text.AsSpan(end))), index);
            }

            at = end;
        }

        return question;
    }

    /// <summary>Known words, to be looked up and to be gone through by first letter and length.</summary>
    private sealed class WordSet
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words;
        private readonly Dictionary<(char First, int Length), List<string>> byStart = [];

        /// <param name="phrases">Any number of words each.</param>
        /// <param name="but">Words that are known there already.</param>
        public WordSet(IEnumerable<string> phrases, WordSet? but)
        {
            words = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var phrase in phrases)
            {
                Add(phrase, but);
            }
        }

        public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);

        public List<string> StartingLike(char first, int length) => byStart.GetValueOrDefault((first, length)) ?? [];

        private void Add(string phrase, WordSet? but)
        {
            for (var at = 0; at < phrase.Length; at++)
            {
                if (!char.IsAsciiLetter(phrase[at]))
                {
                    continue;
                }

                var end = SubjectIndex.EndOfWord(phrase, at);
                var word = phrase.AsSpan(at, end - at);
                if (but?.Contains(word) != true && words.Add(word) && word.Length >= ShortestWord)
                {
                    ref var alike = ref CollectionsMarshal.GetValueRefOrAddDefault(byStart, (word[0], word.Length), out _);
                    (alike ??= []).Add(word.ToString());
                }

                at = end;
            }
        }
    }

    private sealed class Vocabulary
    {
        // The words of the program itself are the same for every notice of a store.
        private static readonly ConditionalWeakTable<SubjectPhrases, WordSet> Common = [];

        private readonly WordSet common;
        private readonly WordSet own;
        private readonly SubjectIndex subjects;
        private readonly SubjectPhrases phrases;

        public Vocabulary(WorkItemIndex index)
        {
            subjects = index.Subjects;
            phrases = index.Phrases;
            common = Common.GetValue(index.Phrases, static phrases => new WordSet(phrases.Wordings.Concat(Lexicon.Default.Words.Phrases.Keys).Concat(Glossary.Default.Words).Concat(BoundReader.UnitWords), null));
            own = new WordSet(index.Gazetteer.Names.Phrases.Keys.Concat(index.Gazetteer.WeakNames.Phrases.Keys).Concat(index.Subjects.Texts), common);
        }

        /// <summary>The one known word nearest to an unknown one; null when the word is known, is pinyin, or nothing is near.</summary>
        public string? Nearest(string text, int at, int end)
        {
            var word = text.AsSpan(at, end - at);
            if (common.Contains(word) || own.Contains(word) || CommonWords.Contains(word) || LightWords.Contains(word) || subjects.HasWord(word) || Pinyin.CountSyllables(word) > 0)
            {
                return null;
            }

            var limit = word.Length < 8 ? 1 : 2;
            var best = limit;
            var nearest = new List<string>();
            for (var length = Math.Max(ShortestWord, word.Length - limit); length <= word.Length + limit; length++)
            {
                foreach (var known in common.StartingLike(word[0], length).Concat(own.StartingLike(word[0], length)))
                {
                    var distance = EditDistance.Within(word, known, best);
                    if (distance < best)
                    {
                        nearest.Clear();
                    }

                    if (distance <= best)
                    {
                        best = distance;
                        nearest.Add(known);
                    }
                }
            }

            return nearest is [var only] ? only : nearest.FindAll(known => GoesWith(text, at, known, end)).MaxBy(known => known.Length);
        }

        /// <summary>"how many tasks", "skills training": with the word in front or behind it is a wording that the lexicon or a subject has.</summary>
        private bool GoesWith(string text, int at, string known, int end)
        {
            var before = text.AsSpan(0, at).TrimEnd();
            var one = before[(before.LastIndexOf(' ') + 1)..];
            var rest = before[..^one.Length].TrimEnd();
            var two = before[(rest.LastIndexOf(' ') + 1)..];
            var behind = end < text.Length && text[end] == ' ' ? text[(end + 1)..SubjectIndex.EndOfWord(text, end + 1)] : string.Empty;
            return IsWording($"{one} {known}") || IsWording($"{two} {known}") || (behind.Length > 0 && IsWording($"{known} {behind}"));
        }

        private bool IsWording(string words) => phrases.Of(words).Length > 0 || Lexicon.Default.Words.Phrases.ContainsKey(words);
    }
}
