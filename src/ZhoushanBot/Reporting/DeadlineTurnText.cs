using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Reporting;

/// <summary>What is said about deadlines that are set in the chat, beside the cards.</summary>
internal abstract class DeadlineTurnText
{
    private static readonly DeadlineTurnText Chinese = new ChineseDeadlineTurnText();
    private static readonly DeadlineTurnText English = new EnglishDeadlineTurnText();

    /// <summary>The words in a language.</summary>
    public static DeadlineTurnText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>No task was named: how it is typed.</summary>
    public abstract string Which { get; }

    /// <summary>A task named in words is looked at before it is changed.</summary>
    public abstract string CheckTask { get; }

    /// <summary>No day was given.</summary>
    public abstract string DayMissing { get; }

    /// <summary>No steps were given.</summary>
    public abstract string StepsMissing { get; }

    /// <summary>On a line that can be pressed.</summary>
    public abstract string Choose { get; }

    /// <summary>In front of what the notice says itself.</summary>
    public abstract string InTheNotice { get; }

    /// <summary>Nothing is named so.</summary>
    public abstract string NoTask(string words);

    /// <summary>Several are named so.</summary>
    public abstract string Several(int count);

    /// <summary>The list is cut.</summary>
    public abstract string OnlyFirst(int count);

    /// <summary>Heading: where deadlines come from.</summary>
    public abstract string Origins(int count);

    /// <summary>What holds now.</summary>
    /// <param name="task">Which; empty where only one is spoken of.</param>
    /// <param name="deadline">The day and its origin.</param>
    /// <param name="steps">The steps; empty where nobody changed them.</param>
    public abstract string InForce(string task, string deadline, string steps);

    private protected static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}

internal sealed class ChineseDeadlineTurnText : DeadlineTurnText
{
    public override string Which =>
        "请写明任务，如：设定期限 省民生实事第9项 2024-10-31 原因：……；设定节点 第三部分第7条 4月底前 10公里；8月底前 20公里 原因：……；取消期限 第三部分第7条 原因：……。";

    public override string CheckTask => "任务是按名称找到的，请核对后提交。";

    public override string DayMissing => "请写明期限，如 2024-10-31、10月31日或10月底。";

    public override string StepsMissing => "请写明节点，每行一个，如：8月底前 20公里。";

    public override string Choose => "选择";

    public override string InTheNotice => "通知原文所载：";

    public override string NoTask(string words) => $"没有找到“{words}”。请写成“第三部分第7条”“省民生实事第9项”，或任务名称中的词。";

    public override string Several(int count) => $"有 {Number(count)} 项任务符合，请选择一项：";

    public override string OnlyFirst(int count) => $"只列出前 {Number(count)} 项，请写得更具体些。";

    public override string Origins(int count) => count == 1 ? "期限及其由来" : $"期限及其由来：{Number(count)} 项任务";

    public override string InForce(string task, string deadline, string steps) =>
        $"现行期限{(task.Length > 0 ? $"（{task}）" : string.Empty)}：{deadline}{(steps.Length > 0 ? $"；现行节点：{steps}" : string.Empty)}。";
}

internal sealed class EnglishDeadlineTurnText : DeadlineTurnText
{
    public override string Which =>
        "Please name the task, such as: set deadline of section 3 item 7 to 2024-10-31 because …; set milestones of section 3 item 7: end of April 10 km; end of August 20 km because …; clear deadline of section 3 item 7 because …";

    public override string CheckTask => "The task was found by its name; please check it before you send.";

    public override string DayMissing => "Please give the day, such as 2024-10-31, 31 October or end of October.";

    public override string StepsMissing => "Please give the milestones, one a line, such as: end of August 20 km.";

    public override string Choose => "Choose";

    public override string InTheNotice => "In the notice itself: ";

    public override string NoTask(string words) => $"Nothing is called “{words}”. Write “section 3 item 7”, “省民生实事第9项”, or words of the task's name.";

    public override string Several(int count) => $"{Number(count)} tasks fit; please choose one:";

    public override string OnlyFirst(int count) => $"Only the first {Number(count)} are shown; please be more precise.";

    public override string Origins(int count) => count == 1 ? "The deadline and where it comes from" : $"Deadlines and where they come from: {Number(count)} tasks";

    public override string InForce(string task, string deadline, string steps) =>
        $"Deadline in force{(task.Length > 0 ? $" ({task})" : string.Empty)}: {deadline}{(steps.Length > 0 ? $"; milestones in force: {steps}" : string.Empty)}.";
}
