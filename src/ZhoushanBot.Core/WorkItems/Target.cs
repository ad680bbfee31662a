using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>How a figure binds.</summary>
public enum Comparator
{
    /// <summary>Exactly, or as far as the notice says: a plain figure.</summary>
    Equal,

    /// <summary>以上、≥、不少于.</summary>
    AtLeast,

    /// <summary>超过、大于.</summary>
    MoreThan,

    /// <summary>以下、以内、≤、不超过.</summary>
    AtMost,

    /// <summary>低于、小于.</summary>
    LessThan,

    /// <summary>约、左右.</summary>
    About,
}

/// <summary>A figure as written.</summary>
/// <param name="Comparator">How it binds.</param>
/// <param name="Value">Exact, as written: 11.7 for 11.7 万人; a percentage is 0 to 100.</param>
/// <param name="MeasureUnit">计量单位 as written, multiplier included ("万人", "%"); empty when the notice gives none.</param>
public readonly record struct Figure(Comparator Comparator, decimal Value, string MeasureUnit)
{
    private static readonly ImmutableArray<string> Denominators = ["人", "百人", "千人", "万人", "十万人", "户", "立方米", "平方米", "平方公里", "公顷", "亩", "升", "公斤", "吨", "元", "万元", "亿元"];

    /// <summary>The upper end of a range, as written: 5 of "4%—5%", whose <see cref="Value"/> is 4; null for no range.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>Number and unit, or both ends of a range.</summary>
    /// <param name="number">Writes a number without its unit.</param>
    /// <param name="unit">Behind the number; both ends of a percentage have it.</param>
    /// <param name="to">Between the ends.</param>
    public string Written(Func<decimal, string> number, string unit, string to) =>
        UpTo is { } end ? $"{number(Value)}{(IsPercentage ? unit : string.Empty)}{to}{number(end)}{unit}" : number(Value) + unit;

    /// <summary>True for shares: they can be compared but never added up.</summary>
    public bool IsPercentage => MeasureUnit is "%" or "‰" or "个百分点";

    /// <summary>批次/千人: so much for each of something, which is added up as little as a share is; 万吨/年, so much in a time, is.</summary>
    public bool IsAdditive => !IsPercentage && (MeasureUnit.IndexOf('/') is var per && (per < 0 || !Denominators.Contains(MeasureUnit[(per + 1)..], StringComparer.Ordinal)));

    /// <summary>The same amount without multiplier: 11.7 万人 is 117000 人.</summary>
    public (decimal Value, string MeasureUnit) Normalized => MeasureUnits.Normalize(Value, MeasureUnit);

    /// <summary>Whether an amount, without multiplier, is what the figure asks for: the sum of areas against their city's.</summary>
    public bool IsReachedBy(decimal amount) => Comparator switch
    {
        Comparator.AtLeast => amount >= Normalized.Value,
        Comparator.MoreThan => amount > Normalized.Value,
        Comparator.AtMost => amount <= Normalized.Value,
        Comparator.LessThan => amount < Normalized.Value,
        _ => amount == Normalized.Value,
    };

    /// <summary>An amount of money, of whatever currency.</summary>
    public bool IsMoney => Normalized.MeasureUnit.EndsWith('元');

    /// <summary>The same figure, or range, in its unit without multiplier.</summary>
    public Figure WithoutMultiplier() => this with { Value = Normalized.Value, MeasureUnit = Normalized.MeasureUnit, UpTo = UpTo is { } end ? MeasureUnits.Normalize(end, MeasureUnit).Value : null };
}

/// <summary>目标: a figure in a task's own words.</summary>
/// <param name="Indicator">What is counted, in the notice's words; never empty.</param>
/// <param name="Figure">How much.</param>
/// <param name="IsStretch">力争: to be striven for, not promised.</param>
/// <param name="Text">The words from indicator to figure, page breaks joined.</param>
/// <param name="Span">Where the figure and its measure unit stand, a sign such as ≥ included.</param>
public sealed record Target(string Indicator, Figure Figure, bool IsStretch, string Text, SourceSpan Span);

/// <summary>What a cell of an annex table says. A closed set.</summary>
public abstract record CellValue
{
    private CellValue()
    {
    }

    /// <summary>"/": no target here. Not the same as 0.</summary>
    public sealed record None : CellValue;

    /// <summary>An empty cell: the notice does not say.</summary>
    public sealed record Blank : CellValue;

    /// <summary>A figure.</summary>
    /// <param name="Figure">Measure unit of the cell, else that of the row's city target.</param>
    public sealed record Amount(Figure Figure) : CellValue;

    /// <summary>Words instead of a figure.</summary>
    /// <param name="Text">The words.</param>
    public sealed record Words(string Text) : CellValue;
}

/// <summary>分解目标: one area's cell, or the city's, in an annex row.</summary>
/// <param name="Area">Name of the area as the header writes it; for the city's own cell the header of that column.</param>
/// <param name="Value">What it says.</param>
/// <param name="Raw">The cell, letter for letter.</param>
/// <param name="Span">Where it stands; length 0 where a cell is empty or missing.</param>
public sealed record AreaTarget(string Area, CellValue Value, string Raw, SourceSpan Span);

/// <summary>附件分解表的一行: one line of an annex table.</summary>
/// <param name="Number">序号, its own or that of the merged cell it stands under.</param>
/// <param name="Line">1 for the first line under that number, then 2, 3.</param>
/// <param name="Category">事项分类, carried down; empty when the table has none.</param>
/// <param name="Subject">
/// 事项名称. May repeat the province's figure, which is not this city's: take figures from <paramref name="City"/> and <paramref name="Areas"/> only.
/// </param>
/// <param name="City">全市目标任务.</param>
/// <param name="Areas">One per area column, in the header's order.</param>
/// <param name="Organizations">责任单位 of the row, carried down; the first leads.</param>
/// <param name="Span">The whole line.</param>
public sealed record AnnexRow(
    int Number,
    int Line,
    string Category,
    string Subject,
    AreaTarget City,
    ImmutableArray<AreaTarget> Areas,
    ImmutableArray<OrganizationMention> Organizations,
    SourceSpan Span)
{
    /// <summary>An average of areas lies among their values; a third leaves room for the smallest.</summary>
    internal const decimal LeastShareOfAnAverage = 1m / 3;

    /// <summary>Counts of three areas that together are so much more than the city's figure are averages.</summary>
    private const decimal MoreThanAllOfIt = 1.5m;

    /// <summary>False for shares, and for rates and averages: "每千人口托位数" of the areas, each near the city's.</summary>
    public bool IsAdditive
    {
        get
        {
            var amounts = Areas.Select(a => a.Value).OfType<CellValue.Amount>().Select(a => a.Figure).ToList();
            return amounts.TrueForAll(f => f.IsAdditive)
                && !(City.Value is CellValue.Amount { Figure: { Normalized.Value: > 0 and var city } } && amounts.Count > 2
                    && amounts.TrueForAll(f => f.Normalized.Value >= city * LeastShareOfAnAverage) && amounts.Sum(f => f.Normalized.Value) > city * MoreThanAllOfIt);
        }
    }

    /// <summary>True when the row gives an area a target, in figures or in words; "/" and a blank cell give none.</summary>
    /// <param name="area">As in the table's head.</param>
    public bool HasTarget(string area)
    {
        foreach (var target in Areas)
        {
            if (target.Area == area)
            {
                return target.Value is CellValue.Amount or CellValue.Words;
            }
        }

        return false;
    }
}
