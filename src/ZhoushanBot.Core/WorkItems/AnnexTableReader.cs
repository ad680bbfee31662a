using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>A table line with its merged cells filled in.</summary>
internal sealed record FilledRow(
    int Number,
    int Line,
    string Category,
    string Subject,
    ImmutableArray<SourceSpan> SubjectSpans,
    TableCell Plan,
    AreaTarget City,
    ImmutableArray<AreaTarget> Areas,
    Responsibility Responsibility,
    bool IsResponsibilityCarried,
    SourceSpan Span);

/// <summary>
/// 附件分解表, and tables that hold the tasks themselves: merged cells carried down, repeated headers dropped, rows that stand one
/// column off put right where their sum proves it.
/// </summary>
internal sealed class AnnexTableReader(string source, ReadingRules rules, List<ImportFinding> findings)
{
    private const int LongestSpill = 6;
    private readonly List<FilledRow> rows = [];
    private readonly List<Area> areas = [];
    private TableColumns? columns;
    private int number;
    private int line;
    private string category = string.Empty;
    private Responsibility responsibility = Responsibility.None;

    /// <summary>The lines of a list's tables, in their order; a table without a recognisable header gives none.</summary>
    public (ImmutableArray<FilledRow> Rows, ImmutableArray<Area> Areas) Read(IEnumerable<TableBlock> tables)
    {
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            if (TableColumns.Of(row, rules) is { } header && IsHeader(row, header))
            {
                ReadHeader(row, header);
            }
            else if (columns is null)
            {
                Report(FindingCode.ParagraphSkipped, FindingSeverity.Warning, row.Span, row.Cells[0].Text);
            }
            else
            {
                ReadRow(row);
            }
        }

        return ([.. rows], [.. areas]);
    }

    /// <summary>A header has words in its number column; a row has a number there, or nothing.</summary>
    private static bool IsHeader(TableRow row, TableColumns header) =>
        header.Number < 0 || Markers.DigitOf(row.Cells[header.Number].Text.FirstOrDefault()) is null;

    private void ReadHeader(TableRow row, TableColumns header)
    {
        if (columns is not null && columns.IsSameHeader(row))
        {
            Report(FindingCode.HeaderRepeated, FindingSeverity.Info, row.Span);
            return;
        }

        columns = header;
        (number, line, category, responsibility) = (0, 0, string.Empty, Responsibility.None);
        areas.AddRange(header.Areas.Select(i => header.Header[i]).Where(n => !areas.Any(a => a.Name == n)).Select(n => new Area(n, KindOf(n))));
    }

    private void ReadRow(TableRow row)
    {
        if (row.Cells.All(c => c.IsBlank))
        {
            return;
        }

        if (row.Cells.Length != columns!.Header.Length)
        {
            Report(FindingCode.RowWidth, FindingSeverity.Warning, row.Span, $"{columns.Header.Length}", $"{row.Cells.Length}");
        }

        ReadNumber(row);
        ReadCategory(row);
        var subject = TableColumns.CellOf(row, columns.Subject);
        var figures = FigureRow.Of(row, columns, subject.Text, 0, rules);
        if (figures.SumFails)
        {
            (figures, subject) = Repair(row, figures, subject);
        }
        else
        {
            ReportBlanks(figures, subject.Text);
        }

        var isCarried = ReadResponsibility(row);
        ReportCells(figures);
        rows.Add(new FilledRow(
            number,
            line,
            category,
            Markers.Compact(subject.Text).Length == 0 && rows.Count > 0 ? rows[^1].Subject : subject.Text,
            subject.IsBlank ? [] : [subject.Span],
            TableColumns.CellOf(row, columns.Plan),
            figures.City,
            figures.Areas,
            responsibility,
            isCarried,
            row.Span));
    }

    private void ReadNumber(TableRow row)
    {
        var cell = TableColumns.CellOf(row, columns!.Number);
        if (int.TryParse(cell.Text.TrimEnd('.', '．', '、'), NumberStyles.None, CultureInfo.InvariantCulture, out var own))
        {
            (number, line) = (own, 1);
            return;
        }

        line++;
        if (columns.Number >= 0 && number > 0)
        {
            Report(FindingCode.MergedCellCarried, FindingSeverity.Info, row.Span, columns.Header[columns.Number], $"{number}");
        }
        else
        {
            (number, line) = (number + 1, 1);
        }
    }

    private void ReadCategory(TableRow row)
    {
        var cell = TableColumns.CellOf(row, columns!.Category);
        if (!cell.IsBlank)
        {
            category = Markers.Compact(cell.Text);
        }
        else if (category.Length > 0)
        {
            Report(FindingCode.MergedCellCarried, FindingSeverity.Info, cell.Span, columns.Header[columns.Category], category);
        }
    }

    /// <summary>True when the row says nothing of its own and takes the responsibility of the row above.</summary>
    private bool ReadResponsibility(TableRow row)
    {
        ImmutableArray<NamedOrganization> Names(int column) =>
            OrganizationList.Read(StitchCell(TableColumns.CellOf(row, column)), rules, findings);
        var official = TableColumns.CellOf(row, columns!.Official);
        var officials = official.IsBlank ? [] : OrganizationList.Split(StitchCell(official)).Select(p => OfficialNames.Read(p.Text, rules));
        var own = ResponsibilityReader.Compose(officials, Names(columns.Lead), Names(columns.Support), Names(columns.Responsible));
        if (!own.Leads.IsEmpty)
        {
            responsibility = own.Officials.IsEmpty && columns.Official >= 0 ? own with { Officials = responsibility.Officials } : own;
            return false;
        }

        if (!responsibility.Leads.IsEmpty)
        {
            Report(
                FindingCode.MergedCellCarried,
                FindingSeverity.Info,
                TableColumns.CellOf(row, columns.Organizations).Span,
                columns.Header[Math.Max(0, columns.Organizations)],
                responsibility.Leads[0].Name);
        }

        responsibility = own.Officials.IsEmpty ? responsibility : responsibility with { Officials = own.Officials };
        return true;
    }

    private StitchedText StitchCell(TableCell cell) => StitchedText.Of(source, cell.Span);

    /// <summary>Tries the columns next door: the reading stands only if the areas then add up to the city's figure.</summary>
    private (FigureRow Figures, TableCell Subject) Repair(TableRow row, FigureRow figures, TableCell subject)
    {
        foreach (var shift in (ReadOnlySpan<int>)[1, -1])
        {
            var subjectCell = TableColumns.CellOf(row, columns!.Subject + shift);
            var moved = FigureRow.Of(row, columns, subjectCell.Text, shift, rules);
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

            return (moved, subjectCell);
        }

        Report(FindingCode.AreaSumMismatch, FindingSeverity.Error, row.Span, subject.Text, figures.City.Raw, Invariant(figures.Sum));
        return (figures, subject);
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
        Report(FindingCode.CellSpilled, FindingSeverity.Info, scrap.Span, columns!.Header[columns.Subject], scrap.Text);
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

        // 高新区 and 新城 are zones: whether a 区 is a district is settled by its government, see NoticeReader.
        foreach (var (kind, endings) in rules.AreaEndings)
        {
            if (area.Length > 2 && Markers.EndsWithAny(area, endings) && Enum.TryParse<AreaKind>(kind, out var found))
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
