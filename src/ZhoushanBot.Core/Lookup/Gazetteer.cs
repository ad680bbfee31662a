using System.Buffers;
using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup;

/// <summary>
/// Every wording by which something in the store may be named: official names, derived short forms, second names, English names,
/// pinyin and initials. Built from the store and its name packs; nothing here knows a city.
/// </summary>
internal sealed class Gazetteer
{
    private const int ShortestInitials = 3;
    private const int LeastLongName = 8;
    private const int LengthOfBrand = 4;

    // Slips are looked for when a question has one: most notices of a large store are asked about without.
    private readonly Lazy<ILookup<(char First, int Length), (string Form, Entity Entity)>> byStart;
    private readonly Lazy<ImmutableArray<(string Form, Entity Entity)>> twoCharacters;
    private readonly Lazy<ILookup<string, (string Form, Entity Entity)>> bySound;
    private readonly Lazy<ILookup<char, (string Form, Entity Entity)>> latinByStart;

    private Gazetteer(PhraseTable<Entity> names, PhraseTable<Entity> weakNames, List<(string Form, Entity Entity)> chinese, List<(string Form, Entity Entity)> latin)
    {
        Names = names;
        WeakNames = weakNames;
        byStart = new(() => chinese.Distinct().ToLookup(c => (c.Form[0], c.Form.Length)));
        twoCharacters = new(() => [.. chinese.Distinct().Where(c => c.Form.Length == 2)]);
        bySound = new(() => chinese.ToLookup(c => SoundKey(c.Form), StringComparer.Ordinal));
        latinByStart = new(() => latin.Distinct().ToLookup(l => l.Form[0]));
    }

    public PhraseTable<Entity> Names { get; }

    /// <summary>Words that name a subject as often as a body (财政, public security): to be read as the body only where one is asked for.</summary>
    public PhraseTable<Entity> WeakNames { get; }

    /// <summary>Chinese wordings by first character and length, for slips of one character.</summary>
    public ILookup<(char First, int Length), (string Form, Entity Entity)> ByStart => byStart.Value;

    /// <summary>Chinese wordings of two characters.</summary>
    public ImmutableArray<(string Form, Entity Entity)> TwoCharacters => twoCharacters.Value;

    /// <summary>Chinese wordings by how they sound, for homophones: key of <see cref="SoundKey"/>.</summary>
    public ILookup<string, (string Form, Entity Entity)> BySound => bySound.Value;

    /// <summary>Wordings in letters by their first, for slips of one or two of the others.</summary>
    public ILookup<char, (string Form, Entity Entity)> LatinByStart => latinByStart.Value;

    public static Gazetteer Build(ImmutableArray<NoticeContent> notices, NameBook names)
    {
        var forms = new Forms();
        foreach (var content in notices)
        {
            var issuer = IssuerName.Of(content.Notice.Issuer);
            forms.AddIssuer(issuer, names);
            foreach (var area in content.Areas)
            {
                forms.AddArea(area, issuer, names, content.Areas);
                forms.AddKind(area, content.Areas);
            }

            foreach (var organization in content.Organizations)
            {
                forms.AddOrganization(organization, issuer, content, names);
            }

            foreach (var group in content.Groups)
            {
                forms.AddGroup(group, names);
            }

            foreach (var official in content.Officials)
            {
                forms.AddOfficial(official, names, content.Officials.Count(o => o.Post == official.Post) == 1);
            }
        }

        return forms.Build();
    }

    /// <summary>How a Chinese wording sounds, southern accents folded; empty when it has characters that are not Chinese.</summary>
    public static string SoundKey(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!SubjectIndex.IsHan(c))
            {
                return string.Empty;
            }
        }

        return Pinyin.FuzzyKey(Pinyin.Of(text));
    }

    private sealed class Forms
    {
        private readonly PhraseTable<Entity>.Builder table = new();
        private readonly List<(string Form, Entity Entity)> chinese = [];
        private readonly List<(string Form, Entity Entity)> latin = [];
        private readonly List<(string Name, Entity Entity)> formerNames = [];
        private readonly PhraseTable<Entity>.Builder weak = new();

        private static readonly string[] EnglishCountyGovernments = ["county governments", "all county governments", "county and district governments", "all county and district governments", "governments of the counties"];

        /// <summary>What a zone that a table names without its kind may be called.</summary>
        private static readonly string[] ZoneKinds = ["功能区", "景区", "风景区", "风景名胜区", "管理区", "新区"];

        public void AddIssuer(IssuerName issuer, NameBook names)
        {
            if (issuer.Name.Length == 0)
            {
                return;
            }

            var entity = new Entity.Issuer(issuer.Name);
            Add(issuer.Name, entity);
            Add(issuer.Stem, entity);
            foreach (var name in names.Places.Where(p => p.Name == issuer.Name).SelectMany(FormsOf))
            {
                AddForeign(name, entity);
            }
        }

        public void AddArea(Area area, IssuerName issuer, NameBook names, ImmutableArray<Area> all)
        {
            var entity = new Entity.Region(area.Name);
            Add(area.Name, entity);
            if (area.Kind is AreaKind.County or AreaKind.District && area.Name.Length > 2)
            {
                Add(PlaceStem.Of(area.Name), entity);
            }

            if (area.Kind == AreaKind.CityLevel)
            {
                Add(area.Name[1..], entity);
                Add(issuer.Stem + area.Name[1..], entity);
            }

            if (area.Kind == AreaKind.FunctionalZone)
            {
                foreach (var kind in area.Name.EndsWith('区') ? [] : ZoneKinds)
                {
                    Add(area.Name + kind, entity);
                }

                AddLatin($"{Pinyin.Of(area.Name.EndsWith('区') ? area.Name[..^1] : area.Name).Replace(" ", string.Empty, StringComparison.Ordinal)} zone", entity);
            }

            if (PlaceStem.Of(area.Name + (area.Name.Length == 2 ? "区" : string.Empty)) is { Length: 2 } spoken && Pinyin.SyllablesOf(spoken) is [var first, var second])
            {
                // "Pu-Zhu"
                AddLatin($"{first}-{second}", entity);
                AddLatin($"{first} {second}", entity);
            }

            // 某某 is 某某市, and not 某某高新区 that lies in it.
            var others = all.Where(a => a.Kind is AreaKind.County or AreaKind.District && a.Name != area.Name).Select(a => PlaceStem.Of(a.Name)).Append(issuer.Stem).ToList();
            foreach (var name in FormsOf(names.Area(area.Name)).Where(n => area.Kind != AreaKind.FunctionalZone || !others.Exists(o => n == o || n == PinyinNames.Capitalized(o))))
            {
                AddForeign(name, entity);
            }
        }

        /// <summary>高新区, "the high-tech zone": the only one of its kind is named by the kind.</summary>
        public void AddKind(Area area, ImmutableArray<Area> all)
        {
            if (area.Kind == AreaKind.FunctionalZone && BodyNames.Default.KindOfArea(area.Name) is { Name.Length: > 1 } kind && all.Count(a => a.Name.EndsWith(kind.Name, StringComparison.Ordinal)) == 1)
            {
                var entity = new Entity.Region(area.Name);
                Add(kind.Name, entity);
                foreach (var name in FormsOf(kind))
                {
                    AddForeign(name, entity);
                }
            }
        }

        public void AddOrganization(Organization organization, IssuerName issuer, NoticeContent content, NameBook names)
        {
            var entity = new Entity.Body(organization.Name);
            foreach (var name in organization.OtherNames.Prepend(organization.Name))
            {
                foreach (var form in OrganizationForms.Of(name, organization, issuer, content.Areas))
                {
                    Add(form, entity);
                }

                AddInitials(name, entity);
                AddInitials(name.Length > 3 && name[0] == issuer.Rank ? name[1..] : name, entity);
            }

            foreach (var name in BodyNames.Default.BranchNamesOf(organization.Name))
            {
                AddForeign(name, entity);
            }

            if (organization.Kind == OrganizationKind.Enterprise && organization.Name.Length >= LeastLongName)
            {
                // 某某控股 of 某某控股装备制造集团
                weak.Add(NormalizedText.Fold(organization.Name[..LengthOfBrand]), entity);
            }

            foreach (var entry in organization.OtherNames.Prepend(organization.Name).Select(names.Organization))
            {
                foreach (var name in FormsOf(entry))
                {
                    AddForeign(name, entity);
                }

                foreach (var form in EnglishForms.OfSomeFields(entry.English))
                {
                    AddForeign(form, entity);
                }

                foreach (var stem in EnglishForms.WithoutRank(entry.English))
                {
                    weak.Add(NormalizedText.Fold(stem), entity);
                }

                formerNames.AddRange(entry.FormerNames.Select(n => (n, (Entity)entity)));
                foreach (var name in entry.WeakAliases)
                {
                    weak.Add(NormalizedText.Fold(name), entity);
                }
            }
        }

        /// <summary>各县（市、区）政府 is called 各县区政府 as well, however a place's counties are named; empty for other groups.</summary>
        private static List<string> CountyGovernmentsLike(string group)
        {
            var all = ReadingRules.Default.Groups.Generic.Where(g => g[0] is '县' or '区' && g.EndsWith("政府", StringComparison.Ordinal)).ToList();
            return all.Contains(group.TrimStart('各'), StringComparer.Ordinal) ? all : [];
        }

        public void AddGroup(OrganizationGroup group, NameBook names)
        {
            var entity = new Entity.Group(group.Name);
            Add(group.Name, entity);
            var members = group.Name.Replace("其他", string.Empty, StringComparison.Ordinal);
            Add(members, entity);
            if (members.EndsWith("成员单位", StringComparison.Ordinal))
            {
                Add(members[1..], entity);
                Add(members[..^4], entity);
                Add(members[1..^4], entity);
            }

            foreach (var form in CountyGovernmentsLike(members))
            {
                Add(form, entity);
                Add($"各{form}", entity);
                Add($"所有{form}", entity);
                Add($"全部{form}", entity);
            }

            foreach (var form in CountyGovernmentsLike(members).Count > 0 ? EnglishCountyGovernments : [])
            {
                AddLatin(form, entity);
            }

            Add(group.Name.Replace("（", string.Empty, StringComparison.Ordinal).Replace("）", string.Empty, StringComparison.Ordinal), entity);
            foreach (var name in FormsOf(names.Group(group.Name)))
            {
                AddForeign(name, entity);
            }
        }

        public void AddOfficial(LeadOfficial official, NameBook names, bool isOnlyInPost)
        {
            var entity = new Entity.Official(official.Name);
            Add(official.Name, entity);
            foreach (var reading in ReadingsOf(official.Name))
            {
                AddLatin(string.Concat(reading), entity);
                AddLatin($"{reading[0]} {string.Concat(reading.Skip(1))}", entity);
                AddLatin($"{string.Concat(reading.Skip(1))} {reading[0]}", entity);
            }

            if (official.Post.Length > 0)
            {
                Add(official.Name + official.Post, entity);
                Add(official.Post + official.Name, entity);

                AddInitials(official.Name, entity);
                if (isOnlyInPost)
                {
                    // 常务副市长 is one person; 副市长 is not.
                    Add(official.Post, entity);
                    AddLatin(names.Official(official.Name, official.Post).PostEnglish ?? string.Empty, entity);
                }

                // 徐市长: the family name, or all of it, with the end of the post. A vice-mayor is addressed as 副市长 or, politely, as 市长.
                var family = official.Name[..BodyNames.Default.LengthOfSurname(official.Name)];
                foreach (var title in AddressesOf(official.Post))
                {
                    table.Add(NormalizedText.Fold(family + title), entity);
                    table.Add(NormalizedText.Fold(official.Name + title), entity);
                }

                if (names.Official(official.Name, official.Post) is { PostEnglish: { } spoken } known)
                {
                    // Mayor Chen, Vice Mayor Chen, Deputy Governor Chen Wei
                    var surname = Pinyin.Of(NormalizedText.Fold(family));
                    foreach (var title in EnglishTitlesOf(spoken).SelectMany(t => new[] { t, t.Replace(' ', '-') }).Distinct(StringComparer.Ordinal))
                    {
                        table.Add(NormalizedText.Fold($"{title} {surname}"), entity);
                        AddLatin($"{title} {known.Names.English}", entity);
                    }
                }
            }

            var entry = names.Official(official.Name, official.Post);
            if (entry is { PostEnglish: { } post, Names.English: { } english })
            {
                AddLatin($"{post} {english}", entity);
                AddLatin($"{post[(post.IndexOf(' ', StringComparison.Ordinal) + 1)..]} {english}", entity);
            }

            foreach (var name in FormsOf(entry.Names))
            {
                AddForeign(name, entity);
            }
        }

        /// <summary>All ways to read a name aloud: 长 is chang or zhang. At most sixteen.</summary>
        private static List<string[]> ReadingsOf(string name)
        {
            var all = new List<string[]> { Array.Empty<string>() };
            foreach (var c in name)
            {
                var readings = Pinyin.ReadingsOf(c).ToArray();
                all = [.. all.SelectMany(a => readings.Select(r => (string[])[.. a, r])).Take(16)];
            }

            return [.. all.Where(a => a.Length == name.Length && a.Length > 1)];
        }

        public Gazetteer Build()
        {
            AddFormerNames();
            return new(table.Build(), weak.Build(), chinese, latin);
        }

        private static IEnumerable<string> FormsOf(NameEntry entry) =>
            (entry.English is null ? [] : EnglishForms.Of(entry.English)).Concat(entry.Aliases).Concat(entry.Aliases.SelectMany(EnglishForms.OfOtherKinds));

        /// <summary>A body that bears the name today goes before one that bore it once.</summary>
        private void AddFormerNames()
        {
            foreach (var (name, entity) in formerNames.Where(f => !table.Contains(NormalizedText.Fold(f.Name))).ToList())
            {
                AddForeign(name, entity);
            }
        }

        /// <summary>"Executive Deputy Prefecture Governor": Governor, Vice Governor, Deputy Governor as well; empty for a post that nobody is addressed by.</summary>
        private static string[] EnglishTitlesOf(string post)
        {
            var rank = post[(post.LastIndexOf(' ') + 1)..];
            if (rank is not ("Mayor" or "Governor"))
            {
                return [];
            }

            string[] ranks = post.Contains("County", StringComparison.Ordinal) ? [rank, "Magistrate", "County Magistrate"] : [rank];
            return post.Contains("Vice", StringComparison.Ordinal) || post.Contains("Deputy", StringComparison.Ordinal) ? [.. ranks.SelectMany(r => new[] { r, $"Vice {r}", $"Deputy {r}" }), post] : [.. ranks, post];
        }

        private static IEnumerable<string> AddressesOf(string post)
        {
            var bare = post.StartsWith("常务", StringComparison.Ordinal) ? post[2..] : post;
            return bare.Contains('、', StringComparison.Ordinal) || bare.Length > 5 ? [] : bare.StartsWith('副') ? [bare, bare[1..], post] : [bare, post];
        }

        private void AddInitials(string name, Entity entity)
        {
            if (Pinyin.Initials(NormalizedText.Fold(name)) is { Length: >= ShortestInitials } initials)
            {
                table.Add(initials, entity);
            }
        }

        private void AddForeign(string name, Entity entity)
        {
            if (name.Length > 0 && SubjectIndex.IsHan(name[0]))
            {
                Add(name, entity);
            }
            else
            {
                AddLatin(name, entity);
            }
        }

        private void Add(string name, Entity entity)
        {
            var form = NormalizedText.Fold(name);
            if (form.Length < 2)
            {
                return;
            }

            table.Add(form, entity);
            chinese.Add((form, entity));
            AddLatin(Pinyin.Of(form), entity);
        }

        private void AddLatin(string name, Entity entity)
        {
            var form = NormalizedText.Fold(name);
            if (form.Length > 2 && form.All(c => c < 0x80))
            {
                table.Add(form, entity);
                latin.Add((form, entity));
                if (form.Contains(" and ", StringComparison.Ordinal))
                {
                    // Folded, "&" stands without blanks.
                    table.Add(form.Replace(" and ", "&", StringComparison.Ordinal), entity);
                }
            }
        }
    }
}

/// <summary>The place that issues a notice, out of the issuing office's name: 某某市人民政府办公室 speaks for 某某市.</summary>
/// <param name="Name">With its rank, such as 某某市; empty when the office's name does not tell.</param>
/// <param name="Stem">Without its rank.</param>
internal readonly record struct IssuerName(string Name, string Stem)
{
    private static readonly SearchValues<char> Ranks = SearchValues.Create("市县区省州盟");

    /// <summary>市, 县, 区, 省 or 州: what the names of its departments begin with.</summary>
    public char Rank => Name.Length == 0 ? '市' : Name[^1];

    public static IssuerName Of(string office)
    {
        var at = office.AsSpan().IndexOfAny(Ranks);

        // 某州市: the last of several ranks is its own.
        while (at >= 0 && at + 1 < office.Length && Ranks.Contains(office[at + 1]))
        {
            at++;
        }

        return at < 1 ? new IssuerName(string.Empty, string.Empty) : new IssuerName(office[..(at + 1)], PlaceStem.Of(office[..(at + 1)]));
    }
}
