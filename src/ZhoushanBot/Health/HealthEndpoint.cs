using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZhoushanBot.Import;

namespace ZhoushanBot.Health;

/// <summary><c>GET /healthz</c>: 200 when questions can be answered, else 503, with what is known as JSON either way.</summary>
internal static class HealthEndpoint
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/healthz", AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, NoticeArchive archive, NameFiles names)
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
        json.WriteNumber("tasks", snapshot.TaskCount);
        json.WriteString("index", !snapshot.IsIndexed ? "not built" : snapshot.TaskCount > 0 ? "ready" : "empty");
        json.WriteString("cultureData", hasCultureData ? "complete" : "missing: install libicu and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");
        Write(json, names);
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
