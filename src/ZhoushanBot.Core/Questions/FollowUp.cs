using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// A question that leans on the turn before: "那普陀呢", "and Putuo?", "谁负责", "the second one", "in English please". Null when it stands
/// on its own feet, so that a full question is never coloured by what was said before.
/// </summary>
internal sealed class FollowUp(Recognition heard, ContextTurn last, ImmutableArray<ContextTurn> earlier, WorkItemIndex index)
{
    private const int LongestElided = 40;
    private const int MostWithFigures = 8;
    private const int MostTogether = 4;
    private static readonly string[] FewWords = ["这几个", "这几项", "这几样", "这些都", "上面几", "all of these", "all of those", "these all"];
    private static readonly string[] FigureWords = ["数字", "具体数字", "指标数", "figures", "numbers", "what figure", "what number"];
    private static readonly ImmutableArray<string> CountingUnits = ["个", "项"];
    private static readonly string[] ElidedBegins = ["有没有", "有无", "有", "也有", "是否有", "里面有", "包不包括", "包括", "any ", "are any", "are there any", "is any", "does it have any", "do they have any", "is there any", "how many are ", "which are ", "how many provincial ones", "how many city ones"];
    private static readonly string[] PartOfThem = ["占几项", "占多少项", "占几个", "占了几项", "占其中几"];
    private static readonly string[] InAllWords = ["一共", "总共", "共", "合计", "加起来", "加在一起", "总数", "in all", "in total", "altogether", "all together", "both together", "together"];
    private static readonly string[] WhetherBegins = ["是不是", "是否", "要不要", "能不能", "is it ", "does it ", "must it ", "is that ", "has it ", "will it "];
    private static readonly string[] OwnPlaceWords = ["我们", "咱们", "本市", "我市", "本地", "这里", "自己", "our own", "ours", "our city", "and us", "about us", "and here"];
    private static readonly string[] WhichWords = ["哪", "which ", "any "];
    private static readonly string[] AllWords = ["全部", "所有", "all", "everything"];
    private readonly ShownBefore before = new(last, earlier, index);
    private readonly ImmutableArray<string> organizations = [.. heard.Named<Entity.Body>().Select(b => b.Name).Concat(heard.Named<Entity.Group>().Select(g => g.Name))];
    private readonly ImmutableArray<string> officials = [.. heard.Named<Entity.Official>().Select(o => o.Name)];
    private readonly ImmutableArray<string> areas = heard.Has(Cue.Counties) && CountWords.Counties(heard.Text.Text) != 2 && heard.Named<Entity.Region>().IsEmpty ? Asked.AreasOf(heard, index).Areas : [.. heard.Named<Entity.Region>().Select(r => r.Name)];

    private bool HasEntity => !organizations.IsEmpty || !officials.IsEmpty || !areas.IsEmpty;

    private bool HasLists => !heard.Lists.IsEmpty;

    private ToldFigures Told => new(heard, before, HasEntity, index);

    private OverAreas OverAreas => new(heard, before, areas, index);

    private TaskFilter? LastFilter => before.Filter;

    /// <summary>One task, or what a subject names, was asked about: a bare "how much investment?" can only mean that.</summary>
    private bool IsAboutOne => before.IsAboutOne;

    public Question? Read()
    {
        if ((Elsewhere() ?? (organizations.IsEmpty && officials.IsEmpty ? new PointedNumber(heard.Text.Text).OfShown(heard, before, areas) : null)) is { } other)
        {
            return other;
        }

        if (heard.Due is not null || heard.Bound is not null)
        {
            return AsksIfDue ? new Question.Tasks(before.WhatWasShown(LastFilter!), TaskAspect.Deadline) : Within();
        }

        if (HasLists && IsAboutOne && heard.Subject.IsEmpty && !HasEntity && Reckonings.Of(heard.Text.Text) != Reckoning.None)
        {
            return Told.Together();
        }

        if ((new Picking(heard, before, areas, HasEntity).Read() ?? OfSameThing() ?? (Question?)OfLaterYear() ?? StageOf() ?? ClaimInList() ?? OfThoseSubjects() ?? new LookingBack(heard, before, HasEntity).Read()) is { } picked)
        {
            return picked;
        }

        if (heard.Place is not null || NamesOtherYear || (heard.Has(Cue.Definition) && !heard.Has(Cue.Milestones) && !(IsAboutOne && heard.Has(Cue.SupportUnitTerm, Cue.LeadUnitTerm) && heard.Text.Text.StartsWith("and ", StringComparison.Ordinal))) || heard.Has(Cue.NotKept, Cue.DocumentNumber, Cue.IssuedOn, Cue.IssuedBy) || (heard.Has(Cue.Parts) && !heard.Has(Cue.Sum, Cue.Lead, Cue.Support, Cue.AmongThem, Cue.EachArea, Cue.WhichArea) && !(heard.Has(Cue.FollowUp) && heard.WordsOf(Cue.Parts).All(w => w.EndsWith(" list", StringComparison.Ordinal)))))
        {
            return null;
        }

        if (heard.Has(Cue.Reason, Cue.Differ))
        {
            return Reasons();
        }

        if (((heard.Subject.IsEmpty && !HasEntity ? new OwnSide(heard, before).Read() : null) ?? new Comparison(heard, before, organizations, officials, areas, index).Read()) is { } compared)
        {
            return compared;
        }

        if (heard.Subject.IsEmpty && officials.IsEmpty && areas.IsEmpty && new CarriedOn(heard, before, organizations).Read() is { } carried)
        {
            return carried;
        }

        if (new Narrowing(heard, before, organizations, officials, areas, index).Read() is { } narrowed)
        {
            return narrowed;
        }

        if (heard.Subject.IsEmpty && !HasEntity)
        {
            return WithoutContent();
        }

        if (!heard.Subject.IsEmpty)
        {
            return Told.OfSubject() ?? (HasEntity ? null : new OtherSubject(heard, before, AspectOf(), index).Read());
        }

        return WithEntity();
    }

    /// <summary>"2027年的目标呢": another year is refused, whatever was asked before.</summary>
    private bool NamesOtherYear => (heard.Has(Cue.LastYear, Cue.NextYear) && heard.Subject.IsEmpty) || heard.Years.Any(y => !index.HasYear(y));

    /// <summary>"哪个是跨到2025的" after a list: those of it that speak of that year.</summary>
    private Question.Tasks? OfLaterYear()
    {
        if (!NamesOtherYear || heard.Years is not [var year] || HasEntity || last.Shown.Length < 2 || !heard.Has(Cue.AmongThem, Cue.Everything, Cue.HowManyTasks, Cue.FollowUp) && !Array.Exists(WhichWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)))
        {
            return null;
        }

        ImmutableArray<string> those = [.. before.Items.Where(i => i.Text.Contains($"{year}", StringComparison.Ordinal)).Select(i => i.Id).Distinct(StringComparer.Ordinal)];
        return those.IsEmpty ? null : new Question.Tasks(TaskFilter.Everything with { Ids = those }, heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List) { IsOfShown = true };
    }

    /// <summary>"这两项归谁管", "上面这几个都归哪个局" after one subject and then another: of all of them.</summary>
    private Question.Tasks? OfThoseSubjects()
    {
        var most = heard.Has(Cue.TheTwo) || heard.Text.Text.Contains("这两", StringComparison.Ordinal) || heard.Text.Text.Contains("both", StringComparison.Ordinal) ? 2 : Array.Exists(FewWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) ? MostTogether : 0;
        if (most == 0 || HasEntity || HasLists || !heard.Subject.IsEmpty || !IsAboutOne || !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Responsible) || last.Shown.Distinct(StringComparer.Ordinal).Count() != 1)
        {
            return null;
        }

        ImmutableArray<string> those = [.. before.Turns.TakeWhile(t => ShownBefore.FilterOf(t.Question) is { } filter && ShownBefore.IsOfOne(filter) && t.Shown.Length is > 0 and <= MostTogether).SelectMany(t => t.Shown).Distinct(StringComparer.Ordinal).Take(most).Reverse()];
        return those.Length < 2 ? null : new Question.Tasks(TaskFilter.Everything with { Ids = those }, TaskAspect.Owner) { IsOfShown = true };
    }

    /// <summary>"可工作报告里写的不是46公里吗": the same in that list.</summary>
    private Question.Tasks? ClaimInList() => HasLists && IsAboutOne && heard.Subject.IsEmpty && !HasEntity && !heard.IncludesLists && FigureClaim.In(heard.Text.Text) is not null
        ? new Question.Tasks(LastFilter! with { Lists = heard.Lists, Ids = [] }, TaskAspect.Figures) : null;

    /// <summary>"是要开工还是要投产" of the one task shown: its own words tell. "这单位是万人还是人": what was told, once more.</summary>
    private Question? StageOf() => IsAboutOne && !HasEntity && heard.IsEitherOr && heard.Text.Text.Contains("单位是", StringComparison.Ordinal) ? last.Question :
        IsAboutOne && !HasEntity && heard.IsEitherOr && last.Shown.Distinct(StringComparer.Ordinal).ToList() is [var only] && !heard.Text.Text.Contains("单位", StringComparison.Ordinal) && NamedSteps.HasStage(heard.Text.Text) && FigureClaim.FiguresOf(heard.Text.Text).Count == 0 && !heard.Has(Cue.When, Cue.HowMuch, Cue.Who)
            ? new Question.Tasks(TaskFilter.Everything with { Ids = [only] }, TaskAspect.Quote) { IsOfShown = true } : null;

    /// <summary>The thing shown before is named once more, or a step of it, or somebody who may take part in it.</summary>
    private Question? OfSameThing()
    {
        var same = new SameThing(heard, before, index);
        return same.Step() ?? (same.Bare() is { } bare ? new FollowUp(bare, last, earlier, index).Read() : new Involvement(heard, before, organizations, officials, areas, index).Read());
    }

    /// <summary>"那云州市呢", "2023年呢": the same question of other notices.</summary>
    private Question? Elsewhere()
    {
        var isElsewhere = index.Directory.Groups.Length > 1 && heard.IsElliptic && heard.Subject.IsEmpty && !HasEntity && !HasLists && heard.Place is null
            && (heard.Named<Entity.Issuer>().Length > 0 || heard.Years.Length > 0);
        return (isElsewhere, last.Question) switch
        {
            (true, Question.Tasks { Filter.Ids.IsEmpty: true } tasks) => tasks with { Filter = tasks.Filter with { Year = 0 } },
            (true, Question.AreaFigures { Filter.Ids.IsEmpty: true } figures) => figures with { Filter = figures.Filter with { Year = 0 } },
            (true, Question.AboutNotice about) => about,
            _ => null,
        };
    }

    /// <summary>"是不是要今年年底前弄完" of the one task just shown: when it is due, and not what else is due by then.</summary>
    private bool AsksIfDue => heard.Due is not null && heard.Bound is null && IsAboutOne && last.Shown.Distinct(StringComparer.Ordinal).Count() == 1 && heard.Subject.IsEmpty && !HasEntity && !HasLists
        && !heard.Has(Cue.Everything, Cue.HowManyTasks, Cue.AmongThem) && heard.Text.Text.TrimEnd('?', ' ', '。') is var text
        && (Array.Exists(WhetherBegins, w => text.StartsWith(w, StringComparison.Ordinal)) || text.EndsWith('吗') || text.EndsWith('吧') || text.EndsWith('么'));

    /// <summary>"那10月底前呢", "其中超过1000人的": the tasks asked about before, within other days or amounts.</summary>
    private Question? Within()
    {
        var text = heard.Text.Text;
        var leans = heard.Has(Cue.AmongThem) || text.StartsWith('那') || text.StartsWith("and ", StringComparison.Ordinal) || text.StartsWith("what about", StringComparison.Ordinal)
            || text.StartsWith("how about", StringComparison.Ordinal) || (heard.IsElliptic && text.TrimEnd('?', ' ', '!').EndsWith('呢'));
        if (heard.Bound is { Bound: var amounts } && heard.Has(Cue.WhichArea) && IsAboutOne && heard.Subject.IsEmpty && !HasEntity && !HasLists && last.Question is Question.AreaFigures of)
        {
            // "哪几个县超过15个" after one area's figure
            return of with { Areas = [], Operation = AreaOperation.Value, Bound = amounts };
        }

        if (!leans || !heard.Subject.IsEmpty || HasLists || LastFilter is not { } filter)
        {
            return null;
        }

        filter = filter with
        {
            Due = heard.Due?.Period ?? filter.Due,
            Bound = heard.Bound?.Bound ?? filter.Bound,
            Organizations = organizations.IsEmpty ? filter.Organizations : organizations,
            Officials = officials.IsEmpty ? filter.Officials : officials,
        };
        return (last.Question, heard.Bound) switch
        {
            (Question.AreaFigures figures, { Bound: var bound }) => figures with { Bound = bound, Areas = areas.IsEmpty ? figures.Areas : areas },
            (Question.Tasks, _) => new Question.Tasks(areas.IsEmpty ? filter : filter with { WithTargetIn = areas }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List),
            _ => null,
        };
    }

    /// <summary>"为什么", "嵊泗的为什么这么少", "那两个数为啥不一样": no reason is given, only what stands there.</summary>
    private Question.Refusal? Reasons()
    {
        // "那考核以哪个为准": of two figures one is asked for, whatever it is for.
        var asksWhich = heard.WordsOf(Cue.Differ).Any(said => said.Contains("为准", StringComparison.Ordinal) || said.Contains("按哪个", StringComparison.Ordinal) || said.StartsWith("which", StringComparison.Ordinal));
        if ((!heard.Subject.IsEmpty && !asksWhich) || !organizations.IsEmpty || !officials.IsEmpty || LastFilter is not { IsEverything: false } filter)
        {
            return null;
        }

        var word = heard.Text.Text[heard.Cues.First(c => c.Cue is Cue.Reason or Cue.Differ).Span is var span ? span.Start..span.End : ..];
        var isOfAreas = !areas.IsEmpty && (!filter.Subject.IsEmpty || !filter.Ids.IsEmpty);
        return new Question.Refusal(asksWhich ? RefusalReason.NotExplained : RefusalReason.Reasons, word, isOfAreas ? new Question.AreaFigures(filter, areas, AreaFrames.Operation(heard, areas.Length))
            : last.Question is Question.Tasks { Aspect: TaskAspect.Detail } tasks && !filter.Subject.IsEmpty ? tasks with { Aspect = TaskAspect.Figures } : last.Question is Question.Refusal refused ? refused.Near : last.Question);
    }

    /// <summary>"谁负责", "how many is that", "原文", "in English please", "更多".</summary>
    private Question? WithoutContent()
    {
        if ((new OverCarriers(heard, before, index).Read() ?? Onward()) is { } onward)
        {
            return onward;
        }

        if (IsAboutOne && Told.Again() is { } told)
        {
            return told;
        }

        if (last.Question is Question.AreaFigures { Filter.Subject.IsEmpty: true, Areas: [_] } ofArea && heard.Has(Cue.HowManyTasks, Cue.HowMuch) && !HasLists && !heard.Has(Cue.NoticeWord))
        {
            // "有几项" behind all targets of an area counts them.
            return ofArea;
        }

        if (LastFilter is not { } filter || (HasLists && !heard.IsElliptic && !heard.Has(Cue.AmongThem) && !IsElided(filter) && !NamesOneOfLists))
        {
            return null;
        }

        if ((HasLists ? InLists(filter) : OfOne(filter)) is { } ofOne)
        {
            return ofOne;
        }

        if (ByKind(filter) is { } ofKind)
        {
            return ofKind;
        }

        if ((OverAreas.SameFigures(filter) ?? OverLists(filter) ?? InAll(filter)) is { } ofAreas)
        {
            return ofAreas;
        }

        if ((InOtherRole(filter) ?? OwnerOfOnly()) is { } inRole)
        {
            return inRole;
        }

        if (filter is { Officials: [_], Subject.IsEmpty: true, Ids.IsEmpty: true } && heard.Has(Cue.HowManyTasks, Cue.HowMuch) && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Money))
        {
            // "他一共牵头多少"
            return new Question.Tasks(filter, TaskAspect.Count);
        }

        if (filter.IsEverything)
        {
            // After all targets of an area: only what was shown can be meant, and it is too much to say who carries each.
            return null;
        }

        return AspectOf() is { } aspect ? new Question.Tasks(before.WhatWasShown(CountsThings ? filter with { AsksMoney = false, Measured = CountingUnits } : filter), aspect != TaskAspect.Owner ? aspect : AsksOfficials(filter) ? TaskAspect.Officials : AsksUnits(filter) ? TaskAspect.Partners : aspect) { IsOfShown = true } : null;
    }

    /// <summary>"这项是哪个局在办" after a list of one: whoever carries that one.</summary>
    private Question.Tasks? OwnerOfOnly() => AspectOf() is TaskAspect.Owner && !heard.Has(Cue.Support, Cue.SupportUnitTerm, Cue.Partners) && last.Shown.Distinct(StringComparer.Ordinal).ToList() is [var only]
        ? new Question.Tasks(TaskFilter.Everything with { Ids = [only] }, TaskAspect.Owner) { IsOfShown = true } : null;

    /// <summary>"那市里的呢" the same in another list; "who is in charge of the city one" something else of it.</summary>
    private Question InLists(TaskFilter filter) =>
        NamesOneOfLists && heard.Has(Cue.Who, Cue.WhichOfficial, Cue.WhichOrganization, Cue.Responsible, Cue.When) && AspectOf() is { } aspect
            ? new Question.Tasks(filter with { Lists = heard.Lists }, aspect) : Narrow(filter with { Lists = heard.Lists });

    /// <summary>"the city one", "市里那个": of what was asked about that of one list.</summary>
    private bool NamesOneOfLists => IsAboutOne && heard.Lists is [_] && (heard.Text.Text.TrimEnd('?', ' ', '.').EndsWith(" one", StringComparison.Ordinal) || heard.Text.Text.Contains("那个", StringComparison.Ordinal));

    /// <summary>"那配合的呢", "那配合谁": the same tasks counted by list, or the same unit in another role.</summary>
    private Question.Tasks? InOtherRole(TaskFilter filter)
    {
        if (heard.Has(Cue.Parts) && !heard.Has(Cue.Lead, Cue.Support))
        {
            // "break that down by list": a count tells its lists.
            return new Question.Tasks(filter, TaskAspect.Count);
        }

        if (filter is { Organizations: [_], Subject.IsEmpty: true } && (!filter.Officials.IsEmpty || !filter.Lists.IsEmpty) && heard.Has(Cue.Support) && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.Partners) && (heard.Text.Text.Contains("别人", StringComparison.Ordinal) || heard.Text.Text.StartsWith('它')))
        {
            // "它配合别人的呢" after those of an official's tasks that it leads: what others lead is under others.
            filter = filter with { Officials = [], Lists = [] };
        }

        if (filter is { Organizations: [_], Subject.IsEmpty: true, Ids.IsEmpty: true } && heard.Has(Cue.Support) && heard.Has(Cue.Who, Cue.WhichOrganization) && !heard.Has(Cue.Partners))
        {
            // "那配合谁", "配合的是谁牵头"
            return new Question.Tasks(filter with { Role = OrganizationRole.Support, Leading = [], Supporting = [] }, TaskAspect.Leads);
        }

        if (!filter.Organizations.IsEmpty && filter.Subject.IsEmpty && heard.Has(Cue.Lead, Cue.Support) && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.Partners))
        {
            return new Question.Tasks(filter with { Role = heard.Role, Leading = [], Supporting = [] }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
        }

        return null;
    }

    /// <summary>"who is the vice mayor" of a unit's tasks: under whom they are.</summary>
    private bool AsksOfficials(TaskFilter filter) => heard.Has(Cue.WhichOfficial) && !heard.Has(Cue.WhichOrganization) && !filter.Organizations.IsEmpty && filter.Officials.IsEmpty && filter.Subject.IsEmpty && filter.Ids.IsEmpty;

    /// <summary>"都有哪些单位" of an official's tasks: those that carry them.</summary>
    private bool AsksUnits(TaskFilter filter) => heard.Has(Cue.WhichOrganization) && !heard.Has(Cue.WhichOfficial, Cue.Lead) && filter is { Officials: [_], Organizations.IsEmpty: true, Subject.IsEmpty: true, Ids.IsEmpty: true };

    /// <summary>"有没有民生实事" after somebody's tasks: theirs are meant.</summary>
    private bool IsElided(TaskFilter filter) =>
        (!filter.Organizations.IsEmpty || !filter.Officials.IsEmpty) && last.Question is Question.Tasks && heard.Text.Text.Length <= LongestElided && !heard.Has(Cue.NoticeWord)
        && (Array.Exists(ElidedBegins, w => heard.Text.Text.StartsWith(w, StringComparison.Ordinal)) || Array.Exists(PartOfThem, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)));

    /// <summary>"一共几项" after what a unit leads and then what it supports: both together.</summary>
    private Question.Tasks? InAll(TaskFilter filter)
    {
        var isInAll = heard.Has(Cue.HowManyTasks, Cue.HowMuch) && (heard.Has(Cue.Sum) || Array.Exists(InAllWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)));
        var other = earlier.FirstOrDefault()?.Question is Question.Tasks { Filter: var then } && then.Organizations.SequenceEqual(filter.Organizations, StringComparer.Ordinal) && then.Role != filter.Role && then.Role != OrganizationRole.Any
            && then with { Role = filter.Role } == filter;
        return isInAll && other && filter is { Organizations: [_], Role: not OrganizationRole.Any, Subject.IsEmpty: true } && !heard.Has(Cue.Lead, Cue.Support) ? new Question.Tasks(filter with { Role = OrganizationRole.Any }, TaskAspect.Count) : null;
    }

    /// <summary>"全部加一块" after somebody's tasks of one list and then of another: of both, or of all where all are asked for.</summary>
    private Question.Tasks? OverLists(TaskFilter filter)
    {
        if (heard.IncludesLists && !filter.Lists.IsEmpty && last.Question is Question.Tasks among)
        {
            // "民生的也算上" after the tasks of one list
            return among with { Filter = filter with { Lists = [.. filter.Lists.Union(heard.ListsSaid).Order()] } };
        }

        var then = earlier.FirstOrDefault()?.Question is Question.Tasks { Filter: var other } && other with { Lists = filter.Lists } == filter ? other.Lists : [];
        return heard.Has(Cue.Sum) && !HasLists && filter is { Lists: [_], Subject.IsEmpty: true, Ids.IsEmpty: true } && !then.IsEmpty && !then.SequenceEqual(filter.Lists)
            ? new Question.Tasks(filter with { Lists = Array.Exists(AllWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) ? [] : [.. then.Union(filter.Lists).Order()] }, TaskAspect.Count) : null;
    }

    /// <summary>"有金额的有哪些", "里面带具体数字的", "any without support": those of the list before that are made so.</summary>
    private Question? ByKind(TaskFilter filter)
    {
        var narrows = heard.Has(Cue.AmongThem, Cue.Narrow, Cue.FollowUp) || heard.Text.Text is ['有' or '带' or '哪', ..]
            || heard.Text.Text.StartsWith("any ", StringComparison.Ordinal) || heard.Text.Text.StartsWith("which one", StringComparison.Ordinal);
        var kind = heard.FigureKindNamed;
        return narrows && (kind != FigureKind.Any || heard.Has(Cue.NoSupport, Cue.NoOfficial)) && (!IsAboutOne || last.Shown.Length > 1)
            ? Narrow(filter with
            {
                Figures = kind == FigureKind.Any ? filter.Figures : kind,
                WithoutSupport = heard.Has(Cue.NoSupport) || filter.WithoutSupport,
                WithoutOfficial = heard.Has(Cue.NoOfficial) || filter.WithoutOfficial,
            })
            : null;
    }

    /// <summary>"今年要完成多少投资", "是每年吗", "有几步", "配合的有几家": of the task or subject that was asked about.</summary>
    private Question? OfOne(TaskFilter filter)
    {
        if (IsAboutOne && filter.Organizations.IsEmpty && Asked.CountsUnits(heard))
        {
            return new Question.Tasks(before.WhatWasShown(filter), TaskAspect.Units);
        }

        if (!IsAboutOne || heard.Has(Cue.EachArea, Cue.WhichArea, Cue.Most, Cue.Least, Cue.Rank, Cue.Share, Cue.Sum))
        {
            return null;
        }

        if (heard.Has(Cue.PerYear) && heard.Has(Cue.HowMuch) && heard.Text.Text.Contains("今年", StringComparison.Ordinal))
        {
            return new Question.Tasks(filter, TaskAspect.Figures) { IsOfShown = true };
        }

        if (heard.Has(Cue.PerYear))
        {
            return new Question.Refusal(RefusalReason.NotExplained, string.Empty, new Question.Tasks(filter, TaskAspect.Quote));
        }

        if (heard.Has(Cue.Milestones))
        {
            return new Question.Tasks(filter, TaskAspect.Deadline);
        }

        if (heard.Has(Cue.Budget) && !heard.Has(Cue.Money))
        {
            // "这钱谁出" asks for no amount.
            return before.Items.Any(i => i.Targets.Any(Asked.IsSpent)) && !heard.WordsOf(Cue.Budget).Any(said => said.Contains('谁', StringComparison.Ordinal) || said.Contains('哪', StringComparison.Ordinal)) ? new Question.Tasks(filter with { AsksMoney = true, Measured = [] }, TaskAspect.Figures) { IsOfShown = true }
                : new Question.Refusal(RefusalReason.Budget, heard.WordsOf(Cue.Budget).First(), new Question.Tasks(filter, TaskAspect.Figures));
        }

        var asksTasks = heard.Has(Cue.HowManyTasks, Cue.Everything, Cue.AmongThem) && heard.Has(Cue.Money);
        if (heard.Has(Cue.Money) && !asksTasks && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Responsible))
        {
            return new Question.Tasks(filter with { AsksMoney = true }, TaskAspect.Figures) { IsOfShown = true };
        }

        var asksSupport = heard.Has(Cue.Support, Cue.SupportUnitTerm, Cue.Partners) && !heard.Has(Cue.Lead, Cue.LeadUnitTerm, Cue.WhichOfficial, Cue.Responsible);
        return asksSupport && (filter.Organizations.IsEmpty || !filter.Ids.IsEmpty || !filter.Subject.IsEmpty) ? new Question.Tasks(before.WhatWasShown(filter), TaskAspect.Supporting) : null;
    }

    /// <summary>The next item or page, the same in another language or for the year that there is, what else its carrier does.</summary>
    private Question? Onward()
    {
        if (heard.Has(Cue.NextItem, Cue.PreviousItem) && Neighbour(heard.Has(Cue.NextItem) ? 1 : -1) is { } neighbour)
        {
            return neighbour;
        }

        if (heard.Has(Cue.More) && !(heard.Has(Cue.Without) && last.Question is Question.AreaFigures))
        {
            return new Question.NextPage();
        }

        if (heard.Has(Cue.ThisYear) && last.Question is Question.Refusal { Reason: RefusalReason.OtherYear, Near: { } ofNow } && heard.Cues.All(c => c.Cue is Cue.ThisYear or Cue.FollowUp or Cue.HowMuch))
        {
            // "那今年呢"
            return ofNow;
        }

        if (heard.Years is [var year] && last.Question is Question.Refusal { Near: { } meant } && index.Notices.Any(n => n.Notice.Year == year))
        {
            return meant;
        }

        if (last.Question is Question.Tasks { Aspect: TaskAspect.Count or TaskAspect.List } && !HasLists && FigureClaim.In(heard.Text.Text) is not null && heard.Cues.All(c => c.Cue is Cue.FollowUp or Cue.Sum))
        {
            // "那是7项吧" after how many there are
            return last.Question;
        }

        if (last.Question is Question.Refusal { Reason: RefusalReason.OtherPlace, Near: { } ofOwn } && (heard.Named<Entity.Issuer>().Length > 0 || Array.Exists(OwnPlaceWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal))))
        {
            // "那我们自己的呢" after another city's
            return ofOwn;
        }

        if (Language.LanguageDetector.FindRequest(heard.Text) is null)
        {
            return last.Question is Question.AboutNotice { Topic: NoticeTopic.LargestSection or NoticeTopic.SmallestSection } && heard.Has(Cue.Most, Cue.Least) && heard.Cues.All(c => c.Cue is Cue.Most or Cue.Least or Cue.FollowUp)
                ? new Question.AboutNotice(heard.Has(Cue.Most) ? NoticeTopic.LargestSection : NoticeTopic.SmallestSection) : null;
        }

        // "can you give me these three in English?" after one of the three
        var count = CountWords.NumberIn(heard.Text.Text);
        return (count > 1 ? before.Turns.FirstOrDefault(t => t.Shown.Length == count) : null)?.Question ?? last.Question;
    }

    /// <summary>"下一条": the task behind the one just shown.</summary>
    private Question.Tasks? Neighbour(int step)
    {
        var at = last.Shown is [var only] ? index.Find(only)?.Ordinal + step : null;
        return at is { } ordinal && ordinal >= 0 && ordinal < index.Items.Length
            ? new Question.Tasks(TaskFilter.Everything with { Ids = [index.Items[ordinal].Item.Id] }, TaskAspect.Detail)
            : null;
    }

    /// <summary>"那普陀呢", "市交通局呢": the same question about another area, unit or official.</summary>
    private Question? WithEntity()
    {
        if (organizations.IsEmpty && officials.IsEmpty && OverAreas.OfNamed() is { } ofArea)
        {
            return ofArea;
        }

        var isBare = heard.Cues.All(c => c.Cue is Cue.FollowUp or Cue.Target or Cue.HowMuch or Cue.Compare or Cue.Sum or Cue.Share or Cue.WholeCity or Cue.Counties or Cue.AmongThem || (c.Cue is Cue.HowManyTasks && heard.Text.Text.TrimEnd('?', ' ').EndsWith(" get", StringComparison.Ordinal)));
        if (LastFilter is not { } filter || (!heard.IsElliptic && !isBare))
        {
            return null;
        }

        if (!areas.IsEmpty && organizations.IsEmpty && officials.IsEmpty)
        {
            return OverAreas.WithAreas(filter);
        }

        var isWithin = filter.Due is not null || filter.Bound is not null;
        if (!organizations.IsEmpty && officials.IsEmpty && areas.IsEmpty && (!filter.Organizations.IsEmpty || isWithin) && (heard.IsElliptic || isBare))
        {
            var role = heard.Has(Cue.Lead, Cue.Support) ? heard.Role : filter.Role;
            var bound = RoleBinding.Of(heard);
            var isOfShown = last.Question is Question.Tasks { Aspect: TaskAspect.TakesPart };
            var named = (filter with { Ids = isOfShown ? filter.Ids : [], Officials = AspectOf() == TaskAspect.Owner ? [] : filter.Officials }).WithRoles([.. organizations.Select(o => (o, bound.GetValueOrDefault(o, role)))]);
            return new Question.Tasks(named, AspectOf() ?? (last.Question as Question.Tasks)?.Aspect ?? TaskAspect.List);
        }

        return !officials.IsEmpty && organizations.IsEmpty && areas.IsEmpty && (!filter.Officials.IsEmpty || isWithin)
            ? new Question.Tasks(filter with { Officials = officials, Ids = [], Organizations = SharesTasks(filter.Organizations) ? filter.Organizations : [] }, AspectOf() ?? (last.Question as Question.Tasks)?.Aspect ?? TaskAspect.List)
            : null;
    }

    /// <summary>The officials named now lead some task of the organizations asked about before.</summary>
    private bool SharesTasks(ImmutableArray<string> before) =>
        before.All(o => officials.SelectMany(f => index.LedBy(f)).Intersect(index.Of(o).All).Any());

    private Question Narrow(TaskFilter filter) => last.Question switch
    {
        Question.AreaFigures figures => figures with { Filter = filter },
        Question.Tasks tasks => new Question.Tasks(filter, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : tasks.Aspect),
        _ => new Question.Tasks(filter, TaskAspect.List),
    };

    /// <summary>"how many projects is that" of what the notice itself counts in projects.</summary>
    private bool CountsThings => IsAboutOne && heard.WordsOf(Cue.HowManyTasks).All(w => w.Contains("project", StringComparison.Ordinal) || w.Contains("项目", StringComparison.Ordinal))
        && before.Items.Any(i => i.Targets.Any(t => t.Indicator.Contains("项目", StringComparison.Ordinal)));

    /// <summary>The aspect that the words ask for; null when they ask for none.</summary>
    private TaskAspect? AspectOf() =>
        heard.Has(Cue.Quote) ? TaskAspect.Quote
        : heard.Has(Cue.HowManyTasks) ? CountsThings ? TaskAspect.Figures : TaskAspect.Count
        : heard.Has(Cue.Partners) ? TaskAspect.Partners
        : heard.Has(Cue.WhichOfficial) && !heard.Has(Cue.WhichOrganization) ? TaskAspect.Owner
        : heard.Has(Cue.Who, Cue.WhichOrganization, Cue.Responsible, Cue.Lead, Cue.Support) ? TaskAspect.Owner
        : heard.Has(Cue.When) ? TaskAspect.Deadline
        : heard.Has(Cue.Target) || (heard.Has(Cue.HowMuch, Cue.WithFigures) && (IsAboutOne || (last.Shown.Length <= MostWithFigures && heard.WordsOf(Cue.HowMuch).Any(w => FigureWords.Contains(w, StringComparer.Ordinal))))) ? TaskAspect.Figures
        : heard.Has(Cue.HowMuch) ? TaskAspect.Count
        : heard.Has(Cue.Source) ? TaskAspect.Detail
        : heard.Has(Cue.Everything) ? TaskAspect.List
        : null;
}
