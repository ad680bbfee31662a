using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>Typed figures of the shipped notice: comparator, exact decimal, measure unit, and what an area's cell may say.</summary>
public sealed class ShippedTargetTests
{
    private static readonly NoticeContent Content = Sample.Shipped.Content;

    [Fact]
    public void Eleven_point_seven_times_ten_thousand_people_are_117000()
    {
        var target = Assert.Single(Provincial("流感疫苗").Targets);

        Assert.Equal(new Figure(Comparator.Equal, 11.7m, "万人"), target.Figure);
        Assert.Equal((117000m, "人"), target.Figure.Normalized);
    }

    [Fact]
    public void A_formula_reads_as_the_sign_that_it_stands_for()
    {
        var target = Assert.Single(Provincial("孤独症").Targets);

        Assert.Equal(new Figure(Comparator.AtLeast, 60m, "%"), target.Figure);
        Assert.Equal(@"$\geq 60\%$", Content.Notice.Quote(target.Span));
    }

    [Fact]
    public void One_sentence_holds_a_target_and_a_stretch_target_of_one_indicator()
    {
        var targets = Sample.Shipped.Task(WorkListKind.WorkReport, 2, 1).Targets;

        Assert.Equal(
            [("地区生产总值增长", 6.5m, false), ("地区生产总值增长", 7m, true), ("固定资产投资增长", 6m, false)],
            targets.Select(t => (t.Indicator, t.Figure.Value, t.IsStretch)));
    }

    [Fact]
    public void Two_things_counted_apart_have_their_own_figures()
    {
        var targets = Sample.Shipped.Task(WorkListKind.WorkReport, 5, 4).Targets;

        Assert.Equal(
            [("货物吞吐量", "6.75亿吨"), ("集装箱吞吐量", "335万标箱"), ("铁矿石接卸能力", "1.26亿吨"), ("煤炭接卸能力", "2600万吨")],
            targets.Select(t => (t.Indicator, $"{t.Figure.Value}{t.Figure.MeasureUnit}")));
    }

    [Fact]
    public void A_part_is_named_with_the_whole_that_it_belongs_to()
    {
        var targets = Provincial("充电桩").Targets;

        Assert.Equal(["新建新能源汽车公共充电桩", "新建新能源汽车公共充电桩（其中农村）"], targets.Select(t => t.Indicator));
    }

    [Theory]
    [InlineData(1, 4, "“8+4”经济政策体系", "a name in quotes counts nothing")]
    [InlineData(2, 13, "岱山 1 号海上风电", "an ordinal counts nothing")]
    [InlineData(4, 5, "设施蔬菜发展三年行动", "years count nothing")]
    [InlineData(7, 13, "15分钟品质文化生活圈", "a length of time in a name counts nothing")]
    public void Numbers_that_count_nothing_are_no_targets(int section, int item, string words, string reason)
    {
        var holders = Content.WorkItems.Where(w => w.Text.Contains(words, StringComparison.Ordinal)).ToList();

        Assert.True(holders.Count == 1 && holders[0].Targets.IsEmpty, $"section {section} item {item}: {reason}");
    }

    [Fact]
    public void A_slash_is_no_target_and_a_blank_is_not_stated()
    {
        var row = Sample.Shipped.Row(WorkListKind.ProvincialProjects, 6);

        Assert.IsType<CellValue.Blank>(CellOf(row, "市本级"));
        Assert.IsType<CellValue.None>(CellOf(row, "高新区"));
        Assert.Equal(new Figure(Comparator.AtLeast, 95m, "%"), Assert.IsType<CellValue.Amount>(CellOf(row, "定海区")).Figure);
    }

    [Fact]
    public void No_area_of_the_notice_has_a_target_of_zero() =>
        Assert.DoesNotContain(Content.WorkItems.SelectMany(w => w.Rows).SelectMany(r => r.Areas), a => a.Value is CellValue.Amount { Figure.Value: 0 });

    [Theory]
    [InlineData(WorkListKind.ProvincialProjects, 9, "岱山县", 100)]
    [InlineData(WorkListKind.CityProjects, 6, "岱山县", 200)]
    [InlineData(WorkListKind.ProvincialProjects, 8, "定海区", 18.1)]
    public void An_area_takes_the_measure_unit_of_its_row(WorkListKind list, int number, string area, double value)
    {
        var row = Sample.Shipped.Row(list, number);
        var city = Assert.IsType<CellValue.Amount>(row.City.Value).Figure;
        var figure = Assert.IsType<CellValue.Amount>(CellOf(row, area)).Figure;

        Assert.Equal((decimal)value, figure.Value);
        Assert.Equal(city.MeasureUnit, figure.MeasureUnit);
        Assert.NotEmpty(figure.MeasureUnit);
    }

    [Fact]
    public void Areas_add_up_to_the_city_in_every_row_of_counts_after_the_repair()
    {
        var rows = Content.WorkItems.SelectMany(w => w.Rows).Where(r => r.City.Value is CellValue.Amount { Figure.IsPercentage: false }).ToList();

        Assert.Equal(43, rows.Count);
        Assert.All(rows, r => Assert.Equal(
            ((CellValue.Amount)r.City.Value).Figure.Normalized.Value,
            r.Areas.Select(a => a.Value).OfType<CellValue.Amount>().Sum(a => a.Figure.Normalized.Value)));
    }

    private static CellValue CellOf(AnnexRow row, string area) => Assert.Single(row.Areas, a => a.Area == area).Value;

    private static WorkItem Provincial(string words) => Assert.Single(
        Content.WorkItems, w => w.List == WorkListKind.ProvincialProjects && w.Text.Contains(words, StringComparison.Ordinal));
}
