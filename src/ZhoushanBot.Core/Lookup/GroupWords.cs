using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Lookup;

/// <summary>
/// Which groups of notices have which pair of Chinese characters and which English word, in their texts and in the names of their bodies,
/// officials and areas: enough to tell whom a question without a city can be about, at a fraction of the size of an index of tasks.
/// </summary>
internal sealed class GroupWords
{
    private readonly Dictionary<int, int[]> pairs;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly int groups;

    private GroupWords(int groups, Dictionary<int, List<int>> pairs, Dictionary<string, List<int>> words)
    {
        this.groups = groups;
        this.pairs = pairs.ToDictionary(p => p.Key, p => p.Value.ToArray());
        this.words = words.ToDictionary(w => w.Key, w => w.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static GroupWords Of(ImmutableArray<NoticeGroup> groups, NameBook names)
    {
        var builder = new Builder();
        foreach (var group in groups)
        {
            builder.Add(group, names);
        }

        return new GroupWords(groups.Length, builder.Pairs, builder.Words);
    }

    /// <summary>How well each allowed group knows the words of some pieces of a question: the sum of what its words weigh, rare ones more.</summary>
    /// <param name="pieces">Normalised text.</param>
    /// <param name="allowed">Which groups count, by ordinal.</param>
    /// <returns>By ordinal; 0 for a group that knows none.</returns>
    public float[] Score(IEnumerable<string> pieces, bool[] allowed)
    {
        var scores = new float[groups];
        var seen = new HashSet<int[]>();
        foreach (var piece in pieces)
        {
            for (var at = 0; at < piece.Length; at++)
            {
                if (char.IsAsciiLetter(piece[at]))
                {
                    var end = SubjectIndex.EndOfWord(piece, at);
                    Add(words.TryGetValue(SubjectIndex.Stem(piece.AsSpan(at, end - at)), out var known) ? known : []);
                    at = end - 1;
                }
                else if (at + 1 < piece.Length && SubjectIndex.IsHan(piece[at]) && SubjectIndex.IsHan(piece[at + 1]))
                {
                    Add(pairs.GetValueOrDefault(Pair(piece[at], piece[at + 1]), []));
                }
            }
        }

        return scores;

        void Add(int[] known)
        {
            if (known.Length == 0 || !seen.Add(known))
            {
                return;
            }

            var weight = MathF.Log(1 + ((groups + 1f) / (known.Length + 0.5f)));
            foreach (var group in known)
            {
                scores[group] += allowed[group] ? weight : 0;
            }
        }
    }

    private static int Pair(char first, char second) => (first << 16) | second;

    private sealed class Builder
    {
        // Bodies have the same names in every city: each name is spelt once.
        private readonly Dictionary<string, string[]> spellings = new(StringComparer.Ordinal);

        public Dictionary<int, List<int>> Pairs { get; } = [];

        public Dictionary<string, List<int>> Words { get; } = new(StringComparer.Ordinal);

        public void Add(NoticeGroup group, NameBook names)
        {
            foreach (var content in group.Notices)
            {
                foreach (var item in content.WorkItems)
                {
                    AddText(item.Text, group.Ordinal);
                    AddText(item.SectionTitle, group.Ordinal);
                    AddText(names.TitleOf(content.Notice, item), group.Ordinal);
                    foreach (var row in item.Rows)
                    {
                        AddText(row.Subject, group.Ordinal);
                        AddText(row.Category, group.Ordinal);
                        AddText(names.TitleOf(content.Notice, item, row), group.Ordinal);
                    }
                }

                foreach (var organization in content.Organizations)
                {
                    AddName(organization.Name, names.Organization(organization.Name), group.Ordinal);
                    foreach (var other in organization.OtherNames)
                    {
                        AddText(other, group.Ordinal);
                    }
                }

                foreach (var official in content.Officials)
                {
                    AddName(official.Name, names.Official(official.Name, official.Post).Names, group.Ordinal);
                }

                foreach (var area in content.Areas)
                {
                    AddName(area.Name, names.Area(area.Name), group.Ordinal);
                }
            }
        }

        private void AddName(string name, NameEntry entry, int group)
        {
            AddText(name, group);
            ref var spelling = ref CollectionsMarshal.GetValueRefOrAddDefault(spellings, name, out _);
            spelling ??= [.. entry.Aliases.Append(entry.English ?? string.Empty).Append(Pinyin.Of(name)).Append(Pinyin.Of(name.AsSpan(0, name.Length - 1))).Where(s => s.Length > 0)];
            foreach (var word in spelling)
            {
                AddText(word, group);
            }
        }

        private void AddText(string? text, int group)
        {
            for (var at = 0; at < text?.Length; at++)
            {
                if (char.IsAsciiLetter(text[at]))
                {
                    var end = SubjectIndex.EndOfWord(text, at);
                    AddTo(Words, SubjectIndex.Stem(text[at..end].ToLowerInvariant()).ToString(), group);
                    at = end - 1;
                }
                else if (at + 1 < text.Length && SubjectIndex.IsHan(text[at]) && SubjectIndex.IsHan(text[at + 1]))
                {
                    AddTo(Pairs, Pair(text[at], text[at + 1]), group);
                }
            }
        }

        private static void AddTo<TKey>(Dictionary<TKey, List<int>> postings, TKey key, int group)
            where TKey : notnull
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _);
            list ??= [];
            if (list.Count == 0 || list[^1] != group)
            {
                list.Add(group);
            }
        }
    }
}
