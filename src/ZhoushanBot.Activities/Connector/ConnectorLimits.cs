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
    private readonly PartitionedRateLimiter<(ConnectorAddress Address, ConnectorUse Use)> limiter;

    public ConnectorLimits(IOptions<BotChannelOptions> options)
    {
        this.options = options.Value.Connector;
        var all = this.options.ConversationLimits
            .Select(limit => PartitionedRateLimiter.Create<(ConnectorAddress Address, ConnectorUse Use), (string, ConnectorUse)>(
                call => RateLimitPartition.GetSlidingWindowLimiter((ConversationKey(call.Address), call.Use), key => Window(limit, key.Item2 == ConnectorUse.Read ? 2 : 1))))
            .Append(PartitionedRateLimiter.Create<(ConnectorAddress Address, ConnectorUse Use), string>(
                call => RateLimitPartition.GetSlidingWindowLimiter(call.Address.TenantId ?? "", _ => Window(this.options.TenantLimit, 1))));
        limiter = PartitionedRateLimiter.CreateChained(all.ToArray());
    }

    /// <summary>Waits until the call may be made.</summary>
    /// <exception cref="ConnectorException">Too many are waiting already.</exception>
    public async ValueTask WaitAsync(ConnectorAddress address, ConnectorUse use, CancellationToken cancellationToken)
    {
        if (address.ChannelId is null || !options.LimitedChannels.Contains(address.ChannelId))
        {
            return;
        }

        using var lease = await limiter.AcquireAsync((address, use), 1, cancellationToken);
        if (!lease.IsAcquired)
        {
            var retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : (TimeSpan?)null;
            throw new ConnectorException(ConnectorFailure.Throttled, 0, "LocalLimit", ForbiddenReason.None, retryAfter);
        }
    }

    public void Dispose() => limiter.Dispose();

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
