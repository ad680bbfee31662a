using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>"十亿以上的项目要签几个": where the notice counts 10亿元以上项目, its own words for them take the place of the question's, which would else ask for amounts.</summary>
internal static partial class QualifiedThings
{
    private static readonly (decimal Factor, string Unit)[] Multiples = [(100_000_000m, "亿"), (10_000_000m, "千万"), (10_000m, "万")];
    private static readonly string[] Things = ["项目", "产业项目", "制造业项目", "工业项目", "企业"];

    /// <summary>The question in the notice's words; the question itself where the notice counts no such thing.</summary>
    public static NormalizedText InWordsOf(NormalizedText question, WorkItemIndex index)
    {
        if (Asked().Match(question.Text) is not { Success: true } asked || AmountOf(asked.Groups["n"].Value) is not { } number)
        {
            return question;
        }

        var value = number * Multipliers.Read(asked.Groups["m"].Value, 0, out _);
        var known = Multiples.Where(m => value % m.Factor == 0)
            .SelectMany(m => Things.SelectMany(t => new[] { $"{Plain(value / m.Factor)}{m.Unit}元以上{t}", value == m.Factor ? $"{m.Unit}元以上{t}" : string.Empty }))
            .FirstOrDefault(w => w.Length > 0 && index.Subjects.ContainsText(w));
        return known is null ? question : NormalizedText.Of(string.Concat(question.Text.AsSpan(0, asked.Index), known, question.Text.AsSpan(asked.Index + asked.Length)));
    }

    private static decimal? AmountOf(string number) =>
        decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
        : ChineseNumerals.TryReadInteger(number, out var whole, out var length) && length == number.Length ? whole
        : null;

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<n>[0-9]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百]{1,3})(?<m>千万|百万|亿|万)元?(?:以上|级)的?(?:大|重大|产业|制造业|工业)?(?:项目|企业)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asked();
}
