using System.Collections.Immutable;
using System.Text.Json;

namespace ZhoushanBot.Core.Language;

/// <summary>
/// 通用译名: names that hold in any Chinese city: kinds of bodies, posts, kinds of areas, categories. From <c>Data/names.json</c>.
/// </summary>
internal sealed class BodyNames
{
    /// <summary>国网 stands before the place of the branch that a place's own bodies begin with.</summary>
    private const string GridPrefix = "国网";
    private const int ShortestBody = 3;

    private static readonly Lazy<BodyNames> Shared = new(() => new BodyNames());
    private readonly Dictionary<string, NameEntry> bodies;
    private readonly Dictionary<string, NameEntry> bodiesByAlias = new(StringComparer.Ordinal);
    private readonly (string Prefix, string English)[] levels;
    private readonly NameEntry[] areaEndings;
    private readonly (string Begins, string Ends, ImmutableArray<string> Names)[] branches;
    private readonly Dictionary<string, NameEntry> surnames;
    private readonly ImmutableArray<string> compoundSurnames;

    private BodyNames()
    {
        using var document = NameJson.Parse(EmbeddedText.ReadBytes("names.json"));
        var root = document.RootElement;
        bodies = NameJson.Entries(root, "bodies");
        foreach (var body in bodies.Values)
        {
            foreach (var alias in body.Aliases)
            {
                bodiesByAlias.TryAdd(alias, body);
            }
        }

        levels = [.. NameJson.Items(root, "levels")
            .Select(item => (Prefix: NameJson.Text(item, "prefix")!, English: NameJson.Text(item, "english")!))
            .OrderByDescending(level => level.Prefix.Length)];
        areaEndings = [.. NameJson.Entries(root, "areaEndings").Values.OrderByDescending(ending => ending.Name.Length)];
        branches = [.. NameJson.Items(root, "branches")
            .Select(item => (NameJson.Text(item, "begins") ?? string.Empty, NameJson.Text(item, "ends") ?? string.Empty, NameJson.Texts(item, "names")))];
        surnames = NameJson.Entries(root, "surnames");
        compoundSurnames = NameJson.Texts(root, "compoundSurnames");
        Groups = NameJson.Entries(root, "groups");
        Areas = NameJson.Entries(root, "areas");
        Places = NameJson.Entries(root, "places");
        Posts = NameJson.Entries(root, "posts");
        Categories = NameJson.Entries(root, "categories");
        Lists = NameJson.Items(root, "lists").ToDictionary(KeyOf, NameJson.Entry, StringComparer.Ordinal);
    }

    public static BodyNames Default => Shared.Value;

    public IEnumerable<NameEntry> Bodies => bodies.Values;

    public Dictionary<string, NameEntry> Groups { get; }

    public Dictionary<string, NameEntry> Areas { get; }

    /// <summary>Places of the country whose usual English name is not their pinyin, or that have a short name of their own: 呼和浩特市 is Hohhot.</summary>
    public Dictionary<string, NameEntry> Places { get; }

    public Dictionary<string, NameEntry> Posts { get; }

    public Dictionary<string, NameEntry> Categories { get; }

    public Dictionary<string, NameEntry> Lists { get; }

    /// <summary>高新区 of 某某高新区: what kind of zone or place a name ends with, the longest; null where it is nothing but that or of no known kind.</summary>
    public NameEntry? KindOfArea(string name) => Array.Exists(areaEndings, ending => ending.Name == name) ? null : Array.Find(areaEndings, ending => name.Length > ending.Name.Length && name.EndsWith(ending.Name, StringComparison.Ordinal));

    /// <summary>True where a text names a kind of body that there may be in any city, such as 审计局.</summary>
    public bool IsNamedIn(ReadOnlySpan<char> text)
    {
        var (byName, byAlias) = (bodies.GetAlternateLookup<ReadOnlySpan<char>>(), bodiesByAlias.GetAlternateLookup<ReadOnlySpan<char>>());
        for (var start = 0; start + ShortestBody <= text.Length; start++)
        {
            for (var length = ShortestBody; start + length <= text.Length; length++)
            {
                if (byName.ContainsKey(text.Slice(start, length)) || byAlias.ContainsKey(text.Slice(start, length)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where a text is a body's name, with or without the level in front: 市税务局.</summary>
    public bool IsName(ReadOnlySpan<char> text) => IsKnown(text) || (text.Length > ShortestBody && IsKnown(text[1..]));

    private bool IsKnown(ReadOnlySpan<char> text) => bodies.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text) || bodiesByAlias.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text);

    /// <summary>What people call the branch of a nationwide body, whatever place it is of: 供电局; empty for any other body.</summary>
    public IEnumerable<string> BranchNamesOf(string organization) => branches
        .Where(b => organization.StartsWith(b.Begins, StringComparison.Ordinal) && organization.EndsWith(b.Ends, StringComparison.Ordinal)).SelectMany(b => b.Names);

    /// <summary>市水利局 is 水利局 at the level 市: its English name and all that this kind of body is called, with and without the level.</summary>
    public NameEntry Organization(string name)
    {
        if (Body(name) is { } whole)
        {
            return whole with { Name = name };
        }

        foreach (var (prefix, english) in levels)
        {
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && (Body(name[prefix.Length..]) ?? (prefix == GridPrefix ? Government(name[prefix.Length..]) : null)) is { } body)
            {
                string[] prefixes = prefix.Length > 1 ? [prefix, prefix[..1]] : [prefix];
                return new NameEntry(
                    name,
                    body.English is null ? null : english.Replace("{0}", body.English, StringComparison.Ordinal),
                    Prefixed(body.Aliases.Add(body.Name), prefixes, name),
                    body.WeakAliases,
                    Prefixed(body.FormerNames, prefixes, name));
            }
        }

        return Government(name) ?? NameEntry.Unknown(name);
    }

    /// <summary>岱山县 is Daishan County, 金塘 is Jintang; 拉萨市 is Lhasa and answers to its pinyin, too.</summary>
    public NameEntry Area(string name)
    {
        if (Areas.TryGetValue(name, out var known))
        {
            return known;
        }

        var spelled = SpelledArea(name);
        return Places.TryGetValue(name, out var place)
            ? place with { Aliases = [.. place.Aliases, .. WithoutRank(place), .. spelled.Aliases, .. spelled.English is { } pinyin ? [pinyin] : ImmutableArray<string>.Empty] }
            : spelled;
    }

    /// <summary>An official's name in pinyin, surname first: 徐仁标 is Xu Renbiao.</summary>
    public NameEntry Official(string name)
    {
        var surname = LengthOfSurname(name);
        if (name.Length is < 2 or > 4)
        {
            return NameEntry.Unknown(name);
        }

        // 曾 is Zeng as a family name, and ceng elsewhere.
        var family = surnames.GetValueOrDefault(name[..surname])?.English ?? PinyinNames.Capitalized(name[..surname]);
        var given = PinyinNames.Capitalized(name[surname..]);
        return family.Length == 0 || given.Length == 0
            ? NameEntry.Unknown(name)
            : new NameEntry(name, $"{family} {given}", [$"{given} {family}"], [], []);
    }

    /// <summary>欧阳 is a family name of two characters.</summary>
    public int LengthOfSurname(string name) => name.Length > 2 && compoundSurnames.Contains(name[..2], StringComparer.Ordinal) ? 2 : 1;

    /// <summary>"Urad Front" for Urad Front Banner.</summary>
    private IEnumerable<string> WithoutRank(NameEntry place) => Array.Find(areaEndings, ending => place.English!.EndsWith(' ' + ending.English!, StringComparison.Ordinal)) is { } rank
        ? [place.English![..^(rank.English!.Length + 1)]] : [];

    private NameEntry SpelledArea(string name)
    {
        // A name of two characters that ends in 乡, 镇 or 州 is a city's own, and no township or prefecture of one character.
        var ending = KindOfArea(name) is { } kind && !(kind.Name is "乡" or "镇" or "州" && name.Length == 2) ? kind : null;
        var root = ending is null ? name : name[..^ending.Name.Length];
        var spelling = PinyinNames.Capitalized(root);
        if (spelling.Length == 0)
        {
            return NameEntry.Unknown(name);
        }

        // 区 of 郊区 alone would match anything: a root of one character is no short form.
        var aliases = ending is not null && root.Length > 1 ? ImmutableArray.Create(root, spelling) : [];
        return new NameEntry(name, ending is null ? spelling : $"{spelling} {ending.English}", aliases, [], []);
    }

    private static string KeyOf(JsonElement list) => NameJson.Text(list, "key") ?? throw new JsonException("A list needs a key.");

    private NameEntry? Body(string stem) =>
        bodies.TryGetValue(stem, out var body) || bodiesByAlias.TryGetValue(stem, out body) ? body : null;

    /// <summary>定海区政府, 金塘管委会: the name of an area, and a kind of body.</summary>
    private NameEntry? Government(string name)
    {
        foreach (var body in bodies.Values)
        {
            foreach (var ending in body.Aliases.Insert(0, body.Name))
            {
                if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal) && IsPlace(name[..^ending.Length]))
                {
                    var area = Area(name[..^ending.Length]);
                    return area.English is null ? null : new NameEntry(name, $"{area.English} {body.English}", GovernmentAliases(name, area, body), [], []);
                }
            }
        }

        return null;
    }

    private bool IsPlace(string name) => areaEndings.Any(ending => name.EndsWith(ending.Name, StringComparison.Ordinal)) || name.Length == 2;

    private static ImmutableArray<string> GovernmentAliases(string name, NameEntry area, NameEntry body) =>
    [
        .. from place in area.Aliases.Add(area.Name)
           where HanTables.IsHan(place[0])
           from kind in body.Aliases.Add(body.Name)
           where HanTables.IsHan(kind[0]) && place + kind != name
           select place + kind,
        .. area.Aliases.Where(place => !HanTables.IsHan(place[0])).Select(place => $"{place} {body.English}"),
    ];

    private static ImmutableArray<string> Prefixed(ImmutableArray<string> names, string[] prefixes, string except) =>
        [.. names.SelectMany(alias => HanTables.IsHan(alias[0]) ? prefixes.Select(prefix => prefix + alias).Prepend(alias) : [alias])
            .Where(alias => alias != except)
            .Distinct(StringComparer.Ordinal)];
}
