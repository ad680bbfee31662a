using System.Collections.Immutable;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.People;

/// <summary>Whenever there is another directory: connects those in it who spoke with the bot before they were listed.</summary>
internal sealed class KnownChats(OfficeBook book, ConversationBook conversations, ILogger<KnownChats> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = PeopleDirectory.Empty;
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = book.Changed;
            var directory = book.Current.People.Directory;
            if (!ReferenceEquals(directory, seen))
            {
                seen = directory;
                await ConnectAsync(stoppingToken);
            }

            await changed.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!NewsOf(book.Current.People).IsEmpty)
            {
                await book.DecideAsync(
                    Actor.Service, (state, _) => new Decision<bool>(true, [.. NewsOf(state.People).Select(PeopleJournal.Write)]), cancellationToken);
            }
        }
#pragma warning disable CA1031 // They are connected when they speak again; the service goes on.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.PeopleNotWritten(logger, e);
        }
    }

    private ImmutableArray<PeopleEvent> NewsOf(PeopleState people) =>
    [
        .. from person in people.Directory.People
           where people.OwnChatOf(person.AccountId) is null
           let known = conversations.FindPersonal(person.AccountId)
           where known is not null
           select new PeopleEvent.Connected(person.AccountId, new ChatAddress(known.ChannelId, known.ConversationId)),
    ];
}
