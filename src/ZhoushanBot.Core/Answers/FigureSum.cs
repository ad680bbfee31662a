using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Adds figures up, or takes one from another, where that means something.</summary>
internal static class FigureSum
{
    /// <summary>Null for fewer than two, for shares, rates, ranges and upper limits, and for figures of several measure units.</summary>
    /// <param name="figures">As written.</param>
    public static Figure? Of(IReadOnlyList<Figure> figures)
    {
        if (figures.Count < 2 || figures.Any(f => !f.IsAdditive || f.UpTo is not null || f.Comparator is Comparator.AtMost or Comparator.LessThan)
            || figures.Select(f => f.Normalized.MeasureUnit).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            return null;
        }

        var comparator = figures.All(f => f.Comparator == figures[0].Comparator) ? figures[0].Comparator : figures.Any(f => f.Comparator == Comparator.About) ? Comparator.About : Comparator.AtLeast;
        // 1.26亿吨 and 2600万吨 are told together in 亿吨.
        var widest = figures.MaxBy(f => f.Value == 0 ? 0 : f.Normalized.Value / f.Value)!;
        var factor = widest.Value == 0 ? 1 : widest.Normalized.Value / widest.Value;
        return new Figure(comparator, figures.Sum(f => f.Normalized.Value) / factor, widest.MeasureUnit);
    }

    /// <summary>By how much the larger of two is more; of two percentages so many percentage points. Null for other than two, for ranges and for figures of two measure units.</summary>
    /// <param name="figures">As written.</param>
    public static Figure? Difference(IReadOnlyList<Figure> figures)
    {
        if (figures is not [var one, var other] || one.UpTo is not null || other.UpTo is not null || one.Normalized.MeasureUnit != other.Normalized.MeasureUnit)
        {
            return null;
        }

        return one.MeasureUnit == other.MeasureUnit
            ? new Figure(Comparator.Equal, Math.Abs(one.Value - other.Value), one.MeasureUnit == "%" ? "个百分点" : one.MeasureUnit)
            : new Figure(Comparator.Equal, Math.Abs(one.Normalized.Value - other.Normalized.Value), one.Normalized.MeasureUnit);
    }
}
