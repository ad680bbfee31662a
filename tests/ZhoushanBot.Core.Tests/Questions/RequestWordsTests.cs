using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class RequestWordsTests
{
    [Theory]
    [InlineData("兹请梳理市科技局牵头承担的各项工作任务。", "市科技局牵头承担的各项工作任务。")]
    [InlineData("请贵处协助梳理：市教育局牵头的任务", "：市教育局牵头的任务")]
    [InlineData("明天要去定海区开会，定海区HPV疫苗任务是多少？", "定海区HPV疫苗任务是多少？")]
    [InlineData("因起草汇报材料需要，想向您请教一下：普陀的充电桩要建多少", "想向您请教一下：普陀的充电桩要建多少")]
    [InlineData("第十部分第一条内容为何？", "第十部分第一条内容是什么？")]
    public void The_occasion_and_the_words_of_asking_are_no_part_of_what_is_asked(string asked, string read) =>
        Assert.Equal(read, RequestWords.Without(asked, Stores.Shipped));

    [Theory]
    [InlineData("我在写关于新能源汽车充电桩的材料，麻烦告诉我全市总的目标是多少")]
    [InlineData("这是为何？")]
    [InlineData("市水利局牵头哪些任务")]
    public void What_is_asked_about_stays(string asked) => Assert.Equal(asked, RequestWords.Without(asked, Stores.Shipped));
}
