using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ZhoushanBot.Tests;

/// <summary>A channel on this machine that writes down every call of the bot.</summary>
internal sealed class RecordedChannel : IAsyncDisposable
{
    private readonly Channel<RecordedCall> calls = Channel.CreateUnbounded<RecordedCall>();
    private readonly WebApplication server;

    private RecordedChannel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Run(RecordAsync);
    }

    public string ServiceUrl => server.Urls.Single() + "/prefix/";

    public static async Task<RecordedChannel> StartAsync(CancellationToken cancellationToken)
    {
        var channel = new RecordedChannel();
        await channel.server.StartAsync(cancellationToken);
        return channel;
    }

    /// <summary>The next call; waits for it.</summary>
    public ValueTask<RecordedCall> NextAsync(CancellationToken cancellationToken) => calls.Reader.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task RecordAsync(HttpContext http)
    {
        var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        await calls.Writer.WriteAsync(new(http.Request.Method, http.Request.Path, body!), http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(new { id = "1" }, http.RequestAborted);
    }
}

internal sealed record RecordedCall(string Method, string Path, JsonNode Body);
