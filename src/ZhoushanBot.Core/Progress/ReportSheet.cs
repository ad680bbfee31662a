using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Progress;

/// <summary>A column of the sheet on which reports are filled in.</summary>
public enum ReportSheetColumn
{
    /// <summary>任务编号, protected.</summary>
    TaskId,

    /// <summary>指标编号, protected.</summary>
    Line,

    /// <summary>地区, protected; empty for the city.</summary>
    Area,

    /// <summary>任务内容, protected.</summary>
    Task,

    /// <summary>指标, protected.</summary>
    Indicator,

    /// <summary>目标 with unit, protected.</summary>
    Target,

    /// <summary>上次填报, protected.</summary>
    Last,

    /// <summary>报告期.</summary>
    Period,

    /// <summary>完成数, or 无变化.</summary>
    Figure,

    /// <summary>自评.</summary>
    Rating,

    /// <summary>进展情况.</summary>
    Note,

    /// <summary>佐证链接.</summary>
    Evidence,

    /// <summary>原因说明.</summary>
    Reason,
}

/// <summary>A line of a sheet as it came in.</summary>
/// <param name="Line">Its number in the file, the first is 1.</param>
/// <param name="Cells">Its cells; may be fewer than there are columns.</param>
public sealed record SheetLine(int Line, ImmutableArray<string> Cells);

/// <summary>Something wrong in a sheet.</summary>
/// <param name="Line">Line in the file; 0 when the whole sheet is meant.</param>
/// <param name="Finding">What.</param>
public sealed record SheetFinding(int Line, ReportFinding Finding);

/// <summary>What comes of a sheet: all of it, or nothing. A closed set.</summary>
public abstract record SheetOutcome
{
    private SheetOutcome()
    {
    }

    /// <summary>To be written into the journal in one go.</summary>
    /// <param name="Reports">At least one, in the sheet's order.</param>
    public sealed record Accepted(ImmutableArray<ReportOutcome.Accepted> Reports) : SheetOutcome;

    /// <summary>Nothing is to be written.</summary>
    /// <param name="Findings">At least one, in the sheet's order.</param>
    public sealed record Refused(ImmutableArray<SheetFinding> Findings) : SheetOutcome;
}

/// <summary>填报表: the sheet that goes out with what somebody is to report, and comes back filled in.</summary>
public static class ReportSheet
{
    /// <summary>Lines taken at once.</summary>
    public const int MostLines = 5_000;

    /// <summary>The columns, in their order.</summary>
    public static ImmutableArray<ReportSheetColumn> Columns { get; } = [.. Enum.GetValues<ReportSheetColumn>()];

    /// <summary>Whether a person writes into the column.</summary>
    public static bool IsFilledIn(ReportSheetColumn column) => column >= ReportSheetColumn.Period;

    /// <summary>The sheet for a reporter: head, then a line for each figure that is theirs, and for each task of theirs without figures.</summary>
    /// <param name="context">Whose figures.</param>
    /// <param name="items">From which tasks; in the sheet's order.</param>
    /// <param name="period">Filled in beforehand.</param>
    /// <param name="language">Of head and periods; the tasks stay in the notice's words.</param>
    public static ImmutableArray<ImmutableArray<string>> Make(ReportingContext context, IEnumerable<IndexedItem> items, ReportPeriod period, ReplyLanguage language)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(items);
        var text = ReportText.In(language);
        return
        [
            [.. Columns.Select(text.Column)],
            .. from task in items
               from line in TaskMeasures.Of(task.Item)
               from measure in line.AddsUp ? line.Areas : line.Areas.Prepend(line.City)
               where context.MayReport(task.Item, measure.Area)
               select Columns.Select(column => Cell(column, task.Item, measure, context, period, text)).ToImmutableArray(),
        ];
    }

    /// <summary>Checks a sheet that came back. Lines without figure, rating and prose are passed over.</summary>
    /// <param name="lines">With the head among the first of them; heads in either language, columns in any order.</param>
    /// <param name="context">What to check against.</param>
    /// <param name="language">Names missing columns.</param>
    public static SheetOutcome Check(IReadOnlyList<SheetLine> lines, ReportingContext context, ReplyLanguage language)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(context);
        if (lines.Count > MostLines)
        {
            return Refuse(0, ReportFindingCode.TooManyLines, lines.Count.ToString(CultureInfo.InvariantCulture), MostLines.ToString(CultureInfo.InvariantCulture));
        }

        var (head, places) = FindHead(lines);
        if (Columns.Where(c => IsNeeded(c) && !places.ContainsKey(c)).Select(ReportText.In(language).Column).FirstOrDefault() is { } missing)
        {
            return Refuse(0, ReportFindingCode.ColumnMissing, missing);
        }

        var (reports, findings) = (ImmutableArray.CreateBuilder<ReportOutcome.Accepted>(), ImmutableArray.CreateBuilder<SheetFinding>());
        var seen = new Dictionary<(string, string, string, ReportPeriod), int>();
        foreach (var line in lines.Skip(head + 1).Where(l => IsFilled(l, places)))
        {
            if (DraftOf(line, places, context, findings) is not { } draft)
            {
                continue;
            }

            if (!seen.TryAdd((draft.TaskId, draft.Line, draft.Area, draft.Period), line.Line))
            {
                var other = seen[(draft.TaskId, draft.Line, draft.Area, draft.Period)];
                findings.Add(new SheetFinding(line.Line, new ReportFinding(ReportFindingCode.LineTwice, [other.ToString(CultureInfo.InvariantCulture)])));
                continue;
            }

            switch (ReportCheck.Check(draft, context))
            {
                case ReportOutcome.Accepted accepted:
                    reports.Add(accepted);
                    break;
                case ReportOutcome.Refused refused:
                    findings.AddRange(refused.Findings.Select(f => new SheetFinding(line.Line, f)));
                    break;
            }
        }

        return findings.Count > 0 ? new SheetOutcome.Refused(findings.ToImmutable())
            : reports.Count == 0 ? Refuse(0, ReportFindingCode.SheetEmpty)
            : new SheetOutcome.Accepted(reports.ToImmutable());
    }

    private static string Cell(ReportSheetColumn column, WorkItem item, Measure measure, ReportingContext context, ReportPeriod period, ReportText text) => column switch
    {
        ReportSheetColumn.TaskId => item.Id,
        ReportSheetColumn.Line => measure.Line,
        ReportSheetColumn.Area => measure.Area,
        ReportSheetColumn.Task => item.Text,
        ReportSheetColumn.Indicator => measure.Target is null ? string.Empty : measure.Subject,
        ReportSheetColumn.Target => measure.Target is { } target ? Words(target) : string.Empty,
        ReportSheetColumn.Last => context.Book.Of(item.Id).Thread(measure.Line, measure.Area)?.Holding is { } held ? Words(held, text) : string.Empty,
        ReportSheetColumn.Period => text.Period(period),
        _ => string.Empty,
    };

    private static string Words(Figure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{(figure.Comparator == Comparator.Equal ? string.Empty : TaskExport.SignOf(figure.Comparator))}{figure.Value:0.############}{figure.MeasureUnit}");

    private static string Words(ProgressReport held, ReportText text) =>
        $"{(held.Content.Figure is { } figure ? Words(figure) : text.Rating(held.Content.Rating!.Value))} ({text.Period(held.Content.Period)})";

    /// <summary>The first line with a task id's head; somebody may have put a title above it.</summary>
    private static (int Head, Dictionary<ReportSheetColumn, int> Places) FindHead(IReadOnlyList<SheetLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var places = new Dictionary<ReportSheetColumn, int>();
            for (var cell = 0; cell < lines[i].Cells.Length; cell++)
            {
                if (ColumnNamed(lines[i].Cells[cell].Trim()) is { } column)
                {
                    places.TryAdd(column, cell);
                }
            }

            if (places.ContainsKey(ReportSheetColumn.TaskId))
            {
                return (i, places);
            }
        }

        return (-1, []);
    }

    private static ReportSheetColumn? ColumnNamed(string head)
    {
        foreach (var column in Columns)
        {
            if (head == ReportText.In(ReplyLanguage.Chinese).Column(column) || string.Equals(head, ReportText.In(ReplyLanguage.English).Column(column), StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return null;
    }

    private static bool IsNeeded(ReportSheetColumn column) => column is ReportSheetColumn.TaskId or ReportSheetColumn.Line or ReportSheetColumn.Area || IsFilledIn(column);

    private static bool IsFilled(SheetLine line, Dictionary<ReportSheetColumn, int> places) =>
        CellOf(line, places, ReportSheetColumn.Figure).Length > 0 || CellOf(line, places, ReportSheetColumn.Rating).Length > 0 || CellOf(line, places, ReportSheetColumn.Note).Length > 0;

    /// <summary>Excel shows a leading apostrophe to nobody; an export puts one before what looks like a formula.</summary>
    private static string CellOf(SheetLine line, Dictionary<ReportSheetColumn, int> places, ReportSheetColumn column)
    {
        var text = places[column] < line.Cells.Length ? line.Cells[places[column]].Trim() : string.Empty;
        return text.StartsWith('\'') ? text[1..] : text;
    }

    private static ReportDraft? DraftOf(
        SheetLine line, Dictionary<ReportSheetColumn, int> places, ReportingContext context, ImmutableArray<SheetFinding>.Builder findings)
    {
        var before = findings.Count;
        var taskId = CellOf(line, places, ReportSheetColumn.TaskId);
        var periodText = CellOf(line, places, ReportSheetColumn.Period);
        var year = context.Index.Find(taskId)?.Content.Notice.Year is > 0 and var own ? own : context.Today.Year;
        if (ReportPeriod.Read(periodText, year) is not { } period)
        {
            findings.Add(new SheetFinding(line.Line, new ReportFinding(ReportFindingCode.PeriodUnreadable, [periodText])));
            period = ReportPeriod.On(context.Today);
        }

        var ratingText = CellOf(line, places, ReportSheetColumn.Rating);
        var rating = ReportText.ReadRating(ratingText);
        var figure = CellOf(line, places, ReportSheetColumn.Figure);
        var isNoChange = ReportText.IsNoChange(figure) || ReportText.IsNoChange(ratingText);
        if (ratingText.Length > 0 && rating is null && !isNoChange)
        {
            findings.Add(new SheetFinding(line.Line, new ReportFinding(ReportFindingCode.RatingUnreadable, [ratingText])));
        }

        return findings.Count > before ? null : new ReportDraft(taskId, CellOf(line, places, ReportSheetColumn.Line), CellOf(line, places, ReportSheetColumn.Area), period)
        {
            Figure = isNoChange ? string.Empty : figure,
            Rating = rating,
            Note = CellOf(line, places, ReportSheetColumn.Note),
            Evidence = CellOf(line, places, ReportSheetColumn.Evidence),
            Reason = CellOf(line, places, ReportSheetColumn.Reason),
            IsNoChange = isNoChange,
        };
    }

    private static SheetOutcome.Refused Refuse(int line, ReportFindingCode code, params ImmutableArray<string> arguments) =>
        new([new SheetFinding(line, new ReportFinding(code, arguments))]);
}
