using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>What a question asks for where the store has only something wider: exports, and the notice counts imports and exports together. Data: <c>wider-words.txt</c>.</summary>
internal static class WiderWords
{
    private static readonly Lazy<ImmutableArray<Entry>> Entries = new(Load);

    /// <summary>The narrower word as typed; null when none is asked for, when the wider one is as well, or when the store has the narrower by itself.</summary>
    public static string? NarrowerIn(string text, WorkItemIndex index)
    {
        var asked = Entries.Value.Where(e => e.AskedIn(text) is not null).ToList();
        return asked is [var only] && !index.Subjects.Texts.Any(t => StandsAlone(t, only.Narrower, only.Wider)) ? only.AskedIn(text) : null;
    }

    private static bool StandsAlone(string text, string narrower, string wider) =>
        text.Contains(narrower, StringComparison.Ordinal) && text.Replace(wider, string.Empty, StringComparison.Ordinal).Contains(narrower, StringComparison.Ordinal);

    private static ImmutableArray<Entry> Load() =>
    [
        .. EmbeddedText.Lines("wider-words.txt").Select(line => line.Split(' ')).Select(words => new Entry(words[0], words[1], [.. words[2..]])),
    ];

    private sealed record Entry(string Narrower, string Wider, ImmutableArray<string> English)
    {
        public string? AskedIn(string text) => StandsAlone(text, Narrower, Wider) ? Narrower : English.FirstOrDefault(word => HasWord(text, word));

        private static bool HasWord(string text, string word)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            return at >= 0 && (at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsAsciiLetter(text[at + word.Length]));
        }
    }
}
