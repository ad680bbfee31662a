using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Progress;

/// <summary>The words for reporting and review: what is wrong and what to do. One class per language.</summary>
public abstract class ReportText
{
    private static readonly ReportText Chinese = new ChineseReportText();
    private static readonly ReportText English = new EnglishReportText();

    private static readonly (string Word, ProgressRating Rating)[] OtherRatings =
    [
        ("正常", ProgressRating.OnTrack), ("按序时", ProgressRating.OnTrack), ("正常推进", ProgressRating.OnTrack), ("落后", ProgressRating.Behind),
        ("进度滞后", ProgressRating.Behind), ("完成", ProgressRating.Done), ("已办结", ProgressRating.Done), ("finished", ProgressRating.Done), ("late", ProgressRating.Behind),
    ];

    /// <summary>The words in a language.</summary>
    public static ReportText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>What is wrong with a report and what to do about it.</summary>
    public string Describe(ReportFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Describe(finding.Code, finding.Arguments);
    }

    /// <summary>Why an act of review is refused and what to do instead.</summary>
    public abstract string Describe(ReviewRefusal refusal);

    /// <summary>半年度, "截至5月20日".</summary>
    public abstract string Period(ReportPeriod period);

    /// <summary>按序时推进、滞后、已完成.</summary>
    public abstract string Rating(ProgressRating rating);

    /// <summary>已交办、已报、退回、销号.</summary>
    public abstract string State(ReviewState state);

    /// <summary>Head of a column of the sheet on which reports are filled in.</summary>
    public abstract string Column(ReportSheetColumn column);

    /// <summary>What is wrong in a line of a sheet: "第 12 行：…"; without a line the whole sheet is meant.</summary>
    public string Describe(SheetFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Line > 0 ? AtLine(finding.Line, Describe(finding.Finding)) : Describe(finding.Finding);
    }

    /// <summary>The rating that a word in either language means; null for none.</summary>
    public static ProgressRating? ReadRating(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var folded = NormalizedText.Fold(word);
        foreach (var rating in Enum.GetValues<ProgressRating>())
        {
            if (folded == NormalizedText.Fold(Chinese.Rating(rating)) || folded == NormalizedText.Fold(English.Rating(rating)) || OtherRatings.Contains((folded, rating)))
            {
                return rating;
            }
        }

        return null;
    }

    /// <summary>Whether a word in either language means that nothing has changed.</summary>
    public static bool IsNoChange(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return NormalizedText.Fold(word) is "无变化" or "没有变化" or "同上期" or "no change" or "unchanged";
    }

    /// <summary>The words of a place in a sheet.</summary>
    protected abstract string AtLine(int line, string words);

    /// <summary>The words of a code.</summary>
    protected abstract string Describe(ReportFindingCode code, ImmutableArray<string> arguments);

    /// <summary>A period by its code; the code itself when it is none.</summary>
    protected string PeriodOf(string code) => ReportPeriod.FromCode(code) is { } period ? Period(period) : code;
}

/// <summary>Chinese.</summary>
internal sealed class ChineseReportText : ReportText
{
    public override string Describe(ReviewRefusal refusal) => refusal switch
    {
        ReviewRefusal.NothingReported => "该任务尚无填报，不能审核。请先催报。",
        ReviewRefusal.AlreadyReturned => "该填报已退回，正等待更正，不必再次退回。",
        ReviewRefusal.CorrectionAwaited => "有填报已退回、尚未更正，不能销号。请等更正报来，或请单位重新填报。",
        ReviewRefusal.TaskClosed => "该任务已销号。如需更改，请先重新开启。",
        ReviewRefusal.NotClosed => "该任务没有销号，不需要重新开启。",
        ReviewRefusal.OwnReport => "填报人不能审核自己的填报。请由督查室其他同志审核。",
        ReviewRefusal.ReasonMissing => "请写明理由。",
        ReviewRefusal.UnknownReport => "该任务没有这条填报。请刷新后再试。",
        ReviewRefusal.SupersededReport => "这条填报之后已有更新的填报。请审核最新的一条。",
        _ => throw new UnreachableException(),
    };

    public override string Period(ReportPeriod period) => period.Kind switch
    {
        ReportPeriodKind.FirstQuarter => "一季度",
        ReportPeriodKind.HalfYear => "半年度",
        ReportPeriodKind.ThreeQuarters => "三季度",
        ReportPeriodKind.FullYear => "全年",
        ReportPeriodKind.Day => $"截至{period.End.Month}月{period.End.Day}日",
        _ => throw new UnreachableException(),
    };

    public override string Rating(ProgressRating rating) => rating switch
    {
        ProgressRating.OnTrack => "按序时推进",
        ProgressRating.Behind => "滞后",
        ProgressRating.Done => "已完成",
        _ => throw new UnreachableException(),
    };

    public override string State(ReviewState state) => state switch
    {
        ReviewState.Assigned => "已交办，未报",
        ReviewState.Reported => "已报",
        ReviewState.Returned => "已退回，待更正",
        ReviewState.Closed => "已销号",
        _ => throw new UnreachableException(),
    };

    public override string Column(ReportSheetColumn column) => column switch
    {
        ReportSheetColumn.TaskId => "任务编号",
        ReportSheetColumn.Line => "指标编号",
        ReportSheetColumn.Area => "地区",
        ReportSheetColumn.Task => "任务内容",
        ReportSheetColumn.Indicator => "指标",
        ReportSheetColumn.Target => "目标",
        ReportSheetColumn.Last => "上次填报",
        ReportSheetColumn.Period => "报告期",
        ReportSheetColumn.Figure => "完成数",
        ReportSheetColumn.Rating => "自评",
        ReportSheetColumn.Note => "进展情况",
        ReportSheetColumn.Evidence => "佐证链接",
        ReportSheetColumn.Reason => "原因说明",
        _ => throw new UnreachableException(),
    };

    protected override string AtLine(int line, string words) => $"第 {line} 行：{words}";

    protected override string Describe(ReportFindingCode code, ImmutableArray<string> arguments) => code switch
    {
        ReportFindingCode.UnknownTask => $"没有编号为“{arguments[0]}”的任务。请从任务清单中选择。",
        ReportFindingCode.UnknownLine => $"该任务没有编号为“{arguments[0]}”的指标。请从表单中选择。",
        ReportFindingCode.UnknownArea => $"“{arguments[0]}”在该指标下没有分解目标，不需要填报。请核对指标和地区。",
        ReportFindingCode.NotOwn => $"该项由“{arguments[0]}”填报，您不能代报。请联系该单位联络员。",
        ReportFindingCode.NoticeClosed => $"{arguments[0]}年的通知已结束，不再接受填报。",
        ReportFindingCode.TaskClosed => "该任务已销号，不再接受填报。如需更改，请联系督查室。",
        ReportFindingCode.NothingSaid => "没有填写内容。请填写数字、自评或进展情况。",
        ReportFindingCode.NotANumber => $"“{arguments[0]}”不是数字。请填写如“78”“1.2万”“85%”。",
        ReportFindingCode.Negative => $"“{arguments[0]}”小于零。请填写今年以来的累计数。",
        ReportFindingCode.TooLarge => $"“{arguments[0]}”过大。请核对数字和单位。",
        ReportFindingCode.MeasureUnitDiffers =>
            arguments[1].Length == 0 ? $"该指标没有计量单位，填写的是“{arguments[0]}”。请只填数字。" : $"计量单位不符：应为“{arguments[1]}”，填写的是“{arguments[0]}”。请改用“{arguments[1]}”，或只填数字。",
        ReportFindingCode.FigureNotWanted => "该项没有量化指标，不需要填数字。请填写自评和进展情况。",
        ReportFindingCode.RatingNotWanted => "该项有量化指标，亮灯由数字计算，不需要自评。请填写数字。",
        ReportFindingCode.FallsWithoutReason => $"本次 {arguments[1]} 低于上次的 {arguments[0]}。累计数下降，请说明原因。",
        ReportFindingCode.BeyondWithoutReason => $"{arguments[0]} 超过目标 {arguments[1]} 的 120%。请核对数字和单位，确实如此请说明原因。",
        ReportFindingCode.PeriodToCome => $"{PeriodOf(arguments[0])}还没有到。请选择已到的报告期。",
        ReportFindingCode.PeriodOutsideYear => $"{PeriodOf(arguments[0])}不在通知的年度（{arguments[1]}年）内。请核对报告期。",
        ReportFindingCode.EvidenceNotWeb => $"“{arguments[0]}”不是网址。佐证请填写以 http:// 或 https:// 开头的链接。",
        ReportFindingCode.NoChangeFromNothing => "此前没有填报，不能报“无变化”。请填写数字或自评。",
        ReportFindingCode.TooLong => $"文字有 {arguments[0]} 字，最多 {arguments[1]} 字。请精简。",
        ReportFindingCode.ColumnMissing => $"表格缺少“{arguments[0]}”一列。请使用下载的模板，不要改动表头。",
        ReportFindingCode.TooManyLines => $"表格有 {arguments[0]} 行，一次最多 {arguments[1]} 行。请分几次上传。",
        ReportFindingCode.SheetEmpty => "表格没有填写任何一行。请在“完成数”“自评”或“进展情况”中填写后上传。",
        ReportFindingCode.LineTwice => $"与第 {arguments[0]} 行是同一项。请只保留一行。",
        ReportFindingCode.PeriodUnreadable => $"报告期“{arguments[0]}”无法识别。请填写一季度、半年度、三季度、全年，或如 2024-05-20 的日期。",
        ReportFindingCode.RatingUnreadable => $"自评“{arguments[0]}”无法识别。请填写按序时推进、滞后或已完成。",
        _ => throw new UnreachableException(),
    };
}

/// <summary>English.</summary>
internal sealed class EnglishReportText : ReportText
{
    public override string Describe(ReviewRefusal refusal) => refusal switch
    {
        ReviewRefusal.NothingReported => "Nothing has been reported on this task, so there is nothing to review. Please ask for a report first.",
        ReviewRefusal.AlreadyReturned => "This report was sent back already and its correction is awaited.",
        ReviewRefusal.CorrectionAwaited => "A report was sent back and not corrected yet, so the task cannot be closed. Please wait for the correction.",
        ReviewRefusal.TaskClosed => "This task is closed. To change it, please open it again first.",
        ReviewRefusal.NotClosed => "This task is not closed, so it need not be opened again.",
        ReviewRefusal.OwnReport => "Nobody reviews their own report. Please let a colleague of the supervision office do it.",
        ReviewRefusal.ReasonMissing => "Please give a reason.",
        ReviewRefusal.UnknownReport => "This task has no such report. Please refresh and try again.",
        ReviewRefusal.SupersededReport => "There is a newer report on the same figure. Please review the newest one.",
        _ => throw new UnreachableException(),
    };

    public override string Period(ReportPeriod period) => period.Kind switch
    {
        ReportPeriodKind.FirstQuarter => "first quarter",
        ReportPeriodKind.HalfYear => "half-year",
        ReportPeriodKind.ThreeQuarters => "first three quarters",
        ReportPeriodKind.FullYear => "full year",
        ReportPeriodKind.Day => $"up to {period.End.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}",
        _ => throw new UnreachableException(),
    };

    public override string Rating(ProgressRating rating) => rating switch
    {
        ProgressRating.OnTrack => "on track",
        ProgressRating.Behind => "behind",
        ProgressRating.Done => "done",
        _ => throw new UnreachableException(),
    };

    public override string State(ReviewState state) => state switch
    {
        ReviewState.Assigned => "assigned, not reported",
        ReviewState.Reported => "reported",
        ReviewState.Returned => "sent back, correction awaited",
        ReviewState.Closed => "closed",
        _ => throw new UnreachableException(),
    };

    public override string Column(ReportSheetColumn column) => column switch
    {
        ReportSheetColumn.TaskId => "Task id",
        ReportSheetColumn.Line => "Line",
        ReportSheetColumn.Area => "Area",
        ReportSheetColumn.Task => "Task",
        ReportSheetColumn.Indicator => "Indicator",
        ReportSheetColumn.Target => "Target",
        ReportSheetColumn.Last => "Last report",
        ReportSheetColumn.Period => "Period",
        ReportSheetColumn.Figure => "Reached",
        ReportSheetColumn.Rating => "Rating",
        ReportSheetColumn.Note => "Note",
        ReportSheetColumn.Evidence => "Evidence",
        ReportSheetColumn.Reason => "Reason",
        _ => throw new UnreachableException(),
    };

    protected override string AtLine(int line, string words) => $"Line {line}: {words}";

    protected override string Describe(ReportFindingCode code, ImmutableArray<string> arguments) => code switch
    {
        ReportFindingCode.UnknownTask => $"There is no task with the id “{arguments[0]}”. Please choose one from the list.",
        ReportFindingCode.UnknownLine => $"This task has no indicator “{arguments[0]}”. Please choose one from the form.",
        ReportFindingCode.UnknownArea => $"{arguments[0]} has no target for this indicator, so nothing is to be reported. Please check indicator and area.",
        ReportFindingCode.NotOwn => $"This is reported by {arguments[0]}; you cannot report for them. Please contact their liaison.",
        ReportFindingCode.NoticeClosed => $"The notice of {arguments[0]} is closed and takes no more reports.",
        ReportFindingCode.TaskClosed => "This task is closed and takes no more reports. To change it, please contact the supervision office.",
        ReportFindingCode.NothingSaid => "Nothing was filled in. Please give a figure, a rating or a note.",
        ReportFindingCode.NotANumber => $"“{arguments[0]}” is not a number. Please write it like “78”, “1.2万” or “85%”.",
        ReportFindingCode.Negative => $"“{arguments[0]}” is below zero. Please give the figure reached so far this year.",
        ReportFindingCode.TooLarge => $"“{arguments[0]}” is too large. Please check figure and unit.",
        ReportFindingCode.MeasureUnitDiffers => arguments[1].Length == 0
            ? $"This indicator has no unit, but “{arguments[0]}” was given. Please write the number alone."
            : $"The unit does not fit: “{arguments[1]}” is wanted, “{arguments[0]}” was given. Please use “{arguments[1]}”, or the number alone.",
        ReportFindingCode.FigureNotWanted => "This has no figure to reach. Please give a rating and a note instead of a number.",
        ReportFindingCode.RatingNotWanted => "This has a figure to reach, and its lamp follows from the figure. Please give the figure instead of a rating.",
        ReportFindingCode.FallsWithoutReason => $"{arguments[1]} is less than the {arguments[0]} reported before. Please say why the figure falls.",
        ReportFindingCode.BeyondWithoutReason => $"{arguments[0]} is beyond 120% of the target {arguments[1]}. Please check figure and unit; if they are right, say why.",
        ReportFindingCode.PeriodToCome => $"The period ({PeriodOf(arguments[0])}) is still to come. Please choose one that has come.",
        ReportFindingCode.PeriodOutsideYear => $"The period ({PeriodOf(arguments[0])}) is not in the notice's year, {arguments[1]}. Please check it.",
        ReportFindingCode.EvidenceNotWeb => $"“{arguments[0]}” is not a web address. Please give a link that begins with http:// or https://.",
        ReportFindingCode.NoChangeFromNothing => "Nothing was reported before, so there is no “no change”. Please give a figure or a rating.",
        ReportFindingCode.TooLong => $"The text has {arguments[0]} characters; the most is {arguments[1]}. Please shorten it.",
        ReportFindingCode.ColumnMissing => $"The sheet lacks the column “{arguments[0]}”. Please use the template as downloaded and leave its head as it is.",
        ReportFindingCode.TooManyLines => $"The sheet has {arguments[0]} lines; at most {arguments[1]} are taken at once. Please send it in parts.",
        ReportFindingCode.SheetEmpty => "Nothing is filled in on the sheet. Please fill in figures, ratings or notes and send it again.",
        ReportFindingCode.LineTwice => $"This is the same figure as in line {arguments[0]}. Please keep one of them.",
        ReportFindingCode.PeriodUnreadable => $"“{arguments[0]}” is no period. Please write first quarter, half-year, three quarters or full year, or a date such as 2024-05-20.",
        ReportFindingCode.RatingUnreadable => $"“{arguments[0]}” is no rating. Please write on track, behind or done.",
        _ => throw new UnreachableException(),
    };
}
