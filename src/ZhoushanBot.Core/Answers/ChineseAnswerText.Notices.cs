using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of notices, and what cannot be answered from them. In Chinese.</content>
internal sealed partial class ChineseAnswerText
{
    public override string Addressees(string words) => words.Length == 0 ? "通知没有写明主送单位。" : $"主送：{words}。";

    public override string CopiedTo(string words) => words.Length == 0 ? "通知没有写明抄送单位。" : $"抄送：{words}。";

    public override string Deadlines(DateOnly yearEnd, int stated) => $"没有写明期限的任务，按{yearEnd.Year}年12月31日推定；写明期限或时间节点的有 {stated} 项{(stated > 0 ? "：" : "。")}";

    public override string Disclosure(string words) => words.Length == 0 ? "通知没有写明是否公开。" : $"通知写明：{words}。";

    public override string NearHeading => "通知中相近的内容：";

    public override string NoNotice => "库中还没有通知。请管理员先导入一份通知。";

    public override string NoticeName(NoticeGroup group) => group.Year > 0 ? $"{group.Place} {group.Year} 年" : group.Place;

    public override string InNotice(NoticeGroup group, string headline) => $"【{NoticeName(group)}】{headline}";

    public override string WhichNotices(int count, string names) => $"有 {count} 个地方或年份的通知都可能涉及，您问的是哪一个？例如：{names}。";

    public override string AskOf(string place, int year, string question) => $"{place}{(year > 0 ? $"{year}年" : string.Empty)}{question}";

    public override string AndMore(int count) => $"，另有 {count} 个";

    public override string PlacesOf(string places, int count) => $"{places}等 {count} 个地方";

    public override string Demands(string words) => words.Length == 0 ? "通知正文没有另提要求。" : $"通知正文的原话是：“{words}”";

    public override string DocumentNumber(Notice notice) => notice.DocumentNumber.Length == 0 ? "这份通知没有文号。" : $"文号是 {notice.DocumentNumber}。";

    public override string IssuedOn(Notice notice) => (notice.IssuedOn, notice.PrintedOn) switch
    {
        ({ } issued, { } printed) => $"成文日期 {Date(issued)}，{Date(printed)}印发。",
        ({ } issued, null) => $"成文日期 {Date(issued)}。",
        (null, { } printed) => $"{Date(printed)}印发。",
        _ => "通知没有写明日期。",
    };

    public override string Issuer(Notice notice) => notice.Issuer.Length == 0 ? "通知没有写明发文机关。" : $"由{notice.Issuer}印发。";

    public override string Title(Notice notice) => notice.Title.Length == 0 ? "通知没有标题。" : $"《{notice.Title}》（{notice.DocumentNumber}）。";

    public override string Parts(Notice notice, int count) => $"{notice.DocumentNumber}包括 {count} 个部分：";

    public override string Part(WorkList list, int tasks, int sections) => $"{(list.Title.Length > 0 ? list.Title : List(list.Kind))}：{(sections > 0 ? $"{sections} 个板块，" : string.Empty)}{tasks} 项任务";

    public override string SectionName(Notice notice, WorkItem item) => $"{List(item.List)}{(item.Section > 0 ? $"第{item.Section}部分" : string.Empty)}{(item.SectionTitle.Length > 0 ? $"“{item.SectionTitle}”" : string.Empty)}";

    public override string SectionAtEnd(string sections, int count, bool isLargest) => $"任务最{(isLargest ? "多" : "少")}的是{sections}：{count} 项。";

    public override string TaskCount(Notice notice, int total, string byList) => $"{notice.DocumentNumber}共有 {total} 项任务：{byList}。";

    public override string Findings(int total, int warnings) => $"导入时共记录 {total} 条，其中 {warnings} 条需要留意：";

    public override string Definition(DefinedTerm term) => term switch
    {
        DefinedTerm.LivelihoodProject => "民生实事：政府每年向社会承诺办好的惠民项目，分省、市（县）两级，每个项目有责任单位和可检查的目标。",
        DefinedTerm.LeadOrganization => "牵头单位：责任单位名单里列第一位的单位，对任务负总责；其他单位配合。",
        DefinedTerm.SupportingOrganization => "配合单位：责任单位名单里第一位之后的单位，配合牵头单位完成任务。",
        DefinedTerm.ResponsibleOrganizations => "责任单位：承担一项任务的全部单位，列第一位的牵头，其余配合。",
        DefinedTerm.LeadOfficial => "牵头领导：负责牵头推进一项任务的市（县）领导。",
        DefinedTerm.JointTask => "共同落实：以“各县（区）政府”“各单位”等名义列入的任务，名下各单位共同参与，没有单独的牵头单位。",
        DefinedTerm.Slash => "表中的“/”表示该地区没有这项目标，与目标为 0 不同。",
        DefinedTerm.Pace => "序时进度：一年已过去的比例。完成数达到或超过它为按序时，低于它为滞后。",
        _ => "政府工作报告：政府向人民代表大会所作的年度报告；其中的重点工作每年分解到领导和单位。",
    };

    public override string Talk(SmallTalk kind, string notices) => kind switch
    {
        SmallTalk.Greeting => $"您好！我可以回答{notices}里的任务分工、目标和县区分解。",
        SmallTalk.Thanks => "不客气，有需要随时问我。",
        SmallTalk.Goodbye => "再见，有需要随时来问。",
        _ => $"我依据{notices}回答：某单位牵头或配合哪些任务、某位领导牵头什么、某件事谁负责、目标是多少、各县（区）各是多少、某一条的原文。中文、英文、拼音都可以。",
    };

    public override string WelcomeTitle => "您好，我是重点工作问答助手";

    public override string WelcomeScope(string notices, int tasks) => $"我依据{notices}的 {tasks} 项任务回答，每条都注明出处。直接输入问题即可，中文、英文、拼音都行；也可以点下面的例子：";

    public override string WelcomeByWhom => "从单位、领导、地区查任务";

    public override string WelcomeByWhat => "从事项、指标查责任和数字";

    public override string Refusal(RefusalReason reason, string word, string years, string places, NoticeGroup? group) => reason switch
    {
        RefusalReason.OtherPlace => $"我这里没有{word}的通知，只有{places}的。",
        RefusalReason.OtherYear => $"我这里没有{group?.Place}{word}{(word.All(char.IsAsciiDigit) ? "年" : string.Empty)}的通知，只有{years}年的。",
        RefusalReason.NotKept => $"通知里没有“{word}”这类信息，我只能回答任务分工和目标。",
        RefusalReason.Progress => "通知里只有目标，没有完成情况的数据。",
        RefusalReason.Reasons => "通知没有说明原因，只写了任务和目标。",
        RefusalReason.Budget => "通知没有列出预算和花费。",
        RefusalReason.Instruction => "抱歉，我不能执行这样的指令，只回答通知里的任务分工和目标。",
        RefusalReason.NotFound => $"通知里没有找到“{Clip(word, 40)}”。",
        RefusalReason.Empty => "没看懂，请输入一个问题，比如单位、领导、任务或指标的名称。",
        RefusalReason.TooLong => "问题太长了，请用一两句话问。",
        RefusalReason.NotExplained => "通知没有进一步说明，只有下面的原文。",
        RefusalReason.Writing => "抱歉，我不代写讲话稿、总结等材料，只回答通知里的任务分工和目标。",
        RefusalReason.Average => "通知没有平均数，我不作推算。",
        _ => "没看懂这个问题。请说出单位、领导、任务、指标或县（区）的名称。",
    };

    public override string ChooseAmong(string word) => $"“{word}”可能指下面几个，您是指哪一个？";

    public override string Finding(ImportFinding finding, SourcePlace place) => $"第{place.Line}行：{FindingText.In(ReplyLanguage.Chinese).Describe(finding)}";
}
