using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Status;

/// <summary>Status in Chinese.</summary>
internal sealed class ChineseStatusText : StatusText
{
    private static readonly ImmutableArray<string> TitleEnds = ["责任分解表", "任务分解表", "责任分解", "任务分解", "任务分工", "职责分工", "责任清单", "任务清单", "分工方案", "清单"];

    public override ReportText Reports { get; } = ReportText.In(ReplyLanguage.Chinese);

    public override string WholeCity => "全市";

    public override string NotReported => "未报";

    public override string Joint => "共同落实";

    public override string LampWord(StatusLamp lamp) => lamp switch
    {
        StatusLamp.Done => "已完成",
        StatusLamp.Green => "绿灯",
        StatusLamp.Yellow => "黄灯",
        StatusLamp.Red => "红灯",
        StatusLamp.Grey => "未报",
        _ => throw new UnreachableException(),
    };

    public override string Reason(LampReason reason) => reason switch
    {
        LampReason.Reached => "目标已达到",
        LampReason.Closed => "已销号",
        LampReason.Ahead => "超序时进度十个百分点以上",
        LampReason.OnPace => "按序时推进",
        LampReason.AtTarget => "比率达到目标",
        LampReason.WithinCap => "控制在上限以内",
        LampReason.RatedOnTrack => "单位自评按序时推进",
        LampReason.SlightlyBehind => "落后序时十个百分点以内",
        LampReason.DueSoon => "三个工作日内到期，尚未完成",
        LampReason.CatchingUp => "红灯后本月赶上序时",
        LampReason.Behind => "落后序时十个百分点以上",
        LampReason.StillBehind => "红灯后尚未赶上序时",
        LampReason.BeyondCap => "超过上限",
        LampReason.RatedBehind => "单位自评滞后",
        LampReason.Overdue => "逾期未完成",
        LampReason.NotReported => "本期未报",
        LampReason.Incomplete => "部分地区本期未报",
        LampReason.Overridden => "督查室核定",
        _ => throw new UnreachableException(),
    };

    public override string Official(string name, string post) => name + post;

    public override string Organization(string name) => name;

    public override string Area(string name) => name;

    public override string List(WorkListKind list) => list switch
    {
        WorkListKind.WorkReport => "政府工作报告重点工作",
        WorkListKind.ProvincialProjects => "省民生实事",
        WorkListKind.CityProjects => "市民生实事",
        _ => "其他任务",
    };

    public override string Task(IndexedItem task) => Clip(task.Item.Text, 40);

    public override string Indicator(IndexedItem task, Measure measure) => measure.Target is null ? Task(task) : measure.Subject;

    public override string Figure(Figure figure)
    {
        var amount = figure.Written(Plain, figure.MeasureUnit, "—");
        return figure.Comparator switch
        {
            Comparator.AtLeast => $"{amount}以上",
            Comparator.MoreThan => $"超过{amount}",
            Comparator.AtMost => $"不超过{amount}",
            Comparator.LessThan => $"低于{amount}",
            Comparator.About => $"约{amount}",
            _ => amount,
        };
    }

    public override string Amount(decimal? amount, Measure measure) => amount is { } value ? Figure(InUnitOf(value, measure)) : "—";

    public override string Day(DateOnly? day) => day is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Year}年{known.Month}月{known.Day}日") : "—";

    public override string Counts(StatusCounts counts) =>
        counts.Total == 0 ? "没有任务" : string.Join("，", LampsOf(counts).Select(lamp => $"{Lamp(lamp)} {counts.Of(lamp)} 项"));

    public override string Overview(StatusOverview overview)
    {
        var reported = overview.Period is { } period ? $"{Reports.Period(period)}已报 {overview.Reported} 项（{Percent(overview.ReportedShare)}）" : "尚未到填报截止日";
        return $"共 {overview.Counts.Total} 项：{Counts(overview.Counts)}。已完成占 {Percent(overview.Counts.DoneShare)}，全年时间已过 {Percent(overview.PaceShare)}。{reported}。";
    }

    public override string Group(StatusGroup group) =>
        $"{(group.List is { } list ? List(list) : group.Key)}：{group.Counts.Total} 项，完成和按序时 {Percent(group.Counts.OnTrackShare)}；{Counts(group.Counts)}";

    public override string Standing(AreaStanding standing) => standing.Share is { } share
        ? $"第 {standing.Rank} 名 {standing.Area}：{standing.Counts.Done + standing.Counts.Green}/{standing.Counts.Total} 项完成或按序时（{Percent(share)}）"
        : $"{standing.Area}：没有分解目标，不参加排名";

    public override string Lagging(LaggingEntry entry)
    {
        var since = entry.Since is { } day ? $"，自{Day(day)}起" : string.Empty;
        var figure = entry.Figure is { } own ? Line(entry.Task.Task, own) : $"{Task(entry.Task.Task)}：{Lamp(entry.Lamp)}（{Reason(entry.Reason)}）";
        return figure + since;
    }

    public override string Missing(MissingReport missing)
    {
        var last = missing.LastPeriod is { } period ? $"（最近一次：{Reports.Period(period)}）" : "（从未填报）";
        return $"{(missing.Responsible.Length > 0 ? missing.Responsible : Joint)}：{Indicator(missing.Task.Task, missing.Measure)}{last}";
    }

    public override string Change(StatusChange change)
    {
        var measure = MeasureOf(change);
        var figure = change.AmountBefore != change.AmountNow && measure is not null
            ? $"，{Amount(change.AmountBefore, measure)} → {Amount(change.AmountNow, measure)}"
            : string.Empty;
        var area = change.Area.Length > 0 ? $"（{change.Area}）" : string.Empty;
        var lamps = change.LampBefore == change.LampNow ? Lamp(change.LampNow) : $"{Lamp(change.LampBefore)} → {Lamp(change.LampNow)}";
        return $"{(measure is null ? Task(change.Task.Task) : Indicator(change.Task.Task, measure))}{area}：{lamps}{figure}";
    }

    public override string Line(IndexedItem task, MeasureStatus figure)
    {
        var where = figure.Measure.Area.Length > 0 ? $"（{figure.Measure.Area}）" : string.Empty;
        var lamp = $"{Lamp(figure.Lamp)}（{Reason(figure.Reading.Reason)}）";
        if (figure.Measure.Target is not { } target)
        {
            return $"{Indicator(task, figure.Measure)}{where}：{lamp}";
        }

        var pace = figure.Reading.Expected is { } expected ? $"，序时 {Percent(expected)}" : string.Empty;
        var rate = figure.Reading.Rate is { } own ? $"，完成率 {Percent(own)}{pace}" : string.Empty;
        var areas = figure.AreasAsked > 0 ? $"，{figure.AreasReported}/{figure.AreasAsked} 个地区已报" : string.Empty;
        return $"{Indicator(task, figure.Measure)}{where}：{Amount(figure.Amount, figure.Measure)}，目标 {Figure(target)}{rate}{areas}，{lamp}";
    }

    public override string History(HistoryLine line)
    {
        var at = ShanghaiDay.Of(line.At);
        var who = $"{Day(at)} {(line.By.Name.Length > 0 ? line.By.Name : line.By.AccountId)}";
        return line.Event switch
        {
            ProgressEvent.Reported { Content: var content } => $"{who} 填报{Content(content, line.Before)}",
            ProgressEvent.Rated { Content: var content } => $"{who} 自评{Content(content, line.Before)}",
            ProgressEvent.Returned returned => $"{who} 退回：{returned.Reason}",
            ProgressEvent.Closed closed => closed.Note.Length > 0 ? $"{who} 销号：{closed.Note}" : $"{who} 销号",
            ProgressEvent.Reopened reopened => $"{who} 重新开启：{reopened.Reason}",
            ProgressEvent.LampOverridden { Lamp: { } lamp } set => $"{who} 核定为{LampWord(lamp)}：{set.Reason}",
            ProgressEvent.LampOverridden taken => $"{who} 撤销核定：{taken.Reason}",
            _ => throw new UnreachableException(),
        };
    }

    public override string Override(LampOverride set, StatusLamp computed) =>
        $"督查室核定为{LampWord(set.Lamp)}（{set.By.Name}，{Day(ShanghaiDay.Of(set.At))}）：{set.Reason}。按规则计算为{LampWord(computed)}。";

    public override string Column(StatusColumn column) => column switch
    {
        StatusColumn.Number => "序号",
        StatusColumn.Text => "任务内容",
        StatusColumn.LeadOrganization => "牵头单位",
        StatusColumn.LeadOfficial => "牵头领导",
        StatusColumn.List => "清单",
        StatusColumn.Indicator => "指标",
        StatusColumn.Area => "地区",
        StatusColumn.Target => "目标",
        StatusColumn.Figure => "完成数",
        StatusColumn.MeasureUnit => "计量单位",
        StatusColumn.Rate => "完成率",
        StatusColumn.Pace => "序时进度",
        StatusColumn.Lamp => "亮灯",
        StatusColumn.Reason => "原因",
        StatusColumn.Since => "起始日期",
        StatusColumn.DueOn => "期限",
        StatusColumn.Period => "报告期",
        StatusColumn.ReportedOn => "填报日期",
        StatusColumn.ReportedBy => "填报人",
        StatusColumn.Note => "进展情况",
        StatusColumn.Evidence => "佐证",
        StatusColumn.Review => "审核",
        StatusColumn.TaskId => "任务编号",
        _ => throw new UnreachableException(),
    };

    public override string CompletionColumn(ReportPeriod period) => $"{Reports.Period(period)}完成情况";

    public override string OfficialHeading(int number, string name, string post) => $"{ChineseNumerals.Format(number)}、{name}{post}";

    public override string TableSummary(StatusCounts counts, ReportPeriod period, DateOnly madeOn) =>
        $"共 {counts.Total} 项：{Counts(counts)}。数据截至{Day(period.End)}，{Day(madeOn)}制表。";

    public override string AnnexTitle(string listTitle) => $"附件：{listTitle}";

    public override string ListTitle(string printed, int year, WorkListKind list, ReportPeriod period)
    {
        var title = Wording.Compact(printed);
        title = title[..^Wording.LongestAtEnd(title, TitleEnds)];
        return (title.Length > 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{year}年{List(list)}")) + CompletionColumn(period);
    }

    public override string Completion(TaskStatus status)
    {
        var figures = status.Lines.Where(l => l.City.Measure.Target is not null).Select(l => CompletionOf(l, status.Lines.Length > 1)).Where(f => f.Length > 0).ToList();
        var rating = status.Lines is [{ City: { Measure.Target: null, Report.Content.Rating: { } own } }] ? Reports.Rating(own) : string.Empty;
        var prose = status.Prose?.Content.Note ?? string.Empty;
        var text = string.Join("；", figures.Append(rating).Where(f => f.Length > 0));
        text = text.Length > 0 ? $"{text}。{prose}" : prose.Length > 0 ? prose : NotReported;
        return status.Review == ReviewState.Closed ? $"{text}（已销号）" : text;
    }

    private static Measure? MeasureOf(StatusChange change) => change.Line.Length > 0
        ? TaskMeasures.Find(change.Task.Task.Item, change.Line, change.Area)
        : change.Task.Lines is [{ Areas.IsEmpty: true } only] ? only.City.Measure : null;

    private string CompletionOf(LineStatus line, bool isOneOfSeveral)
    {
        var (figure, name) = (line.City, isOneOfSeveral ? line.City.Measure.Subject : string.Empty);
        var areas = figure is { Source: FigureSource.Sum } && figure.AreasReported < figure.AreasAsked ? $"，{figure.AreasReported}/{figure.AreasAsked} 个地区已报" : string.Empty;
        return figure.Amount is not null
            ? $"{name}累计完成{Amount(figure.Amount, figure.Measure)}（目标{Figure(figure.Measure.Target!.Value)}，完成率{Percent(figure.Reading.Rate)}{areas}）"
            : figure.AreasReported > 0 ? $"{name}{figure.AreasReported}/{figure.AreasAsked} 个地区已报，比率见附件" : string.Empty;
    }

    private string Content(ReportContent content, ProgressReport? before)
    {
        var where = content.Area.Length > 0 ? $"（{content.Area}）" : string.Empty;
        var what = content.Figure is { } figure ? Figure(figure) : content.Rating is { } rating ? Reports.Rating(rating) : string.Empty;
        var was = before?.Content.Figure is { } last ? Figure(last) : before?.Content.Rating is { } lastRating ? Reports.Rating(lastRating) : string.Empty;
        var change = what.Length == 0 ? string.Empty : content.IsNoChange ? $"：无变化（{what}）" : was.Length > 0 ? $"：{was} → {what}" : $"：{what}";
        var reason = content.Reason.Length > 0 ? $"，原因：{content.Reason}" : string.Empty;
        var note = content.Note.Length > 0 ? $"。{content.Note}" : string.Empty;
        return $"{where}{Reports.Period(content.Period)}{change}{reason}{note}";
    }
}
