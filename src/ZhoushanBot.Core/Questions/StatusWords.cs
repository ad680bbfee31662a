using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>What of the status a text asks for that says nothing else.</summary>
public enum StatusWish
{
    /// <summary>各县区对比: the areas side by side.</summary>
    Areas,

    /// <summary>本周变化: what has changed in a week.</summary>
    WeekChanges,

    /// <summary>催办: chase, and nobody is named.</summary>
    Chase,
}

/// <summary>
/// Texts that are made of nothing but words for the status, in any order: where another word stands, a question about the notice may be meant.
/// Words are data: <c>Lexicon/status-words.json</c>.
/// </summary>
public static class StatusWords
{
    private const int Longest = 60;
    private static readonly char[] Ends = ['。', '.', '!', '?', '~', ' '];
    private static readonly Lazy<ImmutableArray<Vocabulary>> Both = new(Load);

    [Flags]
    private enum Sort
    {
        None = 0,
        Light = 1,
        Areas = 2,
        Compare = 4,
        Progress = 8,
        Week = 16,
        Change = 32,
        Chase = 64,
    }

    /// <summary>What is asked for, and in which language; null when the text says anything else.</summary>
    /// <param name="folded">Normalised: see <see cref="NormalizedText.Fold"/>.</param>
    public static (StatusWish Wish, ReplyLanguage Language)? Of(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        if (folded.Length > Longest)
        {
            return null;
        }

        var said = folded.Trim(Ends);
        foreach (var vocabulary in Both.Value)
        {
            if (vocabulary.SortsOf(said) is { } sorts && WishOf(sorts & ~Sort.Light) is { } wish)
            {
                return (wish, vocabulary.Language);
            }
        }

        return null;
    }

    private static StatusWish? WishOf(Sort sorts) => sorts switch
    {
        Sort.Areas | Sort.Compare or Sort.Areas | Sort.Progress or Sort.Areas | Sort.Compare | Sort.Progress => StatusWish.Areas,
        Sort.Week | Sort.Change or Sort.Week | Sort.Change | Sort.Progress => StatusWish.WeekChanges,
        Sort.Chase => StatusWish.Chase,
        _ => null,
    };

    private static ImmutableArray<Vocabulary> Load()
    {
        var file = JsonSerializer.Deserialize(EmbeddedText.ReadBytes("status-words.json"), StatusWordsJson.Default.StatusWordsFile)
            ?? throw new InvalidOperationException("The embedded status-words.json is empty.");
        return [Vocabulary.Of(file.Zh, ReplyLanguage.Chinese), Vocabulary.Of(file.En, ReplyLanguage.English)];
    }

    /// <summary>The words of one language, the longest first.</summary>
    private sealed record Vocabulary(ReplyLanguage Language, ImmutableArray<(string Word, Sort Sort)> Words)
    {
        public static Vocabulary Of(StatusWordsOf words, ReplyLanguage language) => new(
            language,
            [
                .. new (string[] Words, Sort Sort)[]
                    {
                        (words.Areas, Sort.Areas), (words.Compare, Sort.Compare), (words.Progress, Sort.Progress), (words.Week, Sort.Week),
                        (words.Change, Sort.Change), (words.Chase, Sort.Chase), (words.Light, Sort.Light),
                    }
                    .SelectMany(s => s.Words.Select(word => (Word: NormalizedText.Fold(word), s.Sort)))
                    .OrderByDescending(w => w.Word.Length),
            ]);

        // Nearly every text that is asked ends the search with its first character.
        private readonly SearchValues<char> begins = SearchValues.Create([.. Words.Select(w => w.Word[0])]);

        /// <summary>The sorts of all words of a text; null when it has a word of none.</summary>
        public Sort? SortsOf(string text)
        {
            var sorts = Sort.None;
            var at = 0;
            while (at < text.Length)
            {
                if (text[at] is ' ' or ',' or '、' or '，')
                {
                    at++;
                    continue;
                }

                var found = begins.Contains(text[at]) ? Words.FirstOrDefault(w => StandsAt(text, at, w.Word)) : default;
                if (found.Word is null)
                {
                    return null;
                }

                sorts |= found.Sort;
                at += found.Word.Length;
            }

            return sorts;
        }

        // English words end where a word ends.
        private bool StandsAt(string text, int at, string word) =>
            string.CompareOrdinal(text, at, word, 0, word.Length) == 0
            && (Language == ReplyLanguage.Chinese || at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]));
    }
}

internal sealed record StatusWordsFile(StatusWordsOf Zh, StatusWordsOf En);

internal sealed record StatusWordsOf(string[] Areas, string[] Compare, string[] Progress, string[] Week, string[] Change, string[] Chase, string[] Light);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StatusWordsFile))]
internal sealed partial class StatusWordsJson : JsonSerializerContext;
