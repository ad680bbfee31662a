using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Import;

/// <summary>Before the service listens: loads the store, and fills an empty one with the first notice.</summary>
internal sealed class NoticeLoading(NoticeArchive archive, IOptions<ImportOptions> options, ILogger<NoticeLoading> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var snapshot = await archive.LoadAsync(cancellationToken);
        if (snapshot.Notices.IsEmpty && options.Value.FirstNoticePath is { } path)
        {
            await ImportFirstAsync(path, cancellationToken);
        }

        _ = archive.Current.Index;
        Log.Ready(logger, archive.Current.Notices.Length, archive.Current.TaskCount);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ImportFirstAsync(string path, CancellationToken cancellationToken)
    {
        switch (await NoticeFile.ReadAsync(path, cancellationToken))
        {
            case NoticeFile.Readable { Content: var content }:
                await archive.ImportAsync(content, cancellationToken);
                Log.FirstNoticeImported(logger, content.Notice.DocumentNumber, content.WorkItems.Length, content.Findings.Length);
                break;
            case NoticeFile.Unreadable unreadable:
                throw new UnreadableNoticeException(unreadable);
        }
    }
}

/// <summary>The first notice cannot be read, so that the service would have nothing to say.</summary>
internal sealed class UnreadableNoticeException(NoticeFile.Unreadable file) : InvalidOperationException(
    $"{ImportText.In(ReplyLanguage.Chinese).Unreadable(file)}\n{ImportText.In(ReplyLanguage.English).Unreadable(file)}");

internal static class NoticeImport
{
    /// <summary>Loading, importing and the snapshot.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton(provider => new NameFiles(NameFiles.OfTheProgram, provider.GetRequiredService<IOptions<StoreOptions>>().Value.Folder))
        .AddSingleton<NoticeArchive>()
        .AddHostedService<NoticeLoading>()
        .AddSingleton<NameWatch>()
        .AddHostedService(provider => provider.GetRequiredService<NameWatch>())
        .AddSingleton(provider => new TaughtWords(provider.GetRequiredService<IOptions<StoreOptions>>().Value.Folder));
}
