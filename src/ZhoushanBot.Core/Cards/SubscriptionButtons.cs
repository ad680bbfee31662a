using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Cards;

/// <summary>The buttons by which a weekly status is subscribed to and given up.</summary>
public static class SubscriptionButtons
{
    /// <summary>订阅周报; data: <see cref="StatusCards.QueryField"/>.</summary>
    public const string Subscribe = "subscription.set";

    /// <summary>退订周报.</summary>
    public const string Unsubscribe = "subscription.clear";

    /// <summary>Subscribes to a status.</summary>
    public static VerbButton ToSubscribe(StatusQuery query, ReplyLanguage language)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new VerbButton(StatusCardText.In(language).Subscribe, Subscribe)
        {
            Data = [new(StatusCards.QueryField, (query with { Page = 0 }).Code), StatusCards.In(language)],
            IgnoresInputs = true,
            IsSecondary = true,
        };
    }

    /// <summary>Gives it up.</summary>
    public static VerbButton ToUnsubscribe(ReplyLanguage language) =>
        new(StatusCardText.In(language).Unsubscribe, Unsubscribe) { Data = [StatusCards.In(language)], IgnoresInputs = true, IsSecondary = true };
}
