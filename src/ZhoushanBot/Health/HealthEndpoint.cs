using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZhoushanBot.Configuration;
using ZhoushanBot.Delivery;
using ZhoushanBot.Import;
using ZhoushanBot.Ledger;
using ZhoushanBot.Office;
using ZhoushanBot.Reminding;

namespace ZhoushanBot.Health;

/// <summary><c>GET /healthz</c>: 200 when questions can be answered, else 503, with what is known as JSON either way.</summary>
internal static class HealthEndpoint
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The cards have no place where one would be needed: Teams draws the Chart elements itself, and the bars of text stand in every other client.
    private const string NoImages = "none are drawn: Teams draws a card's charts itself, and everywhere else bars of text stand in their place, so that no Chinese typeface is needed here";

    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/healthz", AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, NoticeArchive archive, NameFiles names, DeliveryStatus delivery, LedgerStatus ledger, ReminderStanding reminders, OfficeCalendar calendar, OfficeBook book, OfficeView view, OfficeClock clock)
    {
        var snapshot = archive.Current;
        var hasCultureData = HasCultureData();
        var isHealthy = archive.IsLoaded && snapshot.IsIndexed && snapshot.TaskCount > 0 && hasCultureData;
        http.Response.StatusCode = isHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteString("status", isHealthy ? "ok" : "unhealthy");
        json.WriteString("store", archive.IsLoaded ? "open" : "not loaded");
        json.WriteNumber("notices", snapshot.Notices.Length);

        // Whoever can reach this address may not see how many are internal.
        json.WriteNumber("tasks", view.Notices(seesInternal: false).TaskCount);
        json.WriteString("index", !snapshot.IsIndexed ? "not built" : snapshot.TaskCount > 0 ? "ready" : "empty");
        if (clock.IsRehearsal)
        {
            json.WriteString("rehearsal", clock.Now);
        }

        json.WriteString("cultureData", hasCultureData ? "complete" : "missing: install libicu and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        WriteDelivery(json, delivery.Current);
        WriteReminders(json, reminders, calendar, archive);
        json.WriteString("chartImages", NoImages);
        json.WriteNumber("unreadableJournalLines", book.UnreadableLines);
        json.WriteString("journal", ledger.Verdict is not { } verdict ? "being read" : verdict.Fault is null ? "whole" : $"broken at line {verdict.Fault.Sequence}");
        Write(json, names);
        json.WriteEndObject();
    }

    // A resting delivery does not make the service unhealthy: it still answers, and a restart would not help.
    private static void WriteDelivery(Utf8JsonWriter json, DeliveryStanding standing)
    {
        json.WriteStartObject("delivery");
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(standing.Activity.ToString()));
        if (standing.Failure is { } failure)
        {
            json.WriteString("reason", $"{JsonNamingPolicy.CamelCase.ConvertName(failure.Fault.ToString())} {failure.Detail}".TrimEnd());
        }

        if (standing.NextAt is { } next)
        {
            json.WriteString("next", next.ToOffset(OfficeClock.Offset));
        }

        json.WriteNumber("waiting", standing.Waiting);
        json.WriteNumber("dead", standing.Dead);
        json.WriteEndObject();
    }

    private static void WriteReminders(Utf8JsonWriter json, ReminderStanding standing, OfficeCalendar calendar, NoticeArchive archive)
    {
        json.WriteStartObject("reminders");
        json.WriteString("state", standing.HasFailed ? "failed" : standing.Next is null ? "starting" : "running");
        if (standing.Next is { } next)
        {
            json.WriteString("nextPlan", next.ToOffset(OfficeClock.Offset));
        }

        json.WriteNumber("unbound", standing.Unbound);
        json.WriteNumber("withoutRecipient", standing.Undeliverable);
        json.WriteStartArray("assumedCalendarYears");
        foreach (var year in archive.Current.Notices.Select(n => n.Notice.Year).Where(y => y > 0 && calendar.Days.IsAssumed(y)).Distinct().Order())
        {
            json.WriteNumberValue(year);
        }

        json.WriteEndArray();
        json.WriteStartArray("calendarFaults");
        foreach (var fault in calendar.Faults)
        {
            json.WriteStringValue(fault);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // No reason to be unhealthy: the bot answers, with the words it had.
    private static void Write(Utf8JsonWriter json, NameFiles names)
    {
        json.WriteStartArray("refusedFiles");
        foreach (var fault in names.Faults)
        {
            json.WriteStartObject();
            json.WriteString("file", Path.GetFileName(fault.Path));
            json.WriteString("zh", fault.Chinese);
            json.WriteString("en", fault.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // 阿 (a) stands before 波 (bo) by pinyin and after it by code point.
    private static bool HasCultureData() =>
        CultureInfo.GetCultureInfo("zh-CN").CompareInfo.Compare("阿", "波", CompareOptions.None) < 0;
}
