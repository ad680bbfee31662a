using System.Collections.Immutable;
using ZhoushanBot.Core.Cards;

namespace ZhoushanBot.Reporting;

/// <summary>What the asker may do from a status card besides looking.</summary>
internal static class OfficeButtons
{
    /// <summary>The buttons; empty for whoever may only look.</summary>
    public static ImmutableArray<CardButton> For(StatusPage page, Asker asker) => [];
}
