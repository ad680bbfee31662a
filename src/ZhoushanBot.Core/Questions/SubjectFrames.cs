using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Questions about what a task is about: who, how much, by when, and its dated steps.</summary>
internal sealed partial class SubjectFrames(Asked asked)
{
    private static readonly string[] MeaningWords = ["mean", "defin", "explain", "stand for"];
    /// <summary>A smaller number may count anything.</summary>
    private const decimal LeastTelling = 100m;

    /// <summary>Of more subjects one figure picks none out.</summary>
    private const int MostOfOneFigure = 2;

    private static readonly string[] PointingWords = ["那个", "那项", "那笔", "那条"];

    private readonly Recognition heard = asked.Heard;

    /// <summary>"一室多院是啥意思", but not "what are the targets for …".</summary>
    public bool AsksMeaning => asked.SubjectAspect == TaskAspect.Detail && heard.WordsOf(Cue.Definition).Any(said => SubjectIndex.IsHan(said[0]) || MeaningWords.Any(said.Contains));

    /// <summary>"how many hospital beds": of what is counted there is no word in the store, whatever it is of. Null where there is, or nothing is counted.</summary>
    public string? UnknownCounted
    {
        get
        {
            if (!asked.HasSubject || asked.Index.Items.IsEmpty || HowManyOf().Match(heard.Text.Text) is not { Success: true, Groups: var said } || said["of"].Value.Split(' ') is not [.., _, var head])
            {
                return null;
            }

            var subjects = asked.Index.Subjects;
            return heard.Subject.Groups.Any(g => g.Pieces.Any(p => p == head || p.EndsWith(" " + head, StringComparison.Ordinal))) && !subjects.HasWord(head) && Glossary.Default.Of(head) is { IsWeak: false } && asked.Index.GlossaryTerm(head) is { Documents.IsEmpty: true } ? said["of"].Value : null;
        }
    }

    /// <summary>"地铁5号线", where the notice has but lines 4 and 6; null where the number named is one of those.</summary>
    public string? UnknownNumbered
    {
        get
        {
            if (Numbered().Match(heard.Text.Text) is not { Success: true, Groups: var said })
            {
                return null;
            }

            var subjects = asked.Index.Subjects;
            bool IsThat(Match m) => m.Groups["number"].Value == said["number"].Value && m.Groups["kind"].Value == said["kind"].Value;
            var alike = subjects.DocumentsWith($"号{said["kind"].Value}");
            return alike.Length == 0 || alike.Any(d => Numbered().Matches(subjects.TextOf(d)).Any(IsThat)) ? null : said[0].Value;
        }
    }

    [GeneratedRegex("(?<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?号(?<kind>线|机组|码头|泊位|隧道|井|厂房|楼)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex("\\bhow many (?<of>[a-z][a-z -]*?) (?:are|is|were|will|do|does|did|to|must|should|shall|has|have|in|for|by|this|the|we|can)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HowManyOf();

    /// <summary>"监测点什么时候联网", "when must the equipment be installed": one dated step of a task of the subject.</summary>
    public Question.Tasks? ByStep()
    {
        if (!asked.HasSubject || !heard.Has(Cue.When) || heard.Has(Cue.Quote, Cue.HowMuch, Cue.IssuedOn) || heard.Due is not null || heard.Bound is not null)
        {
            return null;
        }

        var text = heard.Text.Text;
        var (subject, found) = (heard.Subject, StepsIn(asked.Matches, text));
        if (found.Count == 0 && NamedSteps.HasStage(text) && NamedSteps.WithoutStages(heard.Subject) is var rest && rest != heard.Subject)
        {
            (subject, found) = (rest, StepsIn(SubjectSearch.Find(rest, asked.Index), text));
        }

        return found.Count == 0 ? null : new Question.Tasks(asked.Filter() with { Subject = subject, Ids = [.. found.Select(f => f.Id)] }, TaskAspect.Deadline)
        {
            Steps = [.. found.SelectMany(f => f.Steps).Select(s => s.Text).Distinct(StringComparer.Ordinal)],
        };
    }

    private static List<(string Id, ImmutableArray<WorkItems.Milestone> Steps)> StepsIn(ImmutableArray<SubjectMatch> among, string text) =>
        [.. among.Select(m => m.Item).DistinctBy(i => i.Ordinal).Select(i => (i.Item.Id, NamedSteps.Of(text, i.Item))).Where(i => !i.Item2.IsEmpty)];

    /// <summary>"多少，归谁管", "who and by when": the first line answers each, the figure first.</summary>
    public Question.Tasks About(TaskFilter filter)
    {
        if (filter.Ids.IsEmpty && heard.Subject.Groups.Length <= MostOfOneFigure && FigureClaim.FiguresOf(heard.Text.Text) is [var said] && (said.Value >= LeastTelling || new PointedNumber(heard.Text.Text).Value == said.Value))
        {
            filter = OfFigure(filter, said.Value);
        }

        TaskAspect[] aspects =
        [
            .. heard.Has(Cue.HowMuch, Cue.Target, Cue.Money) || asked.AsksPercentage || (heard.Has(Cue.HowManyTasks) && asked.AsksMeasure) ? [TaskAspect.Figures] : Array.Empty<TaskAspect>(),
            .. asked.AsksOwner ? [TaskAspect.Owner] : Array.Empty<TaskAspect>(),
            .. heard.Has(Cue.When, Cue.IssuedOn) ? [TaskAspect.Deadline] : Array.Empty<TaskAspect>(),
        ];
        return aspects.Length < 2 || asked.SubjectAspect is TaskAspect.Quote || asked.SubjectAspect is TaskAspect.Units || (heard.Has(Cue.HowManyTasks) && !asked.AsksMeasure)
            ? new Question.Tasks(filter, asked.SubjectAspect) { Reckoned = ComparesTwo ? Reckoning.Difference : Reckonings.Of(heard.Text.Text) }
            : WhichTasks().IsMatch(heard.Text.Text)
            ? new Question.Tasks(filter, TaskAspect.Detail)
            : new Question.Tasks(filter, aspects[0]) { Besides = [.. aspects.Skip(1)], Reckoned = Reckonings.Of(heard.Text.Text) };
    }

    /// <summary>"甲投资和乙投资哪个高": by how much one is more than the other tells which.</summary>
    private bool ComparesTwo => (heard.Subject.Groups.Length == 2 || asked.Lists.Length == 2) && asked.SubjectAspect == TaskAspect.Figures && WhichIsMore().IsMatch(heard.Text.Text);

    [GeneratedRegex("(?:哪个|哪项|哪边|谁)(?:更|的|要|数|数字|目标)*[^，,。？?]{0,8}?(?:多|高|大|长|少|低|小|短)|[比][^，,。？?]{1,14}(?:多|少|高|低|大|小)(?:几|多少)|\\bwhich (?:one )?is (?:the )?(?:more|larger|higher|bigger|greater|less|smaller|lower)", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex WhichIsMore();

    // "安排了哪些重点工作，目标是什么，由谁牵头": all of them, with what each says, and not only those that have a figure.
    [GeneratedRegex("(?:哪些|哪几项|什么)(?:具体|相关|重点|主要)?(?:任务|工作|举措)|\\bwhich (?:\\w+ )?(?:tasks|work|measures)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhichTasks();

    /// <summary>The tasks that the one figure in the question picks out; the same filter where it picks none.</summary>
    private TaskFilter OfFigure(TaskFilter filter, decimal value)
    {
        var all = asked.Matches.Select(m => m.Item).DistinctBy(i => i.Ordinal).ToList();
        var stated = all.FindAll(i => i.Item.HasTargetOf(value));
        if (all.Count > 1 && stated is [var only])
        {
            // "新增就业4.5万人，对不对": of several tasks alike the one of that figure is meant.
            return filter with { Ids = [only.Item.Id] };
        }

        // "三年70亿那个环保投资": the figure tells which, whatever else is named like it.
        return stated.Count == 0 && PointingWords.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal))
            && asked.Index.Items.Where(i => i.Item.HasTargetOf(value)).Take(2).ToList() is [var meant]
            ? filter with { Ids = [meant.Item.Id], Subject = SubjectWords.None } : filter;
    }
}
