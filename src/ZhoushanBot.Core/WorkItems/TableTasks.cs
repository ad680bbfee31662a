using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Lists whose tasks stand in a table and nowhere else: one task for each number, its words from the subject's column and what explains it.</summary>
internal static class TableTasks
{
    /// <summary>A cell of this length or less that gives a date is a time limit, not a description.</summary>
    private const int LongestTimeLimit = 16;

    public static ImmutableArray<ItemDraft> Of(ImmutableArray<FilledRow> rows, string source, int year)
    {
        var drafts = ImmutableArray.CreateBuilder<ItemDraft>();
        var (section, category) = (0, string.Empty);
        foreach (var group in rows.GroupBy(r => r.Group))
        {
            var first = group.First();
            if (first.Category.Length > 0 && first.Category != category)
            {
                (section, category) = (section + 1, first.Category);
            }

            var (words, plan) = Read([.. group], source, year);
            if (!words.Text.Any(char.IsLetterOrDigit))
            {
                continue;
            }

            drafts.Add(new ItemDraft(section, category, first.Number, words, Responsibility.Union([.. group.Select(r => r.Responsibility)]))
            {
                Rows = first.Figures.Areas.IsEmpty && first.Figures.City.Raw.Length == 0 ? [] : [.. group.Select(r => r.With(r.Responsibility))],
                Plan = plan,
            });
        }

        return drafts.ToImmutable();
    }

    /// <summary>Dated steps and time limits are the plan; everything else is the task's words.</summary>
    private static (StitchedText Words, StitchedText Plan) Read(IReadOnlyCollection<FilledRow> rows, string source, int year)
    {
        var words = new StitchedText.Builder();
        var plan = new StitchedText.Builder();
        var subjects = rows.SelectMany(r => r.SubjectSpans).Select(s => (Span: s, IsSubject: true));
        var plans = rows.SelectMany(r => r.PlanSpans).Select(s => (Span: s, IsSubject: false));

        // In the order of the text: a quote runs from the first cell to the last.
        foreach (var (span, isSubject) in subjects.Concat(plans).OrderBy(c => c.Span.Start))
        {
            Append(!isSubject && IsPlan(StitchedText.Of(source, span), year) ? plan : words, source, span);
        }

        return (MathMarkup.Read(words.Build(), (_, _, _) => { }).Trim(), plan.Build().Trim());
    }

    private static bool IsPlan(StitchedText cell, int year) =>
        !MilestoneReader.Read(cell, year).IsEmpty || (cell.Length <= LongestTimeLimit && DeadlineReader.ReadLabel(cell, year) is not null);

    /// <summary>The tab between two cells reads as a colon, as in "送戏下乡：全年 400 场"; a line end inside a cell reads as nothing.</summary>
    private static void Append(StitchedText.Builder text, string source, SourceSpan span)
    {
        if (text.Length > 0 && !Wording.EndsSentence(text.Last))
        {
            text.Append('：', text.End, Math.Max(text.End, span.Start));
        }

        for (var at = span.Start; at < span.End; at++)
        {
            if (source[at] != '\n')
            {
                text.Append(source[at], at, at + 1);
            }
        }
    }
}
