using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

public sealed class MeasureUnitsTests
{
    [Theory]
    [InlineData("11.7", "万人", "117000", "人", "万 multiplies")]
    [InlineData("1.26", "亿吨", "126000000", "吨", "亿 multiplies")]
    [InlineData("3", "千万元", "30000000", "元", "multipliers multiply each other")]
    [InlineData("35", "万千瓦", "350000", "千瓦", "千瓦 is a unit")]
    [InlineData("5", "千米", "5", "千米", "千米 is a unit")]
    [InlineData("2", "千人", "2000", "人", "千 multiplies people")]
    [InlineData("7", "%", "7", "%", "a share stays")]
    [InlineData("7", "", "7", "", "nothing to take off")]
    [InlineData("79228162514264337593543950335", "亿人", "79228162514264337593543950335", "亿人", "too large stays as written")]
    public void A_multiplier_comes_off_its_unit(string value, string unit, string bareValue, string bareUnit, string reason)
    {
        var normalized = MeasureUnits.Normalize(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit);

        Assert.True((decimal.Parse(bareValue, System.Globalization.CultureInfo.InvariantCulture), bareUnit) == normalized, reason);
    }

    [Theory]
    [InlineData("人", true, "people are counted")]
    [InlineData("万吨/年", true, "so much in a year")]
    [InlineData("批次/千人", false, "so many for each thousand")]
    [InlineData("微克/立方米", false, "so much in each cubic metre")]
    [InlineData("%", false, "a share")]
    public void Rates_and_shares_are_not_added_up(string unit, bool isAdditive, string reason) =>
        Assert.True(isAdditive == new Figure(Comparator.Equal, 5, unit).IsAdditive, reason);
}
