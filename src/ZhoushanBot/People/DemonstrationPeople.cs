using System.Collections.Immutable;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.DirectLine;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.People;

/// <summary>
/// While nobody signs in and no directory was imported, the personas of the chat page are the directory; whom they speak for follows the newest notice. Where
/// people sign in they are taken out again: an account of that name would be somebody else's.
/// </summary>
internal sealed class DemonstrationPeople(NoticeArchive archive, OfficeBook book, DirectLineAccess access, ILogger<DemonstrationPeople> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        archive.Changed += OnNoticesChanged;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        archive.Changed -= OnNoticesChanged;
        return Task.CompletedTask;
    }

    /// <summary>Makes the directory the cast of the newest notice, unless it is a real one.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) =>
        book.DecideAsync(Actor.Service, (state, _) => new Decision<bool>(true, LinesFor(state.People)), cancellationToken);

    private ImmutableArray<JournalEvent> LinesFor(PeopleState people)
    {
        if (!people.IsDemonstration && !people.Directory.People.IsEmpty)
        {
            return [];
        }

        var cast = access.Kind == AccessKind.Personas ? DemonstrationCast.People(archive.Current.Notices.FirstOrDefault()) : [];
        return cast.SequenceEqual(people.Directory.People) ? [] : [PeopleJournal.Write(new PeopleEvent.Imported(cast, IsDemonstration: true))];
    }

    private void OnNoticesChanged(object? sender, EventArgs e) => _ = SettleInTimeAsync();

    private async Task SettleInTimeAsync()
    {
        try
        {
            await SettleAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for it; the import that it follows has succeeded.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.PeopleNotWritten(logger, e);
        }
    }
}
