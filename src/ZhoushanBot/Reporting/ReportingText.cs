using System.Diagnostics;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Reporting;

/// <summary>What is said about reports, review and chasing beside the cards.</summary>
internal abstract class ReportingText
{
    private static readonly ReportingText Chinese = new ChineseReportingText();
    private static readonly ReportingText English = new EnglishReportingText();

    public static ReportingText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>A button that can no longer be read.</summary>
    public abstract string StaleButton { get; }
}

internal sealed class ChineseReportingText : ReportingText
{
    public override string StaleButton => "这个按钮已失效，请重新查询。";
}

internal sealed class EnglishReportingText : ReportingText
{
    public override string StaleButton => "This button is out of date; please ask again.";
}
