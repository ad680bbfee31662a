namespace ZhoushanBot.Core.Cards;

/// <summary>What shows a card. The same card is written differently for each: not every host knows every button.</summary>
public enum CardHost
{
    /// <summary>Web Chat over Direct Line: draws Action.Execute but sends nothing when it is pressed, and knows no charts.</summary>
    WebChat,

    /// <summary>The emulator and the Agents Playground: Universal Actions, no charts.</summary>
    Emulator,

    /// <summary>Microsoft Teams: Universal Actions, charts, cards as wide as the chat.</summary>
    Teams,
}

internal static class CardHostTraits
{
    /// <summary>Whether Action.Execute is sent, and answered by a card that takes the pressed one's place.</summary>
    public static bool HasUniversalActions(this CardHost host) => host is CardHost.Emulator or CardHost.Teams;

    /// <summary>Whether the Chart elements are drawn.</summary>
    public static bool DrawsCharts(this CardHost host) => host is CardHost.Teams;
}
