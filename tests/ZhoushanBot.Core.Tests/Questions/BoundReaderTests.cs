using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class BoundReaderTests
{
    [Theory]
    [InlineData("目标超过30公里的任务", "(30, )", "公里")]
    [InlineData("目标不少于1,000人的任务", "[1000, )", "人")]
    [InlineData("不低于一千人的目标", "[1000, )", "人")]
    [InlineData("1000人以上的目标", "[1000, )", "人")]
    [InlineData("低于5万人的目标", "(, 50000)", "人")]
    [InlineData("目标超过2万亿元的任务", "(2000000000000, )", "元")]
    [InlineData("目标超过30千米的任务", "(30, )", "千米")]
    [InlineData("不超过20个的目标", "(, 20]", "个")]
    [InlineData("目标在100到300人之间的", "[100, 300]", "人")]
    [InlineData("目标在1到3万人之间的", "[10000, 30000]", "人")]
    [InlineData("目标超过百分之九十的", "(90, )", "%")]
    [InlineData("投资目标超过10亿元的", "(1000000000, )", "元")]
    [InlineData("有没有比70%高的目标", "(70, )", "%")]
    [InlineData("超过的有哪些，比300个还多的目标", "(300, )", "个")]
    [InlineData("targets above 1,000 persons", "(1000, )", "人")]
    [InlineData("targets of at least 90%", "[90, )", "%")]
    [InlineData("targets between 100 and 300 people", "[100, 300]", "人")]
    [InlineData("targets of 20 km or more", "[20, )", "公里")]
    [InlineData("targets of more than 2 million yuan", "(2000000, )", "元")]
    [InlineData("targets of less than 50 households", "(, 50)", "户")]
    public void Bounds_are_read_with_their_unit(string asked, string bound, string unit)
    {
        var read = new BoundReader(NormalizedText.Of(asked).Text, Stores.Shipped).Read()!.Bound;

        Assert.Equal((bound, unit), (Written(read), read.MeasureUnits[0]));
    }

    [Theory]
    [InlineData("为60岁以上老年人接种流感疫苗")]
    [InlineData("flu vaccination for people over 60")]
    [InlineData("2024年以上的任务")]
    [InlineData("收入50万元以上的行政村占多少")]
    [InlineData("学位要超过4740个，对吗")]
    [InlineData("10亿元以上项目签约几个")]
    [InlineData("比定海多多少")]
    [InlineData("moreover 30 units")]
    public void Ages_years_and_the_notices_own_kinds_of_project_are_no_bound(string asked) =>
        Assert.Null(new BoundReader(NormalizedText.Of(asked).Text, Stores.Shipped).Read());

    [Fact]
    public void A_counted_thing_may_have_any_of_the_counting_words() =>
        Assert.Equal(["个", "台", "家"], new BoundReader("at least 100 places", Stores.Shipped).Read()!.Bound.MeasureUnits.Where(u => u is "个" or "家" or "台"));

    [Fact]
    public void Only_figures_of_the_same_unit_are_compared()
    {
        var reply = Stores.Shipped.Ask("目标超过30公里的任务");

        Assert.All(reply.Answer.Shown, id => Assert.Contains(Stores.Shipped.Find(id)!.Item.Targets, t => t.Figure.Normalized is ( > 30, "公里")));
        Assert.Equal(
            Stores.Shipped.Items.Count(i => new FigureBound(30, null, false, false, ["公里"]).FitsAny(i.Item)),
            reply.Answer.Shown.Length);
    }

    [Theory]
    [InlineData("目标超过5公顷的任务", "公顷")]
    [InlineData("GDP目标超过30公里吗", "公里")]
    [InlineData("tasks with a target above 5 hectares", "hectares")]
    public void A_unit_that_nothing_is_measured_in_is_told(string asked, string unit)
    {
        var reply = Stores.Shipped.Ask(asked);

        Assert.False(reply.Answer.IsFound);
        Assert.Contains(unit, reply.Answer.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_unit_figures_of_several_units_are_not_held_against_each_other() =>
        Assert.Contains("不能互相比较", Stores.Shipped.Ask("目标超过300的任务").Answer.Headline, StringComparison.Ordinal);

    [Theory]
    [InlineData("超过", 100, false)]
    [InlineData("不少于", 100, true)]
    public void The_bound_itself_fits_only_where_the_word_says_so(string word, int bound, bool fits)
    {
        var read = new BoundReader($"目标{word}{bound}人", Stores.Shipped).Read()!.Bound;

        Assert.Equal(fits, read.Fits(new Figure(Comparator.Equal, bound, "人")));
    }

    private static string Written(FigureBound bound) => string.Create(
        CultureInfo.InvariantCulture, $"{(bound is { Least: not null, WithLeast: true } ? '[' : '(')}{bound.Least}, {bound.Most}{(bound is { Most: not null, WithMost: true } ? ']' : ')')}");
}
