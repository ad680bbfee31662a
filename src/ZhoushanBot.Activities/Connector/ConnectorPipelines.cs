using System.Collections.Concurrent;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace ZhoushanBot.Activities.Connector;

/// <summary>Repeats calls that may do later, and leaves a failing service URL alone for a while: each service URL has a circuit of its own.</summary>
/// <remarks>Only answers are repeated, never a call that got none: the channel has no key by which a message sent twice is known.</remarks>
internal sealed class ConnectorPipelines(ConnectorOptions options, TimeProvider time, ILogger logger, Func<double>? jitter = null)
{
    private const int MostServiceUrls = 1024;
    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> byServiceUrl = new(StringComparer.OrdinalIgnoreCase);

    public ResiliencePipeline<HttpResponseMessage> For(string serviceUrl)
    {
        // A channel has a handful. Without authentication anybody on this machine may invent more: then the circuits start anew.
        if (byServiceUrl.Count > MostServiceUrls)
        {
            byServiceUrl.Clear();
        }

        return byServiceUrl.GetOrAdd(serviceUrl, _ => Build());
    }

    /// <summary>How long the answer asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfterOf(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    private static bool MayDoLater(HttpResponseMessage answer) => (int)answer.StatusCode is 429 or 412 or 502 or 504;

    private ResiliencePipeline<HttpResponseMessage> Build()
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (options.MaxAttempts > 1)
        {
            builder.AddRetry(Retry());
        }

        return builder
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = Math.Max(2, options.BreakAfter),
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = options.BreakDuration,
                ShouldHandle = static call => new(call.Outcome.Exception is HttpRequestException or TimeoutException or Polly.Timeout.TimeoutRejectedException
                    || call.Outcome.Result is { } answer && (int)answer.StatusCode >= 500),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    private HttpRetryStrategyOptions Retry()
    {
        var retry = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxAttempts - 1,
            Delay = options.RetryDelay,
            MaxDelay = options.MaxRetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = call => new(call.Outcome.Result is { } answer && MayDoLater(answer) && !(RetryAfterOf(answer) > options.MaxRetryDelay)),
            DelayGenerator = call => new(call.Outcome.Result is { } answer ? RetryAfterOf(answer) : null),
            OnRetry = call =>
            {
                Log.ConnectorRetry(logger, call.AttemptNumber + 1, call.RetryDelay);
                call.Outcome.Result?.Dispose();
                return default;
            },
        };
        if (jitter is not null)
        {
            retry.Randomizer = jitter;
        }

        return retry;
    }
}
