using System.Buffers;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>A question that stands on its own feet: which kind it is, by what it names. The first frame that fits decides.</summary>
internal sealed partial class QuestionFrames(Asked asked)
{
    /// <summary>The rule that leaves out words that the store does not have.</summary>
    internal const string BesideUnknown = "unknown words beside what is asked";

    private static readonly SearchValues<char> MarkupSigns = SearchValues.Create("<>{}\\$");
    private static readonly string[] UnitWords = ["有哪些单位", "有哪些部门", "分别由谁", "分别是谁", "都是谁", "都由谁", "哪些部门"];
    private const int MostBetween = 3;
    private readonly Recognition heard = asked.Heard;

    public (Question Question, string Rule) Read()
    {
        if (new PlaceFrames(asked).Read() is { } placed)
        {
            return (placed, "place");
        }

        var (notice, carriers, subject, areas) = (new NoticeFrames(asked), new CarrierFrames(asked), new SubjectFrames(asked), new AreaFrames(asked));
        if (notice.Definition() is { } definition)
        {
            return (definition, "definition");
        }

        if (((Question?)carriers.NotTheirs() ?? subject.ByStep() ?? areas.ByTargetCount() ?? new CountFrames(asked).Read()) is { } counted)
        {
            return (counted, "others' tasks, dated step or count");
        }

        if (new WithinFrames(asked).Read() is { } within)
        {
            return (within, "days or amounts");
        }

        if (notice.About() is { } about)
        {
            return (about, "about the notice");
        }

        if (carriers.Overview() is { } overview)
        {
            return (overview, "overview by official or unit");
        }

        if (areas.Read() is { } area)
        {
            return (area, "area");
        }

        if (asked.HasSubject && asked.Matches.IsEmpty)
        {
            return Besides() is { } besides ? (besides, BesideUnknown) : NotFound();
        }

        if (!asked.Organizations.IsEmpty || !asked.Officials.IsEmpty)
        {
            return (carriers.Read(), "unit or official");
        }

        if (asked.HasSubject)
        {
            return OfSubject(subject);
        }

        if (heard.Has(Cue.WhichOfficial) && asked.Lists.IsEmpty)
        {
            return (new Question.TasksByOfficial(), "officials");
        }

        return ByList() is { } byList ? (byList, "list") : (new Question.Refusal(RefusalReason.NotUnderstood, string.Empty, null), "nothing fits");
    }

    /// <summary>What the subject finds, unless what is counted or numbered is something that the store does not have.</summary>
    private (Question Question, string Rule) OfSubject(SubjectFrames subject) =>
        asked.NamesNobody && (subject.UnknownCounted ?? subject.UnknownNumbered) is { } unknown ? (new Question.Refusal(RefusalReason.NotFound, unknown, null), "nothing of what is counted or numbered")
        : subject.AsksMeaning ? (new Question.Refusal(RefusalReason.NotExplained, string.Empty, new Question.Tasks(asked.Filter(), TaskAspect.Quote)), "meaning of a word")
        : (subject.About(asked.Filter()), "subject");

    /// <summary>"请将普陀区全部任务指标予以列示", "assignments where … comes first": whose and what is said in full; the words that the store does not have say no more. Null where they may be what is asked about.</summary>
    private Question? Besides()
    {
        var isWhole = heard.Has(Cue.Everything, Cue.Target) && !asked.Areas.IsEmpty && asked.Organizations.IsEmpty && !heard.Has(Cue.HowMuch, Cue.Money, Cue.When);
        var isOfCarrier = !(asked.Organizations.IsEmpty && asked.Officials.IsEmpty) && heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.LeadUnitTerm, Cue.SupportUnitTerm, Cue.HowManyTasks) && !heard.Has(Cue.HowMuch, Cue.Money, Cue.When, Cue.Who, Cue.WhichOrganization);
        if (!(isWhole || isOfCarrier) || heard.Ending is '吗' or '吧' || WhetherBegins().IsMatch(heard.Text.Text) || !heard.OtherPlaces.IsEmpty || heard.Text.Source.AsSpan().ContainsAny(MarkupSigns) || asked.HasKnownWord)
        {
            return null;
        }

        return new QuestionFrames(new Asked(heard with { Subject = SubjectWords.None }, asked.Index)).Read().Question is (Question.Tasks or Question.AreaFigures) and var known ? known : null;
    }

    [GeneratedRegex("^(?:do|does|did|is|are|was|were|has|have|will|can|any)\\b|有没有|是不是|是否", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhetherBegins();

    private (Question.Refusal Question, string Rule) NotFound() => heard.Text.Source.AsSpan().ContainsAny(MarkupSigns)
        ? (new Question.Refusal(RefusalReason.NotUnderstood, string.Empty, null), "markup")
        : (new Question.Refusal(RefusalReason.NotFound, AsTyped(), asked.ByEntities()), "subject not found");

    /// <summary>退役军人事务局, and not 退役军人 务局: Chinese words that stand together are told as they were typed.</summary>
    private string AsTyped()
    {
        if (heard.Subject.Groups is not [{ Pieces: [var first, .., var last] }])
        {
            return heard.Subject.ToString();
        }

        var text = heard.Text.Text;
        var (from, to) = (text.IndexOf(first, StringComparison.Ordinal), text.LastIndexOf(last, StringComparison.Ordinal) + last.Length);
        return from >= 0 && to > from && to - from <= heard.Subject.Groups[0].Pieces.Sum(p => p.Length) + MostBetween && text[from..to].All(SubjectIndex.IsHan) ? text[from..to] : heard.Subject.ToString();
    }

    private Question.Tasks? ByList()
    {
        if (heard.Has(Cue.HeadlineIndicators))
        {
            // "主要经济指标都有哪些": what the work report sets in per cent.
            return new Question.Tasks(asked.Filter() with { Lists = [Notices.WorkListKind.WorkReport], Figures = FigureKind.Percentage }, TaskAspect.Figures);
        }

        var filter = asked.Filter() with { JointOnly = heard.Has(Cue.Joint), SeveralLeads = heard.Has(Cue.Shared) && heard.Has(Cue.Lead) && !heard.Has(Cue.Joint) };
        if (filter.IsEverything)
        {
            return null;
        }

        if (heard.Has(Cue.Lead) && Array.Exists(UnitWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) && filter.Section == 0 && filter == asked.Filter())
        {
            // "民生实事都有哪些单位牵头"
            return new Question.Tasks(filter with { Role = OrganizationRole.Any }, TaskAspect.Leads);
        }

        return new Question.Tasks(filter, heard.Has(Cue.HowManyTasks, Cue.HowMuch) && filter.Figures == FigureKind.Any ? TaskAspect.Count
            : heard.Has(Cue.Fields) ? TaskAspect.Fields
            : heard.Has(Cue.When) ? TaskAspect.Deadline
            : TaskAspect.List);
    }
}
