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

    /// <summary>Comparing all with all grows with the square; ten times a long list still stays below this.</summary>
    private const long MostComparisons = 2_000_000;

    public ImmutableArray<ItemDraft> Link(ImmutableArray<ItemDraft> drafts, ImmutableArray<FilledRow> rows)
    {
        if (rows.IsEmpty)
        {
            return drafts;
        }

        var candidates = drafts.Select(draft => new Candidate(draft, rules)).ToImmutableArray();
        var byNumber = candidates.ToLookup(c => c.Draft.Number);
        var compareAll = (long)candidates.Length * rows.Length <= MostComparisons;
        foreach (var row in rows)
        {
            var subject = new Likeness(row.Subject);
            var best = (compareAll ? candidates : byNumber[row.Number])
                .Select(c => (Candidate: (Candidate?)c, Score: Score(row, subject, c)))
                .DefaultIfEmpty()
                .MaxBy(s => s.Score);
            if (best.Candidate is null || best.Score < LeastLikeness)
            {
                Report(FindingCode.RowWithoutTask, FindingSeverity.Warning, row.Span, $"{row.Number}", row.Subject);
                continue;
            }

            best.Candidate.Rows.Add(Check(row, best.Candidate));
        }

        return [.. candidates.Select(WithRows)];
    }

    private static double Score(FilledRow row, Likeness subject, Candidate candidate)
    {
        var likeness = subject.Containment(candidate.Words);
        if (candidate.Draft.Number > 0 && candidate.Draft.Number == row.Number)
        {
            likeness += SameNumber;
        }

        // Below, wording alone is too weak to tell; lead and figure only decide between like-worded tasks.
        if (likeness < LeastLikeness)
        {
            return 0;
        }

        likeness += !row.IsResponsibilityCarried && SameLeadAs(row, candidate.Draft) ? SameLead : 0;
        return likeness + (row.Figures.City.Value is CellValue.Amount city && candidate.Figures.Contains(city.Figure.Normalized) ? SameFigure : 0);
    }

    private static bool SameLeadAs(FilledRow row, ItemDraft draft) =>
        row.Responsibility.Leads is [var first, ..] && draft.Responsibility.Leads is [var lead, ..] && first.Name == lead.Name;

    /// <summary>The row for its task; a responsibility that was only carried down gives way to the task's own.</summary>
    private AnnexRow Check(FilledRow row, Candidate candidate)
    {
        var draft = candidate.Draft;
        var responsibility = row.Responsibility;
        if (!draft.Responsibility.Leads.IsEmpty && !SameLeadAs(row, draft))
        {
            var severity = row.IsResponsibilityCarried ? FindingSeverity.Info : FindingSeverity.Warning;
            Report(FindingCode.OrganizationDiffers, severity, row.Span, responsibility.Leads.FirstOrDefault()?.Name ?? "", draft.Responsibility.Leads[0].Name);
            responsibility = row.IsResponsibilityCarried ? draft.Responsibility : responsibility;
        }

        if (row.Figures.City.Value is CellValue.Amount { Figure: var city } && candidate.Figures.Length > 0)
        {
            CompareFigures(row, city.Normalized, candidate.Figures);
        }

        return row.With(responsibility);
    }

    /// <summary>Other figures of the same unit contradict the row; a share in the task beside a count in the row only measures otherwise.</summary>
    private void CompareFigures(FilledRow row, (decimal Value, string Unit) city, ImmutableArray<(decimal Value, string Unit)> ofTask)
    {
        if (ofTask.Any(f => f.Value == city.Value))
        {
            return;
        }

        var isContradiction = city.Unit.Length == 0 || ofTask.Any(f => f.Unit == city.Unit);
        Report(
            FindingCode.RowAndTaskDiffer,
            isContradiction ? FindingSeverity.Warning : FindingSeverity.Info,
            row.Figures.City.Span,
            row.Figures.City.Raw,
            string.Join('、', ofTask.Select(f => f.Value.ToString(CultureInfo.InvariantCulture) + f.Unit)));
    }

    private ItemDraft WithRows(Candidate candidate)
    {
        var draft = candidate.Draft;
        if (candidate.Rows.Count == 0)
        {
            Report(FindingCode.TaskWithoutRow, FindingSeverity.Info, draft.Text.Span, Wording.Beginning(draft.Text.Text));
            return draft;
        }

        return draft with { Rows = [.. candidate.Rows], Number = draft.Number > 0 ? draft.Number : candidate.Rows[0].Number };
    }

    private void Report(FindingCode code, FindingSeverity severity, SourceSpan span, params ImmutableArray<string> arguments) =>
        findings.Add(new ImportFinding(code, severity, span, arguments));

    /// <summary>A task that rows may belong to.</summary>
    private sealed class Candidate(ItemDraft draft, ReadingRules rules)
    {
        public ItemDraft Draft => draft;

        public Likeness Words { get; } = new(draft.Text.Text);

        public ImmutableArray<(decimal Value, string Unit)> Figures { get; } =
            [.. FigureScanner.All(draft.Text.Text, rules).Select(f => f.Figure.Normalized)];

        public List<AnnexRow> Rows { get; } = [];
    }
}
