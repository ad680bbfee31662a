using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Lookup;

/// <summary>What the notices count by its size: "亿元以上产业项目 90 个", "其中 10 亿元以上 12 个", "百亿级项目"; in their own words, by the size without multiplier.</summary>
internal static partial class SizedThings
{
    /// <summary>Wordings by size, each folded and once; empty where nothing is counted so.</summary>
    /// <param name="texts">The tasks' words.</param>
    public static FrozenDictionary<decimal, ImmutableArray<string>> In(IEnumerable<string> texts) => texts
        .Where(t => t.Contains("以上", StringComparison.Ordinal) || t.Contains('级', StringComparison.Ordinal))
        .SelectMany(t => Sizes().Matches(t))
        .Select(m => (Size: SizeOf(m), Wording: NormalizedText.Fold(m.Value.Replace(" ", string.Empty, StringComparison.Ordinal))))
        .Where(s => s.Size > 0)
        .GroupBy(s => s.Size)
        .ToFrozenDictionary(g => g.Key, g => g.Select(s => s.Wording).Distinct(StringComparer.Ordinal).ToImmutableArray());

    private static decimal SizeOf(Match match)
    {
        // 百亿 is 一百亿.
        ChineseNumerals.TryRead($"一{match.Groups["m"].Value}", out var factor, out _);
        return match.Groups["n"].Value is { Length: > 0 } number ? decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value * factor : 0 : factor;
    }

    // 30 亿元或 3 亿美元以上重大项目 26 个; a bare 投资 70 亿元以上 counts nothing and is a figure.
    [GeneratedRegex("(?<n>[0-9]+(?:\\.[0-9]+)?)? ?(?<m>百亿|十亿|亿|千万|百万|万)元?(?:或 ?[0-9.]+ ?[亿万]?美元)?(?:及以上|以上|级)(?:[^0-9，。；、,;.“” ]{0,8}(?:项目|企业|产业|集群|园区)|(?= ?[0-9]+ ?[个家项]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sizes();
}
