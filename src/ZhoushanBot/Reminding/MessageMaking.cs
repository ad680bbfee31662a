using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reminding;

/// <summary>What all contents of reminders have in common: the hours, the language of a chat, and how a card becomes a message.</summary>
internal sealed class MessageMaking(OfficeView view, NoticeArchive archive, ConversationBook conversations, CardViewers viewers, OfficeClock clock)
{
    /// <summary>As everything stands.</summary>
    public PlanInput Input => view.Plan();

    /// <summary>Within the sending hours.</summary>
    public DateTimeOffset NotBefore(DateTimeOffset at)
    {
        var input = view.Plan();
        var opening = input.Settings.SendingHours.NextAllowed(at, input.Calendar);
        return opening > at ? opening : at;
    }

    /// <summary>When the sending hours open on the next working day.</summary>
    public DateTimeOffset NextOpening()
    {
        var input = view.Plan();
        return input.Settings.SendingHours.NextAllowed(new DateTimeOffset(clock.Today.AddDays(1), TimeOnly.MinValue, OfficeClock.Offset), input.Calendar);
    }

    /// <summary>Of the chat, as its channel told last; Chinese where it never did.</summary>
    public ReplyLanguage LanguageOf(OutboxRecipient to) =>
        conversations.Find(new ConversationAddress(to.ChannelId, to.ConversationId))?.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true
            ? ReplyLanguage.English
            : ReplyLanguage.Chinese;

    /// <summary>Cards as of now.</summary>
    public ReminderCards Cards(PlanInput input, ReplyLanguage language) => new(input, archive.Current.Index.Names, language, clock.Now);

    /// <summary>The same for one chat, whose members' clients bring the cards up to date.</summary>
    public async ValueTask<ReminderCards> CardsAsync(PlanInput input, ReplyLanguage language, ChatAddress chat, CancellationToken cancellationToken) =>
        new(input, archive.Current.Index.Names, language, clock.Now, await viewers.OfAsync(new ConversationAddress(chat.ChannelId, chat.ConversationId), cancellationToken));

    /// <summary>Words of reminders.</summary>
    public ReminderText Words(ReplyLanguage language) => ReminderText.Of(language, archive.Current.Index.Names);

    /// <summary>A card as a message for a channel; its text where the channel shows none.</summary>
    public static Activity Message(AdaptiveCard card, string plain, string channelId)
    {
        var reply = new TurnReply { Language = card.Language, Card = card, Text = plain };
        return ReplyActivities.Of(reply, static _ => throw new System.Diagnostics.UnreachableException(), channelId)[0];
    }
}
