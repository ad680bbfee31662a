using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Questions for what units and officials have to do, and who of them has how much.</summary>
internal sealed partial class CarrierFrames(Asked asked)
{
    private static readonly string[] WhichTasks = ["参与什么", "参与哪些", "参与了什么", "参与了哪些", "参与啥", "参加什么", "参加哪些", "负责什么", "负责哪些", "牵头什么", "牵头哪些", "配合什么", "配合哪些", "做什么", "干什么", "做啥", "干啥", "各项工作及", "各项任务及", "工作及其", "任务及其", "任务和责任单位", "工作和责任单位", "任务及责任单位", "工作及责任单位"];
    private static readonly string[] WhoWords = ["谁", "哪个", "哪家", "哪边"];
    private static readonly string[] MoreClauses = [" more ", "多,", "少,", "多些,", "少些,"];
    private readonly Recognition heard = asked.Heard;

    /// <summary>"不是某副市长牵头的省民生实事有几项", "city projects not led by the Health Commission": what fits but theirs.</summary>
    public Question.Tasks? NotTheirs()
    {
        if (!asked.Areas.IsEmpty || !(heard.Has(Cue.Lead, Cue.Responsible, Cue.Participate) || !asked.Officials.IsEmpty) || (asked.HasSubject && heard.Has(Cue.Except)) || Denial.In(heard) is not { Count: > 0 } denied)
        {
            return null;
        }

        // "某市长牵头的里面不是某局牵头的": an official's tasks stay, and of them the unit's own go.
        bool IsDenied(string name) => denied.Exists(m => Entity.NameOf(m.Candidates[0]) == name);
        var whole = asked.Filter() with { AnyOrganization = false, Organizations = asked.Organizations.RemoveAll(IsDenied), Officials = asked.Officials.RemoveAll(IsDenied), Role = OrganizationRole.Any, Leading = [], Supporting = [] };
        return whole is { Organizations.IsEmpty: false, Officials.IsEmpty: false } ? null
            : new Question.Tasks(
                whole with { But = asked.Filter() with { AnyOrganization = true, Role = Denial.IsWithoutPart(heard) ? OrganizationRole.Any : whole.Officials.IsEmpty ? asked.Filter().Role : OrganizationRole.Lead } },
                heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);
    }

    /// <summary>"哪个单位牵头最多": everybody by how many tasks they have.</summary>
    public Question? Overview()
    {
        if (asked.HasSubject || !asked.Organizations.IsEmpty || !asked.Officials.IsEmpty || !asked.Areas.IsEmpty)
        {
            return null;
        }

        var isExtreme = heard.Has(Cue.Most, Cue.Least, Cue.Rank, Cue.HowManyTasks);
        var isWhoLeadsMost = heard.Has(Cue.Who) && heard.Has(Cue.Most, Cue.Least, Cue.Rank) && heard.Has(Cue.Lead, Cue.Responsible, Cue.HowManyTasks);
        if (heard.Has(Cue.EachOfficial) || isWhoLeadsMost || (heard.Has(Cue.WhichOfficial) && (isExtreme || heard.Has(Cue.Everything, Cue.Lead, Cue.Who, Cue.NoticeWord))))
        {
            return new Question.TasksByOfficial { Operation = AreaFrames.Operation(heard, 0), Lists = asked.Lists };
        }

        return heard.Has(Cue.EachOrganization) || (heard.Has(Cue.WhichOrganization) && (isExtreme || heard.Has(Cue.Everything, Cue.Lead)))
            ? new Question.TasksByOrganization(heard.Role == OrganizationRole.Any && !heard.Has(Cue.Participate) ? OrganizationRole.Lead : heard.Role) { Operation = AreaFrames.Operation(heard, 0), Lists = asked.Lists }
            : null;
    }

    /// <summary>What the named ones have to do.</summary>
    public Question.Tasks Read()
    {
        if (asked.Organizations.Length is 1 or 2 && asked.Officials.IsEmpty && heard.Has(Cue.SameUnit))
        {
            return new Question.Tasks(asked.Filter() with { AnyOrganization = true, Role = OrganizationRole.Any, Subject = SubjectWords.None }, TaskAspect.Identity);
        }

        if (asked.Organizations.Length + asked.Officials.Length > 1 && asked.Areas.IsEmpty && !asked.HasSubject && ComparesCounts)
        {
            return new Question.Tasks(asked.Filter() with { AnyOrganization = false, Role = heard.Role, Leading = [], Supporting = [] }, TaskAspect.CountsCompared);
        }

        if (asked.Organizations.Length == 1 && asked.Officials.IsEmpty && !asked.HasSubject && heard.Has(Cue.HowMuch) && !heard.Has(Cue.HowManyTasks)
            && heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible))
        {
            return new Question.Tasks(asked.Filter(), TaskAspect.Count);
        }

        if (asked.HasSubject && heard.Has(Cue.Except) && heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Responsible) && !heard.Has(Cue.Partners))
        {
            // "除了修路还牵头哪些": all of theirs are told, the one known already among them.
            return new Question.Tasks(asked.Filter() with { Subject = SubjectWords.None }, Aspect);
        }

        if (asked.HasSubject && (IsEitherOr() || (asked.Organizations.Length == 2 && heard.Has(Cue.Who, Cue.WhichOrganization) && heard.Has(Cue.Lead, Cue.Responsible) && !heard.Has(Cue.Shared, Cue.Partners, Cue.Support))))
        {
            // "归甲局还是乙局牵头": whose it is is asked for, and not what both take part in.
            var about = new SubjectFrames(asked).About(asked.Filter() with { Organizations = [], AnyOrganization = false, Role = OrganizationRole.Any, Leading = [], Supporting = [] });
            return about.Aspect == TaskAspect.Owner || about.Besides.Contains(TaskAspect.Owner) ? about : about with { Aspect = TaskAspect.Owner };
        }

        if (asked.HasSubject && asked.Organizations is [var one] && asked.Officials.IsEmpty && AsksWhether && asked.Matches.All(m => m.Item.Item.ResponsibleOrganizations.All(o => o.Name != one)))
        {
            // "人才团队是甲局牵头吧": what is best meant is another's, and not that which is alike of the one named.
            return new Question.Tasks(asked.Filter() with { Ids = [.. asked.Matches.Select(m => m.Item.Item.Id).Distinct(StringComparer.Ordinal)] }, TaskAspect.Owner);
        }

        if (Halved() is { } halved)
        {
            return new SubjectFrames(asked).About(asked.Filter() with { Subject = halved });
        }

        if (asked.HasSubject && asked.Officials is [var who] && asked.Organizations.IsEmpty && AsksYesOrNo
            && asked.NamedOutright is { IsEmpty: false } outright && outright.All(i => i.LeadOfficials.All(o => o.Name != who)))
        {
            // "某某管旅游吗": others have the tasks that say so, and a word in passing makes none of this one's.
            return new Question.Tasks(asked.Filter() with { Ids = [.. outright.Select(i => i.Id)] }, asked.SubjectAspect);
        }

        if (asked.Organizations is [_] && asked.Officials.IsEmpty && !asked.HasSubject && AsksWhoLeads())
        {
            return new Question.Tasks(asked.Filter() with { Role = OrganizationRole.Any }, TaskAspect.Owner);
        }

        return asked.HasSubject ? new SubjectFrames(asked).About(asked.Filter())
            : AsksOwnOfficial ? new Question.Tasks(asked.Filter() with { Role = OrganizationRole.Lead }, TaskAspect.Officials)
            : new Question.Tasks(asked.Filter(), Aspect);
    }

    /// <summary>"残联新增就业几人": what the unit has of the two halves of a wording, where between them stands for whom. Null where it has the wording itself, or not both halves.</summary>
    private SubjectWords? Halved()
    {
        if (asked.Organizations is not [var unit] || heard.Subject.Groups is not [{ Pieces: [{ Length: 4 } whole] }] || !SubjectIndex.IsHan(whole[0]) || asked.Matches.Any(m => IsTheirs(m.Item)))
        {
            return null;
        }

        var halves = new SubjectWords([new SubjectGroup([whole[..2], whole[2..]])]);
        return SubjectSearch.Find(halves, asked.Index, IsTheirs) is [{ Coverage: > SubjectSearch.Whole }, ..] ? halves : null;

        bool IsTheirs(IndexedItem indexed) => indexed.Item.ResponsibleOrganizations.Any(o => o.Name == unit);
    }

    /// <summary>"参与什么，跟谁一起干": the tasks are asked for besides, and each line of them names all its units.</summary>
    private bool AsksWhichToo => WhichTasks.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>"市教育局归哪位副市长管": whoever leads what the unit leads, if it leads anything; in what it only supports, others have the say.</summary>
    private bool AsksOwnOfficial => Aspect == TaskAspect.Officials && asked.Organizations is [var unit] && heard.Role == OrganizationRole.Any && !heard.Has(Cue.Participate, Cue.Support, Cue.Partners)
        && asked.Index.Items.Any(i => i.Item.LeadOrganizations.Any(o => o.Name == unit));

    /// <summary>"是不是甲局牵头", "是甲局管吧".</summary>
    private bool AsksWhether => heard.Has(Cue.Lead, Cue.Responsible, Cue.Support, Cue.Participate) && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.HowManyTasks)
        && (heard.Ending is '吗' or '吧' || heard.Text.Text.Contains("是不是", StringComparison.Ordinal));

    /// <summary>"某某管旅游吗", "is … responsible for tourism?"</summary>
    private bool AsksYesOrNo => AsksWhether || heard.Ending is '吗' or '吧' || heard.Text.Text.StartsWith("is ", StringComparison.Ordinal) || heard.Text.Text.StartsWith("does ", StringComparison.Ordinal);

    /// <summary>"甲局还是乙局", "A or B": one of those named is asked for.</summary>
    private bool IsEitherOr()
    {
        var bodies = heard.Mentions.Where(m => m.Candidates is [Entity.Body or Entity.Group]).ToList();
        return bodies.Zip(bodies.Skip(1)).Any(pair => heard.Text.Text[pair.First.Span.End..pair.Second.Span.Start] is var between && (between.Contains("还是", StringComparison.Ordinal) || between.Contains(" or ", StringComparison.Ordinal)));
    }

    /// <summary>"谁牵头的多", "does A lead more tasks than B?": counts are held against each other.</summary>
    public bool ComparesCounts => (heard.Has(Cue.Compare, Cue.Most, Cue.Least) && !AsksRole) || AsksWhoHasMore;

    /// <summary>"是牵头还是配合": in which role, and not how many.</summary>
    private bool AsksRole => heard.Text.Text.Contains("牵头还是", StringComparison.Ordinal) || heard.Text.Text.Contains("配合还是", StringComparison.Ordinal) || heard.Text.Text.Contains("lead or support", StringComparison.Ordinal);

    private bool AsksWhoHasMore => (AsksWho && EndsInMore) || (heard.Has(Cue.Lead, Cue.Support, Cue.Participate) && HasMoreThan());

    private bool AsksWho => heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial) || Array.Exists(WhoWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>"谁管的多", "谁管的多，多几项", "who has more".</summary>
    private bool EndsInMore => heard.Text.Text.TrimEnd('?', '!', ' ', '。', '些') is [.., '多' or '少'] or [.., 'm', 'o', 'r', 'e'] || MoreClauses.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>"does A lead more tasks than B?", "甲牵头的比乙多吗"</summary>
    private bool HasMoreThan()
    {
        var text = heard.Text.Text;
        return (text.Contains(" than ", StringComparison.Ordinal) && (text.Contains(" more ", StringComparison.Ordinal) || text.Contains(" fewer ", StringComparison.Ordinal))) || (text.Contains('比', StringComparison.Ordinal) && text.AsSpan().IndexOfAny('多', '少') >= 0);
    }

    // 东海实验室 who leads it?
    [GeneratedRegex("\\bwho (?:leads|is leading|is in charge of|runs|is responsible for) (?:it|this|that)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadsIt();

    // 东海实验室建设哪个局牵头
    [GeneratedRegex("^的?(?:建设|筹建|扩建|改造|项目|工程)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsItsBuilding();

    /// <summary>"谁牵头东海实验室建设", "东海实验室建设哪个局牵头": asked is who leads what the body named takes part in.</summary>
    private bool AsksWhoLeads()
    {
        if (LeadsIt().IsMatch(heard.Text.Text))
        {
            return true;
        }

        var lead = heard.Cues.FirstOrDefault(c => c.Cue is Cue.Lead or Cue.Responsible);
        return lead.Span.Length > 0 && heard.Cues.Any(c => c.Cue is Cue.Who or Cue.WhichOrganization && c.Span.End <= lead.Span.Start)
            && (heard.Mentions[0].Span.Start >= lead.Span.End || (heard.Mentions[0].Span.End <= lead.Span.Start && IsItsBuilding().IsMatch(heard.Text.Text[heard.Mentions[0].Span.End..])));
    }

    /// <summary>What of their tasks is asked for.</summary>
    public TaskAspect Aspect =>
        heard.Has(Cue.HowManyTasks) ? TaskAspect.Count
        : (heard.Has(Cue.Partners) && asked.Organizations.Length < 2 && !AsksWhichToo) || (!asked.Officials.IsEmpty && heard.Has(Cue.WhichOrganization) && !heard.Has(Cue.Responsible) && !AsksWhichToo) ? TaskAspect.Partners
        : asked.Officials.IsEmpty && heard.Has(Cue.WhichOfficial) ? TaskAspect.Officials
        : heard.Has(Cue.Fields) ? TaskAspect.Fields
        : heard.Has(Cue.When) ? TaskAspect.Deadline
        : heard.Has(Cue.Target) && !heard.Has(Cue.Lead, Cue.Support, Cue.Participate) ? TaskAspect.Figures
        : TaskAspect.List;
}
