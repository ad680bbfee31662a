using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Reminding;

/// <summary>What reporters are told of the review of their reports.</summary>
internal abstract class ReviewNewsText
{
    private static readonly ReviewNewsText Chinese = new ChineseReviewNewsText();
    private static readonly ReviewNewsText English = new EnglishReviewNewsText();

    public static ReviewNewsText In(ReplyLanguage language) => language == ReplyLanguage.English ? English : Chinese;

    /// <summary>Heading: the task was closed (销号).</summary>
    public abstract string Closed { get; }

    /// <summary>Heading: the task was opened again.</summary>
    public abstract string Reopened { get; }

    /// <summary>Heading: the report was sent back (退回).</summary>
    public abstract string Returned { get; }

    public abstract string ClosedBy(string name, string day);

    public abstract string ReopenedBy(string name, string day);

    public abstract string ReturnedBy(string name, string day);

    public abstract string Reason(string reason);

    /// <summary>A button that leads to the form.</summary>
    public abstract string ReportAgain { get; }
}

internal sealed class ChineseReviewNewsText : ReviewNewsText
{
    public override string Closed => "您填报的任务已销号";

    public override string Reopened => "您填报的任务已重新开启";

    public override string Returned => "您的填报被退回";

    public override string ClosedBy(string name, string day) => $"{name}于{day}审核通过并销号，不再提醒。";

    public override string ReopenedBy(string name, string day) => $"{name}于{day}撤销了销号，请继续填报进展。";

    public override string ReturnedBy(string name, string day) => $"{name}于{day}退回，请更正后重新填报。";

    public override string Reason(string reason) => $"说明：{reason}";

    public override string ReportAgain => "重新填报";
}

internal sealed class EnglishReviewNewsText : ReviewNewsText
{
    public override string Closed => "A task you reported on is closed";

    public override string Reopened => "A task you reported on is open again";

    public override string Returned => "Your report was sent back";

    public override string ClosedBy(string name, string day) => $"{name} accepted it on {day}; no more reminders will come.";

    public override string ReopenedBy(string name, string day) => $"{name} took the closing back on {day}. Please go on reporting.";

    public override string ReturnedBy(string name, string day) => $"{name} sent it back on {day}. Please correct it and report again.";

    public override string Reason(string reason) => $"Reason: {reason}";

    public override string ReportAgain => "Report again";
}
