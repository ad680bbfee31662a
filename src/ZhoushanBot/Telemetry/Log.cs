namespace ZhoushanBot.Telemetry;

/// <summary>What the host logs; never what somebody said.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Imported {DocumentNumber}: {Tasks} tasks, {Findings} findings")]
    public static partial void FirstNoticeImported(ILogger logger, string documentNumber, int tasks, int findings);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "Ready: {Notices} notices, {Tasks} tasks")]
    public static partial void Ready(ILogger logger, int notices, int tasks);

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "A turn failed: {Type} on the built-in Direct Line")]
    public static partial void DirectLineTurnFailed(ILogger logger, Exception exception, string type);

    [LoggerMessage(EventId = 1201, Level = LogLevel.Error, Message = "What was learned of a conversation on {ChannelId} could not be written")]
    public static partial void ConversationNotKept(ILogger logger, Exception exception, string channelId);

    [LoggerMessage(EventId = 1202, Level = LogLevel.Warning, Message = "A kept conversation cannot be read and is left out")]
    public static partial void ConversationUnreadable(ILogger logger, Exception exception);
}
