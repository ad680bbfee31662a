using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// "十亿以上的项目要签几个", "billion-yuan projects": where the notice counts 10亿元以上项目, its own words for them take the place of the question's, which
/// would else ask for amounts.
/// </summary>
internal static partial class QualifiedThings
{
    private const int MostSizes = 3;

    /// <summary>The question in the notice's words; the question itself where the notice counts no such thing.</summary>
    public static NormalizedText InWordsOf(NormalizedText question, WorkItemIndex index)
    {
        // Ten thousand digits take a pattern too long, most questions name no size, and what the store counts by size is gathered when the first one does.
        var said = question.Text.Length > QuestionReader.LongestQuestion ? question.Text : Beyond().Replace(question.Text, "${m}以上");
        if (question.Text.Length > QuestionReader.LongestQuestion || !(Chinese().IsMatch(said) || (NamesThings().IsMatch(question.Text) && English().IsMatch(question.Text))) || AmountsOfTasks().IsMatch(question.Text) || index.SizedThings.Count == 0)
        {
            return question;
        }

        var text = Chinese().Replace(said, m => InWords(m, AmountOf(m.Groups["n"].Value), said, index), MostSizes);
        text = NamesThings().IsMatch(text) ? English().Replace(text, m => InWords(m, m.Groups["n"].Value is "" or "a" or "one" ? 1 : AmountOf(m.Groups["n"].Value), question.Text, index), MostSizes) : text;
        return text == question.Text ? question : NormalizedText.Of(text);
    }

    private static string InWords(Match asked, decimal? number, string question, WorkItemIndex index)
    {
        var isMeant = asked.Groups["pre"].Length + asked.Groups["behind"].Length + asked.Groups["thing"].Length > 0;
        var words = number is { } amount && isMeant ? index.SizedThings.GetValueOrDefault(amount * Multipliers.Read(asked.Groups["m"].Value, 0, out _), []) : [];
        if (words.IsDefaultOrEmpty)
        {
            return asked.Value;
        }

        // Of several kinds of one size the one whose words the question has.
        var rest = question.Remove(asked.Index, asked.Length);
        return $" {words.MaxBy(w => w.Count(c => rest.Contains(c, StringComparison.Ordinal)))} ";
    }

    private static decimal? AmountOf(string number) =>
        number.Length == 0 ? 1
        : decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
        : ChineseNumerals.TryReadInteger(number, out var whole, out var length) && length == number.Length ? whole
        : null;

    // 上亿的项目, 过亿项目: 亿以上
    [GeneratedRegex("(?:上|过|超过)(?:1 ?)?(?<m>亿|千万)元?(?=的?(?:大|重大|产业|制造业|工业|大型)*(?:项目|企业))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beyond();

    // 十亿以上的大项目, 十亿元以上的几个, 亿元以上产业项目
    [GeneratedRegex("(?<n>[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百]{1,3})?(?<m>千万|百万|亿|万)元?(?<behind>及以上|以上|级)的?(?<thing>(?:大|重大|产业|制造业|工业|大型)*(?:项目|企业)|(?=几个|多少个|有几|有多少|几家|多少家|要|招|签))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chinese();

    // over 100 million, 100-million-yuan projects, billion-class ones, 1 billion yuan or more
    [GeneratedRegex("(?<pre>\\b(?:over|above|more than|at least|exceeding|worth) )?\\b(?:(?<n>[0-9]+(?:\\.[0-9]+)?|a|one)[ -])?(?<m>(?:hundred )?million|billion)(?:[- ](?:yuan|rmb)\\b)?(?<behind>[- ](?:plus|class|level|grade|scale)\\b|\\+| or more| and above| or above| and up)?(?<thing>[- ](?:(?:industrial|manufacturing|major|big) )?(?:projects?|deals?|enterprises?|companies|firms|ones)\\b)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex English();

    [GeneratedRegex("\\b(?:projects?|deals?|enterprises?|companies|firms|investors?)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamesThings();

    // "哪些任务的目标超过十亿": amounts are meant.
    [GeneratedRegex("任务|目标|指标|投资额|\\b(?:tasks?|goals?|figures?) |\\b(?:investment|budget|value|targets?) (?:of |is |are )?(?:over|above|more than|at least|exceeding)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AmountsOfTasks();
}
