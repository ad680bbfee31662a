using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using ZhoushanBot.Activities.Authentication;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Activities.Inbound;

namespace ZhoushanBot.Activities;

/// <summary>Puts the Bot Framework channel into a service.</summary>
public static class BotChannel
{
    /// <summary>Registers everything but the <see cref="ITurnHandler"/>, which the host registers itself.</summary>
    public static IServiceCollection AddBotChannel(this IServiceCollection services, Action<BotChannelOptions> configure)
    {
        services.AddOptions<BotChannelOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BotChannelOptions>, BotChannelOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new OutboundHttp());
        services.TryAddSingleton(provider => new TrustedServiceUrls(OptionsOf(provider).Value.AuthenticationEnabled));
        services.TryAddSingleton<IDocumentRetriever>(KeyDocuments);
        services.TryAddSingleton<ChannelAuthenticator>();
        services.TryAddSingleton<BotTokens>();
        services.TryAddSingleton<ConnectorLimits>();
        services.TryAddSingleton(provider => new ConnectorClient(
            OptionsOf(provider),
            provider.GetRequiredService<OutboundHttp>(),
            provider.GetRequiredService<BotTokens>(),
            provider.GetRequiredService<TrustedServiceUrls>(),
            provider.GetRequiredService<ConnectorLimits>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectorClient>>()));
        services.TryAddSingleton<ConnectorSender>();
        services.TryAddSingleton<TurnRunner>();
        services.TryAddSingleton<MessagesEndpoint>();
        return services;
    }

    /// <summary>Takes activities at a path; other methods than POST are answered 405.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="path">The path.</param>
    public static IEndpointConventionBuilder MapBotChannel(this IEndpointRouteBuilder endpoints, string path = "/api/messages")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var endpoint = endpoints.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        return endpoints.MapPost(path, (RequestDelegate)endpoint.HandleAsync);
    }

    private static IOptions<BotChannelOptions> OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<BotChannelOptions>>();

    // Keys come over https; plain http is for a metadata server on this machine, which the options' validator sees to.
    private static HttpDocumentRetriever KeyDocuments(IServiceProvider provider)
    {
        var endpoints = OptionsOf(provider).Value.EffectiveEndpoints;
        var local = Uri.TryCreate(endpoints.OpenIdMetadata, UriKind.Absolute, out var url) && url.IsLoopback;
        return new HttpDocumentRetriever(provider.GetRequiredService<OutboundHttp>().GetHttpClient()) { RequireHttps = !local };
    }
}
