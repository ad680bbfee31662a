using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Of the annex rows that have to do with a subject those that are about it: a ranking of rural roads is none of the bridges on them.</summary>
internal static class AskedRows
{
    /// <summary>Rows in the unit asked for, and of these the ones whose title is the subject; all where none is.</summary>
    /// <param name="rows">In the index's order.</param>
    /// <param name="filter">What is asked about.</param>
    /// <param name="index">For the wordings that mean the same.</param>
    public static ImmutableArray<IndexedRow> Of(ImmutableArray<IndexedRow> rows, TaskFilter filter, WorkItemIndex index)
    {
        if (filter.Item > 0 && rows.Any(r => r.Row.Number == filter.Item))
        {
            return rows.RemoveAll(r => r.Row.Number != filter.Item);
        }

        if (rows.Length < 2 || filter.Subject.Groups.Length != 1)
        {
            return rows;
        }

        var measured = rows.Where(r => filter.Measured.Contains(UnitOf(r.Row), StringComparer.Ordinal)).ToImmutableArray();
        rows = measured.IsEmpty ? rows : measured;
        var wordings = filter.Subject.Groups[0].Pieces.SelectMany(p => index.PhraseWordings(WorkWording.ThingOf(p)).Concat(index.WordingsFor(p))).Where(w => w.Length > 1 && SubjectIndex.IsHan(w[0])).Distinct(StringComparer.Ordinal).ToList();
        bool Is(IndexedRow row) => wordings.Exists(w => WorkWording.IsHead(NormalizedText.Fold(row.Row.Subject), w));
        bool IsOnlyPart(IndexedRow row) => !Is(row) && wordings.Exists(w => TitleOf(row).Contains(w, StringComparison.Ordinal));
        return rows.Any(Is) ? rows.RemoveAll(r => IsOnlyPart(r)) : rows;
    }

    private static string TitleOf(IndexedRow row) => NormalizedText.Fold(RowTitles.Of(row.Row));

    private static string UnitOf(AnnexRow row) => row.City.Value is CellValue.Amount { Figure: var city } ? city.Normalized.MeasureUnit
        : row.Areas.Select(a => a.Value).OfType<CellValue.Amount>().Select(a => a.Figure.Normalized.MeasureUnit).FirstOrDefault() ?? string.Empty;
}
