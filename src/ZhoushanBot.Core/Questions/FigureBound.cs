using System.Collections.Immutable;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>界限: between which amounts a figure has to lie, in one measure unit.</summary>
/// <param name="Least">The lower bound without multiplier; null for none.</param>
/// <param name="Most">The upper bound without multiplier; null for none.</param>
/// <param name="WithLeast">The lower bound itself fits: "at least", not "more than".</param>
/// <param name="WithMost">The upper bound itself fits: "at most", not "less than".</param>
/// <param name="MeasureUnits">计量单位 without multiplier, as notices write it; several where the question's word may mean each (places); empty when it names none.</param>
public sealed record FigureBound(decimal? Least, decimal? Most, bool WithLeast, bool WithMost, ImmutableArray<string> MeasureUnits)
{
    /// <summary>One figure is meant and no other.</summary>
    public bool IsExact => Least is { } least && Most == least;

    /// <summary>True when the amount lies within and is measured so. Percentages are compared only where the question says so.</summary>
    public bool Fits(Figure figure)
    {
        var (value, unit) = figure.Normalized;
        return IsMeasuredSo(unit) && (Least is not { } least || value > least || (WithLeast && value == least)) && (Most is not { } most || value < most || (WithMost && value == most));
    }

    /// <summary>True when a figure of this unit can be held against the bound.</summary>
    /// <param name="unit">Without multiplier.</param>
    public bool IsMeasuredSo(string unit) => MeasureUnits.IsEmpty ? unit is not ("%" or "‰" or "个百分点") : MeasureUnits.Contains(unit, StringComparer.Ordinal);

    /// <summary>Figures of the task's own words or, of the city, of its rows that lie within.</summary>
    public bool FitsAny(WorkItem item) =>
        item.Targets.Any(t => Fits(t.Figure)) || item.Rows.Any(r => r.City.Value is CellValue.Amount { Figure: var city } && Fits(city));

    /// <inheritdoc/>
    public bool Equals(FigureBound? other) => other is not null && (Least, Most, WithLeast, WithMost) == (other.Least, other.Most, other.WithLeast, other.WithMost)
        && MeasureUnits.SequenceEqual(other.MeasureUnits, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Least, Most, WithLeast, WithMost, MeasureUnits.Length);
}
