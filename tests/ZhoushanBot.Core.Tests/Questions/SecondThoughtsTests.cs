using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class SecondThoughtsTests
{
    [Theory]
    [InlineData("嵊泗最少的是哪项…算了，就问嵊泗AED几台", "嵊泗AED几台")]
    [InlineData("what does he lead with the fire... sorry, with the environment bureau", "what does he lead with the environment bureau")]
    [InlineData("how many tasks has Putuo - no, sorry, how many has Dinghai?", "how many has Dinghai?")]
    [InlineData("How many hectares... I mean mu, of land supply?", "How many mu, of land supply?")]
    public void What_is_taken_back_is_not_asked(string typed, string asked) => Assert.Equal(asked, SecondThoughts.Without(typed));

    [Theory]
    [InlineData("Sorry, what is the GDP target?")]
    [InlineData("算了吧")]
    [InlineData("GDP增长7%不对吧")]
    public void Nothing_else_is_left_out(string typed) => Assert.Equal(typed, SecondThoughts.Without(typed));
}
