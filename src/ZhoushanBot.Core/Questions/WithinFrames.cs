using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>Questions for what is due within days, or whose figure lies within amounts.</summary>
internal sealed partial class WithinFrames(Asked asked)
{
    private static readonly string[] StatedDays = ["有具体时限", "有明确时限", "写了具体时限", "写明时限", "写了时限", "有具体期限", "有明确期限", "有具体日期", "写了具体日期", "明确了时限", "明确的完成时间", "明确完成时间", "明确的时间", "明确的完成时限", "明确的完成日期", "明确了完成时限", "规定了时限", "带时间的", "带日期的", "带时限的", "带期限的", "写了时间", "写了日期", "有时间要求", "具体截止", "写了截止", "写明截止", "有截止", "截止月份", "有具体时间节点", "有时间节点", "有具体时间", "有明确时间节点", "带时间要求", "写了具体月份", "写了月份", "写明月份", "写明了月份", "有具体月份", "具体到月", "标了月份", "标明月份", "定了月份", "规定了月份", "with a stated month", "name a month", "give a month", "state a month", "have a stated deadline", "have a specific deadline", "with a stated deadline", "with a specific deadline", "with a stated date", "have a stated date", "have a date", "has a date", "with a date", "a date in the text", "give a date", "写了完成时限", "写明完成时限", "写了完成时间", "有完成时限"];
    private static readonly string[] FigureWords = ["数字", "数值", "数", "值", "figure", "number", "value", "amount", "indicator"];
    private static readonly string[] PointingWords = ["那个", "那项", "那条", "那笔", "这个", "这笔"];
    private static readonly string[] NotAtYearEnd = ["不是年底", "非年底", "不到年底", "早于年底", "提前", "not at the end of the year", "not due at the end", "earlier than the end of the year", "before the end of the year"];
    private static readonly string[] StageWords = ["开工", "投产", "通车", "投用", "启用", "竣工", "完工", "开放", "投运", "动工", "建成", "办结", "start", "started", "opened", "open", "operational", "delivered"];
    /// <summary>A smaller number is in too many tasks to tell one.</summary>
    private const decimal LeastCompared = 100m;

    private const int MostCompared = 2;
    private static readonly MonthDay LastBeforeYearEnd = new(12, 30);
    private readonly Recognition heard = asked.Heard;

    /// <summary>Null where neither days nor amounts are named, or they are no limit.</summary>
    public Question? Read() => ByFigures() ?? ByDays() ?? ByBound();

    /// <summary>"投资525亿和885.7亿啥区别": the tasks of figures that are held against each other.</summary>
    private Question.Tasks? ByFigures()
    {
        var isHeld = heard.Has(Cue.Differ, Cue.Definition, Cue.Compare) || heard.Text.Text.Contains("区别", StringComparison.Ordinal) || heard.Text.Text.Contains("difference", StringComparison.Ordinal);
        if (!isHeld || !asked.NamesNobody || FigureClaim.FiguresOf(heard.Text.Text) is not { Count: > 1 } figures || figures.Exists(f => f.Value < LeastCompared))
        {
            return null;
        }

        var each = figures.ConvertAll(f => asked.Index.Items.Where(i => i.Item.HasTargetOf(f.Value)).Select(i => i.Item.Id).ToList());
        var ofSubject = each.ConvertAll(found => found.FindAll(id => asked.Matches.Any(m => m.Item.Item.Id == id)));
        each = ofSubject.TrueForAll(found => found.Count > 0) ? ofSubject : each;
        return each.TrueForAll(found => found.Count is > 0 and <= MostCompared)
            ? new Question.Tasks(TaskFilter.Everything with { Ids = [.. each.SelectMany(found => found).Distinct(StringComparer.Ordinal)] }, TaskAspect.Figures)
            : null;
    }

    /// <summary>The words that ask for a stated day, whichever it is; null where there are none.</summary>
    internal static string? StatedDay(string text) => Array.Find(StatedDays, w => text.Contains(w, StringComparison.Ordinal));

    /// <summary>"哪些任务写了具体时限": whichever day it is, and nothing besides is asked about.</summary>
    private bool StatesAnyDay => heard.Due is null && StatedDay(heard.Text.Text) is { } said
        && heard.Subject.Groups.All(g => g.Pieces.All(p => said.Contains(p, StringComparison.Ordinal)));

    /// <summary>"哪些任务要在6月底前完成", "市水利局10月到期的": what is due within days that the question names.</summary>
    private Question.Tasks? ByDays()
    {
        if (StatesAnyDay)
        {
            return new Question.Tasks(asked.Filter() with { Subject = SubjectWords.None, Due = new DuePeriod(null, new MonthDay(12, 31)) }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
        }

        if (!asked.HasSubject && NotYearEnd().IsMatch(heard.Text.Text))
        {
            return OffYearEnd();
        }

        var isStage = asked.HasSubject && asked.Matches.IsEmpty && heard.Subject.Groups.All(g => g.Pieces.All(p => StageWords.Contains(p, StringComparer.Ordinal)));
        if (heard.Due is not { Period: var due } || (asked.HasSubject && asked.Matches.IsEmpty && !isStage))
        {
            return null;
        }

        if (due.IsToYearEnd && due.From is null && Array.Exists(NotAtYearEnd, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)))
        {
            // "不是年底到期的", "年底前就要提前完成的": by an earlier day.
            due = due with { To = LastBeforeYearEnd };
        }

        if (isStage)
        {
            // "4月底前要开工的": the words of a step, which the list shows.
            return new Question.Tasks(asked.Filter() with { Subject = SubjectWords.None, Due = due, WithTargetIn = asked.Areas, Figures = FigureKind.Any }, TaskAspect.List);
        }

        var asks = heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible, Cue.Partners, Cue.Shared);
        var governments = asks && asked.Lists.IsEmpty && !asked.HasSubject ? asked.Index.GovernmentsOf(asked.Areas) : [];
        var filter = asked.Filter() with { Due = due, Figures = FigureKind.Any };
        filter = governments.IsEmpty ? filter with { WithTargetIn = asked.HasSubject ? [] : asked.Areas } : filter with { Organizations = governments };
        return new Question.Tasks(filter, asked.HasSubject ? TaskAspect.Deadline : heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
    }

    /// <summary>"哪些任务不是2024年底到期": by an earlier day, or where there is none in later years.</summary>
    private Question.Tasks OffYearEnd()
    {
        var earlier = new DuePeriod(null, LastBeforeYearEnd);
        var filter = asked.Index.Items.Any(i => earlier.HasStated(i.Item, i.Content.Notice.Year)) ? asked.Filter() with { Due = earlier } : asked.Filter() with { ManyYears = true };
        return new Question.Tasks(filter, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
    }

    /// <summary>"那个70亿", "70亿那个"</summary>
    private bool PointsAtFigure => heard.Bound is { } said && Array.Exists(PointingWords, w => heard.Text.Text.AsSpan(0, said.Span.Start).TrimEnd().EndsWith(w) || heard.Text.Text.AsSpan(said.Span.End).TrimStart().StartsWith(w));

    /// <summary>"I've seen 20 km, 115 km and 125 km. Which one is right?": no figure tells the task.</summary>
    private bool AsksWhichOfSeveral => asked.HasSubject && (asked.AsksWhichIsRight || (heard.Has(Cue.Differ) && FigureClaim.FiguresOf(heard.Text.Text).Count > 1));

    /// <summary>"70亿今年要完成几个亿", "三年70亿的那个什么时候完成": more is asked of it than whose it is.</summary>
    private bool AsksOfIt => heard.Has(Cue.ThisYear, Cue.When) || (PointsAtFigure && heard.Has(Cue.Who, Cue.Responsible, Cue.WhichOrganization));

    /// <summary>"70亿那个环保投资", "70亿的环境投资归谁": the one task that has the figure, where none has whose words the subject is; null for any other question.</summary>
    private Question.Tasks? ByFigureAlone()
    {
        if (heard.Bound is not { Bound: { IsExact: true } bound } || !(asked.HasSubject || AsksOfIt) || !asked.NamesNobody || bound.Least < FigureClaim.LeastTelling || asked.Matches.Any(m => m.Item.Item.Targets.Any(t => bound.Fits(t.Figure)))
            || asked.Index.Items.Where(i => i.Item.Targets.Any(t => bound.Fits(t.Figure))).ToList() is not [{ Item: var only }])
        {
            return null;
        }

        var sharesWord = heard.Subject.Groups.Any(g => g.Pieces.Any(p => p.Length > 1 && only.Text.Contains(p, StringComparison.Ordinal)));
        return asked.HasSubject && !PointsAtFigure && !sharesWord ? null
            : new Question.Tasks(
                asked.Filter() with { Ids = [only.Id], Figures = FigureKind.Any, Subject = SubjectWords.None, Stated = [], Measured = [] },
                heard.Has(Cue.Who, Cue.Responsible, Cue.WhichOrganization, Cue.WhichOfficial) ? TaskAspect.Owner : heard.Has(Cue.When, Cue.ThisYear) && !heard.Has(Cue.HowMuch) ? TaskAspect.Deadline : TaskAspect.Figures);
    }

    /// <summary>"目标超过30公里的任务", "哪些县区超过1000人": tasks, or cells of areas, whose figure lies within a bound.</summary>
    private Question? ByBound()
    {
        if (ByFigureAlone() is { } alone)
        {
            return alone;
        }

        var isOnlyFigure = heard.Bound?.Bound.IsExact == true && heard.Subject.Groups.All(g => g.Pieces.All(p => FigureWords.Contains(p, StringComparer.Ordinal)));
        if (heard.Bound is not { Bound: var bound } || AsksWhichOfSeveral || (asked.HasSubject && asked.Matches.IsEmpty && !isOnlyFigure))
        {
            return null;
        }

        if (bound.IsExact && heard.Has(Cue.WhichArea) && asked.HasRows && !heard.Has(Cue.HowMuch, Cue.When, Cue.Progress))
        {
            // "哪些县区要到100%"
            return new Question.AreaFigures(asked.Filter() with { Figures = FigureKind.Any }, asked.Areas, AreaOperation.Value) { Bound = bound, Excluded = asked.Excluded };
        }

        if (asked.HasSubject && asked.NamesNobody && !heard.Has(Cue.WhichArea, Cue.EachArea, Cue.Everything, Cue.HowManyTasks) && asked.Claim is not null && FigureClaim.IsBound(heard.Text.Text))
        {
            // "清洁能源投资是不是要190亿以上": the figure is stated, and nothing is looked for by it.
            return null;
        }

        if (bound.IsExact)
        {
            // "350亿是哪项的目标": a task told by its figure.
            return asked.Areas.IsEmpty && !asked.IsEachArea && !heard.Has(Cue.WhichArea, Cue.EachArea, Cue.When, Cue.Progress) && (isOnlyFigure || !heard.Has(Cue.HowMuch))
                ? new Question.Tasks(
                    asked.Filter() with { Bound = bound, Figures = FigureKind.Any, Subject = isOnlyFigure ? SubjectWords.None : heard.Subject },
                    heard.Has(Cue.Who, Cue.Responsible, Cue.WhichOrganization, Cue.WhichOfficial) ? TaskAspect.Owner : TaskAspect.List)
                : null;
        }

        var isByArea = !asked.Areas.IsEmpty || asked.IsEachArea || heard.Has(Cue.WhichArea, Cue.EachArea, Cue.Counties)
            || (asked.HasRows && asked.SaysArea);
        if (bound.MeasureUnits.IsEmpty && Math.Max(bound.Least ?? 0, bound.Most ?? 0) < FigureClaim.LeastTelling && !isByArea && !heard.Has(Cue.Target, Cue.HowMuch, Cue.Money, Cue.Percentages))
        {
            // A bare number may be anything: "flu vaccination for people over 60".
            return null;
        }

        if (CountsTasks(bound) && !asked.HasSubject && !heard.Has(Cue.Target) && heard.Has(Cue.WhichOrganization, Cue.WhichOfficial, Cue.EachOrganization, Cue.EachOfficial, Cue.Who))
        {
            return null;
        }

        if (asked.HasSubject && !isByArea && heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Responsible)
            && asked.Matches.Select(m => m.Item).DistinctBy(i => i.Ordinal).Where(i => i.Item.Targets.Any(t => bound.Fits(t.Figure))).ToList() is [var only])
        {
            // "五千亩以上的农田是谁的事": the one task that has such a figure.
            return new Question.Tasks(asked.Filter() with { Ids = [only.Item.Id] }, TaskAspect.Owner);
        }

        return isByArea && (asked.Areas.IsEmpty || asked.HasRows || !asked.HasSubject)
            ? new Question.AreaFigures(asked.Filter() with { Figures = FigureKind.Any }, asked.Areas, AreaOperation.Value) { Bound = bound, Excluded = asked.Excluded }
            : new Question.Tasks(asked.Filter() with { Bound = bound, Figures = FigureKind.Any }, heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List);
    }

    /// <summary>"牵头超过10项的单位": not figures are meant but how many tasks somebody has.</summary>
    internal static bool CountsTasks(FigureBound bound) => bound.MeasureUnits.IsEmpty || bound.MeasureUnits[0] is "项" or "个" or "件" or "条" or "-";

    [GeneratedRegex("\\bwhich(?: one| figure| number)? is (?:right|correct|the right|true|official)\\b|\\bwhich(?: one| figure| number)? (?:holds|stands|counts|applies)\\b|\\bwhich(?: one| figure| number)? should (?:i|we) (?:use|translate|quote|cite|take|write|trust)\\b|各(?:自)?指(?:的是)?(?:什么|啥)|各是(?:什么|啥|哪)|分别指(?:什么|啥)|何者为准|到底是.{1,24}还是|究竟是.{1,24}还是|\\bwhich is it\\b|怎么(?:有人|有的|又)(?:说|写|是)|\\bwho(?:'s| is) (?:right|correct)\\b|(?:哪个|哪一个|谁|谁的)(?:数|数字|说)?(?:的)?(?:才|是)?(?:对(?!应|接)|是对的|正确|准(?!备))", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex WhichIsRight();

    // 不是2024年底到期的, 限期不在今年底
    [GeneratedRegex("(?:不是|不在|不到|非)(?:今年|本年|[0-9]{4} ?年?)?(?:年)?底|\\bnot (?:due |end(?:ing)? )?(?:by|at|in) the end of (?:the year|this year|[0-9]{4})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotYearEnd();
}
