using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Provinces and cities of China and some places abroad: a question about one that the store has no notice of is told so.</summary>
internal static class OtherPlaces
{
    private static readonly Lazy<PhraseTable<string>> Loaded = new(Load);

    /// <summary>Names in both languages, each with the name as the file gives it.</summary>
    public static PhraseTable<string> Default => Loaded.Value;

    private static PhraseTable<string> Load()
    {
        var table = new PhraseTable<string>.Builder();
        foreach (var name in EmbeddedText.Lines("places.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var folded = NormalizedText.Fold(name.Replace('_', ' '));
            table.Add(folded, name.Replace('_', ' '));
            if (SubjectIndex.IsHan(folded[0]))
            {
                table.Add(folded + "市", name);
                if (Pinyin.Of(folded) is var spelt && Pinyin.CountSyllables(spelt) > 1)
                {
                    // 吉安 is spelt as 建 is: one syllable is more likely a word of the question.
                    table.Add(spelt, name);
                }
            }
        }

        foreach (var place in BodyNames.Default.Places.Values)
        {
            // 准旗 stands inside 标准旗舰店.
            foreach (var name in place.Aliases.Where(a => !SubjectIndex.IsHan(a[0]) || a.Length > 2).Prepend(place.English!).Prepend(place.Name))
            {
                table.Add(NormalizedText.Fold(name), name);
            }
        }

        return table.Build();
    }
}
