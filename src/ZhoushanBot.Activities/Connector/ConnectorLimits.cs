using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ZhoushanBot.Activities.Connector;

/// <summary>What a call does, as far as limits go.</summary>
internal enum ConnectorUse
{
    /// <summary>Says, changes or creates something.</summary>
    Write,

    /// <summary>Reads members and the like.</summary>
    Read,
}

/// <summary>Holds calls back until the limits of their conversation and tenant allow them.</summary>
internal sealed class ConnectorLimits : IDisposable
{
    private readonly ConnectorOptions options;
    private readonly PartitionedRateLimiter<(ConnectorAddress Address, ConnectorUse Use)>[] each;
    private readonly PartitionedRateLimiter<(ConnectorAddress Address, ConnectorUse Use)> limiter;
    private readonly TimeProvider time;

    public ConnectorLimits(IOptions<BotChannelOptions> options, TimeProvider time)
    {
        this.time = time;
        this.options = options.Value.Connector;
        each = this.options.ConversationLimits
            .Select(limit => PartitionedRateLimiter.Create<(ConnectorAddress Address, ConnectorUse Use), (string, ConnectorUse)>(
                call => RateLimitPartition.GetSlidingWindowLimiter((ConversationKey(call.Address), call.Use), key => Window(limit, key.Item2 == ConnectorUse.Read ? 2 : 1))))
            .Append(PartitionedRateLimiter.Create<(ConnectorAddress Address, ConnectorUse Use), string>(
                call => RateLimitPartition.GetSlidingWindowLimiter(call.Address.TenantId ?? "", _ => Window(this.options.TenantLimit, 1))))
            .ToArray();
        limiter = PartitionedRateLimiter.CreateChained(each);
    }

    /// <summary>Waits until the call may be made.</summary>
    /// <exception cref="ConnectorException">Too many are waiting already, or it would take longer than a call may wait.</exception>
    public async ValueTask WaitAsync(ConnectorAddress address, ConnectorUse use, CancellationToken cancellationToken)
    {
        if (address.ChannelId is null || !options.LimitedChannels.Contains(address.ChannelId))
        {
            return;
        }

        // A turn must not hang for the rest of the hour: who sends of the bot's own accord has a queue of its own and comes again.
        using var patience = new CancellationTokenSource(options.MaxRetryDelay, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var lease = await limiter.AcquireAsync((address, use), 1, both.Token);
            if (!lease.IsAcquired)
            {
                throw Throttled(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Throttled(options.MaxRetryDelay);
        }
    }

    public void Dispose()
    {
        limiter.Dispose();
        // A chain does not dispose its links, and each link's timer would run on.
        foreach (var link in each)
        {
            link.Dispose();
        }
    }

    private static ConnectorException Throttled(TimeSpan? retryAfter) =>
        new(ConnectorFailure.Throttled, 0, "LocalLimit", ForbiddenReason.None, retryAfter) { IsHeldBack = true };

    private static string ConversationKey(ConnectorAddress address) => address.ServiceUrl + "\n" + address.ConversationId;

    private SlidingWindowRateLimiterOptions Window(RateLimit limit, int factor) => new()
    {
        PermitLimit = limit.Permits * factor,
        Window = limit.Window,
        SegmentsPerWindow = 10,
        QueueLimit = options.MaxWaitingCalls,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    };
}
