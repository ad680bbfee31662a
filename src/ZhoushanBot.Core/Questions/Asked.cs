using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>What a question names, told once for all frames: who, where, in which lists, and what its subject finds in the store.</summary>
internal sealed partial class Asked
{
    private static readonly string[] AreaWords = ["地区", "县区", "区县", "县(区)", "乡镇", "哪些地方", "什么地方", "哪几个地方", "的县", "哪些县", "哪几个县", "县有哪", "areas", "counties", "districts", "townships"];
    private static readonly string[] UnitCountWords = ["单位有几家", "单位有几个", "单位几家", "部门有几家", "部门有几个", "几个单位", "几家单位", "多少单位", "多少个单位", "多少家单位", "几个部门", "多少部门", "多少个部门", "几个局", "多少个局", "how many units", "how many bureaus", "how many departments", "how many agencies", "how many organisations", "how many organizations", "how many are they", "how many are there", "how many of them are there"];
    private static readonly string[] EachOfThem = ["各负责", "各领", "各承担", "各有什么", "各有啥", "各参与", "各干", "各做", "各自", "各牵头", "各管", "分别负责", "分别牵头", "各有哪些", "各配合", "respectively", "each lead", "each of them"];
    private static readonly string[] MoneyNames = ["支出", "收入", "资金", "补贴", "补助", "债券", "债务", "贷款", "投资"];
    private static readonly string[] SpentWords = ["花费", "消费", "支出", "总投资", "费用", "经费", "概算", "补助", "补贴", "投入"];
    private static readonly string[] FieldWords = ["方面", "领域", "条线", "系统", "口子", "口的", "口有", "这块", "那块", "这摊"];
    private static readonly string[] RelatedWords = ["有关的", "相关的", "沾边的", "related to"];
    private static readonly string[] PostJoints = ["是", "是不是", "是否", "是否是", "is the", "is our", "is an", "is"];
    private static readonly string[] GrowthWords = ["涨多少", "涨几", "要涨", "增长多少", "增长几", "增速", "增幅", "涨幅", "增长率", "growth rate", "how fast", "grow by", "supposed to grow", "to grow"];
    private static readonly string[] CountyWords = ["县", "哪个区", "county", "counties", "district"];
    private readonly Recognition heard;

    /// <summary>Sorts what was recognised.</summary>
    public Asked(Recognition heard, WorkItemIndex index)
    {
        this.heard = heard;
        Index = index;
        Officials = OfficialsOf(heard);
        (Areas, Excluded) = AreasOf(heard, index);
        // What differs between lists is asked of all of them.
        AsksWhichIsRight = WithinFrames.WhichIsRight().IsMatch(heard.Text.Text) && FigureClaim.FiguresOf(heard.Text.Text).Count > 1;
        Lists = heard.Has(Cue.Differ) || AsksWhichIsRight ? [] : heard.Lists;
        Claim = FigureClaim.In(heard.Text.Text);
        if (SubjectSearch.Find(heard.Subject, index).IsEmpty && NamedSteps.HasStage(heard.Text.Text) && NamedSteps.WithoutStages(heard.Subject) is var rest && rest != heard.Subject && !SubjectSearch.Find(rest, index).IsEmpty)
        {
            // "某站今年能通车吗", of which the notice says nothing: what it says of the station itself.
            this.heard = heard = heard with { Subject = rest };
        }

        if ((AsksWhichIsRight || BuiltAndUpgraded().IsMatch(heard.Text.Text)) && WorkWording.ThingsOf(heard.Subject) is { } things)
        {
            // "农村公路提升到底是20、115还是125公里": whatever is done to them.
            this.heard = heard = heard with { Subject = things };
        }

        Matches = SubjectSearch.Find(heard.Subject, index);
        IsEachArea = HasRows && !heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Shared, Cue.Partners) && heard.Mentions.Any(MayBeEachArea);
        var bodies = heard.Named<Entity.Body>().Select(b => b.Name).ToImmutableArray();
        if (Areas.IsEmpty && AreasGoverned(bodies) is { IsEmpty: false } governed)
        {
            (Areas, bodies) = (governed, []);
        }

        Organizations = [.. bodies.Concat(IsEachArea ? [] : heard.Named<Entity.Group>().Select(g => g.Name))];
    }

    /// <summary>Of "某某是常务副市长吗" the one who is asked about: the post may be another's.</summary>
    private static ImmutableArray<string> OfficialsOf(Recognition heard)
    {
        ImmutableArray<string> named = [.. heard.Named<Entity.Official>().Select(o => o.Name)];
        var said = heard.Mentions.Where(m => m.Candidates is [Entity.Official]).ToList();
        return said is [var who, var post] && PostJoints.Contains(heard.Text.Text[who.Span.End..post.Span.Start].Trim(), StringComparer.Ordinal) ? [named[0]] : named;
    }

    /// <summary>The areas that units govern which are asked for as the areas; empty where they are asked for as units.</summary>
    private ImmutableArray<string> AreasGoverned(ImmutableArray<string> bodies)
    {
        if (bodies.IsEmpty || heard.Has(Cue.Lead, Cue.Support, Cue.Shared, Cue.Partners) || (heard.Has(Cue.Participate) && !(heard.Has(Cue.Target) && AreOutsideLists(bodies))) || !(AreOutsideLists(bodies) || AreOutsideSubject(bodies) || AsksTheirSplit))
        {
            return [];
        }

        var governed = bodies.Select(Index.AreaGovernedBy).ToList();
        return governed.TrueForAll(area => area is not null) ? [.. governed.OfType<string>()] : [];
    }

    /// <summary>"某管委会所有分解指标": what is split up among areas is asked for.</summary>
    private bool AsksTheirSplit => heard.Subject.IsEmpty && heard.Has(Cue.EachArea) && heard.Has(Cue.Target);

    /// <summary>"某管委会民生实事分到几个指标": they carry none of the projects.</summary>
    private bool AreOutsideLists(ImmutableArray<string> bodies) => !Lists.IsEmpty && !Lists.Contains(WorkListKind.WorkReport) && !bodies.Any(b => Index.Of(b).All.Any(at => Lists.Contains(Index.Items[at].Item.List)));

    /// <summary>"金塘管委会今年阳光食品作坊建设任务数": no task of the subject is theirs, and its tables have areas.</summary>
    private bool AreOutsideSubject(ImmutableArray<string> bodies) => HasRows && !heard.Has(Cue.Who, Cue.WhichOrganization)
        && !Matches.Any(m => m.Item.Item.ResponsibleOrganizations.Any(o => bodies.Contains(o.Name, StringComparer.Ordinal)));

    /// <summary>What was recognised.</summary>
    public Recognition Heard => heard;

    /// <summary>Where it is looked up.</summary>
    public WorkItemIndex Index { get; }

    /// <summary>Units and groups, by their official names; may be empty.</summary>
    public ImmutableArray<string> Organizations { get; }

    /// <summary>Officials; may be empty.</summary>
    public ImmutableArray<string> Officials { get; }

    /// <summary>Areas meant; may be empty.</summary>
    public ImmutableArray<string> Areas { get; }

    /// <summary>Areas that "不算…" leaves out; may be empty.</summary>
    public ImmutableArray<string> Excluded { get; }

    /// <summary>Lists named; may be empty.</summary>
    public ImmutableArray<WorkListKind> Lists { get; }

    /// <summary>The figure that a yes-or-no question states; null when it states none.</summary>
    public StatedFigure? Claim { get; }

    /// <summary>What the subject finds, best first; may be empty.</summary>
    public ImmutableArray<SubjectMatch> Matches { get; }

    /// <summary>"各县区流感疫苗": the areas of a table are meant, not their governments as a group.</summary>
    public bool IsEachArea { get; }

    /// <summary>Of what the one wording of the subject finds the tasks that have it as it is typed, or for an English one its first Chinese wording; empty for other subjects.</summary>
    public ImmutableArray<WorkItems.WorkItem> NamedOutright => heard.Subject.Groups is not [{ Pieces: [var piece] }] ? []
        : (SubjectIndex.IsHan(piece[0]) ? piece : Index.WordingsFor(piece).FirstOrDefault(w => SubjectIndex.IsHan(w[0]))) is not { } typed ? []
        : [.. Index.Items.Where(i => i.Item.Text.Contains(typed, StringComparison.Ordinal)).Select(i => i.Item)];

    /// <summary>The store has a word of the subject, though not enough of it: it is about something, and not said by the way.</summary>
    public bool HasKnownWord => heard.Subject.Groups.Any(g => SubjectSearch.TermsOf(g, Index, withGlossary: true).Exists(t => !t.Documents.IsEmpty && t.Weight > 0));

    /// <summary>No unit, official or area is named.</summary>
    public bool NamesNobody => Organizations.IsEmpty && Officials.IsEmpty && Areas.IsEmpty;

    /// <summary>A word for areas stands in the question, which alone says less than being asked for one.</summary>
    public bool SaysArea => Array.Exists(AreaWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>The store's own texts name the place where the subject stands, as in the name of a hospital.</summary>
    public bool IsAboutPlace(string place) =>
        place.Split('\t').Any(word => Matches.Any(m => m.Item.Item.Text.Contains(word, StringComparison.Ordinal)
            || Index.Names.TitleOf(m.Item.Content.Notice, m.Item.Item)?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>"清洁能源投资要完成多少钱": a task of the subject has an amount of money, which is no budget but what is asked.</summary>
    public bool HasMoneyFigure => (heard.Has(Cue.Money) && (Matches.Any(m => m.Item.Item.Targets.Any(t => t.Figure.IsMoney)) || !SubjectSearch.FindMoney(heard.Subject, Index).IsEmpty))
        || Matches.Any(m => m.Item.Item.Targets.Any(t => IsSpent(t)));

    /// <summary>An amount of money that is spent on something, by its very name.</summary>
    public static bool IsSpent(WorkItems.Target target) => target.Figure.IsMoney && Array.Exists(SpentWords, w => target.Indicator.Contains(w, StringComparison.Ordinal));

    /// <summary>"总投资多少", "the total cost of …", where the notice gives an amount of the kind.</summary>
    private bool AsksCost => heard.Has(Cue.Budget) && HasMoneyFigure;

    /// <summary>"一般性支出要压多少": what is asked of is an amount of money by its very name, and a figure of it is set.</summary>
    public bool NamesMoneyFigure => heard.Subject.Groups.SelectMany(g => g.Pieces).Any(p => MoneyNames.Any(n => p.EndsWith(n, StringComparison.Ordinal)) && Matches.Any(m => m.Item.Item.Targets.Any(t => t.Indicator.Contains(p, StringComparison.Ordinal))));

    /// <summary>True when a cue's word stands in what the subject finds: the budget of "budget revenue" is no question for a budget.</summary>
    public bool HasSubjectWord(string word) => word.Length > 1 && !heard.Subject.IsEmpty && Index.Subjects.ContainsText(word) && IsAboutPlace(word);

    /// <summary>各县区, but not 各县区政府: wording of a group of governments that may mean the areas as well.</summary>
    public static bool MayBeEachArea(Mention mention) => mention.Candidates is [Entity.Group] && !mention.Form.Contains("政府", StringComparison.Ordinal)
        && !mention.Form.Contains("管委会", StringComparison.Ordinal) && !mention.Form.Contains("单位", StringComparison.Ordinal) && SubjectIndex.IsHan(mention.Form[0]);

    /// <summary>Something is left over that the question is about.</summary>
    public bool HasSubject => !heard.Subject.IsEmpty;

    /// <summary>What is left over is words for counting alone; true as well where nothing is.</summary>
    public bool IsOfCount => heard.Subject.Groups.All(g => g.Pieces.All(p => CountWords.IsCountWord(heard.Text.Text, p)));

    /// <summary>Who carries it is asked for.</summary>
    public bool AsksOwner => !AsksWhichIsRight && heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Responsible, Cue.Lead, Cue.Support, Cue.Partners);

    /// <summary>"800 or 2000, who is right?": of several figures one is asked for, and nobody.</summary>
    public bool AsksWhichIsRight { get; }

    /// <summary>A figure is asked for, or areas by theirs.</summary>
    public bool AsksFigure => AsksCost || (heard.Subject.Groups.Length > 1 && SubjectFrames.WhichIsMore().IsMatch(heard.Text.Text)) || WhatIsQuantity().IsMatch(heard.Text.Text) || heard.Has(Cue.Money, Cue.HowMuch, Cue.Target, Cue.WithFigures, Cue.Share, Cue.Sum, Cue.Most, Cue.Least, Cue.Rank) || heard.WordsOf(Cue.Compare).Any(said => said != "or");

    /// <summary>The areas meant, and those that "不算…" leaves out; "四个县区" means the counties and districts.</summary>
    internal static (ImmutableArray<string> Areas, ImmutableArray<string> Excluded) AreasOf(Recognition heard, WorkItemIndex index)
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
            meant = CountiesOf(heard, [.. index.AreasOfKinds(WorkItems.AreaKind.County, WorkItems.AreaKind.District)], [.. index.AreasOfKinds(WorkItems.AreaKind.County)]);
        }

        var without = named.Where(n => n.Start >= except).Select(n => n.Name);
        if (meant.IsEmpty && heard.Has(Cue.Most, Cue.Least))
        {
            without = without.Concat(NoCounties(heard, index));
        }

        return (meant, [.. without.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>市本级 where a county is asked for, which it is none; empty where any area will do.</summary>
    public static IEnumerable<string> NoCounties(Recognition heard, WorkItemIndex index) => !AsksCounty(heard) ? []
        : index.AreasOfKinds(WorkItems.AreaKind.CityLevel);

    /// <summary>"哪个县", "which county", and not any area.</summary>
    public static bool AsksCounty(Recognition heard) => heard.WordsOf(Cue.WhichArea).Any(said => CountyWords.Any(said.Contains));

    /// <summary>"五个县区": so many as there are, "两个县" where only so many are no districts; none where it is some other number.</summary>
    private static ImmutableArray<string> CountiesOf(Recognition heard, ImmutableArray<string> all, ImmutableArray<string> withoutDistricts) =>
        CountWords.Counties(heard.Text.Text) is var said && (said == 0 || said == all.Length) ? all
        : said == withoutDistricts.Length ? withoutDistricts
        : [];

    /// <summary>A task of the subject has targets of areas.</summary>
    public bool HasRows => Matches.Any(m => !m.Item.Item.Rows.IsEmpty);

    /// <summary>Which tasks are meant, each unit in the role that the question gives it.</summary>
    public TaskFilter Filter()
    {
        var bound = RoleBinding.Of(heard);
        var filter = Plain();
        if (WhoSupports().IsMatch(heard.Text.Text))
        {
            // "which bureaus back up the transport bureau on …": it is the one that others support.
            return filter with { Role = LedBy().IsMatch(heard.Text.Text) ? OrganizationRole.Lead : OrganizationRole.Any };
        }

        if (bound.IsEmpty || filter.WithoutSupport || !Organizations.Any(bound.ContainsKey))
        {
            return filter;
        }

        var own = filter.WithRoles([.. Organizations.Select(o => (o, bound.GetValueOrDefault(o, OrganizationRole.Any)))]);
        return own.Leading.IsEmpty && own.Supporting.IsEmpty ? own : own with { AnyOrganization = RoleBinding.IsEachAsked(heard) };
    }

    /// <summary>"how many deals above 100 million yuan": every word for money belongs to an amount that is stated.</summary>
    private bool StatesMoney => heard.Cues.Where(c => c.Cue == Cue.Money).All(c => heard.Text.Text.AsSpan(0, c.Span.Start).TrimEnd() is var before
        && ((before.Length > 0 && char.IsAsciiDigit(before[^1])) || before.EndsWith("million") || before.EndsWith("billion") || before.EndsWith("thousand") || (before.EndsWith(" a") && heard.Text.Text.AsSpan(c.Span.Start).StartsWith("billion"))));

    /// <summary>"多少个项目，投多少钱": a figure is asked for apart from the money.</summary>
    private bool AsksBesidesMoney => heard.Cues.Any(c => c.Cue is Cue.HowMuch or Cue.HowManyTasks && !heard.Cues.Any(m => m.Cue == Cue.Money && m.Span.Overlaps(c.Span))) && heard.WordsOf(Cue.Money).Any(said => said.Contains('多') || said.Contains("how", StringComparison.Ordinal));

    /// <summary>"百分之几的行政村", "what share of villages": no area's part of a figure, but a figure that is one itself.</summary>
    public bool AsksPercentage => Areas.IsEmpty && heard.Has(Cue.Share);

    /// <summary>"某市长管的交通方面": the bureaus that go by the field's name.</summary>
    private ImmutableArray<string> FieldOf => Officials.Length == 1 && Organizations.IsEmpty && !AsksFigure && !AsksOwner ? BodiesOfField(heard, Index) : [];

    /// <summary>交通方面, 文旅领域: the bureaus that go by the field's name; empty where no field is named as one.</summary>
    internal static ImmutableArray<string> BodiesOfField(Recognition heard, WorkItemIndex index) => heard.Subject.Groups is [{ Pieces: [{ Length: > 1 } name] }] && SubjectIndex.IsHan(name[0]) && NamesField(heard)
        ? [.. index.Notices.SelectMany(n => n.Organizations).Select(o => o.Name).Where(n => n.Contains(name, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)] : [];

    private static bool NamesField(Recognition heard) => FieldWords.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>Figures in the question; a year is none.</summary>
    private int FiguresSaid => FigureClaim.FiguresOf(heard.Text.Text).Count(f => f.Unit is not ("年" or "月" or "日" or "号"));

    /// <summary>"实际利用外资6.2亿元对不对": money is said in yuan where the notice has dollars.</summary>
    private ImmutableArray<string> UnitsOf(string unit) =>
        new BoundReader(unit, Index).UnitsNamed(unit) is var named && named.Contains("元", StringComparer.Ordinal) ? [.. Index.MeasureUnits.Where(u => u.EndsWith('元')).Order(StringComparer.Ordinal)] : named;

    /// <summary>"规上工业涨多少": of a subject that is to grow and of another figure of it the growth.</summary>
    private bool AsksGrowth => heard.Subject.Groups.Length == 1 && Array.Exists(GrowthWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal))
        && Matches.Any(m => m.Item.Item.Targets.Any(t => t.Figure.IsPercentage && t.Indicator.Contains("增长", StringComparison.Ordinal)));

    private TaskFilter Plain() => new()
    {
        Organizations = Organizations,
        Role = RoleOfOrganizations(),
        // "石岭县自己承担的目标" leaves out none: targets are an area's own.
        WithoutSupport = heard.Has(Cue.NoSupport) && Areas.IsEmpty,
        WithoutOfficial = heard.Has(Cue.NoOfficial),
        AsksMoney = HasSubject && (AsksCost || (heard.Has(Cue.Money) && !AsksBesidesMoney && !AsksPercentage && !(StatesMoney && heard.Has(Cue.HowMuch)))),
        Measured = !HasSubject || AsksBesidesMoney || (heard.AsksSeveralNumbers && heard.Subject.Groups.Length > 1) || heard.Has(Cue.HeadlineIndicators) || (AsksPercentage && heard.Subject.Groups.Length > 2) ? [] : AsksPercentage ? ["%"] : AskedMeasure.Of(heard.Text.Text, Index) is { IsEmpty: false } asked ? asked
            : AsksGrowth ? ["%"]
            : Claim is { Unit: { Length: > 0 } unit } && FiguresSaid == 1 ? UnitsOf(unit) : [],
        Stated = HasSubject && !AsksWhichIsRight && heard.Has(Cue.HowMuch, Cue.Money, Cue.Share) && !heard.Has(Cue.Reason, Cue.Differ) && Claim is null ? [.. FigureClaim.FiguresOf(heard.Text.Text).Select(f => f.Value)] : [],
        IsField = HasSubject && heard.Has(Cue.Everything) && (NamesField(heard) || Array.Exists(RelatedWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal))),
        SeveralFigures = HasSubject && (heard.AsksSeveralNumbers || (Claim is not null && FiguresSaid > 1)),
        AnyOrganization = Organizations.Length > 1 && !heard.Has(Cue.Shared) && (EachOfThem.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) || heard.Has(Cue.Lead, Cue.Support) || (Officials.IsEmpty && heard.Has(Cue.WhichOfficial))),
        Officials = Officials,
        Lists = Lists,
        Subject = heard.Subject,
        FieldOf = FieldOf,
        Year = heard.Years.FirstOrDefault(y => Index.Notices.Any(n => n.Notice.Year == y)),
        Figures = HasSubject ? FigureKind.Any : heard.Has(Cue.Money) ? FigureKind.Money : heard.Has(Cue.Percentages) ? FigureKind.Percentage : FigureKind.Any,
    };

    /// <summary>"毛江平牵头、嵊泗县政府参与": beside an official the lead is the official's.</summary>
    private OrganizationRole RoleOfOrganizations() =>
        heard.Has(Cue.NoSupport) ? OrganizationRole.Lead
        : !Officials.IsEmpty && heard.Role == OrganizationRole.Lead ? OrganizationLeads() ? OrganizationRole.Lead : OrganizationRole.Any
        : heard.Role;

    /// <summary>"洪碧下面市医保局牵头的": the word for leading stands behind the organization, not behind the official.</summary>
    private bool OrganizationLeads() => heard.Cues.Where(c => c.Cue == Cue.Lead && !heard.Text.Text.AsSpan(c.Span.End).TrimStart().StartsWith("by"))
        .Any(c => heard.Mentions.LastOrDefault(m => m.Span.End <= c.Span.Start) is { Candidates: [Entity.Body] });

    /// <summary>"城市道路新改建几条", "人才引进总数": the counting word is the unit of a figure of the subject, or of no unit at all, so that no tasks are counted.</summary>
    public bool AsksMeasure => heard.WordsOf(Cue.HowManyTasks).ToList() is { Count: > 0 } counted && Matches.SelectMany(m => m.Item.Item.Targets).Any(t =>
        counted.All(said => said is "总数" or "数目") || counted.Exists(said => said.Any(c => SubjectIndex.IsHan(c) && t.Figure.Normalized.MeasureUnit == c.ToString())));

    /// <summary>"有几个单位参与", "how many bureaus are involved in …": those who carry the subject are counted.</summary>
    private bool AsksUnitCount => NamesNobody && CountsUnits(heard);

    /// <summary>Units are to be counted, and not only those that support.</summary>
    public static bool CountsUnits(Recognition heard) => Array.Exists(UnitCountWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) && !heard.Has(Cue.Support);

    /// <summary>What of the subject is asked for first.</summary>
    public TaskAspect SubjectAspect =>
        AsksWhichIsRight ? TaskAspect.Figures
        : heard.Has(Cue.Quote) && !(Claim is not null && heard.WordsOf(Cue.Quote).All(w => w is "say" or "says" or "state" or "states")) ? TaskAspect.Quote
        : AsksUnitCount ? TaskAspect.Units
        : heard.Has(Cue.HowManyTasks) ? AsksMeasure || (heard.Has(Cue.Target) && heard.WordsOf(Cue.HowManyTasks).All(said => said is "多少件" or "几件")) || (heard.Has(Cue.HowMuch) && heard.AsksSeveralNumbers) ? TaskAspect.Figures : TaskAspect.Count
        : heard.Has(Cue.When) && !heard.Has(Cue.HowMuch) && !(Claim is not null && heard.WordsOf(Cue.When).All(w => w == "due")) ? TaskAspect.Deadline
        : (Claim is not null || heard.Has(Cue.PerYear)) && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial) ? TaskAspect.Figures
        : AsksOwner && LedBy().IsMatch(heard.Text.Text) && WhoSupports().IsMatch(heard.Text.Text) ? TaskAspect.Supporting
        : AsksOwner && !heard.Has(Cue.Lead, Cue.LeadUnitTerm, Cue.Responsible) && ((NamesNobody && heard.Has(Cue.Support, Cue.SupportUnitTerm)) || WhoSupports().IsMatch(heard.Text.Text)) ? TaskAspect.Supporting
        : AsksOwner ? TaskAspect.Owner
        : AsksFigure || Claim is not null ? TaskAspect.Figures
        : TaskAspect.Detail;

    /// <summary>What the named units, officials or areas have, whatever else was said.</summary>
    public Question? ByEntities()
    {
        if (!Organizations.IsEmpty || !Officials.IsEmpty)
        {
            return new Question.Tasks(Filter() with { Subject = SubjectWords.None }, TaskAspect.List);
        }

        return Areas.IsEmpty ? null : new Question.AreaFigures(TaskFilter.Everything with { Lists = Lists }, Areas, AreaOperation.Value);
    }

    // 农村公路新改建和提升分别多少
    [GeneratedRegex("(?:新\\(改\\)建|新改建|新建|改建)(?:和|与|及|、)(?:提升|改造|升级)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BuiltAndUpgraded();

    // what is the population of the city
    [GeneratedRegex("^(?:and )?what(?:'s| is| are| was) (?:the |our |its )?(?:[a-z]+ ){0,2}(?:population|area|size|length|depth|height|price|cost|number of [a-z]+)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhatIsQuantity();

    // which bureaus back up the transport bureau, who helps
    [GeneratedRegex("^(?:which|what) (?:units|bureaus|departments|agencies|organi[sz]ations) (?:support|help|assist|back)\\b|^who (?:else )?(?:helps|supports|assists|backs)\\b|^(?:谁|哪家|哪些单位|哪些部门|哪几家)(?:来|在)?配合", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhoSupports();

    // the port tasks led by the transport bureau
    [GeneratedRegex("\\bled by\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LedBy();
}
