namespace ZhoushanBot.Core.WorkItems;

/// <summary>计量单位: multipliers in front of a measure unit.</summary>
public static class MeasureUnits
{
    /// <summary>Takes the multiplier off: 11.7 万人 is 117000 人, 1.26 亿吨 is 126000000 吨, 7 % stays.</summary>
    /// <param name="value">As written.</param>
    /// <param name="measureUnit">As written; may be empty.</param>
    /// <returns>The amount in the bare unit. A value too large for <see cref="decimal"/> comes back as written.</returns>
    public static (decimal Value, string MeasureUnit) Normalize(decimal value, string measureUnit)
    {
        ArgumentNullException.ThrowIfNull(measureUnit);
        var result = value;
        var rest = measureUnit.AsSpan();
        while (!rest.IsEmpty && !IsUnitOfItsOwn(rest) && FactorOf(rest[0]) is { } factor)
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

    /// <summary>千瓦, 千克, 千米, 千伏: 千 is part of the unit there; nobody counts power stations in 瓦.</summary>
    private static bool IsUnitOfItsOwn(ReadOnlySpan<char> measureUnit) => measureUnit is ['千', '瓦' or '克' or '米' or '伏', ..];

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
