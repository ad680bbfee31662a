using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>A question about several things at once: what one text has nearly all of is not all that is asked for.</summary>
internal static class SeveralSubjects
{
    /// <summary>So many subjects has a letter of which some words are said by the way.</summary>
    private const int FewestOfLong = 3;

    private const float LeastKnown = 0.4f;

    /// <summary>Adds what the subjects find each by itself and no text found so far is about.</summary>
    /// <param name="whole">What was found for all of them together; grows.</param>
    /// <param name="groups">The terms of each.</param>
    /// <param name="asked">The words of each, in the same order.</param>
    /// <param name="subject">All of the subject's words.</param>
    /// <param name="index">Where.</param>
    /// <param name="allowed">Which tasks may be found; null for all.</param>
    public static void Add(List<SubjectHit> whole, List<List<SubjectTerm>> groups, List<SubjectGroup> asked, SubjectWords subject, WorkItemIndex index, Func<IndexedItem, bool>? allowed)
    {
        AddOfEach(whole, groups, asked, subject, index, allowed);
        AddUnmet(whole, [.. groups.Where((_, at) => !asked[at].Pieces.All(p => WorkWording.IsCommon(p) || NamedSteps.HasStage(p)))], index, allowed);
        AddHeads(whole, subject, index, allowed);
    }

    /// <summary>"残疾人就业和残疾儿童康复": two subjects, each with tasks of its own; of two things the one that the notice has, and the answer says that it has not the other.</summary>
    public static List<SubjectHit> EachOf(List<List<SubjectTerm>> groups, List<SubjectHit> whole, WorkItemIndex index, Func<IndexedItem, bool>? allowed)
    {
        var each = groups.Select(g => SubjectSearch.Best([.. g], SubjectSearch.WholeGroup, index, allowed) is var found && (found.Count > 0 || groups.Count < FewestOfLong) ? found : OfKnown(g, index, allowed)).Where(e => e.Count > 0).ToList();
        return (each.Count > 1 && each.Count * 2 > groups.Count) || (groups.Count == 2 && whole.Count == 0 && each is [[{ Coverage: > SubjectSearch.Whole }, ..]]) ? [.. each.SelectMany(e => e).DistinctBy(h => h.Document)] : whole;
    }

    /// <summary>"下班前报公共充电桩" in a long letter: what the store has of it, where that is much of it.</summary>
    private static List<SubjectHit> OfKnown(List<SubjectTerm> terms, WorkItemIndex index, Func<IndexedItem, bool>? allowed) =>
        terms.FindAll(t => !t.Documents.IsEmpty) is { Count: > 0 } known && known.Sum(t => t.Weight) >= LeastKnown * terms.Sum(t => t.Weight) ? SubjectSearch.Best([.. known], SubjectSearch.Whole, index, allowed) : [];

    /// <summary>Where one text has nearly all of several subjects, what another has the whole of one of them.</summary>
    private static void AddOfEach(List<SubjectHit> whole, List<List<SubjectTerm>> groups, List<SubjectGroup> asked, SubjectWords subject, WorkItemIndex index, Func<IndexedItem, bool>? allowed)
    {
        // "先进制造业和清洁能源投资": each wording as typed stands in another text.
        whole.AddRange(subject.Groups.SelectMany(g => g.Pieces).Where(p => p.Length > 3 && SubjectIndex.IsHan(p[0]) && !whole.Exists(h => index.Subjects.TextOf(h.Document).Contains(p, StringComparison.Ordinal)))
            .Select(p => index.Subjects.DocumentsWith(p)).Where(d => d.Length <= SubjectSearch.MostAsTyped).SelectMany(d => d)
            .Distinct().Where(d => !whole.Exists(h => h.Document == d) && (allowed is null || allowed(index.DocumentAt(d).Item))).Select(d => new SubjectHit(d, SubjectSearch.Least)).ToList());

        // "见习岗位，另外引进高校毕业生": all words of one group stand in another text, and are more than one word that anything may have.
        foreach (var own in groups.Where((_, at) => asked[at].Pieces.Sum(p => p.Length) > SubjectSearch.LeastWhole).Select(g => SubjectSearch.Best([.. g], SubjectSearch.Whole, index, allowed)).ToList())
        {
            bool IsIn(SubjectHit hit) => whole.Exists(w => index.DocumentAt(w.Document).Item == index.DocumentAt(hit.Document).Item);
            whole.AddRange(own.Count is > 0 and <= SubjectSearch.MostAsTyped && !own.Exists(IsIn) ? own : []);
        }
    }

    /// <summary>"A个数、B套数，还有C": of a subject that no text found so far has anything of, what few texts have most of.</summary>
    private static void AddUnmet(List<SubjectHit> whole, List<List<SubjectTerm>> groups, WorkItemIndex index, Func<IndexedItem, bool>? allowed)
    {
        foreach (var terms in groups.Where(g => g.Count > 1 || g.Exists(t => t.Weight > 0)))
        {
            var own = SubjectSearch.Best([.. terms], SubjectSearch.Least, index, allowed);
            if (own.Select(h => index.DocumentAt(h.Document).Item.Ordinal).Distinct().Count() is > 0 and <= SubjectSearch.MostAsTyped && !own.Exists(h => whole.Exists(w => index.DocumentAt(w.Document).Item == index.DocumentAt(h.Document).Item)))
            {
                whole.AddRange(own);
            }
        }
    }

    /// <summary>"新改建农村公路和公路安防工程": a thing that the texts found so far only have inside another one, and that another text is about.</summary>
    private static void AddHeads(List<SubjectHit> whole, SubjectWords subject, WorkItemIndex index, Func<IndexedItem, bool>? allowed)
    {
        foreach (var thing in subject.Groups.SelectMany(g => g.Pieces).Where(p => SubjectIndex.IsHan(p[0])).Select(WorkWording.ThingOf).Where(t => t.Length > SubjectSearch.LeastWhole).Distinct(StringComparer.Ordinal))
        {
            if (whole.Exists(h => WorkWording.IsHead(index.Subjects.TextOf(h.Document), thing)))
            {
                continue;
            }

            var own = index.Subjects.DocumentsWith(thing).Where(d => WorkWording.IsHead(index.Subjects.TextOf(d), thing) && (allowed is null || allowed(index.DocumentAt(d).Item))).ToList();
            whole.AddRange(own.Select(d => index.DocumentAt(d).Item.Ordinal).Distinct().Count() is > 0 and <= SubjectSearch.MostAsTyped ? own.Select(d => new SubjectHit(d, SubjectSearch.Least)) : []);
        }
    }
}
