using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Puts misspelt English words right before anything is recognised: "watter resorces bureau". Only words that nothing in the store or
/// the lexicon knows are touched, and only where one known word is nearest.
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

            if (end - at is >= ShortestWord and <= LongestWord && vocabulary.Nearest(text.AsSpan(at, end - at)) is { } known)
            {
                return Mend(NormalizedText.Of(string.Concat(text.AsSpan(0, at), known, text.AsSpan(end))), index);
            }

            at = end;
        }

        return question;
    }

    private sealed class Vocabulary
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;
        private readonly ILookup<(char First, int Length), string> byStart;
        private readonly SubjectIndex subjects;

        public Vocabulary(WorkItemIndex index)
        {
            subjects = index.Subjects;
            var all = index.Gazetteer.Names.Phrases.Keys
                .Concat(index.Gazetteer.WeakNames.Phrases.Keys)
                .Concat(index.Phrases.Phrases.Keys)
                .Concat(Lexicon.Default.Words.Phrases.Keys)
                .SelectMany(WordsOf)
                .Concat(index.Subjects.Texts.SelectMany(WordsOf))
                .ToFrozenSet(StringComparer.Ordinal);
            words = all.GetAlternateLookup<ReadOnlySpan<char>>();
            byStart = all.Where(w => w.Length >= ShortestWord).ToLookup(w => (w[0], w.Length));
        }

        /// <summary>The one known word nearest to an unknown one; null when the word is known, is pinyin, or nothing is near.</summary>
        public string? Nearest(ReadOnlySpan<char> word)
        {
            if (words.Contains(word) || CommonWords.Contains(word) || subjects.HasWord(word) || Pinyin.CountSyllables(word) > 0)
            {
                return null;
            }

            var limit = word.Length < 8 ? 1 : 2;
            var (best, found, isTie) = (limit + 1, default(string), false);
            for (var length = Math.Max(ShortestWord, word.Length - limit); length <= word.Length + limit; length++)
            {
                foreach (var known in byStart[(word[0], length)])
                {
                    var distance = EditDistance.Within(word, known, Math.Min(best, limit));
                    (best, found, isTie) = distance < best ? (distance, known, false) : distance == best && distance <= limit ? (best, found, true) : (best, found, isTie);
                }
            }

            return best <= limit && !isTie ? found : null;
        }

        private static IEnumerable<string> WordsOf(string phrase)
        {
            for (var at = 0; at < phrase.Length; at++)
            {
                if (char.IsAsciiLetter(phrase[at]))
                {
                    var end = SubjectIndex.EndOfWord(phrase, at);
                    yield return phrase[at..end];
                    at = end;
                }
            }
        }
    }
}
