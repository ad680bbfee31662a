using System.Collections.Immutable;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Lookup;

/// <summary>Wordings of subjects that have synonyms, each with all wordings that mean the same, itself included.</summary>
internal static class SubjectPhrases
{
    public static PhraseTable<ImmutableArray<string>> Build(Synonyms synonyms)
    {
        var alternatives = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var set in synonyms.Sets)
        {
            var words = set.Chinese.Concat(set.English).Select(NormalizedText.Fold).Where(w => w.Length > 1).Distinct(StringComparer.Ordinal).ToList();
            foreach (var word in words)
            {
                alternatives.TryAdd(word, []);
                alternatives[word].AddRange(words.Where(w => !alternatives[word].Contains(w)));
            }
        }

        var table = new PhraseTable<ImmutableArray<string>>.Builder();
        foreach (var (word, same) in alternatives)
        {
            table.Add(word, [.. same]);
            if (char.IsAsciiLetter(word[^1]))
            {
                // chargers for charger: people write either.
                table.Add(word.EndsWith('s') ? word[..^1] : word + "s", [.. same]);
                table.Add(word.Replace(' ', '-'), [.. same]);
                table.Add(word.Replace('-', ' '), [.. same]);
            }
        }

        return table.Build();
    }
}
