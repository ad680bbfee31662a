using System.Collections.Frozen;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// English words that people do use: spelt right, so that "print" is never mended to a point that the store knows. The words are data:
/// <c>Data/english.txt</c>, blank-separated.
/// </summary>
internal static class CommonWords
{
    private static readonly Lazy<FrozenSet<string>> Words = new(Load);

    public static bool Contains(ReadOnlySpan<char> word) => Words.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

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
