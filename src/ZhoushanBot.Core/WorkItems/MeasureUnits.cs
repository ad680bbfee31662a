namespace ZhoushanBot.Core.WorkItems;

/// <summary>计量单位: multipliers in front of a measure unit.</summary>
public static class MeasureUnits
{
    /// <summary>千瓦, 千米, 千克 and their like are units: the 千 in them multiplies nothing.</summary>
    private const string UnitsBehindKilo = "瓦米克伏卡赫";

    /// <summary>Takes the multiplier off: 11.7 万人 is 117000 人, 1.26 亿吨 is 126000000 吨, 35 万千瓦 is 350000 千瓦, 7 % stays.</summary>
    /// <param name="value">As written.</param>
    /// <param name="measureUnit">As written; may be empty.</param>
    /// <returns>The amount in the bare unit. A value too large for <see cref="decimal"/> comes back as written.</returns>
    public static (decimal Value, string MeasureUnit) Normalize(decimal value, string measureUnit)
    {
        ArgumentNullException.ThrowIfNull(measureUnit);
        var result = value;
        var rest = measureUnit.AsSpan();
        while (!rest.IsEmpty && !IsKiloUnit(rest) && FactorOf(rest[0]) is { } factor)
        {
            if (Math.Abs(result) > decimal.MaxValue / factor)
            {
                return (value, measureUnit);
            }

            result *= factor;
            rest = rest[1..];
        }

        return (result, rest.ToString());
    }

    private static bool IsKiloUnit(ReadOnlySpan<char> unit) => unit is ['千', var behind, ..] && UnitsBehindKilo.Contains(behind, StringComparison.Ordinal);

    private static decimal? FactorOf(char multiplier) => multiplier switch
    {
        '十' => 10m,
        '百' => 100m,
        '千' => 1_000m,
        '万' => 10_000m,
        '亿' => 100_000_000m,
        _ => null,
    };
}
