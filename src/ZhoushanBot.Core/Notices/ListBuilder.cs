using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>Gathers one list while its lines are read.</summary>
internal sealed class ListBuilder(WorkList list, ReadingRules rules, List<ImportFinding> findings)
{
    private const int LongestOrganization = 30;
    private readonly List<SectionBlock> sections = [];
    private readonly List<TableBlock> tables = [];
    private readonly List<EntryBlock> entries = [];
    private readonly List<StitchedText.Builder> labels = [];
    private readonly TableLines table = new(rules, findings);
    private ImmutableArray<StitchedText> sectionLabels = [];
    private StitchedText.Builder? body;
    private StitchedText sectionTitle = StitchedText.Empty;
    private int entryNumber;

    public WorkList List => list;

    public int SectionNumber { get; private set; }

    /// <summary>Sections "一、" were seen: "（一）" below them is no section of its own.</summary>
    public bool HasMainSections { get; private set; }

    /// <summary>Items "1." were seen: "（1）" below them belongs to their words.</summary>
    public bool HasDottedItems { get; private set; }

    /// <summary>Number of the last item; 0 before the first of a list.</summary>
    public int LastItem { get; private set; }

    public bool HasContent => sections.Count > 0 || tables.Count > 0 || entries.Count > 0 || !table.IsEmpty || body is not null || sectionTitle.Length > 0;

    public bool IsEntryOpen => body is not null;

    public bool IsInTable => !table.IsEmpty && body is null;

    /// <summary>No task stands in the section yet.</summary>
    public bool IsSectionEmpty => body is null && entries.Count == 0;

    /// <summary>The entry read last has its responsibility, or a finished sentence: the next number begins another.</summary>
    public bool IsEntryClosed => body is null || labels.Count > 0 || Wording.EndsSentence(body.Last);

    private StitchedText.Builder? Open => labels.Count > 0 ? labels[^1] : body;

    public void StartSection(int number, StitchedText title, bool isMain)
    {
        CloseSection();
        CloseTable();
        SectionNumber = number;
        sectionTitle = title;
        HasMainSections |= isMain;
    }

    public void StartEntry(int number, StitchedText text, bool isDotted = false)
    {
        CloseEntry();
        CloseTable();
        entryNumber = number;
        LastItem = number == 0 ? LastItem : number;
        HasDottedItems |= isDotted;
        body = new StitchedText.Builder().Append(text);
    }

    /// <summary>A label line belongs to the entry above it; right below a heading it speaks for the whole section.</summary>
    public void AddLabel(StitchedText text)
    {
        if (body is not null)
        {
            labels.Add(new StitchedText.Builder().Append(text));
        }
        else if (entries.Count == 0 && sectionTitle.Length > 0)
        {
            sectionLabels = sectionLabels.Add(text);
        }
        else
        {
            findings.Add(new ImportFinding(FindingCode.ParagraphSkipped, FindingSeverity.Info, text.Span, [Wording.Beginning(text.Text)]));
        }
    }

    public void AddRow(TableRow row, bool isAdjacent)
    {
        CloseEntry();
        table.Add(row, isAdjacent);
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
            return ContinuesNames(open, line);
        }

        return entryNumber > 0
            ? open.Last is not ('）' or ')')
            : !Wording.EndsSentence(open.Last) || open.IsBracketOpen || open.Last == '。';
    }

    public void Continue(StitchedText text, bool acrossBlank)
    {
        var open = Open!;
        if (!Wording.EndsSentence(open.Last))
        {
            findings.Add(new ImportFinding(
                FindingCode.PageBreakJoined,
                acrossBlank ? FindingSeverity.Info : FindingSeverity.Warning,
                new SourceSpan(open.End, text.Span.Start),
                [open.Tail(4), Wording.Beginning(text.Text, 4)]));
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

    /// <summary>
    /// The rest of a list of names: names and delimiters only, and either the list above ends in a delimiter or the first piece ends a
    /// name. A heading whose number was lost ("产业发展") is neither.
    /// </summary>
    private bool ContinuesNames(StitchedText.Builder open, string line)
    {
        if (line.AsSpan().ContainsAny('。', '；') || open.Last is '。')
        {
            return false;
        }

        var names = line.Split('、', '，', ',');
        return names.All(n => n.Length <= LongestOrganization)
            && (open.Last is '、' or '，' or ',' or '：' or ':'
                || names.Length > 1
                || Wording.EndsWithAny(names[0].TrimEnd('）', ')'), rules.OrganizationEndings)
                || open.IsBracketOpen);
    }

    private void CloseSection()
    {
        CloseEntry();
        if (entries.Count == 0 && !sectionLabels.IsEmpty && Markers.IsLabelLine(sectionLabels[^1].Text, rules.Labels.Organizations))
        {
            // "三、建设…" with 责任单位 below it and no items: the "heading" is itself the task.
            AddTaskOfHeading();
        }
        else if (entries.Count > 0 || sectionTitle.Length > 0)
        {
            sections.Add(new SectionBlock(SectionNumber, sectionTitle, sectionLabels, [.. entries]));
        }

        entries.Clear();
        sectionLabels = [];
        sectionTitle = StitchedText.Empty;
    }

    private void AddTaskOfHeading()
    {
        var entry = new EntryBlock(SectionNumber, sectionTitle, sectionLabels);
        if (sections is [.., { Number: 0 } last])
        {
            sections[^1] = last with { Entries = last.Entries.Add(entry) };
        }
        else
        {
            sections.Add(new SectionBlock(0, StitchedText.Empty, [], [entry]));
        }
    }

    private void CloseTable()
    {
        if (!table.IsEmpty)
        {
            tables.Add(table.Build());
        }
    }
}
