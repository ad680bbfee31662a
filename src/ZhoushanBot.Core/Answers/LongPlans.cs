using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Plans that outlast the notice's year, as far as their words tell.</summary>
internal static partial class LongPlans
{
    /// <summary>True when the words name a later year, or a plan or period of several years.</summary>
    /// <param name="text">The task's words.</param>
    /// <param name="year">The notice's year.</param>
    public static bool IsOne(string text, int year) =>
        SeveralYears().IsMatch(text) || LaterYear().Matches(text).Any(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) > year);

    /// <summary>"2026—2028年", "三年": the words for the years that a task runs over; empty where it names none.</summary>
    public static string SpanIn(string text) => Span().Match(text) is { Success: true } span ? span.Value.Replace(" ", string.Empty, StringComparison.Ordinal) : string.Empty;

    [GeneratedRegex("20[0-9]{2} ?(?:年)?(?:[-—–至到]+) ?20[0-9]{2} ?年|[两三四五]年(?=行动|攻坚|计划|规划|方案|完成|投资|目标|倍增|提升|建设|滚动)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Span();

    // 三年行动, 三年攻坚, 三年完成投资; but not 离校2年内 or 三年级
    [GeneratedRegex("[两三四五]年(?:行动|攻坚|计划|规划|方案|完成|投资|目标|倍增|提升|建设|滚动)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SeveralYears();

    // 2024—2025 年
    [GeneratedRegex("(20[0-9]{2}) ?(?:年|[-—–至到])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LaterYear();
}
