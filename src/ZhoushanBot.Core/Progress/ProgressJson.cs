using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Progress;

/// <summary>The shape in which progress stands in the journal, pinned by golden files. Names keep their meaning; new ones may be added.</summary>
public static class ProgressJson
{
    /// <summary>A report with or without figure.</summary>
    public const string Reported = "progress.reported";

    /// <summary>A unit's own rating.</summary>
    public const string Rated = "progress.rated";

    /// <summary>A report sent back.</summary>
    public const string Returned = "progress.returned";

    /// <summary>A task closed.</summary>
    public const string Closed = "progress.closed";

    /// <summary>A task opened again.</summary>
    public const string Reopened = "progress.reopened";

    /// <summary>A lamp set by the office.</summary>
    public const string LampOverridden = "lamp.overridden";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (ProgressRating Rating, string Name)[] Ratings =
        [(ProgressRating.OnTrack, "onTrack"), (ProgressRating.Behind, "behind"), (ProgressRating.Done, "done")];

    private static readonly (StatusLamp Lamp, string Name)[] Lamps =
        [(StatusLamp.Done, "done"), (StatusLamp.Green, "green"), (StatusLamp.Yellow, "yellow"), (StatusLamp.Red, "red"), (StatusLamp.Grey, "grey")];

    /// <summary>The lamp's name in the journal and in exports.</summary>
    public static string NameOf(StatusLamp lamp) => Array.Find(Lamps, l => l.Lamp == lamp).Name;

    /// <summary>The rating's name in the journal and in exports.</summary>
    public static string NameOf(ProgressRating rating) => Array.Find(Ratings, r => r.Rating == rating).Name;

    /// <summary>The journal line for what happened to a task.</summary>
    public static JournalEvent Write(string taskId, ProgressEvent happened)
    {
        var (kind, write) = happened switch
        {
            ProgressEvent.Reported reported => (Reported, (Action<Utf8JsonWriter>)(json => Write(json, reported.Content))),
            ProgressEvent.Rated rated => (Rated, json => Write(json, rated.Content)),
            ProgressEvent.Returned returned => (Returned, json =>
            {
                json.WriteNumber("report", returned.Report);
                json.WriteString("reason", returned.Reason);
            }
            ),
            ProgressEvent.Closed closed => (Closed, json => json.WriteString("note", closed.Note)),
            ProgressEvent.Reopened reopened => (Reopened, json => json.WriteString("reason", reopened.Reason)),
            ProgressEvent.LampOverridden overridden => (LampOverridden, json =>
            {
                json.WriteString("lamp", overridden.Lamp is { } lamp ? NameOf(lamp) : null);
                json.WriteString("reason", overridden.Reason);
            }
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new JournalEvent(kind, taskId, Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    /// <summary>Reads a journal line; null when its kind is none of progress.</summary>
    /// <exception cref="JsonException">The line is of this slice and damaged, or written by a newer version.</exception>
    public static ProgressEvent? Read(JournalEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Kind is not (Reported or Rated or Returned or Closed or Reopened or LampOverridden))
        {
            return null;
        }

        using var json = JsonDocument.Parse(line.Json);
        var root = json.RootElement;
        return line.Kind switch
        {
            Reported => new ProgressEvent.Reported(ReadContent(root)),
            Rated => new ProgressEvent.Rated(ReadContent(root)),
            Returned => new ProgressEvent.Returned(Needed(root, "report").GetInt64(), Text(root, "reason")),
            Closed => new ProgressEvent.Closed(Text(root, "note")),
            Reopened => new ProgressEvent.Reopened(Text(root, "reason")),
            _ => new ProgressEvent.LampOverridden(Maybe(root, "lamp") is { } lamp ? LampNamed(lamp) : null, Text(root, "reason")),
        };
    }

    private static void Write(Utf8JsonWriter json, ReportContent content)
    {
        json.WriteString("line", content.Line);
        json.WriteString("area", content.Area);
        json.WriteString("period", content.Period.Code);
        if (content.Figure is { } figure)
        {
            json.WriteNumber("value", figure.Value);
            json.WriteString("unit", figure.MeasureUnit);
        }

        if (content.Rating is { } rating)
        {
            json.WriteString("rating", NameOf(rating));
        }

        WriteUnlessEmpty(json, "note", content.Note);
        WriteIfTrue(json, "noteInternal", content.IsNoteInternal);
        WriteUnlessEmpty(json, "evidence", content.Evidence ?? string.Empty);
        WriteUnlessEmpty(json, "reason", content.Reason);
        WriteIfTrue(json, "noChange", content.IsNoChange);
    }

    private static ReportContent ReadContent(JsonElement root) => new()
    {
        Line = Text(root, "line"),
        Area = Text(root, "area"),
        Period = ReportPeriod.FromCode(Text(root, "period")) ?? throw new JsonException("The period is none."),
        Figure = root.TryGetProperty("value", out var value) ? new Figure(Comparator.Equal, value.GetDecimal(), Text(root, "unit")) : null,
        Rating = Maybe(root, "rating") is { } rating ? RatingNamed(rating) : null,
        Note = Text(root, "note"),
        IsNoteInternal = IsTrue(root, "noteInternal"),
        Evidence = Maybe(root, "evidence"),
        Reason = Text(root, "reason"),
        IsNoChange = IsTrue(root, "noChange"),
    };

    private static StatusLamp LampNamed(string name)
    {
        var at = Array.FindIndex(Lamps, l => l.Name == name);
        return at >= 0 ? Lamps[at].Lamp : throw new JsonException($"No lamp is called {name}.");
    }

    private static ProgressRating RatingNamed(string name)
    {
        var at = Array.FindIndex(Ratings, r => r.Name == name);
        return at >= 0 ? Ratings[at].Rating : throw new JsonException($"No rating is called {name}.");
    }

    private static JsonElement Needed(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value : throw new JsonException($"{name} is missing.");

    private static string Text(JsonElement root, string name) => Maybe(root, name) ?? string.Empty;

    private static string? Maybe(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsTrue(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static void WriteUnlessEmpty(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteIfTrue(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }
}
