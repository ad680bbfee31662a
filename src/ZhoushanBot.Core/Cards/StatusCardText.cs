using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Cards;

/// <summary>The words of status, report and review cards that are not those of the status itself.</summary>
public abstract class StatusCardText
{
    private static readonly StatusCardText Chinese = new ChineseStatusCardText();
    private static readonly StatusCardText English = new EnglishStatusCardText();

    /// <summary>The words in a language.</summary>
    public static StatusCardText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>Name of a view; with the period where one was asked for.</summary>
    public abstract string View(StatusView view, string period);

    /// <summary>Short name of a view, on a button.</summary>
    public abstract string Button(StatusView view);

    /// <summary>Between a count and what it counts.</summary>
    public abstract string Colon { get; }

    /// <summary>Rate.</summary>
    public abstract string Rate { get; }

    /// <summary>Nothing fits the query.</summary>
    public abstract string Nothing { get; }

    /// <summary>Nothing is red or yellow.</summary>
    public abstract string NothingBehind { get; }

    /// <summary>Nobody has reported anything.</summary>
    public abstract string NoReportsYet { get; }

    /// <summary>No report is due.</summary>
    public abstract string NothingDueYet { get; }

    /// <summary>How areas are ranked.</summary>
    public abstract string LeagueRule { get; }

    /// <summary>Status is shown to some only.</summary>
    public abstract string OnlyManagers { get; }

    /// <summary>So many tasks.</summary>
    public abstract string Tasks(int count);

    /// <summary>So many figures.</summary>
    public abstract string Figures(int count);

    /// <summary>How much is red and yellow.</summary>
    public abstract string BehindHere(int red, int yellow);

    /// <summary>Since a day.</summary>
    public abstract string Since(string day);

    /// <summary>Due on a day.</summary>
    public abstract string Due(string day);

    /// <summary>Heading of the history.</summary>
    public abstract string History(int count);

    /// <summary>Heading of the steps.</summary>
    public abstract string Milestones(int count);

    /// <summary>Heading of what was done to the deadlines.</summary>
    public abstract string DeadlineHistory(int count);

    /// <summary>Everybody has reported.</summary>
    public abstract string AllReported(string period);

    /// <summary>How many reports are missing, of how many units and areas.</summary>
    public abstract string MissingReports(int figures, int parties, string period);

    /// <summary>What is different from a day.</summary>
    public abstract string ChangesSince(string day, int worse, int better, int all);

    /// <summary>Reports that wait.</summary>
    public abstract string WaitingReports(int count);

    /// <summary>There are more lines.</summary>
    public abstract string MoreLines(int count);

    /// <summary>Which lines are shown.</summary>
    public abstract string Shown(int from, int to, int total);

    /// <summary>Next page.</summary>
    public abstract string NextPage { get; }

    /// <summary>Page before.</summary>
    public abstract string PreviousPage { get; }

    /// <summary>Back to where one came from.</summary>
    public abstract string Back { get; }

    /// <summary>Open a line.</summary>
    public abstract string Open { get; }

    /// <summary>Heading of what comes by itself every week.</summary>
    public abstract string Weekly(string title);

    /// <summary>Subscribes to it.</summary>
    public abstract string Subscribe { get; }

    /// <summary>Gives it up.</summary>
    public abstract string Unsubscribe { get; }

    private protected static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Chinese.</summary>
internal sealed class ChineseStatusCardText : StatusCardText
{
    public override string Colon => "：";

    public override string Rate => "完成率";

    public override string Nothing => "没有符合条件的任务。";

    public override string NothingBehind => "没有亮红灯或黄灯的。";

    public override string NoReportsYet => "目前还没有任何进展填报，未报的显示为灰灯。";

    public override string NothingDueYet => "目前还没有到期应报的报告期。";

    public override string LeagueRule => "按已完成和绿灯的指标数占本地指标数的比例排列；比例相同名次相同。";

    public override string OnlyManagers => "任务进展向市领导、督查室和管理员开放。您可以查询通知中的任务、目标和责任单位；承办单位联络员可以发“填报”报送本单位进展。";

    public override string NextPage => "下一页";

    public override string PreviousPage => "上一页";

    public override string Back => "返回";

    public override string Open => "查看";

    public override string Subscribe => "订阅周报";

    public override string Unsubscribe => "退订周报";

    public override string Weekly(string title) => $"周报 · {title}";

    public override string View(StatusView view, string period) => view switch
    {
        StatusView.Overview => "工作进展总览",
        StatusView.ByOfficial => "按牵头领导",
        StatusView.ByUnit => "按牵头单位",
        StatusView.ByArea => "各地对比",
        StatusView.ByList => "按清单",
        StatusView.ByCategory => "按领域",
        StatusView.Tasks => "任务进展",
        StatusView.AreaFigures => "指标完成情况",
        StatusView.Detail => "任务进展",
        StatusView.Lagging => "滞后清单",
        StatusView.NotReported => period.Length > 0 ? $"{period}未报清单" : "未报清单",
        StatusView.Changes => "近期变化",
        StatusView.ToReview => "待审核填报",
        _ => throw new UnreachableException(),
    };

    public override string Button(StatusView view) => view switch
    {
        StatusView.Overview => "总览",
        StatusView.ByOfficial => "按领导",
        StatusView.ByUnit => "按单位",
        StatusView.ByArea => "各地对比",
        StatusView.ByList => "按清单",
        StatusView.ByCategory => "按领域",
        StatusView.Lagging => "滞后清单",
        StatusView.NotReported => "谁没报",
        StatusView.Changes => "一周变化",
        StatusView.ToReview => "待审核",
        _ => View(view, string.Empty),
    };

    public override string Tasks(int count) => $"共 {Number(count)} 项任务";

    public override string Figures(int count) => $"共 {Number(count)} 个指标";

    public override string BehindHere(int red, int yellow) => $"红灯 {Number(red)} 个，黄灯 {Number(yellow)} 个。";

    public override string Since(string day) => $"自{day}起";

    public override string Due(string day) => $"期限 {day}";

    public override string History(int count) => $"进展记录（共 {Number(count)} 条，新的在前）";

    public override string Milestones(int count) => $"节点（共 {Number(count)} 个）";

    public override string DeadlineHistory(int count) => $"期限变更记录（共 {Number(count)} 条，新的在前）";

    public override string AllReported(string period) => $"{period}已全部报齐。";

    public override string MissingReports(int figures, int parties, string period) => $"{period}还有 {Number(parties)} 家单位（地区）的 {Number(figures)} 个指标未报。";

    public override string ChangesSince(string day, int worse, int better, int all) =>
        all == 0 ? $"自{day}以来没有变化。" : $"自{day}以来共 {Number(all)} 处变化：变差 {Number(worse)} 处，好转 {Number(better)} 处。";

    public override string WaitingReports(int count) => count == 0 ? "没有待审核的填报。" : $"有 {Number(count)} 条填报待审核。";

    public override string MoreLines(int count) => $"还有 {Number(count)} 条，发“更多”继续。";

    public override string Shown(int from, int to, int total) => $"第 {Number(from)}—{Number(to)} 条，共 {Number(total)} 条";
}

/// <summary>English.</summary>
internal sealed class EnglishStatusCardText : StatusCardText
{
    public override string Colon => ": ";

    public override string Rate => "rate";

    public override string Nothing => "No task fits.";

    public override string NothingBehind => "Nothing is red or yellow.";

    public override string NoReportsYet => "There are no progress reports yet; what was not reported is grey.";

    public override string NothingDueYet => "No reporting period is due yet.";

    public override string LeagueRule => "Ranked by the share of an area's own figures that are done or green; equal shares have equal ranks.";

    public override string OnlyManagers =>
        "Progress is shown to city leaders, the supervision office and administrators. You can ask for tasks, targets and responsible units in the notice; a unit's liaison can type \"report\" to report progress.";

    public override string NextPage => "Next page";

    public override string PreviousPage => "Previous page";

    public override string Back => "Back";

    public override string Open => "Open";

    public override string Subscribe => "Subscribe weekly";

    public override string Unsubscribe => "Unsubscribe";

    public override string Weekly(string title) => $"This week · {title}";

    public override string View(StatusView view, string period) => view switch
    {
        StatusView.Overview => "Progress at a glance",
        StatusView.ByOfficial => "By lead official",
        StatusView.ByUnit => "By lead unit",
        StatusView.ByArea => "The areas compared",
        StatusView.ByList => "By list",
        StatusView.ByCategory => "By field",
        StatusView.Tasks => "Progress by task",
        StatusView.AreaFigures => "Progress by figure",
        StatusView.Detail => "Progress of a task",
        StatusView.Lagging => "What is behind",
        StatusView.NotReported => period.Length > 0 ? $"Not reported for the {period}" : "Not reported",
        StatusView.Changes => "What has changed",
        StatusView.ToReview => "Reports to review",
        _ => throw new UnreachableException(),
    };

    public override string Button(StatusView view) => view switch
    {
        StatusView.Overview => "Overview",
        StatusView.ByOfficial => "By official",
        StatusView.ByUnit => "By unit",
        StatusView.ByArea => "Compare areas",
        StatusView.ByList => "By list",
        StatusView.ByCategory => "By field",
        StatusView.Lagging => "What is behind",
        StatusView.NotReported => "Not reported",
        StatusView.Changes => "Past week",
        StatusView.ToReview => "To review",
        _ => View(view, string.Empty),
    };

    public override string Tasks(int count) => count == 1 ? "1 task" : $"{Number(count)} tasks";

    public override string Figures(int count) => count == 1 ? "1 figure" : $"{Number(count)} figures";

    public override string BehindHere(int red, int yellow) => $"{Number(red)} red, {Number(yellow)} yellow.";

    public override string Since(string day) => $"since {day}";

    public override string Due(string day) => $"due {day}";

    public override string History(int count) => $"History ({Number(count)}, newest first)";

    public override string Milestones(int count) => $"Milestones ({Number(count)})";

    public override string DeadlineHistory(int count) => $"Changes of the deadline ({Number(count)}, newest first)";

    public override string AllReported(string period) => $"Everything is reported for the {period}.";

    public override string MissingReports(int figures, int parties, string period) => $"For the {period}, {Number(figures)} figures of {Number(parties)} units and areas are not reported.";

    public override string ChangesSince(string day, int worse, int better, int all) =>
        all == 0 ? $"Nothing has changed since {day}." : $"{Number(all)} changes since {day}: {Number(worse)} for the worse, {Number(better)} for the better.";

    public override string WaitingReports(int count) => count switch { 0 => "No report waits for review.", 1 => "1 report waits for review.", _ => $"{Number(count)} reports wait for review." };

    public override string MoreLines(int count) => $"{Number(count)} more; type \"more\".";

    public override string Shown(int from, int to, int total) => $"{Number(from)}–{Number(to)} of {Number(total)}";
}
