using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Language;

/// <summary>What a place is called in short.</summary>
public sealed class PlaceStemTests
{
    [Theory]
    [InlineData("海东市", "海东")]
    [InlineData("延边朝鲜族自治州", "延边")]
    [InlineData("恩施土家族苗族自治州", "恩施")]
    [InlineData("景宁畲族自治县", "景宁")]
    [InlineData("鄂伦春自治旗", "鄂伦春")]
    [InlineData("东乡族自治县", "东乡")]
    public void The_rank_and_the_peoples_are_left_out(string name, string stem) => Assert.Equal(stem, PlaceStem.Of(name));
}
