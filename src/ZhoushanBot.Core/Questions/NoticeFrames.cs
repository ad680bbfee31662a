using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>Questions about the notice itself, and about the words of the field.</summary>
internal sealed partial class NoticeFrames(Asked asked)
{
    private static readonly string[] AllWork = ["这些", "任务", "工作", "事项", "统一", "these", "those", "tasks", "everything"];
    private static readonly string[] WholeWords = ["整个", "全部", "总共", "一共", "加起来", "合计", "whole", "in all", "altogether", "in total", "overall", "all three"];
    private static readonly string[] EachSectionWords = ["各部分", "每部分", "每个部分", "各板块", "每个板块", "各章节", "每个章节", "各领域", "each section", "per section", "by section", "every section"];
    private static readonly string[] SectionWords = ["哪一部分", "哪个部分", "哪部分", "哪个板块", "哪一板块", "哪个章节", "哪一大块", "哪个领域", "which section", "what section", "which part", "which chapter"];
    private static readonly string[] SectionNouns = ["部分", "板块", "章", "大块", "section", "part", "chapter"];
    private static readonly string[] WhenWords = ["什么时候", "多久", "几月", "几号", "多长时间"];
    private static readonly string[] UnstatedWords = ["没写", "没有写", "未写", "没注明", "没有注明", "未注明", "没标", "没有标", "默认", "without a date", "without a stated", "no date is", "no stated date", "by default"];
    private readonly Recognition heard = asked.Heard;

    /// <summary>"民生实事是什么意思": a word of the field.</summary>
    public Question.Definition? Definition()
    {
        if (!heard.Has(Cue.Definition) || !asked.Organizations.IsEmpty || !asked.Officials.IsEmpty || !asked.Areas.IsEmpty || asked.HasSubject)
        {
            return null;
        }

        DefinedTerm? term = heard.Has(Cue.LeadUnitTerm) && heard.Has(Cue.SupportUnitTerm) ? DefinedTerm.ResponsibleOrganizations
            : heard.Has(Cue.LeadUnitTerm) ? DefinedTerm.LeadOrganization
            : heard.Has(Cue.SupportUnitTerm) ? DefinedTerm.SupportingOrganization
            : heard.Has(Cue.PaceTerm) ? DefinedTerm.Pace
            : heard.Has(Cue.SlashTerm) || heard.Text.Text.Contains('/', StringComparison.Ordinal) ? DefinedTerm.Slash
            : heard.Has(Cue.LivelihoodList, Cue.CityList, Cue.ProvincialList) ? DefinedTerm.LivelihoodProject
            : heard.Has(Cue.GroupTerm, Cue.Joint) ? DefinedTerm.JointTask
            : heard.Has(Cue.WhichOfficial) ? DefinedTerm.LeadOfficial
            : heard.Has(Cue.WorkReportList) ? DefinedTerm.WorkReport
            : heard.Has(Cue.WhichOrganization, Cue.Responsible) ? heard.Has(Cue.Lead) ? DefinedTerm.LeadOrganization : DefinedTerm.ResponsibleOrganizations
            : heard.Has(Cue.Lead) ? DefinedTerm.LeadOrganization
            : heard.Has(Cue.Support) ? DefinedTerm.SupportingOrganization
            : null;
        return term is { } known ? new Question.Definition(known) : null;
    }

    /// <summary>Its number, date, parts, addressees and the like.</summary>
    public Question.AboutNotice? About()
    {
        if (!asked.Organizations.IsEmpty || !asked.Officials.IsEmpty || !asked.Areas.IsEmpty || !asked.Matches.IsEmpty)
        {
            return null;
        }

        ImmutableArray<NoticeTopic> imprint =
        [
            .. heard.Has(Cue.DocumentNumber) ? [NoticeTopic.DocumentNumber] : Array.Empty<NoticeTopic>(),
            .. heard.Has(Cue.IssuedOn) || (heard.Has(Cue.IssuedBy, Cue.DocumentNumber) && heard.Has(Cue.When)) ? [NoticeTopic.IssuedOn] : Array.Empty<NoticeTopic>(),
            .. heard.Has(Cue.IssuedBy) || (heard.Has(Cue.IssuedOn) && heard.Has(Cue.Who)) ? [NoticeTopic.Issuer] : Array.Empty<NoticeTopic>(),
            .. heard.Has(Cue.Addressees) ? [NoticeTopic.Addressees] : Array.Empty<NoticeTopic>(),
            .. heard.Has(Cue.CopiedTo) ? [NoticeTopic.CopiedTo] : Array.Empty<NoticeTopic>(),
            .. heard.Has(Cue.Disclosure) ? [NoticeTopic.Disclosure] : Array.Empty<NoticeTopic>(),
        ];
        NoticeTopic? topic = heard.Has(Cue.SendingIn) && (heard.Has(Cue.When, Cue.Who, Cue.Addressees, Cue.Demands, Cue.WhichOrganization, Cue.Progress) || heard.WordsOf(Cue.SendingIn).Any(said => WhenWords.Any(said.Contains))) ? NoticeTopic.SendingIn
            : heard.Has(Cue.Demands) ? NoticeTopic.Demands
            : heard.Has(Cue.Most, Cue.Least) && !asked.HasSubject && Array.Exists(SectionWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) ? heard.Has(Cue.Most) ? NoticeTopic.LargestSection : NoticeTopic.SmallestSection
            : AsksPartAndWhole ? NoticeTopic.TaskCount
            : !imprint.IsEmpty ? imprint[0]
            : (heard.Has(Cue.Findings) || (heard.Has(Cue.Differ) && Conflicts().IsMatch(heard.Text.Text))) && !asked.HasSubject ? NoticeTopic.Findings
            : heard.Has(Cue.Parts) ? !IsOfOneList && heard.Has(Cue.HowManyTasks, Cue.HowMuch) && !Array.Exists(EachSectionWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) ? NoticeTopic.TaskCount : NoticeTopic.Parts
            : heard.Has(Cue.WhichArea, Cue.EachArea) && !asked.HasSubject ? NoticeTopic.Areas
            : heard.Has(Cue.HowManyTasks) && asked.Lists.IsEmpty && !asked.HasSubject && !heard.Has(Cue.EachOfficial, Cue.EachOrganization, Cue.WhichOfficial, Cue.WhichOrganization, Cue.Lead, Cue.Money, Cue.Percentages, Cue.NoOfficial, Cue.Joint) ? NoticeTopic.TaskCount
            : AsksAllDays ? NoticeTopic.Deadlines
            : heard.Has(Cue.NoticeTitle) && (heard.Has(Cue.NoticeWord) || !asked.HasSubject) ? NoticeTopic.Title
            : heard.Has(Cue.NoticeWord) && !asked.HasSubject && asked.Lists.IsEmpty && !heard.Has(Cue.Money, Cue.Percentages, Cue.Joint) && !(heard.Has(Cue.WhichOfficial) && heard.Has(Cue.Everything)) ? NoticeTopic.Overview
            : heard.Has(Cue.ThisYear) && heard.Has(Cue.Parts) ? NoticeTopic.Parts
            : null;
        return topic is not { } known ? null : new Question.AboutNotice(known) { List = known == NoticeTopic.Parts && IsOfOneList ? asked.Lists[0] : null, Besides = imprint.Length > 1 && imprint[0] == known ? imprint.RemoveAt(0) : [] };
    }

    /// <summary>"工作报告那份清单分几个部分": its sections are asked for, and not the lists.</summary>
    private bool IsOfOneList => asked.Lists.Length == 1 && Array.Exists(SectionNouns, w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>"这些工作什么时候要做完", "通知里有没有统一的完成期限", "没写期限的什么时候完成": nothing is named but the work itself.</summary>
    private bool AsksAllDays => heard.Has(Cue.When) && !heard.WordsOf(Cue.When).All(said => said.EndsWith('年')) && heard.Due is null && asked.Lists.IsEmpty && !asked.HasSubject && (heard.Has(Cue.Everything) || Array.Exists(UnstatedWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) || Array.Exists(AllWork, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)));

    // 哪些事项在不同清单里目标不一致, 文件里有没有数字不一致的地方
    [GeneratedRegex("(?:哪些|有没有|哪几|什么地方|哪里|哪儿).{0,16}(?:不一致|不一样|不同|对不上|矛盾|冲突|打架)|(?:不一致|不一样|对不上|矛盾|冲突)的(?:地方|有哪些|有没有|是哪)|\\b(?:which|what|any|where) .*(?:differ|inconsistent|conflict|do not match)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Conflicts();

    /// <summary>"How many tasks in the work report part, and how many in the whole notice?": the whole and its lists are told in one line.</summary>
    private bool AsksPartAndWhole => !asked.Lists.IsEmpty && !asked.HasSubject && !heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Money, Cue.Percentages, Cue.WithoutFigures, Cue.NoSupport, Cue.NoOfficial, Cue.Joint)
        && heard.AsksSeveralNumbers
        && (heard.Has(Cue.NoticeWord, Cue.WholeCity) || Array.Exists(WholeWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)));
}
