using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Like subjects in different lists with different figures: both stand, and somebody should know.</summary>
internal static class ListComparison
{
    private const double LeastLikeness = 0.5;
    private const int ShortestIndicator = 5;

    /// <summary>Comparing all with all grows with the square; a notice has some two hundred targets.</summary>
    private const int MostTargets = 3_000;

    public static IEnumerable<ImportFinding> Compare(ImmutableArray<WorkItem> items)
    {
        var figures = items
            .SelectMany(i => i.Targets.Select(t => new Compared(i, t, new Likeness(t.Indicator))))
            .Where(f => f.Target.Indicator.Length >= ShortestIndicator && !f.Target.Indicator.Contains("其中", StringComparison.Ordinal))
            .Take(MostTargets)
            .ToList();
        for (var b = 0; b < figures.Count; b++)
        {
            for (var a = 0; a < b; a++)
            {
                if (Differ(figures[a], figures[b]) && figures[a].Likeness.Containment(figures[b].Likeness) >= LeastLikeness)
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

    private static bool Differ(Compared a, Compared b) =>
        a.Item.List != b.Item.List
        && a.Figure.MeasureUnit == b.Figure.MeasureUnit
        && a.Figure.Value != b.Figure.Value;

    private static string Words(Compared compared) =>
        compared.Target.Figure.Value.ToString(CultureInfo.InvariantCulture) + compared.Target.Figure.MeasureUnit + " " + compared.Item.Id;

    private sealed record Compared(WorkItem Item, Target Target, Likeness Likeness)
    {
        public (decimal Value, string MeasureUnit) Figure { get; } = Target.Figure.Normalized;
    }
}
