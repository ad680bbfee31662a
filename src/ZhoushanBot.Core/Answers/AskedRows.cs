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

        if (!filter.Measured.IsEmpty && rows.RemoveAll(r => !filter.Measured.Contains(UnitOf(r.Row), StringComparer.Ordinal)) is { IsEmpty: false } measured)
        {
            rows = measured;
        }

        if (filter.Subject.Groups[0].Pieces is [var whom] && Beneficiaries.Contains(whom))
        {
            // "残疾人的项目": those for the children among them are for them.
            return rows;
        }

        var wordings = WordingsOf(filter.Subject.Groups[0], index);
        var others = rows.RemoveAll(row => wordings.Exists(w => WorkWording.IsHead(NormalizedText.Fold(row.Row.Subject), w)));
        if (others.Length == rows.Length)
        {
            return rows;
        }

        var parts = others.RemoveAll(row => !wordings.Exists(w => TitleOf(row).Contains(w, StringComparison.Ordinal)));
        return parts.IsEmpty ? rows : rows.RemoveAll(row => parts.Any(part => ReferenceEquals(part, row)));
    }

    /// <summary>The Chinese wordings of the subject, and those that mean the same.</summary>
    private static List<string> WordingsOf(SubjectGroup subject, WorkItemIndex index)
    {
        var wordings = new List<string>();
        foreach (var piece in subject.Pieces)
        {
            AddAll(index.PhraseWordings(WorkWording.ThingOf(piece)));
            AddAll(index.WordingsFor(piece));
        }

        return wordings;

        void AddAll(IEnumerable<string> more)
        {
            foreach (var wording in more)
            {
                if (wording.Length > 1 && SubjectIndex.IsHan(wording[0]) && !wordings.Contains(wording, StringComparer.Ordinal))
                {
                    wordings.Add(wording);
                }
            }
        }
    }

    private static string TitleOf(IndexedRow row) => NormalizedText.Fold(RowTitles.Of(row.Row));

    private static string UnitOf(AnnexRow row) => row.City.Value is CellValue.Amount { Figure: var city } ? city.Normalized.MeasureUnit
        : row.Areas.Select(a => a.Value).OfType<CellValue.Amount>().Select(a => a.Figure.Normalized.MeasureUnit).FirstOrDefault() ?? string.Empty;
}
