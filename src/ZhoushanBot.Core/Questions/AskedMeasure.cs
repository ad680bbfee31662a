using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>In which measure unit a figure is asked for: "搬迁多少户", "要几栋", "栋数", "how many kilometres", "in mu".</summary>
internal static partial class AskedMeasure
{
    private static readonly string[] Asking = ["多少", "几", "how many ", "in ", "of the ", "the most ", "the fewest ", "the least "];
    private static readonly string[] PointWords = ["几个点", "多少个点", "多少点", "百分点"];
    /// <summary>People count any machine by any of these.</summary>
    private static readonly string[] Machines = ["台", "辆", "部"];
    /// <summary>And any company by either of these.</summary>
    private static readonly string[] Companies = ["家", "户"];
    private static readonly string[] Multipliers = ["万亿", "亿", "万", "千", "百"];

    /// <summary>The units of the store that the question names; empty when it names none.</summary>
    /// <param name="text">The normalised question.</param>
    /// <param name="index">The store.</param>
    public static ImmutableArray<string> Of(string text, WorkItemIndex index)
    {
        if (Array.Exists(PointWords, w => text.Contains(w, StringComparison.Ordinal)))
        {
            return ["%"];
        }

        if (NumbersOfSeveral().IsMatch(text))
        {
            // "的个数与栋数"
            return [];
        }

        var reader = new BoundReader(text, index);
        var asked = ImmutableArray.CreateBuilder<string>();
        foreach (var word in Asking)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (PhraseTable<string>.IsInsideWord(text, at) || (at > 0 && text[at] == '几' && text[at - 1] is '这' or '那'))
                {
                    continue;
                }

                var end = at + word.Length;
                var factor = Array.Find(Multipliers, m => string.CompareOrdinal(text, end, m, 0, m.Length) == 0);
                if (reader.UnitAt(end + (factor?.Length ?? 0), out _) is { } unit)
                {
                    asked.AddRange(reader.UnitsFor(unit));
                    asked.AddRange(Machines.Contains(unit, StringComparer.Ordinal) ? Machines : Companies.Contains(unit, StringComparer.Ordinal) ? Companies : []);
                }
            }
        }

        return asked.Count > 0 ? [.. asked.Distinct(StringComparer.Ordinal)] : ByNumberWord(text, reader);
    }

    /// <summary>栋数, 户数, 里程的公里数: the unit in front of 数.</summary>
    private static ImmutableArray<string> ByNumberWord(string text, BoundReader reader)
    {
        for (var at = text.IndexOf('数', StringComparison.Ordinal); at > 0; at = text.IndexOf('数', at + 1))
        {
            for (var from = Math.Max(0, at - 3); from < at; from++)
            {
                if (SubjectIndex.IsHan(text[from]) && reader.UnitAt(from, out var length) is { } unit && from + length == at)
                {
                    return reader.UnitsFor(unit);
                }
            }
        }

        return [];
    }

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}数(?:和|与|及|、|以及)\\p{IsCJKUnifiedIdeographs}{1,2}数", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumbersOfSeveral();
}
