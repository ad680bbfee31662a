using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>
/// The text of a notice into lists, sections, entries and tables. Goes by form alone and never fails: what fits nowhere is
/// left out and reported. Rules and examples: ReadingRules.md beside its tests.
/// </summary>
internal sealed class NoticeParser
{
    private readonly ReadingRules rules = ReadingRules.Default;
    private readonly string source;
    private readonly ImmutableArray<SourceLine> lines;
    private readonly bool hasListTitles;
    private readonly List<ImportFinding> findings = [];
    private readonly List<ListBuilder> lists = [];
    private readonly StitchedText.Builder letter = new();
    private bool annexAnnounced;
    private bool afterBlank;

    private NoticeParser(string source)
    {
        this.source = source;
        lines = SourceLine.Of(source);
        hasListTitles = lines.Any(l => !l.IsTableRow && Markers.IsListTitle(l.Text.Trim(), rules));
    }

    private ListBuilder? List => lists.Count == 0 ? null : lists[^1];

    /// <summary>Parses; <paramref name="source"/> has LF line ends.</summary>
    public static (NoticeDocument Document, ImmutableArray<ImportFinding> Findings) Parse(string source)
    {
        var parser = new NoticeParser(source);
        parser.ReadLines();
        var blocks = parser.lists.Select(l => l.Build()).ToImmutableArray();
        var notice = FrontMatter.Read(source, parser.lines, blocks.Select(l => l.List.Title));
        parser.ReportFrontMatter(notice);
        return (new NoticeDocument(notice, parser.letter.Build(), blocks), [.. parser.findings]);
    }

    private void ReadLines()
    {
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                afterBlank = true;
                continue;
            }

            var text = line.Stitch();
            if (List is { HasContent: true } && Markers.StartsWithAny(text.Text, rules.EndMarkers))
            {
                return;
            }

            Read(line, text);
            afterBlank = false;
        }
    }

    private void Read(SourceLine line, StitchedText text)
    {
        if (line.IsTableRow)
        {
            OpenList().AddRow(line.Row());
        }
        else if (Markers.IsAnnexMarker(text.Text, rules))
        {
            annexAnnounced = true;
            List?.CloseEntry();
        }
        else if (Markers.IsListTitle(text.Text, rules))
        {
            ReadListTitle(text);
        }
        else if (List is null && (hasListTitles || !StartsList(text.Text)))
        {
            letter.Append(text);
        }
        else if (!ReadHeading(text) && !ReadItem(text))
        {
            ReadPlain(text);
        }
    }

    private static bool StartsList(string text) =>
        Markers.HeadingNumber(text).Number == 1 || Markers.ItemNumber(text) is { Number: 1, HasDot: true };

    private ListBuilder OpenList()
    {
        if (lists.Count == 0)
        {
            lists.Add(new ListBuilder(new WorkList(WorkListKind.Other, string.Empty, new SourceSpan(0, 0)), findings));
        }

        return lists[^1];
    }

    private void ReadListTitle(StitchedText text)
    {
        var title = Markers.Compact(text.Text);
        var kind = Markers.KindOf(title, rules);
        List?.CloseEntry();
        if (annexAnnounced && List is { HasContent: true } current && current.List.Kind == kind)
        {
            annexAnnounced = false;
            return;
        }

        annexAnnounced = false;
        if (List is { HasContent: false })
        {
            lists.RemoveAt(lists.Count - 1);
        }

        lists.Add(new ListBuilder(new WorkList(kind, title, text.Span), findings));
    }

    private bool ReadHeading(StitchedText text)
    {
        var list = OpenList();
        var (number, contentStart, isSubheading) = Markers.HeadingNumber(text.Text);
        if (number == 0 || (!isSubheading && number != 1 && number != list.SectionNumber + 1 && list.SectionNumber != 0))
        {
            return false;
        }

        var content = text.Slice(contentStart, text.Length).Trim();
        if (Markers.IsHeadingText(content.Text))
        {
            list.StartSection(isSubheading ? list.SectionNumber : number, content);
            return true;
        }

        if (list.IsEntryOpen && !list.IsEntryClosed)
        {
            return false;
        }

        list.StartEntry(number, content);
        return true;
    }

    private bool ReadItem(StitchedText text)
    {
        var list = OpenList();
        var (number, contentStart, hasDot) = Markers.ItemNumber(text.Text);
        var expected = list.LastItem + 1;
        if (number == 0 || (!hasDot && (number != expected || !list.IsEntryClosed)))
        {
            return false;
        }

        // A number with its dot in the middle of an open sentence belongs to the sentence, unless it is the next in line.
        if (number != expected && number != 1 && !list.IsEntryClosed)
        {
            return false;
        }

        if (!hasDot)
        {
            Report(FindingCode.ItemDotMissing, FindingSeverity.Info, text.SpanOf(0, contentStart), $"{number}");
        }
        else if (number != expected && number != 1)
        {
            Report(FindingCode.NumberingGap, FindingSeverity.Warning, text.SpanOf(0, contentStart), $"{expected}", $"{number}");
        }

        list.StartEntry(number, text.Slice(contentStart, text.Length).Trim());
        return true;
    }

    private void ReadPlain(StitchedText text)
    {
        var list = OpenList();
        if (Markers.IsLabelLine(text.Text, rules))
        {
            list.AddLabel(text);
        }
        else if (list.Continues(text.Text))
        {
            list.Continue(text, afterBlank);
        }
        else
        {
            list.StartEntry(0, text);
        }
    }

    private void ReportFrontMatter(Notice notice)
    {
        var top = new SourceSpan(0, 0);
        if (notice.DocumentNumber.Length == 0)
        {
            Report(FindingCode.NoDocumentNumber, FindingSeverity.Warning, top);
        }

        if (notice.Year == 0)
        {
            Report(FindingCode.NoYear, FindingSeverity.Warning, top);
        }
    }

    private void Report(FindingCode code, FindingSeverity severity, SourceSpan span, params ImmutableArray<string> arguments) =>
        findings.Add(new ImportFinding(code, severity, span, arguments));
}
