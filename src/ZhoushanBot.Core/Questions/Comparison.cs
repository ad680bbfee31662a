using System.Buffers;
using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>A follow-up that holds one thing against another: "跟普陀比呢", "它比普陀少多少", "两个谁多", "which of them is bigger for …".</summary>
internal sealed class Comparison(Recognition heard, ShownBefore before, ImmutableArray<string> organizations, ImmutableArray<string> officials, ImmutableArray<string> areas, WorkItemIndex index)
{
    private static readonly string[] BesideWords = ["和", "跟", "与", "同", "比"];
    private static readonly SearchValues<string> NoComparison = SearchValues.Create(["比例", "占比", "比重", "百分比", "比率", "比值", "比如"], StringComparison.Ordinal);

    /// <summary>"比", "than": something is held against something else.</summary>
    private bool IsBeside
    {
        get
        {
            var text = heard.Text.Text;
            return heard.Has(Cue.Compare) || (text.Contains('比', StringComparison.Ordinal) && !text.AsSpan().ContainsAny(NoComparison))
                || text.Split(' ').Any(w => w is "than" or "versus" or "vs" or "vs." or "against");
        }
    }

    /// <summary>Null when nothing is compared with what was said before.</summary>
    public Question? Read()
    {
        if (!organizations.IsEmpty || !officials.IsEmpty)
        {
            return areas.IsEmpty && heard.Subject.IsEmpty ? WithCarrier() : null;
        }

        return (areas, heard.Subject.IsEmpty) switch
        {
            ([var area], true) => WithArea(area),
            ([var area], false) => OfSubjectWithArea(area),
            ([], true) => OfThose(),
            ([], false) => OfSubject(),
            _ => null,
        };
    }

    /// <summary>"比市水利局多几项": the unit or official named now against the one asked about before.</summary>
    private Question.Tasks? WithCarrier()
    {
        if (!IsBeside || before.Last.Question is not Question.Tasks { Filter: { Subject.IsEmpty: true, Ids.IsEmpty: true } then })
        {
            return null;
        }

        return (then, organizations, officials) switch
        {
            ({ Organizations: [var one], Officials.IsEmpty: true }, [var other], []) when one != other => new Question.Tasks(then with { Organizations = [one, other] }, TaskAspect.CountsCompared),
            ({ Officials: [var one], Organizations.IsEmpty: true }, [], [var other]) when one != other => new Question.Tasks(then with { Officials = [one, other] }, TaskAspect.CountsCompared),
            _ => null,
        };
    }

    /// <summary>The area named now against the one asked about before, or found to have the most.</summary>
    private Question.AreaFigures? WithArea(string area)
    {
        if (!IsBeside || before.Figures is not { Filter: { IsEverything: false } filter } figures || heard.Has(Cue.Share))
        {
            return null;
        }

        var other = figures.Areas is [var first, ..] ? first : before.ExtremeOf(figures);
        var isOfAll = filter is { Subject.IsEmpty: true, Ids.IsEmpty: true };
        return other is null || other == area ? null
            : isOfAll && figures.Areas is [_] && heard.Has(Cue.Everything) && heard.Text.Text.Contains('多', StringComparison.Ordinal) ? new Question.AreaFigures(filter, [other, area], AreaOperation.MoreIn)
            : isOfAll ? figures.Areas is [_] && figures.Bound is null ? new Question.AreaFigures(filter, [other, area], AreaOperation.CountCompared) : null
            : new Question.AreaFigures(filter, [other, area], AreaOperation.Compare) { Bound = figures.Bound };
    }

    /// <summary>"和某县比，食品作坊谁多": the area asked about before and the one named now, by the subject named now.</summary>
    private Question.AreaFigures? OfSubjectWithArea(string area)
    {
        var isElided = Array.Exists(BesideWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) || heard.Text.Text.Split(' ').Any(w => w is "than" or "versus" or "vs" or "vs." or "against" or "with");
        if (!isElided || !IsBeside || heard.Has(Cue.Share, Cue.WholeCity, Cue.EachArea, Cue.Sum) || before.Last.Question is not Question.AreaFigures { Areas: [var other] } figures || other == area)
        {
            return null;
        }

        return SubjectSearch.Find(heard.Subject, index).Any(m => !m.Item.Item.Rows.IsEmpty)
            ? new Question.AreaFigures(figures.Filter with { Subject = heard.Subject, Ids = [] }, [other, area], AreaOperation.Compare)
            : null;
    }

    /// <summary>"谁多", "which one has more": the two of the last turns.</summary>
    private Question? OfThose()
    {
        if (before.Last.Question is Question.Tasks { Aspect: TaskAspect.CountsCompared } compared && heard.Has(Cue.HowManyTasks, Cue.HowMuch, Cue.Compare))
        {
            // "多几项"
            return compared;
        }

        if (before.Last.Question is Question.AreaFigures { Operation: AreaOperation.Compare or AreaOperation.Sum } held && Reckonings.Of(heard.Text.Text) == Reckoning.Difference && !heard.Has(Cue.WholeCity))
        {
            // "多多少"
            return held;
        }

        if (heard.Has(Cue.Shared) && heard.Has(Cue.TheTwo, Cue.FollowUp) && (before.Pair() ?? ComparedBefore) is { Organizations.Length: 2 } shared)
        {
            // "它们一起的呢": what both take part in.
            return new Question.Tasks(shared with { Role = OrganizationRole.Any, AnyOrganization = false }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
        }

        // "谁最多" of the two; "哪位领导最多" is one of all.
        var isOfPair = heard.Has(Cue.Compare) || (heard.Has(Cue.Most, Cue.Least) && heard.Has(Cue.Who) && !heard.Has(Cue.WhichOfficial, Cue.WhichOrganization, Cue.WhichArea));
        if (!isOfPair || heard.Has(Cue.Share, Cue.Sum))
        {
            return null;
        }

        if (before.Pair() is { } pair)
        {
            return new Question.Tasks(pair, TaskAspect.CountsCompared);
        }

        if (!heard.Has(Cue.Compare) || before.Last.Question is not Question.AreaFigures figures || PairOf(figures) is not { } both)
        {
            return null;
        }

        var isOfAll = figures.Filter.Subject.IsEmpty && figures.Filter.Ids.IsEmpty;
        return new Question.AreaFigures(figures.Filter, both, isOfAll ? AreaOperation.CountCompared : AreaOperation.Compare);
    }

    /// <summary>"which of them is bigger for …": the two areas of before, the subject named now.</summary>
    private Question.AreaFigures? OfSubject()
    {
        if (!heard.Has(Cue.Compare) || !heard.Has(Cue.AmongThem, Cue.FollowUp, Cue.TheTwo) || before.Last.Question is not Question.AreaFigures figures || PairOf(figures) is not { } both)
        {
            return null;
        }

        var filter = figures.Filter with { Subject = heard.Subject, Ids = [] };
        return SubjectSearch.Find(heard.Subject, index).IsEmpty ? null : new Question.AreaFigures(filter, both, AreaOperation.Compare);
    }

    /// <summary>The two whose numbers of tasks were just compared.</summary>
    private TaskFilter? ComparedBefore => before.Last.Question is Question.Tasks { Aspect: TaskAspect.CountsCompared, Filter: var compared } ? compared : null;

    private ImmutableArray<string>? PairOf(Question.AreaFigures figures) => figures.Areas switch
    {
        { Length: > 1 } several => several,
        [] when before.Earlier is [{ Question: Question.AreaFigures { Areas.IsEmpty: true } then }, ..] && then.Filter.Subject == figures.Filter.Subject && before.ExtremeOf(then) is { } one && before.ExtremeOf(figures) is { } other && one != other => [other, one],
        [var one] when before.Earlier.Select(t => t.Question).OfType<Question.AreaFigures>().FirstOrDefault(f => f.Areas is [var other] && other != one) is { Areas: [var other] } => [other, one],
        _ => null,
    };
}
