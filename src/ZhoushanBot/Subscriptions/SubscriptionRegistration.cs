using ZhoushanBot.Delivery;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Subscriptions;

internal static class SubscriptionRegistration
{
    /// <summary>A status every week, for chats that want it. Comes behind reminders, whose hours it keeps.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<IOutboxContent, WeeklyContent>()
        .AddSingleton<ITurnPart, SubscriptionTurns>()
        .AddHostedService<WeeklyPlanning>();
}
