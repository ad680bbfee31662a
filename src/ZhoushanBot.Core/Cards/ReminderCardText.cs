using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Cards;

/// <summary>What stands on the cards of reminders besides the reminders' own words. One class per language, so that a missing translation does not compile.</summary>
internal abstract class ReminderCardText
{
    private static readonly ReminderCardText Chinese = new ChineseReminderCardText();
    private static readonly ReminderCardText English = new EnglishReminderCardText();

    public static ReminderCardText In(ReplyLanguage language) => language == ReplyLanguage.English ? English : Chinese;

    public abstract string Acknowledge { get; }

    public abstract string AcknowledgeAll { get; }

    public abstract string Report { get; }

    public abstract string Later { get; }

    public abstract string HowLong { get; }

    public abstract string AskForTime { get; }

    public abstract string Until { get; }

    public abstract string Reason { get; }

    public abstract string ReasonNeeded { get; }

    public abstract string DayNeeded { get; }

    public abstract string Send { get; }

    public abstract string Open { get; }

    public abstract string Back { get; }

    public abstract string Words { get; }

    public abstract string Grant { get; }

    public abstract string Refuse { get; }

    public abstract string IsDone { get; }

    public abstract string DayMoved(string day);

    public abstract string Acknowledged(string by, DateTimeOffset at);

    public abstract string PutOff(string day);

    public abstract string Pending(string day);

    /// <summary>On the button of a card that shows a part of a digest.</summary>
    public abstract string AcknowledgeShown(int count);

    /// <summary>Which part of a long digest a card shows, and what it leaves out.</summary>
    /// <param name="first">Number of the first task shown, from 1.</param>
    /// <param name="last">Number of the last task shown.</param>
    /// <param name="all">Tasks of the digest.</param>
    /// <param name="open">Those that it does not show and nobody has acknowledged; may be 0.</param>
    public abstract string Part(int first, int last, int all, int open);

    /// <summary>On the button that shows the next tasks of a long digest.</summary>
    public abstract string Next(int count);

    /// <summary>On the button that shows the tasks before.</summary>
    public abstract string Previous { get; }

    public abstract string RequestHeading(string unit);

    public abstract string Asked(string by, DateTimeOffset at);

    public abstract string From { get; }

    public abstract string To { get; }

    public abstract string ResultHeading(bool granted);

    public abstract string DecidedBy(string by, DateTimeOffset at);

    public abstract string Task { get; }

    public abstract string MyTasks(int count);

    /// <summary>Above what is open of matters that were handed over.</summary>
    /// <param name="giver">Whose.</param>
    /// <param name="until">Last day; null for until they are taken back.</param>
    /// <param name="count">How many tasks.</param>
    public abstract string HandedOver(string giver, string? until, int count);

    public abstract string NotAcknowledged(int tasks, int units);

    public abstract string DueThisWeek(string unit, int count);

    public abstract string Preview(int digests);

    /// <summary>What waits because the week's digests are used up.</summary>
    public abstract string HeldBack(int chats, int lines);

    public abstract string Comma { get; }

    public abstract string Nothing { get; }
}

/// <summary>提醒卡片的中文用语.</summary>
internal sealed class ChineseReminderCardText : ReminderCardText
{
    public override string Acknowledge => "已知悉";

    public override string AcknowledgeAll => "全部已知悉";

    public override string Report => "填报进展";

    public override string Later => "稍后提醒";

    public override string HowLong => "多久以后再提醒";

    public override string AskForTime => "申请延期";

    public override string Until => "延期至";

    public override string Reason => "理由";

    public override string ReasonNeeded => "请写明理由。";

    public override string DayNeeded => "请选择日期。";

    public override string Send => "提交";

    public override string Open => "办理";

    public override string Back => "返回";

    public override string Words => "通知原文";

    public override string Grant => "同意";

    public override string Refuse => "不同意";

    public override string IsDone => "✓ 已完成";

    public override string Task => "任务";

    public override string From => "现期限";

    public override string To => "申请延至";

    public override string Nothing => "没有。";

    public override string Comma => "，";

    public override string HeldBack(int chats, int lines) => $"因每周发送上限顺延：{chats} 个会话，共 {lines} 项";

    public override string Preview(int digests) => $"今后几天的提醒：{digests} 份";

    public override string DayMoved(string day) => $"期限已改为{day}";

    public override string Acknowledged(string by, DateTimeOffset at) => $"✓ {by} 已于{at.Month}月{at.Day}日 {at:HH:mm} 签收";

    public override string PutOff(string day) => $"已推迟，{day}再提醒";

    public override string Pending(string day) => $"已申请延期至{day}，待审批";

    public override string AcknowledgeShown(int count) => $"已知悉以上 {count} 项";

    public override string Part(int first, int last, int all, int open) =>
        $"第 {first}–{last} 项，共 {all} 项{(open > 0 ? $"；其余各项中未签收 {open} 项。" : "；其余各项均已签收。")}";

    public override string Next(int count) => $"后 {count} 项";

    public override string Previous => "前面各项";

    public override string RequestHeading(string unit) => $"{unit}申请延期";

    public override string Asked(string by, DateTimeOffset at) => $"{by} 于{at.Month}月{at.Day}日 {at:HH:mm} 提出";

    public override string ResultHeading(bool granted) => granted ? "延期申请：同意" : "延期申请：不同意";

    public override string DecidedBy(string by, DateTimeOffset at) => $"{by} 于{at.Month}月{at.Day}日 {at:HH:mm} 审批";

    public override string MyTasks(int count) => $"我的任务：{count} 项未完成";

    public override string HandedOver(string giver, string? until, int count) =>
        $"{giver}的事项移交给您{(until is null ? string.Empty : $"，到{until}为止")}：{count} 项";

    public override string NotAcknowledged(int tasks, int units) => $"尚未签收：{units} 个单位（区域），{tasks} 项";

    public override string DueThisWeek(string unit, int count) => $"{unit}本周到期：{count} 项";
}

/// <summary>The English words of the cards of reminders.</summary>
internal sealed class EnglishReminderCardText : ReminderCardText
{
    public override string Acknowledge => "Acknowledge";

    public override string AcknowledgeAll => "Acknowledge all";

    public override string Report => "Report progress";

    public override string Later => "Remind me later";

    public override string HowLong => "How much later";

    public override string AskForTime => "Ask for more time";

    public override string Until => "New last day";

    public override string Reason => "Reason";

    public override string ReasonNeeded => "Please give a reason.";

    public override string DayNeeded => "Please pick a day.";

    public override string Send => "Send";

    public override string Open => "Open";

    public override string Back => "Back";

    public override string Words => "Words of the notice";

    public override string Grant => "Grant";

    public override string Refuse => "Refuse";

    public override string IsDone => "✓ Done";

    public override string Task => "Task";

    public override string From => "Due now";

    public override string To => "Asked for";

    public override string Nothing => "None.";

    public override string Comma => ", ";

    public override string HeldBack(int chats, int lines) => $"Held back by the weekly limit: {chats} chats, {lines} lines";

    public override string Preview(int digests) => $"Reminders of the coming days: {digests} digests";

    public override string DayMoved(string day) => $"The deadline is {day} now";

    public override string Acknowledged(string by, DateTimeOffset at) => string.Create(Format, $"✓ Acknowledged by {by}, {at:d MMM HH:mm}");

    public override string PutOff(string day) => $"Put off; it comes back on {day}";

    public override string Pending(string day) => $"More time asked for, until {day}; not decided yet";

    public override string AcknowledgeShown(int count) => $"Acknowledge these {count}";

    public override string Part(int first, int last, int all, int open) =>
        $"Tasks {first} to {last} of {all}; {(open > 0 ? $"{open} of the others are not acknowledged." : "the others are acknowledged.")}";

    public override string Next(int count) => $"Next {count}";

    public override string Previous => "Those before";

    public override string RequestHeading(string unit) => $"{unit} asks for more time";

    public override string Asked(string by, DateTimeOffset at) => string.Create(Format, $"Asked by {by}, {at:d MMM HH:mm}");

    public override string ResultHeading(bool granted) => granted ? "More time: granted" : "More time: refused";

    public override string DecidedBy(string by, DateTimeOffset at) => string.Create(Format, $"Decided by {by}, {at:d MMM HH:mm}");

    public override string MyTasks(int count) => $"My tasks: {count} open";

    public override string HandedOver(string giver, string? until, int count) =>
        $"{giver} handed over to you{(until is null ? string.Empty : $" until {until}")}: {count} {(count == 1 ? "task" : "tasks")}";

    public override string NotAcknowledged(int tasks, int units) => $"Not acknowledged: {units} units or areas, {tasks} tasks";

    public override string DueThisWeek(string unit, int count) => $"Due this week for {unit}: {count}";

    private static System.Globalization.CultureInfo Format => System.Globalization.CultureInfo.InvariantCulture;
}
