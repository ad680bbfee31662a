using System.Diagnostics;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Cards;

/// <summary>The words of the card in which a deadline is set.</summary>
public abstract class DeadlineCardText
{
    private static readonly DeadlineCardText Chinese = new ChineseDeadlineCardText();
    private static readonly DeadlineCardText English = new EnglishDeadlineCardText();

    /// <summary>The words in a language.</summary>
    public static DeadlineCardText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>On the button that asks for the form.</summary>
    public abstract string Set { get; }

    /// <summary>Label: the day.</summary>
    public abstract string Day { get; }

    /// <summary>Label: why.</summary>
    public abstract string Reason { get; }

    /// <summary>Said when the reason is missing.</summary>
    public abstract string ReasonMissing { get; }

    /// <summary>Label: the steps.</summary>
    public abstract string Steps { get; }

    /// <summary>How a step looks.</summary>
    public abstract string StepsExample { get; }

    /// <summary>Sends it.</summary>
    public abstract string Send { get; }

    /// <summary>The notice's own day.</summary>
    public abstract string Clear { get; }

    /// <summary>The notice's own steps.</summary>
    public abstract string Restore { get; }

    /// <summary>How it is typed.</summary>
    public abstract string TypeIt { get; }

    /// <summary>Heading.</summary>
    public abstract string SetFor(string task);

    /// <summary>The day in force.</summary>
    public abstract string Now(string day, string origin);
}

/// <summary>Chinese.</summary>
internal sealed class ChineseDeadlineCardText : DeadlineCardText
{
    public override string Set => "设定期限";

    public override string Day => "期限";

    public override string Reason => "原因";

    public override string ReasonMissing => "请写明原因";

    public override string Steps => "节点（每行一个，可不填）";

    public override string StepsExample => "4月底前 10公里\n8月底前 20公里";

    public override string Send => "提交";

    public override string Clear => "恢复通知的期限";

    public override string Restore => "恢复通知的节点";

    public override string TypeIt => "也可以直接发：设定期限 任务位置 2024-10-31 原因：……；设定节点 任务位置 4月底前 10公里；8月底前 20公里 原因：……；取消期限 任务位置 原因：……";

    public override string SetFor(string task) => $"设定期限：{task}";

    public override string Now(string day, string origin) => $"现期限：{day} · {origin}";
}

/// <summary>English.</summary>
internal sealed class EnglishDeadlineCardText : DeadlineCardText
{
    public override string Set => "Set deadline";

    public override string Day => "Deadline";

    public override string Reason => "Reason";

    public override string ReasonMissing => "Please give the reason";

    public override string Steps => "Milestones (one a line; may be empty)";

    public override string StepsExample => "end of April 10 km\nend of August 20 km";

    public override string Send => "Send";

    public override string Clear => "Back to the notice's deadline";

    public override string Restore => "Back to the notice's milestones";

    public override string TypeIt =>
        "Or type: set deadline of PLACE to 2024-10-31 because …; set milestones of PLACE: end of April 10 km; end of August 20 km because …; clear deadline of PLACE because …";

    public override string SetFor(string task) => $"Set the deadline: {task}";

    public override string Now(string day, string origin) => $"Deadline now: {day} · {origin}";
}
