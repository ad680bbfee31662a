using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>What a question wants added up.</summary>
public enum AddedUp
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The like of several lists: "一共多少", "in total". A task's own figures may be parts of one another.</summary>
    OverLists,

    /// <summary>Every figure told: "加起来", "combined".</summary>
    EveryFigure,
}

/// <summary>Words that ask for a sum.</summary>
internal static partial class Adding
{
    /// <summary>What a question wants added up.</summary>
    public static AddedUp In(Recognition heard) => !heard.Has(Cue.Sum) ? AddedUp.Nothing : IsAsked(heard.Text.Text) ? AddedUp.EveryFigure : AddedUp.OverLists;

    /// <summary>True for words that can mean nothing but a sum of what was told: 加起来, but not 一共.</summary>
    /// <param name="text">The normalised question.</param>
    public static bool IsAsked(string text) => Words().IsMatch(text);

    [GeneratedRegex("加起来|相加|加在一起|加到一起|加一起|加一块|加总|累加|合起来|合在一起|合一块|之和|总和|求和|凑一起|\\b(?:add|adds|added|adding|sum|summed|combined?|together|plus)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
