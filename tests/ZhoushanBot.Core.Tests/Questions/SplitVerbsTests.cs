using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class SplitVerbsTests
{
    [Theory]
    [InlineData("全年要供多少地？", "全年要供地多少？")]
    [InlineData("全年要供多少亩地", "全年要供地多少亩")]
    [InlineData("流感疫苗要打多少人", "流感疫苗要打多少人")]
    [InlineData("充电桩建多少个", "充电桩建多少个")]
    public void A_word_that_the_question_stands_in_is_put_together(string asked, string read) => Assert.Equal(read, SplitVerbs.Joined(asked, Stores.Shipped));
}
