using System.IO.Compression;
using System.Reflection;

namespace ZhoushanBot.ChatPage;

/// <summary>Microsoft's Web Chat, as the build brought it: one script beside the program, or none where the build had no Node.</summary>
internal sealed class WebChatBundle
{
    private readonly Lazy<(byte[] Plain, byte[] Zipped)> script;

    /// <param name="file">Where it lies, if it is there; null for where the build puts it.</param>
    public WebChatBundle(string? file = null)
    {
        var place = file ?? Path.Combine(AppContext.BaseDirectory, "webchat", "webchat.js");
        Exists = File.Exists(place);
        script = new(() => Read(place));
    }

    /// <summary>Which version the build asked for.</summary>
    public static string Version { get; } =
        typeof(WebChatBundle).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "WebChatVersion").Value!;

    /// <summary>Where pages find it; another version has another address, so that it can be kept for ever.</summary>
    public static string Url { get; } = $"/chat/webchat-{Version}.js";

    /// <summary>Whether there is one.</summary>
    public bool Exists { get; }

    /// <summary>Sends it.</summary>
    public async Task SendAsync(HttpContext http)
    {
        var zipped = ((string?)http.Request.Headers.AcceptEncoding)?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true;
        var bytes = zipped ? script.Value.Zipped : script.Value.Plain;
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (zipped)
        {
            headers.ContentEncoding = "gzip";
        }

        http.Response.ContentType = "text/javascript; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
    }

    private static (byte[] Plain, byte[] Zipped) Read(string file)
    {
        var plain = File.ReadAllBytes(file);
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(plain);
        }

        return (plain, zipped.ToArray());
    }
}
