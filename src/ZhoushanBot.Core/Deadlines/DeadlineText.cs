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

    /// <summary>Where a step in force comes from: the notice's words, or who set it, when and why.</summary>
    /// <param name="step">The step.</param>
    /// <param name="notice">Gives the words.</param>
    public string Origin(MilestoneInForce step, Notice notice)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Origin(new DeadlineInForce(step.On, step.Given is null ? DeadlineOrigin.Notice : DeadlineOrigin.Manager, step.Span, step.Given), notice);
    }

    /// <summary>A step: by when, and what is done by then.</summary>
    public abstract string Step(DateOnly on, string text);

    /// <summary>One change of the past: when, who, what, why.</summary>
    public string Change(DeadlineChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (what, reason) = What(change.Event);
        return Line(Day(WorkDays.ShanghaiTime.DateOf(change.At)), Who(change.By), what, reason);
    }

    /// <summary>Why a change is refused, and what can be done.</summary>
    public abstract string Describe(DeadlineRefusal refusal);

    /// <summary>The same, with the day, step or words that it is about in front.</summary>
    public string Describe(DeadlineOutcome.Refused refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused.About.Length > 0 ? About(refused.About, Describe(refused.Reason)) : Describe(refused.Reason);
    }

    /// <summary>Why a typed step cannot be read, and how it should look.</summary>
    public abstract string Describe(string words, StepFault fault);

    /// <summary>Words of a day that no calendar has.</summary>
    public abstract string NoSuchDay(string words);

    /// <summary>Words that are no day.</summary>
    public abstract string NoDay(string words);

    /// <summary>Who gave it: the name, else the account.</summary>
    private protected string Who(GivenDay given) => Who(given.By);

    private protected abstract string About(string what, string why);

    private protected abstract string Line(string day, string who, string what, string reason);

    private protected abstract (string What, string Reason) What(DeadlineEvent happened);

    private string Who(Actor by) => by == Actor.CommandLine ? Administrator : by.Name.Length > 0 ? by.Name : by.AccountId;

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

    public override string Step(DateOnly on, string text) => $"{Day(on)}前：{text}";

    public override string NoSuchDay(string words) => $"“{words}”：没有这一天。请写成 2024-10-31、10月31日或10月底。";

    public override string NoDay(string words) => $"“{words}”不是日期。请写成 2024-10-31、10月31日或10月底。";

    public override string Describe(string words, StepFault fault) => fault switch
    {
        StepFault.NoDay => $"节点“{words}”没有写日期。请每行写一个节点，如：8月底前 20公里。",
        StepFault.NoSuchDay => NoSuchDay(words),
        StepFault.NoWords => $"节点“{words}”没有写要完成的内容，如：8月底前 20公里。",
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
        DeadlineRefusal.NoReason => "请写明原因。",
        DeadlineRefusal.NothingToChange => "没有变化：期限和节点本来就是这样。",
        DeadlineRefusal.BehindTheDeadline => "节点不能晚于任务的期限。请把节点提前，或同时推迟期限。",
        DeadlineRefusal.TooManySteps => $"节点不能超过 {DeadlineWish.MostSteps} 个。",
        DeadlineRefusal.TooLong => $"原因和每个节点不能超过 {DeadlineWish.LongestText} 字。",
        DeadlineRefusal.NoStepsSet => "这项任务没有另设节点，无需恢复。",
        DeadlineRefusal.ChangedMeanwhile => "期限或节点刚被改过，本次未作更改。请核对最新情况后再提交。",
        _ => throw new UnreachableException(),
    };

    private protected override string About(string what, string why) => $"“{what}”：{why}";

    private protected override string Line(string day, string who, string what, string reason) => reason.Length > 0 ? $"{day} {who}：{what}（{reason}）" : $"{day} {who}：{what}";

    private protected override (string What, string Reason) What(DeadlineEvent happened) => happened switch
    {
        DeadlineEvent.Set e => ($"期限设为{Day(e.On)}", e.Reason),
        DeadlineEvent.Cleared e => ("恢复通知的期限", e.Reason),
        DeadlineEvent.MilestoneSet { Text: { Length: > 0 } text } e => ($"节点：{Day(e.On)}前{text}", e.Reason),
        DeadlineEvent.MilestoneSet e => ($"节点改到{Day(e.On)}", e.Reason),
        DeadlineEvent.MilestoneCleared e => ("取消一个节点", e.Reason),
        DeadlineEvent.MilestonesRestored e => ("恢复通知的节点", e.Reason),
        DeadlineEvent.ExtensionRequested e => ($"申请延期到{Day(e.Until)}", e.Reason),
        DeadlineEvent.ExtensionDecided { Granted: true, Until: { } until } e => ($"同意延期到{Day(until)}", e.Reason),
        DeadlineEvent.ExtensionDecided { Granted: true } e => ("同意延期", e.Reason),
        DeadlineEvent.ExtensionDecided e => ("不同意延期", e.Reason),
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

    public override string Step(DateOnly on, string text) => $"By {Day(on)}: {text}";

    public override string NoSuchDay(string words) => $"“{words}”: there is no such day. Write 2024-10-31, 31 October or end of October.";

    public override string NoDay(string words) => $"“{words}” is no date. Write 2024-10-31, 31 October or end of October.";

    public override string Describe(string words, StepFault fault) => fault switch
    {
        StepFault.NoDay => $"The milestone “{words}” names no day. Write one a line, such as: end of August 20 km.",
        StepFault.NoSuchDay => NoSuchDay(words),
        StepFault.NoWords => $"The milestone “{words}” does not say what is done by then; such as: end of August 20 km.",
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
        DeadlineRefusal.NoReason => "Please give the reason.",
        DeadlineRefusal.NothingToChange => "Nothing would change: the deadline and the milestones are so already.",
        DeadlineRefusal.BehindTheDeadline => "A milestone cannot lie behind the task's deadline. Move it forward, or the deadline back.",
        DeadlineRefusal.TooManySteps => $"A task has at most {DeadlineWish.MostSteps} milestones.",
        DeadlineRefusal.TooLong => $"The reason and each milestone have at most {DeadlineWish.LongestText} characters.",
        DeadlineRefusal.NoStepsSet => "Nobody changed this task's milestones, so there is nothing to restore.",
        DeadlineRefusal.ChangedMeanwhile => "Somebody has just changed the deadline or the milestones, so nothing was done. Please look at them as they are now and send again.",
        _ => throw new UnreachableException(),
    };

    private protected override string About(string what, string why) => $"“{what}”: {why}";

    private protected override string Line(string day, string who, string what, string reason) => reason.Length > 0 ? $"{day}, {who}: {what} ({reason})" : $"{day}, {who}: {what}";

    private protected override (string What, string Reason) What(DeadlineEvent happened) => happened switch
    {
        DeadlineEvent.Set e => ($"deadline set to {Day(e.On)}", e.Reason),
        DeadlineEvent.Cleared e => ("the notice's deadline holds again", e.Reason),
        DeadlineEvent.MilestoneSet { Text: { Length: > 0 } text } e => ($"milestone by {Day(e.On)}: {text}", e.Reason),
        DeadlineEvent.MilestoneSet e => ($"milestone moved to {Day(e.On)}", e.Reason),
        DeadlineEvent.MilestoneCleared e => ("a milestone taken out", e.Reason),
        DeadlineEvent.MilestonesRestored e => ("the notice's milestones hold again", e.Reason),
        DeadlineEvent.ExtensionRequested e => ($"more time asked for, until {Day(e.Until)}", e.Reason),
        DeadlineEvent.ExtensionDecided { Granted: true, Until: { } until } e => ($"extended to {Day(until)}", e.Reason),
        DeadlineEvent.ExtensionDecided { Granted: true } e => ("extended", e.Reason),
        DeadlineEvent.ExtensionDecided e => ("extension refused", e.Reason),
        _ => throw new UnreachableException(),
    };

    private protected override string Administrator => "the administrator (command line)";

    private static string Because(GivenDay given) => given.Reason.Length > 0 ? $" ({given.Reason})" : string.Empty;
}
