using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Like subjects in different lists with different figures: both stand, and somebody should know.</summary>
internal static class ListComparison
{
    private const double LeastLikeness = 0.5;
    private const int ShortestIndicator = 4;

    /// <summary>Comparing all with all grows with the square; a notice has some two hundred targets.</summary>
    private const int MostTargets = 3_000;

    public static IEnumerable<ImportFinding> Compare(ImmutableArray<WorkItem> items, ReadingRules rules)
    {
        var figures = items
            .SelectMany(i => i.Targets.Select(t => new Compared(i, t, new Counted(t.Indicator, rules))))
            .Where(f => f.Target.Indicator.Length >= ShortestIndicator && !Wording.ContainsAny(f.Target.Indicator, rules.AdditionWords) && !f.Target.Indicator.Contains(RowTitles.PartMark, StringComparison.Ordinal))
            .Take(MostTargets)
            .ToList();
        for (var b = 0; b < figures.Count; b++)
        {
            for (var a = 0; a < b; a++)
            {
                if (Differ(figures[a], figures[b]) && figures[a].Counted.IsLike(figures[b].Counted))
                {
                    yield return new ImportFinding(
                        FindingCode.FiguresDifferBetweenLists,
                        FindingSeverity.Warning,
                        figures[b].Target.Span,
                        [figures[b].Target.Indicator, Words(figures[a]), Words(figures[b])]);
                }
            }
        }
    }

    /// <summary>True when two tasks of different lists have figures that count the like, whatever the figures are.</summary>
    public static bool CountTheLike(IReadOnlyList<WorkItem> items)
    {
        if (items.All(i => i.List == items[0].List))
        {
            return false;
        }

        var rules = ReadingRules.Default;
        var counted = new List<(WorkListKind List, List<Counted> Figures)>();
        foreach (var item in items)
        {
            var figures = CountedIn(item, rules);
            if (counted.Exists(other => other.List != item.List && figures.Exists(own => other.Figures.Exists(own.IsLike))))
            {
                return true;
            }

            counted.Add((item.List, figures));
        }

        return false;
    }

    private static List<Counted> CountedIn(WorkItem item, ReadingRules rules) =>
        [.. item.Targets.Select(t => t.Indicator).Concat(item.Rows.Select(r => r.Subject)).Distinct(StringComparer.Ordinal).Select(w => new Counted(w, rules))];

    private static bool Differ(Compared a, Compared b) =>
        a.Item.List != b.Item.List
        && a.Figure.MeasureUnit == b.Figure.MeasureUnit
        && a.Figure.Value != b.Figure.Value;

    private static string Words(Compared compared) =>
        compared.Target.Figure.Value.ToString(CultureInfo.InvariantCulture) + compared.Target.Figure.MeasureUnit + " " + compared.Item.Id;

    private sealed record Compared(WorkItem Item, Target Target, Counted Counted)
    {
        public (decimal Value, string MeasureUnit) Figure { get; } = Target.Figure.Normalized;
    }

    /// <summary>What a figure counts, with its verbs and without: "改造城中村" and "改造老旧小区" share no more than the verb, "绿化覆盖率" and "宽带覆盖率" no more than how they are measured.</summary>
    private sealed class Counted(string words, ReadingRules rules)
    {
        private readonly Likeness whole = new(words);
        private readonly Likeness thing = new(WithoutVerbs(words, rules));

        public bool IsLike(Counted other) =>
            whole.Containment(other.whole) >= LeastLikeness && thing.Containment(other.thing) >= LeastLikeness;

        private static string WithoutVerbs(string words, ReadingRules rules)
        {
            var text = words.Trim();
            for (var length = -1; length != text.Length;)
            {
                length = text.Length;
                text = text[Wording.LongestAtStart(text, rules.WorkVerbs)..].TrimStart();
                text = text[..^Wording.LongestAtEnd(text, rules.WorkVerbs)].TrimEnd();
            }

            var unmeasured = text[..^Wording.LongestAtEnd(text, rules.MeasuredBy)].TrimEnd();
            text = unmeasured.Length > 1 ? unmeasured : text;
            return text.Length > 1 ? text : words;
        }
    }
}
