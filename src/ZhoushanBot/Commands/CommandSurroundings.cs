using System.Collections.Immutable;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Import;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Commands;

/// <summary>What a command has around it: at a terminal its own store, inside the running service the service's.</summary>
internal sealed record CommandSurroundings
{
    /// <summary>Opens the store of a folder; null means the configured one.</summary>
    public required Func<string?, CancellationToken, Task<OpenStore>> OpenAsync { get; init; }

    public required OfficeClock Clock { get; init; }

    public required CommandText Text { get; init; }

    /// <summary>Relative paths start here.</summary>
    public required string Folder { get; init; }

    /// <summary>Where a person answers; null when nobody can.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Whether somebody watches the error output, so that long work may say what it is at.</summary>
    public bool IsWatched { get; init; }

    /// <summary>At a terminal.</summary>
    public static CommandSurroundings OfThisProcess(ImmutableArray<string> settings) => new()
    {
        OpenAsync = (folder, cancellationToken) => OpenStore.OfAsync(Settings.Store(Settings.Read(settings), folder), cancellationToken),
        Clock = new OfficeClock(TimeProvider.System, Settings.Read(settings).GetSection(ClockOptions.Section).Get<ClockOptions>()?.Start),
        Text = CommandText.OfThisProcess(),
        Folder = Environment.CurrentDirectory,
        Input = Console.In,
        IsWatched = !Console.IsErrorRedirected,
    };
}

/// <summary>An opened store: loaded notices, the journal, the outbox; and the file behind them if it was opened for this command alone.</summary>
internal sealed class OpenStore(NoticeArchive archive, IJournal journal, IOutbox outbox, IDisposable? owned = null) : IDisposable
{
    public NoticeArchive Archive { get; } = archive;

    public IJournal Journal { get; } = journal;

    /// <summary>Inside the service: whoever puts something in wakes the worker.</summary>
    public IOutbox Outbox { get; } = outbox;

    /// <summary>Opens and loads a store.</summary>
    /// <exception cref="Storage.StoreException">It cannot be opened.</exception>
    public static async Task<OpenStore> OfAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        var file = LiteDbFile.Open(options.File);
        try
        {
            var archive = new NoticeArchive(new LiteDbNoticeStore(file), new NameFiles(NameFiles.OfTheProgram, options.Folder));
            await archive.LoadAsync(cancellationToken);
            return new OpenStore(archive, new LiteDbJournal(file), new LiteDbOutbox(file), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (owned is not null)
        {
            Archive.Dispose();
            owned.Dispose();
        }
    }
}
