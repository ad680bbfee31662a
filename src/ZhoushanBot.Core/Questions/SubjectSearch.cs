using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>A task, or one row of its annex, that covers a subject.</summary>
/// <param name="Item">The task.</param>
/// <param name="Row">The row; null when the task's own words are meant.</param>
/// <param name="Coverage">0 to 1.</param>
public readonly record struct SubjectMatch(IndexedItem Item, AnnexRow? Row, float Coverage);

/// <summary>Finds the tasks and rows that a subject is about, and says so when there are none.</summary>
internal static class SubjectSearch
{
    /// <summary>Behind a verb: that it is done.</summary>
    private const string DoneWords = "完好掉齐";
    internal const float Least = 0.58f;
    private const int MostByGlossary = 12;
    private const string Verbs = "修建改种挖招打办搞弄装换铺拆清治养买添增造开通管抓做";
    /// <summary>What is measured of anything, and tells nothing of what it is measured.</summary>
    private static readonly ImmutableHashSet<string> AmountAlone = ImmutableHashSet.Create(StringComparer.Ordinal, "产值", "产量", "面积", "里程", "规模", "总额", "增速", "比例", "金额", "产能", "数量", "覆盖率", "公里", "公里数", "长度");

    /// <summary>How many or how long, behind the thing that is counted.</summary>
    private static readonly string[] CountEnds = ["红线", "上限", "底线", "里程", "公里数", "公里", "长度", "数量", "个数", "户数", "人数", "栋数", "套数", "总数", "任务数", "任务量", "指标数", "目标数", "目标值", "指标值"];

    internal const int MostAsTyped = 3;
    private const string FieldEnd = "方面";

    /// <summary>So many pieces has a subject of which some are said by the way.</summary>
    private const int FewestOfLong = 3;
    private const int ShortestTold = 5;
    private const int LongestHeard = 8;
    private const float LeastOfKnown = 0.42f;
    private const float NearBestOfKnown = 0.7f;
    internal const float NearBest = 0.86f;
    internal const float WholeGroup = 0.72f;

    /// <summary>Whoever has more of a subject has all of it.</summary>
    internal const float Whole = 0.99f;

    private const float WeakWeight = 0.5f;

    /// <summary>Two characters are too common a wording to tell one task from another.</summary>
    internal const int LeastWhole = 3;
    private const int LongWording = 5;

    /// <summary>So many characters are a thing of their own: 美丽海湾 is not any bay.</summary>
    private const int OwnThing = 4;

    /// <summary>Those that cover the subject about as well as the best one does, best first; empty when none covers enough of it.</summary>
    /// <param name="subject">What to look for; nothing is found for an empty one.</param>
    /// <param name="index">Where.</param>
    /// <param name="allowed">Which tasks may be found; null for all.</param>
    public static ImmutableArray<SubjectMatch> Find(SubjectWords subject, WorkItemIndex index, Func<IndexedItem, bool>? allowed = null)
    {
        if (subject.IsEmpty)
        {
            return [];
        }

        return allowed is null ? subject.FoundIn(index, static (s, i) => Search(s, i, null)) : Search(subject, index, allowed);
    }

    private static ImmutableArray<SubjectMatch> Search(SubjectWords subject, WorkItemIndex index, Func<IndexedItem, bool>? allowed)
    {
        if (subject.Groups is [{ Pieces: { Length: > 1 } pieces }] && pieces.RemoveAll(AmountAlone.Contains) is { IsEmpty: false } things && things.Length < pieces.Length && Search(new SubjectWords([new SubjectGroup(things)]), index, allowed).IsEmpty)
        {
            // "茶产业产值": the output of another industry is none of it.
            return [];
        }

        if (subject.Groups is [{ Pieces: var named }] && named.Any(p => IsDesignation(p) && !index.Subjects.HasWord(p) && index.PhraseTerm(p) is not { Documents.IsEmpty: false }))
        {
            // "air quality (PM2.5)": what bears a number in its name is that very thing, or nothing.
            return [];
        }

        if (subject.Groups.Length > 1 && subject.Groups.RemoveAll(g => g.Pieces.All(AmountAlone.Contains)) is { IsEmpty: false } measured && measured.Length < subject.Groups.Length)
        {
            // "随迁子女读公办学校，比例多少": whatever has a share is none of it.
            return Search(new SubjectWords(measured), index, allowed);
        }

        var telling = subject.Groups.Where(g => !g.Pieces.All(p => Glossary.Default.IsGeneric(p) && !index.Subjects.HasWord(p))).ToList();
        var asked = telling.Count > 0 ? telling : [.. subject.Groups];
        var groups = asked.ConvertAll(g => TermsOf(g, index));
        var all = groups.SelectMany(g => g).ToArray();
        var whole = Best(all, Least, index, allowed);
        if (whole.Count == 0 && index.HasEnglishTitles && Array.Exists(all, t => t.Documents.IsEmpty) && asked.Exists(g => g.Pieces.Any(p => char.IsAsciiLetter(p[0]))))
        {
            // "bowel cancer": no title says so, the Chinese text does.
            groups = asked.ConvertAll(g => TermsOf(g, index, withGlossary: true));
            all = groups.SelectMany(g => g).ToArray();
            whole = Best(all, Least, index, allowed);
            if (whole.Count > MostByGlossary)
            {
                // "ocean" of an unknown body's name: a word that much of the notice has finds nothing in particular.
                whole = [];
            }
        }

        if (whole.Count == 0 && all.Length > 1 && Array.TrueForAll(all, t => !t.Documents.IsEmpty))
        {
            // Every word is the store's own: the best that has nearly half of them is meant ("Shanju housing").
            whole = Best(all, LeastOfKnown, index, allowed, NearBestOfKnown);
        }

        if (groups.Count > 1 && (whole.Count == 0 || whole[0].Coverage < WholeGroup))
        {
            whole = SeveralSubjects.EachOf(groups, whole, index, allowed);
        }

        if (whole.Count == 0 && subject.Groups.Sum(g => g.Pieces.Length) >= FewestOfLong)
        {
            whole = Anchored(subject, index, allowed);
        }

        if (groups.Count > 1 && whole.Count > 0)
        {
            SeveralSubjects.Add(whole, groups, asked, subject, index, allowed);
        }

        return [.. Precise(whole, subject, index).Select(hit => Match(hit, index))];
    }

    /// <summary>A long letter that says much besides: what a few texts have of it as it is typed, or by another name.</summary>
    private static List<SubjectHit> Anchored(SubjectWords subject, WorkItemIndex index, Func<IndexedItem, bool>? allowed)
    {
        var found = new List<SubjectHit>();
        foreach (var piece in subject.Groups.SelectMany(g => g.Pieces).Where(p => SubjectIndex.IsHan(p[0]) && (p.Length >= LongWording - 1 || (p.Length > 1 && !index.Phrases.Of(p).IsDefaultOrEmpty))))
        {
            var thing = WorkWording.ThingOf(piece);
            var term = index.PhraseTerm(thing);
            var documents = term is { Documents.IsEmpty: false } known ? known.Documents.ToArray() : [.. index.Subjects.DocumentsWith(thing)];
            var items = documents.Where(d => allowed is null || allowed(index.DocumentAt(d).Item)).ToList();
            found.AddRange(items.Select(d => index.DocumentAt(d).Item.Ordinal).Distinct().Count() is > 0 and <= MostAsTyped ? items.Select(d => new SubjectHit(d, Least)) : []);
        }

        return [.. found.DistinctBy(h => h.Document)];
    }

    /// <summary>PM2.5, 4G.</summary>
    private static bool IsDesignation(string piece) => piece.AsSpan().ContainsAnyInRange('0', '9') && piece.Any(char.IsAsciiLetter) && piece.All(c => c < 0x80 && c != ' ');

    /// <summary>"先进制造业和清洁能源各要投资多少": what each of several subjects finds among the tasks with an amount of money; empty where one of them finds none.</summary>
    /// <param name="subject">Of several groups; nothing is found for fewer.</param>
    /// <param name="index">Where.</param>
    /// <param name="allowed">Which tasks may be found; null for all.</param>
    public static ImmutableArray<SubjectMatch> FindMoney(SubjectWords subject, WorkItemIndex index, Func<IndexedItem, bool>? allowed = null)
    {
        if (subject.Groups.Length < 2)
        {
            return [];
        }

        var each = subject.Groups.Select(g => Search(new SubjectWords([g]), index, i => i.Item.Targets.Any(t => t.Figure.IsMoney) && allowed?.Invoke(i) != false)).ToList();
        return each.TrueForAll(e => !e.IsEmpty) ? [.. each.SelectMany(e => e).Distinct()] : [];
    }

    /// <summary>
    /// Where one text has the wording of a group whole, others that only share parts of it are about something else: 海事服务总产出 is not
    /// the 服务业 and 产出 of another task. Nothing is dropped where some group has no text that holds it whole.
    /// </summary>
    private static List<SubjectHit> Precise(List<SubjectHit> hits, SubjectWords subject, WorkItemIndex index)
    {
        if (hits.Count < 2)
        {
            return hits;
        }

        hits = OfThings(OfOwnWords(hits, subject, index), subject, index);
        var kept = new HashSet<int>();
        foreach (var group in subject.Groups)
        {
            var wordings = WordingsOf(group, index);
            var held = hits.ConvertAll(h => LengthHeld(wordings, index.Subjects.TextOf(h.Document)));
            var most = held.Max();
            if (most < LeastWhole)
            {
                return hits;
            }

            // A list has a thing once, and calls it by one name: beside the very wording another name for it there is another thing.
            var whole = hits.Where((_, at) => held[at] == most).ToList();
            var longer = wordings.FindAll(w => w[0].Length >= OwnThing && SubjectIndex.IsHan(w[0][0])).ConvertAll(w => w[0]);
            bool IsAsTyped(SubjectHit hit) => longer.TrueForAll(w => Holds(index.Subjects.TextOf(hit.Document), w));
            WorkListKind ListOf(SubjectHit hit) => index.DocumentAt(hit.Document).Item.Item.List;
            var asTyped = longer.Count == 0 ? [] : whole.FindAll(IsAsTyped);
            kept.UnionWith((asTyped.Count == 0 ? whole : whole.FindAll(h => IsAsTyped(h) || !asTyped.Exists(t => ListOf(t) == ListOf(h)))).Select(h => h.Document));
        }

        return hits.FindAll(h => kept.Contains(h.Document));
    }

    /// <summary>"养老": of a field of two things, 养老助残, the tasks that speak of it themselves, where some do.</summary>
    private static List<SubjectHit> OfOwnWords(List<SubjectHit> hits, SubjectWords subject, WorkItemIndex index)
    {
        if (subject.Groups is not [{ Pieces: [var piece] }] || !SubjectIndex.IsHan(piece[0]))
        {
            return hits;
        }

        var wordings = index.PhraseWordings(piece);
        bool Has(string text) => NormalizedText.Fold(text) is var folded && wordings.Any(w => folded.Contains(w, StringComparison.Ordinal));
        bool IsOwn((IndexedItem Item, AnnexRow? Row) found) => Has(found.Item.Item.Text) || (found.Row is { } row && Has(row.Subject));
        bool IsOfWiderField((IndexedItem Item, AnnexRow? Row) found) => found.Item.Item is { List: not WorkListKind.WorkReport } item && Has(item.SectionTitle) && IsOfOtherPart(item, wordings);
        return hits.Exists(h => IsOwn(index.DocumentAt(h.Document))) ? hits.FindAll(h => index.DocumentAt(h.Document) is var found && (IsOwn(found) || !IsOfWiderField(found))) : hits;
    }

    /// <summary>Of 养老助残 a task with a character of 助残.</summary>
    private static bool IsOfOtherPart(WorkItem item, ImmutableArray<string> wordings)
    {
        var field = item.SectionTitle.Replace(FieldEnd, string.Empty, StringComparison.Ordinal);
        var named = wordings.FirstOrDefault(w => field.Contains(w, StringComparison.Ordinal));
        return named is not null && field.Replace(named, string.Empty, StringComparison.Ordinal).Any(c => SubjectIndex.IsHan(c) && item.Text.Contains(c, StringComparison.Ordinal));
    }

    /// <summary>"老旧小区改造": where a text speaks of the compounds themselves, the risers in them are another thing, unless they are asked for as well.</summary>
    private static List<SubjectHit> OfThings(List<SubjectHit> hits, SubjectWords subject, WorkItemIndex index)
    {
        var things = subject.Groups.SelectMany(g => g.Pieces).Where(p => SubjectIndex.IsHan(p[0])).Select(p => (Typed: p, Thing: WorkWording.ThingOf(p))).ToList();
        foreach (var thing in things.Where(t => t.Thing.Length >= LeastWhole && t.Thing != t.Typed).Select(t => t.Thing))
        {
            string TextOf(SubjectHit hit) => index.Subjects.TextOf(hit.Document);
            bool IsOther(SubjectHit hit) => TextOf(hit).Contains(thing, StringComparison.Ordinal) && !WorkWording.IsHead(TextOf(hit), thing) && !things.Exists(t => t.Thing != thing && TextOf(hit).Contains(t.Thing, StringComparison.Ordinal));
            hits = hits.Exists(h => WorkWording.IsHead(TextOf(h), thing)) ? hits.FindAll(h => !IsOther(h)) : hits;
        }

        return hits;
    }

    /// <summary>For each telling piece of a group its wordings, as typed first.</summary>
    private static List<ImmutableArray<string>> WordingsOf(SubjectGroup group, WorkItemIndex index)
    {
        var wordings = new List<ImmutableArray<string>>(group.Pieces.Length);
        foreach (var piece in group.Pieces)
        {
            var isOwn = index.Subjects.HasWord(piece);
            if (piece.Length > 1 && (isOwn || !Glossary.Default.IsGeneric(piece)))
            {
                wordings.Add(SubjectIndex.IsHan(piece[0]) || isOwn ? index.PhraseWordings(WorkWording.ThingOf(piece)) : [.. index.WordingsFor(piece)]);
            }
        }

        return wordings;
    }

    /// <summary>How many characters of the wordings a text holds.</summary>
    private static int LengthHeld(List<ImmutableArray<string>> wordings, string text)
    {
        var length = 0;
        foreach (var wording in wordings)
        {
            length += LengthHeld(wording, text);
        }

        return length;
    }

    private static int LengthHeld(ImmutableArray<string> wordings, string text) => wordings.Any(w => Holds(text, w)) ? wordings[0].Length : 0;

    private static bool Holds(string text, string wording)
    {
        for (var at = text.IndexOf(wording, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wording, at + 1, StringComparison.Ordinal))
        {
            if (!PhraseTable<string>.IsInsideWord(text, at) && (SubjectIndex.IsHan(wording[^1]) || !PhraseTable<string>.IsInsideWord(text, at + wording.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The nearest tasks to a subject that was not found, best first.</summary>
    public static ImmutableArray<SubjectMatch> Near(SubjectWords subject, WorkItemIndex index, int limit)
    {
        var terms = subject.Groups.SelectMany(g => TermsOf(g, index)).ToArray();
        return [.. SubjectIndex.Search(terms, 0.2f).Select(h => Match(h, index)).DistinctBy(m => m.Item.Ordinal).Take(limit)];
    }

    /// <summary>The words of a subject that nothing in the store has, and their share of its weight, 0 to 1.</summary>
    /// <param name="heard">The question.</param>
    /// <param name="index">The store.</param>
    public static (ImmutableArray<string> Words, float Share) Unknown(Recognition heard, WorkItemIndex index)
    {
        var subject = heard.Subject;
        var words = ImmutableArray.CreateBuilder<string>();
        var (unknown, total) = (0f, 0f);
        foreach (var piece in subject.Groups.SelectMany(g => g.Pieces))
        {
            var terms = TermsOf(new SubjectGroup([piece]), index, withGlossary: true);
            var weight = terms.Sum(t => t.Weight);
            total += weight;
            if (terms.Count > 0 && terms.TrueForAll(t => t.Documents.IsEmpty) && piece.Length >= (char.IsAsciiLetter(piece[0]) ? ShortestTold : 2) && !Glossary.Default.IsGeneric(piece) && !GoesOn(piece, heard.Text.Text, index) && !IsNoWord(piece) && !NamedSteps.HasStage(piece) && !IsOfName(piece, index))
            {
                unknown += weight;
                words.Add(piece);
            }
        }

        return (words.ToImmutable(), total > 0 ? unknown / total : 0);
    }

    /// <summary>财政 of 市财政局: the notice has it, though in no task's words.</summary>
    private static bool IsOfName(string piece, WorkItemIndex index) => SubjectIndex.IsHan(piece[0]) && index.Notices.Any(n => n.Organizations.Any(o => o.Name.Contains(piece, StringComparison.Ordinal)));

    /// <summary>六千 of 六千个, the liang of "yun liang", 平米, 编完: no words by themselves.</summary>
    private static bool IsNoWord(string piece) => (piece.Length == 2 && DoneWords.Contains(piece[1], StringComparison.Ordinal)) || ReadingRules.Default.MeasureUnits.Contains(piece, StringComparer.Ordinal) || (char.IsAsciiLetter(piece[0]) && Pinyin.CountSyllables(piece) == 1) || ChineseNumerals.TryReadInteger(piece, out _, out var length) && length == piece.Length;

    /// <summary>消费券发: what is left of a wording that the store knows is no word of its own.</summary>
    private static bool GoesOn(string piece, string text, WorkItemIndex index) =>
        SubjectIndex.IsHan(piece[0]) && text.IndexOf(piece, StringComparison.Ordinal) is > 0 and var at && SubjectIndex.IsHan(text[at - 1]) && index.Subjects.HasPair(text[at - 1], piece[0]);

    private static SubjectMatch Match(SubjectHit hit, WorkItemIndex index)
    {
        var (item, row) = index.DocumentAt(hit.Document);
        return new SubjectMatch(item, row, hit.Coverage);
    }

    internal static List<SubjectHit> Best(SubjectTerm[] terms, float least, WorkItemIndex index, Func<IndexedItem, bool>? allowed, float nearBest = NearBest)
    {
        var hits = SubjectIndex.Search(terms, least);
        if (allowed is not null)
        {
            hits.RemoveAll(h => !allowed(index.DocumentAt(h.Document).Item));
        }

        if (hits.Count > 0)
        {
            var bar = hits[0].Coverage * nearBest;
            hits.RemoveAll(h => h.Coverage < bar);
        }

        return hits;
    }

    /// <summary>What to search for; with the glossary English words that no title has are looked up in Chinese, as they always are without titles.</summary>
    internal static List<SubjectTerm> TermsOf(SubjectGroup group, WorkItemIndex index, bool withGlossary = false)
    {
        var subjects = index.Subjects;
        var terms = new List<SubjectTerm>();

        // "homes adapted (适老化改造)": where the Chinese words are given, unknown English ones say nothing more.
        var isAlone = group.Pieces.Length == 1;
        var hasChinese = group.Pieces.Any(p => SubjectIndex.IsHan(p[0]) && subjects.ContainsText(p));
        foreach (var piece in JoinSyllables(group.Pieces).Select(p => WithoutVerb(p, subjects)).Where(p => !hasChinese || !char.IsAsciiLetter(p[0]) || p.Any(SubjectIndex.IsHan) || subjects.HasWord(p)))
        {
            if ((char.IsAsciiLetter(piece[0]) || (char.IsAsciiDigit(piece[0]) && piece.Contains(' ', StringComparison.Ordinal))) && !piece.Any(SubjectIndex.IsHan))
            {
                AddEnglish(piece, index, terms, withGlossary || !index.HasEnglishTitles);
            }
            else if (SubjectIndex.EndOfGeneration(piece, 0) == piece.Length)
            {
                terms.Add(subjects.HasWord(piece) ? subjects.WordTerm(piece) : subjects.UnknownTerm);
            }
            else if (index.PhraseTerm(piece) is { Documents.IsEmpty: false } term)
            {
                terms.Add(term);
            }
            else if (IsOtherKind(piece, index))
            {
                terms.Add(subjects.UnknownTerm with { Weight = subjects.UnknownTerm.Weight * (piece.Length - 1) });
            }
            else if (piece.Length == 1)
            {
                terms.Add(index.CharacterTerm(piece[0]));
            }
            else
            {
                AddPairs(Heard(piece, isAlone, subjects), subjects, terms);
            }
        }

        // "installation", "places": words that go with anything say nothing where the notice does not have them and something else is named.
        return terms.Exists(t => t.Weight > 0 || !t.Documents.IsEmpty) ? [.. terms.Where(t => t.Weight > 0)] : [.. terms.Select(t => subjects.UnknownTerm)];
    }

    /// <summary>流感疫苗, where the store has but other vaccines: a thing that goes by this name, of which the store has nothing but its kind.</summary>
    private static bool IsOtherKind(string piece, WorkItemIndex index) => piece.Length == 4 && piece.All(SubjectIndex.IsHan) && index.PhraseTerm(piece) is { Documents.IsEmpty: true }
        && !index.Subjects.HasPair(piece[0], piece[1]) && !index.Subjects.HasPair(piece[1], piece[2]) && index.Subjects.HasPair(piece[2], piece[3]) && index.Subjects.SoundAlike(piece) is null;

    /// <summary>A phrase or word of letters: by its synonyms, the store's own titles, the glossary, pinyin, or as the nearest known word.</summary>
    private static void AddEnglish(string piece, WorkItemIndex index, List<SubjectTerm> terms, bool withGlossary)
    {
        var phrase = index.PhraseTerm(piece);
        var glossed = withGlossary && !index.Subjects.HasWord(piece) ? index.GlossaryTerm(piece) : null;
        if (phrase is { Documents.IsEmpty: false } known)
        {
            terms.Add(glossed is { Documents.IsEmpty: false } other ? index.Subjects.AnyOf([known.Documents.ToArray(), other.Documents.ToArray()]) : known);
        }
        else if (piece.Contains(' ', StringComparison.Ordinal))
        {
            AddPhrase(piece, index, terms, withGlossary);
        }
        else if (Glossary.Default.IsGeneric(piece) && !index.Subjects.HasWord(piece))
        {
            terms.Add(default);
        }
        else if (glossed is { Documents.IsEmpty: false } found)
        {
            terms.Add(Glossary.Default.Of(piece)!.IsWeak ? found with { Weight = found.Weight * WeakWeight } : found);
        }
        else if (ChineseFor(piece, index) is { } chinese)
        {
            AddPairs(chinese, index.Subjects, terms);
        }
        else
        {
            AddWord(piece, index.Subjects, terms);
            if (Glossary.Default.IsGeneric(piece))
            {
                // "expansion" of one thing is that of another: what is expanded tells more.
                terms[^1] = terms[^1] with { Weight = terms[^1].Weight * WeakWeight };
            }
        }
    }

    /// <summary>A phrase whose synonyms the store does not have: by their characters, or by its own words where these tell more.</summary>
    private static void AddPhrase(string piece, WorkItemIndex index, List<SubjectTerm> terms, bool withGlossary)
    {
        if (char.IsAsciiDigit(piece[0]))
        {
            // "5g base stations": no station of another kind.
            terms.Add(index.Subjects.UnknownTerm);
            return;
        }

        var (whole, parts) = (new List<SubjectTerm>(), new List<SubjectTerm>());
        if (ChineseFor(piece, index) is { } chinese)
        {
            AddPairs(chinese, index.Subjects, whole);
        }

        foreach (var word in piece.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1 && Lexicon.Default.Words.Of(w).IsEmpty))
        {
            AddEnglish(word, index, parts, withGlossary);
        }

        // "unemployment rate", where the notice has the unemployed: what is measured is the rate.
        var isRate = whole.Count > 0 && ChineseFor(piece, index) is [.., '率'];
        terms.AddRange(!isRate && KnownShare(parts) > KnownShare(whole) ? parts : whole.Count > 0 ? whole : parts);
    }

    private static float KnownShare(List<SubjectTerm> terms)
    {
        var total = terms.Sum(t => t.Weight);
        return total > 0 ? terms.Where(t => !t.Documents.IsEmpty).Sum(t => t.Weight) / total : 0;
    }

    /// <summary>修廊桥, 廊桥修, 农村公路里程: a verb of one character, or what only counts, at an end that the store never has there is no part of the thing.</summary>
    private static string WithoutVerb(string piece, SubjectIndex subjects)
    {
        if (piece.Length < 3 || !SubjectIndex.IsHan(piece[0]) || !SubjectIndex.IsHan(piece[^1]))
        {
            return piece;
        }

        bool IsKnown(string rest) => subjects.ContainsText(rest) || (rest.Length > 2 && subjects.SoundAlike(rest) is not null);
        return Verbs.Contains(piece[0], StringComparison.Ordinal) && !subjects.HasPair(piece[0], piece[1]) && IsKnown(piece[1..]) ? piece[1..]
            : Verbs.Contains(piece[^1], StringComparison.Ordinal) && !subjects.ContainsText(piece) && IsKnown(piece[..^1]) ? piece[..^1]
            : Array.Find(CountEnds, e => piece.Length > e.Length + 1 && piece.EndsWith(e, StringComparison.Ordinal)) is { } end && !subjects.ContainsText(piece) && subjects.ContainsText(piece.AsSpan(0, piece.Length - end.Length)) ? piece[..^end.Length]
            : piece;
    }

    /// <summary>The piece, or what the store has that sounds like it; two characters are little to go by and need other words beside them.</summary>
    private static string Heard(string piece, bool isAlone, SubjectIndex subjects)
    {
        if (piece.Length > LongestHeard || (piece.Length < 3 && isAlone) || !HasUnknownPair(piece, subjects))
        {
            return piece;
        }

        return subjects.SoundAlike(piece) ?? WithFrontHeard(piece, subjects) ?? piece;
    }

    /// <summary>青词产业产值 for 青瓷产业, 产值: the front of a wording sounds like one that the store has, and the rest stands elsewhere.</summary>
    private static string? WithFrontHeard(string piece, SubjectIndex subjects) => piece.Length > OwnThing && piece.All(SubjectIndex.IsHan) && !subjects.HasPair(piece[0], piece[1]) && subjects.SoundAlike(piece.AsSpan(0, OwnThing)) is { } front ? front + piece[OwnThing..] : null;

    private static bool HasUnknownPair(string piece, SubjectIndex subjects)
    {
        for (var at = 0; at + 1 < piece.Length; at++)
        {
            if (SubjectIndex.IsHan(piece[at]) && SubjectIndex.IsHan(piece[at + 1]) && !subjects.HasPair(piece[at], piece[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"liu gan yi miao": syllables typed apart are one word.</summary>
    private static IEnumerable<string> JoinSyllables(ImmutableArray<string> pieces)
    {
        var run = new List<string>();
        foreach (var piece in pieces)
        {
            if (piece.Length <= 6 && char.IsAsciiLetter(piece[0]) && Pinyin.CountSyllables(piece) == 1)
            {
                run.Add(piece);
                continue;
            }

            foreach (var word in Joined(run))
            {
                yield return word;
            }

            run.Clear();
            yield return piece;
        }

        foreach (var word in Joined(run))
        {
            yield return word;
        }
    }

    private static List<string> Joined(List<string> run) => run.Count < 2 ? run : [string.Concat(run)];

    /// <summary>The first Chinese wording of an English phrase: a notice without English titles is searched by its characters.</summary>
    private static string? ChineseFor(string piece, WorkItemIndex index) =>
        char.IsAsciiLetter(piece[0]) ? index.Phrases.Of(piece).SelectMany(same => same).FirstOrDefault(p => SubjectIndex.IsHan(p[0])) : null;

    private static void AddPairs(string piece, SubjectIndex subjects, List<SubjectTerm> terms)
    {
        for (var at = 0; at + 1 < piece.Length; at++)
        {
            if (SubjectIndex.IsHan(piece[at]) && SubjectIndex.IsHan(piece[at + 1]))
            {
                var pair = subjects.PairTerm(piece[at], piece[at + 1]);
                terms.Add(pair.Documents.IsEmpty && at > 0 && at + 2 == piece.Length ? subjects.ShortenedTerm(piece[at - 1], piece[at], piece[at + 1]) ?? pair : pair);
            }
        }
    }

    private static void AddWord(string word, SubjectIndex subjects, List<SubjectTerm> terms)
    {
        if (!subjects.HasWord(word) && Pinyin.TrySplit(word, out var syllables) && syllables.Length > 1)
        {
            for (var i = 0; i + 1 < syllables.Length; i++)
            {
                terms.Add(subjects.SyllableTerm(syllables[i], syllables[i + 1]));
            }

            return;
        }

        if (!subjects.HasWord(word) && Glossary.Default.Alike(word).Where(w => subjects.HasWord(w)).ToList() is { Count: > 0 } alike)
        {
            // "countryside", where the titles say rural
            terms.Add(subjects.AnyOf(alike.Select(w => subjects.WordTerm(w).Documents.ToArray())));
            return;
        }

        terms.Add(subjects.HasWord(word) || Nearest(word, subjects) is not { } near ? subjects.WordTerm(word) : subjects.WordTerm(near));
    }

    /// <summary>The one known English word a slip away.</summary>
    private static string? Nearest(string word, SubjectIndex subjects) =>
        word.Length < 5 || CommonWords.Contains(word) ? null : subjects.Words.FirstOrDefault(known => EditDistance.IsWithin(known, SubjectIndex.Stem(word), word.Length < 10 ? 1 : 2));
}
