using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Import;

internal static class StoreRegistration
{
    /// <summary>The store: one file, opened once, owned by this process.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => LiteDbFile.Open(provider.GetRequiredService<IOptions<StoreOptions>>().Value.File));
        services.TryAddSingleton<INoticeStore>(provider => new LiteDbNoticeStore(provider.GetRequiredService<LiteDbFile>()));
        services.TryAddSingleton<IJournal>(provider => new LiteDbJournal(provider.GetRequiredService<LiteDbFile>()));
        return services;
    }
}
