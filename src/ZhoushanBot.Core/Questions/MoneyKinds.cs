using System.Buffers;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>十亿元以上项目, 亿元项目, 20万元以上的村: an amount of money that says which things are counted, and asks for no money.</summary>
internal static partial class MoneyKinds
{
    private const int Reach = 7;
    private static readonly SearchValues<char> Ends = SearchValues.Create(" ,、。?;的多几");
    private static readonly string[] Factors = ["千万", "百万", "亿", "万"];
    private static readonly string[] Behind = ["及以上", "以上", "级", "以下"];
    private static readonly string[] Things = ["项目", "企业", "产业"];

    /// <summary>How long the amount at a place is; 0 when there is none, or it stands before no kind of things that are counted.</summary>
    /// <param name="text">The normalised question.</param>
    /// <param name="at">Where.</param>
    /// <param name="subjects">The store's texts: what they count so is a kind too.</param>
    public static int LengthAt(string text, int at, SubjectIndex subjects)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        if (end == at && ChineseNumerals.TryReadInteger(text.AsSpan(at), out _, out var length))
        {
            // 十亿 is read as one number; the amount still ends behind its factor.
            end += length;
        }

        var hasFactor = end > at && text[end - 1] is '亿' or '万';
        var factor = Array.Find(Factors, f => string.CompareOrdinal(text, end, f, 0, f.Length) == 0);
        end += factor?.Length ?? 0;
        if (!hasFactor && factor is null)
        {
            return 0;
        }

        var hasYuan = end < text.Length && text[end] == '元';
        end += hasYuan ? 1 : 0;
        var behind = Array.Find(Behind, b => string.CompareOrdinal(text, end, b, 0, b.Length) == 0);
        end += behind?.Length ?? 0;
        if (!hasYuan && behind is not "级")
        {
            return 0;
        }

        var rest = text.AsSpan(end, Math.Min(Reach, text.Length - end));
        rest = rest.StartsWith("的") ? rest[1..] : rest;
        var stop = rest.IndexOfAny(Ends);
        return Counts(stop < 0 ? rest : rest[..stop]) || (behind is not null && subjects.ContainsText(text.AsSpan(at, end - at))) ? end - at : 0;
    }

    /// <summary>"10亿以上项目" is said for 10亿元以上项目.</summary>
    public static NormalizedText WithYuan(NormalizedText question) =>
        question.Text.Contains('亿', StringComparison.Ordinal) || question.Text.Contains('万', StringComparison.Ordinal) ? Bare().Replace(question.Text, "${amount}元${behind}") is var full && full != question.Text ? NormalizedText.Of(full) : question : question;

    [GeneratedRegex("(?<amount>(?:[0-9.]+|[一二三五十百]+)(?:亿|千万|百万|万))(?<behind>及?以上的?(?:项目|企业|产业))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();

    private static bool Counts(ReadOnlySpan<char> words)
    {
        foreach (var thing in Things)
        {
            if (words.Contains(thing, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
