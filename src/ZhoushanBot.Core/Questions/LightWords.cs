using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Words that say nothing of what a question is about unless the notice itself has them: 摊子, 沾边, "desk", "installed". The words are data:
/// <c>Data/light-words.txt</c>.
/// </summary>
internal static class LightWords
{
    private static readonly Lazy<PhraseTable<string>> Loaded = new(Load);

    /// <summary>Length of the longest such word that begins at a place and that the store's texts do not have; 0 for none.</summary>
    public static int LengthAt(string text, int at, SubjectIndex subjects)
    {
        Loaded.Value.Longest(text, at, out var length);
        return length == 0 || IsKnown(text.AsSpan(at, length), subjects) ? 0 : length;
    }

    /// <summary>True for a word of the list, which is spelt right.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Loaded.Value.Of(word).Length > 0;

    private static bool IsKnown(ReadOnlySpan<char> word, SubjectIndex subjects) => SubjectIndex.IsHan(word[0]) ? subjects.ContainsText(word) : subjects.HasWord(word);

    private static PhraseTable<string> Load()
    {
        var table = new PhraseTable<string>.Builder();
        foreach (var line in EmbeddedText.Lines("light-words.txt"))
        {
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var folded = NormalizedText.Fold(word.Replace('_', ' '));
                table.Add(folded, folded);
            }
        }

        return table.Build();
    }
}
