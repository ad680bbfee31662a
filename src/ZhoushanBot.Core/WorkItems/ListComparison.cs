using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Like subjects in different lists with different figures: both stand, and somebody should know.</summary>
internal static class ListComparison
{
    private const double LeastLikeness = 0.5;
    private const int ShortestIndicator = 5;

    public static IEnumerable<ImportFinding> Compare(ImmutableArray<WorkItem> items)
    {
        var figures = items
            .SelectMany(i => i.Targets.Select(t => (Item: i, Target: t, Subject: Markers.Compact(t.Indicator))))
            .Where(f => f.Subject.Length >= ShortestIndicator && !f.Subject.Contains("其中", StringComparison.Ordinal))
            .Select(f => (f.Item, f.Target, Likeness: new Likeness(f.Subject)))
            .ToList();
        for (var a = 0; a < figures.Count; a++)
        {
            for (var b = a + 1; b < figures.Count; b++)
            {
                if (Differ(figures[a].Item, figures[a].Target, figures[b].Item, figures[b].Target)
                    && figures[a].Likeness.Containment(figures[b].Likeness) >= LeastLikeness)
                {
                    yield return Finding(figures[a].Item, figures[a].Target, figures[b].Item, figures[b].Target);
                }
            }
        }
    }

    private static bool Differ(WorkItem a, Target first, WorkItem b, Target second) =>
        a.List != b.List
        && first.Figure.Normalized.MeasureUnit == second.Figure.Normalized.MeasureUnit
        && first.Figure.Normalized.Value != second.Figure.Normalized.Value;

    private static ImportFinding Finding(WorkItem a, Target first, WorkItem b, Target second) => new(
        FindingCode.FiguresDifferBetweenLists, FindingSeverity.Warning, second.Span, [second.Indicator, Words(a, first), Words(b, second)]);

    private static string Words(WorkItem item, Target target) =>
        target.Figure.Value.ToString(CultureInfo.InvariantCulture) + target.Figure.MeasureUnit + " " + item.Id;
}
