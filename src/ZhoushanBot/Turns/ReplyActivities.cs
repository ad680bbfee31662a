using System.Collections.Immutable;
using ZhoushanBot.Activities;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Turns;

/// <summary>A reply as an activity: a card where the channel shows cards, else text with buttons that type for the person.</summary>
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
    public static ImmutableArray<Activity> Of(TurnReply reply, Func<ReplyLanguage, Welcome> welcome, string? channelId) =>
        HostOf(channelId) is { } host && CardsOf(reply, welcome, host) is { IsEmpty: false } cards
            ? ImmutableArray.CreateRange(cards, card => WithCard(reply.Summary, reply.Language, card))
            : [WithText(reply)];

    /// <summary>The cards of a reply; none for one that is better said as a sentence.</summary>
    public static ImmutableArray<RawJson> CardsOf(TurnReply reply, Func<ReplyLanguage, Welcome> welcome, CardHost host) => reply switch
    {
        { Card: { } card } => [RawJson.FromUtf8(card.ToUtf8(host))],
        { Answer: { Reading.Question: Question.Talk { Kind: SmallTalk.Help } } } => [RawJson.FromUtf8(WelcomeCards.Of(welcome(reply.Language)).ToUtf8(host))],
        { Answer: { } answer } when AnswerCards.Suits(answer.Answer) => ImmutableArray.CreateRange(AnswerCards.Of(answer, host, reply.AnswerId), RawJson.FromUtf8),
        _ => [],
    };

    /// <summary>A message that is a card.</summary>
    /// <param name="summary">Stands for it in notifications and lists of chats; the card itself says it all.</param>
    /// <param name="language">Of it.</param>
    /// <param name="card">As the host wants it.</param>
    public static Activity WithCard(string summary, ReplyLanguage language, RawJson card) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Locale = LocaleOf(language),
        Attachments = [Attachment.AdaptiveCard(card)],
    };

    private static Activity WithText(TurnReply reply) => new()
    {
        Type = ActivityTypes.Message,
        Text = reply.Text,
        TextFormat = "plain",
        Locale = LocaleOf(reply.Language),
        SuggestedActions = reply.Suggestions.IsEmpty ? null : new() { Actions = [.. reply.Suggestions.Select(text => CardAction.ImBack(text, text))] },
    };

    private static string LocaleOf(ReplyLanguage language) => language == ReplyLanguage.Chinese ? "zh-CN" : "en-US";
}
