using ZhoushanBot.Activities;
using ZhoushanBot.Core.People;
using ZhoushanBot.DirectLine;

namespace ZhoushanBot.Turns;

/// <summary>Who speaks, as the channel vouches for them; nothing of it is taken from what was typed.</summary>
/// <param name="Actor">The account.</param>
/// <param name="Chat">Where.</param>
/// <param name="IsShared">More than one person is in that conversation.</param>
internal sealed record Caller(Actor Actor, ChatAddress Chat, bool IsShared)
{
    /// <summary>Who sent an activity; null when it does not tell who or where.</summary>
    public static Caller? Of(Activity activity) =>
        VouchedAccount.Of(activity.ChannelId, activity.ServiceUrl, activity.From?.Id, activity.From?.AadObjectId) is { } account && activity.ChannelId is { } channel && activity.Conversation?.Id is { } conversation
            ? new Caller(
                new Actor(account, activity.From?.Name ?? string.Empty),
                new ChatAddress(channel, conversation),
                activity.Conversation.IsGroup == true || activity.Conversation.ConversationType is ConversationTypes.GroupChat or ConversationTypes.Channel)
            : null;
}
