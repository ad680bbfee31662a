using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>The words for deadlines: where a day comes from, and why a change is refused. One class per language.</summary>
public abstract class DeadlineText
{
    private static readonly DeadlineText Chinese = new ChineseDeadlineText();
    private static readonly DeadlineText English = new EnglishDeadlineText();

    /// <summary>The words in a language.</summary>
    public static DeadlineText In(ReplyLanguage language) => language == ReplyLanguage.English ? English : Chinese;

    /// <summary>"31 December 2024".</summary>
    public abstract string Day(DateOnly day);

    /// <summary>Where the day in force comes from: the notice's words, quoted, or "derived: the notice gives no date", or who set it, when and why.</summary>
    /// <param name="deadline">The day.</param>
    /// <param name="notice">Gives the words.</param>
    public abstract string Origin(DeadlineInForce deadline, Notice notice);

    /// <summary>Why a change is refused, and what can be done.</summary>
    public abstract string Describe(DeadlineRefusal refusal);

    /// <summary>Who gave it: the name, else the account.</summary>
    private protected string Who(GivenDay given) => given.By == Actor.CommandLine ? Administrator : given.By.Name.Length > 0 ? given.By.Name : given.By.AccountId;

    /// <summary>Whoever gave a command at the machine.</summary>
    private protected abstract string Administrator { get; }
}

internal sealed class ChineseDeadlineText : DeadlineText
{
    public override string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public override string Origin(DeadlineInForce deadline, Notice notice) => deadline.Origin switch
    {
        DeadlineOrigin.Notice => deadline.Span is { } span ? $"通知原文“{notice.Quote(span)}”" : "通知载明",
        DeadlineOrigin.Derived => "推定：通知未写明日期",
        DeadlineOrigin.Manager => $"{Who(deadline.Given!)}于{Day(WorkDays.ShanghaiTime.DateOf(deadline.Given!.At))}设定{Because(deadline.Given)}",
        DeadlineOrigin.Extension => $"经{Who(deadline.Given!)}于{Day(WorkDays.ShanghaiTime.DateOf(deadline.Given!.At))}同意延期{Because(deadline.Given)}",
        _ => throw new UnreachableException(),
    };

    public override string Describe(DeadlineRefusal refusal) => refusal switch
    {
        DeadlineRefusal.NotAllowed => "只有督查室和市领导可以设定期限。",
        DeadlineRefusal.UnknownTask => "没有这项任务。请从任务清单中选择。",
        DeadlineRefusal.Closed => "该通知的年度已过，任务已归档，不能再改期限。",
        DeadlineRefusal.InThePast => "期限不能早于今天。",
        DeadlineRefusal.BehindTheYear => "期限不能晚于通知的年度：年度一过通知即归档，不再提醒。",
        DeadlineRefusal.NothingSet => "这项任务没有另设期限，无需清除。",
        DeadlineRefusal.UnknownMilestone => "这项任务没有这个节点。",
        DeadlineRefusal.NoWords => "请写明节点要完成的内容。",
        _ => throw new UnreachableException(),
    };

    private protected override string Administrator => "管理员（命令行）";

    private static string Because(GivenDay given) => given.Reason.Length > 0 ? $"（{given.Reason}）" : string.Empty;
}

internal sealed class EnglishDeadlineText : DeadlineText
{
    public override string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public override string Origin(DeadlineInForce deadline, Notice notice) => deadline.Origin switch
    {
        DeadlineOrigin.Notice => deadline.Span is { } span ? $"in the notice's words: “{notice.Quote(span)}”" : "given by the notice",
        DeadlineOrigin.Derived => "derived: the notice gives no date",
        DeadlineOrigin.Manager => $"set by {Who(deadline.Given!)} on {Day(WorkDays.ShanghaiTime.DateOf(deadline.Given!.At))}{Because(deadline.Given)}",
        DeadlineOrigin.Extension => $"extended by {Who(deadline.Given!)} on {Day(WorkDays.ShanghaiTime.DateOf(deadline.Given!.At))}{Because(deadline.Given)}",
        _ => throw new UnreachableException(),
    };

    public override string Describe(DeadlineRefusal refusal) => refusal switch
    {
        DeadlineRefusal.NotAllowed => "Only the supervision office and the city's leaders may set deadlines.",
        DeadlineRefusal.UnknownTask => "There is no such task. Please choose one from the list of tasks.",
        DeadlineRefusal.Closed => "The notice's year is over and its tasks are closed; their deadlines can no longer be changed.",
        DeadlineRefusal.InThePast => "A deadline cannot lie before today.",
        DeadlineRefusal.BehindTheYear => "A deadline cannot lie behind the notice's year: the notice is then closed, and nobody is reminded.",
        DeadlineRefusal.NothingSet => "No deadline was set for this task, so there is nothing to clear.",
        DeadlineRefusal.UnknownMilestone => "This task has no such milestone.",
        DeadlineRefusal.NoWords => "Please say what is to be done by the milestone.",
        _ => throw new UnreachableException(),
    };

    private protected override string Administrator => "the administrator (command line)";

    private static string Because(GivenDay given) => given.Reason.Length > 0 ? $" ({given.Reason})" : string.Empty;
}
