using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ZhoushanBot.Core.Language;

/// <summary>
/// 名称簿: every name in both languages: what the packs say, and behind that what can be told of any Chinese city's names by rule. Immutable.
/// </summary>
/// <remarks>Every look-up gives an entry; where nothing is known it holds the Chinese name alone, and the reader sees Chinese.</remarks>
public sealed class NameBook
{
    private readonly ImmutableArray<NamePack> packs;
    private readonly BodyNames generic = BodyNames.Default;

    // An answer names the same few bodies again and again; what is asked for are the names of a store, so that these stay as small as it.
    private readonly ConcurrentDictionary<string, NameEntry> organizations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NameEntry> areas = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NameEntry> groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NameEntry> categories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Name, string Post), OfficialEntry> officials = new();
    private readonly ConcurrentDictionary<string, NamePack?> packsByNotice = new(StringComparer.Ordinal);

    /// <summary>Makes a book of some packs; where two know a name, the first goes first.</summary>
    /// <param name="packs">May be empty.</param>
    public NameBook(IEnumerable<NamePack> packs) => this.packs = [.. packs];

    /// <summary>The cities or counties that the packs belong to.</summary>
    public IEnumerable<NameEntry> Places => packs.Select(pack => pack.Place).OfType<NameEntry>();

    /// <summary>Words that may mean several names.</summary>
    public IEnumerable<AmbiguousAlias> Ambiguous => packs.SelectMany(pack => pack.Ambiguous);

    /// <summary>Names of an organization, second names in brackets included; where a group stands for one (各功能区管委会), the group's.</summary>
    public NameEntry Organization(string name) => organizations.GetOrAdd(name, static (name, book) => book.MakeOrganization(name), this);

    private NameEntry MakeOrganization(string name) => MergeAll(pack => pack.Organizations.GetValueOrDefault(name), generic.Groups.GetValueOrDefault(name) ?? generic.Organization(name));

    /// <summary>Names of a group entry such as 各县（区）政府.</summary>
    public NameEntry Group(string name) => groups.GetOrAdd(name, static (name, book) => book.MakeGroup(name), this);

    private NameEntry MakeGroup(string name) =>
        MergeAll(pack => pack.Groups.GetValueOrDefault(name), generic.Groups.GetValueOrDefault(name) ?? NameEntry.Unknown(name));

    /// <summary>Names of an area as a table header writes it.</summary>
    public NameEntry Area(string name) => areas.GetOrAdd(name, static (name, book) => book.MakeArea(name), this);

    private NameEntry MakeArea(string name) => MergeAll(pack => pack.Areas.GetValueOrDefault(name), generic.Area(name));

    /// <summary>Names of a category, with or without 方面 at its end.</summary>
    public NameEntry Category(string name) => categories.GetOrAdd(name, static (name, book) => book.MakeCategory(name), this);

    private NameEntry MakeCategory(string name)
    {
        var bare = name.EndsWith("方面", StringComparison.Ordinal) ? name[..^2] : name;
        var found = MergeAll(
            pack => pack.Categories.GetValueOrDefault(name) ?? pack.Categories.GetValueOrDefault(bare),
            generic.Categories.GetValueOrDefault(bare) ?? NameEntry.Unknown(bare));
        return found with { Name = name };
    }

    /// <summary>Names of an official, and the post in English.</summary>
    /// <param name="name">Such as 徐仁标.</param>
    /// <param name="post">Such as 市长; may be empty.</param>
    public OfficialEntry Official(string name, string post) => officials.GetOrAdd((name, post), static (key, book) => book.MakeOfficial(key.Name, key.Post), this);

    private OfficialEntry MakeOfficial(string name, string post)
    {
        var postEnglish = packs.Select(pack => pack.Officials.GetValueOrDefault(name)?.PostEnglish).FirstOrDefault(known => known is not null);
        return new OfficialEntry(
            MergeAll(pack => pack.Officials.GetValueOrDefault(name)?.Names, generic.Official(name)),
            generic.Posts.GetValueOrDefault(post)?.English ?? postEnglish);
    }

    /// <summary>Names of a kind of list.</summary>
    /// <param name="key"><c>workReport</c>, <c>provincial</c>, <c>city</c> or <c>other</c>.</param>
    public NameEntry List(string key) => generic.Lists.GetValueOrDefault(key) ?? NameEntry.Unknown(key);

    /// <summary>English title of a section; null when no pack has it.</summary>
    /// <param name="documentNumber">文号 of the notice.</param>
    /// <param name="key">List and section: <c>workReport/2</c>.</param>
    public string? SectionTitle(string documentNumber, string key) => PackOf(documentNumber)?.Sections.GetValueOrDefault(key);

    /// <summary>English title of a task; null when no pack has it.</summary>
    /// <param name="documentNumber">文号 of the notice.</param>
    /// <param name="key">What stands behind the notice's id in the task's: <c>workReport/2.12</c>.</param>
    public string? TaskTitle(string documentNumber, string key) => PackOf(documentNumber)?.Tasks.GetValueOrDefault(key);

    /// <summary>English indicator of an annex row; null when no pack has it.</summary>
    /// <param name="documentNumber">文号 of the notice.</param>
    /// <param name="key">List, number and line: <c>provincial/14.2</c>.</param>
    public string? RowTitle(string documentNumber, string key) => PackOf(documentNumber)?.Rows.GetValueOrDefault(key);

    /// <summary>English name of what a figure measures; null when no pack has it. A measure has the same name in every notice.</summary>
    /// <param name="indicator">As read from a task's words: 新增城镇就业.</param>
    public string? Indicator(string indicator) => packs.Select(pack => pack.Indicators.GetValueOrDefault(indicator)).FirstOrDefault(known => known is not null);

    private NamePack? PackOf(string documentNumber) => packsByNotice.GetOrAdd(
        documentNumber,
        static (number, packs) => packs.FirstOrDefault(pack => NormalizedText.Fold(pack.DocumentNumber) == NormalizedText.Fold(number)),
        packs);

    /// <summary>What every pack says, the first one's first: an office adds words of its own beside those that are shipped.</summary>
    private NameEntry MergeAll(Func<NamePack, NameEntry?> entryIn, NameEntry general) =>
        packs.Select(entryIn).OfType<NameEntry>().Reverse().Aggregate(general, (rest, own) => Merge(own, rest));

    /// <summary>What a pack says goes first, what can be told by rule is added; former names never repeat a name in use.</summary>
    private static NameEntry Merge(NameEntry own, NameEntry general)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { own.Name };
        return new NameEntry(
            own.Name,
            own.English ?? general.English,
            Union(seen, own.Aliases, general.Aliases),
            Union(seen, own.WeakAliases, general.WeakAliases),
            Union(seen, own.FormerNames, general.FormerNames));
    }

    private static ImmutableArray<string> Union(HashSet<string> seen, ImmutableArray<string> first, ImmutableArray<string> second) =>
        [.. first.Concat(second).Where(seen.Add)];
}
