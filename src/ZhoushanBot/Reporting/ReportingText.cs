using System.Diagnostics;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Reporting;

/// <summary>What is said about reports, review and chasing beside the cards.</summary>
internal abstract class ReportingText
{
    private static readonly ReportingText Chinese = new ChineseReportingText();
    private static readonly ReportingText English = new EnglishReportingText();

    /// <summary>The words in a language.</summary>
    public static ReportingText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>A button that can no longer be read.</summary>
    public abstract string StaleButton { get; }

    /// <summary>The role does not allow it.</summary>
    public abstract string NotAllowed { get; }

    /// <summary>Nothing falls to the person.</summary>
    public abstract string NothingToReport { get; }

    /// <summary>Another unit's task.</summary>
    public abstract string NotYours { get; }

    /// <summary>How a report is typed.</summary>
    public abstract string TypeIt { get; }

    /// <summary>Opens the form.</summary>
    public abstract string Fill { get; }

    /// <summary>Reported for the period.</summary>
    public abstract string IsReported { get; }

    /// <summary>Not reported.</summary>
    public abstract string IsMissing { get; }

    /// <summary>Opens the form again.</summary>
    public abstract string Correct { get; }

    /// <summary>Chases all of a list.</summary>
    public abstract string ChaseAll { get; }

    /// <summary>Chases one task's units.</summary>
    public abstract string ChaseOne { get; }

    /// <summary>Heading.</summary>
    public abstract string Chased { get; }

    /// <summary>Heading.</summary>
    public abstract string ChasePreview { get; }

    /// <summary>Nothing to do.</summary>
    public abstract string NobodyToChase { get; }

    /// <summary>How decent it is.</summary>
    public abstract string ChaseRules { get; }

    /// <summary>Returns a report.</summary>
    public abstract string Return { get; }

    /// <summary>Closes a task.</summary>
    public abstract string Close { get; }

    /// <summary>Reopens a task.</summary>
    public abstract string Reopen { get; }

    /// <summary>Sets a lamp.</summary>
    public abstract string SetLamp { get; }

    /// <summary>Label.</summary>
    public abstract string Lamp { get; }

    /// <summary>Takes a setting back.</summary>
    public abstract string ByRule { get; }

    /// <summary>Does it.</summary>
    public abstract string Confirm { get; }

    /// <summary>Label.</summary>
    public abstract string WhichReport { get; }

    /// <summary>Label.</summary>
    public abstract string Reason { get; }

    /// <summary>Said when it is missing.</summary>
    public abstract string ReasonNeeded { get; }

    /// <summary>Heading of a receipt.</summary>
    public abstract string Reported(string task);

    /// <summary>The figure's lamp changed.</summary>
    public abstract string LampChanged(string was, string now);

    /// <summary>The task's lamp changed.</summary>
    public abstract string CityLampChanged(string was, string now);

    /// <summary>Heading of one's own tasks.</summary>
    public abstract string YourTasks(int count);

    /// <summary>How many are missing.</summary>
    public abstract string ToReport(int count, string period);

    /// <summary>What was done.</summary>
    public abstract string ChasedCount(int parties, int tasks);

    /// <summary>What would be done.</summary>
    public abstract string ToChase(int parties, int tasks);

    /// <summary>What is not done and why.</summary>
    public abstract string LeftOut(int count, string why);

    /// <summary>The list is cut.</summary>
    public abstract string AndMoreParties(int count);

    /// <summary>Does it.</summary>
    public abstract string ChaseNow(int parties);

    /// <summary>A status of several tasks, told by the first of them.</summary>
    public abstract string TitleWithTasks(string title, string first, int count);

    /// <summary>Internal matters are not spoken of where others read along.</summary>
    public abstract string InternalNotHere { get; }

    /// <summary>It is not clear which task is meant.</summary>
    public abstract string InternalWhich { get; }

    /// <summary>A mark without a reason.</summary>
    public abstract string InternalReasonMissing { get; }

    /// <summary>How tasks are marked.</summary>
    public abstract string InternalHow { get; }

    /// <summary>Heading of the internal tasks.</summary>
    public abstract string InternalTasks(int count);

    /// <summary>Who marked it and why.</summary>
    public abstract string InternalBecause(string who, string reason);

    /// <summary>It is marked now.</summary>
    public abstract string MarkedInternal(string task);

    /// <summary>Everybody sees it again.</summary>
    public abstract string ClearedInternal(string task);

    /// <summary>It was marked before.</summary>
    public abstract string IsInternalAlready(string task);

    /// <summary>It was not marked.</summary>
    public abstract string IsNotInternal(string task);

    /// <summary>Beside a report whose prose is internal: the prose itself is not repeated.</summary>
    public abstract string InternalNoteTaken { get; }
}

/// <summary>Chinese.</summary>
internal sealed class ChineseReportingText : ReportingText
{
    public override string StaleButton => "这个按钮已失效，请重新查询。";

    public override string NotAllowed => "您没有这项权限。如有需要，请联系管理员。";

    public override string NothingToReport => "没有需要您填报的任务。填报人按人员目录中的单位或地区确定，如有误请联系管理员。";

    public override string NotYours => "这项任务不由您填报。发“填报”可查看由您填报的任务。";

    public override string TypeIt => "也可以直接发：填报 任务名称 数字 半年度：进展情况";

    public override string Fill => "填报";

    public override string IsReported => "已报";

    public override string IsMissing => "待报";

    public override string Correct => "更正";

    public override string ChaseAll => "催办全部";

    public override string ChaseOne => "催办";

    public override string Chased => "已催办";

    public override string ChasePreview => "催办预览";

    public override string NobodyToChase => "没有可以催办的单位。";

    public override string ChaseRules => "各单位将在下一个工作日的工作时间，在同一张提醒卡片中收到，每天最多一次。";

    public override string Return => "退回";

    public override string Close => "销号";

    public override string Reopen => "重新开启";

    public override string SetLamp => "改灯";

    public override string Lamp => "灯色";

    public override string ByRule => "按规则计算";

    public override string Confirm => "确认";

    public override string WhichReport => "哪条填报";

    public override string Reason => "理由";

    public override string ReasonNeeded => "请写明理由";

    public override string Reported(string task) => $"已填报：{task}";

    public override string LampChanged(string was, string now) => $"{was} → {now}";

    public override string CityLampChanged(string was, string now) => $"全市：{was} → {now}";

    public override string YourTasks(int count) => $"由您填报的任务（{count} 项）";

    public override string ToReport(int count, string period) => $"{period}待报 {count} 项。点开一项填报。";

    public override string ChasedCount(int parties, int tasks) => $"已催办 {parties} 家单位、{tasks} 项任务。";

    public override string ToChase(int parties, int tasks) => $"将催办 {parties} 家单位、{tasks} 项任务：";

    public override string LeftOut(int count, string why) => $"{count} 项不催办：{why}";

    public override string AndMoreParties(int count) => $"另有 {count} 家单位未列出。";

    public override string ChaseNow(int parties) => $"确认催办 {parties} 家";

    public override string InternalNotHere => "内部事项请在单独的聊天里处理，这里其他人也能看到。";

    public override string InternalWhich => "请写明一项任务的位置，例如：标为内部 第三部分第7条 原因。也可以写任务编号。";

    public override string InternalReasonMissing => "请写明理由，例如：标为内部 第三部分第7条 涉及未公开事项";

    public override string InternalHow => "内部任务只对可以查看内部事项的人显示，导出的表格一律不含。发“标为内部 位置 理由”标记，发“取消内部 位置”恢复。";

    public override string InternalTasks(int count) => $"内部任务（{count} 项）";

    public override string InternalBecause(string who, string reason) => $"{who}：{reason}";

    public override string TitleWithTasks(string title, string first, int count) => $"{title}：{first}等 {count} 项";

    public override string MarkedInternal(string task) => $"已标为内部：{task}。无权查看内部事项的人在答复、数目、卡片、提醒和导出中都不会再看到它。";

    public override string ClearedInternal(string task) => $"已取消内部：{task}。所有人都可以看到它。";

    public override string IsInternalAlready(string task) => $"这项任务已经是内部任务：{task}。";

    public override string IsNotInternal(string task) => $"这项任务不是内部任务：{task}。";

    public override string InternalNoteTaken => "附内部说明（仅有权查看内部事项的人可见）";
}

/// <summary>English.</summary>
internal sealed class EnglishReportingText : ReportingText
{
    public override string StaleButton => "This button is out of date; please ask again.";

    public override string NotAllowed => "You may not do that. If you should, please ask the administrator.";

    public override string NothingToReport => "There is nothing for you to report. Who reports is in the directory, by unit or area; if it is wrong please ask the administrator.";

    public override string NotYours => "This task is not yours to report. Type \"report\" for those that are.";

    public override string TypeIt => "You can also type: report TASK NUMBER H1: what was done";

    public override string Fill => "Report";

    public override string IsReported => "reported";

    public override string IsMissing => "to be reported";

    public override string Correct => "Correct it";

    public override string ChaseAll => "Chase all";

    public override string ChaseOne => "Chase";

    public override string Chased => "Chased";

    public override string ChasePreview => "Before you chase";

    public override string NobodyToChase => "There is nobody to chase.";

    public override string ChaseRules => "The units hear of it in office hours, together with their other reminders, once a day at most.";

    public override string Return => "Send back";

    public override string Close => "Close";

    public override string Reopen => "Open again";

    public override string SetLamp => "Set lamp";

    public override string Lamp => "Lamp";

    public override string ByRule => "By the rule";

    public override string Confirm => "Confirm";

    public override string WhichReport => "Which report";

    public override string Reason => "Reason";

    public override string ReasonNeeded => "Please give the reason";

    public override string Reported(string task) => $"Reported: {task}";

    public override string LampChanged(string was, string now) => $"{was} → {now}";

    public override string CityLampChanged(string was, string now) => $"Whole city: {was} → {now}";

    public override string YourTasks(int count) => $"Yours to report ({count})";

    public override string ToReport(int count, string period) => $"{count} to be reported{(period.Length > 0 ? $" for the {period}" : string.Empty)}. Open one to report it.";

    public override string ChasedCount(int parties, int tasks) => $"{parties} units were chased for {tasks} tasks.";

    public override string ToChase(int parties, int tasks) => $"{parties} units will be chased for {tasks} tasks:";

    public override string LeftOut(int count, string why) => $"{count} left out: {why}";

    public override string AndMoreParties(int count) => $"{count} more units are not listed.";

    public override string ChaseNow(int parties) => $"Chase {parties} now";

    public override string InternalNotHere => "Please do that in a chat of your own: others read along here.";

    public override string InternalWhich => "Please name the place of one task, such as: mark internal section 3 item 7 REASON. A task's id will do as well.";

    public override string InternalReasonMissing => "Please give the reason, such as: mark internal section 3 item 7 not yet made public";

    public override string InternalHow =>
        "Internal tasks are shown only to those who may see internal matters, and are in no exported table. Type \"mark internal PLACE REASON\", or \"unmark internal PLACE\".";

    public override string InternalTasks(int count) => $"Internal tasks ({count})";

    public override string InternalBecause(string who, string reason) => $"{who}: {reason}";

    public override string TitleWithTasks(string title, string first, int count) => $"{title}: {first} and {(count == 2 ? "one other" : $"{count - 1} others")}";

    public override string MarkedInternal(string task) =>
        $"Now internal: {task}. Whoever may not see internal matters no longer finds it in answers, counts, cards, reminders or exports.";

    public override string ClearedInternal(string task) => $"No longer internal: {task}. Everybody sees it.";

    public override string IsInternalAlready(string task) => $"This task is internal already: {task}.";

    public override string IsNotInternal(string task) => $"This task is not internal: {task}.";

    public override string InternalNoteTaken => "with an internal note, for those who may see internal matters";
}
