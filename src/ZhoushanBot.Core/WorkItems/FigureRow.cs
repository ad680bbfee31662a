using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>The figures of one table line under one reading of its columns, and whether their sum holds.</summary>
internal sealed record FigureRow(AreaTarget City, ImmutableArray<AreaTarget> Areas, string InferredUnit)
{
    /// <summary>Sum of the areas' counts, without multipliers.</summary>
    public decimal Sum { get; private init; }

    /// <summary>
    /// Areas have counts, and their sum is not what the city's figure asks for. A city cell of words counts by the one figure in it; shares and
    /// averages are never added up.
    /// </summary>
    public bool SumFails { get; private init; }

    /// <summary>The areas add up to a city figure that is a plain cell: proof of a reading.</summary>
    public bool SumProves { get; private init; }

    /// <summary>Reads the row with every figure column moved by <paramref name="shift"/>.</summary>
    public static FigureRow Of(TableRow row, TableColumns columns, string subject, int shift, ReadingRules rules)
    {
        if (columns.Target < 0)
        {
            return new FigureRow(new AreaTarget(string.Empty, new CellValue.None(), string.Empty, new SourceSpan(row.Span.Start, row.Span.Start)), [], string.Empty);
        }

        var cityCell = TableColumns.CellOf(row, columns.Target + shift);
        var (city, inferred) = ReadCity(cityCell.Text, Wording.Compact(TableColumns.CellOf(row, columns.MeasureUnit).Text), subject, rules);
        var measureUnit = city is CellValue.Amount amount ? amount.Figure.MeasureUnit : string.Empty;
        ImmutableArray<AreaTarget> areas = [.. columns.Areas.Select(i =>
        {
            var cell = TableColumns.CellOf(row, i + shift);
            return new AreaTarget(columns.Header[i], ValueOf(cell.Text, measureUnit, rules), cell.Printed, cell.Span);
        })];
        var figures = new FigureRow(new AreaTarget(columns.Header[columns.Target], city, cityCell.Printed, cityCell.Span), areas, inferred);
        return figures.Weighed(subject, rules);
    }

    /// <summary>A bare figure takes the unit of the table's unit column, else that of the same figure in the subject's words, which may write 35000 as 3.5 万套.</summary>
    private static (CellValue Value, string InferredUnit) ReadCity(string cell, string unitOfRow, string subject, ReadingRules rules)
    {
        var value = ValueOf(cell, unitOfRow, rules);
        if (value is not CellValue.Amount { Figure.MeasureUnit.Length: 0 } bare)
        {
            return (value, string.Empty);
        }

        var ofSubject = FigureScanner.All(subject, rules).Select(f => f.Figure).ToList();
        var unit = ofSubject.Where(f => f.Value == bare.Figure.Value).Select(f => f.MeasureUnit)
            .Concat(ofSubject.Select(f => f.Normalized).Where(n => n.Value == bare.Figure.Value).Select(n => n.MeasureUnit)).FirstOrDefault();
        return string.IsNullOrEmpty(unit) ? (value, string.Empty) : (new CellValue.Amount(bare.Figure with { MeasureUnit = unit }), unit);
    }

    /// <summary>"/" is none, empty is not stated; a figure without measure unit takes that of the city's cell.</summary>
    private static CellValue ValueOf(string cell, string measureUnit, ReadingRules rules)
    {
        if (cell.Length == 0)
        {
            return new CellValue.Blank();
        }

        if (rules.NoneMarks.Contains(cell, StringComparer.Ordinal))
        {
            return new CellValue.None();
        }

        return FigureScanner.ReadCell(cell, rules) is { } figure
            ? new CellValue.Amount(figure.MeasureUnit.Length == 0 ? figure with { MeasureUnit = measureUnit } : figure)
            : new CellValue.Words(cell);
    }

    private FigureRow Weighed(string subject, ReadingRules rules)
    {
        var counts = Areas.Select(a => a.Value).OfType<CellValue.Amount>().Select(a => a.Figure).Where(f => f.IsAdditive).Select(f => f.Normalized.Value).ToList();
        var sum = SumOf(counts);
        var city = CityCount(rules);
        return this with
        {
            Sum = sum,
            SumFails = counts.Count > 0 && city is { } asked && !asked.IsReachedBy(sum) && !IsAverage(subject, asked.Normalized.Value, counts, rules),
            SumProves = counts.Count > 0 && City.Value is CellValue.Amount && city is { } exact && sum == exact.Normalized.Value,
        };
    }

    private Figure? CityCount(ReadingRules rules) => City.Value switch
    {
        CellValue.Amount { Figure.IsPercentage: false } amount => amount.Figure,
        CellValue.Words words when FigureScanner.All(words.Text, rules).Take(2).ToList() is [{ Figure.IsPercentage: false } only] => only.Figure,
        _ => null,
    };

    /// <summary>"每千人口托位数 4.6": the city's figure is no sum of the areas'.</summary>
    private static bool IsAverage(string subject, decimal city, List<decimal> counts, ReadingRules rules) =>
        Wording.ContainsAny(subject, rules.AverageWords) && counts.TrueForAll(c => c >= city * AnnexRow.LeastShareOfAnAverage);

    /// <summary>Saturates: a sum beyond what <see cref="decimal"/> holds comes from noise, and noise must not throw.</summary>
    private static decimal SumOf(IEnumerable<decimal> counts)
    {
        var sum = 0m;
        foreach (var count in counts)
        {
            sum = count > decimal.MaxValue - sum ? decimal.MaxValue : sum + count;
        }

        return sum;
    }
}
