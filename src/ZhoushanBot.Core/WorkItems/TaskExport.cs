using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>
/// The documented export <c>tasks --json</c> that other programs build on: one array, each notice's tasks in its order. A name once
/// given keeps its meaning; new ones may be added.
/// </summary>
public static class TaskExport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the array as UTF-8 JSON, indented.</summary>
    /// <param name="output">Left open.</param>
    /// <param name="tasks">Tasks with the notice that each stands in.</param>
    public static void Write(Stream output, IEnumerable<(Notice Notice, WorkItem Item)> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartArray();
        foreach (var (notice, item) in tasks)
        {
            Write(json, notice, item);
        }

        json.WriteEndArray();
    }

    /// <summary>The name of a list in the export.</summary>
    public static string NameOf(WorkListKind list) => list switch
    {
        WorkListKind.WorkReport => "workReport",
        WorkListKind.ProvincialProjects => "provincial",
        WorkListKind.CityProjects => "city",
        _ => "other",
    };

    /// <summary>The sign of a comparator in the export.</summary>
    public static string SignOf(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.MoreThan => ">",
        Comparator.AtMost => "<=",
        Comparator.LessThan => "<",
        Comparator.About => "~",
        _ => "=",
    };

    private static void Write(Utf8JsonWriter json, Notice notice, WorkItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("list", NameOf(item.List));
        json.WriteNumber("section", item.Section);
        json.WriteString("sectionTitle", item.SectionTitle);
        json.WriteNumber("item", item.Item);
        json.WriteString("text", item.Text);
        WriteStringOrNull(json, "leadOfficial", item.LeadOfficials is [var official, ..] ? official.Name : null);
        WriteNames(json, "leadOfficials", item.LeadOfficials.Select(o => o.Name));
        WriteNames(json, "leadOrganizations", item.LeadOrganizations.Select(o => o.Name));
        WriteNames(json, "supportingOrganizations", item.SupportingOrganizations.Select(o => o.Name));
        json.WriteBoolean("joint", item.IsJoint);
        WriteTargets(json, item.Targets);
        WriteAreaTargets(json, item.Rows);
        json.WriteString("deadline", item.Deadline.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteBoolean("deadlineDerived", item.Deadline.IsDerived);
        WriteMilestones(json, item.Milestones);
        WriteSource(json, "source", notice, item.Span);
        json.WriteString("notice", notice.DocumentNumber);
        json.WriteEndObject();
    }

    private static void WriteMilestones(Utf8JsonWriter json, ImmutableArray<Milestone> milestones)
    {
        json.WriteStartArray("milestones");
        foreach (var milestone in milestones)
        {
            json.WriteStartObject();
            json.WriteString("on", milestone.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("text", milestone.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTargets(Utf8JsonWriter json, ImmutableArray<Target> targets)
    {
        json.WriteStartArray("targets");
        foreach (var target in targets)
        {
            json.WriteStartObject();
            json.WriteString("indicator", target.Indicator);
            WriteFigure(json, target.Figure);
            json.WriteBoolean("stretch", target.IsStretch);
            json.WriteString("text", target.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Every cell below an area column, then one entry for the city's own cell, told apart by <c>"cityTotal": true</c>.</summary>
    private static void WriteAreaTargets(Utf8JsonWriter json, ImmutableArray<AnnexRow> rows)
    {
        json.WriteStartArray("areaTargets");
        foreach (var row in rows)
        {
            foreach (var cell in row.Areas)
            {
                WriteCell(json, row, cell);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("cityTargets");
        foreach (var row in rows)
        {
            WriteCell(json, row, row.City);
        }

        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, AnnexRow row, AreaTarget cell)
    {
        json.WriteStartObject();
        json.WriteNumber("row", row.Number);
        json.WriteNumber("line", row.Line);
        json.WriteString("indicator", row.Subject);
        json.WriteString("area", cell.Area);
        if (cell.Value is CellValue.Amount amount)
        {
            WriteFigure(json, amount.Figure);
        }
        else
        {
            json.WriteNull("comparator");
            json.WriteNull("value");
            json.WriteNull("unit");
        }

        json.WriteString("raw", cell.Raw);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteString("comparator", SignOf(figure.Comparator));
        json.WriteNumber("value", figure.Value);
        if (figure.UpTo is { } upTo)
        {
            json.WriteNumber("upTo", upTo);
        }

        json.WriteString("unit", figure.MeasureUnit);
        json.WriteNumber("normalizedValue", figure.Normalized.Value);
        json.WriteString("normalizedUnit", figure.Normalized.MeasureUnit);
    }

    private static void WriteSource(Utf8JsonWriter json, string name, Notice notice, SourceSpan span)
    {
        var place = notice.PlaceOf(span.Start);
        json.WriteStartObject(name);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteString("quote", notice.Quote(span));
        json.WriteEndObject();
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

    private static void WriteStringOrNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }
}
