using Microsoft.Extensions.Options;

namespace ZhoushanBot.Activities;

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class BotChannelOptionsValidator : IValidateOptions<BotChannelOptions>
{
    public ValidateOptionsResult Validate(string? name, BotChannelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (options.AuthenticationEnabled)
        {
            CheckCredentials(options, faults);
            CheckEndpoints(options, faults);
        }

        Positive(options.MaxBodyBytes, nameof(options.MaxBodyBytes), faults);
        Positive(options.MaxWaitingTurns, nameof(options.MaxWaitingTurns), faults);
        Positive(options.Connector.MaxAttempts, $"{nameof(options.Connector)}:{nameof(options.Connector.MaxAttempts)}", faults);
        if (options.KeysLastFor < options.KeysFreshFor)
        {
            faults.Add($"{nameof(options.KeysLastFor)} ({options.KeysLastFor}) must not be below {nameof(options.KeysFreshFor)} ({options.KeysFreshFor}).");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckCredentials(BotChannelOptions options, List<string> faults)
    {
        if (options.Password.Length == 0 == (options.CertificatePath.Length == 0))
        {
            faults.Add($"Set exactly one of {nameof(options.Password)} and {nameof(options.CertificatePath)} for the app '{options.AppId}'.");
        }

        if (options.CertificatePath.Length > 0 && !File.Exists(options.CertificatePath))
        {
            faults.Add($"{nameof(options.CertificatePath)}: there is no file '{options.CertificatePath}'.");
        }

        if (options.AppType == BotAppType.SingleTenant && options.TenantId.Length == 0)
        {
            faults.Add($"{nameof(options.TenantId)} is needed for a single-tenant bot.");
        }

        if (options.AppType == BotAppType.MultiTenant && string.IsNullOrEmpty(options.EffectiveEndpoints.DefaultTenant))
        {
            faults.Add($"There are no multi-tenant bots in the cloud '{options.Cloud}': set {nameof(options.AppType)} to {BotAppType.SingleTenant}.");
        }
    }

    private static void CheckEndpoints(BotChannelOptions options, List<string> faults)
    {
        var endpoints = options.EffectiveEndpoints;
        CheckUrl(endpoints.OpenIdMetadata, nameof(endpoints.OpenIdMetadata), faults);
        CheckUrl(endpoints.Authority, nameof(endpoints.Authority), faults);
        CheckUrl(endpoints.EmulatorOpenIdMetadata, nameof(endpoints.EmulatorOpenIdMetadata), faults);
    }

    // Plain HTTP only to this machine: keys fetched over it could be anybody's.
    private static void CheckUrl(string? value, string name, List<string> faults)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            faults.Add($"{nameof(BotChannelOptions.Endpoints)}:{name} ('{value}') must be an https address.");
        }
    }

    private static void Positive(int value, string name, List<string> faults)
    {
        if (value <= 0)
        {
            faults.Add($"{name} ({value}) must be above 0.");
        }
    }
}
