using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>Questions for the targets of areas: of one, of all, compared, ranked, added up, or missing.</summary>
internal sealed partial class AreaFrames(Asked asked)
{
    private static readonly SearchValues<string> Contrasts = SearchValues.Create(["而", "但", "却", " but ", " while ", "有目标的", "has one", "does"], StringComparison.Ordinal);
    private static readonly string[] MentionWords = ["提到", "提及", "写到", "点到", "讲到", "有关的任务", "相关的任务", "有关系", " mention", "refer to"];
    private static readonly string[] TaskWords = ["任务", "工作", "项目", "事项"];
    private static readonly string[] RowWords = ["哪些指标", "哪几个指标", "几个指标", "哪些目标", "哪几项指标", "几项指标", "which indicators", "which targets", "what targets", "how many indicators"];
    private static readonly string[] WhichWords = ["哪", "什么", "which ", "what "];
    private static readonly string[] MoreWords = ["more than", "higher than", "larger than", "bigger than", "ahead of", "超过"];
    private static readonly string[] MoreEnds = ["多", "高", "大"];
    private static readonly string[] AddingUp = ["对得上", "对不对得上", "add up", "adds up"];
    private static readonly string[] AskingWords = ["哪", "which ", "who "];
    private static readonly string[] OnlyWords = ["只有", "仅有", "只给", "仅给", "独有", "独一份", " only ", " alone", "nobody else", "no other"];
    private static readonly string[] TargetWords = ["指标", "目标", "任务", "项目", "实事", "indicator", "target", "task", "project"];
    private static readonly string[] EveryWords = ["每个县", "每个区", "每个地", "各县", "各区", "各地", "所有县", "所有区", "所有地", "全部县", "全部区", "个个县", "every county", "every district", "every area", "each county", "each district", "each area", "all counties", "all districts", "all areas", "all the counties", "all the districts", "every place", "all places"];
    private static readonly string[] CountyWords = ["县", "count", "district"];
    private static readonly string[] WhetherBegins = ["do ", "does ", "did ", "has ", "have ", "is ", "are ", "will ", "must "];
    private readonly Recognition heard = asked.Heard;

    /// <summary>Null where no area is meant, or something else is asked of it.</summary>
    public Question? Read()
    {
        if (asked.Areas.IsEmpty && !asked.Excluded.IsEmpty && asked.HasSubject && heard.Has(Cue.Who, Cue.WhichArea, Cue.Partners) && !heard.Has(Cue.Sum, Cue.Most, Cue.Least, Cue.Rank, Cue.Without)
            && OtherAreas() is { IsEmpty: false } others)
        {
            return new Question.AreaFigures(asked.Filter(), others, AreaOperation.Value);
        }

        if (asked.Areas.IsEmpty)
        {
            return OfNoArea();
        }

        if (heard.Has(Cue.Without) && !asked.HasSubject)
        {
            return Missing();
        }

        if (IsAlone())
        {
            return new Question.AreaFigures(asked.Filter() with { Subject = SubjectWords.None }, asked.Areas, AreaOperation.Only);
        }

        if (asked.HasSubject && asked.Areas is [var inText] && NamedInText(inText) is { IsEmpty: false } named && (!asked.AsksFigure || (Operation(heard, 1) == AreaOperation.Value && HasFigureOf(inText, named))))
        {
            return new Question.Tasks(TaskFilter.Everything with { Ids = named, Subject = heard.Subject }, asked.SubjectAspect);
        }

        if (asked.HasSubject && !asked.AsksFigure && asked.Organizations.IsEmpty && asked.Officials.IsEmpty && asked.Index.GovernmentsOf(asked.Areas) is { IsEmpty: false } carriers && !asked.HasRows && IsCarriedBy(carriers))
        {
            return new Question.Tasks(asked.Filter() with { Organizations = carriers }, heard.Has(Cue.When) && !asked.AsksOwner ? TaskAspect.Deadline : TaskAspect.Owner);
        }

        if (asked.HasSubject && !asked.Matches.IsEmpty && heard.Has(Cue.Counties) && heard.Named<Entity.Region>().IsEmpty && heard.Has(Cue.Most, Cue.Least) && !heard.Has(Cue.Sum, Cue.Share))
        {
            // "四个县区里哪个最少"
            return new Question.AreaFigures(asked.Filter(), [], Operation(heard, 0)) { AmongCounties = true };
        }

        if (asked.HasSubject)
        {
            // "岱山县排第几", "岱山县是不是最少": the place of one is seen among all.
            return asked.Matches.IsEmpty ? null
                : heard.Has(Cue.When) && !heard.Has(Cue.HowMuch) ? new Question.Tasks(asked.Filter(), TaskAspect.Deadline)
                : heard.Has(Cue.Participate) && !asked.AsksFigure && !HasTargets && !(asked.HasRows && heard.WordsOf(Cue.Participate).All(said => said.Contains('份', StringComparison.Ordinal))) ? new Question.Tasks(asked.Filter(), TaskAspect.Owner)
                : asked.AsksOwner && !ComparesAreas && !IsAllotted && !heard.Has(Cue.HowMuch, Cue.Target, Cue.Share, Cue.Sum, Cue.Most, Cue.Least, Cue.Rank) ? new Question.Tasks(asked.Filter(), TaskAspect.Owner)
                : asked.Areas is [_] && heard.Has(Cue.Rank, Cue.Most, Cue.Least) && !heard.Has(Cue.Share) ? new Question.AreaFigures(asked.Filter(), [], AreaOperation.Rank) { WithOwner = asked.AsksOwner }
                : new Question.AreaFigures(asked.Filter(), asked.Areas, AddsSubjects ? AreaOperation.Sum : Operation(heard, asked.Areas.Length)) { WithOwner = asked.AsksOwner, WithBreakdown = asked.Areas.Length > 1 && heard.Has(Cue.WholeCity) };
        }

        if (BesideGovernments() is { } beside)
        {
            return beside;
        }

        if (!asked.Organizations.IsEmpty || !asked.Officials.IsEmpty)
        {
            return heard.Has(Cue.Target, Cue.HowMuch) || asked.Organizations.IsEmpty ? new Question.AreaFigures(asked.Filter(), asked.Areas, Operation(heard, asked.Areas.Length)) : null;
        }

        return OfWholeArea();
    }

    /// <summary>"what falls to the municipal level itself", and its table has a figure for it: no unit is asked for.</summary>
    private bool IsAllotted => HasTargets && heard.Has(Cue.Responsible) && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Lead, Cue.Support, Cue.Partners);

    /// <summary>"甲和乙谁装的多", "who has to build more, A or B?": who is one of the areas.</summary>
    private bool ComparesAreas => asked.Areas.Length > 1 && heard.Has(Cue.Who) && (WhoHasMore().IsMatch(heard.Text.Text) || heard.Ending is '多' or '少' or '大' or '高' or '低' or '重' || heard.Has(Cue.More, Cue.Compare));

    /// <summary>"total of sewage and rainwater pipes Putuo has to build": one area's figures of several subjects.</summary>
    private bool AddsSubjects => asked.Areas is [_] && heard.Subject.Groups.Length > 1 && heard.Has(Cue.Sum) && !heard.Has(Cue.Share, Cue.Most, Cue.Least);

    /// <summary>No area is named, and what is asked is of all of them.</summary>
    private Question.AreaFigures? OfNoArea()
    {
        if (asked.HasSubject && AsksEveryArea)
        {
            return new Question.AreaFigures(asked.Filter() with { Organizations = [], Role = OrganizationRole.Any }, [], AreaOperation.Without) { AsksWhetherAll = true, Excluded = NoCounties() };
        }

        var isByArea = asked.IsEachArea || (asked.HasRows && CountWords.AreasFromTheEnd(heard.Text.Text) > 1) || heard.Has(Cue.WhichArea, Cue.EachArea) || (!asked.Excluded.IsEmpty && heard.Has(Cue.Sum, Cue.Most, Cue.Least)) || (heard.Has(Cue.Rank, Cue.Most, Cue.Least) && asked.HasRows) || (heard.Has(Cue.Sum) && (HasOnlyShares() || (asked.HasRows && (asked.SaysArea || AddingUp.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal))))))
            || (heard.Has(Cue.Without) && asked.HasRows && asked.Organizations.IsEmpty && asked.Officials.IsEmpty && Array.Exists(AskingWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)));
        return !asked.HasSubject || asked.Matches.IsEmpty || !isByArea || !asked.Organizations.IsEmpty || (asked.AsksOwner && !asked.AsksFigure && !asked.HasRows)
            ? null
            : new Question.AreaFigures(asked.Filter(), [], heard.Has(Cue.Sum) && !heard.Has(Cue.Most, Cue.Least, Cue.Rank) ? AreaOperation.Sum : Operation(heard, 0)) { Excluded = heard.Has(Cue.Without) ? [.. asked.Excluded.Union(Asked.NoCounties(heard, asked.Index), StringComparer.Ordinal)] : asked.Excluded, WithBreakdown = heard.Has(Cue.EachArea, Cue.WholeCity), WithOwner = heard.Has(Cue.Lead, Cue.Responsible, Cue.WhichOrganization, Cue.WhichOfficial) };
    }

    /// <summary>市本级 and zones, where counties are asked about.</summary>
    private ImmutableArray<string> NoCounties() => CountyWords.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal))
        ? [.. asked.Index.AreasOfKinds(WorkItems.AreaKind.CityLevel, WorkItems.AreaKind.FunctionalZone)] : [];

    /// <summary>"每个县区都有指标吗", "does every county have a target?": yes, or those that have none.</summary>
    private bool AsksEveryArea
    {
        get
        {
            var text = heard.Text.Text;
            var isAsked = text.Contains('都', StringComparison.Ordinal) && (heard.Ending is '吗' or '么' or '吧' || text.Contains("是不是", StringComparison.Ordinal) || text.Contains("是否", StringComparison.Ordinal) || text.Contains("有没有", StringComparison.Ordinal));
            return (isAsked || Array.Exists(WhetherBegins, b => text.StartsWith(b, StringComparison.Ordinal))) && asked.HasRows && asked.Officials.IsEmpty && asked.Claim is null
                && !heard.Has(Cue.Sum, Cue.HowMuch, Cue.Most, Cue.Least, Cue.Rank, Cue.Lead, Cue.Support, Cue.Participate, Cue.Who) && Array.Exists(EveryWords, w => text.Contains(w, StringComparison.Ordinal));
        }
    }

    /// <summary>"哪些指标只有定海有": what no other area has a target for.</summary>
    private bool IsAlone()
    {
        var text = heard.Text.Text;
        return !asked.HasSubject && asked.Organizations.IsEmpty && asked.Officials.IsEmpty && Array.Exists(OnlyWords, w => text.Contains(w, StringComparison.Ordinal))
            && Array.Exists(TargetWords, w => text.Contains(w, StringComparison.Ordinal)) && Array.Exists(WhichWords, w => text.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>Nothing but areas is named: all their targets, the tasks that mention one, or what their governments have to do.</summary>
    private Question OfWholeArea()
    {
        if (AsksWhichRows && !heard.Has(Cue.Reason, Cue.Lead, Cue.Support, Cue.HowManyTasks, Cue.Without))
        {
            var text = heard.Text.Text;
            var isMore = MoreWords.Any(w => text.Contains(w, StringComparison.Ordinal)) || (text.Contains('比', StringComparison.Ordinal) && MoreEnds.Any(w => text.Contains(w, StringComparison.Ordinal)));
            if (asked.Areas is [_] && heard.Has(Cue.Share) && heard.Has(Cue.Most))
            {
                return new Question.AreaFigures(asked.Filter(), asked.Areas, AreaOperation.LargestShare);
            }

            if (asked.Areas is [_] ? heard.Has(Cue.Most) && !heard.Has(Cue.Share) : asked.Areas.Length == 2 && isMore)
            {
                return new Question.AreaFigures(asked.Filter(), asked.Areas, AreaOperation.MoreIn);
            }
        }

        if (Mentioning() is { IsEmpty: false } mentioning)
        {
            return new Question.Tasks(TaskFilter.Everything with { Ids = mentioning, Lists = asked.Lists }, TaskAspect.List);
        }

        var asks = heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible, Cue.HowManyTasks, Cue.Partners, Cue.Shared, Cue.LeadUnitTerm);
        var isReport = asked.Lists is [WorkListKind.WorkReport];
        var governments = isReport || (asks && !heard.Has(Cue.Target) && asked.Lists.IsEmpty) ? asked.Index.GovernmentsOf(asked.Areas) : [];
        return governments.IsEmpty
            ? new Question.AreaFigures(asked.Filter(), asked.Areas, Operation(heard, asked.Areas.Length))
            : new Question.Tasks(asked.Filter() with { Organizations = governments }, governments.Length > 1 && new CarrierFrames(asked).ComparesCounts ? TaskAspect.CountsCompared : new CarrierFrames(asked).Aspect);
    }

    /// <summary>"哪些指标", "which targets": rows are asked for, and not how many an area has.</summary>
    private bool AsksWhichRows => WhichWords.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) && TargetWords.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>"县区里谁的民生实事指标最多", "which county has the most targets": the areas by how many targets they have.</summary>
    public Question.AreaFigures? ByTargetCount()
    {
        var text = heard.Text.Text;
        var asksArea = heard.Has(Cue.WhichArea, Cue.EachArea, Cue.Counties) || asked.SaysArea || heard.Mentions.Any(Asked.MayBeEachArea);
        if (asked.HasSubject || !asksArea || !heard.Has(Cue.Most, Cue.Least, Cue.Rank) || !asked.Areas.IsEmpty || !asked.Officials.IsEmpty || heard.Due is not null || heard.Bound is not null
            || asked.Lists.Contains(WorkListKind.WorkReport) || !(heard.Has(Cue.Target) || !asked.Lists.IsEmpty) || heard.Has(Cue.WhichOrganization, Cue.EachOrganization, Cue.WhichOfficial, Cue.EachOfficial, Cue.Lead, Cue.Support))
        {
            return null;
        }

        // 市本级 is no county, and a new town none either where 县区 are asked for.
        var onlyCounties = text.Contains("县区", StringComparison.Ordinal) || text.Contains("区县", StringComparison.Ordinal) || text.Contains("县(区)", StringComparison.Ordinal) || text.Contains("count", StringComparison.Ordinal) || text.Contains("district", StringComparison.Ordinal);
        var all = asked.Index.Notices.SelectMany(n => n.Areas).Where(a => a.Kind != WorkItems.AreaKind.CityLevel && (!onlyCounties || a.Kind != WorkItems.AreaKind.FunctionalZone)).Select(a => a.Name).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return all.Length < 2 ? null : new Question.AreaFigures(TaskFilter.Everything with { Lists = asked.Lists }, all.RemoveAll(a => asked.Excluded.Contains(a, StringComparer.Ordinal)), AreaOperation.CountCompared)
        {
            Nth = heard.Has(Cue.Least) && !heard.Has(Cue.Most) ? -1 : heard.Has(Cue.Most) ? 1 : 0,
        };
    }

    /// <summary>"嵊泗没有目标的省民生实事", "岱山没有哪些指标": what gives the areas no target.</summary>
    private Question Missing()
    {
        if (AsksRows && asked.Organizations.IsEmpty && asked.Officials.IsEmpty && !asked.Lists.Contains(WorkListKind.WorkReport))
        {
            return new Question.AreaFigures(asked.Filter(), asked.Areas, AreaOperation.Without);
        }

        var (without, with) = ByNegation();
        return new Question.Tasks(
            asked.Filter() with { WithoutTargetIn = without, WithTargetIn = with, Lists = asked.Lists.IsEmpty ? [WorkListKind.ProvincialProjects, WorkListKind.CityProjects] : asked.Lists },
            heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List);
    }

    /// <summary>"嵊泗没有分到哪些指标": rows of the tables, of which a task may have several, one with a target and one without.</summary>
    private bool AsksRows
    {
        get
        {
            var text = heard.Text.Text;
            var says = Array.Exists(RowWords, w => text.Contains(w, StringComparison.Ordinal)) || (text.Contains("指标", StringComparison.Ordinal) && !Array.Exists(TaskWords, w => text.Contains(w, StringComparison.Ordinal)));
            return says && ByNegation() is { Without.IsEmpty: false, With.IsEmpty: true };
        }
    }

    /// <summary>"文旅局牵头的哪些是和嵊泗一起的": the areas' governments beside the units.</summary>
    private Question.Tasks? BesideGovernments() =>
        !asked.Organizations.IsEmpty && heard.Has(Cue.Shared, Cue.Joint, Cue.Partners, Cue.Participate, Cue.Support) && asked.Index.GovernmentsOf(asked.Areas) is { IsEmpty: false } beside
            ? new Question.Tasks(
                asked.Filter() with { Organizations = [.. asked.Organizations, .. beside], AnyOrganization = false, Role = OrganizationRole.Any, Leading = heard.Has(Cue.Lead) ? asked.Organizations : [] },
                heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List)
            : null;

    /// <summary>"新城没有目标而普朱有": the areas before the "without", and those behind that have one; all are without where nothing tells them apart.</summary>
    private (ImmutableArray<string> Without, ImmutableArray<string> With) ByNegation()
    {
        var negation = heard.Cues.First(c => c.Cue == Cue.Without).Span;
        var behind = heard.Text.Text.AsSpan(negation.End);
        var isContrast = behind.ContainsAny(Contrasts) || heard.Text.Text.AsSpan(0, negation.Start).ContainsAny(Contrasts);
        var named = heard.Mentions.Where(m => m.Candidates is [Entity.Region]).Select(m => (((Entity.Region)m.Candidates[0]).Name, m.Span)).ToList();
        if (!isContrast || named.Count != 2)
        {
            return (asked.Areas, []);
        }

        // The area nearest to the "without", in front of it, lacks the target.
        var lacking = named.Where(n => n.Span.End <= negation.Start).OrderBy(n => negation.Start - n.Span.End).Select(n => n.Name).FirstOrDefault() ?? named[0].Name;
        return ([lacking], [.. named.Select(n => n.Name).Where(n => n != lacking)]);
    }

    /// <summary>
    /// Tasks whose own words name the area (六横先进制造和清洁能源岛), where no table of the subject has the area at all. A table that has it
    /// and gives it nothing is the answer: a bridge named after the area must not bring the whole city's roads.
    /// </summary>
    private ImmutableArray<string> NamedInText(string area)
    {
        var stem = StemOf(area);
        return asked.Matches.Any(m => m.Item.Item.Rows.Any(r => r.Areas.Any(a => a.Area == area)))
            ? []
            : [.. asked.Matches.Where(m => m.Item.Item.Rows.IsEmpty && m.Item.Item.Text.Contains(stem, StringComparison.Ordinal)).Select(m => m.Item.Item.Id).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>甲经开区工业总产值: what a figure of such a task measures is the area's own.</summary>
    private bool HasFigureOf(string area, ImmutableArray<string> tasks) =>
        asked.Matches.Any(m => tasks.Contains(m.Item.Item.Id, StringComparer.Ordinal) && m.Item.Item.Targets.Any(t => t.Indicator.Contains(StemOf(area), StringComparison.Ordinal)));

    /// <summary>"哪些任务提到岱山", "which tasks mention Daishan": those whose words name the area, that its government carries, or that give it a target.</summary>
    private ImmutableArray<string> Mentioning()
    {
        var text = heard.Text.Text;
        if (asked.Areas is not [var area] || !Array.Exists(MentionWords, w => text.Contains(w, StringComparison.Ordinal)))
        {
            return [];
        }

        var stem = StemOf(area);
        return [.. asked.Index.Items.Where(i => i.Item.Text.Contains(stem, StringComparison.Ordinal) || i.Item.ResponsibleOrganizations.Any(o => o.Name.StartsWith(stem, StringComparison.Ordinal)) || i.Item.Rows.Any(r => r.HasTarget(area))).Select(i => i.Item.Id)];
    }

    private static string StemOf(string area) => area.Length > 2 && area[^1] is '区' or '县' or '市' ? area[..^1] : area;

    /// <summary>"除了定海区以外谁还有": areas that have a target of the subject, but for those left out.</summary>
    private ImmutableArray<string> OtherAreas() =>
    [
        .. asked.Matches.SelectMany(m => m.Row is { } row ? [row] : m.Item.Item.Rows).SelectMany(r => r.Areas).Where(a => a.Value is WorkItems.CellValue.Amount or WorkItems.CellValue.Words)
            .Select(a => a.Area).Distinct(StringComparer.Ordinal).Except(asked.Excluded, StringComparer.Ordinal),
    ];

    private bool HasOnlyShares() => asked.HasRows && asked.Matches.SelectMany(m => m.Item.Item.Rows).All(r => r.City.Value is WorkItems.CellValue.Amount { Figure.IsPercentage: true });

    /// <summary>The subject's tables give a named area a target.</summary>
    private bool HasTargets => asked.Matches.Any(m => (m.Row is { } row ? [row] : m.Item.Item.Rows).Any(r => asked.Areas.Any(r.HasTarget)));

    /// <summary>"嵊泗跟考古有什么关系": the area's government is named in a task of the subject.</summary>
    private bool IsCarriedBy(ImmutableArray<string> governments) => asked.Matches.Any(m => governments.All(g => m.Item.Item.ResponsibleOrganizations.Any(o => o.Name == g)));

    /// <summary>What is asked of so many named areas; of all where none is named.</summary>
    public static AreaOperation Operation(Recognition heard, int areas)
    {
        if (areas > 0 && heard.Has(Cue.Share) && areas == 1)
        {
            return AreaOperation.Share;
        }

        if (heard.Has(Cue.Rank) || (areas == 0 && heard.Has(Cue.Most) && heard.Has(Cue.Least)))
        {
            return AreaOperation.Rank;
        }

        if (areas > 2 && heard.Has(Cue.Sum) && IsAgainst(heard))
        {
            return AreaOperation.AgainstSum;
        }

        if (areas > 0 && heard.Has(Cue.Sum) && (areas > 1 || Reckonings.Of(heard.Text.Text) == Reckoning.Sum))
        {
            return AreaOperation.Sum;
        }

        if (areas > 1)
        {
            return AreaOperation.Compare;
        }

        return areas == 0 && heard.Has(Cue.Share) && heard.Has(Cue.Most, Cue.Least) ? heard.Has(Cue.Most) ? AreaOperation.ShareOfLargest : AreaOperation.ShareOfSmallest
            : heard.Has(Cue.Most) ? AreaOperation.Largest
            : heard.Has(Cue.Least) ? AreaOperation.Smallest
            : areas == 0 && heard.Has(Cue.Without) ? AreaOperation.Without
            : areas == 0 && heard.Has(Cue.Share) ? AreaOperation.Rank
            : AreaOperation.Value;
    }

    // 谁建得长
    [GeneratedRegex("谁[^负管牵抓，,。]{0,6}(?:多|少|长|短|大|小|高|低|重)(?:些|一些|一点)?(?:[?？。]|$|，|,)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhoHasMore();

    /// <summary>"甲比乙和丙加起来还多": behind the first area stands that it is held against the others.</summary>
    private static bool IsAgainst(Recognition heard)
    {
        var named = heard.Mentions.Where(m => m.Candidates is [Entity.Region]).ToList();
        var between = named.Count > 1 ? heard.Text.Text[named[0].Span.End..named[1].Span.Start] : string.Empty;
        return between.Contains('比', StringComparison.Ordinal) || between.Contains(" than ", StringComparison.Ordinal) || between.Contains("多于", StringComparison.Ordinal) || between.Contains("超过", StringComparison.Ordinal) || between.Contains("exceed", StringComparison.Ordinal);
    }
}
