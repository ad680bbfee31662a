using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class ProvincePairsTests
{
    [Theory]
    [InlineData("who leads the Zhejiang-Shanghai cooperation", "who leads the 浙沪 cooperation")]
    [InlineData("上海浙江合作谁牵头", "浙沪合作谁牵头")]
    [InlineData("Guangdong-Guangxi cooperation", "Guangdong-Guangxi cooperation")]
    public void Two_provinces_are_called_as_the_notice_calls_them(string asked, string read) => Assert.Equal(read, ProvincePairs.Abbreviated(asked, Stores.Shipped));
}
