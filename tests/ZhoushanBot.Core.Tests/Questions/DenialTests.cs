using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class DenialTests
{
    [Theory]
    [InlineData("不是毛江平牵头的省民生实事有几项", "毛江平")]
    [InlineData("city projects not led by the Health Commission", "市卫健委")]
    [InlineData("毛江平牵头的任务里除了发改委牵头的还有哪些", "市发改委")]
    [InlineData("毛江平分管的发改委以外的有几项", "市发改委")]
    [InlineData("是不是市水利局牵头的", "")]
    [InlineData("不是市水利局牵头吗", "")]
    [InlineData("除了市卫健委还有谁参与婴幼儿照护", "")]
    [InlineData("市水利局牵头哪些任务", "")]
    public void Whose_tasks_are_left_out_is_told_by_what_stands_around_a_name(string asked, string denied) =>
        Assert.Equal(denied, string.Join('、', Denial.In(Recognizer.Recognize(asked, Stores.Shipped)).Select(m => Entity.NameOf(m.Candidates[0]))));
}
