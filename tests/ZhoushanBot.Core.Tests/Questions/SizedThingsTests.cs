using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class SizedThingsTests
{
    [Theory]
    [InlineData("签约亿元以上产业项目 90 个", "100000000 亿元以上产业项目")]
    [InlineData("其中 10 亿元以上 12 个", "1000000000 10亿元以上")]
    [InlineData("推进百亿级项目建设", "10000000000 百亿级项目")]
    [InlineData("三年完成投资 70 亿元以上。", "")]
    [InlineData("产值达到 350 亿元以上，增长 8%", "")]
    public void Sizes_by_which_things_are_counted_are_no_amounts(string text, string things) =>
        Assert.Equal(things, string.Join(' ', SizedThings.In([text]).Select(s => $"{s.Key} {string.Join('、', s.Value)}")));

    [Theory]
    [InlineData("十亿以上的项目要签几个", "十亿级产业项目")]
    [InlineData("how many billion-yuan projects", "十亿级产业项目")]
    [InlineData("projects worth over 100 million yuan", "亿元以上产业项目")]
    public void A_question_gets_the_notices_own_words_for_them(string asked, string words) =>
        Assert.Contains(words, QualifiedThings.InWordsOf(NormalizedText.Of(asked), Stores.Shipped).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("哪些任务的目标超过十亿元")]
    [InlineData("tasks with a target of over 100 million yuan")]
    public void Where_amounts_are_meant_it_stays_as_it_is(string asked) =>
        Assert.Equal(NormalizedText.Of(asked).Text, QualifiedThings.InWordsOf(NormalizedText.Of(asked), Stores.Shipped).Text);
}
