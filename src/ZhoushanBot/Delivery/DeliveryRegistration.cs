using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Delivery;

internal static class DeliveryRegistration
{
    /// <summary>
    /// The outbox and the worker that sends it. Who has something to say registers an <see cref="IOutboxContent"/>; who looks after people that cannot be reached,
    /// an <see cref="IUnreachableRecipients"/>.
    /// </summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<DeliveryStatus>();
        services.TryAddSingleton<IOutbox>(provider =>
            new WakingOutbox(new LiteDbOutbox(provider.GetRequiredService<LiteDbFile>()), provider.GetRequiredService<DeliverySignal>()));
        services.TryAddSingleton(provider => new RetryTimes(provider.GetRequiredService<IOptions<DeliveryOptions>>(), Random));
        services.AddSingleton(provider => new DeliveryAttempt(
            provider.GetRequiredService<IProactiveSender>(),
            provider.GetServices<IOutboxContent>(),
            provider.GetServices<IUnreachableRecipients>(),
            provider.GetRequiredService<RetryTimes>(),
            provider.GetRequiredService<OfficeClock>(),
            provider.GetRequiredService<ILogger<DeliveryAttempt>>()));
        services.AddHostedService<DeliveryWorker>();
        return services;
    }

    // For several threads at once.
    private static double Random() => RandomNumberGenerator.GetInt32(1 << 24) / (double)(1 << 24);
}
