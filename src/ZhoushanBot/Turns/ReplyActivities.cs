using ZhoushanBot.Activities;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Turns;

/// <summary>An answer as an activity.</summary>
internal static class ReplyActivities
{
    /// <summary>The message: text that answers alone, and buttons that type for the person.</summary>
    public static Activity Of(AssistantReply reply) => new()
    {
        Type = ActivityTypes.Message,
        Text = reply.Text,
        TextFormat = "plain",
        Locale = reply.Language == ReplyLanguage.Chinese ? "zh-CN" : "en-US",
        SuggestedActions = reply.Suggestions.IsEmpty ? null : new() { Actions = [.. reply.Suggestions.Select(text => CardAction.ImBack(text, text))] },
    };
}
