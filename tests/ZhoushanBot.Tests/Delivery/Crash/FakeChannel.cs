using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhoushanBot.Activities;

namespace ZhoushanBot.Tests.Delivery.Crash;

/// <summary>What a request met at the fake channel.</summary>
internal enum Treatment
{
    Accept,
    Throttle,
    BadGateway,

    /// <summary>No answer, and the message is lost.</summary>
    SwallowMessage,

    /// <summary>No answer, but the message is delivered.</summary>
    SwallowAnswer,
}

/// <summary>A message as it reached its recipient.</summary>
internal sealed record Arrival(string Key, bool MayRepeat);

/// <summary>A connector on this machine: takes messages, fails as told, writes down what arrived, and counts requests above a limit.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Func<Treatment> treat;
    private readonly TokenBucket? limit;
    private int requests;

    private FakeChannel(Func<Treatment> treat, TokenBucket? limit)
    {
        this.treat = treat;
        this.limit = limit;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(HandleAsync);
    }

    public ConcurrentQueue<Arrival> Arrivals { get; } = [];

    /// <summary>Requests that the limit did not allow.</summary>
    public int AboveLimit { get; private set; }

    public int Requests => Volatile.Read(ref requests);

    /// <summary>Called with the number of each request, when it has come and again when its message, if it arrives, has arrived.</summary>
    public Action<int, bool>? Progress { get; set; }

    public string Url => app.Urls.Single() + "/";

    public static async Task<FakeChannel> StartAsync(Func<Treatment> treat, TokenBucket? limit = null)
    {
        var channel = new FakeChannel(treat, limit);
        await channel.app.StartAsync();
        return channel;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (Exception e) when (e is IOException or BadHttpRequestException or OperationCanceledException)
        {
            // The sender died in the middle of a request.
            return;
        }

        var number = Interlocked.Increment(ref requests);
        Progress?.Invoke(number, false);
        if (limit is not null && !limit.Take())
        {
            AboveLimit++;
            await AnswerAsync(http, 429);
            return;
        }

        var treatment = treat();
        if (treatment is Treatment.Accept or Treatment.SwallowAnswer)
        {
            var text = ActivityJson.ReadActivity(body.ToArray())!.Text!.Split('|');
            Arrivals.Enqueue(new(text[0], text[1] == TestContents.MayRepeat));
        }

        Progress?.Invoke(number, true);
        if (treatment is Treatment.SwallowMessage or Treatment.SwallowAnswer)
        {
            var aborted = new TaskCompletionSource();
            await using var registration = http.RequestAborted.Register(aborted.SetResult);
            await aborted.Task;
            return;
        }

        await AnswerAsync(http, treatment switch { Treatment.Throttle => 429, Treatment.BadGateway => 502, _ => 201 });
    }

    private static async Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        if (status == 429)
        {
            http.Response.Headers.RetryAfter = "1";
        }

        await http.Response.WriteAsync("""{"id":"activity"}""");
    }
}

/// <summary>So many in a second, and as many at once at most.</summary>
internal sealed class TokenBucket(int perSecond, TimeProvider time)
{
    private readonly Lock gate = new();
    private double tokens = perSecond;
    private long filledAt = time.GetTimestamp();

    public bool Take()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            tokens = Math.Min(perSecond, tokens + (time.GetElapsedTime(filledAt, now).TotalSeconds * perSecond));
            filledAt = now;
            if (tokens < 1)
            {
                return false;
            }

            tokens--;
            return true;
        }
    }
}
