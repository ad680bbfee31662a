using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Status;

/// <summary>How the steps in force become the pace that lamps go by.</summary>
public sealed class PacePlanTests
{
    private static readonly DateOnly From = new(2024, 1, 1);
    private static readonly DateOnly DueOn = new(2024, 12, 31);

    [Theory]
    [InlineData("10公里|20公里", "公里", 25, 50)]
    [InlineData("完成10公里以上|累计完成20千米", "公里", 25, 50)]
    [InlineData("10 km|at least 50 km", "公里", 25, 100)]
    [InlineData("完成设计|20公里", "公里", 50, 100)]
    [InlineData("20公里|10公里", "公里", 50, 100)]
    [InlineData("10座|20座", "公里", 50, 100)]
    [InlineData("10|20", "公里", 50, 100)]
    [InlineData("完成设计|开工", "公里", 50, 100)]
    public void Figures_of_the_steps_are_the_pace_where_all_go_with_the_measure_and_else_the_steps_count_alike(string steps, string unit, int first, int second)
    {
        var pace = PlanOf(steps).Of(new Measure("t1", "", "道路", new Figure(Comparator.Equal, 40, unit), false));

        Assert.Equal([0m, first, second, 100m], new[] { new DateOnly(2024, 4, 29), new(2024, 4, 30), new(2024, 8, 31), DueOn }.Select(pace.ShareGone));
    }

    [Fact]
    public void Without_steps_the_days_of_the_year_are_the_pace_and_shares_and_words_have_no_figures()
    {
        var whole = new PacePlan(From, DueOn, []).Of(new Measure("t1", "", "道路", new Figure(Comparator.Equal, 40, "公里"), false));
        var share = PlanOf("10%|20%").Of(new Measure("t1", "", "率", new Figure(Comparator.AtLeast, 40, "%"), false));
        var words = PlanOf("10公里|20公里").Of(new Measure("", "", "道路", null, false));

        Assert.Equal(50m, Math.Round(whole.ShareGone(new DateOnly(2024, 7, 1))));
        Assert.Equal(50m, share.ShareGone(new DateOnly(2024, 4, 30)));
        Assert.Equal(50m, words.ShareGone(new DateOnly(2024, 4, 30)));
    }

    [Fact]
    public void Up_to_the_first_step_that_people_set_days_count_towards_it()
    {
        var given = new GivenDay(new DateOnly(2024, 9, 30), "分期", new Actor("m", "督查"), DateTimeOffset.UnixEpoch, false);
        var plan = new PacePlan(From, DueOn, [new MilestoneInForce("m1", new DateOnly(2024, 9, 30), "30公里", null, given), new MilestoneInForce("m2", new DateOnly(2024, 11, 30), "36公里", null, given)]);

        var pace = plan.Of(new Measure("t1", "", "道路", new Figure(Comparator.Equal, 40, "公里"), false));

        Assert.Equal([49.8m, 75m, 75m, 90m], new[] { new DateOnly(2024, 6, 30), new(2024, 9, 30), new(2024, 11, 29), new(2024, 11, 30) }.Select(day => Math.Round(pace.ShareGone(day), 1)));
    }

    private static PacePlan PlanOf(string steps) => new(
        From, DueOn, [.. steps.Split('|').Zip([new DateOnly(2024, 4, 30), new DateOnly(2024, 8, 31)], (text, on) => new MilestoneInForce("m", on, text, null, null))]);
}
