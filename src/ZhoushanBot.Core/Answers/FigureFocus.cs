using System.Buffers;
using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>
/// Which of a task's figures a subject means. A task names several things; the figure of one must not be given for another: "抽水蓄能电站
/// 总投资" is not the yearly investment of all key projects that stands in the same sentence.
/// </summary>
/// <param name="Targets">The figures meant; empty when neither the subject's own clause nor what carries it on has any.</param>
/// <param name="Clause">The clause that the subject stands in, in the notice's words; empty when an indicator names the subject.</param>
/// <param name="Score">How much of the subject the indicators have; 0 when none names it.</param>
internal sealed record FigureFocus(ImmutableArray<Target> Targets, string Clause, float Score)
{
    /// <summary>All figures of the sentence that the subject stands in, where its own clause has none.</summary>
    public ImmutableArray<Target> InSentence { get; private init; } = [];

    /// <summary>An indicator that shares so much of what the clause has of the subject is the subject's.</summary>
    private const float AlikeEnough = 0.3f;

    /// <summary>So many characters in common make it the same thing.</summary>
    private const int ShortestThing = 4;

    /// <summary>Another word for it counts for less than the word itself.</summary>
    private const float LikeTyped = 0.7f;

    /// <summary>A word of work (增长, 建设) in common says little.</summary>
    private const float CommonPair = 0.25f;

    /// <summary>A group of the subject's words that a task has less of than this is about another task.</summary>
    private const float LeastOfGroup = 0.35f;

    /// <summary>亿元GDP死亡率 measures a rate: an indicator that only mentions what is asked about counts for less than one that is about it.</summary>
    private const float OnlyMentioned = 0.5f;

    private const float NearBest = 0.6f;
    private const float SameAsBest = 0.99f;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；;");
    private static readonly SearchValues<char> Spans = SearchValues.Create("0123456789一二三四五六七八九十两年度当今全累计总共新拟约 ");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,");

    /// <summary>True when the subject's clause has no figure and those of the clauses that carry it on are given: "推进…治理，治理面积8600亩".</summary>
    public bool IsCarriedOn { get; private init; }

    /// <summary>An amount of money.</summary>
    public static bool IsMoney(Target target) => target.Figure.IsMoney;

    /// <summary>Null when it cannot be told: the words of the question do not stand in the task.</summary>
    /// <param name="filter">What is asked about, whether money is asked for, and in which unit.</param>
    /// <param name="item">The task.</param>
    /// <param name="index">For the wordings that mean the same.</param>
    public static FigureFocus? Of(TaskFilter filter, WorkItem item, WorkItemIndex index) =>
        OfStated(filter, item.Targets) is { IsEmpty: false } beside ? new FigureFocus(beside, string.Empty, filter.Subject.Groups.Sum(g => g.Pieces.Sum(p => p.Length)))
        : ByEnglishName(filter, item, index, false) is { } named ? named
        : ByWording(filter, item, index) is var focus && focus is { Targets.IsEmpty: false } ? focus : ByEnglishName(filter, item, index, focus is null) ?? focus;

    /// <summary>
    /// "new urban jobs", "idle farmhouses": the figures whose English names have all of the subject's words. Null where no name tells one
    /// figure from the others. Where no Chinese wording places the subject either, a part of its words is enough.
    /// </summary>
    private static FigureFocus? ByEnglishName(TaskFilter filter, WorkItem item, WorkItemIndex index, bool inPart)
    {
        var pieces = filter.Subject.Groups.SelectMany(g => g.Pieces).ToList();
        var stems = pieces.Where(p => char.IsAsciiLetter(p[0])).SelectMany(StemsOf).ToHashSet(StringComparer.Ordinal);
        if (stems.Count == 0 || (!inPart && filter.Subject.Groups.Length > 1))
        {
            return null;
        }

        var named = item.Targets.Where(t => !filter.AsksMoney || t.Figure.IsMoney)
            .Select(t => (Target: t, Score: index.Names.Indicator(t.Indicator) is { } name ? StemsOf(NormalizedText.Fold(name)).Where(stems.Contains).Distinct(StringComparer.Ordinal).Count() : 0)).ToList();
        var most = named.Count == 0 ? 0 : named.Max(n => n.Score);
        if (most == 0 || (most < stems.Count && !(inPart && most * 2 >= stems.Count)))
        {
            return null;
        }

        return new FigureFocus(MeasuredSo([.. named.Where(n => n.Score == most).Select(n => n.Target)], filter.Measured), string.Empty, pieces.Sum(p => p.Length));
    }

    private static IEnumerable<string> StemsOf(string words) =>
        words.Split([' ', '-', ',', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries).Select(w => SubjectIndex.Stem(w).ToString());

    private static FigureFocus? ByWording(TaskFilter filter, WorkItem item, WorkItemIndex index)
    {
        var groups = filter.Subject.Groups
            .Select(g => g.Pieces.SelectMany(p => WordingsOf(Spoken(p, item.Text) ?? p, index)).Where(w => w.Length > 0).ToList())
            .Where(g => g.Count > 0).ToList();
        if (groups.Count == 0 || item.Targets.IsEmpty)
        {
            return null;
        }

        if (groups is [var single])
        {
            return OfGroup(single, filter, item);
        }

        var text = NormalizedText.Fold(item.Text);
        var scored = groups.Select(g => (Words: g, Share: ScoreOf(g, text) / g.Sum(w => w[0].Length))).ToList();
        var best = scored.Max(g => g.Share);
        var each = scored.Where(g => g.Share >= Math.Min(best, LeastOfGroup)).Select(g => OfGroup(g.Words, filter, item)).OfType<FigureFocus>().ToList();
        return each switch
        {
            [] => null,
            [var only] => only,
            _ => new FigureFocus(
                [.. item.Targets.Where(t => each.Exists(f => f.Targets.Contains(t)))],
                each.TrueForAll(f => f.Targets.IsEmpty) ? each[0].Clause : string.Empty,
                each.Max(f => f.Score))
            { IsCarriedOn = each.TrueForAll(f => f.IsCarriedOn) },
        };
    }

    private static FigureFocus? OfGroup(List<ImmutableArray<string>> words, TaskFilter filter, WorkItem item)
    {
        var sentences = Cut(item.Text, SentenceEnds).Select(s => (Text: s, Score: ScoreOf(words, s))).ToList();
        var best = sentences.Count == 0 ? 0 : sentences.Max(c => c.Score);
        if (best <= 0)
        {
            return null;
        }

        // "千项万亿…47个，年度投资525亿元；市重点项目…": what belongs to the subject stands in its sentence.
        var sentence = sentences.Where(c => c.Score >= best * SameAsBest).Select(s => s.Text).ToList();

        // A public-benefit project with one figure is that figure: all its words name it, its title in a sentence of its own as well.
        var isWhole = item is { List: not WorkListKind.WorkReport, Targets.Length: 1 };
        var there = isWhole ? item.Targets : item.Targets.Where(t => sentence.Exists(s => s.Contains(t.Text, StringComparison.Ordinal))).ToImmutableArray();
        var named = there.Select(t => (Target: t, Score: ScoreOf(words, isWhole ? item.Text : t.Indicator))).ToList();
        var most = named.Count == 0 ? 0 : named.Max(n => n.Score);
        if (filter.AsksMoney && there.Any(t => t.Figure.IsMoney))
        {
            var money = named.Where(n => n.Target.Figure.IsMoney).ToList();
            if (money.TrueForAll(n => n.Score <= 0 && !IsPlainInvestment(n.Target.Indicator)) && ClauseBeside(sentence, words, money) is { } beside)
            {
                // "某高速总投资" of "加快某高速建设，完成交通投资65亿元": the money of something else.
                return new FigureFocus([], beside, 0);
            }

            var asked = OfBest(money, words, []);

            // "重点项目投多少" of "年度投资640亿元，其中省重点项目…152亿元": a part that goes by a narrower name is not all that is asked for.
            var isOfPart = !asked.IsEmpty && asked.All(t => IsOfNarrowerPart(t, words, item.Text)) && money.Exists(n => !asked.Contains(n.Target) && n.Target.Span.Start < asked[0].Span.Start);
            return new FigureFocus(isOfPart ? [.. money.Select(n => n.Target)] : asked, string.Empty, most);
        }

        var clauses = sentence.SelectMany(s => Cut(s, ClauseEnds)).Select(c => (Text: c, Score: ScoreOf(words, c))).ToList();
        var bestClause = clauses.Max(c => c.Score);
        if (most > 0 && most >= bestClause * AlikeEnough)
        {
            // "75% of which villages must reach 500,000": a figure that the question states is not what it asks for.
            var asked = named.Where(n => !filter.Stated.Contains(n.Target.Figure.Normalized.Value)).ToList();
            var meant = OfBest(asked.Count == 0 || asked.Max(n => n.Score) <= 0 ? named : asked, words, filter.Measured);
            if (!filter.Measured.IsEmpty && !meant.Any(t => IsMeasured(t, filter.Measured)) && there.Where(t => IsMeasured(t, filter.Measured)).ToList() is [var only])
            {
                meant = [only];
            }

            // "景区评几个": an amount of what another word for it measures is no number of those.
            return !filter.Measured.IsEmpty && !meant.Any(t => IsMeasured(t, filter.Measured)) && !meant.Any(t => HoldsAsTyped(words, t.Indicator))
                ? new FigureFocus([], clauses.First(c => c.Score >= bestClause * SameAsBest).Text.Trim(), 0)
                : new FigureFocus(meant, string.Empty, meant.Any(t => IsAbout(words, isWhole ? item.Text : t.Indicator)) ? most : most * OnlyMentioned);
        }

        var inClause = clauses.Where(c => c.Score >= bestClause * SameAsBest).ToList();
        var own = there.Where(t => inClause.Exists(c => c.Text.Contains(t.Text, StringComparison.Ordinal))).ToImmutableArray();
        var clause = inClause[0].Text.Trim();
        return own.IsEmpty && CarriedOn(clauses.Select(c => c.Text).ToList(), inClause[0].Text, named, filter) is { IsEmpty: false } carried
            ? new FigureFocus(carried, clause, 0) { IsCarriedOn = true }
            : new FigureFocus(own, clause, 0) { InSentence = there };
    }

    /// <summary>年度投资, 三年完成投资: in what is invested is said before it.</summary>
    private static bool IsPlainInvestment(string indicator) => ReadingRules.Default.InvestmentWords.Any(w => indicator.EndsWith(w, StringComparison.Ordinal) && indicator.AsSpan(0, indicator.Length - w.Length).IndexOfAnyExcept(Spans) < 0);

    /// <summary>The clause that has most of the words, where none of the amounts stands in it; null where one does.</summary>
    private static string? ClauseBeside(List<string> sentence, List<ImmutableArray<string>> words, List<(Target Target, float Score)> money)
    {
        var clauses = sentence.SelectMany(s => Cut(s, ClauseEnds)).ToList();
        var own = clauses.MaxBy(c => ScoreOf(words, c))!;
        return money.Exists(n => own.Contains(n.Target.Text, StringComparison.Ordinal)) ? null : own.Trim();
    }

    /// <summary>The figure stands behind 其中, of something whose name has more in front than was typed.</summary>
    private static bool IsOfNarrowerPart(Target target, List<ImmutableArray<string>> words, string text) =>
        text.IndexOf(RowTitles.PartMark, StringComparison.Ordinal) is >= 0 and var part && text.IndexOf(target.Text, StringComparison.Ordinal) > part
        && NormalizedText.Fold(target.Indicator) is var indicator && words.Exists(w => w.Any(f => indicator.IndexOf(f, StringComparison.Ordinal) > 0)) && !words.Exists(w => w.Any(f => indicator.StartsWith(f, StringComparison.Ordinal)));

    /// <summary>"the investment of the 245 key projects": what is measured of the very thing whose number the question states.</summary>
    private static ImmutableArray<Target> OfStated(TaskFilter filter, ImmutableArray<Target> there)
    {
        if (there.FirstOrDefault(t => filter.Stated.Contains(t.Figure.Value)) is not { } known || known.Indicator.Length < ShortestThing)
        {
            return [];
        }

        // 安排市重点项目 and 市重点项目年度投资 have the thing in common that ends the one and begins the other.
        var others = there.Where(t => t != known && (!filter.AsksMoney || t.Figure.IsMoney)).ToList();
        return Enumerable.Range(0, known.Indicator.Length - ShortestThing + 1).Select(at => others.Where(t => t.Indicator.Contains(known.Indicator[at..], StringComparison.Ordinal)).ToImmutableArray()).FirstOrDefault(found => !found.IsEmpty, []);
    }

    /// <summary>The figures that the indicators' own words mean, and of these those in the unit asked for.</summary>
    private static ImmutableArray<Target> OfBest(List<(Target Target, float Score)> named, List<ImmutableArray<string>> words, ImmutableArray<string> measured)
    {
        if (named.Count == 0)
        {
            return [];
        }

        // "农村充电桩" of 充电桩（其中农村）: the part alone is asked for.
        var typedWords = string.Concat(words.Select(w => w[0]));
        if (named.Where(n => RowTitles.PartIn(n.Target.Indicator) is { Length: > 1 } part && typedWords.Contains(part, StringComparison.Ordinal)).Select(n => n.Target).ToImmutableArray() is { IsEmpty: false } parts)
        {
            return MeasuredSo(parts, measured);
        }

        // Where one indicator has the whole wording, another that shares a part of it measures something else: 雨水管网 is not 污水管网.
        var most = named.Max(n => n.Score);
        var whole = named.Exists(n => n.Score >= most * SameAsBest && HoldsAll(words, n.Target.Indicator));
        var meant = named.Where(n => n.Score >= most * (whole ? SameAsBest : NearBest)).Select(n => n.Target).ToImmutableArray();
        var heads = meant.Where(t => IsAbout(words, t.Indicator)).ToImmutableArray();
        var own = whole && !heads.IsEmpty ? heads : meant;

        // "PM2.5": the figure that is called so, and not one beside it that goes by another word for the same matter.
        var typed = own.RemoveAll(t => !words.Exists(w => NormalizedText.Fold(t.Indicator).Contains(w[0], StringComparison.Ordinal)));
        return MeasuredSo(typed.IsEmpty ? own : typed, measured);
    }

    private static bool IsAbout(List<ImmutableArray<string>> words, string text) => words.Exists(w => w.Any(f => WorkWording.IsHead(NormalizedText.Fold(text), f)));

    private static ImmutableArray<Target> MeasuredSo(ImmutableArray<Target> targets, ImmutableArray<string> measured)
    {
        var so = targets.Where(t => IsMeasured(t, measured)).ToImmutableArray();
        return so.IsEmpty ? targets : so;
    }

    private static bool IsMeasured(Target target, ImmutableArray<string> measured) => measured.Contains(target.Figure.Normalized.MeasureUnit, StringComparer.Ordinal);

    /// <summary>
    /// Figures of the clauses behind a clause that has none: "推进…治理" is carried on by "治理面积8600亩", whereas "居民收入与经济增长同步"
    /// behind the growth of other things has no figure at all.
    /// </summary>
    private static ImmutableArray<Target> CarriedOn(List<string> clauses, string head, List<(Target Target, float Score)> there, TaskFilter filter)
    {
        var at = clauses.IndexOf(head);
        bool HasFigure(string clause) => there.Exists(t => clause.Contains(t.Target.Text, StringComparison.Ordinal));
        if (!WorkWording.OpensWithVerb(head) && clauses.Take(at).Any(HasFigure))
        {
            return [];
        }

        var behind = clauses.Skip(at + 1).ToList();
        var carried = there.Where(t => behind.Exists(c => c.Contains(t.Target.Text, StringComparison.Ordinal))).ToList();
        if (!filter.Measured.IsEmpty && !carried.Exists(c => IsMeasured(c.Target, filter.Measured)))
        {
            // "创建几个": what is counted in another unit behind it is no number of those.
            return [];
        }

        var named = carried.Where(c => c.Score >= 1).Select(c => c.Target).ToImmutableArray();
        return MeasuredSo(named.IsEmpty ? [.. carried.Select(c => c.Target)] : named, filter.Measured);
    }

    private static bool HoldsAsTyped(List<ImmutableArray<string>> words, string indicator) =>
        NormalizedText.Fold(indicator) is var folded && words.Exists(w => !WorkWording.IsCommon(w[0]) && folded.Contains(w[0], StringComparison.Ordinal));

    private static bool HoldsAll(List<ImmutableArray<string>> words, string indicator)
    {
        var folded = NormalizedText.Fold(indicator);
        return words.TrueForAll(w => WorkWording.IsCommon(w[0]) || w.Any(f => folded.Contains(f, StringComparison.Ordinal)));
    }

    /// <summary>
    /// The Chinese wordings of the thing that a piece of a subject names, as typed first, and the words of work around it by themselves:
    /// 燃气立管改造 is 更新改造燃气立管. Empty for an English word that has none.
    /// </summary>
    private static IEnumerable<ImmutableArray<string>> WordingsOf(string piece, WorkItemIndex index)
    {
        var thing = WorkWording.ThingOf(piece);
        var same = thing == piece ? index.WordingsFor(thing) : index.WordingsFor(piece).Concat(index.WordingsFor(thing)).Prepend(thing);
        ImmutableArray<string> chinese = [.. same.Where(WorkItemIndex.MayStandInChinese).Distinct(StringComparer.Ordinal)];

        // "income": a word of the English titles that has no other wording is looked for as the glossary has it.
        yield return chinese.IsEmpty && Glossary.Default.Of(piece) is { } entry ? [.. entry.Chinese.Where(w => w.Length > 1)] : chinese;
        var at = piece.IndexOf(thing, StringComparison.Ordinal);
        if (at > 1)
        {
            yield return [piece[..at]];
        }

        if (piece.Length - at - thing.Length > 1)
        {
            yield return [piece[(at + thing.Length)..]];
        }
    }

    /// <summary>"nongtian": the task's own words that are read so; null for a piece that is no pinyin of any.</summary>
    private static string? Spoken(string piece, string text)
    {
        if (!char.IsAsciiLetter(piece[0]) || !Pinyin.TrySplit(piece, out var syllables) || syllables.Length < 2)
        {
            return null;
        }

        for (var at = 0; at + syllables.Length <= text.Length; at++)
        {
            var words = text.AsSpan(at, syllables.Length);
            if (SubjectIndex.IsHan(words[0]) && SubjectIndex.IsHan(words[^1]) && Pinyin.Of(words) == piece)
            {
                return words.ToString();
            }
        }

        return null;
    }

    private static IEnumerable<string> Cut(string text, SearchValues<char> ends)
    {
        for (var from = 0; from < text.Length;)
        {
            var end = from + text.AsSpan(from).IndexOfAny(ends);
            end = end < from ? text.Length : end;
            if (end > from)
            {
                yield return text[from..end];
            }

            from = end + 1;
        }
    }

    /// <summary>How much of the words a text has: whole wordings by their length, else the neighbouring characters of the words.</summary>
    private static float ScoreOf(List<ImmutableArray<string>> words, string text)
    {
        var folded = NormalizedText.Fold(text);
        return words.Sum(w => folded.Contains(w[0], StringComparison.Ordinal) ? w[0].Length * (WorkWording.IsCommon(w[0]) ? CommonPair : 1)
            : w.Skip(1).Where(f => folded.Contains(f, StringComparison.Ordinal)).Select(f => LengthOf(w[0], f)).DefaultIfEmpty(0).Max() is > 0 and var like ? Math.Max(like * LikeTyped, Pairs(w[0], folded))
            : Pairs(w[0], folded));
    }

    /// <summary>就业 says less than 新增城镇就业; of an English word the length in Chinese is not known.</summary>
    private static int LengthOf(string typed, string other) => SubjectIndex.IsHan(typed[0]) && SubjectIndex.IsHan(other[0]) ? Math.Min(typed.Length, other.Length) : typed.Length;

    private static float Pairs(string word, string text)
    {
        var score = 0f;
        for (var at = 0; at + 1 < word.Length; at++)
        {
            var pair = word[at..(at + 2)];
            score += !text.Contains(pair, StringComparison.Ordinal) ? 0 : WorkWording.IsCommon(pair) ? CommonPair : 1;
        }

        return score;
    }
}
