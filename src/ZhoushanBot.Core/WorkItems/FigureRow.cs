using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>The figures of one table line under one reading of its columns, and whether their sum holds.</summary>
internal sealed record FigureRow(AreaTarget City, ImmutableArray<AreaTarget> Areas, string InferredUnit)
{
    /// <summary>Sum of the areas' counts, without multipliers.</summary>
    public decimal Sum => Counts.Aggregate(0m, (sum, f) => sum + f.Normalized.Value);

    /// <summary>
    /// Two or more areas have counts and their sum is not the city's figure. A city cell of words counts by the one figure in it; shares are
    /// never added up.
    /// </summary>
    public bool SumFails => Counts.Any() && CityCount is { } city && Sum != city;

    /// <summary>The areas add up to a city figure that is a plain cell: proof of a reading.</summary>
    public bool SumProves => City.Value is CellValue.Amount { Figure.IsPercentage: false } && Counts.Any() && CityCount is { } city && Sum == city;

    private IEnumerable<Figure> Counts => Areas.Select(a => a.Value).OfType<CellValue.Amount>().Select(a => a.Figure).Where(f => !f.IsPercentage);

    private decimal? CityCount => City.Value switch
    {
        CellValue.Amount { Figure.IsPercentage: false } amount => amount.Figure.Normalized.Value,
        CellValue.Words words when FigureScanner.All(words.Text, ReadingRules.Default).ToList() is [{ Figure.IsPercentage: false } only] =>
            only.Figure.Normalized.Value,
        _ => null,
    };

    /// <summary>Reads the row with every figure column moved by <paramref name="shift"/>.</summary>
    public static FigureRow Of(TableRow row, TableColumns columns, string subject, int shift, ReadingRules rules)
    {
        if (columns.Target < 0)
        {
            return new FigureRow(new AreaTarget(string.Empty, new CellValue.None(), string.Empty, new SourceSpan(row.Span.Start, row.Span.Start)), [], string.Empty);
        }

        var cityCell = TableColumns.CellOf(row, columns.Target + shift);
        var city = ValueOf(cityCell.Text, string.Empty, rules);
        var inferred = string.Empty;
        if (city is CellValue.Amount { Figure.MeasureUnit.Length: 0 } bare
            && FigureScanner.All(subject, rules).Select(f => f.Figure).FirstOrDefault(f => f.Value == bare.Figure.Value) is { MeasureUnit: { Length: > 0 } unit })
        {
            inferred = unit;
            city = new CellValue.Amount(bare.Figure with { MeasureUnit = unit });
        }

        var measureUnit = city is CellValue.Amount amount ? amount.Figure.MeasureUnit : string.Empty;
        var areas = columns.Areas.Select(i =>
        {
            var cell = TableColumns.CellOf(row, i + shift);
            return new AreaTarget(columns.Header[i], ValueOf(cell.Text, measureUnit, rules), cell.Text, cell.Span);
        });
        return new FigureRow(new AreaTarget(columns.Header[columns.Target], city, cityCell.Text, cityCell.Span), [.. areas], inferred);
    }

    /// <summary>"/" is none, empty is not stated; a figure without measure unit takes that of the city's cell.</summary>
    private static CellValue ValueOf(string cell, string measureUnit, ReadingRules rules)
    {
        if (cell.Length == 0)
        {
            return new CellValue.Blank();
        }

        if (cell is "/" or "／" or "—" or "-" or "–" or "——" or "\\")
        {
            return new CellValue.None();
        }

        return FigureScanner.ReadCell(cell, rules) is { } figure
            ? new CellValue.Amount(figure.MeasureUnit.Length == 0 ? figure with { MeasureUnit = measureUnit } : figure)
            : new CellValue.Words(cell);
    }
}
