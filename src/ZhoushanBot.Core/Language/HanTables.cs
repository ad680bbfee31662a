namespace ZhoushanBot.Core.Language;

/// <summary>
/// What is known of each Han character: its simplified form and its readings. Made from the data files on first use (a few milliseconds).
/// </summary>
internal static class HanTables
{
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';
    private const int Count = Last - First + 1;

    private static readonly Lazy<char[]> SimplifiedForms = new(LoadSimplified);
    private static readonly Lazy<ReadingTable> Readings = new(LoadReadings);

    /// <summary>True for a character of the main Han block, or 〇.</summary>
    public static bool IsHan(char c) => c is >= First and <= Last or '〇';

    /// <summary>The simplified form of a traditional character; any other character as it is.</summary>
    public static char Simplify(char c) => c is >= First and <= Last && SimplifiedForms.Value[c - First] is not '\0' and var simple ? simple : c;

    /// <summary>Toneless syllables of a character, the commonest first; empty when it has none.</summary>
    public static ReadOnlySpan<string> ReadingsOf(char c)
    {
        if (c is < First or > Last)
        {
            return c == '〇' ? Zero : default;
        }

        return Readings.Value.Of[c - First];
    }

    /// <summary>The syllables of the longest word with a reading of its own that starts at the text's beginning; empty when there is none.</summary>
    public static ReadOnlySpan<string> PhraseAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is < First or > Last)
        {
            return default;
        }

        for (var phrase = Readings.Value.Phrases[text[0] - First]; phrase is not null; phrase = phrase.Next)
        {
            if (text.StartsWith(phrase.Word, StringComparison.Ordinal))
            {
                return phrase.Syllables;
            }
        }

        return default;
    }

    /// <summary>All toneless syllables there are.</summary>
    public static HashSet<string> Syllables => Readings.Value.Syllables;

    private static string[] Zero { get; } = ["ling"];

    private static char[] LoadSimplified()
    {
        var table = new char[Count];
        foreach (var line in EmbeddedText.Read("simplified.txt").AsSpan().EnumerateLines())
        {
            if (EmbeddedText.IsData(line))
            {
                AddPairs(line, table);
            }
        }

        return table;
    }

    // This runs at the first question after a start, when nothing is compiled yet: hence plain loops rather than queries, and a method of its
    // own for each line, since the runtime stops to compile a method anew in which it sees a long loop (10 ms instead of 2).
    private static ReadingTable LoadReadings()
    {
        var readings = new string[]?[Count];
        var syllables = new HashSet<string>(512, StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Read("pinyin.txt").AsSpan().EnumerateLines())
        {
            if (EmbeddedText.IsData(line))
            {
                var space = line.IndexOf(' ');
                string[] reading = [line[..space].ToString()];
                syllables.Add(reading[0]);
                AddReading(line[(space + 1)..], reading, readings);
            }
        }

        foreach (var line in EmbeddedText.Read("polyphones.txt").AsSpan().EnumerateLines())
        {
            if (EmbeddedText.IsData(line))
            {
                readings[line[0] - First] = line[2..].ToString().Split(' ');
            }
        }

        return new ReadingTable(readings, LoadPhrases(), syllables);
    }

    private static void AddPairs(ReadOnlySpan<char> pairs, char[] table)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            table[pairs[i] - First] = pairs[i + 1];
        }
    }

    private static void AddReading(ReadOnlySpan<char> characters, string[] reading, string[]?[] table)
    {
        foreach (var c in characters)
        {
            table[c - First] = reading;
        }
    }

    private static Phrase?[] LoadPhrases()
    {
        var phrases = new Phrase?[Count];
        foreach (var line in EmbeddedText.Read("pinyin-phrases.txt").AsSpan().EnumerateLines())
        {
            if (EmbeddedText.IsData(line))
            {
                var space = line.IndexOf(' ');
                ref var slot = ref phrases[line[0] - First];
                slot = Phrase.Insert(slot, line[..space].ToString(), line[(space + 1)..].ToString().Split(' '));
            }
        }

        return phrases;
    }

    /// <summary>Readings and phrases are found at a character's distance from the first of the block.</summary>
    private sealed record ReadingTable(string[]?[] Of, Phrase?[] Phrases, HashSet<string> Syllables);

    /// <summary>A word of the phrase table and the next shorter one that starts with the same character.</summary>
    private sealed record Phrase(string Word, string[] Syllables, Phrase? Next)
    {
        public static Phrase Insert(Phrase? list, string word, string[] syllables) =>
            list is null || list.Word.Length <= word.Length
                ? new Phrase(word, syllables, list)
                : list with { Next = Insert(list.Next, word, syllables) };
    }
}
