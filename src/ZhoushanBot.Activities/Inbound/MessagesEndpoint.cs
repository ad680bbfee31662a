using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities.Authentication;
using ZhoushanBot.Activities.Connector;

namespace ZhoushanBot.Activities.Inbound;

/// <summary>POST of an activity: reads, authenticates, runs the turn, answers. Its status codes are those of the archived SDK, but for three better ones (README.md).</summary>
internal sealed class MessagesEndpoint
{
    private readonly BotChannelOptions options;
    private readonly ChannelAuthenticator authenticator;
    private readonly TrustedServiceUrls serviceUrls;
    private readonly TurnRunner turns;
    private readonly ConnectorSender connector;
    private readonly Redeliveries? redeliveries;
    private readonly CancellationToken stopping;
    private readonly ILogger logger;

    public MessagesEndpoint(
        IOptions<BotChannelOptions> options, ChannelAuthenticator authenticator, TrustedServiceUrls serviceUrls, TurnRunner turns, ConnectorSender connector,
        TimeProvider time, IHostApplicationLifetime lifetime, ILogger<MessagesEndpoint> logger)
    {
        this.options = options.Value;
        this.authenticator = authenticator;
        this.serviceUrls = serviceUrls;
        this.turns = turns;
        this.connector = connector;
        this.logger = logger;
        redeliveries = this.options.RedeliveryWindow > TimeSpan.Zero ? new Redeliveries(this.options.RedeliveryWindow, time) : null;
        stopping = lifetime.ApplicationStopping;
    }

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            var result = await AnswerAsync(http);
            http.Response.StatusCode = result.Status;
            http.Response.ContentLength = result.Body.Length;
            if (result.Body.Length > 0)
            {
                http.Response.ContentType = "application/json; charset=utf-8";
                http.Response.BodyWriter.Write(result.Body.Span);
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (IOException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private async ValueTask<TurnResult> AnswerAsync(HttpContext http)
    {
        var authorization = (string?)http.Request.Headers.Authorization;
        if (!authenticator.MayHoldToken(authorization))
        {
            return TurnResult.Of(StatusCodes.Status401Unauthorized);
        }

        // Without tokens a page of any site could make a browser on this machine post here; no channel sends an origin.
        if (!options.AuthenticationEnabled && IsForeign(http.Request.Headers.Origin))
        {
            return TurnResult.Of(StatusCodes.Status403Forbidden);
        }

        var (activity, refusal) = await BodyReader.ReadAsync(http.Request, options.MaxBodyBytes, http.RequestAborted);
        if (activity is null)
        {
            return TurnResult.Of(refusal);
        }

        var verdict = await authenticator.JudgeAsync(authorization, activity, http.RequestAborted);
        if (verdict != AuthenticationVerdict.Accepted)
        {
            return TurnResult.Of(verdict == AuthenticationVerdict.Refused ? StatusCodes.Status401Unauthorized : StatusCodes.Status503ServiceUnavailable);
        }

        if (activity.ExpectsReplies())
        {
            // Needs none; but what the host keeps of it must be one, and not a name for something within this process.
            if (!string.IsNullOrEmpty(activity.ServiceUrl) && !TrustedServiceUrls.TryParse(activity.ServiceUrl, out _))
            {
                return TurnResult.Of(StatusCodes.Status400BadRequest);
            }
        }
        else
        {
            if (!ActivityReader.CanBeAnswered(activity))
            {
                return TurnResult.Of(StatusCodes.Status400BadRequest);
            }

            if (!serviceUrls.IsTrusted(activity.ServiceUrl!))
            {
                return TurnResult.Of(StatusCodes.Status403Forbidden);
            }
        }

        return await HandleOnceAsync(activity, http.RequestAborted);
    }

    private static bool IsForeign(string? origin) => !string.IsNullOrEmpty(origin) && !(Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.IsLoopback);

    private async ValueTask<TurnResult> HandleOnceAsync(Activity activity, CancellationToken aborted)
    {
        if (redeliveries is null || DeliveryKey.Of(activity) is not { } key)
        {
            return (await RunAsync(activity, aborted)).Result;
        }

        if (!redeliveries.TryBegin(key, out var delivery, out var known))
        {
            Log.Redelivered(logger, activity.ChannelId);
            return await known!.WaitAsync(aborted);
        }

        var (result, handled) = (TurnResult.Of(StatusCodes.Status500InternalServerError), false);
        try
        {
            (result, handled) = await RunAsync(activity, aborted);
        }
        finally
        {
            if (handled)
            {
                redeliveries.Complete(key, delivery, result);
            }
            else
            {
                redeliveries.Forget(key, delivery, result);
            }
        }

        return result;
    }

    // Handled: it must not be run again, because it went well or because something of it was said already.
    private async ValueTask<(TurnResult Result, bool Handled)> RunAsync(Activity activity, CancellationToken aborted)
    {
        var collector = activity.ExpectsReplies() ? new ReplyCollector() : null;
        var counter = collector is null ? new SentCounter(connector) : null;
        try
        {
            var answer = await turns.RunAsync(activity, (IActivitySender?)collector ?? counter!, aborted, stopping);
            return (ResultOf(answer, collector), true);
        }
        catch (ConversationBusyException)
        {
            return (TurnResult.Of(StatusCodes.Status429TooManyRequests), false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !(aborted.IsCancellationRequested || stopping.IsCancellationRequested))
        {
            Log.TurnFailed(logger, e, activity.Type, activity.ChannelId);
            return (TurnResult.Of(StatusCodes.Status500InternalServerError), counter is { Count: > 0 });
        }
    }

    // An invoke is answered by its plain body even where replies are expected: Microsoft's own playground understands nothing else.
    private static TurnResult ResultOf(InvokeResponse? answer, ReplyCollector? collector)
    {
        if (answer is not null)
        {
            return new TurnResult(answer.Status, answer.Body?.ToUtf8() ?? default);
        }

        return collector is null
            ? TurnResult.Of(StatusCodes.Status200OK)
            : new TurnResult(StatusCodes.Status200OK, ActivityJson.ToUtf8(new ExpectedReplies { Activities = collector.Replies }));
    }
}
