using ZhoushanBot.Activities.Authentication;
using ZhoushanBot.Activities.Connector;

namespace ZhoushanBot.Activities;

/// <summary>How the bot is registered.</summary>
public enum BotAppType
{
    /// <summary>Registered in one tenant; the usual kind today.</summary>
    SingleTenant,

    /// <summary>An older registration of the Bot Framework's own tenant.</summary>
    MultiTenant,
}

/// <summary>Settings of the Bot Framework channel.</summary>
public sealed class BotChannelOptions
{
    /// <summary>App id of the bot. Empty: no authentication at all, and then replies go to this machine only.</summary>
    public string AppId { get; set; } = "";

    /// <summary>How the bot is registered.</summary>
    /// <value>Single-tenant.</value>
    public BotAppType AppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>Tenant of a single-tenant bot.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Client secret; either this or a certificate.</summary>
    public string Password { get; set; } = "";

    /// <summary>PKCS#12 file with certificate and private key.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Password of the PKCS#12 file; may be empty.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>The cloud.</summary>
    /// <value>Public.</value>
    public BotCloud Cloud { get; set; } = BotCloud.Public;

    /// <summary>Addresses that differ from the cloud's own.</summary>
    public CloudEndpoints Endpoints { get; set; } = new();

    /// <summary>Accept tokens that the Bot Framework Emulator gets by the bot's own credentials. For development.</summary>
    /// <value>False.</value>
    public bool AllowEmulator { get; set; }

    /// <summary>Endorsements that every channel key must have, besides the channel's own.</summary>
    public IList<string> RequiredEndorsements { get; } = [];

    /// <summary>How long keys are taken as fresh. They are asked for anew after that, and kept while that fails, see <see cref="KeysLastFor"/>.</summary>
    /// <value>A day.</value>
    public TimeSpan KeysFreshFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long keys are used at most when no newer ones can be had.</summary>
    /// <value>Five days.</value>
    public TimeSpan KeysLastFor { get; set; } = TimeSpan.FromDays(5);

    /// <summary>At most one request for keys in this time because of tokens with unknown keys, and because of failures.</summary>
    /// <value>A minute.</value>
    public TimeSpan KeyRefreshInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Largest body of an inbound activity, in bytes.</summary>
    /// <value>256 KiB.</value>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>How long an activity is remembered, so that its redelivery is not handled again. Zero: not at all.</summary>
    /// <value>Ten minutes.</value>
    public TimeSpan RedeliveryWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many turns of one conversation may wait for the one that runs; more are answered 429.</summary>
    /// <value>256.</value>
    public int MaxWaitingTurns { get; set; } = 256;

    /// <summary>How outbound calls are limited, repeated and given up.</summary>
    public ConnectorOptions Connector { get; set; } = new();

    /// <summary>Whether tokens are asked for and sent.</summary>
    public bool AuthenticationEnabled => AppId.Length > 0;

    /// <summary>The addresses in force.</summary>
    public CloudEndpoints EffectiveEndpoints => Endpoints.Or(CloudEndpoints.Of(Cloud));
}
