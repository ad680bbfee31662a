using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Lookup;

/// <summary>What the covering letter asks for: a plan by a day, and reports that come again, each with its own day and addressee.</summary>
public sealed class LetterDutyTests
{
    private static readonly NoticeContent Content = NoticeReader.Read("""
        某政办发〔2030〕5号
        甲州市人民政府办公室关于2030年工作的通知

        各县人民政府，市政府各部门：

        各牵头单位要于4月底前编制实施方案，并于每季度末月20日前将进展情况报送市政府办公室。

        甲州市人民政府办公室

        2030年2月3日

        2030年政府工作报告重点任务分解
        1. 改造城中村 8 个。
        责任单位：市住建局
        """);

    [Theory]
    [InlineData("进展多久报一次，报给谁")]
    [InlineData("进展情况什么时候报")]
    [InlineData("几月份报进展")]
    [InlineData("实施方案什么时候交")]
    [InlineData("When are progress reports due?")]
    public void A_sentence_with_two_duties_is_quoted_whole(string asked)
    {
        var text = ManyNotices.IndexOf([Content]).Ask(asked).Text;

        Assert.Contains("4月底前编制实施方案，并于每季度末月20日前将进展情况报送市政府办公室", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2030年4月30日", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("改造城中村的进展怎么样")]
    [InlineData("城中村现在进度如何")]
    public void How_far_the_work_is_stays_untold(string asked) =>
        Assert.DoesNotContain("20日前", ManyNotices.IndexOf([Content]).Ask(asked).Text, StringComparison.Ordinal);
}
