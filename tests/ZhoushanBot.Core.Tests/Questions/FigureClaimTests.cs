using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Tests.Questions;

public class FigureClaimTests
{
    [Theory]
    [InlineData("某区老旧小区要改22个对不对", 22)]
    [InlineData("今年增长6.5%吗", 6.5)]
    [InlineData("是不是要接种4.5万人？", 45_000)]
    [InlineData("完成投资190亿元，对吧", 19_000_000_000)]
    [InlineData("Is the capacity target 880,000 cubic metres?", 880_000)]
    [InlineData("The growth target is 6.5%, right?", 6.5)]
    [InlineData("does the bureau lead 7 tasks", 7)]
    [InlineData("装机是不是20千瓦", 20)]
    [InlineData("will it be 7 billion yuan?", 7_000_000_000)]
    [InlineData("今年是不是七百五十万吨", 7_500_000)]
    [InlineData("Is it true that the city plans 630 billion yuan of output from services?", 630_000_000_000)]
    [InlineData("is it 3%?", 3)]
    public void The_figure_that_closes_a_yes_or_no_question_is_claimed(string question, double claimed) =>
        Assert.Equal((decimal)claimed, FigureClaim.In(NormalizedText.Of(question).Text)?.Value);

    [Theory]
    [InlineData("某区老旧小区要改多少个")]
    [InlineData("70亿环保投资是今年一年的吗")]
    [InlineData("第三部分第7条是水利的吗")]
    [InlineData("是2024年吗")]
    [InlineData("6月能完成吗")]
    [InlineData("which tasks have 3 lead units")]
    [InlineData("是不是不超过30万人")]
    [InlineData("is it less than 500 people?")]
    [InlineData("对吗")]
    public void Any_other_number_is_none(string question) => Assert.Null(FigureClaim.In(NormalizedText.Of(question).Text));

    [Fact]
    public void Percent_is_a_sign() => Assert.Equal([new(2.5m, "%")], FigureClaim.FiguresOf("2.5 percent"));

    [Fact]
    public void Numbers_of_places_are_no_figures() =>
        Assert.Equal([new(16_000_000_000, "元"), new(25, string.Empty)], FigureClaim.FiguresOf("政府工作报告重点工作第4部分第2条：总产值：160亿元；section 3 item 12: 25"));
}
