using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>
/// 附件分解表, and tables that hold the tasks themselves: merged cells carried down, repeated headers dropped, rows that stand one
/// column off put right where their sum proves it.
/// </summary>
internal sealed class AnnexTableReader(string source, ReadingRules rules, List<ImportFinding> findings)
{
    private const int LongestSpill = 6;

    /// <summary>So many columns that nothing is known of are areas whose total was not recognised.</summary>
    private const int FewestAreas = 3;
    private readonly List<FilledRow> rows = [];
    private readonly List<Area> areas = [];
    private readonly HashSet<string> areaNames = new(StringComparer.Ordinal);
    private TableHeader? header;
    private bool isBelowHeader;

    /// <summary>Where the header stands whose columns are still to be judged: a second line may belong to it.</summary>
    private SourceSpan? headerSpan;
    private int group;
    private int number;
    private int line;
    private string category = string.Empty;
    private Responsibility responsibility = Responsibility.None;

    private TableColumns Columns => header!.Columns;

    /// <summary>The lines of a list's tables, in their order; a table without a recognisable header gives none.</summary>
    public (ImmutableArray<FilledRow> Rows, ImmutableArray<Area> Areas) Read(IEnumerable<TableBlock> tables)
    {
        foreach (var row in tables.SelectMany(t => t.Rows).Where(r => !r.Cells.All(c => c.IsBlank)))
        {
            if (!ReadHeader(row))
            {
                isBelowHeader = false;
                ReadLine(row);
            }
        }

        return ([.. rows], [.. areas]);
    }

    /// <summary>False when the line is no part of a header.</summary>
    private bool ReadHeader(TableRow row)
    {
        if (header is not null && header.IsRepeatedBy(row))
        {
            Report(FindingCode.HeaderRepeated, FindingSeverity.Info, row.Span);
            return true;
        }

        if (isBelowHeader && header is not null && header.TakesIn(row, rules))
        {
            AddAreas();
            return true;
        }

        if (isBelowHeader)
        {
            AddAreas();
        }

        if (TableHeader.Of(row, rules) is not { } own)
        {
            return false;
        }

        header = own;
        (isBelowHeader, headerSpan) = (true, row.Span);
        (number, line, category, responsibility) = (0, 0, string.Empty, Responsibility.None);
        return true;
    }

    private void AddAreas() => areas.AddRange(Columns.Areas
        .Select(i => Columns.Header[i])
        .Where(areaNames.Add)
        .Select(name => new Area(name, KindOf(name))));

    private void ReadLine(TableRow printed)
    {
        if (header is null)
        {
            Report(FindingCode.ParagraphSkipped, FindingSeverity.Warning, printed.Span, Wording.Beginning(printed.Cells.First(c => !c.IsBlank).Text));
            return;
        }

        if (headerSpan is { } span && Columns.Unknown is { Length: >= FewestAreas } unknown)
        {
            Report(FindingCode.ColumnsUnknown, FindingSeverity.Error, span, string.Join('、', unknown.Select(i => Columns.Header[i])));
        }

        headerSpan = null;
        var row = printed with { Cells = [.. printed.Cells.Select(ReadFormulas)] };
        if (IsTotal(row))
        {
            Report(FindingCode.TotalRowSkipped, FindingSeverity.Info, row.Span);
        }
        else if (CategoryLine(row) is { } heading)
        {
            category = heading;
        }
        else
        {
            ReadRow(row);
        }
    }

    private void ReadRow(TableRow row)
    {
        if (row.Cells.Length != Columns.Header.Length)
        {
            Report(FindingCode.RowWidth, FindingSeverity.Warning, row.Span, $"{Columns.Header.Length}", $"{row.Cells.Length}");
        }

        ReadNumber(row);
        ReadCategory(row);
        var subject = TableColumns.CellOf(row, Columns.Subject);
        var figures = FigureRow.Of(row, Columns, subject.Text, 0, rules);
        var shift = 0;
        if (figures.SumFails)
        {
            (figures, subject, shift) = Repair(row, figures, subject);
        }
        else
        {
            ReportBlanks(figures, subject.Text);
        }

        var isCarried = ReadResponsibility(row, shift);
        ReportCells(figures);
        rows.Add(new FilledRow
        {
            Group = group,
            Number = number,
            Line = line,
            Category = category,
            Subject = subject.IsBlank && rows.Count > 0 ? rows[^1].Subject : subject.Text,
            SubjectSpans = subject.IsBlank ? [] : [subject.Span],
            PlanSpans = [.. Columns.Plans.Select(i => TableColumns.CellOf(row, i)).Where(c => !c.IsBlank).Select(c => c.Span)],
            Figures = figures,
            Responsibility = responsibility,
            IsResponsibilityCarried = isCarried,
            Span = row.Span,
        });
    }

    private TableCell ReadFormulas(TableCell cell)
    {
        if (!cell.Text.Contains('$', StringComparison.Ordinal))
        {
            return cell;
        }

        var read = MathMarkup.Read(StitchCell(cell), (span, written, value) => Report(FindingCode.MathMarkup, FindingSeverity.Info, span, written, value));
        return cell with { Text = read.Trim().Text };
    }

    /// <summary>合计 in the place of number, category or subject: the row adds the others up and is no task.</summary>
    private bool IsTotal(TableRow row) => row.Cells
        .Take(Columns.Subject + 1)
        .Any(c => rules.TotalWords.Contains(Wording.Compact(c.Text), StringComparer.Ordinal));

    /// <summary>"一、城乡建设方面" alone in its line is the category of the rows below it.</summary>
    private static string? CategoryLine(TableRow row)
    {
        var filled = row.Cells.Where(c => !c.IsBlank).ToList();
        if (filled.Count != 1 || !Markers.HeadingNumber(filled[0].Text).IsFound)
        {
            return null;
        }

        var mark = Markers.HeadingNumber(filled[0].Text);
        return mark.Form == LineNumberForm.Chinese ? Wording.Compact(filled[0].Text[mark.ContentStart..]) : null;
    }

    private void ReadNumber(TableRow row)
    {
        var cell = TableColumns.CellOf(row, Columns.Number);
        var text = Wording.Compact(cell.Text).TrimEnd('.', '．', '、');
        var own = Wording.WholeNumber(text) ?? (ChineseNumerals.TryParse(text, out var chinese) && chinese is > 0 and < 1000 ? (int)chinese : null);
        if (own is { } printed)
        {
            (group, number, line) = (group + 1, printed, 1);
            return;
        }

        line++;
        if (Columns.Number >= 0 && number > 0)
        {
            Report(FindingCode.MergedCellCarried, FindingSeverity.Info, row.Span, Columns.Header[Columns.Number], $"{number}");
        }
        else
        {
            (group, number, line) = (group + 1, number + 1, 1);
        }
    }

    private void ReadCategory(TableRow row)
    {
        var cell = TableColumns.CellOf(row, Columns.Category);
        if (!cell.IsBlank)
        {
            category = Wording.Compact(cell.Text);
        }
        else if (category.Length > 0 && Columns.Category >= 0)
        {
            Report(FindingCode.MergedCellCarried, FindingSeverity.Info, cell.Span, Columns.Header[Columns.Category], category);
        }
    }

    /// <summary>True when the row says nothing of its own and takes the responsibility of the row above.</summary>
    private bool ReadResponsibility(TableRow row, int shift)
    {
        TableCell Cell(int column) => TableColumns.CellOf(row, column < 0 ? column : column + shift);
        ImmutableArray<NamedOrganization> Names(int column) => OrganizationList.Read(StitchCell(Cell(column)), rules, findings);
        var official = OfficialNames.ReadList(Cell(Columns.Official).Text, rules);
        var own = Responsibility.Compose(official, Names(Columns.Lead), Names(Columns.Support), Names(Columns.Responsible));
        var officials = own.Officials.IsEmpty && Columns.Official >= 0 ? responsibility.Officials : own.Officials;

        // "/" says that there is nobody; only an empty cell belongs to the one above.
        if (!own.Leads.IsEmpty || !Cell(Columns.Organizations).IsBlank)
        {
            responsibility = own with { Officials = officials };
            return false;
        }

        if (!responsibility.Leads.IsEmpty && Columns.Organizations >= 0)
        {
            Report(FindingCode.MergedCellCarried, FindingSeverity.Info, Cell(Columns.Organizations).Span, Columns.Header[Columns.Organizations], responsibility.Leads[0].Name);
        }

        responsibility = responsibility with
        {
            Officials = officials.IsEmpty ? responsibility.Officials : officials,
            Supporting = own.Supporting.IsEmpty ? responsibility.Supporting : own.Supporting,
        };
        return true;
    }

    private StitchedText StitchCell(TableCell cell) => StitchedText.Of(source, cell.Span);

    /// <summary>Tries the columns next door: the reading stands only if the areas then add up to the city's figure.</summary>
    private (FigureRow Figures, TableCell Subject, int Shift) Repair(TableRow row, FigureRow figures, TableCell subject)
    {
        foreach (var shift in (ReadOnlySpan<int>)[1, -1])
        {
            var subjectCell = TableColumns.CellOf(row, Columns.Subject + shift);
            var moved = FigureRow.Of(row, Columns, subjectCell.Text, shift, rules);
            if (!moved.SumProves)
            {
                continue;
            }

            Report(FindingCode.AreaSumMismatch, FindingSeverity.Info, row.Span, subject.Text, figures.City.Raw, Invariant(figures.Sum));
            Report(FindingCode.RowShifted, FindingSeverity.Warning, row.Span, $"{shift}", moved.City.Raw, Invariant(moved.Sum));
            if (shift > 0)
            {
                PutSpillBack(subject);
            }

            return (moved, subjectCell, shift);
        }

        Report(FindingCode.AreaSumMismatch, FindingSeverity.Error, row.Span, subject.Text, figures.City.Raw, Invariant(figures.Sum));
        return (figures, subject, 0);
    }

    /// <summary>A scrap such as "项目。" in the subject's column is the end of the subject above.</summary>
    private void PutSpillBack(TableCell scrap)
    {
        if (scrap.IsBlank || scrap.Text.Length > LongestSpill || rows.Count == 0)
        {
            return;
        }

        var above = rows[^1];
        rows[^1] = above with { Subject = above.Subject + scrap.Text, SubjectSpans = above.SubjectSpans.Add(scrap.Span) };
        Report(FindingCode.CellSpilled, FindingSeverity.Info, scrap.Span, Columns.Header[Columns.Subject], scrap.Text);
    }

    private void ReportBlanks(FigureRow figures, string subject)
    {
        foreach (var area in figures.Areas.Where(a => a.Value is CellValue.Blank))
        {
            Report(FindingCode.CellBlank, FindingSeverity.Warning, area.Span, subject, area.Area);
        }
    }

    private void ReportCells(FigureRow figures)
    {
        foreach (var area in figures.Areas.Where(a => a.Value is CellValue.Words))
        {
            Report(FindingCode.CellNotFigure, FindingSeverity.Warning, area.Span, area.Area, area.Raw);
        }

        if (figures.InferredUnit.Length > 0)
        {
            Report(FindingCode.MeasureUnitInferred, FindingSeverity.Info, figures.City.Span, figures.City.Raw, figures.InferredUnit);
        }
    }

    private AreaKind KindOf(string area)
    {
        if (rules.CityLevelAreas.Contains(area, StringComparer.Ordinal))
        {
            return AreaKind.CityLevel;
        }

        if (Wording.EndsWithAny(area, rules.ZoneEndings))
        {
            return AreaKind.FunctionalZone;
        }

        // 高新区 and 新城 are zones: whether a 区 is a district is settled by its government, see OrganizationRegistry.Settle.
        foreach (var (kind, endings) in rules.AreaEndings)
        {
            // 藤县 is a county of one character; 全县 and 城区 are none.
            if ((area.Length > 2 || area is [not ('全' or '各' or '本' or '外' or '两'), '县']) && Wording.EndsWithAny(area, endings) && Enum.TryParse<AreaKind>(kind, out var found))
            {
                return found;
            }
        }

        return AreaKind.FunctionalZone;
    }

    private void Report(FindingCode code, FindingSeverity severity, SourceSpan span, params ImmutableArray<string> arguments) =>
        findings.Add(new ImportFinding(code, severity, span, arguments));

    private static string Invariant(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
