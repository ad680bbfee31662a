using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZhoushanBot.Teams;

/// <summary>The app package that an administrator uploads to Teams: the files of <c>manifests/teams</c>, with this bot's app id in them.</summary>
internal static class TeamsPackage
{
    /// <summary>Where a package is built without a public host, its links lead here: a name that never exists (RFC 2606).</summary>
    private const string NoHost = "host-not-given.invalid";

    private const string Manifest = "manifest.json";

    // Time of every entry, the earliest one of the format: the same input gives the same bytes.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files lie beside the program, so that an administrator can put in their own name, links and icons.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "manifests", "teams");

    /// <summary>Whether this can be an app id: a GUID, and not the empty one.</summary>
    public static bool IsAppId(string? text, out Guid appId) => Guid.TryParseExact(text, "D", out appId) && appId != Guid.Empty;

    /// <summary>Whether this can be a public host: a full DNS name, without scheme, port or path.</summary>
    public static bool IsPublicHost(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal);

    /// <summary>Writes the zip; the stream stays open.</summary>
    /// <param name="zip">Takes the package.</param>
    /// <param name="appId">App id of the bot's registration.</param>
    /// <param name="publicHost">Host name at which the service can be reached; null when there is none yet.</param>
    /// <exception cref="ArgumentException">The app id or the host cannot be one.</exception>
    public static void Write(Stream zip, Guid appId, string? publicHost)
    {
        if (appId == Guid.Empty)
        {
            throw new ArgumentException("The app id is empty.", nameof(appId));
        }

        if (publicHost is not null && !IsPublicHost(publicHost))
        {
            throw new ArgumentException("The host is not a DNS name.", nameof(publicHost));
        }

        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, Manifest, JsonSerializer.SerializeToUtf8Bytes(ManifestOf(appId, publicHost), Readable));
        foreach (var file in Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Where(name => name != Manifest).Order(StringComparer.Ordinal))
        {
            Add(archive, file!, File.ReadAllBytes(Path.Combine(Folder, file!)));
        }
    }

    private static JsonNode ManifestOf(Guid appId, string? publicHost)
    {
        var text = File.ReadAllText(Path.Combine(Folder, Manifest))
            .Replace("{{appId}}", appId.ToString("D"), StringComparison.Ordinal)
            .Replace("{{publicHost}}", publicHost?.ToLowerInvariant() ?? NoHost, StringComparison.Ordinal);
        var manifest = JsonNode.Parse(text)!;
        if (publicHost is null && manifest["validDomains"] is JsonArray domains)
        {
            domains.RemoveAll(domain => (string?)domain == NoHost);
        }

        return manifest;
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
