using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Yes or no in front of the answer to a question that states something: "要改22个对不对", "Is the … target 880,000 cubic metres?", "甲管不管…", "does A get more than B?".</summary>
internal static partial class Verdict
{
    /// <summary>Of so many tasks a figure that none of them has is none of theirs.</summary>
    private const int FewTasks = 3;

    /// <summary>As <see cref="StatedFigure.Unit"/> has them.</summary>
    private static readonly string[] ForeignUnits = ["美", "欧", "日", "英", "港", "dollars", "usd", "euros"];

    private static readonly string[] TaskUnits = ["项", "件", "条", "task", "tasks", "item", "items", "thing", "things"];

    /// <summary>The answer, with a yes or no in front where the question states something that can be told.</summary>
    public static Answer Before(Answer answer, Question question, Reading reading, WorkItemIndex index, AnswerText text)
    {
        var asked = reading.Recognition.Text.Text;
        var claim = FigureClaim.In(asked);
        var isSo = !answer.IsFound ? null
            : question is Question.AreaFigures { Operation: AreaOperation.Compare, Areas: [_, _], Bound: null } compared && OfComparison(asked, compared, index) is { } more ? more
            : question is Question.AreaFigures { Operation: AreaOperation.AgainstSum, Bound: null } against ? OfAgainst(asked, against, index)
            : question is Question.AreaFigures { Areas.IsEmpty: true, Operation: AreaOperation.Rank or AreaOperation.Largest or AreaOperation.Smallest, Bound: null } ranked && OfExtreme(reading.Recognition, ranked, index) is { } extreme ? extreme
            : question is Question.Tasks { Filter.Officials: [var official] } && OfPost(asked, official, index) is { } post ? post
            : question is Question.AreaFigures { Operation: AreaOperation.Sum, Bound: null } sum && AddsUp().IsMatch(asked) ? OfSum(sum, claim, index)
            : reading.Recognition.Has(Cue.PerYear) && question is Question.Tasks && Whether().IsMatch(asked) ? OfYear(answer, index)
            : question is Question.Tasks { Aspect: TaskAspect.Figures or TaskAspect.Detail } && AsksSame().IsMatch(asked) && OfSame(answer, index) is { } same ? same
            : claim is { } claimed ? OfFigure(claimed, answer, question, reading, index)
            : OfCarrier(asked, question, reading, index);
        if (isSo != false && answer.IsFound && question is Question.Tasks { Aspect: TaskAspect.Figures } or Question.Tasks { Filter.Bound.IsExact: true } && OfThisYear().IsMatch(asked) && SeveralYears().IsMatch(answer.Headline))
        {
            // "三年70亿，今年该投多少", "is the 7 billion all for this year?"
            return answer with { Headline = text.NoPartOfYear + answer.Headline };
        }

        if (isSo is null && IsFree().IsMatch(asked) && answer is { IsFound: true, Shown: [var only] } && index.Find(only) is { Item.Text: var words })
        {
            // "流感疫苗是免费的吗": the task's own words tell.
            return answer with { Headline = (words.Contains("免费", StringComparison.Ordinal) ? text.Yes : text.FreeNotSaid) + answer.Headline };
        }

        if (isSo is null && answer.IsFound && claim is { Value: var striven } && IsStriven(striven, answer, index, text))
        {
            return answer with { Headline = text.OnlyStriven + answer.Headline };
        }

        isSo = Doubted().IsMatch(asked) ? !isSo : isSo;
        // Whether somebody takes part is told as yes or no already: what is asked besides goes before it.
        var told = answer.Headline.StartsWith(text.Yes, StringComparison.Ordinal) ? answer.Headline[text.Yes.Length..] : answer.Headline.StartsWith(text.No, StringComparison.Ordinal) ? answer.Headline[text.No.Length..] : answer.Headline;
        return isSo is { } known ? answer with { Headline = (known ? text.Yes : text.No) + told } : answer;
    }

    /// <summary>
    /// Yes where the answer begins with that figure, no where neither the answer has it nor, of a task's own figures, the rest of that task, or of several tasks' any
    /// other, which may be the one meant. Else null: the answer speaks for itself, as where it is the city's figure beside an area's.
    /// </summary>
    private static bool? OfFigure(StatedFigure claimed, Answer answer, Question question, Reading reading, WorkItemIndex index)
    {
        var stated = FigureClaim.FiguresOf(Found().Replace(answer.Headline, string.Empty));
        if (question is not (Question.Tasks { Aspect: TaskAspect.Figures or TaskAspect.Count or TaskAspect.List, Filter.Bound: null } or Question.AreaFigures { Bound: null }) || (question is Question.AreaFigures { Filter: var ofWhat } && !ShownBefore.IsOfOne(ofWhat)) || stated is not [var first, ..])
        {
            return null;
        }

        if (question is Question.Tasks { Aspect: TaskAspect.Count or TaskAspect.List } && OfCount(claimed, answer.Headline, reading.Recognition.Text.Text) is { } counted)
        {
            return counted;
        }

        var all = FigureClaim.FiguresOf(reading.Recognition.Text.Text);
        if (question is Question.AreaFigures { Areas.Length: > 1, Operation: AreaOperation.Value or AreaOperation.Compare } ofAreas)
        {
            return OfAreas(all, ofAreas, reading.Recognition.Text.Text, index);
        }

        if (EitherOr().IsMatch(reading.Recognition.Text.Text))
        {
            // "is it 450 or 341?"
            return null;
        }

        if (all.Count > 1 && all.TrueForAll(c => stated.Exists(s => s.Value == c.Value && c.IsMeasuredLike(s))))
        {
            // "675 million tonnes and 3.35 million TEU": every figure stated is there.
            return true;
        }

        if (first.Value == claimed.Value && (Foreign().IsMatch(reading.Recognition.Text.Text) ? !Foreign().IsMatch(answer.Headline) : claimed.Unit is "元" or "yuan" or "rmb" && ForeignUnits.Contains(first.Unit, StringComparer.OrdinalIgnoreCase)))
        {
            // 3700亿美元 for 3700亿元, or the other way round
            return false;
        }

        if (!claimed.IsMeasuredLike(first) && !(stated.Select(s => s.Value).Distinct().Count() == 1 && claimed.IsOfThing))
        {
            return null;
        }

        if (AgainstNumber().Match(reading.Recognition.Text.Text) is { Success: true } order)
        {
            // "比750万吨多吗": a limit to be passed, and not the figure itself.
            return order.Groups["less"].Success ? first.Value < claimed.Value : first.Value > claimed.Value;
        }

        if (first.Value == claimed.Value)
        {
            return Ranges().IsMatch(answer.Headline) ? null : true;
        }

        var isOther = question is Question.Tasks { Aspect: TaskAspect.Figures } && !IsNamed(question, answer, claimed.Value, index) && (answer.Shown.Length <= FewTasks ? answer.Shown.Any(id => HasFigure(id, claimed.Value, index)) : index.HasFigure(claimed.Value, []));
        // "不低于70%是吧" of 69%以上: what is asked is more than is set.
        return isOther || (FigureClaim.IsBound(reading.Recognition.Text.Text) && claimed.Value < first.Value) || stated.Exists(s => s.Value == claimed.Value) ? null : false;
    }

    /// <summary>"就两件事吗", "do they lead 3 tasks?": how many there are, whatever the lists in brackets have; null where more than one number is told, or something else is counted.</summary>
    private static bool? OfCount(StatedFigure claimed, string headline, string asked) =>
        TaskUnits.Contains(claimed.Unit, StringComparer.Ordinal) && FigureClaim.FiguresOf(Brackets().Replace(headline, string.Empty)) is [var told]
            ? told.Value == claimed.Value || (told.Value > claimed.Value && FigureClaim.IsBound(asked)) : null;

    /// <summary>"甲4家乙4家对不对", "甲乙都是4家吗": each area against its own figure; null where it cannot be told which is whose.</summary>
    private static bool? OfAreas(List<StatedFigure> claimed, Question.AreaFigures question, string asked, WorkItemIndex index)
    {
        var isOfEach = claimed.Count == 1 && Each().IsMatch(asked);
        if ((!isOfEach && claimed.Count != question.Areas.Length) || AskedRows.Of(TaskSelection.Of(question.Filter, index).Rows, question.Filter, index) is not [{ Row: var row }])
        {
            return null;
        }

        return question.Areas.Select((area, at) => row.Areas.FirstOrDefault(a => a.Area == area)?.Value is CellValue.Amount amount && amount.Figure.Normalized.Value == claimed[isOfEach ? 0 : at].Value).All(isSo => isSo);
    }

    /// <summary>"煤炭接卸能力是1.26亿吨吗": the one figure told has the words of the question in its indicator, and the one of that value has not.</summary>
    private static bool IsNamed(Question question, Answer answer, decimal value, WorkItemIndex index) =>
        answer.Shown is [var only] && question is Question.Tasks { Filter.Subject.Groups: [{ Pieces: [.., var thing] pieces }] }
        && index.Find(only) is { Item.Targets: var targets } && (Named(targets, [thing], index) ?? Named(targets, pieces, index)) is { } named
        && !named.Exists(t => t.Figure.Normalized.Value == value) && targets.Any(t => t.Figure.Normalized.Value == value);

    /// <summary>The figures of the one indicator that has all of these words, with what is striven for; null where none or several have.</summary>
    private static List<Target>? Named(ImmutableArray<Target> targets, ImmutableArray<string> words, WorkItemIndex index) =>
        targets.Where(t => words.All(w => index.WordingsFor(w).Any(same => t.Indicator.Contains(same, StringComparison.Ordinal)))).ToList() is [var first, ..] named && named.TrueForAll(t => t.Indicator == first.Indicator) ? named : null;

    /// <summary>"6.5亿是今年一年的吗": no where the figures' own words speak of several years; else they do not say.</summary>
    private static bool? OfYear(Answer answer, WorkItemIndex index) =>
        SeveralYears().IsMatch(answer.Headline) || (answer.Shown is [var only] && index.Find(only) is { Item.Targets: [{ Indicator: var indicator }] } && SeveralYears().IsMatch(indicator)) ? false : null;

    /// <summary>"5.5%是吧" of "5.2%、力争5.5%": what is only striven for.</summary>
    private static bool IsStriven(decimal claimed, Answer answer, WorkItemIndex index, AnswerText text) =>
        answer.Shown is [var only] && index.Find(only) is { Item.Targets: var targets }
        && targets.Any(s => s.IsStretch && s.Figure.Value == claimed && answer.Headline.Contains(text.Stretch(text.Figure(s.Figure)), StringComparison.Ordinal) && targets.Any(t => !t.IsStretch && t.Indicator == s.Indicator && t.Figure.Value != claimed));

    /// <summary>"金塘是不是全市最多": whether the area named stands at that end; null where several figures are ordered, or it is not asked so.</summary>
    private static bool? OfExtreme(Recognition heard, Question.AreaFigures ranked, WorkItemIndex index)
    {
        if (heard.Named<Entity.Region>() is not [var region] || !heard.Has(Cue.Most, Cue.Least) || !Whether().IsMatch(heard.Text.Text) || AskedRows.Of(TaskSelection.Of(ranked.Filter, index).Rows, ranked.Filter, index) is not [{ Row: var row }])
        {
            return null;
        }

        var amounts = row.Areas.Select(a => AmountIn(row, a.Area)).OfType<decimal>().ToList();
        return AmountIn(row, region.Name) is not { } own ? null : own == (heard.Has(Cue.Least) ? amounts.Min() : amounts.Max());
    }

    /// <summary>"某某是副市长吗": whether the official holds the post, as the notice has it; null where no post of the notice is named.</summary>
    private static bool? OfPost(string asked, string official, WorkItemIndex index)
    {
        var all = index.Notices.SelectMany(n => n.Officials).Where(o => o.Post.Length > 0).ToList();
        if (asked.Contains('谁', StringComparison.Ordinal) || asked.StartsWith("who ", StringComparison.Ordinal) || all.Find(o => o.Name == official)?.Post is not { } own || PostAsked().Match(asked) is not { Success: true } match)
        {
            return null;
        }

        var said = match.Groups["post"].Value;
        var english = index.Names.Official(official, own).PostEnglish ?? string.Empty;
        var isKnown = all.Exists(o => o.Post == said || string.Equals(index.Names.Official(o.Name, o.Post).PostEnglish, said, StringComparison.OrdinalIgnoreCase));
        return !isKnown && !PostEnds().IsMatch(said) ? null
            : own == said || string.Equals(english, said, StringComparison.OrdinalIgnoreCase)
            || (said.StartsWith('副') && own.EndsWith(said, StringComparison.Ordinal)) || (said.StartsWith("vice", StringComparison.Ordinal) && english.EndsWith(said, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"甲比乙和丙加起来还多吗": null where several figures are compared, or none can be.</summary>
    private static bool? OfAgainst(string asked, Question.AreaFigures against, WorkItemIndex index)
    {
        if (!asked.Contains('吗', StringComparison.Ordinal) && !asked.EndsWith('?') && !Whether().IsMatch(asked)
            || AskedRows.Of(TaskSelection.Of(against.Filter, index).Rows, against.Filter, index) is not [{ Row: { IsAdditive: true } row }])
        {
            return null;
        }

        var others = against.Areas.Skip(1).Select(a => AmountIn(row, a)).OfType<decimal>().ToList();
        return AmountIn(row, against.Areas[0]) is not { } own || others.Count == 0 ? null
            : LessThan().IsMatch(asked) ? own < others.Sum() : own > others.Sum();
    }

    /// <summary>"甲比乙多吗", "does A get more than B?": null where more than one figure is compared, or none can be.</summary>
    private static bool? OfComparison(string asked, Question.AreaFigures compared, WorkItemIndex index)
    {
        var order = MoreThan().Match(asked) is { Success: true } chinese ? chinese : EnglishMoreThan().Match(asked);
        if (!order.Success || MoreOrLess().IsMatch(asked) || AskedRows.Of(TaskSelection.Of(compared.Filter, index).Rows, compared.Filter, index) is not [var row])
        {
            return null;
        }

        return AmountIn(row.Row, compared.Areas[0]) is { } one && AmountIn(row.Row, compared.Areas[1]) is { } other
            ? order.Groups["less"].Success ? one < other : one > other
            : null;
    }

    /// <summary>"各县区加起来对得上吗": whether the areas reach the city's figure; null for several rows, or where only some areas are added.</summary>
    private static bool? OfSum(Question.AreaFigures sum, StatedFigure? claimed, WorkItemIndex index)
    {
        if (AskedRows.Of(TaskSelection.Of(sum.Filter, index).Rows, sum.Filter, index) is not [{ Row: { IsAdditive: true, City.Value: CellValue.Amount { Figure: { IsPercentage: false } city } } row }])
        {
            return null;
        }

        var amounts = row.Areas.Where(a => a.Value is CellValue.Amount).Select(a => (a.Area, ((CellValue.Amount)a.Value).Figure.Normalized.Value)).ToList();
        return !sum.Excluded.IsEmpty || (!sum.Areas.IsEmpty && amounts.Any(a => !sum.Areas.Contains(a.Area, StringComparer.Ordinal))) ? null
            : claimed is { } stated && stated.Value != city.Value && stated.Value != city.Normalized.Value ? false
            : city.IsReachedBy(amounts.Sum(a => a.Value));
    }

    /// <summary>"两份清单里的数一样吗": yes where both tasks shown set the same figure; null where they are not one of each list, or measure several things.</summary>
    private static bool? OfSame(Answer answer, WorkItemIndex index)
    {
        if (answer.Shown is not [var one, var other] || index.Find(one) is not { Item: var first } || index.Find(other) is not { Item: var second } || first.List == second.List)
        {
            return null;
        }

        var pairs = first.Targets.SelectMany(t => second.Targets.Where(o => o.Figure.Normalized.MeasureUnit == t.Figure.Normalized.MeasureUnit).Select(o => t.Figure.Normalized.Value == o.Figure.Normalized.Value)).ToList();
        return pairs.Count == 0 ? null : pairs.Exists(p => p);
    }

    // 一样吗, 数字一致吗, do the two lists agree?
    [GeneratedRegex("(?<!不|怎么|为什么|为何)(?:一致|一样|相同|相符|对得上)(?:吗|么|吧|不|没|$|[?？])|是不是(?:一样|一致|同一个)|一不一(?:样|致)|^do (?:the|both) .*\\b(?:agree|match)\\b|\\bthe same\\b[^?]*\\?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AsksSame();

    /// <summary>"甲管不管…", "有没有…提到": yes where they have such a task; no where the answer tells whose it is.</summary>
    private static bool? OfCarrier(string asked, Question question, Reading reading, WorkItemIndex index) =>
        question is Question.Tasks { Aspect: TaskAspect.Detail or TaskAspect.List or TaskAspect.Owner, Filter: { Subject.IsEmpty: false, Bound: null, Due: null } filter }
        && (!filter.Organizations.IsEmpty || !filter.Officials.IsEmpty) && !reading.IsFollowUp
        && !reading.Recognition.Has(Cue.HowMuch, Cue.HowManyTasks, Cue.Everything, Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.WhichArea, Cue.When)
        && Whether().IsMatch(asked) && !reading.Recognition.IsEitherOr
            ? !TaskSelection.Of(filter, index).Items.IsEmpty : null;

    private static decimal? AmountIn(AnnexRow row, string area) => row.Areas.FirstOrDefault(a => a.Area == area)?.Value is CellValue.Amount amount ? amount.Figure.Normalized.Value : null;

    private static bool HasFigure(string id, decimal value, WorkItemIndex index) =>
        index.Find(id) is { } found && found.Item.HasTargetOf(value);

    [GeneratedRegex("^(?:找到 [0-9]+ 项(?:相关)?任务[，：]|[0-9,]+ tasks? fits?[,:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Found();

    [GeneratedRegex(@"（[^）]*）|\([^)]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex("还是|(?:[0-9%] ?|[a-z] )or [0-9]|\\bor (?:the )?(?:city|municipal|provincial)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EitherOr();

    [GeneratedRegex("(?:多|高|大)还是|(?:more|larger|higher|bigger) or (?:less|fewer|smaller|lower)|(?:less|fewer|smaller|lower) or more", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MoreOrLess();

    // 是免费的吗, 要不要钱, is it free?
    [GeneratedRegex("免费(?:的)?(?:吗|么|吧|不|还是)|是不是免费|是否免费|要不要钱|要钱吗|收费吗|收不收费|^(?:is|are) .*\\bfree(?: of charge)?\\b[^?]*\\?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsFree();

    // are you sure it isn't 6%?
    [GeneratedRegex("\\b(?:sure|certain|positive) (?:that )?(?:it|that|this)(?:'s not| isn't| is not)\\b|(?:确定|肯定|保证)不是", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Doubted();

    [GeneratedRegex("都|均|各|一样|\\b(?:both|each|all)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Each();

    [GeneratedRegex("今年(?:这一年|这年|一年|全年)?(?:要|该|得|能|应|投|完成|多少)|每年|\\b(?:this year|each year|per year|for 20[0-9][0-9])\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfThisYear();

    // 两年完成投资, 三年70亿元, over 3 years
    [GeneratedRegex("(?<![0-9])[两二三四五六七八九十2-9] ?年(?!级|前|内)|\\b(?:[2-9]|two|three|four|five) years", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SeveralYears();

    [GeneratedRegex("对得上|对不对得上|一致|相等|等于|吻合|\\badds? up\\b|\\bmatch", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AddsUp();

    [GeneratedRegex("美元|欧元|日元|\\b(?:us )?dollars?\\b|\\busd\\b|\\beuros?\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Foreign();

    // 4%—5%, 4% to 5%
    [GeneratedRegex("[0-9]%?—[0-9]|[0-9]%? to [0-9]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ranges();

    // 甲是不是比乙多, 甲比乙少吗
    [GeneratedRegex("(?:是不是|是否|要)?比.*?(?:(?<more>多|高|大)|(?<less>少|低|小))(?:些|一些|一点|点)?(?:吗|么|是吗|对吗|对不对|吧)|(?:是不是|是否).*?比.*?(?:(?<more>多|高|大)|(?<less>少|低|小))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MoreThan();

    [GeneratedRegex("^(?:so |and )?(?:is|are|does|do|did|will|has|have) .*\\b(?:(?<more>more|larger|higher|bigger|greater|longer)|(?<less>fewer|less|lower|smaller|shorter))\\b.* than ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishMoreThan();

    [GeneratedRegex("少|低|小|短|\\b(?:fewer|less|lower|smaller)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LessThan();

    // 比750万吨多吗, 比6%低吗
    [GeneratedRegex("比 ?[0-9][^,，。]*?(?:(?<more>多|高|大)|(?<less>少|低|小))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AgainstNumber();

    // 是副市长吗, 是不是市长, is … the executive vice mayor?
    [GeneratedRegex("是(?:不是|否是?)?(?:我们|咱们|我市|本市|市里)?的?(?<post>\\p{IsCJKUnifiedIdeographs}{2,9}?)(?:吗|吧|么|[?,，。]|$)|^is .*? (?:a|an|the|our) (?<post>[a-z ]+?)(?:\\?|,| and |$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostAsked();

    [GeneratedRegex("(?:市长|县长|区长|州长|盟长|旗长|秘书长|主任|成员|巡视员|规划师)$|(?:mayor|magistrate|governor|secretary-general)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostEnds();

    [GeneratedRegex("(\\p{IsCJKUnifiedIdeographs}{1,2})不\\1|是不是|是否|有没有|牵不牵头|(?:吗|(?<![什怎那这])么|吧)[?!。 ]*$|^(?:is|are|does|do|did|has|have|will|must) ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whether();
}
