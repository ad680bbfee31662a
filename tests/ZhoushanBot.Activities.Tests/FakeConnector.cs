using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ZhoushanBot.Activities.Tests;

internal sealed record ConnectorCall(string Method, string Target, string? Authorization, string? ContentType, string Body)
{
    public Activity Activity => ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(Body))!;
}

/// <summary>Stands for a channel's connector: writes down what comes, answers 201 with an id unless told otherwise.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private int ids;

    private FakeConnector(WebApplication app) => this.app = app;

    public ConcurrentQueue<ConnectorCall> Calls { get; } = [];

    /// <summary>The calls that it did not refuse.</summary>
    public ConcurrentQueue<ConnectorCall> Taken { get; } = [];

    /// <summary>Answers instead; a null answer means the usual one.</summary>
    public Func<ConnectorCall, HttpContext, (int Status, string Body)?> Answer { get; set; } = (_, _) => null;

    public string Url => LoopbackServer.AddressOf(app) + "/";

    public static async Task<FakeConnector> StartAsync()
    {
        FakeConnector? self = null;
        var web = await LoopbackServer.StartAsync(_ => { }, server => server.Run(http => self!.HandleAsync(http)));
        return self = new FakeConnector(web);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var call = new ConnectorCall(
            http.Request.Method,
            http.Features.Get<IHttpRequestFeature>()!.RawTarget,
            http.Request.Headers.Authorization,
            http.Request.ContentType,
            await reader.ReadToEndAsync(http.RequestAborted));
        Calls.Enqueue(call);
        var (status, body) = Answer(call, http) ?? (201, $$"""{"id":"reply-{{Interlocked.Increment(ref ids)}}"}""");
        if (status < StatusCodes.Status300MultipleChoices)
        {
            Taken.Enqueue(call);
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body, http.RequestAborted);
    }
}
