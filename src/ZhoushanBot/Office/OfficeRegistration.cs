using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Journal;

namespace ZhoushanBot.Office;

internal static class OfficeRegistration
{
    private static readonly object Stored = new();

    /// <summary>Puts the state before the journal, so that whoever appends anywhere in the service is seen by everybody.</summary>
    public static IServiceCollection AddOffice(this IServiceCollection services)
    {
        var journal = services.Last(service => service.ServiceType == typeof(IJournal));
        services.Remove(journal);
        services.AddKeyedSingleton(Stored, (provider, _) => (IJournal)journal.ImplementationFactory!(provider));
        services.AddSingleton(provider => new OfficeBook(
            provider.GetRequiredKeyedService<IJournal>(Stored), provider.GetRequiredService<OfficeClock>(), provider.GetRequiredService<ILogger<OfficeBook>>()));
        services.TryAddSingleton<IJournal>(provider => provider.GetRequiredService<OfficeBook>());
        services.AddOptions<OfficeOptions>().BindConfiguration(OfficeOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OfficeOptions>, OfficeOptionsValidator>();
        services.AddSingleton<OfficeCalendar>();
        services.AddSingleton<OfficeView>();
        services.AddHostedService<OfficeLoading>();
        return services;
    }
}
