using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;
using ZhoushanBot.Turns;

namespace ZhoushanBot.People;

/// <summary>绑定会话…: an administrator makes this chat, or another that is named, stand for a unit without a code.</summary>
internal sealed class ChatBinding(OfficeBook book, NoticeArchive archive, ConversationBook conversations, ILogger<ChatBinding> logger) : ITurnPart
{
    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken)
    {
        if (TypedWish.Of(text) is not TypedWish.Bind wish)
        {
            return null;
        }

        var words = PeopleText.In(wish.Language);
        if (request.Caller is not { } caller)
        {
            return TurnReply.Say(words.NobodyVouches, wish.Language);
        }

        if (!Permissions.Allow(book.Current.People.Directory.RoleOf(caller.Actor), Right.BindChats))
        {
            Log.WishRefused(logger, nameof(TypedWish.Bind), caller.Actor.AccountId);
            return TurnReply.Say(words.MayNotBind, wish.Language);
        }

        var names = new KnownNames(archive.Current.Notices);
        if (names.OwnerNamed(wish.Owner) is not { } owner)
        {
            return TurnReply.Say(words.UnknownUnit(wish.Owner, names.NearestOwner(wish.Owner)), wish.Language);
        }

        if (ChatIn(wish, caller) is not { } chat)
        {
            return TurnReply.Say(words.UnknownChat(wish.Chat!), wish.Language);
        }

        // Whoever was an administrator a moment ago may be none under the lock.
        var (isBound, before) = await book.DecideAsync(
            caller.Actor,
            (state, _) => Permissions.Allow(state.People.Directory.RoleOf(caller.Actor), Right.BindChats)
                ? new Decision<(bool, ChatOwner?)>(
                    (true, state.People.Bindings.TryGetValue(chat, out var other) && other != owner ? other : null), [PeopleJournal.Write(new PeopleEvent.ChatBound(chat, owner, null))])
                : new Decision<(bool, ChatOwner?)>((false, null), []),
            cancellationToken);
        var shown = archive.Current.Index.Names;
        return TurnReply.Say(
            !isBound ? words.MayNotBind
                : wish.Chat is { } named ? words.BoundOther(named, OwnerNames.In(wish.Language, owner, shown))
                : words.Bound(OwnerNames.In(wish.Language, owner, shown), before is { } was ? OwnerNames.In(wish.Language, was, shown) : null),
            wish.Language);
    }

    private ChatAddress? ChatIn(TypedWish.Bind wish, Caller caller)
    {
        if (wish.Chat is not { } typed)
        {
            return ConversationAddress.RootOf(caller.Chat);
        }

        // The id itself may hold strokes; the channel's name does not.
        var parts = typed.Split('/', 2);
        return conversations.Find(new ConversationAddress(parts[0], parts[1])) is { } known ? new ChatAddress(known.ChannelId, known.ConversationId) : null;
    }
}
