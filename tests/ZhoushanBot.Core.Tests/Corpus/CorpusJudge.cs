using System.Text;
using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>
/// Says why a reply is wrong: what it must hold and does not, what it must not hold and does, the count, the honest "not in the notice".
/// Width, case, markup and blanks do not matter; a number matches as a whole number only.
/// </summary>
internal static class CorpusJudge
{
    public const int LongestReply = 8_000;

    private const string Digits = "零一二三四五六七八九";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string[] EnglishNumbers =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

    /// <summary>Words by which a reply owns that the notice does not have it, or asks back.</summary>
    private static readonly string[] HonestWords =
    [
        "没有", "未提", "未包含", "未找到", "未查到", "未涉及", "未列", "未写", "未说明", "未给出", "未规定", "未公布", "未提供", "未设", "未能", "并未", "尚未", "尚无", "暂未",
        "未收到", "不在", "不包含", "不包括", "不含", "不涉及", "不属于", "不存在", "不提供", "找不到", "查不到", "无法", "不能", "抱歉", "对不起", "暂无", "无此", "无相关",
        "不知道", "不清楚", "不支持", "超出", "过长", "太长", "没能", "没看懂", "不明白", "没听懂", "不理解", "请问您", "您是指", "是不是想", "您想", "请说明", "请补充",
        "请提供", "换个", "请输入", "只能", "只有", "仅有", "仅涉及", "仅包含", "仅限", "只收录",
        "not in", "not include", "not mention", "not found", "not contain", "not cover", "not state", "not give", "not list", "not provide", "not specif",
        "doesn", "does not", "don't", "do not", "cannot", "can't", "couldn", "could not", "unable", "sorry", "no information", "no data", "no such", "nothing",
        "no item", "no answer", "outside", "did you mean", "could you", "please specify", "clarif", "isn't", "is not", "there is no", "there are no", "no target",
        "no figure", "only ha", "only answer", "only cover", "rephrase", "too long", "didn't understand", "not sure", "won't", "will not", "not able", "no match",
        "no result", "no progress", "no report",
    ];

    /// <summary>Every reason why the reply is wrong; empty when it is right.</summary>
    public static IReadOnlyList<string> Faults(string reply, Expectation expected)
    {
        if (string.IsNullOrWhiteSpace(reply))
        {
            return ["empty reply"];
        }

        var readings = Readings(reply);
        var faults = new List<string>();
        if (reply.Length > LongestReply)
        {
            faults.Add($"{reply.Length} characters long");
        }

        faults.AddRange(expected.MustContain.Where(any => !any.Any(a => Holds(readings, a))).Select(any => $"missing {string.Join(" | ", any)}"));
        faults.AddRange(expected.MustNotContain.Where(a => Holds(readings, a)).Select(a => $"must not contain {a}"));
        if (expected.Counts.Count > 0 && !expected.Counts.Any(n => States(readings, n)))
        {
            faults.Add($"count {string.Join(" or ", expected.Counts)} not stated");
        }

        if (expected.IsRefusal && !HonestWords.Any(w => readings.Any(r => r.Contains(Normalize(w), StringComparison.Ordinal))))
        {
            faults.Add("no honest \"not in the notice\"");
        }

        return faults;
    }

    /// <summary>Something the reply must not hold stands in it.</summary>
    public static bool HoldsForbidden(string reply, Expectation expected)
    {
        var readings = Readings(reply);
        return expected.MustNotContain.Any(a => Holds(readings, a));
    }

    /// <summary>An expected piece with a digit is missing from the reply.</summary>
    public static bool MissesFigure(string reply, Expectation expected)
    {
        var readings = Readings(reply);
        return expected.MustContain.Any(any => any.Any(a => a.Any(char.IsAsciiDigit)) && !any.Any(a => Holds(readings, a)));
    }

    /// <summary>Half width, lower case, no markup; a bar where a line ends or one number follows another; blanks between letters only.</summary>
    internal static string Normalize(string text)
    {
        // A Chinese comma never groups thousands, so it must not become the comma that does.
        var folded = Replace(text, @"，(?=\s*\d)", "| ").Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            .Replace("\u200b", string.Empty, StringComparison.Ordinal).Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');
        folded = Replace(folded, "[*_`#>~]+", string.Empty);
        folded = Replace(folded, @"(?<=\d)\s+(?=\d)", "|");
        folded = Replace(folded, @"(?<=\d)[,、]\s+(?=\d)", "|");
        folded = Replace(folded, @"[\r\n\t]+", "|");
        folded = Replace(folded, "[ \u3000\u00a0]+", " ");
        return Replace(folded, "(?<![a-z]) | (?![a-z])", string.Empty).Trim();
    }

    /// <summary>The reply as it stands, and with the commas of its thousands left out.</summary>
    private static string[] Readings(string reply)
    {
        var plain = Normalize(reply);
        return [plain, Regex.Replace(plain, @"(?<![\d.])(\d{1,3}(?:,\d{3})+)(?!\d)", m => m.Value.Replace(",", string.Empty, StringComparison.Ordinal), RegexOptions.None, Patience)];
    }

    private static bool Holds(string[] readings, string wanted)
    {
        if (wanted.StartsWith("re:", StringComparison.Ordinal))
        {
            return readings.Any(r => IsMatch(r, wanted[3..]));
        }

        var words = Normalize(wanted);
        if (words.Length == 0)
        {
            return false;
        }

        var before = char.IsAsciiDigit(words[0]) ? @"(?<!\d)(?<!\d\.)(?<!\d,)" : char.IsAsciiLetterLower(words[0]) ? "(?<![a-z])" : string.Empty;
        var after = char.IsAsciiDigit(words[^1]) ? @"(?!\d)(?!\.\d)(?!,\d{3}(?!\d))" : string.Empty;
        return readings.Any(r => IsMatch(r, before + Regex.Escape(words) + after));
    }

    private static bool States(string[] readings, int count) =>
        Holds(readings, $"{count}")
        || (count > 1 && readings.Any(r => IsMatch(r, $"(?<![一二三四五六七八九十百]){InChinese(count)}(?![一二三四五六七八九十百])")))
        || (count == 2 && Holds(readings, "两"))
        || (count > 0 && count < EnglishNumbers.Length && readings.Any(r => IsMatch(r, "(?<![a-z])" + EnglishNumbers[count])));

    private static string InChinese(int number) => number switch
    {
        < 10 => $"{Digits[number]}",
        < 20 => $"十{(number % 10 > 0 ? Digits[number % 10] : string.Empty)}",
        < 100 => $"{Digits[number / 10]}十{(number % 10 > 0 ? Digits[number % 10] : string.Empty)}",
        _ => $"{Digits[number / 100]}百{Behind(number % 100)}",
    };

    private static string Behind(int rest) => rest switch
    {
        0 => string.Empty,
        < 10 => $"零{InChinese(rest)}",
        < 20 => $"一{InChinese(rest)}",
        _ => InChinese(rest),
    };

    private static bool IsMatch(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.None, Patience);

    private static string Replace(string text, string pattern, string by) => Regex.Replace(text, pattern, by, RegexOptions.None, Patience);
}
