using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers in Chinese.</summary>
internal sealed partial class ChineseAnswerText(PlaceRanks ranks) : AnswerText
{
    public override string ListSeparator => "、";

    public override string PartSeparator => "；";

    public override string NoTarget => "没有目标";

    public override string Yes => "是的，";

    public override string No => "不对，";

    public override string OnlyStriven => "这是力争的目标，不是基本目标：";

    public override string NotStated => "表中空白，未写明";

    public override string More => "更多";

    public override string NothingMore => "没有更多内容了。";

    public override string NotShown(int lines) => $"……另有 {lines} 条没有列出，请缩小范围再问。";

    public override string SuggestionsHeading => "可以接着问：";

    public override string AskTaskCount => "一共有多少项任务";

    public override string AskByYearEnd => "年底前要完成哪些任务";

    public override string AskHelp => "你能做什么";

    public override string List(WorkListKind list) => list switch
    {
        WorkListKind.WorkReport => "政府工作报告重点工作",
        WorkListKind.ProvincialProjects => $"{ranks.Upper}民生实事",
        WorkListKind.CityProjects => $"{ranks.Own}民生实事",
        _ => "其他清单",
    };

    public override string Place(WorkItem item) => item.List switch
    {
        WorkListKind.WorkReport or WorkListKind.Other => $"{List(item.List)}{(item.Section > 0 ? $"第{item.Section}部分" : string.Empty)}第{item.Item}条",
        _ => item.Item > 0 ? $"{List(item.List)}第{item.Item}项" : $"{List(item.List)}·{item.SectionTitle}",
    };

    public override string Place(WorkItem item, AnnexRow row) => $"{List(item.List)}附件序号{row.Number}";

    public override string Section(WorkItem item) => item.SectionTitle.Length == 0 ? List(item.List) : item.SectionTitle;

    public override string Organization(string name) => name;

    public override string OrganizationShort(string name) => name;

    public override string Official(LeadOfficial official) => official.Post.Length == 0 ? official.Name : $"{official.Name}（{official.Post}）";

    public override string Area(string name) => name;

    public override string AreaShort(string name) => name;

    public override string Figure(Figure figure)
    {
        var amount = figure.Written(Plain, figure.MeasureUnit, "—");
        var text = figure.Comparator switch
        {
            Comparator.AtLeast => figure.IsPercentage ? $"≥{amount}" : $"{amount}以上",
            Comparator.MoreThan => $"超过{amount}",
            Comparator.AtMost => $"{amount}以内",
            Comparator.LessThan => $"低于{amount}",
            Comparator.About => $"约{amount}",
            _ => amount,
        };
        return figure.UpTo is null && figure.MeasureUnit.StartsWith('万') && figure.Normalized is var (value, unit) && value <= 9_999_999 && unit.Length > 0 && unit != "元"
            ? $"{text}（{Plain(value)}{unit}）"
            : text;
    }

    public override string Task(Notice notice, WorkItem item, int limit) => Clip(item.Text, limit);

    public override string Row(Notice notice, WorkItem item, AnnexRow row) => RowTitles.Of(row);

    public override string Indicator(Target target) => target.Indicator;

    public override string TargetLine(string indicator, string figure, bool isStretch) => $"{indicator}：{(isStretch ? Stretch(figure) : figure)}";

    public override string Stretch(string figure) => $"力争{figure}";

    public override string LeadLabel(string organizations) => $"牵头单位：{organizations}";

    public override string SupportLabel(string organizations) => $"配合单位：{organizations}";

    public override string OfficialLabel(string officials) => $"牵头领导：{officials}";

    public override string JointLabel(string organizations) => $"共同落实：{organizations}";

    public override string TargetsLabel(string targets) => $"目标：{targets}";

    public override string DeadlineLabel(Deadline deadline, bool hasMilestones) => !deadline.IsDerived
        ? $"期限：{Date(deadline.On)}"
        : hasMilestones
            ? $"全部完成：{Date(deadline.On)}（推定：通知只写了节点日期，按年底计）"
            : $"期限：{Date(deadline.On)}（推定：通知没有写具体日期，按年底计）";

    public override string DueAlike(string deadline, int derived) => derived == 0 ? deadline : $"{deadline}（其中 {derived} 项通知没有写具体日期，按年底推定）";

    public override string MilestonesLabel(ImmutableArray<Milestone> milestones) =>
        $"节点：{string.Join('；', milestones.Select(m => $"{Date(m.On)}前{m.Text.TrimEnd('。', '；', '，')}"))}";

    public override string Source(Notice notice) => notice.DocumentNumber.Length > 0 ? $"来源：{notice.DocumentNumber}" : $"来源：{notice.Title}";

    public override string QuoteAt(string quote, SourcePlace place) => $"原文（第{place.Line}行）：“{quote}”";

    private static string Amount(decimal value, string unit) => unit is not "%" && value >= 100_000_000m && value % 1_000_000m == 0 ? $"{Plain(value / 100_000_000m)}亿{unit}" : $"{Plain(value)}{unit}";

    public override string Page(int from, int to, int total) => $"（第 {from}—{to} 项，共 {total} 项{(to < total ? "；输入“更多”看下一页" : string.Empty)}）";

    public override string NameAndCount(string name, int count, string detail) => $"{name}：{count} 项{(detail.Length > 0 ? $"（{detail}）" : string.Empty)}";

    public override string AskLeads(string organization) => $"{organization}牵头哪些任务";

    public override string AskSupports(string organization) => $"{organization}配合哪些任务";

    public override string AskOfficial(string official) => $"{official}牵头哪些任务";

    public override string AskOwner(string subject) => $"{subject}谁负责";

    public override string AskBreakdown(string subject) => $"{subject}各地目标";

    public override string AskArea(string area) => $"{area}所有民生实事目标";

    public override string AskPlace(WorkItem item) => item.List is WorkListKind.WorkReport or WorkListKind.Other
        ? item.Section > 0 ? $"第{item.Section}部分第{item.Item}条" : $"{List(item.List)}第{item.Item}条"
        : $"{List(item.List)}第{item.Item}项";

    private static string Date(DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
