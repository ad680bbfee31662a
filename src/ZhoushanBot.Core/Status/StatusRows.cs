using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Status;

/// <summary>A cell of an export: text, or a number.</summary>
/// <param name="Text">As shown; empty for none.</param>
/// <param name="Number">The number, where it is one.</param>
public readonly record struct StatusCell(string Text, decimal? Number = null)
{
    /// <summary>As shown; empty for none, for a default cell too.</summary>
    public string Text { get => field ?? string.Empty; } = Text;
}

/// <summary>Everything on a board, a row for each figure: the city's and every area's.</summary>
public static class StatusRows
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The columns, in their order.</summary>
    public static ImmutableArray<StatusColumn> Columns { get; } =
    [
        StatusColumn.TaskId, StatusColumn.List, StatusColumn.LeadOfficial, StatusColumn.LeadOrganization, StatusColumn.Text, StatusColumn.Indicator,
        StatusColumn.Area, StatusColumn.Target, StatusColumn.Figure, StatusColumn.MeasureUnit, StatusColumn.Rate, StatusColumn.Pace, StatusColumn.Lamp,
        StatusColumn.Reason, StatusColumn.Since, StatusColumn.DueOn, StatusColumn.Period, StatusColumn.ReportedOn, StatusColumn.ReportedBy, StatusColumn.Note,
        StatusColumn.Evidence, StatusColumn.Review,
    ];

    /// <summary>The rows, in the board's order; each as long as <see cref="Columns"/>.</summary>
    public static IEnumerable<ImmutableArray<StatusCell>> Of(StatusBoard board, StatusText text)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(text);
        return from task in board.Tasks
               from line in task.Lines
               from figure in line.Areas.Prepend(line.City)
               select Columns.Select(column => Cell(column, task, figure, text)).ToImmutableArray();
    }

    /// <summary>
    /// Writes the documented export: an array of tasks with their figures, UTF-8, indented. Names keep their meaning; new ones may be added.
    /// </summary>
    /// <param name="output">Left open.</param>
    /// <param name="board">What to write.</param>
    public static void WriteJson(Stream output, StatusBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartArray();
        foreach (var task in board.Tasks)
        {
            var item = task.Task.Item;
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("notice", task.Task.Content.Notice.DocumentNumber);
            json.WriteString("list", TaskExport.NameOf(item.List));
            json.WriteString("text", item.Text);
            WriteNames(json, "leadOfficials", item.LeadOfficials.Select(o => o.Name));
            WriteNames(json, "leadOrganizations", item.LeadOrganizations.Select(o => o.Name));
            json.WriteString("due", Iso(task.DueOn));
            json.WriteString("lamp", ProgressJson.NameOf(task.Lamp));
            json.WriteString("computedLamp", ProgressJson.NameOf(task.ComputedLamp));
            json.WriteString("reason", NameOf(task.Reason));
            WriteDay(json, "since", task.Since);
            json.WriteString("review", NameOf(task.Review));
            json.WriteBoolean("reportedForPeriod", task.IsReportedForPeriod);
            WriteFigures(json, task);
            json.WriteString("note", task.Prose?.Content.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFigures(Utf8JsonWriter json, TaskStatus task)
    {
        json.WriteStartArray("figures");
        foreach (var figure in task.Lines.SelectMany(l => l.Areas.Prepend(l.City)))
        {
            json.WriteStartObject();
            json.WriteString("line", figure.Measure.Line);
            json.WriteString("area", figure.Measure.Area);
            json.WriteString("indicator", figure.Measure.Subject);
            WriteAmount(json, "target", figure.Measure.Target is null ? null : figure.Measure.TargetAmount);
            json.WriteString("comparator", figure.Measure.Target is { } target ? TaskExport.SignOf(target.Comparator) : null);
            json.WriteString("unit", figure.Measure.Target?.Normalized.MeasureUnit);
            WriteAmount(json, "value", figure.Amount);
            json.WriteString("source", figure.Source switch { FigureSource.Sum => "sum", FigureSource.Reported => "reported", _ => null });
            WriteAmount(json, "rate", figure.Reading.Rate is { } rate ? Math.Round(rate, 4) : null);
            WriteAmount(json, "pace", figure.Reading.Expected is { } pace ? Math.Round(pace, 4) : null);
            json.WriteString("lamp", ProgressJson.NameOf(figure.Lamp));
            json.WriteString("reason", NameOf(figure.Reading.Reason));
            WriteDay(json, "since", figure.Reading.Since);
            json.WriteString("period", figure.Report?.Content.Period.Code);
            json.WriteString("rating", figure.Report?.Content.Rating is { } rating2 ? ProgressJson.NameOf(rating2) : null);
            WriteDay(json, "reportedOn", figure.Report?.MadeOn);
            json.WriteString("reportedBy", figure.Report?.By.Name);
            json.WriteString("note", figure.Report?.Content.Note);
            json.WriteString("evidence", figure.Report?.Content.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static StatusCell Cell(StatusColumn column, TaskStatus task, MeasureStatus figure, StatusText text) => column switch
    {
        StatusColumn.TaskId => new StatusCell(task.Task.Item.Id),
        StatusColumn.List => new StatusCell(text.List(task.Task.Item.List)),
        StatusColumn.LeadOfficial => new StatusCell(string.Join('、', task.Task.Item.LeadOfficials.Select(o => text.Official(o.Name, o.Post)))),
        StatusColumn.LeadOrganization => new StatusCell(string.Join('、', task.Task.Item.LeadOrganizations.Select(o => text.Organization(o.Name)))),
        StatusColumn.Text => new StatusCell(task.Task.Item.Text),
        StatusColumn.Indicator => new StatusCell(figure.Measure.Target is null ? string.Empty : text.Indicator(task.Task, figure.Measure)),
        StatusColumn.Area => new StatusCell(figure.Measure.Area.Length == 0 ? text.WholeCity : text.Area(figure.Measure.Area)),
        StatusColumn.Target => figure.Measure.Target is { } target ? new StatusCell(text.Figure(target)) : default,
        StatusColumn.Figure => figure.Amount is { } amount ? NumberCell(amount / FactorOf(figure.Measure)) : default,
        StatusColumn.MeasureUnit => new StatusCell(figure.Measure.Target?.MeasureUnit ?? string.Empty),
        StatusColumn.Rate => PercentCell(figure.Reading.Rate),
        StatusColumn.Pace => PercentCell(figure.Reading.Expected),
        StatusColumn.Lamp => new StatusCell(text.Lamp(figure.Lamp)),
        StatusColumn.Reason => new StatusCell(text.Reason(figure.Reading.Reason)),
        StatusColumn.Since => new StatusCell(Iso(figure.Reading.Since)),
        StatusColumn.DueOn => new StatusCell(Iso(task.DueOn)),
        StatusColumn.Period => new StatusCell(figure.Report is { } report ? text.Reports.Period(report.Content.Period) : string.Empty),
        StatusColumn.ReportedOn => new StatusCell(Iso(figure.Report?.MadeOn)),
        StatusColumn.ReportedBy => new StatusCell(figure.Report?.By.Name ?? string.Empty),
        StatusColumn.Note => new StatusCell(NoteOf(task, figure)),
        StatusColumn.Evidence => new StatusCell(figure.Report?.Content.Evidence ?? string.Empty),
        StatusColumn.Review => new StatusCell(text.Reports.State(task.Review)),
        _ => default,
    };

    private static string NoteOf(TaskStatus task, MeasureStatus figure) =>
        figure.Report?.Content.Note is { Length: > 0 } own ? own : figure.Measure.Area.Length == 0 ? task.Prose?.Content.Note ?? string.Empty : string.Empty;

    private static decimal FactorOf(Measure measure) => measure.Target is { } target ? MeasureUnits.Normalize(1, target.MeasureUnit).Value : 1;

    private static StatusCell NumberCell(decimal number) => new(number.ToString("0.############", CultureInfo.InvariantCulture), number);

    private static StatusCell PercentCell(decimal? share) => share is { } value ? new StatusCell(StatusText.Percent(value), Math.Round(value, 4)) : default;

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) => json.WriteString(name, day is null ? null : Iso(day));

    private static void WriteAmount(Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
