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

    [LoggerMessage(EventId = 1201, Level = LogLevel.Warning, Message = "The model proposed no reading: {Reason}")]
    public static partial void NoProposal(ILogger logger, string reason);

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "A turn failed: {Type} on the built-in Direct Line")]
    public static partial void DirectLineTurnFailed(ILogger logger, Exception exception, string type);
}
