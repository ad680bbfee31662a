using System.Collections.Immutable;
using ZhoushanBot.Activities;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Turns;

/// <summary>An answer as an activity: a card where the channel shows cards, else text with buttons that type for the person.</summary>
internal static class ReplyActivities
{
    /// <summary>What shows cards on a channel; null for a channel that shows none, or that we do not know.</summary>
    public static CardHost? HostOf(string? channelId) => channelId switch
    {
        ChannelIds.MsTeams => CardHost.Teams,
        ChannelIds.WebChat or ChannelIds.DirectLine => CardHost.WebChat,
        ChannelIds.Emulator => CardHost.Emulator,
        _ => null,
    };

    /// <summary>The messages that answer: one, and more where an answer fills more than one card.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="welcome">Said instead, as a card, to whoever asks what can be asked; made only then.</param>
    /// <param name="channelId">The channel.</param>
    public static ImmutableArray<Activity> Of(AssistantReply reply, Func<Welcome> welcome, string? channelId) =>
        HostOf(channelId) is { } host && CardsOf(reply, welcome, host) is { IsEmpty: false } cards
            ? ImmutableArray.CreateRange(cards, card => WithCard(reply, card))
            : [WithText(reply)];

    /// <summary>The cards of an answer; none for an answer that is better said as a sentence.</summary>
    public static ImmutableArray<RawJson> CardsOf(AssistantReply reply, Func<Welcome> welcome, CardHost host) => reply.Reading.Question switch
    {
        Question.Talk { Kind: SmallTalk.Help } => [RawJson.FromUtf8(WelcomeCards.Of(welcome()).ToUtf8(host))],
        _ when AnswerCards.Suits(reply.Answer) => ImmutableArray.CreateRange(AnswerCards.Of(reply, host), RawJson.FromUtf8),
        _ => [],
    };

    /// <summary>A message that is one card. The card says it all; the summary stands for it in notifications and lists of chats.</summary>
    public static Activity WithCard(AssistantReply reply, RawJson card) => new()
    {
        Type = ActivityTypes.Message,
        Summary = reply.Answer.Headline,
        Locale = LocaleOf(reply.Language),
        Attachments = [Attachment.AdaptiveCard(card)],
    };

    private static Activity WithText(AssistantReply reply) => new()
    {
        Type = ActivityTypes.Message,
        Text = reply.Text,
        TextFormat = "plain",
        Locale = LocaleOf(reply.Language),
        SuggestedActions = reply.Suggestions.IsEmpty ? null : new() { Actions = [.. reply.Suggestions.Select(text => CardAction.ImBack(text, text))] },
    };

    private static string LocaleOf(ReplyLanguage language) => language == ReplyLanguage.Chinese ? "zh-CN" : "en-US";
}
