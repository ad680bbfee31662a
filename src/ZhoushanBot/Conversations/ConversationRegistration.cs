using Microsoft.Extensions.DependencyInjection.Extensions;
using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Conversations;

internal static class ConversationRegistration
{
    private static readonly object Bot = new();

    /// <summary>Keeps conversations and speaks in them. Comes after whatever registers the bot's turns, since it stands before them.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        var bot = services.Last(service => service.ServiceType == typeof(ITurnHandler));
        services.Remove(bot);
        services.AddKeyedSingleton(typeof(ITurnHandler), Bot, bot.ImplementationType!);
        services.AddSingleton<ITurnHandler>(provider =>
            new ConversationTurns(provider.GetRequiredService<ConversationBook>(), provider.GetRequiredKeyedService<ITurnHandler>(Bot)));
        services.AddSingleton(provider => new ConversationWrites(
            new LiteDbDocumentStore(provider.GetRequiredService<LiteDbFile>(), KeptConversations.Collection),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConversationWrites>>()));
        services.AddSingleton<ConversationBook>();
        services.AddSingleton<CardViewers>();
        services.AddSingleton<ProactiveMessages>();
        services.TryAddSingleton<IProactiveSender>(provider => provider.GetRequiredService<ProactiveMessages>());
        services.TryAddSingleton<IPersonalConversations>(provider => provider.GetRequiredService<ProactiveMessages>());
        services.AddHostedService<ConversationKeeping>();
        return services;
    }

    // Started before the web server, which comes last; stopped after it.
    private sealed class ConversationKeeping(ConversationBook book, ConversationWrites writes) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => book.LoadAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => writes.Settled.WaitAsync(cancellationToken);
    }
}
