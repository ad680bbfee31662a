using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup;

/// <summary>A task with the notice that it stands in.</summary>
/// <param name="Ordinal">Its place among all tasks of the index, from 0: the order of the notices, then of each notice.</param>
/// <param name="Content">The notice.</param>
/// <param name="Item">The task.</param>
public sealed record IndexedItem(int Ordinal, NoticeContent Content, WorkItem Item);

/// <summary>What an organization has to do, as ordinals of tasks in the index's order.</summary>
/// <param name="Leads">牵头.</param>
/// <param name="Supports">配合, named itself.</param>
/// <param name="Joint">Takes part through a group such as 各县（区）政府, and is not named itself.</param>
public sealed record Participation(ImmutableArray<int> Leads, ImmutableArray<int> Supports, ImmutableArray<int> Joint)
{
    /// <summary>Nothing at all.</summary>
    public static Participation None { get; } = new([], [], []);

    /// <summary>All three, in the index's order.</summary>
    public ImmutableArray<int> All { get; } = [.. Leads.Concat(Supports).Concat(Joint).Order()];

    /// <summary>Those that it does not lead, in the index's order.</summary>
    internal ImmutableArray<int> NotLed { get; } = [.. Supports.Concat(Joint).Order()];
}

/// <summary>One annex row with the task that it belongs to.</summary>
/// <param name="Owner">The task.</param>
/// <param name="Row">The row.</param>
public sealed record IndexedRow(IndexedItem Owner, AnnexRow Row);

/// <summary>
/// Everything in the store, arranged for answering. Immutable: an import builds a new one, which then takes the place of the old by
/// reference. Safe for any number of readers.
/// </summary>
public sealed class WorkItemIndex
{
    private const int LongestCode = 4;
    private const string TownAndCountry = "城乡";
    private const int LongestSpread = 24;

    // Of a large store only the parts that somebody asks for are built: questions are answered from the groups' own indexes.
    private readonly Lazy<ImmutableArray<IndexedItem>> items;
    private readonly Lazy<ImmutableArray<IndexedRow>> rows;
    private readonly Lazy<FrozenDictionary<string, Participation>> participations;
    private readonly Lazy<FrozenDictionary<string, ImmutableArray<int>>> byOfficial;
    private readonly Lazy<(SubjectIndex Subjects, ImmutableArray<(int Item, int Row)> Documents)> subjects;
    private readonly Lazy<Gazetteer> gazetteer;
    private readonly Lazy<FrozenDictionary<string, IndexedItem>> byId;
    private readonly Lazy<FrozenSet<string>> measureUnits;
    private readonly Lazy<FrozenSet<(decimal Value, string MeasureUnit)>> cityFigures;
    private readonly Lazy<FrozenDictionary<decimal, ImmutableArray<string>>> sizedThings;
    private readonly ConcurrentDictionary<string, SubjectTerm> phraseTerms = new(StringComparer.Ordinal);
    private readonly Lazy<string> upperRank;
    private readonly Lazy<bool> hasEnglishTitles;
    private readonly ConcurrentDictionary<string, SubjectTerm> glossaryTerms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<char, SubjectTerm> characterTerms = new();
    private readonly Lazy<IReadOnlyCollection<string>> otherSenses;
    private readonly GroupIndexes groups;

    private WorkItemIndex(ImmutableArray<NoticeContent> notices, NameBook names, SubjectPhrases phrases, NoticeDirectory directory, NoticeGroup? group, GroupIndexes? groups)
    {
        Notices = notices;
        Names = names;
        Phrases = phrases;
        IsOfOneYear = notices.Select(n => n.Notice.Year).Distinct().Count() < 2;
        TaskCount = notices.Sum(n => n.WorkItems.Length);
        Directory = directory;
        Group = group;
        this.groups = groups ?? new GroupIndexes(one => new WorkItemIndex(one.Notices, names, phrases, directory, one, this.groups));
        items = new(() => [.. notices.SelectMany(n => n.WorkItems.Select(i => (n, i))).Select((x, ordinal) => new IndexedItem(ordinal, x.n, x.i))]);
        rows = new(() => [.. Items.SelectMany(i => i.Item.Rows.Select(r => new IndexedRow(i, r)))]);
        participations = new(() => ParticipationsOf(Items, notices));
        byId = new(() => Items.DistinctBy(i => i.Item.Id, StringComparer.Ordinal).ToFrozenDictionary(i => i.Item.Id, StringComparer.Ordinal));
        byOfficial = new(() => Items
            .SelectMany(i => i.Item.LeadOfficials.Select(o => (o.Name, i.Ordinal)))
            .GroupBy(x => x.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(x => x.Ordinal).ToImmutableArray(), StringComparer.Ordinal));
        measureUnits = new(() => Items.SelectMany(i => i.Item.Targets.Select(t => t.Figure).Concat(i.Item.Rows.SelectMany(r => r.Areas.Append(r.City)).Select(c => c.Value).OfType<CellValue.Amount>().Select(a => a.Figure)))
            .Select(f => f.Normalized.MeasureUnit).Where(u => u.Length > 0).ToFrozenSet(StringComparer.Ordinal));
        cityFigures = new(() => Items.SelectMany(i => i.Item.Targets.Select(t => t.Figure).Concat(i.Item.Rows.Select(r => r.City.Value).OfType<CellValue.Amount>().Select(a => a.Figure)))
            .Select(f => f.Normalized).ToFrozenSet());
        sizedThings = new(() => Lookup.SizedThings.In(Items.Select(i => i.Item.Text)));
        upperRank = new(() => UpperRankOf(Notices));
        hasEnglishTitles = new(() => Items.Any(i => names.TitleOf(i.Content.Notice, i.Item) is not null));
        subjects = new(BuildSubjects);
        otherSenses = new(OtherSenses);
        gazetteer = new(() => Gazetteer.Build(notices, names));
        if (group is not null)
        {
            BuildAll();
        }
        else if (directory.Places.Length > 1)
        {
            _ = directory.Words;
        }
    }

    /// <summary>The notices, as given.</summary>
    public ImmutableArray<NoticeContent> Notices { get; }

    /// <summary>All notices are of one year, so that none is an older one of another.</summary>
    internal bool IsOfOneYear { get; }

    /// <summary>Number of tasks.</summary>
    public int TaskCount { get; }

    /// <summary>All tasks.</summary>
    public ImmutableArray<IndexedItem> Items => items.Value;

    /// <summary>All annex rows.</summary>
    public ImmutableArray<IndexedRow> Rows => rows.Value;

    /// <summary>Which notices the whole store has, by place and year; also where this is the index of one group.</summary>
    public NoticeDirectory Directory { get; }

    /// <summary>The group that all tasks are of; null when the index is of several, or of none.</summary>
    public NoticeGroup? Group { get; }

    /// <summary>Names of what the notices name, in both languages.</summary>
    public NameBook Names { get; }

    /// <summary>计量单位 of all figures, without multipliers.</summary>
    internal FrozenSet<string> MeasureUnits => measureUnits.Value;

    /// <summary>See <see cref="Lookup.SizedThings"/>.</summary>
    internal FrozenDictionary<decimal, ImmutableArray<string>> SizedThings => sizedThings.Value;

    /// <summary>True when a task's words or its row for the whole city have exactly this figure.</summary>
    /// <param name="value">Without multiplier.</param>
    /// <param name="measureUnits">计量单位 without multiplier, one of which it has; empty for any.</param>
    internal bool HasFigure(decimal value, ImmutableArray<string> measureUnits) =>
        (measureUnits.IsEmpty ? MeasureUnits : (IEnumerable<string>)measureUnits).Any(unit => cityFigures.Value.Contains((value, unit)));

    /// <summary>True when a notice is of that year.</summary>
    internal bool HasYear(int year) => Notices.Any(n => n.Notice.Year == year);

    /// <summary>The areas of some kinds, each once, in the notices' order.</summary>
    internal IEnumerable<string> AreasOfKinds(params AreaKind[] kinds) =>
        Notices.SelectMany(n => n.Areas).Where(a => kinds.Contains(a.Kind)).Select(a => a.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The governments or committees of areas, by official name; those that no notice names among its units are left out.</summary>
    internal ImmutableArray<string> GovernmentsOf(ImmutableArray<string> areas) =>
        [.. areas.Select(a => Notices.SelectMany(n => n.Organizations).FirstOrDefault(o => o.Area == a)?.Name).OfType<string>()];

    /// <summary>The area that a body governs; null where no table has it, or the body governs none.</summary>
    internal string? AreaGovernedBy(string organization) =>
        Notices.SelectMany(n => n.Organizations).FirstOrDefault(o => o.Name == organization)?.Area is { } area && Notices.Any(n => n.Areas.Any(a => a.Name == area)) ? area : null;

    internal SubjectIndex Subjects => subjects.Value.Subjects;

    internal Gazetteer Gazetteer => gazetteer.Value;

    /// <summary>Wordings of subjects that have synonyms.</summary>
    internal SubjectPhrases Phrases { get; }

    /// <summary>Arranges the notices.</summary>
    /// <param name="notices">Newest first; may be empty.</param>
    /// <param name="names">Names in both languages.</param>
    /// <param name="synonyms">Wordings that mean the same.</param>
    public static WorkItemIndex Build(IEnumerable<NoticeContent> notices, NameBook names, Synonyms synonyms)
    {
        ImmutableArray<NoticeContent> all = [.. notices];
        var directory = NoticeDirectory.Of(all, names);
        return new WorkItemIndex(all, names, SubjectPhrases.Build(synonyms), directory, directory.Groups is [var only] ? only : null, null);
    }

    /// <summary>The index of one group: it answers as it would if there were no other notices.</summary>
    public WorkItemIndex Of(NoticeGroup group) => ReferenceEquals(Group, group) ? this : groups.Of(group);

    /// <summary>The task with an id; null when no notice of the store has it.</summary>
    public IndexedItem? Find(string id) => byId.Value.GetValueOrDefault(id);

    /// <summary>What an organization has to do; nothing when no notice names it.</summary>
    public Participation Of(string organization) => participations.Value.GetValueOrDefault(organization, Participation.None);

    /// <summary>Ordinals of the tasks that an official leads, in order; empty when there are none.</summary>
    public ImmutableArray<int> LedBy(string official) => byOfficial.Value.GetValueOrDefault(official, []);

    /// <summary>Of one issuer's notices the newest year's is in force, unless a question names a year; 0 when it names none.</summary>
    public bool IsOfYear(Notice notice, int year) => year == 0 ? IsNewest(notice) : notice.Year == year;

    private bool IsNewest(Notice notice)
    {
        foreach (var other in Notices)
        {
            if (other.Notice.Year > notice.Year && other.Notice.Issuer == notice.Issuer)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The term for a wording that has synonyms, once found kept: there are no more of them than synonyms. Null for any other wording.</summary>
    internal SubjectTerm? PhraseTerm(string wording)
    {
        if (phraseTerms.TryGetValue(wording, out var known))
        {
            return known;
        }

        return Phrases.Of(wording) is [var alternatives, ..] ? phraseTerms.GetOrAdd(wording, Subjects.AnyPhraseTerm(InScriptOf(wording, alternatives))) : null;
    }

    /// <summary>省, 自治区, 市, 州 or 盟: whose the lists of the authority above are, by the first of their titles; 省 where there is none.</summary>
    public string UpperRank => upperRank.Value;

    private static string UpperRankOf(ImmutableArray<NoticeContent> notices)
    {
        var title = notices.SelectMany(n => n.Lists).FirstOrDefault(l => l.Kind == WorkListKind.ProvincialProjects)?.Title ?? string.Empty;
        return Markers.LevelOf(title, ReadingRules.Default) switch
        {
            2 when title.Contains('州', StringComparison.Ordinal) && !title.Contains('市', StringComparison.Ordinal) => "州",
            2 when title.Contains('盟', StringComparison.Ordinal) && !title.Contains('市', StringComparison.Ordinal) => "盟",
            2 => "市",
            _ => title.Contains("自治区", StringComparison.Ordinal) ? "自治区" : "省",
        };
    }

    /// <summary>English titles say what a task is about better than words that may mean much: with them the glossary is asked only where they say nothing.</summary>
    internal bool HasEnglishTitles => hasEnglishTitles.Value;

    /// <summary>The term for an English word by what a Chinese notice may have for it; null for a word that the glossary does not have.</summary>
    internal SubjectTerm? GlossaryTerm(string word)
    {
        if (glossaryTerms.TryGetValue(word, out var known))
        {
            return known;
        }

        return Glossary.Default.Of(word) is { } entry
            ? glossaryTerms.GetOrAdd(word, Subjects.AnyOf(entry.Chinese.Select(w => w.Length > 1 ? Subjects.DocumentsWith(w) : CharacterTerm(w[0]).Documents.ToArray())))
            : null;
    }

    /// <summary>Wordings for a piece of a subject: itself, those that mean the same, and for an English word what a Chinese notice may have for it.</summary>
    internal IEnumerable<string> WordingsFor(string piece)
    {
        var same = Phrases.Of(piece);
        var entry = char.IsAsciiLetter(piece[0]) && !Subjects.HasWord(piece) && !HasEnglishTitles ? Glossary.Default.Of(piece) : null;
        return same.IsEmpty && entry is null ? [piece] : same.SelectMany(s => s).Concat(entry?.Chinese ?? []).Prepend(piece);
    }

    /// <summary>The wording and those that mean the same, as typed first; in the script of the wording.</summary>
    internal ImmutableArray<string> PhraseWordings(string wording) =>
        Phrases.Of(wording) is [var alternatives, ..] ? [wording, .. InScriptOf(wording, alternatives).Where(a => a != wording)] : [wording];

    /// <summary>The term for a subject of one character: not where it is part of a place's name or of a word for something else.</summary>
    internal SubjectTerm CharacterTerm(char character) => characterTerms.GetOrAdd(character, c => Subjects.CharacterTerm(c, otherSenses.Value));

    private IReadOnlyCollection<string> OtherSenses() =>
    [
        .. EmbeddedText.Lines("other-senses.txt").SelectMany(l => l.Split(' ')),
        .. Notices.SelectMany(n => n.Areas).Select(a => a.Name).Concat(Directory.Places)
            .SelectMany(name => new[] { name, name.TrimEnd('市', '县', '区') }).Where(n => n.Length > 1).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// A Chinese wording needs only Chinese ones, for every task has Chinese words, and codes such as LNG: in English titles 老年人 would
    /// find senior high schools.
    /// </summary>
    private static ImmutableArray<string> InScriptOf(string wording, ImmutableArray<string> alternatives) =>
        SubjectIndex.IsHan(wording[0]) ? [.. alternatives.Where(MayStandInChinese)] : alternatives;

    /// <summary>A Chinese wording, or so few letters that they are a code, such as LNG, or a designation, such as PM2.5.</summary>
    internal static bool MayStandInChinese(string wording) => wording.Length <= LongestCode || wording.Any(c => SubjectIndex.IsHan(c) || char.IsAsciiDigit(c));

    /// <summary>The task of a document of <see cref="Subjects"/>, and the row when the document is one.</summary>
    internal (IndexedItem Item, AnnexRow? Row) DocumentAt(int document)
    {
        var (item, row) = subjects.Value.Documents[document];
        return (Items[item], row < 0 ? null : Items[item].Item.Rows[row]);
    }

    private void BuildAll() => _ = (Rows, participations.Value, byOfficial.Value, subjects.Value, Gazetteer, MeasureUnits, cityFigures.Value);

    private (SubjectIndex Subjects, ImmutableArray<(int Item, int Row)> Documents) BuildSubjects()
    {
        var texts = new SubjectIndex.Builder();
        var places = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var indexed in Items)
        {
            var item = indexed.Item;

            // A field such as 养老帮困方面 is a subject; a section of the work report is headed by a person.
            var field = item.List == WorkListKind.WorkReport ? string.Empty : item.SectionTitle;
            texts.Add($"{item.Text} | {field}{BracketForms.Of(item.Text)}{Spread(item)}", Titles(indexed, Names.TitleOf(indexed.Content.Notice, item)));
            places.Add((indexed.Ordinal, -1));
            for (var row = 0; row < item.Rows.Length; row++)
            {
                // The only row of a task speaks of all the task says; of several rows each speaks for itself.
                var text = item.Rows.Length == 1 ? $"{item.Rows[row].Subject} | {item.Text}" : item.Rows[row].Subject;
                texts.Add($"{text} | {item.Rows[row].Category}{BracketForms.Of(text)}", Titles(indexed, Names.TitleOf(indexed.Content.Notice, item, item.Rows[row])));
                places.Add((indexed.Ordinal, row));
            }
        }

        return (texts.Build(), places.ToImmutable());
    }

    /// <summary>"城乡居民收入分别增长…" is told as 城镇居民收入 and 农村居民收入: names of figures that the text does not have letter for letter.</summary>
    private static string Spread(WorkItem item) => !item.Text.Contains(TownAndCountry, StringComparison.Ordinal) ? string.Empty
        : string.Concat(item.Targets.Where(t => t.Indicator.Length <= LongestSpread && !item.Text.Contains(t.Indicator, StringComparison.Ordinal)).Select(t => $" | {t.Indicator}"));

    /// <summary>A task's English title, and its field's for public-benefit projects.</summary>
    private string Titles(IndexedItem indexed, string? title) => indexed.Item.List == WorkListKind.WorkReport
        ? title ?? string.Empty
        : $"{title} {Names.SectionOf(indexed.Content.Notice, indexed.Item)}";

    private static FrozenDictionary<string, Participation> ParticipationsOf(ImmutableArray<IndexedItem> items, ImmutableArray<NoticeContent> notices)
    {
        var leads = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var supports = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var joint = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (ordinal, content, item) in items)
        {
            var named = item.ResponsibleOrganizations.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
            // Of what everybody carries nobody leads, whoever is named first.
            foreach (var lead in item.LeadOrganizations)
            {
                Add(item.IsJoint ? joint : leads, lead.Name, ordinal);
            }

            foreach (var support in item.SupportingOrganizations)
            {
                Add(supports, support.Name, ordinal);
            }

            foreach (var member in content.Groups.Where(g => named.Contains(g.Name)).SelectMany(g => g.Members).Distinct(StringComparer.Ordinal).Where(m => !named.Contains(m)))
            {
                Add(joint, member, ordinal);
            }
        }

        JoinGroups(notices, leads);
        JoinGroups(notices, supports);
        JoinGroups(notices, joint);
        return leads.Keys.Concat(supports.Keys).Concat(joint.Keys).Distinct(StringComparer.Ordinal).ToFrozenDictionary(
            name => name,
            name => new Participation(Of(leads, name), Of(supports, name), Of(joint, name)),
            StringComparer.Ordinal);
    }

    /// <summary>各功能区管委会 and 功能区管委会 stand for the same members: what names one names the other.</summary>
    private static void JoinGroups(ImmutableArray<NoticeContent> notices, Dictionary<string, List<int>> byName)
    {
        foreach (var same in notices.SelectMany(c => c.Groups)
            .Where(g => !g.Members.IsEmpty).GroupBy(g => string.Join('|', g.Members), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var all = same.SelectMany(g => byName.GetValueOrDefault(g.Name, [])).Distinct().Order().ToList();
            foreach (var group in same.Where(_ => all.Count > 0))
            {
                byName[group.Name] = all;
            }
        }
    }

    private static void Add(Dictionary<string, List<int>> byName, string name, int ordinal)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byName, name, out _);
        list ??= [];
        if (list.Count == 0 || list[^1] != ordinal)
        {
            list.Add(ordinal);
        }
    }

    private static ImmutableArray<int> Of(Dictionary<string, List<int>> byName, string name) =>
        byName.TryGetValue(name, out var list) ? [.. list] : [];
}
