using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.People;

internal static class PeopleRegistration
{
    private static readonly object Bot = new();

    /// <summary>Who is who. Comes behind whatever registers the bot's turns and the office's book, since it stands before the one and needs the other.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        var bot = services.Last(service => service.ServiceType == typeof(ITurnHandler));
        services.Remove(bot);
        services.AddKeyedSingleton(Bot, (provider, _) => (ITurnHandler)bot.ImplementationFactory!(provider));
        services.AddSingleton<ITurnHandler>(provider => new PeopleTurns(
            provider.GetRequiredService<OfficeBook>(),
            provider.GetRequiredService<ConversationBook>(),
            provider.GetRequiredService<MemberNames>(),
            provider.GetRequiredKeyedService<ITurnHandler>(Bot),
            provider.GetRequiredService<ILogger<PeopleTurns>>()));
        services.AddSingleton<MemberNames>();
        services.AddSingleton(provider => new CodeTries(provider.GetRequiredService<OfficeClock>()));
        services.AddSingleton<ITurnPart, PeopleChat>();
        services.AddSingleton<ITurnPart, HandoverChat>();
        services.AddSingleton<ITurnPart, ChatBinding>();
        services.AddSingleton<PersonaLabels>();
        services.AddHostedService<DemonstrationPeople>();
        services.AddHostedService<KnownChats>();
        return services;
    }
}
