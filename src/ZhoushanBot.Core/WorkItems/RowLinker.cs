using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Links each annex row to the task that it breaks down: by number where tasks are numbered, else by wording, figure and lead.</summary>
internal sealed class RowLinker(ReadingRules rules, List<ImportFinding> findings)
{
    private const double LeastLikeness = 0.35;
    private const double SameLead = 0.25;
    private const double SameFigure = 0.35;
    private const double SameNumber = 0.5;

    public ImmutableArray<ItemDraft> Link(ImmutableArray<ItemDraft> drafts, ImmutableArray<FilledRow> rows)
    {
        var linked = drafts.Select(_ => new List<AnnexRow>()).ToArray();
        var wording = drafts.Select(d => new Likeness(d.Text.Text)).ToArray();
        var figures = drafts.Select(d => FigureScanner.All(d.Text.Text, rules).Select(f => f.Figure.Normalized).ToList()).ToArray();
        foreach (var row in rows)
        {
            var subject = new Likeness(row.Subject);
            var best = Enumerable.Range(0, drafts.Length)
                .Select(i => (Index: i, Score: Score(row, subject, drafts[i], wording[i], figures[i])))
                .DefaultIfEmpty((Index: -1, Score: 0))
                .MaxBy(s => s.Score);
            if (best.Score < LeastLikeness)
            {
                Report(FindingCode.RowWithoutTask, FindingSeverity.Warning, row.Span, $"{row.Number}", row.Subject);
                continue;
            }

            linked[best.Index].Add(Check(row, drafts[best.Index], figures[best.Index]));
        }

        return [.. drafts.Select((draft, i) => WithRows(draft, linked[i], rows.Length > 0))];
    }

    private static double Score(FilledRow row, Likeness subject, ItemDraft draft, Likeness wording, List<(decimal Value, string Unit)> figures)
    {
        var likeness = subject.Containment(wording);
        if (draft.Number > 0 && draft.Number == row.Number)
        {
            likeness += SameNumber;
        }

        // Below, wording alone is too weak to tell; lead and figure only decide between like-worded tasks.
        if (likeness < LeastLikeness)
        {
            return 0;
        }

        likeness += !row.IsResponsibilityCarried && SameLeadAs(row, draft) ? SameLead : 0;
        return likeness + (row.City.Value is CellValue.Amount city && figures.Any(f => f == city.Figure.Normalized) ? SameFigure : 0);
    }

    private static bool SameLeadAs(FilledRow row, ItemDraft draft) =>
        row.Responsibility.Leads is [var first, ..] && draft.Responsibility.Leads is [var lead, ..] && first.Name == lead.Name;

    /// <summary>The row for its task; a responsibility that was only carried down gives way to the task's own.</summary>
    private AnnexRow Check(FilledRow row, ItemDraft draft, List<(decimal Value, string Unit)> figures)
    {
        var responsibility = row.Responsibility;
        if (!draft.Responsibility.Leads.IsEmpty && !SameLeadAs(row, draft))
        {
            var severity = row.IsResponsibilityCarried ? FindingSeverity.Info : FindingSeverity.Warning;
            Report(FindingCode.OrganizationDiffers, severity, row.Span, responsibility.Leads.FirstOrDefault()?.Name ?? "", draft.Responsibility.Leads[0].Name);
            responsibility = row.IsResponsibilityCarried ? draft.Responsibility : responsibility;
        }

        if (row.City.Value is CellValue.Amount { Figure: var city } && figures.Count > 0 && !figures.Any(f => f.Value == city.Normalized.Value))
        {
            Report(
                FindingCode.RowAndTaskDiffer,
                FindingSeverity.Warning,
                row.City.Span,
                row.City.Raw,
                string.Join('、', figures.Select(f => f.Value.ToString(CultureInfo.InvariantCulture) + f.Unit)));
        }

        return new AnnexRow(
            row.Number, row.Line, row.Category, row.Subject, row.City, row.Areas, [.. NoticeReader.Mentions(responsibility.Leads.Concat(responsibility.Supporting))], row.Span);
    }

    private ItemDraft WithRows(ItemDraft draft, List<AnnexRow> rows, bool hasAnnex)
    {
        if (rows.Count == 0 && hasAnnex)
        {
            Report(FindingCode.TaskWithoutRow, FindingSeverity.Info, draft.Text.Span, draft.Text.Text[..Math.Min(20, draft.Text.Length)]);
        }

        return draft with { Rows = [.. rows], Number = draft.Number > 0 || rows.Count == 0 ? draft.Number : rows[0].Number };
    }

    private void Report(FindingCode code, FindingSeverity severity, SourceSpan span, params ImmutableArray<string> arguments) =>
        findings.Add(new ImportFinding(code, severity, span, arguments));
}
