using System.Collections.Immutable;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.DirectLine;
using ZhoushanBot.Office;
using ZhoushanBot.Storage;
using ZhoushanBot.Telemetry;
using ZhoushanBot.Turns;

namespace ZhoushanBot.People;

/// <summary>
/// Before the bot has its turn: notes where a person of the directory can be written to, whose account it is, and that a chat is reachable again. Writes only
/// what is new, so that an ordinary turn waits for nothing.
/// </summary>
internal sealed class PeopleTurns(OfficeBook book, ConversationBook conversations, MemberNames members, ITurnHandler bot, ILogger<PeopleTurns> logger) : ITurnHandler
{
    /// <inheritdoc/>
    public async ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!book.Current.People.IsUnused && IsVoice(turn.Activity) && Caller.Of(turn.Activity) is { } caller)
        {
            await NoteAsync(turn.Activity, caller, cancellationToken);
        }

        return await bot.OnTurnAsync(turn, cancellationToken);
    }

    // On our own line a page that opens its conversation is the person's; elsewhere an update may come from anybody.
    private static bool IsVoice(Activity activity) =>
        activity.Type is ActivityTypes.Message or ActivityTypes.Invoke || (activity.Type == ActivityTypes.ConversationUpdate && activity.ServiceUrl == DirectLineHub.ServiceUrl);

    private async ValueTask NoteAsync(Activity activity, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            var people = book.Current.People;
            var listed = people.Directory.Find(caller.Actor.AccountId) is null ? await members.ListedAsAsync(activity, people.Directory, cancellationToken) : null;
            var address = new ConversationAddress(caller.Chat.ChannelId, caller.Chat.ConversationId);
            var isAlone = !caller.IsShared && conversations.Find(address)?.IsShared != true;
            var chat = new ChatAddress(address.Root.ChannelId, address.Root.ConversationId);
            if (!NewsOf(people, caller.Actor.AccountId, listed, chat, isAlone).IsEmpty)
            {
                // What is new is asked again under the lock: two messages of one person may run at once.
                await book.DecideAsync(
                    caller.Actor,
                    (state, _) => new Decision<bool>(true, [.. NewsOf(state.People, caller.Actor.AccountId, listed, chat, isAlone).Select(PeopleJournal.Write)]),
                    cancellationToken);
            }
        }
        catch (StoreException e)
        {
            // A full disk makes the bot forgetful, not mute.
            Log.PeopleNotWritten(logger, e);
        }
    }

    // A page is closed again and Teams stays: whoever has a chat there keeps it.
    private static bool Moves(PeopleState people, string account, ChatAddress chat) => people.OwnChatOf(account) is not { } own
        || (own != chat && (own.ChannelId != ChannelIds.MsTeams || chat.ChannelId == ChannelIds.MsTeams || people.UnreachableOf(own) is not null));

    private static ImmutableArray<PeopleEvent> NewsOf(PeopleState people, string account, string? listed, ChatAddress chat, bool isAlone)
    {
        var news = ImmutableArray.CreateBuilder<PeopleEvent>();
        var isKnown = people.Directory.Find(account) is not null;
        if (!isKnown && listed is not null && people.Directory.Find(listed) is not null)
        {
            news.Add(new PeopleEvent.Identified(listed, account));
            isKnown = true;
        }

        if (isKnown && isAlone && Moves(people, account, chat))
        {
            news.Add(new PeopleEvent.Connected(account, chat));
        }
        else if (people.UnreachableOf(chat) is not null)
        {
            news.Add(new PeopleEvent.Reachable(chat));
        }

        return news.ToImmutable();
    }
}
