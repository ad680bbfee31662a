using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class RunTogetherTests
{
    [Theory]
    [InlineData("充电桩定普岱三地一共多少", "充电桩定海区、普陀区、岱山县三地一共多少")]
    [InlineData("岱嵊两县的AED", "岱山县、嵊泗县两县的AED")]
    public void Counties_called_by_their_first_characters_are_named_in_full(string asked, string read) =>
        Assert.Equal(read, RunTogether.InFull(asked, Stores.Shipped));

    [Theory]
    [InlineData("定海普陀两个区")]
    [InlineData("充电桩分到哪四个县")]
    [InlineData("定定两地")]
    public void Other_characters_stay_as_they_are(string asked) => Assert.Equal(asked, RunTogether.InFull(asked, Stores.Shipped));
}
