using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Progress;

/// <summary>What is reported on: a task's figure, or one area's share of it; for a task without figures the task itself.</summary>
/// <param name="Line">Which of the task's lines, see <see cref="MeasureLine"/>.</param>
/// <param name="Area">Area as the table header writes it; empty for the whole city.</param>
/// <param name="Subject">What is counted, in the notice's words.</param>
/// <param name="Target">What is to be reached; null when the notice gives words only, and the unit rates itself.</param>
/// <param name="IsStretch">力争: to be striven for, not promised.</param>
public sealed record Measure(string Line, string Area, string Subject, Figure? Target, bool IsStretch)
{
    /// <summary>The target without multiplier; 0 when there is none.</summary>
    public decimal TargetAmount { get; } = Target is { } figure ? figure.Normalized.Value : 0;

    /// <summary>The least is the best: ≤ and 低于.</summary>
    public bool IsCap => Target is { Comparator: Comparator.AtMost or Comparator.LessThan };

    /// <summary>A share stands where it stands: it does not grow with the year.</summary>
    public bool IsStanding => Target is { IsPercentage: true };
}

/// <summary>One line of a task: the city's measure and those of the areas that share it.</summary>
/// <param name="City">The whole city's.</param>
/// <param name="Areas">Areas with a target of their own ("/" and blank are none), in the header's order; empty when it is not broken down.</param>
/// <param name="AddsUp">The areas' counts make up the city's, so that their sum is the city's figure. Never so for shares and averages.</param>
public sealed record MeasureLine(Measure City, ImmutableArray<Measure> Areas, bool AddsUp)
{
    /// <summary>
    /// The name by which reports refer to it: "r" with number and line of the annex row ("r14.2"), "t" with the place among the task's own
    /// figures ("t1"), empty for a task of words.
    /// </summary>
    public string Name => City.Line;
}

/// <summary>Which lines a task has.</summary>
public static class TaskMeasures
{
    /// <summary>The line of a task's prose, and of its own rating; every task takes prose.</summary>
    public const string WholeTask = "";

    private static readonly ConditionalWeakTable<WorkItem, StrongBox<ImmutableArray<MeasureLine>>> Known = [];

    /// <summary>
    /// The annex rows when it has any, for the notice repeats them in the task's words; else the figures of its words, where something to
    /// strive for beside a promise on the same indicator is left out; else one line without figure. Never empty.
    /// </summary>
    public static ImmutableArray<MeasureLine> Of(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Known.GetValue(item, static item => new StrongBox<ImmutableArray<MeasureLine>>(Make(item))).Value;
    }

    /// <summary>The measure of a line and area; null when the task has none such.</summary>
    public static Measure? Find(WorkItem item, string line, string area)
    {
        foreach (var own in Of(item))
        {
            if (own.Name == line)
            {
                return area.Length == 0 ? own.City : own.Areas.FirstOrDefault(a => a.Area == area);
            }
        }

        return null;
    }

    private static ImmutableArray<MeasureLine> Make(WorkItem item)
    {
        if (!item.Rows.IsEmpty)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            return [.. item.Rows.Select(row => OfRow(row, names))];
        }

        var lines = ImmutableArray.CreateBuilder<MeasureLine>();
        for (var i = 0; i < item.Targets.Length; i++)
        {
            var target = item.Targets[i];
            if (!target.IsStretch || !item.Targets.Any(t => !t.IsStretch && t.Indicator == target.Indicator))
            {
                lines.Add(new MeasureLine(new Measure($"t{i + 1}", string.Empty, target.Indicator, target.Figure, target.IsStretch), [], AddsUp: false));
            }
        }

        return lines.Count > 0 ? lines.ToImmutable() : [new MeasureLine(new Measure(WholeTask, string.Empty, item.Text, null, IsStretch: false), [], AddsUp: false)];
    }

    private static MeasureLine OfRow(AnnexRow row, HashSet<string> names)
    {
        // Two tables of one list may both start at 1.
        var name = $"r{row.Number}.{row.Line}";
        while (!names.Add(name))
        {
            name += "+";
        }

        var subject = RowTitles.Of(row);
        var areas = row.Areas
            .Where(a => a.Value is CellValue.Amount or CellValue.Words)
            .Select(a => new Measure(name, a.Area, subject, FigureOf(a.Value), IsStretch: false))
            .ToImmutableArray();
        var city = new Measure(name, string.Empty, subject, FigureOf(row.City.Value), IsStretch: false);
        return new MeasureLine(city, areas, AddUp(city, areas));
    }

    private static Figure? FigureOf(CellValue value) => value is CellValue.Amount amount ? amount.Figure : null;

    private static bool AddUp(Measure city, ImmutableArray<Measure> areas)
    {
        if (city.Target is not { IsPercentage: false } figure || city.IsCap || areas.IsEmpty || areas.Any(a => a.Target is not { IsPercentage: false }))
        {
            return false;
        }

        var unit = figure.Normalized.MeasureUnit;
        return areas.All(a => a.Target!.Value.Normalized.MeasureUnit == unit) && areas.Sum(a => a.TargetAmount) == city.TargetAmount;
    }
}
