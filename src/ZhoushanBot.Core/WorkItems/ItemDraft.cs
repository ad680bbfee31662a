using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>A task while it is put together: where it stands, its words and who carries it.</summary>
internal sealed record ItemDraft(int Section, string SectionTitle, int Number, StitchedText Text, Responsibility Responsibility)
{
    public ImmutableArray<AnnexRow> Rows { get; init; } = [];
}

/// <summary>Entries of a list into tasks: numbered items as they are, prose by its brackets and clauses.</summary>
internal sealed class ItemDraftReader(WorkListKind list, ReadingRules rules, List<ImportFinding> findings)
{
    private readonly ResponsibilityReader responsibilities = new(rules, findings);

    public ImmutableArray<ItemDraft> Read(ListBlock block)
    {
        var drafts = ImmutableArray.CreateBuilder<ItemDraft>();
        foreach (var section in block.Sections)
        {
            var title = Markers.Compact(section.Title.Text);
            var official = OfficialNames.ReadHeading(title, rules, out var isCertain);
            if (!isCertain)
            {
                Report(FindingCode.OfficialPostUnknown, FindingSeverity.Warning, section.Title.Span, title);
            }

            foreach (var entry in section.Entries)
            {
                foreach (var draft in Read(entry, section.Number, title))
                {
                    drafts.Add(WithOfficial(draft, official));
                }
            }
        }

        return drafts.ToImmutable();
    }

    private static ItemDraft WithOfficial(ItemDraft draft, LeadOfficial? official) => official is null || !draft.Responsibility.Officials.IsEmpty
        ? draft
        : draft with { Responsibility = draft.Responsibility with { Officials = [official] } };

    private List<ItemDraft> Read(EntryBlock entry, int section, string sectionTitle)
    {
        var body = MathMarkup.Read(entry.Body, (span, written, read) => Report(FindingCode.MathMarkup, FindingSeverity.Info, span, written, read));
        var fromLabels = entry.Labels.Aggregate(Responsibility.None, (all, label) => all.With(responsibilities.Read(label)));
        if (responsibilities.FirstLabelOutsideBrackets(body.Text) is >= 0 and var labelAt)
        {
            fromLabels = responsibilities.Read(body.Slice(labelAt, body.Length)).With(fromLabels);
            body = body.Slice(0, labelAt).Trim();
        }

        var runs = RunsOf(body);
        if (entry.Number > 0)
        {
            var words = runs.Aggregate(body, (text, run) => run.Bracket is { } bracket ? Remove(text, bracket) : text).Trim();
            var responsibility = runs.Aggregate(Responsibility.None, (all, run) => all.With(run.Responsibility)).With(fromLabels);
            return [Draft(section, sectionTitle, entry.Number, words, responsibility)];
        }

        return ReadProse(runs, fromLabels, section, sectionTitle).ToList();
    }

    private IEnumerable<ItemDraft> ReadProse(List<ProseRun> runs, Responsibility fromLabels, int section, string sectionTitle)
    {
        foreach (var run in runs)
        {
            var responsibility = run.Responsibility.With(run == runs[^1] ? fromLabels : Responsibility.None);
            if (responsibility.IsEmpty)
            {
                Report(FindingCode.ParagraphSkipped, FindingSeverity.Info, run.Words.Span, run.Words.Text[..Math.Min(20, run.Words.Length)]);
                continue;
            }

            foreach (var clause in ClausesOf(run.Words))
            {
                // The mark that closes a clause is no part of the task: the last clause of a bracket would differ from the others.
                yield return Draft(section, sectionTitle, 0, TrimMark(clause), responsibility);
            }
        }
    }

    private ItemDraft Draft(int section, string sectionTitle, int number, StitchedText words, Responsibility responsibility)
    {
        if (responsibility.Leads.IsEmpty)
        {
            Report(FindingCode.NoOrganizations, FindingSeverity.Warning, words.Span, words.Text[..Math.Min(20, words.Length)]);
        }

        return new ItemDraft(section, sectionTitle, number, words, responsibility);
    }

    /// <summary>Words up to each responsibility bracket, the bracket with them; what stands behind the last bracket is a run of its own.</summary>
    private List<ProseRun> RunsOf(StitchedText body)
    {
        var runs = new List<ProseRun>();
        var start = 0;
        foreach (var (open, end) in Brackets.Of(body.Text))
        {
            var bracket = body.Slice(open, end);
            if (!responsibilities.IsResponsibility(bracket.Text))
            {
                continue;
            }

            runs.Add(new ProseRun(body.Slice(start, open).Trim(), bracket, responsibilities.Read(bracket)));
            start = end;
        }

        var rest = body.Slice(start, body.Length).Trim();
        if (rest.Text.Trim('。', '；', ' ').Length > 0)
        {
            runs.Add(new ProseRun(rest, null, Responsibility.None));
        }

        return runs;
    }

    /// <summary>
    /// In the prose of public-benefit projects one bracket may close several tasks: each clause that ends in ； is one, and so is each
    /// sentence that has a figure of its own. Elsewhere a paragraph is one task.
    /// </summary>
    private List<StitchedText> ClausesOf(StitchedText words)
    {
        if (list is not (WorkListKind.ProvincialProjects or WorkListKind.CityProjects))
        {
            return [words];
        }

        var clauses = Split(words, '；', ';').SelectMany(SplitSentences).ToList();
        if (clauses.Count > 1)
        {
            Report(FindingCode.SharedResponsibility, FindingSeverity.Info, words.Span, $"{clauses.Count}");
        }

        return clauses;
    }

    private List<StitchedText> SplitSentences(StitchedText clause)
    {
        var sentences = Split(clause, '。', '。');
        if (sentences.Count < 2 || !sentences.TrueForAll(s => FigureScanner.Next(s.Text, 0, rules) is not null))
        {
            return [clause];
        }

        Report(FindingCode.SentencesSplit, FindingSeverity.Info, clause.Span, $"{sentences.Count}");
        return sentences;
    }

    /// <summary>Pieces at a mark outside brackets; 。 stays with its sentence, ； does not.</summary>
    private static List<StitchedText> Split(StitchedText text, char mark, char halfWidthMark)
    {
        var pieces = new List<StitchedText>();
        var (start, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text.Text[at];
            depth += c is '（' or '(' or '“' ? 1 : c is '）' or ')' or '”' ? -1 : 0;
            if ((c == mark || c == halfWidthMark) && depth <= 0)
            {
                Add(text.Slice(start, mark == '。' ? at + 1 : at));
                start = at + 1;
            }
        }

        Add(text.Slice(start, text.Length));
        return pieces;

        void Add(StitchedText piece)
        {
            if (piece.Trim() is { Length: > 1 } trimmed)
            {
                pieces.Add(trimmed);
            }
        }
    }

    private static StitchedText TrimMark(StitchedText clause) =>
        clause.Length > 1 && clause.Text[^1] is '。' or '；' or ';' ? clause.Slice(0, clause.Length - 1).Trim() : clause;

    private static StitchedText Remove(StitchedText text, StitchedText bracket)
    {
        var at = text.Text.IndexOf(bracket.Text, StringComparison.Ordinal);
        return at < 0 ? text : text.Without(at, at + bracket.Length);
    }

    private void Report(FindingCode code, FindingSeverity severity, SourceSpan span, params ImmutableArray<string> arguments) =>
        findings.Add(new ImportFinding(code, severity, span, arguments));

    private sealed record ProseRun(StitchedText Words, StitchedText? Bracket, Responsibility Responsibility);
}
