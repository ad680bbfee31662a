using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>What was heard, with the words in it that only the turn before gives a meaning: 各县区 after a subject are its areas, "how many trees is it" names no trees.</summary>
internal static partial class HeardAnew
{
    private static readonly string[] Pointing = ["这", "那", "这些", "那些", "the ", "those ", "these "];

    /// <summary>"各县区怎么分" of a subject asked about before: its areas are meant, not their governments as a group.</summary>
    public static Recognition WithEachArea(Recognition heard, ContextTurn last)
    {
        var isOfAreas = heard.Mentions is [var group] && Asked.MayBeEachArea(group) && heard.Subject.IsEmpty && !heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Shared, Cue.Partners)
            && ShownBefore.FilterOf(last.Question) is { } filter && ShownBefore.IsOfOne(filter);
        return isOfAreas
            ? new Recognition(heard.Text, [], heard.Cues.Add(new CueMention(Cue.EachArea, heard.Mentions[0].Span)), heard.Place, heard.Years, heard.OtherPlaces, heard.Subject) { Due = heard.Due, Bound = heard.Bound }
            : heard;
    }

    /// <summary>"某管委会呢" after the figures of areas: the area that it governs.</summary>
    public static Recognition WithGoverned(Recognition heard, ContextTurn last, WorkItemIndex index)
    {
        var isOfFigures = last.Question is Question.AreaFigures || (last.Question is Question.Tasks { Aspect: TaskAspect.Figures, Filter: { } filter } && ShownBefore.IsOfOne(filter));
        return isOfFigures && heard.Subject.IsEmpty && heard.IsElliptic && heard.Cues.All(c => c.Cue is Cue.FollowUp or Cue.HowMuch or Cue.Target)
            && heard.Mentions is [{ Candidates: [Entity.Body { Name: var body }] } named] && index.AreaGovernedBy(body) is { } area
                ? heard with { Mentions = [named with { Candidates = [new Entity.Region(area)] }] } : heard;
    }

    /// <summary>"how many trees is it" of the one task shown: the word only says what its figure counts.</summary>
    public static Recognition WithoutCounted(Recognition heard, ContextTurn last) =>
        !heard.Subject.IsEmpty && heard.Mentions.IsEmpty && heard.Has(Cue.HowMuch) && last.Shown.Distinct(StringComparer.Ordinal).Count() == 1 && OfIt().IsMatch(heard.Text.Text)
            ? heard with { Subject = SubjectWords.None } : heard;

    /// <summary>"how many have to be upgraded in A" after a thing: what is done to it is no other thing. "and what's the tonnage?": in what it is measured.</summary>
    public static Recognition WithoutGeneric(Recognition heard, ContextTurn last) =>
        !heard.Subject.IsEmpty && ShownBefore.FilterOf(last.Question) is { } filter && ShownBefore.IsOfOne(filter)
        && ((heard.Has(Cue.HowMuch) && OfThem().IsMatch(heard.Text.Text) && heard.Subject.Groups.All(g => g.Pieces.All(p => Glossary.Default.IsGeneric(p))))
            || (Measure().IsMatch(heard.Text.Text) && heard.Mentions.IsEmpty && heard.Subject.Groups.All(g => g.Pieces.All(BoundReader.IsUnitWord))))
            ? heard with { Subject = SubjectWords.None, Cues = heard.Has(Cue.HowMuch) ? heard.Cues : heard.Cues.Add(new CueMention(Cue.HowMuch, default)) } : heard;

    // how many have to be upgraded in Putuo
    [GeneratedRegex("\\bhow many (?:have|has|are|need|must|should|will|do|does|of them)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfThem();

    // and what's the tonnage?
    [GeneratedRegex("^(?:and |so |ok,? )?(?:what(?:'s| is| are) the [a-z]+|(?:the )?[a-z]+)[?. ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Measure();

    /// <summary>"这7座都在哪个县": a figure just told, by which the thing itself is meant.</summary>
    public static Recognition WithoutTold(Recognition heard, ContextTurn last, WorkItemIndex index) =>
        // "食品作坊那个我记得是8家，对吧" after an area's targets: the figure is held against the area's.
        heard.Bound is { Bound.IsExact: true } && !heard.Subject.IsEmpty && FigureClaim.In(heard.Text.Text) is not null && last.Question is Question.AreaFigures { Areas: [_] } ? heard with { Bound = null }
        : heard.Bound is { Bound: { IsExact: true } told, Span.Start: var at } && Array.Exists(Pointing, w => heard.Text.Text.AsSpan(0, at).EndsWith(w)) && last.Shown.Any(id => index.Find(id) is { } shown && told.FitsAny(shown.Item))
            ? heard with { Bound = null } : heard;

    /// <summary>"定海有份没", "市本级承担多少" of a subject asked about before: whether the area has a target, or which, and not what its government takes part in.</summary>
    public static Recognition WithoutShare(Recognition heard, ContextTurn last, WorkItemIndex index) =>
        last.Shown.Any(id => index.Find(id) is { Item.Rows.IsEmpty: false }) && heard.Subject.IsEmpty && heard.Has(Cue.Participate) && heard.WordsOf(Cue.Participate).All(said => said.Contains('份', StringComparison.Ordinal) || (said == "承担" && heard.Has(Cue.HowMuch))) && heard.Mentions is [{ Candidates: var named }]
        && named.Any(c => c is Entity.Region) && ShownBefore.FilterOf(last.Question) is { } filter && ShownBefore.IsOfOne(filter)
            ? heard with { Cues = heard.Cues.RemoveAll(c => c.Cue == Cue.Participate) } : heard;

    /// <summary>"什么时候通车" of the task shown before: the stage is no other subject.</summary>
    public static Recognition WithoutStage(Recognition heard, ContextTurn last) =>
        heard.Has(Cue.When, Cue.WhichArea, Cue.EachArea, Cue.Most, Cue.Least) && !heard.Subject.IsEmpty && heard.Mentions.IsEmpty && heard.Subject.Groups.All(g => g.Pieces.All(NamedSteps.HasStage)) && ShownBefore.FilterOf(last.Question) is { } filter && ShownBefore.IsOfOne(filter)
            ? heard with { Subject = SubjectWords.None } : heard;

    // how many trees is it
    [GeneratedRegex("^(?:and |so )?how many [a-z'-]+ (?:is|are|was|were|would) (?:it|that|this|those|they|these)(?: in all| in total| altogether)?[?. ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfIt();
}
