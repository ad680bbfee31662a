using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class PointedNumberTests
{
    [Theory]
    [InlineData("那245个市重点的呢", 245)]
    [InlineData("and for the 47?", 47)]
    [InlineData("how much is the investment for the 1,200 projects?", 1200)]
    public void A_thing_may_be_called_by_its_number(string asked, int number) => Assert.Equal(number, new PointedNumber(asked).Value);

    [Theory]
    [InlineData("增长6.5%对吗")]
    [InlineData("is it the 7 billion?")]
    [InlineData("the 85% target")]
    public void An_amount_calls_nothing(string asked) => Assert.Null(new PointedNumber(asked).Value);
}
