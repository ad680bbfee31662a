using ZhoushanBot.Delivery;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reminding;

internal static class RemindingRegistration
{
    /// <summary>Reminders: planned, made at the time of sending, and answered in the chat. Comes behind what delivers them.</summary>
    public static IServiceCollection AddReminding(this IServiceCollection services)
    {
        services.AddSingleton<MessageMaking>();
        services.AddSingleton<IOutboxContent, DigestContent>();
        services.AddSingleton<IOutboxContent, RequestContent>();
        services.AddSingleton<IOutboxContent, ResultContent>();
        services.AddSingleton<IOutboxContent, UnreachableContent>();
        services.AddSingleton<IOutboxContent, HandoverContent>();
        services.AddSingleton<IOutboxContent, ReviewNewsContent>();
        services.AddSingleton<UnreachablePeople>();
        services.AddSingleton<IUnreachableRecipients>(provider => provider.GetRequiredService<UnreachablePeople>());
        services.AddHostedService<SilentChats>();
        services.AddSingleton<ITurnPart, ReminderPart>();
        services.AddSingleton<ITurnPart, ReminderLists>();
        services.AddSingleton<ReminderStanding>();
        services.AddHostedService<ReminderPlanning>();
        services.AddHostedService<ReviewNews>();
        return services;
    }
}
