using System.Diagnostics.CodeAnalysis;

namespace ZhoushanBot.Activities.Authentication;

/// <summary>The service URLs that may be spoken to, and given a token: those that an authenticated activity brought. Safe for several threads.</summary>
/// <remarks>Without authentication nothing vouches for a URL, so that only this machine is spoken to.</remarks>
public sealed class TrustedServiceUrls(bool authenticationEnabled)
{
    private const int Capacity = 1024;
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> trusted = new(StringComparer.OrdinalIgnoreCase);
    private long clock;

    /// <summary>Trusts a URL. Call it only with what an authenticated activity brought, now or before a restart.</summary>
    /// <returns>False when it is no URL that a token may go to: not https, unless on this machine.</returns>
    public bool Trust(string serviceUrl)
    {
        if (!TryParse(serviceUrl, out var url) || !(url.Scheme == Uri.UriSchemeHttps || url.IsLoopback))
        {
            return false;
        }

        lock (gate)
        {
            if (trusted.Count >= Capacity && !trusted.ContainsKey(serviceUrl))
            {
                trusted.Remove(trusted.MinBy(entry => entry.Value).Key);
            }

            trusted[serviceUrl] = ++clock;
        }

        return true;
    }

    /// <summary>Whether the URL may be spoken to.</summary>
    public bool IsTrusted(string serviceUrl)
    {
        if (!authenticationEnabled)
        {
            return TryParse(serviceUrl, out var url) && url.IsLoopback;
        }

        lock (gate)
        {
            return trusted.ContainsKey(serviceUrl);
        }
    }

    /// <summary>Whether the text can be a service URL at all: absolute, http or https, without user, query and fragment.</summary>
    public static bool TryParse(string? serviceUrl, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0 && url.Host.Length > 0;
}
