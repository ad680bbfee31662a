using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Tests.Progress;

public sealed class TypedFigureTests
{
    [Theory]
    [InlineData("78", 78, "")]
    [InlineData("12.5万人", 12.5, "万人")]
    [InlineData("1.2万", 1.2, "万")]
    [InlineData("85%", 85, "%")]
    [InlineData("８５％", 85, "%")]
    [InlineData("百分之八十五", 85, "%")]
    [InlineData("1,200 人", 1200, "人")]
    [InlineData("１，２００人", 1200, "人")]
    [InlineData("约 30 家", 30, "家")]
    [InlineData("二十家", 20, "家")]
    [InlineData("12.5 thousand people", 12.5, "千people")]
    [InlineData("3 million yuan", 3, "百万yuan")]
    [InlineData("-5", -5, "")]
    [InlineData("负5个", -5, "个")]
    [InlineData("3.35亿吨", 3.35, "亿吨")]
    [InlineData("16.2 km", 16.2, "km")]
    public void A_figure_is_read_as_it_is_typed(string typed, double value, string unit) =>
        Assert.Equal(new TypedFigure.Number((decimal)value, unit), TypedFigure.Read(typed));

    [Theory]
    [InlineData("很多")]
    [InlineData("人12")]
    [InlineData("12-13")]
    [InlineData("1.2.3")]
    [InlineData("12人3")]
    [InlineData("many")]
    [InlineData("99999999999999999999999999999999999")]
    public void What_is_no_figure_is_told_so(string typed) => Assert.IsType<TypedFigure.NotANumber>(TypedFigure.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("  　")]
    public void Nothing_is_not_zero(string typed) => Assert.IsType<TypedFigure.Missing>(TypedFigure.Read(typed));

    [Theory]
    [InlineData("12", "万人", 120000, "a number alone is in the target's unit")]
    [InlineData("1.2万", "万人", 12000, "a multiplier says that it is not")]
    [InlineData("1.2万", "人", 12000, "")]
    [InlineData("12000人", "万人", 12000, "")]
    [InlineData("1.2万名", "人", 12000, "名 counts people")]
    [InlineData("12 thousand people", "万人", 12000, "")]
    [InlineData("16.2 km", "公里", 16.2, "")]
    [InlineData("16.2千米", "公里", 16.2, "千米 is a unit, not a thousand")]
    [InlineData("85", "%", 85, "")]
    [InlineData("85 percent", "%", 85, "")]
    [InlineData("500", "亿元", 50000000000, "")]
    [InlineData("5亿美元", "亿美元", 500000000, "")]
    public void A_figure_means_an_amount_of_the_target(string typed, string unit, double amount, string reason)
    {
        var figure = TypedFigure.In(Assert.IsType<TypedFigure.Number>(TypedFigure.Read(typed)), unit);

        Assert.True(figure is { } known && known.Normalized.Value == (decimal)amount, $"{figure} {reason}");
    }

    [Theory]
    [InlineData("85%", "人")]
    [InlineData("85人", "%")]
    [InlineData("1.2万", "%")]
    [InlineData("3公里", "座")]
    [InlineData("5亿元", "亿美元")]
    [InlineData("25个", "栋")]
    public void Another_measure_unit_does_not_fit(string typed, string unit) =>
        Assert.Null(TypedFigure.In(Assert.IsType<TypedFigure.Number>(TypedFigure.Read(typed)), unit));

    [Theory]
    [InlineData("一季度", "2024Q1")]
    [InlineData("第一季度", "2024Q1")]
    [InlineData("半年度", "2024H1")]
    [InlineData("上半年", "2024H1")]
    [InlineData("前三季度", "2024Q3")]
    [InlineData("三季度", "2024Q3")]
    [InlineData("全年", "2024FY")]
    [InlineData("2023年全年", "2023FY")]
    [InlineData("Q3", "2024Q3")]
    [InlineData("the first half", "2024H1")]
    [InlineData("full year", "2024FY")]
    [InlineData("2024-05-20", "2024-05-20")]
    [InlineData("2024/5/20", "2024-05-20")]
    [InlineData("5月20日", "2024-05-20")]
    [InlineData("截至5月底", "2024-05-31")]
    [InlineData("2月底", "2024-02-29")]
    [InlineData("2024h1", "2024H1")]
    public void A_period_is_read_in_both_languages(string typed, string code) => Assert.Equal(code, ReportPeriod.Read(typed, 2024)?.Code);

    [Theory]
    [InlineData("去年")]
    [InlineData("13月20日")]
    [InlineData("2月30日")]
    [InlineData("")]
    public void What_is_no_period_is_none(string typed) => Assert.Null(ReportPeriod.Read(typed, 2024));

    [Fact]
    public void Every_task_of_the_shipped_notice_has_lines_that_can_be_told_apart()
    {
        foreach (var item in Sample.Shipped.Content.WorkItems)
        {
            var lines = TaskMeasures.Of(item);

            Assert.NotEmpty(lines);
            Assert.Equal(lines.Length, lines.Select(l => l.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.All(lines.SelectMany(l => l.Areas.Append(l.City)), m => Assert.Same(m, TaskMeasures.Find(item, m.Line, m.Area)));
        }
    }

    [Fact]
    public void Areas_add_up_where_they_count_and_not_where_they_share()
    {
        var people = TaskMeasures.Of(Reported.TaskOfRow("provincial", 9))[0];
        var share = TaskMeasures.Of(Reported.TaskOfRow("provincial", 4))[0];

        Assert.True(people.AddsUp);
        Assert.False(share.AddsUp);
        Assert.True(share.City.IsStanding);
        Assert.DoesNotContain(people.Areas, a => a.Area == "市本级");
    }

    [Fact]
    public void What_is_striven_for_beside_a_promise_on_the_same_is_no_line_of_its_own()
    {
        var growth = TaskMeasures.Of(Reported.Task("workReport/2.1"));

        Assert.Equal(["t1", "t3"], growth.Select(l => l.Name));
    }
}
