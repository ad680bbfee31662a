using ZhoushanBot.Activities;

namespace ZhoushanBot.Conversations;

/// <summary>What an inbound activity tells of its conversation. Pure: looks at nothing but the activity and what was known before.</summary>
internal static class InboundReference
{
    // Above any name or id that a channel gives; longer ones are somebody's mischief, and a store is no place for them.
    private const int LongestText = 512;

    /// <summary>Whether an activity leaves what is known as it is. Called on every turn: makes nothing.</summary>
    public static bool ChangesNothing(KnownConversation known, Activity activity) =>
        known.Silence is null
        && !TakesBotOut(activity)
        && known.ServiceUrl == activity.ServiceUrl
        && IsSame(known.BotId, activity.Recipient?.Id)
        && IsSame(known.TenantId, activity.GetTenantId())
        && IsSame(known.ConversationType, activity.Conversation?.ConversationType)
        && (known.IsShared
            || (activity.Conversation?.IsGroup != true && (!TellsWhoSpeaks(activity)
                || (known.UserId == activity.From?.Id && IsSame(known.AadObjectId, activity.From?.AadObjectId) && IsSame(known.UserName, activity.From?.Name)
                    && IsSame(known.Locale, activity.Locale)))));

    /// <summary>What is known of a conversation after an activity.</summary>
    /// <param name="known">What was known; null for nothing.</param>
    /// <param name="address">Its conversation.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="isVouchedFor">Whether a token vouches for the activity's service URL.</param>
    public static KnownConversation After(KnownConversation? known, ConversationAddress address, Activity activity, bool isVouchedFor)
    {
        var conversation = activity.Conversation;
        var type = Short(conversation?.ConversationType) ?? known?.ConversationType;
        var told = (known is null || TellsWhoSpeaks(activity)) && activity.From?.Id != activity.Recipient?.Id ? activity.From : null;

        // Where a channel does not tell what kind it is, a second voice does.
        var isShared = known?.IsShared == true || conversation?.IsGroup == true || type is ConversationTypes.GroupChat or ConversationTypes.Channel
            || (type != ConversationTypes.Personal && told?.Id is { } voice && known?.UserId is { } first && voice != first);
        var next = new KnownConversation
        {
            ChannelId = address.ChannelId,
            ConversationId = address.ConversationId,
            ServiceUrl = activity.ServiceUrl!,
            IsVouchedFor = isVouchedFor,
            IsShared = isShared,
            ConversationType = type,
            TenantId = Short(activity.GetTenantId()) ?? known?.TenantId,
            BotId = Short(activity.Recipient?.Id) ?? known?.BotId,
            BotName = Short(activity.Recipient?.Name) ?? known?.BotName,
            Silence = IsVoice(activity) ? null : known?.Silence,
        };
        return isShared ? next : next with
        {
            UserId = Short(told?.Id) ?? known?.UserId,
            UserName = Short(told?.Name) ?? known?.UserName,
            AadObjectId = Short(told?.AadObjectId) ?? known?.AadObjectId,
            Locale = Short(activity.Locale) ?? known?.Locale,
        };
    }

    /// <summary>Whether the bot was uninstalled or removed from the conversation.</summary>
    public static bool TakesBotOut(Activity activity) => activity.Type switch
    {
        ActivityTypes.InstallationUpdate => activity.Action?.StartsWith("remove", StringComparison.OrdinalIgnoreCase) == true,
        ActivityTypes.ConversationUpdate => Has(activity.MembersRemoved, activity.Recipient?.Id),
        _ => false,
    };

    // Somebody speaks, or took the bot in again.
    private static bool IsVoice(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.MessageReaction => true,
        ActivityTypes.InstallationUpdate => !TakesBotOut(activity),
        ActivityTypes.ConversationUpdate => Has(activity.MembersAdded, activity.Recipient?.Id),
        _ => false,
    };

    // Updates of a conversation come from whomever the channel likes: the person, the channel, the bot itself.
    private static bool TellsWhoSpeaks(Activity activity) => activity.Type is ActivityTypes.Message or ActivityTypes.Invoke && activity.From?.Id is { Length: > 0 };

    private static bool Has(IList<ChannelAccount>? members, string? id)
    {
        for (var i = 0; i < (members?.Count ?? 0); i++)
        {
            if (members![i].Id == id)
            {
                return true;
            }
        }

        return false;
    }

    // What an activity does not tell stays as it was.
    private static bool IsSame(string? known, string? told) => told is null || known == told || Short(told) is null;

    private static string? Short(string? text) => text is { Length: > 0 and <= LongestText } ? text : null;
}
