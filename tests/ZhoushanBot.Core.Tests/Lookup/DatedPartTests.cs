using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Lookup;

/// <summary>When something is due, where the notice dates only parts of it; and what is said of two notices that differ.</summary>
public sealed class DatedPartTests
{
    private static readonly NoticeContent Content = NoticeReader.Read("""
        某政办发〔2030〕5号
        甲州市人民政府办公室关于2030年工作的通知
        2030年政府工作报告重点任务分解
        1. 建设抽水蓄能电站。大坝 6 月底前完成填筑，10 月底前首台机组投产。
        责任单位：市发改委
        2. 改造城中村 8 个。
        责任单位：市住建局
        2030年市民生实事项目责任分解
        1. 开工改造城镇老旧小区 64 个。（责任单位：市住建局）
        """);

    [Theory]
    [InlineData("抽水蓄能电站什么时候投产", "10月31日", "没有写具体日期")]
    [InlineData("when is 抽水蓄能电站 due", "31 October", "does not give a date")]
    public void The_dates_of_parts_are_told(string asked, string told, string untold)
    {
        var text = ManyNotices.IndexOf([Content]).Ask(asked).Text;

        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.DoesNotContain(untold, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_subjects_with_a_verb_in_common_are_not_said_to_differ()
    {
        var text = ManyNotices.IndexOf([Content]).Ask("城中村和老旧小区改造多少").Text;

        Assert.DoesNotContain("口径不同", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Content.Findings, f => f.Code == FindingCode.FiguresDifferBetweenLists);
    }
}
