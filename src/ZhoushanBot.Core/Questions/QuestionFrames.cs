using System.Buffers;
using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>A question that stands on its own feet: which kind it is, by what was recognised. The first frame that fits decides.</summary>
internal sealed class QuestionFrames
{
    private static readonly SearchValues<string> Contrasts = SearchValues.Create(["而", "但", "却", " but ", " while ", "有目标的", "has one", "does"], StringComparison.Ordinal);
    private static readonly string[] AreaWords = ["地区", "县区", "区县", "县(区)", "乡镇", "哪些地方", "什么地方", "哪几个地方", "的县", "哪些县", "哪几个县", "县有哪", "areas", "counties", "districts", "townships"];
    private static readonly string[] FigureWords = ["数字", "数值", "数", "值", "figure", "number", "value", "amount", "indicator"];
    private static readonly string[] StageWords = ["开工", "投产", "通车", "投用", "启用", "竣工", "完工", "开放", "投运", "动工", "建成", "办结", "start", "started", "opened", "open", "operational", "delivered"];
    private static readonly string[] WholeWords = ["整个", "全部", "总共", "一共", "加起来", "合计", "whole", "in all", "altogether", "in total", "overall", "all three"];
    private static readonly string[] TableWords = ["行", "附件", "附表", "分解表", "row", "annex", "table"];
    private static readonly SearchValues<char> MarkupSigns = SearchValues.Create("<>{}\\$");
    private static readonly string[] MeaningWords = ["mean", "defin", "explain", "stand for"];
    private static readonly string[] DenyingWords = ["不是", "非", "不由", "不归", "不属于", "not led by", "not headed by", "not under", "other than those of"];
    private static readonly string[] AskingWhether = ["是不是", "归不归", "由不由", "除非", "莫非", "并非"];
    private static readonly string[] WhenWords = ["什么时候", "多久", "几月", "几号", "多长时间"];
    private static readonly string[] CountyWords = ["县", "哪个区", "county", "counties", "district"];
    private readonly Recognition heard;
    private readonly WorkItemIndex index;
    private readonly ImmutableArray<string> organizations;
    private readonly ImmutableArray<string> officials;
    private readonly ImmutableArray<string> areas;
    private readonly ImmutableArray<string> excluded;
    private readonly ImmutableArray<WorkListKind> lists;
    private readonly ImmutableArray<SubjectMatch> matches;
    private readonly bool isEachArea;

    public QuestionFrames(Recognition heard, WorkItemIndex index)
    {
        this.heard = heard;
        this.index = index;
        officials = [.. heard.Named<Entity.Official>().Select(o => o.Name)];
        (areas, excluded) = AreasOf(heard, index);
        lists = ListsOf(heard);
        matches = SubjectSearch.Find(heard.Subject, index);
        isEachArea = IsEachArea();
        organizations = [.. heard.Named<Entity.Body>().Select(b => b.Name).Concat(isEachArea ? [] : heard.Named<Entity.Group>().Select(g => g.Name))];
    }

    /// <summary>The subject is found in the store, so that a word such as 地址 in it is no sign of a question about addresses.</summary>
    public bool IsAboutKnownSubject => !matches.IsEmpty;

    /// <summary>The store's own texts name the place where the subject stands, as in the name of a hospital.</summary>
    public bool IsAboutPlace(string place) =>
        place.Split('\t').Any(word => matches.Any(m => m.Item.Item.Text.Contains(word, StringComparison.Ordinal)
            || index.Names.TitleOf(m.Item.Content.Notice, m.Item.Item)?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>"清洁能源投资要完成多少钱": a task of the subject has an amount of money, which is no budget but what is asked.</summary>
    public bool HasMoneyFigure => heard.Has(Cue.Money) && matches.Any(m => m.Item.Item.Targets.Any(t => t.Figure.Normalized.MeasureUnit.EndsWith('元')));

    /// <summary>"各县区流感疫苗": the areas of a table are meant, not their governments as a group.</summary>
    private bool IsEachArea() => HasRows() && !heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Shared, Cue.Partners) && heard.Mentions.Any(MayBeEachArea);

    /// <summary>各县区, but not 各县区政府: wording of a group of governments that may mean the areas as well.</summary>
    internal static bool MayBeEachArea(Mention mention) => mention.Candidates is [Entity.Group] && !mention.Form.Contains("政府", StringComparison.Ordinal)
        && !mention.Form.Contains("管委会", StringComparison.Ordinal) && !mention.Form.Contains("单位", StringComparison.Ordinal) && SubjectIndex.IsHan(mention.Form[0]);

    /// <summary>"一室多院是啥意思", but not "what are the targets for …".</summary>
    private bool AsksMeaning => SubjectAspect() == TaskAspect.Detail && heard.WordsOf(Cue.Definition).Any(said => SubjectIndex.IsHan(said[0]) || MeaningWords.Any(said.Contains));

    private bool HasSubject => !heard.Subject.IsEmpty;

    private bool AsksOwner => heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Responsible, Cue.Lead, Cue.Support, Cue.Partners);

    private bool AsksFigure => heard.Has(Cue.Money, Cue.HowMuch, Cue.Target, Cue.WithFigures, Cue.Share, Cue.Sum, Cue.Compare, Cue.Most, Cue.Least, Cue.Rank);

    /// <summary>The areas meant, and those that "不算…" leaves out; "四个县区" means the counties and districts.</summary>
    private static (ImmutableArray<string> Areas, ImmutableArray<string> Excluded) AreasOf(Recognition heard, WorkItemIndex index)
    {
        if (!heard.Mentions.Any(m => m.Candidates is [Entity.Region]) && !heard.Has(Cue.Counties, Cue.WhichArea))
        {
            return ([], []);
        }

        var except = heard.Cues.Where(c => c.Cue == Cue.Except).Select(c => c.Span.End).DefaultIfEmpty(int.MaxValue).Min();
        var named = heard.Mentions.Where(m => m.Candidates is [Entity.Region]).Select(m => (((Entity.Region)m.Candidates[0]).Name, m.Span.Start)).ToList();
        ImmutableArray<string> meant = [.. named.Where(n => n.Start < except).Select(n => n.Name).Distinct(StringComparer.Ordinal)];
        if (meant.IsEmpty && heard.Has(Cue.Counties))
        {
            meant = [.. OfKinds(WorkItems.AreaKind.County, WorkItems.AreaKind.District)];
        }

        var without = named.Where(n => n.Start >= except).Select(n => n.Name);
        if (meant.IsEmpty && heard.Has(Cue.Most, Cue.Least) && heard.WordsOf(Cue.WhichArea).Any(said => CountyWords.Any(said.Contains)))
        {
            // 市本级 is no county.
            without = without.Concat(OfKinds(WorkItems.AreaKind.CityLevel));
        }

        return (meant, [.. without.Distinct(StringComparer.Ordinal)]);

        IEnumerable<string> OfKinds(params WorkItems.AreaKind[] kinds) =>
            index.Notices.SelectMany(n => n.Areas).Where(a => kinds.Contains(a.Kind)).Select(a => a.Name).Distinct(StringComparer.Ordinal);
    }

    public static ImmutableArray<WorkListKind> ListsOf(Recognition heard)
    {
        ImmutableArray<WorkListKind> named =
        [
            .. heard.Has(Cue.WorkReportList) ? [WorkListKind.WorkReport] : Array.Empty<WorkListKind>(),
            .. heard.Has(Cue.ProvincialList) ? [WorkListKind.ProvincialProjects] : Array.Empty<WorkListKind>(),
            .. heard.Has(Cue.CityList) ? [WorkListKind.CityProjects] : Array.Empty<WorkListKind>(),
        ];
        return named.IsEmpty && heard.Has(Cue.LivelihoodList) ? [WorkListKind.ProvincialProjects, WorkListKind.CityProjects] : named;
    }

    /// <summary>True when a cue's word stands in what the subject finds: the budget of "budget revenue" is no question for a budget.</summary>
    public bool HasSubjectWord(string word) => word.Length > 1 && !heard.Subject.IsEmpty && index.Subjects.ContainsText(word) && IsAboutPlace(word);

    public (Question Question, string Rule) Read()
    {
        if (ByPlace() is { } placed)
        {
            return (placed, "place");
        }

        if (Definition() is { } definition)
        {
            return (definition, "definition");
        }

        if (((Question?)NotTheirs() ?? ByStep() ?? ByTargetCount() ?? ByCount()) is { } counted)
        {
            return (counted, "others' tasks, dated step or count");
        }

        if ((ByDays() ?? ByBound()) is { } within)
        {
            return (within, "days or amounts");
        }

        if (AboutNotice() is { } about)
        {
            return (about, "about the notice");
        }

        if (Overview() is { } overview)
        {
            return (overview, "overview by official or unit");
        }

        if (ByArea() is { } area)
        {
            return (area, "area");
        }

        if (HasSubject && matches.IsEmpty)
        {
            return heard.Text.Source.AsSpan().ContainsAny(MarkupSigns)
                ? (new Question.Refusal(RefusalReason.NotUnderstood, string.Empty, null), "markup")
                : (new Question.Refusal(RefusalReason.NotFound, heard.Subject.ToString(), organizations.IsEmpty && officials.IsEmpty && areas.IsEmpty ? null : ByEntities()), "subject not found");
        }

        if (!organizations.IsEmpty || !officials.IsEmpty)
        {
            return (ByCarrier(), "unit or official");
        }

        if (HasSubject)
        {
            return AsksMeaning ? (new Question.Refusal(RefusalReason.NotExplained, string.Empty, new Question.Tasks(Filter(), TaskAspect.Quote)), "meaning of a word") : (AboutSubject(Filter()), "subject");
        }

        if (heard.Has(Cue.WhichOfficial) && lists.IsEmpty)
        {
            return (new Question.TasksByOfficial(), "officials");
        }

        return ByList() is { } byList ? (byList, "list") : (new Question.Refusal(RefusalReason.NotUnderstood, string.Empty, null), "nothing fits");
    }

    /// <summary>"监测点什么时候联网", "when must the equipment be installed": one dated step of a task of the subject.</summary>
    private Question.Tasks? ByStep()
    {
        if (!HasSubject || !heard.Has(Cue.When) || heard.Has(Cue.Quote, Cue.HowMuch, Cue.IssuedOn) || heard.Due is not null || heard.Bound is not null)
        {
            return null;
        }

        var text = heard.Text.Text;
        var (subject, found) = (heard.Subject, StepsIn(matches, text));
        if (found.Count == 0 && NamedSteps.HasStage(text) && NamedSteps.WithoutStages(heard.Subject) is var rest && rest != heard.Subject)
        {
            (subject, found) = (rest, StepsIn(SubjectSearch.Find(rest, index), text));
        }

        return found.Count == 0 ? null : new Question.Tasks(Filter() with { Subject = subject, Ids = [.. found.Select(f => f.Id)] }, TaskAspect.Deadline)
        {
            Steps = [.. found.SelectMany(f => f.Steps).Select(s => s.Text).Distinct(StringComparer.Ordinal)],
        };
    }

    private static List<(string Id, ImmutableArray<WorkItems.Milestone> Steps)> StepsIn(ImmutableArray<SubjectMatch> among, string text) =>
        [.. among.Select(m => m.Item).DistinctBy(i => i.Ordinal).Select(i => (i.Item.Id, NamedSteps.Of(text, i.Item))).Where(i => !i.Item2.IsEmpty)];

    /// <summary>"县区里谁的民生实事指标最多", "which county has the most targets": the areas by how many targets they have.</summary>
    private Question.AreaFigures? ByTargetCount()
    {
        var text = heard.Text.Text;
        var asksArea = heard.Has(Cue.WhichArea, Cue.EachArea, Cue.Counties) || Array.Exists(AreaWords, w => text.Contains(w, StringComparison.Ordinal)) || heard.Mentions.Any(MayBeEachArea);
        if (HasSubject || !asksArea || !heard.Has(Cue.Most, Cue.Least, Cue.Rank) || !areas.IsEmpty || !officials.IsEmpty || heard.Due is not null || heard.Bound is not null
            || lists.Contains(WorkListKind.WorkReport) || !(heard.Has(Cue.Target) || !lists.IsEmpty) || heard.Has(Cue.WhichOrganization, Cue.EachOrganization, Cue.WhichOfficial, Cue.EachOfficial, Cue.Lead, Cue.Support))
        {
            return null;
        }

        // 市本级 is no county, and a new town none either where 县区 are asked for.
        var onlyCounties = text.Contains("县区", StringComparison.Ordinal) || text.Contains("区县", StringComparison.Ordinal) || text.Contains("县(区)", StringComparison.Ordinal) || text.Contains("count", StringComparison.Ordinal) || text.Contains("district", StringComparison.Ordinal);
        var all = index.Notices.SelectMany(n => n.Areas).Where(a => a.Kind != WorkItems.AreaKind.CityLevel && (!onlyCounties || a.Kind != WorkItems.AreaKind.FunctionalZone)).Select(a => a.Name).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return all.Length < 2 ? null : new Question.AreaFigures(TaskFilter.Everything with { Lists = lists }, all.RemoveAll(a => excluded.Contains(a, StringComparer.Ordinal)), AreaOperation.CountCompared)
        {
            Nth = heard.Has(Cue.Least) && !heard.Has(Cue.Most) ? -1 : heard.Has(Cue.Most) ? 1 : 0,
        };
    }

    /// <summary>"哪些任务要在6月底前完成", "市水利局10月到期的": what is due within days that the question names.</summary>
    private Question.Tasks? ByDays()
    {
        var isStage = HasSubject && matches.IsEmpty && heard.Subject.Groups.All(g => g.Pieces.All(p => StageWords.Contains(p, StringComparer.Ordinal)));
        if (heard.Due is not { } due || (HasSubject && matches.IsEmpty && !isStage))
        {
            return null;
        }

        if (isStage)
        {
            // "4月底前要开工的": the words of a step, which the list shows.
            return new Question.Tasks(Filter() with { Subject = SubjectWords.None, Due = due.Period, WithTargetIn = areas, Figures = FigureKind.Any }, TaskAspect.List);
        }

        var asks = heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible, Cue.Partners, Cue.Shared);
        var governments = asks && lists.IsEmpty && !HasSubject ? GovernmentsOf(areas) : [];
        var filter = Filter() with { Due = due.Period, Figures = FigureKind.Any };
        filter = governments.IsEmpty ? filter with { WithTargetIn = HasSubject ? [] : areas } : filter with { Organizations = governments };
        return new Question.Tasks(filter, HasSubject ? TaskAspect.Deadline : heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
    }

    /// <summary>"目标超过30公里的任务", "哪些县区超过1000人": tasks, or cells of areas, whose figure lies within a bound.</summary>
    private Question? ByBound()
    {
        var isOnlyFigure = heard.Bound?.Bound.IsExact == true && heard.Subject.Groups.All(g => g.Pieces.All(p => FigureWords.Contains(p, StringComparer.Ordinal)));
        if (heard.Bound is not { Bound: var bound } || (HasSubject && matches.IsEmpty && !isOnlyFigure))
        {
            return null;
        }

        if (bound.IsExact)
        {
            // "350亿是哪项的目标": a task told by its figure.
            return areas.IsEmpty && !isEachArea && !heard.Has(Cue.WhichArea, Cue.EachArea, Cue.When, Cue.Progress) && (isOnlyFigure || !heard.Has(Cue.HowMuch))
                ? new Question.Tasks(
                    Filter() with { Bound = bound, Figures = FigureKind.Any, Subject = isOnlyFigure ? SubjectWords.None : heard.Subject },
                    heard.Has(Cue.Who, Cue.Responsible, Cue.WhichOrganization, Cue.WhichOfficial) ? TaskAspect.Owner : TaskAspect.List)
                : null;
        }

        var isByArea = !areas.IsEmpty || isEachArea || heard.Has(Cue.WhichArea, Cue.EachArea, Cue.Counties)
            || (HasRows() && Array.Exists(AreaWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)));
        if (bound.MeasureUnits.IsEmpty && !isByArea && !heard.Has(Cue.Target, Cue.HowMuch, Cue.Money, Cue.Percentages))
        {
            // A bare number may be anything: "flu vaccination for people over 60".
            return null;
        }

        if (CountsTasks(bound) && !HasSubject && !heard.Has(Cue.Target) && heard.Has(Cue.WhichOrganization, Cue.WhichOfficial, Cue.EachOrganization, Cue.EachOfficial, Cue.Who))
        {
            return null;
        }

        return isByArea && (areas.IsEmpty || HasRows() || !HasSubject)
            ? new Question.AreaFigures(Filter() with { Figures = FigureKind.Any }, areas, AreaOperation.Value) { Bound = bound, Excluded = excluded }
            : new Question.Tasks(Filter() with { Bound = bound, Figures = FigureKind.Any }, heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List);
    }

    /// <summary>"牵头最多的三个单位", "有5个以上单位的任务", "没有量化指标的任务有哪些".</summary>
    private Question? ByCount()
    {
        bool IsOfCount() => heard.Subject.Groups.All(g => g.Pieces.All(p => CountWords.IsCountWord(heard.Text.Text, p)));
        if (HasSubject && matches.IsEmpty && !IsOfCount())
        {
            return null;
        }

        var isNothingNamed = organizations.IsEmpty && officials.IsEmpty && areas.IsEmpty;
        var frames = new CountFrames(heard);
        if (frames.NamesNothing && lists.IsEmpty && (!HasSubject || IsOfCount()) && frames.Carriers() is { } carriers)
        {
            return carriers;
        }

        return areas.IsEmpty && heard.Due is null && frames.Structure(Filter(), isEachArea || heard.Has(Cue.WhichArea, Cue.EachArea)) is { } filter
            && (isNothingNamed || filter.OrganizationCount is not null || filter.Figures != FigureKind.Any || filter.WithSteps || filter.ManyYears)
            ? new Question.Tasks(filter, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List)
            : null;
    }

    /// <summary>"牵头超过10项的单位": not figures are meant but how many tasks somebody has.</summary>
    internal static bool CountsTasks(FigureBound bound) => bound.MeasureUnits.IsEmpty || bound.MeasureUnits[0] is "项" or "个" or "件" or "条" or "-";

    /// <summary>What the named units, officials or areas have, whatever else was said.</summary>
    public Question? ByEntities()
    {
        if (!organizations.IsEmpty || !officials.IsEmpty)
        {
            return new Question.Tasks(Filter() with { Subject = SubjectWords.None }, TaskAspect.List);
        }

        return areas.IsEmpty ? null : new Question.AreaFigures(TaskFilter.Everything with { Lists = lists }, areas, AreaOperation.Value);
    }

    private TaskFilter Filter()
    {
        var bound = RoleBinding.Of(heard);
        var filter = Plain();
        if (bound.IsEmpty || filter.WithoutSupport || !organizations.Any(bound.ContainsKey))
        {
            return filter;
        }

        var own = filter.WithRoles([.. organizations.Select(o => (o, bound.GetValueOrDefault(o, OrganizationRole.Any)))]);
        return own.Leading.IsEmpty && own.Supporting.IsEmpty ? own : own with { AnyOrganization = RoleBinding.IsEachAsked(heard) };
    }

    private TaskFilter Plain() => new()
    {
        Organizations = organizations,
        Role = RoleOfOrganizations(),
        // "石岭县自己承担的目标" leaves out none: targets are an area's own.
        WithoutSupport = heard.Has(Cue.NoSupport) && areas.IsEmpty,
        AsksMoney = HasSubject && heard.Has(Cue.Money),
        Measured = HasSubject ? AskedMeasure.Of(heard.Text.Text, index) : [],
        AnyOrganization = organizations.Length > 1 && !heard.Has(Cue.Shared) && (heard.Has(Cue.Lead, Cue.Support) || (officials.IsEmpty && heard.Has(Cue.WhichOfficial))),
        Officials = officials,
        Lists = lists,
        Subject = heard.Subject,
        Year = heard.Years.FirstOrDefault(y => index.Notices.Any(n => n.Notice.Year == y)),
        Figures = HasSubject ? FigureKind.Any : heard.Has(Cue.Money) ? FigureKind.Money : heard.Has(Cue.Percentages) ? FigureKind.Percentage : FigureKind.Any,
    };

    /// <summary>"毛江平牵头、嵊泗县政府参与": beside an official the lead is the official's.</summary>
    private OrganizationRole RoleOfOrganizations() =>
        heard.Has(Cue.NoSupport) ? OrganizationRole.Lead
        : !officials.IsEmpty && RoleOf(heard) == OrganizationRole.Lead ? OrganizationLeads() ? OrganizationRole.Lead : OrganizationRole.Any
        : RoleOf(heard);

    /// <summary>"洪碧下面市医保局牵头的": the word for leading stands behind the organization, not behind the official.</summary>
    private bool OrganizationLeads() => heard.Cues.Where(c => c.Cue == Cue.Lead && !heard.Text.Text.AsSpan(c.Span.End).TrimStart().StartsWith("by"))
        .Any(c => heard.Mentions.LastOrDefault(m => m.Span.End <= c.Span.Start) is { Candidates: [Entity.Body] });

    /// <summary>"当牵头单位": the term is the role where an organization is named or counted.</summary>
    internal static OrganizationRole RoleOf(Recognition heard) => (heard.Has(Cue.Lead, Cue.LeadUnitTerm), heard.Has(Cue.Support, Cue.SupportUnitTerm) && !heard.Has(Cue.Partners)) switch
    {
        (true, false) => OrganizationRole.Lead,
        (false, true) => OrganizationRole.Support,
        _ => OrganizationRole.Any,
    };

    /// <summary>"市民生实事第5个项目" counts in the list that it names, not in what was shown before.</summary>
    private Question? ByPlace() => heard.Place is { } place && (!place.IsOrdinal || !lists.IsEmpty) ? ByPlace(place) : LastOfList();

    private Question ByPlace(PlaceMention place)
    {
        if (ByRow(place) is { } row)
        {
            return row;
        }

        var section = place.Section == PlaceMention.Last ? LastSection() : place.Section;
        bool IsIn(WorkListKind list) => index.Items.Any(i => i.Item.List == list && i.Item.Section == section && (place.Item == 0 || i.Item.Item == place.Item));
        var where = lists.IsEmpty && section > 0 && officials.IsEmpty ? [IsIn(WorkListKind.Other) && !IsIn(WorkListKind.WorkReport) ? WorkListKind.Other : WorkListKind.WorkReport] : lists;
        var filter = Filter() with { Lists = where, Section = section, Item = place.Item, Subject = SubjectWords.None };
        var aspect = place.Item == 0
            ? heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : heard.Has(Cue.WhichOfficial, Cue.Who) ? TaskAspect.Officials : TaskAspect.List
            : heard.Has(Cue.Quote) ? TaskAspect.Quote : AsksOwner ? TaskAspect.Owner : heard.Has(Cue.When) ? TaskAspect.Deadline : AsksFigure ? TaskAspect.Figures : TaskAspect.Detail;
        return new Question.Tasks(filter, aspect);
    }

    private int LastSection()
    {
        var list = lists.IsEmpty ? WorkListKind.WorkReport : lists[0];
        return index.Items.Where(i => i.Item.List == list).Select(i => i.Item.Section).DefaultIfEmpty().Max();
    }

    /// <summary>"工作报告最后一条": null when no list is named, or something besides.</summary>
    private Question.Tasks? LastOfList() =>
        heard.Has(Cue.LastItem) && lists is [var list] && !HasSubject && organizations.IsEmpty && officials.IsEmpty && areas.IsEmpty
        && index.Items.Where(i => i.Item.List == list).MaxBy(i => (i.Item.Section, i.Item.Item)) is { } last
            ? new Question.Tasks(TaskFilter.Everything with { Ids = [last.Item.Id] }, SubjectAspect())
            : null;

    /// <summary>"附件第29行普陀多少", "省民生实事第20项各县区", "annex row 15": what the rows of that number say of the areas.</summary>
    private Question.AreaFigures? ByRow(PlaceMention place)
    {
        var isOfTable = Array.Exists(TableWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal));
        var isByArea = !areas.IsEmpty || heard.Has(Cue.WhichArea, Cue.EachArea, Cue.Rank, Cue.Without)
            || heard.Mentions.Any(m => m.Candidates is [Entity.Group] && m.Form.AsSpan().IndexOfAny("县区") >= 0 && !m.Form.Contains("政府", StringComparison.Ordinal))
            || (isOfTable && heard.Has(Cue.Most, Cue.Least, Cue.HowMuch, Cue.Who, Cue.Sum));
        if (place.Item == 0 || place.Section > 0 || !isByArea || !officials.IsEmpty || heard.Has(Cue.Quote, Cue.When, Cue.Responsible, Cue.Lead, Cue.Support))
        {
            return null;
        }

        var where = lists.IsEmpty ? [WorkListKind.ProvincialProjects, WorkListKind.CityProjects] : lists;
        return index.Rows.Any(r => where.Contains(r.Owner.Item.List) && (r.Row.Number == place.Item || r.Owner.Item.Item == place.Item))
            ? new Question.AreaFigures(TaskFilter.Everything with { Lists = where, Item = place.Item, Year = Filter().Year }, areas, Operation(heard, areas.Length)) { Excluded = excluded }
            : null;
    }

    /// <summary>"不是某副市长牵头的省民生实事有几项", "city projects not led by the Health Commission": what fits but theirs.</summary>
    private Question.Tasks? NotTheirs()
    {
        var text = heard.Text.Text;
        if (organizations.IsEmpty == officials.IsEmpty || !areas.IsEmpty || !heard.Has(Cue.Lead, Cue.Responsible, Cue.Participate) || text.TrimEnd('?', ' ', '。', '!') is [.., '吗' or '吧'])
        {
            return null;
        }

        var before = text.AsSpan(0, heard.Mentions.First(m => m.Candidates is [Entity.Body or Entity.Group or Entity.Official]).Span.Start).TrimEnd().ToString();
        before = before.EndsWith(" the", StringComparison.Ordinal) ? before[..^" the".Length] : before;
        if (!Array.Exists(DenyingWords, w => before.EndsWith(w, StringComparison.Ordinal)) || Array.Exists(AskingWhether, w => before.EndsWith(w, StringComparison.Ordinal)))
        {
            return null;
        }

        var theirs = Filter() with { AnyOrganization = true };
        var whole = theirs with { AnyOrganization = false, Organizations = [], Officials = [], Role = OrganizationRole.Any, Leading = [], Supporting = [] };
        return new Question.Tasks(whole with { But = theirs }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
    }

    private Question.Definition? Definition()
    {
        if (!heard.Has(Cue.Definition) || !organizations.IsEmpty || !officials.IsEmpty || !areas.IsEmpty || HasSubject)
        {
            return null;
        }

        DefinedTerm? term = heard.Has(Cue.LeadUnitTerm) && heard.Has(Cue.SupportUnitTerm) ? DefinedTerm.ResponsibleOrganizations
            : heard.Has(Cue.LeadUnitTerm) ? DefinedTerm.LeadOrganization
            : heard.Has(Cue.SupportUnitTerm) ? DefinedTerm.SupportingOrganization
            : heard.Has(Cue.PaceTerm) ? DefinedTerm.Pace
            : heard.Has(Cue.SlashTerm) || heard.Text.Text.Contains('/', StringComparison.Ordinal) ? DefinedTerm.Slash
            : heard.Has(Cue.LivelihoodList, Cue.CityList, Cue.ProvincialList) ? DefinedTerm.LivelihoodProject
            : heard.Has(Cue.GroupTerm, Cue.Joint) ? DefinedTerm.JointTask
            : heard.Has(Cue.WhichOfficial) ? DefinedTerm.LeadOfficial
            : heard.Has(Cue.WorkReportList) ? DefinedTerm.WorkReport
            : heard.Has(Cue.WhichOrganization, Cue.Responsible) ? heard.Has(Cue.Lead) ? DefinedTerm.LeadOrganization : DefinedTerm.ResponsibleOrganizations
            : heard.Has(Cue.Lead) ? DefinedTerm.LeadOrganization
            : heard.Has(Cue.Support) ? DefinedTerm.SupportingOrganization
            : null;
        return term is { } known ? new Question.Definition(known) : null;
    }

    private Question.AboutNotice? AboutNotice()
    {
        if (!organizations.IsEmpty || !officials.IsEmpty || !areas.IsEmpty || !matches.IsEmpty)
        {
            return null;
        }

        bool[] imprint = [heard.Has(Cue.IssuedOn), heard.Has(Cue.IssuedBy), heard.Has(Cue.Addressees), heard.Has(Cue.CopiedTo), heard.Has(Cue.Disclosure)];
        NoticeTopic? topic = heard.Has(Cue.SendingIn) && (heard.Has(Cue.When, Cue.Who, Cue.Addressees, Cue.Demands, Cue.WhichOrganization, Cue.Progress) || heard.WordsOf(Cue.SendingIn).Any(said => WhenWords.Any(said.Contains))) ? NoticeTopic.SendingIn
            : heard.Has(Cue.Demands) ? NoticeTopic.Demands
            : AsksPartAndWhole ? NoticeTopic.TaskCount
            : imprint.Count(asked => asked) > 1 && !heard.Has(Cue.DocumentNumber) ? NoticeTopic.Imprint
            : heard.Has(Cue.DocumentNumber) && heard.Has(Cue.IssuedOn, Cue.IssuedBy) ? NoticeTopic.Overview
            : heard.Has(Cue.DocumentNumber) ? NoticeTopic.DocumentNumber
            : heard.Has(Cue.CopiedTo) ? NoticeTopic.CopiedTo
            : heard.Has(Cue.Addressees) ? NoticeTopic.Addressees
            : heard.Has(Cue.Disclosure) ? NoticeTopic.Disclosure
            : heard.Has(Cue.IssuedOn) ? NoticeTopic.IssuedOn
            : heard.Has(Cue.IssuedBy) ? NoticeTopic.Issuer
            : heard.Has(Cue.Findings) && !HasSubject ? NoticeTopic.Findings
            : heard.Has(Cue.Parts) ? heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? NoticeTopic.TaskCount : NoticeTopic.Parts
            : heard.Has(Cue.WhichArea, Cue.EachArea) && !HasSubject ? NoticeTopic.Areas
            : heard.Has(Cue.HowManyTasks) && lists.IsEmpty && !HasSubject && !heard.Has(Cue.EachOfficial, Cue.EachOrganization, Cue.WhichOfficial, Cue.WhichOrganization, Cue.Lead, Cue.Money, Cue.Percentages, Cue.Joint) ? NoticeTopic.TaskCount
            : heard.Has(Cue.NoticeTitle) && (heard.Has(Cue.NoticeWord) || !HasSubject) ? NoticeTopic.Title
            : heard.Has(Cue.NoticeWord) && !HasSubject && lists.IsEmpty && !heard.Has(Cue.Money, Cue.Percentages, Cue.Joint) ? NoticeTopic.Overview
            : heard.Has(Cue.ThisYear) && heard.Has(Cue.Parts) ? NoticeTopic.Parts
            : null;
        return topic is { } known ? new Question.AboutNotice(known) : null;
    }

    /// <summary>"How many tasks in the work report part, and how many in the whole notice?": the whole and its lists are told in one line.</summary>
    private bool AsksPartAndWhole => !lists.IsEmpty && !HasSubject && !heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Money, Cue.Percentages, Cue.WithoutFigures, Cue.NoSupport, Cue.Joint)
        && heard.Cues.Where(c => c.Cue is Cue.HowManyTasks or Cue.HowMuch).Select(c => c.Span.Start).Distinct().Count() > 1
        && (heard.Has(Cue.NoticeWord, Cue.WholeCity) || Array.Exists(WholeWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)));

    private Question? Overview()
    {
        if (HasSubject || !organizations.IsEmpty || !officials.IsEmpty || !areas.IsEmpty)
        {
            return null;
        }

        var isExtreme = heard.Has(Cue.Most, Cue.Least, Cue.Rank, Cue.HowManyTasks);
        var isWhoLeadsMost = heard.Has(Cue.Who) && heard.Has(Cue.Most, Cue.Least, Cue.Rank) && heard.Has(Cue.Lead, Cue.Responsible, Cue.HowManyTasks);
        if (heard.Has(Cue.EachOfficial) || isWhoLeadsMost || (heard.Has(Cue.WhichOfficial) && (isExtreme || heard.Has(Cue.Everything, Cue.Lead, Cue.Who, Cue.NoticeWord))))
        {
            return new Question.TasksByOfficial { Operation = Operation(heard, 0) };
        }

        return heard.Has(Cue.EachOrganization) || (heard.Has(Cue.WhichOrganization) && (isExtreme || heard.Has(Cue.Everything, Cue.Lead)))
            ? new Question.TasksByOrganization(RoleOf(heard) == OrganizationRole.Any && !heard.Has(Cue.Participate) ? OrganizationRole.Lead : RoleOf(heard)) { Operation = Operation(heard, 0) }
            : null;
    }

    private Question? ByArea()
    {
        if (areas.IsEmpty && !excluded.IsEmpty && HasSubject && heard.Has(Cue.Who, Cue.WhichArea, Cue.Partners) && !heard.Has(Cue.Sum, Cue.Most, Cue.Least, Cue.Rank, Cue.Without)
            && OtherAreas() is { IsEmpty: false } others)
        {
            return new Question.AreaFigures(Filter(), others, AreaOperation.Value);
        }

        if (areas.IsEmpty)
        {
            var isByArea = isEachArea || heard.Has(Cue.WhichArea, Cue.EachArea) || (!excluded.IsEmpty && heard.Has(Cue.Sum, Cue.Most, Cue.Least)) || (heard.Has(Cue.Rank, Cue.Most, Cue.Least) && HasRows()) || (heard.Has(Cue.Sum) && HasOnlyShares());
            return !HasSubject || matches.IsEmpty || !isByArea || !organizations.IsEmpty || (AsksOwner && !AsksFigure && !HasRows())
                ? null
                : new Question.AreaFigures(Filter(), [], heard.Has(Cue.Sum) && !heard.Has(Cue.Most, Cue.Least, Cue.Rank) ? AreaOperation.Sum : Operation(heard, 0)) { Excluded = excluded };
        }

        if (heard.Has(Cue.Without) && !HasSubject)
        {
            var (without, with) = ByNegation();
            return new Question.Tasks(
                Filter() with { WithoutTargetIn = without, WithTargetIn = with, Lists = lists.IsEmpty ? [WorkListKind.ProvincialProjects, WorkListKind.CityProjects] : lists },
                heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List);
        }

        if (HasSubject && !AsksFigure && areas is [var inText] && NamedInText(inText) is { IsEmpty: false } named)
        {
            return new Question.Tasks(TaskFilter.Everything with { Ids = named, Subject = heard.Subject }, SubjectAspect());
        }

        if (HasSubject && !AsksFigure && organizations.IsEmpty && officials.IsEmpty && GovernmentsOf(areas) is { IsEmpty: false } carriers && !HasRows() && IsCarriedBy(carriers))
        {
            return new Question.Tasks(Filter() with { Organizations = carriers }, TaskAspect.Owner);
        }

        if (HasSubject)
        {
            // "岱山县排第几": the place of one is seen among all.
            return matches.IsEmpty ? null
                : heard.Has(Cue.When) && !heard.Has(Cue.HowMuch) ? new Question.Tasks(Filter(), TaskAspect.Deadline)
                : heard.Has(Cue.Participate) && !AsksFigure ? new Question.Tasks(Filter(), TaskAspect.Owner)
                : AsksOwner && !heard.Has(Cue.HowMuch, Cue.Target, Cue.Share, Cue.Sum, Cue.Most, Cue.Least, Cue.Rank) ? new Question.Tasks(Filter(), TaskAspect.Owner)
                : new Question.AreaFigures(Filter(), heard.Has(Cue.Rank) && areas is [_] ? [] : areas, Operation(heard, areas.Length)) { WithOwner = AsksOwner };
        }

        if (!organizations.IsEmpty || !officials.IsEmpty)
        {
            return heard.Has(Cue.Target, Cue.HowMuch) || organizations.IsEmpty ? new Question.AreaFigures(Filter(), areas, Operation(heard, areas.Length)) : null;
        }

        var asks = heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible, Cue.HowManyTasks, Cue.Partners, Cue.Shared);
        var isReport = lists is [WorkListKind.WorkReport];
        var governments = isReport || (asks && !heard.Has(Cue.Target) && lists.IsEmpty) ? GovernmentsOf(areas) : [];
        return governments.IsEmpty
            ? new Question.AreaFigures(Filter(), areas, Operation(heard, areas.Length))
            : new Question.Tasks(Filter() with { Organizations = governments }, CarrierAspect());
    }

    /// <summary>"新城没有目标而普朱有": the areas before the "without", and those behind that have one; all are without where nothing tells them apart.</summary>
    private (ImmutableArray<string> Without, ImmutableArray<string> With) ByNegation()
    {
        var negation = heard.Cues.First(c => c.Cue == Cue.Without).Span;
        var behind = heard.Text.Text.AsSpan(negation.End);
        var isContrast = behind.ContainsAny(Contrasts) || heard.Text.Text.AsSpan(0, negation.Start).ContainsAny(Contrasts);
        var named = heard.Mentions.Where(m => m.Candidates is [Entity.Region]).Select(m => (((Entity.Region)m.Candidates[0]).Name, m.Span)).ToList();
        if (!isContrast || named.Count != 2)
        {
            return (areas, []);
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
        var stem = area.Length > 2 && area[^1] is '区' or '县' or '市' ? area[..^1] : area;
        return matches.Any(m => m.Item.Item.Rows.Any(r => r.Areas.Any(a => a.Area == area)))
            ? []
            : [.. matches.Where(m => m.Item.Item.Rows.IsEmpty && m.Item.Item.Text.Contains(stem, StringComparison.Ordinal)).Select(m => m.Item.Item.Id).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>"除了定海区以外谁还有": areas that have a target of the subject, but for those left out.</summary>
    private ImmutableArray<string> OtherAreas() =>
    [
        .. matches.SelectMany(m => m.Row is { } row ? [row] : m.Item.Item.Rows).SelectMany(r => r.Areas).Where(a => a.Value is WorkItems.CellValue.Amount or WorkItems.CellValue.Words)
            .Select(a => a.Area).Distinct(StringComparer.Ordinal).Except(excluded, StringComparer.Ordinal),
    ];

    private bool HasRows() => matches.Any(m => !m.Item.Item.Rows.IsEmpty);

    private bool HasOnlyShares() => HasRows() && matches.SelectMany(m => m.Item.Item.Rows).All(r => r.City.Value is WorkItems.CellValue.Amount { Figure.IsPercentage: true });

    /// <summary>"嵊泗跟考古有什么关系": the area's government is named in a task of the subject.</summary>
    private bool IsCarriedBy(ImmutableArray<string> governments) => matches.Any(m => governments.All(g => m.Item.Item.ResponsibleOrganizations.Any(o => o.Name == g)));

    private ImmutableArray<string> GovernmentsOf(ImmutableArray<string> named) =>
        [.. named.Select(a => index.Notices.SelectMany(n => n.Organizations).FirstOrDefault(o => o.Area == a)?.Name).OfType<string>()];

    internal static AreaOperation Operation(Recognition heard, int areas)
    {
        if (areas > 0 && heard.Has(Cue.Share) && areas == 1)
        {
            return AreaOperation.Share;
        }

        if (heard.Has(Cue.Rank))
        {
            return AreaOperation.Rank;
        }

        if (areas > 0 && heard.Has(Cue.Sum) && areas > 1)
        {
            return AreaOperation.Sum;
        }

        if (areas > 1)
        {
            return AreaOperation.Compare;
        }

        return heard.Has(Cue.Most) ? AreaOperation.Largest
            : heard.Has(Cue.Least) ? AreaOperation.Smallest
            : areas == 0 && heard.Has(Cue.Without) ? AreaOperation.Without
            : areas == 0 && heard.Has(Cue.Share) ? AreaOperation.Rank
            : AreaOperation.Value;
    }

    private Question.Tasks ByCarrier()
    {
        if (organizations.Length is 1 or 2 && officials.IsEmpty && heard.Has(Cue.SameUnit))
        {
            return new Question.Tasks(Filter() with { AnyOrganization = true, Role = OrganizationRole.Any, Subject = SubjectWords.None }, TaskAspect.Identity);
        }

        if (organizations.Length + officials.Length > 1 && areas.IsEmpty && !HasSubject && (heard.Has(Cue.Compare, Cue.Most, Cue.Least) || AsksWhoHasMore))
        {
            return new Question.Tasks(Filter() with { AnyOrganization = false }, TaskAspect.CountsCompared);
        }

        if (organizations.Length == 1 && officials.IsEmpty && !HasSubject && heard.Has(Cue.HowMuch) && !heard.Has(Cue.HowManyTasks)
            && heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible))
        {
            return new Question.Tasks(Filter(), TaskAspect.Count);
        }

        if (HasSubject && heard.Has(Cue.Except) && heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible) && !heard.Has(Cue.Partners))
        {
            // "除了修路还牵头哪些": all of theirs are told, the one known already among them.
            return new Question.Tasks(Filter() with { Subject = SubjectWords.None }, CarrierAspect());
        }

        if (organizations is [_] && officials.IsEmpty && !HasSubject && AsksWhoLeads())
        {
            return new Question.Tasks(Filter() with { Role = OrganizationRole.Any }, TaskAspect.Owner);
        }

        return HasSubject ? AboutSubject(Filter()) : new Question.Tasks(Filter(), CarrierAspect());
    }

    /// <summary>"多少，归谁管", "who and by when": the first line answers each, the figure first.</summary>
    private Question.Tasks AboutSubject(TaskFilter filter)
    {
        TaskAspect[] asked =
        [
            .. heard.Has(Cue.HowMuch, Cue.Target, Cue.Money) || (heard.Has(Cue.HowManyTasks) && AsksMeasure) ? [TaskAspect.Figures] : Array.Empty<TaskAspect>(),
            .. AsksOwner ? [TaskAspect.Owner] : Array.Empty<TaskAspect>(),
            .. heard.Has(Cue.When) ? [TaskAspect.Deadline] : Array.Empty<TaskAspect>(),
        ];
        return asked.Length < 2 || heard.Has(Cue.Quote) || (heard.Has(Cue.HowManyTasks) && !AsksMeasure)
            ? new Question.Tasks(filter, SubjectAspect())
            : new Question.Tasks(filter, asked[0]) { Besides = [.. asked.Skip(1)] };
    }

    /// <summary>"…谁牵头的多", "who leads more?".</summary>
    private bool AsksWhoHasMore => heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial) && heard.Text.Text.TrimEnd('?', '!', ' ', '。', '些') is [.., '多' or '少'] or [.., 'm', 'o', 'r', 'e'];

    /// <summary>"谁牵头东海实验室建设": asked is who leads what the body named behind takes part in.</summary>
    private bool AsksWhoLeads()
    {
        var lead = heard.Cues.FirstOrDefault(c => c.Cue is Cue.Lead or Cue.Responsible);
        return lead.Span.Length > 0 && heard.Cues.Any(c => c.Cue is Cue.Who && c.Span.End <= lead.Span.Start) && heard.Mentions[0].Span.Start >= lead.Span.End;
    }

    private TaskAspect CarrierAspect() =>
        heard.Has(Cue.HowManyTasks) ? TaskAspect.Count
        : (heard.Has(Cue.Partners) && organizations.Length < 2) || (!officials.IsEmpty && heard.Has(Cue.WhichOrganization) && !heard.Has(Cue.Responsible)) ? TaskAspect.Partners
        : officials.IsEmpty && heard.Has(Cue.WhichOfficial) ? TaskAspect.Officials
        : heard.Has(Cue.Fields) ? TaskAspect.Fields
        : heard.Has(Cue.When) ? TaskAspect.Deadline
        : heard.Has(Cue.Target) && !heard.Has(Cue.Lead, Cue.Support, Cue.Participate) ? TaskAspect.Figures
        : TaskAspect.List;

    /// <summary>"城市道路新改建几条": the counting word is the unit of a figure of the subject, so that no tasks are counted.</summary>
    private bool AsksMeasure => heard.Cues.Where(c => c.Cue == Cue.HowManyTasks).Select(c => heard.Text.Text[c.Span.End - 1])
        .Any(unit => SubjectIndex.IsHan(unit) && matches.Any(m => m.Item.Item.Targets.Any(t => t.Figure.Normalized.MeasureUnit == unit.ToString())));

    private TaskAspect SubjectAspect() =>
        heard.Has(Cue.Quote) ? TaskAspect.Quote
        : heard.Has(Cue.HowManyTasks) ? AsksMeasure ? TaskAspect.Figures : TaskAspect.Count
        : heard.Has(Cue.When) && !heard.Has(Cue.HowMuch) ? TaskAspect.Deadline
        : AsksOwner ? TaskAspect.Owner
        : AsksFigure ? TaskAspect.Figures
        : TaskAspect.Detail;

    private Question.Tasks? ByList()
    {
        var filter = Filter() with { JointOnly = heard.Has(Cue.Joint), SeveralLeads = heard.Has(Cue.Shared) && heard.Has(Cue.Lead) };
        if (filter.IsEverything)
        {
            return null;
        }

        return new Question.Tasks(filter, heard.Has(Cue.HowManyTasks, Cue.HowMuch) && filter.Figures == FigureKind.Any ? TaskAspect.Count
            : heard.Has(Cue.Fields) ? TaskAspect.Fields
            : heard.Has(Cue.When) ? TaskAspect.Deadline
            : TaskAspect.List);
    }
}
