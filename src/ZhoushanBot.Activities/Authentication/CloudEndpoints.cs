namespace ZhoushanBot.Activities.Authentication;

/// <summary>Which of Microsoft's clouds the bot is registered in.</summary>
public enum BotCloud
{
    /// <summary>The public cloud.</summary>
    Public,

    /// <summary>The United States government's cloud.</summary>
    UsGovernment,

    /// <summary>The cloud that 21Vianet (世纪互联) runs in China.</summary>
    China,
}

/// <summary>The addresses of a cloud. Each can be overridden: what is null comes from the cloud's own set.</summary>
public sealed record CloudEndpoints
{
    /// <summary>Issuer of the channel's tokens.</summary>
    public string? Issuer { get; set; }

    /// <summary>Whom the bot's own tokens are for: their scope is this and <c>/.default</c>.</summary>
    public string? Audience { get; set; }

    /// <summary>OpenID metadata with the keys of the channel's tokens.</summary>
    public string? OpenIdMetadata { get; set; }

    /// <summary>Where the bot gets its own tokens, without the tenant.</summary>
    public string? Authority { get; set; }

    /// <summary>Tenant of a multi-tenant bot's tokens; empty where there are no such bots.</summary>
    public string? DefaultTenant { get; set; }

    /// <summary>OpenID metadata with the keys of the emulator's tokens.</summary>
    public string? EmulatorOpenIdMetadata { get; set; }

    /// <summary>Base of version 1 issuers of the emulator's tokens.</summary>
    public string? EmulatorIssuerV1 { get; set; }

    /// <summary>Tenants that the emulator's tokens come from, separated by commas.</summary>
    public string? EmulatorTenants { get; set; }

    /// <summary>Written into <see cref="Activity.CallerId"/> of an authenticated activity.</summary>
    public string? CallerId { get; set; }

    /// <summary>The addresses of a cloud.</summary>
    /// <remarks>The kits disagree on the authority in China; this is what the deployment guide says.</remarks>
    public static CloudEndpoints Of(BotCloud cloud) => cloud switch
    {
        BotCloud.UsGovernment => new()
        {
            Issuer = "https://api.botframework.us",
            Audience = "https://api.botframework.us",
            OpenIdMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            Authority = "https://login.microsoftonline.us",
            DefaultTenant = "MicrosoftServices.onmicrosoft.us",
            EmulatorOpenIdMetadata = "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
            EmulatorIssuerV1 = "https://sts.windows.net",
            EmulatorTenants = "cab8a31a-1906-4287-a0d8-4eef66b95f6e",
            CallerId = "urn:botframework:azureusgov",
        },
        BotCloud.China => new()
        {
            Issuer = "https://api.botframework.azure.cn",
            Audience = "https://api.botframework.azure.cn",
            OpenIdMetadata = "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
            Authority = "https://login.partner.microsoftonline.cn",
            DefaultTenant = "",
            EmulatorOpenIdMetadata =
                "https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration",
            EmulatorIssuerV1 = "https://sts.chinacloudapi.cn",
            EmulatorTenants = "a55a4d5b-9241-49b1-b4ff-befa8db00269",
            CallerId = "urn:botframework:azure",
        },
        _ => new()
        {
            Issuer = "https://api.botframework.com",
            Audience = "https://api.botframework.com",
            OpenIdMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration",
            Authority = "https://login.microsoftonline.com",
            DefaultTenant = "botframework.com",
            EmulatorOpenIdMetadata = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
            EmulatorIssuerV1 = "https://sts.windows.net",
            EmulatorTenants = "d6d49420-f39b-4df7-a1dc-d59a935871db,f8cdef31-a31e-4b4a-93e4-5f571e91255a",
            CallerId = "urn:botframework:azure",
        },
    };

    /// <summary>These addresses, with the gaps filled.</summary>
    public CloudEndpoints Or(CloudEndpoints others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new()
        {
            Issuer = Issuer ?? others.Issuer,
            Audience = Audience ?? others.Audience,
            OpenIdMetadata = OpenIdMetadata ?? others.OpenIdMetadata,
            Authority = Authority ?? others.Authority,
            DefaultTenant = DefaultTenant ?? others.DefaultTenant,
            EmulatorOpenIdMetadata = EmulatorOpenIdMetadata ?? others.EmulatorOpenIdMetadata,
            EmulatorIssuerV1 = EmulatorIssuerV1 ?? others.EmulatorIssuerV1,
            EmulatorTenants = EmulatorTenants ?? others.EmulatorTenants,
            CallerId = CallerId ?? others.CallerId,
        };
    }
}
