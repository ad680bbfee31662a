using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Lists whose tasks stand in a table and nowhere else: one task for each number, its words from the subject and plan columns.</summary>
internal static class TableTasks
{
    public static ImmutableArray<ItemDraft> Of(ImmutableArray<FilledRow> rows, string source)
    {
        var drafts = ImmutableArray.CreateBuilder<ItemDraft>();
        var (section, category) = (0, string.Empty);
        foreach (var group in rows.GroupBy(r => r.Number))
        {
            var first = group.First();
            if (first.Category.Length > 0 && first.Category != category)
            {
                (section, category) = (section + 1, first.Category);
            }

            var responsibility = group.Aggregate(Responsibility.None, (all, row) => all.With(row.Responsibility));
            drafts.Add(new ItemDraft(section, category, first.Number, WordsOf(group, source), responsibility)
            {
                Rows = first.Areas.IsEmpty ? [] : [.. group.Select(Row)],
            });
        }

        return drafts.ToImmutable();
    }

    private static StitchedText WordsOf(IEnumerable<FilledRow> rows, string source)
    {
        var words = new StitchedText.Builder();
        foreach (var row in rows)
        {
            foreach (var span in row.Plan.IsBlank ? row.SubjectSpans : row.SubjectSpans.Add(row.Plan.Span))
            {
                words.Append(source, span);
            }
        }

        return words.Build();
    }

    private static AnnexRow Row(FilledRow row) => new(
        row.Number,
        row.Line,
        row.Category,
        row.Subject,
        row.City,
        row.Areas,
        [.. NoticeReader.Mentions(row.Responsibility.Leads.Concat(row.Responsibility.Supporting))],
        row.Span);
}
