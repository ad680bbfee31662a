using System.Diagnostics;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.WorkDays;

/// <summary>The words for files of holidays, and for years without one. One class per language.</summary>
public abstract class WorkYearText
{
    private static readonly WorkYearText Chinese = new ChineseWorkYearText();
    private static readonly WorkYearText English = new EnglishWorkYearText();

    /// <summary>"No holidays of 2027 are known: Monday to Friday were taken as working days."</summary>
    public abstract string Assumed(int year);

    /// <summary>The words in a language.</summary>
    public static WorkYearText In(ReplyLanguage language) => language == ReplyLanguage.English ? English : Chinese;

    /// <summary>Why a file is not taken, and what to do.</summary>
    /// <param name="fileName">As the administrator gave it.</param>
    /// <param name="refused">From <see cref="WorkYearFile.Read"/>.</param>
    public abstract string Describe(string fileName, WorkYearReading.Refused refused);
}

internal sealed class ChineseWorkYearText : WorkYearText
{
    public override string Assumed(int year) => $"{year}年的放假安排尚未载入，暂按周一至周五为工作日。";

    public override string Describe(string fileName, WorkYearReading.Refused refused) => $"{fileName} 未载入：" + refused.Fault switch
    {
        WorkYearFault.NotReadable => $"不是约定格式的 JSON（{refused.Argument}）。请比照随附的 workdays-2024.json 填写。",
        WorkYearFault.NoSource => "缺少出处（source）。请写明依据的文件，便于核对。",
        WorkYearFault.NoDaysOff => "没有放假日（daysOff）。",
        WorkYearFault.OutsideYear => $"{refused.Argument} 不在该年度内。",
        WorkYearFault.EndsBeforeItBegins => $"{refused.Argument} 起的假期，止日早于起日。",
        WorkYearFault.MakeupOnWeekday => $"调休上班日 {refused.Argument} 不是周六或周日。",
        WorkYearFault.OffAndWorked => $"{refused.Argument} 既放假又上班。",
        _ => throw new UnreachableException(),
    };
}

internal sealed class EnglishWorkYearText : WorkYearText
{
    public override string Assumed(int year) => $"The holidays of {year} have not been loaded; Monday to Friday are taken as working days.";

    public override string Describe(string fileName, WorkYearReading.Refused refused) => $"{fileName} was not loaded: " + refused.Fault switch
    {
        WorkYearFault.NotReadable => $"it is not JSON of the agreed shape ({refused.Argument}). Please write it like workdays-2024.json.",
        WorkYearFault.NoSource => "it names no source. Please say in \"source\" which document it follows, so that it can be checked.",
        WorkYearFault.NoDaysOff => "it has no days off (\"daysOff\").",
        WorkYearFault.OutsideYear => $"{refused.Argument} is not in its year.",
        WorkYearFault.EndsBeforeItBegins => $"the holiday that begins on {refused.Argument} ends before it begins.",
        WorkYearFault.MakeupOnWeekday => $"the make-up working day {refused.Argument} is neither a Saturday nor a Sunday.",
        WorkYearFault.OffAndWorked => $"{refused.Argument} is both off and worked.",
        _ => throw new UnreachableException(),
    };
}
