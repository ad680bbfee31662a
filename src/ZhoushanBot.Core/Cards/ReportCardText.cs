using System.Diagnostics;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Cards;

/// <summary>The words of the card in which a report is filled in.</summary>
public abstract class ReportCardText
{
    private static readonly ReportCardText Chinese = new ChineseReportCardText();
    private static readonly ReportCardText English = new EnglishReportCardText();

    /// <summary>The words in a language.</summary>
    public static ReportCardText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>Heading.</summary>
    public abstract string Fill(string task);

    /// <summary>Label: which figure.</summary>
    public abstract string Which { get; }

    /// <summary>Said when none is chosen.</summary>
    public abstract string WhichMissing { get; }

    /// <summary>Label: figure reached since the year began.</summary>
    public abstract string Figure { get; }

    /// <summary>How a figure may be typed.</summary>
    public abstract string FigureExample { get; }

    /// <summary>Label: rating.</summary>
    public abstract string Rating { get; }

    /// <summary>Label: period.</summary>
    public abstract string Period { get; }

    /// <summary>Label: prose.</summary>
    public abstract string Note { get; }

    /// <summary>Label: who reads the prose.</summary>
    public abstract string NoteFor { get; }

    /// <summary>Whoever sees the status.</summary>
    public abstract string NoteOpen { get; }

    /// <summary>Those who may see internal matters.</summary>
    public abstract string NoteInternal { get; }

    /// <summary>Label: reason.</summary>
    public abstract string Reason { get; }

    /// <summary>Said when the reason is missing.</summary>
    public abstract string ReasonMissing { get; }

    /// <summary>Label: evidence.</summary>
    public abstract string Evidence { get; }

    /// <summary>Sends it.</summary>
    public abstract string Send { get; }

    /// <summary>无变化.</summary>
    public abstract string NoChange { get; }

    /// <summary>To the list of one's own tasks.</summary>
    public abstract string OtherTask { get; }
}

/// <summary>Chinese.</summary>
internal sealed class ChineseReportCardText : ReportCardText
{
    public override string Which => "填报哪个指标";

    public override string WhichMissing => "请选择指标";

    public override string Figure => "年初以来累计完成数";

    public override string FigureExample => "如 60、1.2万人、85%";

    public override string Rating => "进展自评";

    public override string Period => "报告期";

    public override string Note => "进展情况（可不填）";

    public override string NoteFor => "进展情况供谁查看";

    public override string NoteOpen => "公开（进入完成情况表）";

    public override string NoteInternal => "内部（仅有权查看内部事项的人可见，不进入表格）";

    public override string Reason => "原因说明";

    public override string ReasonMissing => "请说明原因";

    public override string Evidence => "佐证链接（可不填）";

    public override string Send => "提交";

    public override string NoChange => "无变化";

    public override string OtherTask => "填报其他任务";

    public override string Fill(string task) => $"填报：{task}";
}

/// <summary>English.</summary>
internal sealed class EnglishReportCardText : ReportCardText
{
    public override string Which => "Which figure";

    public override string WhichMissing => "Please choose one";

    public override string Figure => "Reached since the year began";

    public override string FigureExample => "such as 60, 12.5 thousand, 85%";

    public override string Rating => "How it goes";

    public override string Period => "Period";

    public override string Note => "What was done (may be empty)";

    public override string NoteFor => "Who reads what was done";

    public override string NoteOpen => "Open (it stands in the official table)";

    public override string NoteInternal => "Internal (only for those who may see internal matters, in no table)";

    public override string Reason => "Reason";

    public override string ReasonMissing => "Please give the reason";

    public override string Evidence => "Link to evidence (may be empty)";

    public override string Send => "Send";

    public override string NoChange => "No change";

    public override string OtherTask => "Another task";

    public override string Fill(string task) => $"Report: {task}";
}
