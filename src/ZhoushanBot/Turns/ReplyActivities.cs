using ZhoushanBot.Activities;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Turns;

/// <summary>An answer as an activity.</summary>
internal static class ReplyActivities
{
    /// <summary>The message: text that answers alone, and buttons that type for the person.</summary>
    public static Activity Of(AssistantReply reply) => Of(reply.Text, reply.Language) with
    {
        SuggestedActions = reply.Suggestions.IsEmpty ? null : new() { Actions = [.. reply.Suggestions.Select(text => CardAction.ImBack(text, text))] },
    };

    /// <summary>A message of nothing but text.</summary>
    public static Activity Of(string text, ReplyLanguage language) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = "plain",
        Locale = language == ReplyLanguage.Chinese ? "zh-CN" : "en-US",
    };

    /// <summary>The language that a client's locale asks for, where nothing else tells: "HPV".</summary>
    public static ReplyLanguage LanguageOf(string? locale) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? ReplyLanguage.English : ReplyLanguage.Chinese;
}
