using System.Collections.Frozen;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// English words that people do use: spelt right, so that "print" is never mended to a point that the store knows. The words are data:
/// <c>Data/english.txt</c>, blank-separated.
/// </summary>
internal static class CommonWords
{
    private static readonly Lazy<FrozenSet<string>> Words = new(Load);

    /// <summary>True for a word of the list or one of its forms: put, puts, putting; top, topped.</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        var words = Words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        return words.Contains(word) || IsForm(word, "s", words) || IsForm(word, "es", words) || IsForm(word, "ed", words) || IsForm(word, "ing", words) || IsForm(word, "er", words) || IsForm(word, "ers", words) || IsForm(word, "ly", words);
    }

    private static bool IsForm(ReadOnlySpan<char> word, string ending, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal))
        {
            return false;
        }

        var stem = word[..^ending.Length];
        return words.Contains(stem) || words.Contains(string.Concat(stem, "e")) || (stem[^1] == stem[^2] && words.Contains(stem[..^1])) || (stem[^1] == 'i' && words.Contains(string.Concat(stem[..^1], "y")));
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream("english.txt")
            ?? throw new InvalidOperationException("The embedded english.txt is missing from the build.");
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            words.UnionWith(line.StartsWith('#') ? [] : line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
