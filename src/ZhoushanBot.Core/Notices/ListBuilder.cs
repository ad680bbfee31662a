namespace ZhoushanBot.Core.Notices;

/// <summary>Gathers one list while its lines are read.</summary>
internal sealed class ListBuilder(WorkList list, List<ImportFinding> findings)
{
    private const int LongestOrganization = 30;
    private readonly List<SectionBlock> sections = [];
    private readonly List<TableBlock> tables = [];
    private readonly List<EntryBlock> entries = [];
    private readonly List<TableRow> rows = [];
    private readonly List<StitchedText.Builder> labels = [];
    private StitchedText.Builder? body;
    private StitchedText sectionTitle = StitchedText.Empty;
    private int entryNumber;

    public WorkList List => list;

    public int SectionNumber { get; private set; }

    /// <summary>Number of the last item; 0 before the first of a list.</summary>
    public int LastItem { get; private set; }

    public bool HasContent => sections.Count > 0 || tables.Count > 0 || entries.Count > 0 || rows.Count > 0 || body is not null;

    public bool IsEntryOpen => body is not null;

    /// <summary>The entry read last has its responsibility, or a finished sentence: the next number begins another.</summary>
    public bool IsEntryClosed => body is null || labels.Count > 0 || Markers.EndsSentence(body.Last);

    private StitchedText.Builder? Open => labels.Count > 0 ? labels[^1] : body;

    public void StartSection(int number, StitchedText title)
    {
        CloseSection();
        SectionNumber = number;
        sectionTitle = title;
    }

    public void StartEntry(int number, StitchedText text)
    {
        CloseEntry();
        CloseTable();
        entryNumber = number;
        LastItem = number == 0 ? LastItem : number;
        body = new StitchedText.Builder().Append(text);
    }

    public void AddLabel(StitchedText text)
    {
        if (body is null)
        {
            Skip(text);
            return;
        }

        labels.Add(new StitchedText.Builder().Append(text));
    }

    public void AddRow(TableRow row)
    {
        CloseEntry();
        rows.Add(row);
    }

    /// <summary>Whether a line without marker goes on with what stands before it.</summary>
    public bool Continues(string line)
    {
        if (Open is not { Length: > 0 } open)
        {
            return false;
        }

        if (labels.Count > 0)
        {
            return !line.AsSpan().ContainsAny('。', '；')
                && line.Split('、', '，', ',').All(part => part.Length <= LongestOrganization)
                && open.Last is not '。';
        }

        return entryNumber > 0
            ? !EndsInBracket(open)
            : !Markers.EndsSentence(open.Last) || open.IsBracketOpen || open.Last == '。';
    }

    public void Continue(StitchedText text, bool acrossBlank)
    {
        var open = Open!;
        if (!Markers.EndsSentence(open.Last))
        {
            findings.Add(new ImportFinding(
                FindingCode.PageBreakJoined,
                acrossBlank ? FindingSeverity.Info : FindingSeverity.Warning,
                new SourceSpan(open.End, text.Span.Start),
                [open.Tail(4), text.Text[..Math.Min(4, text.Length)]]));
        }

        open.Append(text);
    }

    public void CloseEntry()
    {
        if (body is not null)
        {
            entries.Add(new EntryBlock(entryNumber, body.Build(), [.. labels.Select(l => l.Build())]));
        }

        body = null;
        labels.Clear();
    }

    public ListBlock Build()
    {
        CloseSection();
        CloseTable();
        return new ListBlock(list, [.. sections], [.. tables]);
    }

    private static bool EndsInBracket(StitchedText.Builder open) => open.Last is '）' or ')';

    private void CloseSection()
    {
        CloseEntry();
        if (entries.Count > 0 || sectionTitle.Length > 0)
        {
            sections.Add(new SectionBlock(SectionNumber, sectionTitle, [.. entries]));
        }

        entries.Clear();
    }

    private void CloseTable()
    {
        if (rows.Count > 0)
        {
            tables.Add(new TableBlock([.. rows]));
        }

        rows.Clear();
    }

    private void Skip(StitchedText text) => findings.Add(new ImportFinding(
        FindingCode.ParagraphSkipped, FindingSeverity.Info, text.Span, [text.Text[..Math.Min(20, text.Length)]]));
}
