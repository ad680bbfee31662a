using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// A question that leans on the turn before: "那普陀呢", "and Putuo?", "谁负责", "the second one", "in English please". Null when it stands
/// on its own feet, so that a full question is never coloured by what was said before.
/// </summary>
internal sealed class FollowUp(Recognition heard, ContextTurn last, ImmutableArray<ContextTurn> earlier, WorkItemIndex index)
{
    private readonly ImmutableArray<string> organizations = [.. heard.Named<Entity.Body>().Select(b => b.Name).Concat(heard.Named<Entity.Group>().Select(g => g.Name))];
    private readonly ImmutableArray<string> officials = [.. heard.Named<Entity.Official>().Select(o => o.Name)];
    private readonly ImmutableArray<string> areas = [.. heard.Named<Entity.Region>().Select(r => r.Name)];

    private bool HasEntity => !organizations.IsEmpty || !officials.IsEmpty || !areas.IsEmpty;

    private bool IsElliptic => heard.Has(Cue.FollowUp);

    private bool HasLists => !QuestionFrames.ListsOf(heard).IsEmpty;

    private TaskFilter? LastFilter => last.Question switch
    {
        Question.Tasks tasks => tasks.Filter,
        Question.AreaFigures figures => figures.Filter,
        Question.Refusal { Near: Question.Tasks near } => near.Filter,
        Question.Refusal { Near: Question.AreaFigures near } => near.Filter,
        _ => null,
    };

    public Question? Read()
    {
        if (Elsewhere() is { } elsewhere)
        {
            return elsewhere;
        }

        if (heard.Due is not null || heard.Bound is not null)
        {
            return Within();
        }

        if (heard.Place is { Section: 0, Item: > 0 and var ordinal } place && (place.IsOrdinal || last.Shown.Length > 1) && !HasEntity && !HasLists && heard.Subject.IsEmpty && ordinal <= CountedIn().Length)
        {
            return new Question.Tasks(TaskFilter.Everything with { Ids = [CountedIn()[ordinal - 1]] }, AspectOf() ?? TaskAspect.Detail);
        }

        if (heard.Place is { IsOrdinal: true, Item: var picked } && !areas.IsEmpty && organizations.IsEmpty && officials.IsEmpty && !HasLists && heard.Subject.IsEmpty && picked <= CountedIn().Length)
        {
            return new Question.AreaFigures(TaskFilter.Everything with { Ids = [CountedIn()[picked - 1]] }, areas, QuestionFrames.Operation(heard, areas.Length));
        }

        if (heard.Place is not null || heard.Has(Cue.NotKept, Cue.Definition, Cue.DocumentNumber, Cue.IssuedOn, Cue.IssuedBy, Cue.Parts))
        {
            return null;
        }

        if (heard.Subject.IsEmpty && !HasEntity)
        {
            return WithoutContent();
        }

        if (!heard.Subject.IsEmpty)
        {
            return WithSubject();
        }

        return WithEntity();
    }

    /// <summary>"那云州市呢", "2023年呢": the same question of other notices.</summary>
    private Question? Elsewhere()
    {
        var isElsewhere = index.Directory.Groups.Length > 1 && IsElliptic && heard.Subject.IsEmpty && !HasEntity && !HasLists && heard.Place is null
            && (heard.Named<Entity.Issuer>().Length > 0 || heard.Years.Length > 0);
        return (isElsewhere, last.Question) switch
        {
            (true, Question.Tasks { Filter.Ids.IsEmpty: true } tasks) => tasks with { Filter = tasks.Filter with { Year = 0 } },
            (true, Question.AreaFigures { Filter.Ids.IsEmpty: true } figures) => figures with { Filter = figures.Filter with { Year = 0 } },
            (true, Question.AboutNotice about) => about,
            _ => null,
        };
    }

    /// <summary>"那10月底前呢", "其中超过1000人的": the tasks asked about before, within other days or amounts.</summary>
    private Question? Within()
    {
        var text = heard.Text.Text;
        var leans = heard.Has(Cue.AmongThem) || text.StartsWith('那') || text.StartsWith("and ", StringComparison.Ordinal) || text.StartsWith("what about", StringComparison.Ordinal)
            || text.StartsWith("how about", StringComparison.Ordinal) || (IsElliptic && text.TrimEnd('?', ' ', '!').EndsWith('呢'));
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

    /// <summary>The list that "the fifth" counts in: after one of them was looked at, the list that it was picked from.</summary>
    private ImmutableArray<string> CountedIn() => last.Question is Question.Tasks { Filter.Ids: [_] }
        ? earlier.FirstOrDefault(t => t.Shown.Length > 1)?.Shown ?? last.Shown
        : last.Shown;

    /// <summary>"谁负责", "how many is that", "原文", "in English please", "更多".</summary>
    private Question? WithoutContent()
    {
        if (Onward() is { } onward)
        {
            return onward;
        }

        if (last.Question is Question.AreaFigures { Filter.Subject.IsEmpty: true, Areas: [_] } ofArea && heard.Has(Cue.HowManyTasks, Cue.HowMuch) && !HasLists && !heard.Has(Cue.NoticeWord))
        {
            // "有几项" behind all targets of an area counts them.
            return ofArea;
        }

        if (LastFilter is not { } filter || (HasLists && !IsElliptic && !heard.Has(Cue.AmongThem)))
        {
            return null;
        }

        if (HasLists)
        {
            return Narrow(filter with { Lists = QuestionFrames.ListsOf(heard) });
        }

        if (heard.Has(Cue.AmongThem) && heard.Has(Cue.Money, Cue.Percentages, Cue.NoSupport))
        {
            return Narrow(filter with
            {
                Figures = heard.Has(Cue.Money) ? FigureKind.Money : heard.Has(Cue.Percentages) ? FigureKind.Percentage : filter.Figures,
                WithoutSupport = heard.Has(Cue.NoSupport),
            });
        }

        if (OfAreas(filter) is { } ofAreas)
        {
            return ofAreas;
        }

        // "那配合的呢": the same unit in another role.
        if (!filter.Organizations.IsEmpty && filter.Subject.IsEmpty && heard.Has(Cue.Lead, Cue.Support) && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.Partners))
        {
            return new Question.Tasks(filter with { Role = QuestionFrames.RoleOf(heard) }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
        }

        if (filter.IsEverything)
        {
            // After all targets of an area: only what was shown can be meant, and it is too much to say who carries each.
            return null;
        }

        return AspectOf() is { } aspect ? new Question.Tasks(filter, aspect) : null;
    }

    /// <summary>"哪个最多", "占全市多少", "全市呢", "各县区呢": the same figures over other areas.</summary>
    private Question? OfAreas(TaskFilter filter)
    {
        if (heard.Has(Cue.WhichOrganization, Cue.WhichOfficial, Cue.Lead, Cue.Support, Cue.HowManyTasks))
        {
            return null;
        }

        if (last.Question is Question.AreaFigures figures && heard.Has(Cue.Most, Cue.Least, Cue.Rank, Cue.EachArea, Cue.WhichArea, Cue.Share, Cue.Sum, Cue.WholeCity, Cue.Compare))
        {
            if (heard.Has(Cue.Sum, Cue.Compare) && figures.Areas.Length == 1 && earlier is [{ Question: Question.AreaFigures { Areas: [var other] } }, ..] && !figures.Areas.Contains(other, StringComparer.Ordinal))
            {
                // "the total of both?": of the areas of the last two turns.
                return new Question.AreaFigures(filter, [other, .. figures.Areas], heard.Has(Cue.Sum) ? AreaOperation.Sum : AreaOperation.Compare);
            }

            var operation = QuestionFrames.Operation(heard, heard.Has(Cue.Share, Cue.Sum) ? figures.Areas.Length : 0);
            return heard.Has(Cue.WholeCity) && !heard.Has(Cue.Share, Cue.Sum)
                ? new Question.Tasks(filter, TaskAspect.Figures)
                : new Question.AreaFigures(filter, heard.Has(Cue.Share, Cue.Sum) ? figures.Areas : [], operation);
        }

        if (last.Question is Question.Tasks && heard.Has(Cue.Share) && earlier.Select(t => t.Question).OfType<Question.AreaFigures>().FirstOrDefault() is { Areas: [_] } shared && shared.Filter.Subject == filter.Subject)
        {
            // "占全市多少" after "谁负责": of the area before.
            return shared with { Operation = AreaOperation.Share };
        }

        return filter.Subject.IsEmpty ? null
            : heard.Has(Cue.EachArea, Cue.WhichArea) ? new Question.AreaFigures(filter, [], QuestionFrames.Operation(heard, 0))
            : heard.Has(Cue.WholeCity) ? new Question.Tasks(filter, TaskAspect.Figures)
            : null;
    }

    /// <summary>The next item or page, the same in another language or for the year that there is, what else its carrier does.</summary>
    private Question? Onward()
    {
        if (heard.Has(Cue.NextItem, Cue.PreviousItem) && Neighbour(heard.Has(Cue.NextItem) ? 1 : -1) is { } neighbour)
        {
            return neighbour;
        }

        if (heard.Has(Cue.More))
        {
            return new Question.NextPage();
        }

        if (heard.Years is [var year] && last.Question is Question.Refusal { Near: { } meant } && index.Notices.Any(n => n.Notice.Year == year))
        {
            return meant;
        }

        return Language.LanguageDetector.FindRequest(heard.Text) is not null ? last.Question : OfCarrier();
    }

    /// <summary>"它还牵头哪些": what else the unit, or "他" the official, of the task just shown leads.</summary>
    private Question.Tasks? OfCarrier()
    {
        var isPronoun = heard.Text.Text.AsSpan().ContainsAny('它', '他', '她') || heard.Text.Text.Split(' ').Any(w => w is "it" or "he" or "she");
        if (!heard.Has(Cue.Lead, Cue.Support, Cue.Participate) || !(isPronoun || heard.Has(Cue.Everything, Cue.HowManyTasks, Cue.Participate)) || heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Partners)
            || LastFilter is { Organizations.IsEmpty: false } or { Officials.IsEmpty: false } || last.Shown is not [var shown, ..])
        {
            return null;
        }

        var item = index.Items.FirstOrDefault(i => i.Item.Id == shown)?.Item;
        var text = heard.Text.Text;
        var aspect = heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List;
        return text.AsSpan().ContainsAny('他', '她') || text.Split(' ').Any(w => w is "he" or "she")
            ? item?.LeadOfficials is [var official, ..] ? new Question.Tasks(TaskFilter.Everything with { Officials = [official.Name] }, aspect) : null
            : item?.LeadOrganizations is [var lead, ..] ? new Question.Tasks(TaskFilter.Everything with { Organizations = [lead.Name], Role = QuestionFrames.RoleOf(heard) }, aspect) : null;
    }

    /// <summary>"下一条": the task behind the one just shown.</summary>
    private Question.Tasks? Neighbour(int step)
    {
        var at = last.Shown is [var only] ? index.Items.FirstOrDefault(i => i.Item.Id == only)?.Ordinal + step : null;
        return at is { } ordinal && ordinal >= 0 && ordinal < index.Items.Length
            ? new Question.Tasks(TaskFilter.Everything with { Ids = [index.Items[ordinal].Item.Id] }, TaskAspect.Detail)
            : null;
    }

    /// <summary>"那流感疫苗呢": the same question about another subject.</summary>
    private Question? WithSubject()
    {
        if (!IsElliptic || HasEntity || LastFilter is not { } filter || filter.Subject.IsEmpty || SubjectSearch.Find(heard.Subject, index).IsEmpty)
        {
            return null;
        }

        var renewed = filter with { Subject = heard.Subject, Ids = [] };
        return last.Question switch
        {
            Question.AreaFigures figures when AspectOf() is null or TaskAspect.Figures => figures with { Filter = renewed },
            Question.Tasks tasks => new Question.Tasks(renewed, AspectOf() ?? tasks.Aspect),
            _ => new Question.Tasks(renewed, AspectOf() ?? TaskAspect.Detail),
        };
    }

    /// <summary>"那普陀呢", "市交通局呢": the same question about another area, unit or official.</summary>
    private Question? WithEntity()
    {
        if (heard.Has(Cue.AmongThem) && AmongShown() is { } among)
        {
            return among;
        }

        if (heard.Has(Cue.Compare) && areas is [var beside] && organizations.IsEmpty && officials.IsEmpty && last.Question is Question.AreaFigures { Areas.IsEmpty: true, Operation: AreaOperation.Largest or AreaOperation.Smallest } extreme
            && ExtremeOf(extreme) is { } found && found != beside)
        {
            // "how many more than Dinghai?" after "which area has the most".
            return new Question.AreaFigures(extreme.Filter, [found, beside], AreaOperation.Compare);
        }

        var isBare = heard.Cues.All(c => c.Cue is Cue.FollowUp or Cue.Target or Cue.HowMuch or Cue.Compare or Cue.Sum);
        if (LastFilter is not { } filter || (!IsElliptic && !isBare))
        {
            return null;
        }

        if (!areas.IsEmpty && organizations.IsEmpty && officials.IsEmpty)
        {
            return WithAreas(filter);
        }

        var isWithin = filter.Due is not null || filter.Bound is not null;
        if (!organizations.IsEmpty && officials.IsEmpty && areas.IsEmpty && (!filter.Organizations.IsEmpty || isWithin) && (IsElliptic || isBare))
        {
            var role = heard.Has(Cue.Lead, Cue.Support) ? QuestionFrames.RoleOf(heard) : filter.Role;
            return new Question.Tasks(filter with { Organizations = organizations, Role = role, Ids = [] }, AspectOf() ?? (last.Question as Question.Tasks)?.Aspect ?? TaskAspect.List);
        }

        return !officials.IsEmpty && organizations.IsEmpty && areas.IsEmpty && (!filter.Officials.IsEmpty || isWithin)
            ? new Question.Tasks(filter with { Officials = officials, Ids = [], Organizations = SharesTasks(filter.Organizations) ? filter.Organizations : [] }, AspectOf() ?? (last.Question as Question.Tasks)?.Aspect ?? TaskAspect.List)
            : null;
    }

    /// <summary>The officials named now lead some task of the organizations asked about before.</summary>
    private bool SharesTasks(ImmutableArray<string> before) =>
        before.All(o => officials.SelectMany(f => index.LedBy(f)).Intersect(index.Of(o).All).Any());

    /// <summary>"其中市科技局牵头的几项", "其中嵊泗没有目标的": fewer of the tasks just counted.</summary>
    private Question.Tasks? AmongShown()
    {
        if (last.Question is not Question.Tasks { Filter: { Subject.IsEmpty: true } filter } || (filter.Officials.IsEmpty && filter.Organizations.IsEmpty && filter.Lists.IsEmpty && filter.Due is null && filter.Bound is null))
        {
            return null;
        }

        var aspect = heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List;
        if (!areas.IsEmpty && organizations.IsEmpty && officials.IsEmpty && heard.Has(Cue.Without))
        {
            var lists = filter.Lists.IsEmpty ? [Notices.WorkListKind.ProvincialProjects, Notices.WorkListKind.CityProjects] : filter.Lists;
            return new Question.Tasks(filter with { WithoutTargetIn = areas, Lists = lists }, aspect);
        }

        return areas.IsEmpty && officials.IsEmpty && !organizations.IsEmpty && filter.Organizations.IsEmpty
            ? new Question.Tasks(filter with { Organizations = organizations, Role = QuestionFrames.RoleOf(heard) }, aspect)
            : areas.IsEmpty && organizations.IsEmpty && !officials.IsEmpty && filter.Officials.IsEmpty
                ? new Question.Tasks(filter with { Officials = officials }, aspect)
                : null;
    }

    /// <summary>The one area with the largest or smallest figure of what was shown; null when several share it, or several rows were shown.</summary>
    private string? ExtremeOf(Question.AreaFigures asked)
    {
        var rows = SubjectSearch.Find(asked.Filter.Subject, index).Where(m => m.Row is not null).Select(m => m.Row!).Distinct().ToList();
        if (rows is not [var row])
        {
            return null;
        }

        var amounts = row.Areas.Select(a => (a.Area, Amount: (a.Value as WorkItems.CellValue.Amount)?.Figure.Normalized.Value)).Where(a => a.Amount is not null).ToList();
        var best = amounts.Count == 0 ? null : asked.Operation == AreaOperation.Largest ? amounts.Max(a => a.Amount) : amounts.Min(a => a.Amount);
        return amounts.Where(a => a.Amount == best).Select(a => a.Area).ToList() is [var only] ? only : null;
    }

    private Question? WithAreas(TaskFilter filter)
    {
        switch (last.Question)
        {
            case Question.AreaFigures figures:
                var adds = heard.Has(Cue.Sum) && !figures.Areas.IsEmpty;
                var joined = adds || (heard.Has(Cue.Compare) && areas.Length == 1) ? [.. figures.Areas.Union(areas, StringComparer.Ordinal)] : areas;
                var operation = adds ? AreaOperation.Sum : joined.Length > 1 || heard.Has(Cue.Share, Cue.Sum) ? QuestionFrames.Operation(heard, joined.Length)
                    : figures.Operation is AreaOperation.Share ? AreaOperation.Share : AreaOperation.Value;
                return new Question.AreaFigures(filter, joined, operation);
            case Question.Tasks tasks when filter.Due is not null && filter.Subject.IsEmpty:
                return tasks with { Filter = filter with { WithTargetIn = areas } };
            case Question.Tasks when !filter.Subject.IsEmpty || !filter.Ids.IsEmpty:
                return new Question.AreaFigures(filter, areas, QuestionFrames.Operation(heard, areas.Length));
            case Question.Tasks { Filter.Organizations: [var before] } tasks when IsElliptic && GovernmentOf(before) is not null:
                var governments = areas.Select(a => index.Notices.SelectMany(n => n.Organizations).FirstOrDefault(o => o.Area == a)?.Name).OfType<string>().ToImmutableArray();
                return governments.IsEmpty ? null : new Question.Tasks(filter with { Organizations = governments }, tasks.Aspect);
            case Question.Tasks when WithRows() is { IsEmpty: false } shown:
                return new Question.AreaFigures(TaskFilter.Everything with { Ids = shown }, areas, QuestionFrames.Operation(heard, areas.Length));
            default:
                return null;
        }
    }

    /// <summary>Of the tasks just shown those that are broken down: "how many for 某县?" asks about them.</summary>
    private ImmutableArray<string> WithRows() => [.. last.Shown.Where(id => index.Items.Any(i => i.Item.Id == id && !i.Item.Rows.IsEmpty))];

    private string? GovernmentOf(string organization) => index.Notices.SelectMany(n => n.Organizations).FirstOrDefault(o => o.Name == organization)?.Area;

    private Question Narrow(TaskFilter filter) => last.Question switch
    {
        Question.AreaFigures figures => figures with { Filter = filter },
        Question.Tasks tasks => new Question.Tasks(filter, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : tasks.Aspect),
        _ => new Question.Tasks(filter, TaskAspect.List),
    };

    /// <summary>The aspect that the words ask for; null when they ask for none.</summary>
    private TaskAspect? AspectOf() =>
        heard.Has(Cue.Quote) ? TaskAspect.Quote
        : heard.Has(Cue.HowManyTasks) ? TaskAspect.Count
        : heard.Has(Cue.Partners) ? TaskAspect.Partners
        : heard.Has(Cue.WhichOfficial) && !heard.Has(Cue.WhichOrganization) ? TaskAspect.Owner
        : heard.Has(Cue.Who, Cue.WhichOrganization, Cue.Responsible, Cue.Lead, Cue.Support) ? TaskAspect.Owner
        : heard.Has(Cue.When) ? TaskAspect.Deadline
        : heard.Has(Cue.Target) || (heard.Has(Cue.HowMuch) && !LastFilter!.Subject.IsEmpty) ? TaskAspect.Figures
        : heard.Has(Cue.HowMuch) ? TaskAspect.Count
        : heard.Has(Cue.Source) ? TaskAspect.Detail
        : heard.Has(Cue.Everything) ? TaskAspect.List
        : null;
}
