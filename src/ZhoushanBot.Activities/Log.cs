using Microsoft.Extensions.Logging;

namespace ZhoushanBot.Activities;

/// <summary>What this project logs; never what somebody said, nor a token.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Request refused: {Fault}")]
    public static partial void TokenRefused(ILogger logger, string fault);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "No signing keys: every request is refused until they can be had")]
    public static partial void KeysUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "A turn failed: {Type} on {Channel}")]
    public static partial void TurnFailed(ILogger logger, Exception exception, string type, string? channel);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Information, Message = "Delivered again, answered from memory: {Channel}")]
    public static partial void Redelivered(ILogger logger, string? channel);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Warning, Message = "Connector call failed: {Kind} {Status} {Code} at {Host}")]
    public static partial void ConnectorFailed(ILogger logger, string kind, int status, string? code, string host);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Information, Message = "Connector call repeated: attempt {Attempt} after {Delay}")]
    public static partial void ConnectorRetry(ILogger logger, int attempt, TimeSpan delay);
}
