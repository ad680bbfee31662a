using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>What a question wants made of several figures.</summary>
public enum Reckoning
{
    /// <summary>Nothing: each as it stands.</summary>
    None,

    /// <summary>Every figure told, together: "加起来", "combined".</summary>
    Sum,

    /// <summary>By how much one is more than the other: "差多少".</summary>
    Difference,
}

/// <summary>Words that ask for a sum or a difference.</summary>
internal static partial class Reckonings
{
    /// <summary>What words ask for that can mean nothing else: 加起来, but not 一共, which may be said of one figure: two lists are not added up for it.</summary>
    /// <param name="text">The normalised question.</param>
    public static Reckoning Of(string text) => SumWords().IsMatch(text) ? Reckoning.Sum : DifferenceWords().IsMatch(text) ? Reckoning.Difference : Reckoning.None;

    [GeneratedRegex("加起来|相加|加在一起|加到一起|加一起|加一块|加总|累加|合起来|合在一起|合一块|之和|总和|求和|凑一起|(?<![a-z])together(?![a-z]| with)|\\b(?:sum|summed|combined?|plus|add(?:s|ed|ing)? (?:up|them|those|these|both|the two)|add\\b.*\\bup)\\b|\\btotal of .*\\b(?:both|over|across)\\b|\\b(?:over|across) (?:both|the two)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SumWords();

    [GeneratedRegex("差多少|差了多少|相差|差几|差额|差距|(?:多|少|高|低|大|小)(?:了|出)?(?:多少|几)|\\b(?:difference|gap)\\b|^(?:and |so )?by how (?:much|many)[?. ]*$|how (?:much|many) (?:more|less|fewer|higher|lower|larger|bigger|smaller)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DifferenceWords();
}
