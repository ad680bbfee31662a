using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>
/// The text of a notice into lists, sections, entries and tables. Goes by form alone and never fails: what fits nowhere is
/// left out and reported. Rules and examples: ReadingRules.md beside its tests.
/// </summary>
internal sealed class NoticeParser
{
    private readonly ReadingRules rules = ReadingRules.Default;
    private readonly ImmutableArray<SourceLine> lines;
    private readonly ImmutableArray<string?> listTitles;
    private readonly HashSet<string> titlesSeen = new(StringComparer.Ordinal);
    private readonly WorkListKind kindOfNotice;

    /// <summary>Level of the place's own public-benefit projects, see <see cref="Markers.LevelOf"/>: a list of a higher one is the upper authority's.</summary>
    private readonly int ownLevel;
    private readonly List<ImportFinding> findings = [];
    private readonly List<ListBuilder> lists = [];
    private readonly StitchedText.Builder letter = new();
    private bool annexAnnounced;
    private bool afterBlank;
    private bool behindEnd;

    private NoticeParser(string source)
    {
        lines = SourceLine.Of(source);
        kindOfNotice = Markers.KindOf(FrontMatter.TitleOf(lines), rules);
        listTitles = [.. lines.Select((_, i) => TitleAt(i))];
        ownLevel = listTitles.OfType<string>().Select(t => Markers.LevelOf(t, rules)).Where(level => level >= 0).DefaultIfEmpty(-1).Min();
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
        var hasListTitles = listTitles.Any(t => t is not null);
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].IsBlank)
            {
                afterBlank = true;
                continue;
            }

            var text = lines[index].Stitch();
            if (Markers.IsPageNumber(text.Text))
            {
                Report(FindingCode.PageNumberDropped, FindingSeverity.Info, text.Span, text.Text);
                afterBlank = true;
                continue;
            }

            Read(index, text, hasListTitles);
            afterBlank = false;
        }
    }

    private void Read(int index, StitchedText text, bool hasListTitles)
    {
        if (listTitles[index] is { } title)
        {
            ReadListTitle(index, title, text.Span);
        }
        else if (behindEnd || (List is { HasContent: true } && Wording.StartsWithAny(text.Text, rules.EndMarkers)))
        {
            // 抄送 and what follows name offices that carry no task; a further list may still come.
            behindEnd = true;
        }
        else if (IsTableLine(index, text.Text))
        {
            OpenList().AddRow(lines[index].Row(), !afterBlank);
        }
        else if (Markers.IsAnnexMarker(text.Text, rules, out _))
        {
            annexAnnounced = true;
            List?.CloseEntry();
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

    /// <summary>The title of a list in a line; null when the line has none, or only quotes one.</summary>
    private string? TitleAt(int index)
    {
        var line = lines[index].Text.Trim();
        if (lines[index].HasTab || line.Length == 0)
        {
            return null;
        }

        // "附件：…任务分解" is the title itself only where the list follows at once; elsewhere it points to one.
        var isAnnex = Markers.IsAnnexMarker(line, rules, out var behind);
        var title = Markers.ListTitle(isAnnex ? behind : line, rules);
        if (title is null || (isAnnex && behind.Length == 0))
        {
            return null;
        }

        var next = NextLine(index);
        return isAnnex
            ? next >= 0 && (lines[next].HasCells || StartsList(lines[next].Text.Trim())) ? title : null
            : next >= 0 && lines[next].Text.TrimStart().StartsWith('的') ? null : title;
    }

    /// <summary>A table follows; a line such as "单位：个" may stand between.</summary>
    private bool LeadsToTable(int index)
    {
        for (var (next, skipped) = (NextLine(index), 0); next >= 0 && skipped < 2; (next, skipped) = (NextLine(next), skipped + 1))
        {
            if (lines[next].HasCells)
            {
                return true;
            }
        }

        return false;
    }

    private int NextLine(int index)
    {
        for (var next = index + 1; next < lines.Length; next++)
        {
            if (!lines[next].IsBlank)
            {
                return next;
            }
        }

        return -1;
    }

    /// <summary>A table begins with several cells that are no item; inside it a single tab, or a line without any, may belong to it.</summary>
    private bool IsTableLine(int index, string text)
    {
        if (List is not { IsInTable: true })
        {
            var isTorn = lines[index].HasTab && index + 1 < lines.Length && lines[index + 1].HasCells;
            return (lines[index].HasCells || isTorn)
                && Markers.ItemNumber(text, rules).Form != LineNumberForm.Dotted
                && !Markers.IsLabelLine(text, rules.Labels.All);
        }

        return lines[index].HasTab || (!afterBlank
            && !Markers.IsAnnexMarker(text, rules, out _)
            && !Markers.HeadingNumber(text).IsFound
            && !Markers.ItemNumber(text, rules).IsFound
            && !Markers.IsLabelLine(text, rules.Labels.All));
    }

    private bool StartsList(string text) =>
        Markers.HeadingNumber(text).Number == 1 || Markers.ItemNumber(text, rules) is { Number: 1, Form: LineNumberForm.Dotted };

    private ListBuilder OpenList()
    {
        if (lists.Count == 0)
        {
            AddList(new WorkList(kindOfNotice, string.Empty, new SourceSpan(0, 0)));
        }

        return lists[^1];
    }

    private void AddList(WorkList list) => lists.Add(new ListBuilder(list, rules, findings));

    private void ReadListTitle(int index, string title, SourceSpan span)
    {
        var kind = Markers.KindOf(title, rules) is var named && named == WorkListKind.CityProjects && Markers.LevelOf(title, rules) > ownLevel ? WorkListKind.ProvincialProjects : named;
        List?.CloseEntry();
        behindEnd = false;
        var isAnnexOfList = List is { HasContent: true } current && current.List.Kind == kind
            && LeadsToTable(index)
            && (annexAnnounced || titlesSeen.Contains(title));
        annexAnnounced = false;
        if (isAnnexOfList)
        {
            return;
        }

        if (List is { HasContent: false })
        {
            lists.RemoveAt(lists.Count - 1);
        }

        titlesSeen.Add(title);
        AddList(new WorkList(kind, title, span));
    }

    private bool ReadHeading(StitchedText text)
    {
        var list = OpenList();
        var mark = Markers.HeadingNumber(text.Text);
        var content = text.Slice(mark.ContentStart, text.Length).Trim();
        if (!mark.IsFound || content.Length == 0)
        {
            return false;
        }

        var isMain = mark.Form == LineNumberForm.Chinese;
        var isHeading = Markers.IsHeadingText(content.Text, rules);
        var isNext = isHeading && isMain && mark.Number == list.SectionNumber + 1;

        // "…一、二、三产业融合": a cut sentence may go on with a Chinese number; the number next in line is a heading all the same.
        if (!isNext && list.IsEntryOpen && !list.IsEntryClosed)
        {
            return false;
        }

        if (!isHeading)
        {
            list.StartEntry(mark.Number, content);
            return true;
        }

        if (!isNext && isMain && mark.Number != 1)
        {
            Report(FindingCode.NumberingGap, FindingSeverity.Warning, text.SpanOf(0, mark.ContentStart), $"{list.SectionNumber + 1}", $"{mark.Number}");
        }

        list.StartSection(isMain || !list.HasMainSections ? mark.Number : list.SectionNumber, content, isMain);
        return true;
    }

    private bool ReadItem(StitchedText text)
    {
        var list = OpenList();
        var mark = Markers.ItemNumber(text.Text, rules);
        if (!mark.IsFound && list is { HasDottedItems: true, IsEntryClosed: true })
        {
            mark = Markers.NumberBeforeFigure(text.Text, list.LastItem + 1);
        }

        var isNext = mark.Number == list.LastItem + 1 || (mark.Number == 1 && list.IsSectionEmpty);
        if (!mark.IsFound || !MayStart(list, mark, isNext))
        {
            return false;
        }

        if (mark.Form == LineNumberForm.Bare)
        {
            Report(FindingCode.ItemDotMissing, FindingSeverity.Info, text.SpanOf(0, mark.ContentStart), $"{mark.Number}");
        }
        else if (!isNext && mark.Number != 1)
        {
            Report(FindingCode.NumberingGap, FindingSeverity.Warning, text.SpanOf(0, mark.ContentStart), $"{list.LastItem + 1}", $"{mark.Number}");
        }

        list.StartEntry(mark.Number, text.Slice(mark.ContentStart, text.Length).Trim(), mark.Form == LineNumberForm.Dotted);
        return true;
    }

    /// <summary>A number in the middle of an open sentence belongs to the sentence, unless it is the next in line.</summary>
    private static bool MayStart(ListBuilder list, LineNumber mark, bool isNext) => mark.Form switch
    {
        LineNumberForm.Bare => isNext && list.IsEntryClosed,
        LineNumberForm.BracketedArabic => !list.HasDottedItems && list.IsEntryClosed,
        _ => isNext || mark.Number == 1 || list.IsEntryClosed,
    };

    private void ReadPlain(StitchedText text)
    {
        var list = OpenList();
        if (Markers.IsLabelLine(text.Text, rules.Labels.All))
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
