namespace ZhoushanBot.Telemetry;

/// <summary>What the host logs; never what somebody said.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Imported {DocumentNumber}: {Tasks} tasks, {Findings} findings")]
    public static partial void FirstNoticeImported(ILogger logger, string documentNumber, int tasks, int findings);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "Ready: {Notices} notices, {Tasks} tasks")]
    public static partial void Ready(ILogger logger, int notices, int tasks);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "{Part} could not be saved and will be tried again")]
    public static partial void NotSaved(ILogger logger, Exception exception, string part);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Error, Message = "{Fault}")]
    public static partial void NamesRefused(ILogger logger, string fault);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Information, Message = "Names and synonyms taken in anew")]
    public static partial void NamesRead(ILogger logger);

    [LoggerMessage(EventId = 1501, Level = LogLevel.Warning, Message = "The model proposed no reading: {Reason}")]
    public static partial void NoProposal(ILogger logger, string reason);

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "A turn failed: {Type} on the built-in Direct Line")]
    public static partial void DirectLineTurnFailed(ILogger logger, Exception exception, string type);

    [LoggerMessage(EventId = 1201, Level = LogLevel.Error, Message = "What was learned of a conversation on {ChannelId} could not be written")]
    public static partial void ConversationNotKept(ILogger logger, Exception exception, string channelId);

    [LoggerMessage(EventId = 1202, Level = LogLevel.Warning, Message = "A kept conversation cannot be read and is left out")]
    public static partial void ConversationUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1203, Level = LogLevel.Warning, Message = "Who is in a conversation could not be looked up; its cards name nobody to be refreshed for")]
    public static partial void ViewersNotLookedUp(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1301, Level = LogLevel.Information, Message = "Delivery starts; {Messages} messages were being sent when the service last ended and may repeat")]
    public static partial void Recovered(ILogger logger, int messages);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Error, Message = "Delivery rests until {Until}: the channel does not accept the bot ({Detail})")]
    public static partial void DeliveryPaused(ILogger logger, string detail, DateTimeOffset until);

    [LoggerMessage(EventId = 1303, Level = LogLevel.Error, Message = "Delivery cannot write to the store and tries again soon")]
    public static partial void DeliveryCannotWrite(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1304, Level = LogLevel.Error, Message = "Nothing makes messages of the kind {Kind}")]
    public static partial void NoContentOf(ILogger logger, string kind);

    [LoggerMessage(EventId = 1305, Level = LogLevel.Error, Message = "A message of the kind {Kind} could not be made")]
    public static partial void ContentFailed(ILogger logger, Exception exception, string kind);

    [LoggerMessage(EventId = 1306, Level = LogLevel.Error, Message = "Sending on {ChannelId} failed in a way that is not foreseen")]
    public static partial void SendingFailed(ILogger logger, Exception exception, string channelId);

    [LoggerMessage(EventId = 1307, Level = LogLevel.Error, Message = "A recipient that cannot be reached was not marked as such")]
    public static partial void UnreachableNotMarked(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1308, Level = LogLevel.Warning, Message = "Stopping: {Messages} messages got no answer in time and may repeat")]
    public static partial void DeliveryCutOff(ILogger logger, int messages);

    [LoggerMessage(EventId = 1309, Level = LogLevel.Critical, Message = "The journal is broken at line {Line}: something was changed or taken out")]
    public static partial void JournalBroken(ILogger logger, long line);

    [LoggerMessage(EventId = 1310, Level = LogLevel.Information, Message = "The journal holds together: {Lines} lines")]
    public static partial void JournalWhole(ILogger logger, long lines);

    [LoggerMessage(EventId = 1311, Level = LogLevel.Error, Message = "The journal could not be read")]
    public static partial void JournalUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1312, Level = LogLevel.Error, Message = "Line {Line} of the journal has not the shape of its kind and is passed over")]
    public static partial void JournalLineUnreadable(ILogger logger, Exception exception, long line);

    [LoggerMessage(EventId = 1401, Level = LogLevel.Error, Message = "The sign-in service cannot be reached")]
    public static partial void IssuerUnreachable(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1701, Level = LogLevel.Error, Message = "What is new of people could not be written down")]
    public static partial void PeopleNotWritten(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1702, Level = LogLevel.Warning, Message = "The name of a member could not be looked up; it is tried again later")]
    public static partial void MemberNotLookedUp(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1703, Level = LogLevel.Warning, Message = "{Wish} was refused, account {AccountId}")]
    public static partial void WishRefused(ILogger logger, string wish, string accountId);

    [LoggerMessage(EventId = 1801, Level = LogLevel.Information, Message = "Planned {Digests} digests; {Held} wait for the next week, {Undeliverable} have no recipient")]
    public static partial void RemindersPlanned(ILogger logger, int digests, int held, int undeliverable);

    [LoggerMessage(EventId = 1802, Level = LogLevel.Error, Message = "Reminders could not be planned; it is tried again")]
    public static partial void RemindersNotPlanned(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1804, Level = LogLevel.Warning, Message = "A card could not be brought up to date for everybody in its chat")]
    public static partial void CardNotUpdated(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1803, Level = LogLevel.Warning, Message = "{Verb} was refused: {Reason}, account {AccountId}")]
    public static partial void ReminderRefused(ILogger logger, string verb, string reason, string accountId);

    [LoggerMessage(EventId = 1805, Level = LogLevel.Error, Message = "Weekly statuses could not be planned; it is tried again")]
    public static partial void WeekliesNotPlanned(ILogger logger, Exception exception);
}
