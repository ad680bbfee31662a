namespace ZhoushanBot.Activities.Connector;

/// <summary>How outbound calls are limited, repeated and given up.</summary>
public sealed class ConnectorOptions
{
    /// <summary>How often a call is tried at most, the first time included.</summary>
    /// <value>5.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The first pause before a repetition; it doubles, and jitter is added.</summary>
    /// <value>Half a second.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause that a call itself waits, for a server or for a limit below. When it would be longer, the call fails and says how long.</summary>
    /// <value>10 seconds.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one try may take.</summary>
    /// <value>15 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a service URL that keeps failing is left alone.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many calls to a service URL must have been made within half a minute before it can be left alone.</summary>
    /// <value>5.</value>
    public int BreakAfter { get; set; } = 5;

    /// <summary>Largest answer that is read, in bytes; an attachment may be longer by the factor 16.</summary>
    /// <value>1 MiB.</value>
    public int MaxAnswerBytes { get; set; } = 1024 * 1024;

    /// <summary>Whether the limits below hold for a channel.</summary>
    /// <value>For Teams.</value>
    public IList<string> LimitedChannels { get; } = [ChannelIds.MsTeams];

    /// <summary>Limits of sending into one conversation; reading has twice as much.</summary>
    /// <value>Those that Teams documents: 7 a second, 8 in two, 60 in thirty, 1,800 an hour.</value>
    public IList<RateLimit> ConversationLimits { get; } =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1_800, TimeSpan.FromHours(1)),
    ];

    /// <summary>Limit of all calls of the bot in one tenant.</summary>
    /// <value>30 a second; the newest documentation says 50, an older one 30.</value>
    public RateLimit TenantLimit { get; set; } = new(30, TimeSpan.FromSeconds(1));

    /// <summary>How many calls may wait for their turn under one limit; more fail as throttled.</summary>
    /// <value>1000.</value>
    public int MaxWaitingCalls { get; set; } = 1000;
}

/// <summary>So many calls in so much time.</summary>
/// <param name="Permits">Calls; above 0.</param>
/// <param name="Window">Time.</param>
public sealed record RateLimit(int Permits, TimeSpan Window);
