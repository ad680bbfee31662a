using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class PlaceReaderTests
{
    [Theory]
    [InlineData("第三部分第7条", "3.7")]
    [InlineData("section 3 item 7", "3.7")]
    [InlineData("item 7 of section 3", "3.7")]
    [InlineData("第三部分第7条和第四部分第3条", "3.7 4.3")]
    [InlineData("section 3 item 7 and section 4 item 3", "3.7 4.3")]
    [InlineData("item 7 of section 3 and item 9 of section 4", "3.7 4.9")]
    [InlineData("第三部分第7条、第9条", "3.7 3.9")]
    [InlineData("第7、9条", "0.7 0.9")]
    [InlineData("provincial projects 9 and 16", "0.9 0.16")]
    [InlineData("四-3", "4.3")]
    [InlineData("the second one", "#2")]
    [InlineData("省民生实事第9项里2月开工的", "0.9")]
    [InlineData("工作报告第二部分18条写的啥", "2.18")]
    [InlineData("第四部分14项任务都是谁牵头", "4.0")]
    [InlineData("九的第2项原文", "9.2")]
    [InlineData("省民生实事第五方面", "5.0")]
    [InlineData("2.10是什么任务", "2.10")]
    [InlineData("产值2.10亿元", "")]
    [InlineData("sec. 8, point 6 pls", "8.6")]
    [InlineData("Zheda No.2 hospital", "")]
    [InlineData("which units support the first of these", "#1")]
    [InlineData("how many kilometres and how many places", "")]
    [InlineData("哪一部分任务最多", "")]
    public void Each_place_that_a_question_names_is_read(string asked, string places) =>
        Assert.Equal(places, string.Join(' ', PlaceReader.Read(NormalizedText.Of(asked).Text).Select(p => p.IsOrdinal ? $"#{p.Item}" : $"{p.Section}.{p.Item}")));
}
