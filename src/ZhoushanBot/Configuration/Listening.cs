using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

internal static class Listening
{
    /// <summary>Where the service listens when nobody says otherwise.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>Addresses, and the guard over them.</summary>
    public static void AddListening(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<LoopbackGuard>();
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>>(provider => provider.GetRequiredService<LoopbackGuard>());
        builder.Services.AddSingleton<IPostConfigureOptions<HostFilteringOptions>>(provider => provider.GetRequiredService<LoopbackGuard>());
    }
}
