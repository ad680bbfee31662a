using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// A follow-up that looks at fewer of the tasks just listed: "其中市科技局牵头的几项", "只看市里的", "带公里的呢", "剩下的是谁的". What the turn
/// before asked for stays, and what is named now comes to it.
/// </summary>
internal sealed partial class Narrowing(Recognition heard, ShownBefore before, ImmutableArray<string> organizations, ImmutableArray<string> officials, ImmutableArray<string> areas, WorkItemIndex index)
{
    private static readonly string[] Nouns = ["任务", "工作", "事项", "项目", "目标", "指标", "task", "project", "target", "item"];
    private static readonly string[] PartWords = ["的", "名下", "手上", "那块", "这块", "那边", "这边", "那部分", "那里", "'s"];
    private static readonly string[] CityWords = ["市的里", "市里面", "市的里面", "市里的", "市里那", "市级的", "市级那", "市的那", "市的呢", "市里呢", "市级呢", "市本身的", "县里的", "县里那"];
    private static readonly string[] ProvinceWords = ["省的里", "省里面", "省的里面", "省里的", "省里那", "省级的", "省级那", "省的那", "省的呢", "省里呢", "省级呢", "省定的"];
    private static readonly string[] UnitWords = ["单位", "部门", "哪家", "which unit", "which bureau", "whose"];
    private static readonly string[] MeasureLeads = ["那", "里面", "里头", "其中", "当中", "只看", "只要", "带", "有", "按", "以", "用", "含", "\"", "“"];
    private static readonly string[] MeasureEnds = ["呢", "吗", "?", "的", "计", "为单位", "有多少", "多少", "有哪些", "哪些", "是", "数", "数量", "\"", "”"];
    private static readonly string[] MeasureFillers = ["in", "with", "the", "ones", "and", "those", "measured", "measures", "which", "are", "what", "about", "how", "only", "any", "of", "them", "have", "a", "target", "many", "give", "gives", "given", "figure", "figures", "number", "numbers", "has", "do", "does", "list", "show", "me", "those", "these"];

    private static readonly string[] PartOf = ["how many under ", "how many of ", "how many by ", "how many for ", "how many are under ", "how many are led by "];
    private static readonly string[] BesideBegins = ["跟", "和", "与", "同", "with ", "together with ", "jointly with ", "那跟", "那和", "那与"];
    private static readonly string[] TheirBegins = ["他手上", "他手里", "他名下", "他管的", "他分管的", "他那里", "他这边", "他牵头的", "她手上", "她手里", "她名下", "她管的", "她分管的", "她那里", "她这边", "她牵头的", "它牵头的", "它手上", "它名下", "他们牵头的", "of his", "of hers", "of theirs", "of its "];
    private static readonly string[] AllBegins = ["牵头的都是", "配合的都是", "牵头的是不是都是", "都是", "are all of them ", "are they all ", "which one ", "which ones "];
    private static readonly string[] BothSupport = ["一起配合", "共同配合", "都配合", "同时配合", "both support", "jointly support"];
    private static readonly string[] OwnListWords = ["省级", "市级", "省里", "市里", "省定", "省", "市", "县级", "县里"];
    private static readonly string[] AboutWords = ["有关", "相关", "关于", "about", "to do with", "related"];
    private static readonly string[] AddingWords = ["再加上", "加上", "再加", "再算上", "同时", "而且", "并且", "and also", "and with", "that also", "which also", "plus", "also"];
    private static readonly string[] AlsoWords = ["也", "都", "同时", "also", "as well", "too", "with"];

    private readonly string text = heard.Text.Text;

    private bool IsAmong => heard.Has(Cue.AmongThem, Cue.Narrow) || Array.Exists(TheirBegins, w => text.StartsWith(w, StringComparison.Ordinal)) || AboutOf().IsMatch(text) || (!(officials.IsEmpty && organizations.IsEmpty) && before.Last.Shown.Length > 1 && Array.Exists(AllBegins, w => text.StartsWith(w, StringComparison.Ordinal))) || IsOfFigure || IsAdding || IsBeside || Array.Exists(PartOf, w => text.StartsWith(w, StringComparison.Ordinal)) || (text.Contains('占', StringComparison.Ordinal) && heard.Has(Cue.HowManyTasks)) || text.StartsWith("only ", StringComparison.Ordinal) || text.StartsWith("just ", StringComparison.Ordinal);

    /// <summary>"how many of the 450 in the countryside", "这450个里农村的": the figure just told stands for what was shown.</summary>
    private bool IsOfFigure => (text.Contains("of the ", StringComparison.Ordinal) || text.Contains('里', StringComparison.Ordinal) || text.Contains('中', StringComparison.Ordinal))
        && FigureClaim.FiguresOf(text) is { Count: > 0 } said && said.Exists(s => before.Items.Any(i => i.HasTargetOf(s.Value)));

    /// <summary>"再加上市科技局也在的呢": those that fulfil this as well.</summary>
    private bool IsAdding => Array.Exists(AddingWords, w => text.StartsWith(w, StringComparison.Ordinal)) && Array.Exists(AlsoWords, w => text.Contains(w, StringComparison.Ordinal));

    /// <summary>"跟公安一起的是哪个", "和交通局合作的" after another unit's tasks.</summary>
    private bool IsBeside => !organizations.IsEmpty && heard.Has(Cue.Shared, Cue.Partners) && Array.Exists(BesideBegins, w => text.StartsWith(w, StringComparison.Ordinal))
        && before.Filter is { Organizations: [var own], Subject.IsEmpty: true } && !organizations.Contains(own, StringComparer.Ordinal);

    // 跟煤有关的是哪几条, 和港口有关的列一下
    [GeneratedRegex("^(?:那|那么)?(?:跟|和|与|同|有关|关于)\\p{IsCJKUnifiedIdeographs}{1,8}(?:有关|相关|沾边|打交道)?的(?:是|有)?(?:哪|几|多少|列|呢)(?!.*(?:任务|项目|工作|事项))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AboutOf();

    private TaskAspect Aspect => heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List;

    /// <summary>The lists named now: 市里的 is the city's own list where several programmes were shown.</summary>
    private ImmutableArray<WorkListKind> Lists => heard.Lists is { IsEmpty: false } named ? named
        : Array.Exists(CityWords, w => text.Contains(w, StringComparison.Ordinal)) && IsOneOfBoth(WorkListKind.CityProjects) ? [WorkListKind.CityProjects]
        : Array.Exists(ProvinceWords, w => text.Contains(w, StringComparison.Ordinal)) && IsOneOfBoth(WorkListKind.ProvincialProjects) ? [WorkListKind.ProvincialProjects]
        : [];

    /// <summary>市的 means the city's own list where that and others were shown, or the other list of public-benefit projects.</summary>
    private bool IsOneOfBoth(WorkListKind list) => before.IsPartlyOf(list) || before.Filter?.Lists is [WorkListKind.ProvincialProjects or WorkListKind.CityProjects];

    /// <summary>Null when the words do not narrow what was shown.</summary>
    public Question? Read()
    {
        if (TheRest() is { } rest)
        {
            return rest;
        }

        if (before.Filter is not { } filter || (filter.IsEverything && before.Last.Question is not Question.AreaFigures))
        {
            return null;
        }

        var hasEntity = !organizations.IsEmpty || !officials.IsEmpty || !areas.IsEmpty;
        if (!hasEntity && IsAmong && before.Last.Question is Question.Tasks && WithinFrames.StatedDay(text) is { })
        {
            // "其中市里的哪个写了完成时限"
            return new Question.Tasks(filter with { Due = new DuePeriod(null, new MonthDay(12, 31)), Lists = Lists.IsEmpty ? filter.Lists : Lists }, Aspect);
        }

        if (!hasEntity && ByMeasure(filter) is { } byMeasure)
        {
            return byMeasure;
        }

        if (!hasEntity)
        {
            return heard.Subject.IsEmpty || IsOnlyList ? ByLists(filter) : BySubject(filter);
        }

        if (!areas.IsEmpty && organizations.IsEmpty && officials.IsEmpty && heard.Subject.IsEmpty && heard.Has(Cue.AmongThem, Cue.Narrow) && !heard.Has(Cue.Without) && before.Last.Question is Question.Tasks { Filter: { Ids.IsEmpty: true, Subject.IsEmpty: true } of } && !of.IsEverything)
        {
            return AmongAreas(of);
        }

        if (before.Last.Question is Question.AreaFigures { Areas.IsEmpty: false, Filter: { Subject.IsEmpty: true, Ids.IsEmpty: true } } targets && areas.IsEmpty && heard.Subject.IsEmpty && IsAmong && !heard.Has(Cue.Without))
        {
            // "which of those are under …" after all targets of an area
            return targets with { Filter = filter with { Officials = officials.IsEmpty ? filter.Officials : officials, Organizations = organizations.IsEmpty ? filter.Organizations : organizations, Role = organizations.IsEmpty ? filter.Role : heard.Role } };
        }

        return heard.Subject.IsEmpty && before.Last.Question is Question.Tasks { Filter.Ids.IsEmpty: true } ? ByCarrier(filter) : null;
    }

    /// <summary>"里面嵊泗有多少任务量", "which of them involve Daishan?": the area's targets among the tasks listed, or those that its government carries.</summary>
    private Question? AmongAreas(TaskFilter filter) =>
        heard.Has(Cue.HowMuch, Cue.Target) || index.GovernmentsOf(areas) is not { IsEmpty: false } governments
            ? new Question.AreaFigures(filter, areas, AreaFrames.Operation(heard, areas.Length))
            : new Narrowing(heard, before, governments, [], [], index).Read();

    /// <summary>"省级呢": the words name nothing but the list.</summary>
    private bool IsOnlyList => !Lists.IsEmpty && OwnListWords.Contains(text.Trim(' ', '?', '那', '呢', '的', '有', '几', '个', '多', '少'), StringComparer.Ordinal);

    /// <summary>"剩下的是谁的": those of the list before the last that the last did not show.</summary>
    private Question.Tasks? TheRest()
    {
        if (!heard.Has(Cue.TheRest) || !heard.Subject.IsEmpty || before.Last.NextOffset > 0 || before.Last.Question is not Question.Tasks { Filter: { } part })
        {
            return null;
        }

        var whole = before.Earlier.Select(t => t.Question).OfType<Question.Tasks>().Select(t => t.Filter).FirstOrDefault(f => IsPartOf(part, f))
            ?? (part is { Officials.IsEmpty: false, Organizations.IsEmpty: false, Subject.IsEmpty: true, Ids.IsEmpty: true } ? part with { Organizations = [], AnyOrganization = false, Role = OrganizationRole.Any, Leading = [], Supporting = [] } : null);
        return whole is null ? null : new Question.Tasks(whole with { But = part }, heard.Has(Cue.Who, Cue.WhichOrganization, Cue.Lead, Cue.Responsible) || Array.Exists(UnitWords, w => text.Contains(w, StringComparison.Ordinal)) ? TaskAspect.Leads : Aspect);
    }

    /// <summary>What the wider filter asks for the narrower asks for too, and something more.</summary>
    private static bool IsPartOf(TaskFilter part, TaskFilter whole) =>
        !whole.IsEverything && whole.Ids.IsEmpty && part != whole && whole.Subject.IsEmpty
        && whole.Officials.All(o => part.Officials.Contains(o, StringComparer.Ordinal))
        && whole.Organizations.All(o => part.Organizations.Contains(o, StringComparer.Ordinal))
        && (whole.Lists.IsEmpty || part.Lists.All(l => whole.Lists.Contains(l)))
        && (part.Officials.Length > whole.Officials.Length || part.Organizations.Length > whole.Organizations.Length || !part.Subject.IsEmpty || part.Figures != whole.Figures || part.Lists.Length != whole.Lists.Length);

    /// <summary>"带公里的呢", "栋呢": those measured so.</summary>
    private Question? ByMeasure(TaskFilter filter)
    {
        if (MeasureUnits() is not { IsEmpty: false } units)
        {
            return null;
        }

        if (before.IsAboutOne && before.Last.Question is Question.Tasks && before.Last.Shown.Distinct(StringComparer.Ordinal).Count() == 1)
        {
            // "how many beds" of the one task shown
            return new Question.Tasks(before.WhatWasShown(filter) with { Measured = units, AsksMoney = false }, TaskAspect.Figures) { IsOfShown = true };
        }

        var bound = new FigureBound(null, null, true, true, units);
        return before.Last.Question switch
        {
            Question.AreaFigures figures => figures with { Filter = figures.Filter with { Measured = [] }, Bound = bound },
            Question.Tasks => new Question.Tasks(filter with { Bound = bound, Figures = FigureKind.Any }, Aspect),
            _ => null,
        };
    }

    /// <summary>The measure units that the question consists of; empty when it has other words, too.</summary>
    private ImmutableArray<string> MeasureUnits()
    {
        var reader = new BoundReader(text, index);
        if (text.Length > 0 && char.IsAsciiLetter(text[0]))
        {
            var left = text.Split([' ', '?', '!', '.', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => !MeasureFillers.Contains(w, StringComparer.Ordinal)).ToList();
            return left is [var word] ? reader.UnitsNamed(word) : [];
        }

        var core = text.Trim();
        for (var shorter = string.Empty; shorter != core;)
        {
            shorter = core;
            core = (MeasureLeads.FirstOrDefault(w => core.StartsWith(w, StringComparison.Ordinal)) is { } lead ? core[lead.Length..] : core).Trim();
            core = (MeasureEnds.FirstOrDefault(w => core.EndsWith(w, StringComparison.Ordinal)) is { } end ? core[..^end.Length] : core).Trim();
        }

        // 万亩 is measured in 亩; of money the kind is asked, see FigureKind.
        core = core.TrimStart('万').TrimStart('亿');
        return core is "" or "元" ? [] : reader.UnitsNamed(core);
    }

    /// <summary>"只看市里的", "省里那个", "工作报告里有几项".</summary>
    private Question? ByLists(TaskFilter filter)
    {
        if (Lists is not { IsEmpty: false } lists)
        {
            return null;
        }

        if (!lists.Contains(WorkListKind.WorkReport) && AreaGovernedBefore is { } area
            && (heard.Has(Cue.HowMuch, Cue.Target) || text.Contains("分到", StringComparison.Ordinal)))
        {
            // "民生实事里分到的数字列一下" after what a committee has to do
            return new Question.AreaFigures(TaskFilter.Everything with { Lists = lists }, [area], AreaOperation.Value);
        }

        var isWithin = !filter.Lists.IsEmpty && (!filter.Officials.IsEmpty || !filter.Organizations.IsEmpty) && heard.Has(Cue.HowManyTasks, Cue.HowMuch)
            && (text.Contains('里', StringComparison.Ordinal) || text.Contains(" in ", StringComparison.Ordinal));
        if (!isWithin && !IsAmong && !heard.Has(Cue.FollowUp) && !heard.Lists.IsEmpty)
        {
            return null;
        }

        return before.Last.Question switch
        {
            Question.AreaFigures figures => OfAllInList(lists) ?? figures with { Filter = filter with { Lists = lists }, Operation = heard.Has(Cue.Share) && figures.Areas is [_] ? AreaOperation.Share : figures.Operation },
            Question.Tasks when heard.Has(Cue.EachArea) => new Question.AreaFigures(filter with { Lists = lists, Ids = filter.Subject.IsEmpty ? filter.Ids : [] }, [], AreaFrames.Operation(heard, 0)),
            Question.Tasks tasks => new Question.Tasks(filter with { Lists = lists, Ids = filter.Subject.IsEmpty ? filter.Ids : [] }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : tasks.Aspect),
            _ => null,
        };
    }

    /// <summary>"那市级的呢" of a thing that only the other list has, looked at among all targets of an area: those of the area in this list.</summary>
    private Question.AreaFigures? OfAllInList(ImmutableArray<WorkListKind> lists) =>
        before.Last.Question is Question.AreaFigures { Filter: { Subject.IsEmpty: false } of, Areas: [var area] } && SubjectSearch.Find(of.Subject, index, i => lists.Contains(i.Item.List)).IsEmpty
        && before.Earlier.Select(t => t.Question).OfType<Question.AreaFigures>().FirstOrDefault(f => f is { Areas: [var same], Filter: { Subject.IsEmpty: true, Ids.IsEmpty: true } } && same == area) is { } whole
            ? whole with { Filter = whole.Filter with { Lists = lists } } : null;

    /// <summary>"其中市科技局牵头的几项", "韩峻那块的", "其中嵊泗没有目标的".</summary>
    private Question.Tasks? ByCarrier(TaskFilter filter)
    {
        if (organizations is [var one] && officials.IsEmpty && areas.IsEmpty && filter is { AnyOrganization: false, Organizations.Length: > 1 } && filter.Organizations.Contains(one, StringComparer.Ordinal) && heard.Has(Cue.Lead, Cue.Support) && heard.Role != OrganizationRole.Any && Lists.IsEmpty
            && !text.StartsWith("what ", StringComparison.Ordinal) && !Array.Exists(Nouns, n => text.Contains(n, StringComparison.Ordinal)))
        {
            // "甲打头的几条" of what 甲 and 乙 share
            return new Question.Tasks(filter.WithRoles([.. filter.Organizations.Select(o => (o, o == one ? heard.Role : OrganizationRole.Any))]), Aspect);
        }

        var denied = Denial.In(heard);
        if (!IsAmong && !IsPart() && denied.Count == 0)
        {
            return null;
        }

        var narrowed = filter with { Lists = Lists.IsEmpty ? filter.Lists : Lists };
        if (!areas.IsEmpty && organizations.IsEmpty && officials.IsEmpty && heard.Has(Cue.Without))
        {
            var lists = narrowed.Lists.IsEmpty ? [WorkListKind.ProvincialProjects, WorkListKind.CityProjects] : narrowed.Lists;
            return new Question.Tasks(narrowed with { WithoutTargetIn = areas, Lists = lists }, Aspect);
        }

        if (!areas.IsEmpty)
        {
            return null;
        }

        if (denied.Count > 0 && denied.Count == organizations.Length + officials.Length)
        {
            // "其中牵头单位不是某局的"
            var theirs = narrowed with { Organizations = [.. narrowed.Organizations, .. organizations], Officials = officials.IsEmpty ? narrowed.Officials : officials, Role = organizations.IsEmpty ? narrowed.Role : OrganizationRole.Lead };
            return new Question.Tasks(narrowed with { But = theirs }, Aspect);
        }

        if (!organizations.IsEmpty && officials.IsEmpty)
        {
            // What was asked of the units before stays: of those that one leads the other may be asked to support.
            var role = heard.Role;
            if (role == OrganizationRole.Support && Array.Exists(BothSupport, w => text.Contains(w, StringComparison.Ordinal)))
            {
                // "跟人行一起配合的": both of them
                return new Question.Tasks(narrowed with { Organizations = [.. filter.Organizations.Union(organizations, StringComparer.Ordinal)], Role = OrganizationRole.Support, Leading = [], Supporting = [], AnyOrganization = false }, Aspect);
            }

            return filter.Organizations.IsEmpty
                ? new Question.Tasks(narrowed with { Organizations = organizations, Role = role }, Aspect)
                : IsAmong
                    ? new Question.Tasks(narrowed.WithRoles([.. filter.Organizations.Except(organizations, StringComparer.Ordinal).Select(o => (o, IsBeside && filter.RoleOf(o) == OrganizationRole.Support ? OrganizationRole.Any : filter.RoleOf(o))), .. organizations.Select(o => (o, role))]), Aspect)
                    : null;
        }

        // "配合的里面韩峻的有几项" after what a unit leads and supports
        var inRole = heard.Role != OrganizationRole.Any && filter.Organizations is [_] ? narrowed with { Role = heard.Role, Leading = [], Supporting = [] } : narrowed;
        return organizations.IsEmpty && !officials.IsEmpty && filter.Officials.IsEmpty ? new Question.Tasks(inRole with { Officials = officials }, Aspect) : null;
    }

    /// <summary>"生态环境局的有几个": a name and no more than whose is asked, so that it can only be a part of what was listed.</summary>
    private bool IsPart()
    {
        if (heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible, Cue.Target, Cue.When, Cue.Partners) || heard.Mentions is not [var named] || Array.Exists(Nouns, n => text.Contains(n, StringComparison.Ordinal)))
        {
            return false;
        }

        var behind = text.AsSpan(named.Span.End).TrimStart();
        foreach (var word in PartWords)
        {
            if (behind.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"其中和高铁有关的", "which of those are about trade"; of all targets of an area "其中助餐点多少", "助餐点它占全市多少".</summary>
    private Question? BySubject(TaskFilter filter)
    {
        if (PointsBack && AreaGovernedBefore is { } governed && SubjectSearch.Find(heard.Subject, index).Any(m => m.Row is not null))
        {
            // "does it have a kindergarten target?" after what a county has to do
            return new Question.AreaFigures(TaskFilter.Everything with { Subject = heard.Subject }, [governed], AreaFrames.Operation(heard, 1));
        }

        var isOfArea = before.Last.Question is Question.AreaFigures { Areas: [_], Filter: { Subject.IsEmpty: true, Ids.IsEmpty: true } };
        if (!(IsAmong || (isOfArea && PointsBack)) || heard.Has(Cue.Compare))
        {
            return null;
        }

        if (SubjectSearch.Find(heard.Subject, index) is not { IsEmpty: false } found)
        {
            return ByField();
        }

        var lists = Lists.IsEmpty ? filter.Lists : Lists;
        var ofShown = found.Where(m => before.Last.Shown.Contains(m.Item.Item.Id, StringComparer.Ordinal)).Select(m => m.Item.Item.Id).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return before.Last.Question switch
        {
            Question.AreaFigures { Areas: var ofAreas } when isOfArea => new Question.AreaFigures(filter with { Subject = heard.Subject, Lists = lists }, ofAreas, AreaFrames.Operation(heard, ofAreas.Length)),
            Question.Tasks { Filter: { Subject.IsEmpty: true, Ids.IsEmpty: true } } => new Question.Tasks(filter with { Subject = heard.Subject, Lists = lists, FieldOf = Asked.BodiesOfField(heard, index) }, AsksFigure(ofShown) ? TaskAspect.Figures : Aspect),
            Question.Tasks when !ofShown.IsEmpty => new Question.Tasks(TaskFilter.Everything with { Ids = ofShown, Subject = heard.Subject }, heard.Has(Cue.HowMuch, Cue.Target) ? TaskAspect.Figures : TaskAspect.Detail) { IsOfShown = true },
            _ => null,
        };
    }

    /// <summary>"其中跟农业有关的", where no task says so: those that the bureau of that name has a part in.</summary>
    private Question.Tasks? ByField()
    {
        if (heard.Subject.Groups is not [{ Pieces: [{ Length: > 1 } name] }] || !SubjectIndex.IsHan(name[0]) || before.Last.Question is not Question.Tasks)
        {
            return null;
        }

        ImmutableArray<string> ofField = [.. before.Items.Where(i => !i.IsJoint && i.ResponsibleOrganizations.Any(o => o.Name.Contains(name, StringComparison.Ordinal))).Select(i => i.Id).Distinct(StringComparer.Ordinal)];
        return ofField.IsEmpty ? null : new Question.Tasks(TaskFilter.Everything with { Ids = ofField }, Aspect) { IsOfShown = true };
    }

    /// <summary>"里面风电首批装机多少": the figure of the one task of it, and not how many tasks.</summary>
    private bool AsksFigure(ImmutableArray<string> ofShown) => ofShown is [var only] && heard.Has(Cue.HowMuch) && !heard.Has(Cue.HowManyTasks) && !Array.Exists(AboutWords, w => text.Contains(w, StringComparison.Ordinal))
        && index.Find(only) is { Item.Targets.IsEmpty: false };

    /// <summary>The area whose government's tasks were asked for before, all of them; null where it was anything else.</summary>
    private string? AreaGovernedBefore =>
        before.Last.Question is Question.Tasks { Filter: { Organizations: [var government], Subject.IsEmpty: true, Ids.IsEmpty: true } } ? index.AreaGovernedBy(government) : null;

    /// <summary>它, 这个县, "there": of the area asked about before.</summary>
    private bool PointsBack => heard.Has(Cue.FollowUp) || text.Contains('它', StringComparison.Ordinal) || text.Split([' ', '?', '.', '!'], StringSplitOptions.None).Any(w => w is "there" or "its" or "it");
}
