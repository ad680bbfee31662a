namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Questions that count: who has the most tasks, the top three, exactly one; and tasks told by how they are made, such as those of five or
/// more units, without figures, with dated steps.
/// </summary>
internal sealed class CountFrames(Asked asked)
{
    private const string Tasks = "项";
    private static readonly string[] OfficialWords = ["领导", "市长", "县长", "区长", "official", "leader", "mayor"];
    private static readonly string[] OrganizationWords = ["单位", "部门", "unit", "department", "bureau", "agenc", "organi"];
    private static readonly string[] DeputyWords = ["副市长", "副县长", "副区长", "vice mayor", "vice-mayor", "deputy mayor", "vice mayors"];
    private static readonly string[] TaskWords = ["任务", "工作", "task", "work", "item", "项"];
    private readonly Recognition heard = asked.Heard;

    /// <summary>No name is heard, save the mayor in "how many vice mayors".</summary>
    private bool NamesNothing => heard.Mentions.All(m => m.Span.Overlaps(CountWords.HowManyCarriers(heard.Text.Text)));

    /// <summary>"牵头最多的三个单位", "有5个以上单位的任务", "没有量化指标的任务有哪些"; null for another question.</summary>
    public Question? Read()
    {
        if (asked.HasSubject && asked.Matches.IsEmpty && !asked.IsOfCount)
        {
            return null;
        }

        if (NamesNothing && (!asked.HasSubject || asked.IsOfCount) && Carriers() is { } carriers)
        {
            return carriers;
        }

        return asked.Areas.IsEmpty && heard.Due is null && Structure(asked.Filter(), asked.IsEachArea || heard.Has(Cue.WhichArea, Cue.EachArea)) is { } filter
            && (asked.NamesNobody || filter.OrganizationCount is not null || filter.Figures != FigureKind.Any || filter.WithSteps || filter.ManyYears)
            ? new Question.Tasks(filter, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List)
            : null;
    }

    /// <summary>Who has how many tasks, where only some of them are asked for; null for another question.</summary>
    private Question? Carriers()
    {
        var text = heard.Text.Text;
        var (isOfficials, isOrganizations) = (Has(OfficialWords), Has(OrganizationWords) || heard.Has(Cue.WhichOrganization));
        if (isOfficials == isOrganizations || heard.Has(Cue.When, Cue.NoSupport, Cue.NoOfficial) || CountWords.OrganizationsOfTask(text) is not null)
        {
            return null;
        }

        var isHowMany = CountWords.HowManyCarriers(text).Length > 0;
        var isExtreme = heard.Has(Cue.Most, Cue.Least);
        var exactly = CountWords.TasksExactly(text);
        var within = exactly > 0 ? new FigureBound(exactly, exactly, true, true, [Tasks])
            : heard.Bound is { Bound: var bound } && WithinFrames.CountsTasks(bound) ? bound
            : CountWords.TasksWithin(text);
        var part = new CountedPart
        {
            First = CountWords.FromTheEnd(text),
            IsBothEnds = heard.Has(Cue.Most) && heard.Has(Cue.Least),
            Within = within,
            IsDeputies = isOfficials && Has(DeputyWords) && (isHowMany || isExtreme),
        };
        var isCounted = part.First > 0 || part.IsBothEnds || within is not null;
        if (!isCounted && !isHowMany && !(isExtreme && (heard.Has(Cue.Lead, Cue.Support, Cue.Participate) || Has(TaskWords))))
        {
            return null;
        }

        var operation = heard.Has(Cue.Least) && !heard.Has(Cue.Most) ? AreaOperation.Smallest : isExtreme || part.First > 0 ? AreaOperation.Largest : AreaOperation.Value;

        // The few units with one task each are many: they are listed from that end.
        var only = part == new CountedPart() && !(isOrganizations && operation == AreaOperation.Smallest) ? null : part;
        var role = heard.Role != OrganizationRole.Any ? heard.Role
            : heard.Has(Cue.Participate) || (only is null && isHowMany) ? OrganizationRole.Any
            : OrganizationRole.Lead;
        return isOfficials
            ? new Question.TasksByOfficial { Operation = operation, Part = only, Lists = asked.Lists }
            : new Question.TasksByOrganization(role) { Operation = operation, Part = only, Lists = asked.Lists };
    }

    /// <summary>What the question says of how a task is made, added to a filter; null when it says nothing of the kind.</summary>
    /// <param name="filter">What else narrows.</param>
    /// <param name="isAreaAsked">An area is named or asked for, so that a missing target is the area's.</param>
    private TaskFilter? Structure(TaskFilter filter, bool isAreaAsked)
    {
        var units = CountWords.OrganizationsOfTask(heard.Text.Text);
        var isWithoutFigure = heard.Has(Cue.WithoutFigures) || (!isAreaAsked && heard.Has(Cue.Without) && heard.Has(Cue.Target, Cue.HowMuch) && filter.Subject.IsEmpty);
        var isWithFigure = heard.Has(Cue.WithFigures) && !isWithoutFigure && (filter.Subject.IsEmpty || heard.Has(Cue.HowManyTasks) || (heard.Has(Cue.Everything) && Has(TaskWords)));
        var isStepped = heard.Has(Cue.Stepped) && filter.Subject.IsEmpty;
        var isLong = heard.Has(Cue.ManyYears);
        return units is null && !((isWithoutFigure || isWithFigure) && !isAreaAsked) && !isStepped && !isLong && !heard.Has(Cue.NoSupport, Cue.NoOfficial)
            ? null
            : filter with
            {
                OrganizationCount = units,
                WithoutSupport = heard.Has(Cue.NoSupport),
                Figures = isAreaAsked ? FigureKind.Any : isWithoutFigure ? FigureKind.None : isWithFigure ? FigureKind.Number : FigureKind.Any,
                WithSteps = isStepped,
                ManyYears = isLong,
                SeveralLeads = false,
            };
    }

    private bool Has(string[] words) => Array.Exists(words, w => heard.Text.Text.Contains(w, StringComparison.Ordinal));
}
