using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Entries of a list into tasks: numbered items as they are, prose by its brackets and clauses.</summary>
internal sealed class ItemDraftReader(WorkListKind list, ReadingRules rules, List<ImportFinding> findings)
{
    private readonly ResponsibilityReader responsibilities = new(rules, findings);

    private bool IsOfProjects => list is WorkListKind.ProvincialProjects or WorkListKind.CityProjects;

    public ImmutableArray<ItemDraft> Read(ListBlock block)
    {
        var drafts = ImmutableArray.CreateBuilder<ItemDraft>();

        // Where some paragraph has several responsibility brackets, all are prose of several tasks, numbered or not.
        var isProse = IsOfProjects && block.Sections.SelectMany(s => s.Entries).Any(e => CountResponsibilities(e.Body) > 1);
        foreach (var section in block.Sections)
        {
            var title = Wording.Compact(section.Title.Text);
            var ofSection = ReadSection(section, title);
            foreach (var draft in section.Entries.SelectMany(entry => Read(entry, section.Number, title, isProse)))
            {
                drafts.Add(Checked(draft with { Responsibility = draft.Responsibility.Or(ofSection) }));
            }
        }

        return drafts.ToImmutable();
    }

    /// <summary>What a heading ("某某副市长牵头重点工作", "（牵头领导：某某）") and the labels right below it say for every task of the section.</summary>
    private Responsibility ReadSection(SectionBlock section, string title)
    {
        var labels = section.Labels.Select(responsibilities.Read).ToList();
        if (responsibilities.IsResponsibility(section.Title))
        {
            return Responsibility.Union([responsibilities.Read(section.Title), .. labels]);
        }

        var officials = OfficialNames.ReadHeading(title, rules, out var isCertain);
        if (!isCertain)
        {
            Report(FindingCode.OfficialPostUnknown, FindingSeverity.Warning, section.Title.Span, title);
        }

        return Responsibility.Union([new Responsibility(officials, [], []), .. labels]);
    }

    private IEnumerable<ItemDraft> Read(EntryBlock entry, int section, string sectionTitle, bool isProse)
    {
        var body = MathMarkup.Read(entry.Body, (span, written, read) => Report(FindingCode.MathMarkup, FindingSeverity.Info, span, written, read));
        var fromLabels = entry.Labels.Select(responsibilities.Read).ToList();
        if (responsibilities.FirstLabelOutsideBrackets(body.Text) is >= 0 and var labelAt)
        {
            fromLabels.Insert(0, responsibilities.Read(body.Slice(labelAt, body.Length)));
            body = body.Slice(0, labelAt).Trim();
        }

        var runs = RunsOf(body);
        if (entry.Number == 0 || isProse)
        {
            return ReadProse(runs, fromLabels, section, sectionTitle);
        }

        var words = new StitchedText.Builder();
        foreach (var run in runs)
        {
            words.Append(run.Words);
        }

        var text = words.Build().Trim();
        if (!SaysSomething(text))
        {
            Report(FindingCode.ParagraphSkipped, FindingSeverity.Warning, entry.Body.Span, Wording.Beginning(entry.Body.Text));
            return [];
        }

        return [new ItemDraft(section, sectionTitle, entry.Number, text, Responsibility.Union([.. runs.Select(r => r.Responsibility), .. fromLabels]))];
    }

    private IEnumerable<ItemDraft> ReadProse(List<ProseRun> runs, List<Responsibility> fromLabels, int section, string sectionTitle)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            var responsibility = i == runs.Count - 1 ? Responsibility.Union([run.Responsibility, .. fromLabels]) : run.Responsibility;
            var words = run.Words.Trim();
            if (responsibility.IsEmpty || !SaysSomething(words))
            {
                Report(FindingCode.ParagraphSkipped, FindingSeverity.Info, run.Place, Wording.Beginning(run.Words.Text.Trim()));
                continue;
            }

            foreach (var clause in ClausesOf(words).Where(SaysSomething))
            {
                // The mark that closes a clause is no part of the task: the last clause of a bracket would differ from the others.
                yield return new ItemDraft(section, sectionTitle, 0, TrimMark(clause), responsibility);
            }
        }
    }

    private static bool SaysSomething(StitchedText text) => text.Text.Any(char.IsLetterOrDigit);

    private ItemDraft Checked(ItemDraft draft)
    {
        if (draft.Responsibility.Leads.IsEmpty)
        {
            Report(FindingCode.NoOrganizations, FindingSeverity.Warning, draft.Text.Span, Wording.Beginning(draft.Text.Text));
        }

        return draft;
    }

    private int CountResponsibilities(StitchedText body) => Brackets.Of(body.Text).Count(b => responsibilities.IsResponsibility(body.Slice(b.Open, b.End)));

    /// <summary>Words up to each responsibility bracket, with what the bracket says; what stands behind the last one is a run of its own.</summary>
    private List<ProseRun> RunsOf(StitchedText body)
    {
        var runs = new List<ProseRun>();
        var start = 0;
        foreach (var (open, end) in Brackets.Of(body.Text))
        {
            var bracket = body.Slice(open, end);
            if (!responsibilities.IsResponsibility(bracket))
            {
                continue;
            }

            if (bracket.Text is ['（', .., ')'] or ['(', .., '）'])
            {
                Report(FindingCode.MixedWidthPunctuation, FindingSeverity.Info, bracket.Span, $"{bracket.Text[0]}…{bracket.Text[^1]}");
            }

            runs.Add(new ProseRun(body.Slice(start, open), body.SpanOf(start, end), responsibilities.Read(bracket)));
            start = end;
        }

        var rest = body.Slice(start, body.Length);
        if (rest.Text.AsSpan().Trim("。；; ").Length > 0)
        {
            runs.Add(new ProseRun(rest, rest.Span, Responsibility.None));
        }

        return runs;
    }

    /// <summary>
    /// In the prose of public-benefit projects one bracket may close several tasks: each clause that ends in ； is one, and so is each
    /// sentence that has a figure of its own. Elsewhere a paragraph is one task.
    /// </summary>
    private List<StitchedText> ClausesOf(StitchedText words)
    {
        if (!IsOfProjects)
        {
            return [words];
        }

        var clauses = Split(words, '；', ';').SelectMany(SplitSentences).ToList();
        if (clauses.Count > 1)
        {
            Report(FindingCode.SharedResponsibility, FindingSeverity.Info, words.Span, $"{clauses.Count}");
        }

        return clauses.Count > 0 ? clauses : [words];
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

    private void Report(FindingCode code, FindingSeverity severity, SourceSpan span, params ImmutableArray<string> arguments) =>
        findings.Add(new ImportFinding(code, severity, span, arguments));

    private sealed record ProseRun(StitchedText Words, SourceSpan Place, Responsibility Responsibility);
}
