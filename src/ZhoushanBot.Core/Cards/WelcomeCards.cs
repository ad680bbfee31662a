using System.Collections.Immutable;
using ZhoushanBot.Core.Answers;

namespace ZhoushanBot.Core.Cards;

/// <summary>The card that greets: what the bot is, which notices it knows, and examples to press.</summary>
public static class WelcomeCards
{
    /// <summary>The card.</summary>
    public static AdaptiveCard Of(Welcome welcome)
    {
        ArgumentNullException.ThrowIfNull(welcome);
        return new AdaptiveCard
        {
            Language = welcome.Language,
            Summary = $"{welcome.Title} {welcome.Scope}",
            Body =
            [
                new TextBlock(welcome.Title) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true },
                new TextBlock(welcome.Scope) { Spacing = Spacing.Small },
                .. welcome.Groups.SelectMany(group => GroupOf(group)),
                .. SourceOf(welcome),
            ],
        };
    }

    private static ImmutableArray<CardElement> GroupOf(WelcomeGroup group) =>
    [
        new TextBlock(group.Heading) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, IsHeading = true },
        new ButtonSet([.. group.Questions.Select(question => new AskButton(question))]) { Spacing = Spacing.Small },
    ];

    private static ImmutableArray<CardElement> SourceOf(Welcome welcome) => welcome.Source.Length == 0
        ? []
        : [new TextBlock(welcome.Source) { Size = TextSize.Small, IsSubtle = true, HasSeparator = true, Spacing = Spacing.Medium }];
}
