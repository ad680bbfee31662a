using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup;

/// <summary>
/// Which notices there are, by place and year, how a question may name them, and which of them know the words of a question that names
/// none. Immutable; safe for several threads.
/// </summary>
public sealed class NoticeDirectory
{
    private readonly FrozenDictionary<string, ImmutableArray<NoticeGroup>> byPlace;
    private readonly FrozenDictionary<string, NoticeGroup> byKey;
    private readonly PhraseTable<string> placeNames;
    private readonly Lazy<GroupWords> words;

    private NoticeDirectory(ImmutableArray<NoticeGroup> groups, NameBook names)
    {
        Groups = groups;
        Places = [.. groups.Select(g => g.Place).Distinct(StringComparer.Ordinal)];
        byKey = groups.ToFrozenDictionary(g => g.Key, StringComparer.Ordinal);
        byPlace = groups.GroupBy(g => g.Place, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(x => x.Year).ToImmutableArray(), StringComparer.Ordinal);
        placeNames = NamesOf(groups, names);
        words = new Lazy<GroupWords>(() => GroupWords.Of(groups, names));
    }

    /// <summary>In the order in which their first notices were given.</summary>
    public ImmutableArray<NoticeGroup> Groups { get; }

    /// <summary>Each once, in the order of their first notices.</summary>
    public ImmutableArray<string> Places { get; }

    /// <summary>Which groups know which words.</summary>
    internal GroupWords Words => words.Value;

    /// <summary>Groups the notices.</summary>
    /// <param name="notices">Newest first; may be empty.</param>
    /// <param name="names">For what places are called.</param>
    public static NoticeDirectory Of(ImmutableArray<NoticeContent> notices, NameBook names) => new(
        [
            .. notices.GroupBy(n => (Place: PlaceOf(n), n.Notice.Year)).Select((g, ordinal) => new NoticeGroup(ordinal, g.Key.Place, g.Key.Year, [.. g])),
        ],
        names);

    /// <summary>The groups of a place, the newest year first; empty when there is no such place.</summary>
    public ImmutableArray<NoticeGroup> GroupsOf(string place) => byPlace.GetValueOrDefault(place, []);

    /// <summary>A group by what a conversation remembers; null when it has gone.</summary>
    public NoticeGroup? GroupAt(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The places that a normalised question names, each once, in its order.</summary>
    internal ImmutableArray<PlaceName> PlacesNamed(string text)
    {
        var found = ImmutableArray.CreateBuilder<PlaceName>();
        for (var at = 0; at < text.Length;)
        {
            var places = placeNames.Longest(text, at, out var length);
            foreach (var place in places.Where(p => !found.Any(f => f.Place == p)))
            {
                found.Add(new PlaceName(place, new TextSpan(at, at + length)));
            }

            at += Math.Max(1, length);
        }

        return found.ToImmutable();
    }

    /// <summary>The years that a normalised question names in four digits and some notice is about, each once, in its order.</summary>
    internal ImmutableArray<YearName> YearsNamed(string text)
    {
        var found = ImmutableArray.CreateBuilder<YearName>();
        for (var at = 0; at + 4 <= text.Length; at++)
        {
            var isAlone = (at == 0 || !char.IsAsciiDigit(text[at - 1])) && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));

            // 2024-2025年 is a stretch of time in a task's own words.
            var isRange = at + 4 < text.Length && text[at + 4] == '-';
            if (isAlone && !isRange && int.TryParse(text.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && !found.Any(f => f.Year == year) && Groups.Any(g => g.Year == year))
            {
                found.Add(new YearName(year, new TextSpan(at, at + (at + 4 < text.Length && text[at + 4] == '年' ? 5 : 4))));
            }
        }

        return found.ToImmutable();
    }

    private static string PlaceOf(NoticeContent content) =>
        IssuerName.Of(content.Notice.Issuer).Name is { Length: > 0 } name ? name
        : content.Notice.Issuer.Length > 0 ? content.Notice.Issuer
        : content.Notice.Title;

    private static PhraseTable<string> NamesOf(ImmutableArray<NoticeGroup> groups, NameBook names)
    {
        var table = new PhraseTable<string>.Builder();
        var foreign = names.Places.ToLookup(p => p.Name, StringComparer.Ordinal);
        foreach (var place in groups.Select(g => g.Place).Distinct(StringComparer.Ordinal))
        {
            var stem = IssuerName.Of(place) is { Name.Length: > 0 } issuer && issuer.Name == place ? issuer.Stem : place;
            foreach (var name in foreign[place].SelectMany(p => p.English is null ? p.Aliases : p.Aliases.Add(p.English)).Append(place).Append(stem))
            {
                var form = NormalizedText.Fold(name);
                if (form.Length > 1)
                {
                    table.Add(form, place);
                    table.Add(SubjectIndex.IsHan(form[0]) ? Pinyin.Of(form) : string.Empty, place);
                }
            }
        }

        return table.Build();
    }
}

/// <summary>A place named in a question.</summary>
/// <param name="Place">See <see cref="NoticeGroup.Place"/>.</param>
/// <param name="Span">Where, in the normalised text.</param>
internal readonly record struct PlaceName(string Place, TextSpan Span);

/// <summary>A year named in a question.</summary>
/// <param name="Year">Some notice is about it.</param>
/// <param name="Span">Where, in the normalised text; 年 included.</param>
internal readonly record struct YearName(int Year, TextSpan Span);
