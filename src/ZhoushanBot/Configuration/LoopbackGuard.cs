using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;

namespace ZhoushanBot.Configuration;

/// <summary>The service has no app id, so that it knows nobody, and was told to listen to other machines.</summary>
internal sealed class UnguardedAddressException(string address) : InvalidOperationException(
    $"没有设置 Bot:AppId，服务不验证任何人的身份，因此只能在本机（localhost、127.0.0.1 或 [::1]）监听，不能在 {address} 监听。请设置 Bot:AppId 及其密钥，或改用 --urls http://localhost:3978。\n"
    + $"Without Bot:AppId the service checks nobody's identity, so it listens on this machine only (localhost, 127.0.0.1 or [::1]) and not on {address}. Set Bot:AppId and its secret, or use --urls http://localhost:3978.")
{
    /// <summary>The address that was refused.</summary>
    public string Address { get; } = address;
}

/// <summary>
/// Without an app id: listens on this machine only, by whichever way the address was given, and answers to its names only, so that a web
/// page that gives itself this machine's address (DNS rebinding) reads nothing.
/// </summary>
internal sealed class LoopbackGuard(IOptions<BotChannelOptions> channel) : IConfigureOptions<KestrelServerOptions>, IPostConfigureOptions<HostFilteringOptions>
{
    public void Configure(KestrelServerOptions options) => options.ConfigureEndpointDefaults(Refuse);

    public void PostConfigure(string? name, HostFilteringOptions options)
    {
        if (!channel.Value.AuthenticationEnabled)
        {
            options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
        }
    }

    // Sockets of the file system and named pipes have no IP address, and are local by nature.
    private void Refuse(ListenOptions endpoint)
    {
        if (!channel.Value.AuthenticationEnabled && endpoint.IPEndPoint is { } address && !IPAddress.IsLoopback(address.Address))
        {
            throw new UnguardedAddressException(address.ToString());
        }
    }
}
