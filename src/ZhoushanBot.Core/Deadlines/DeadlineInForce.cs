using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>Where a day comes from.</summary>
public enum DeadlineOrigin
{
    /// <summary>The notice's own words.</summary>
    Notice,

    /// <summary>Derived: the notice gives no date, the rule of its list holds.</summary>
    Derived,

    /// <summary>A manager set it.</summary>
    Manager,

    /// <summary>An extension was granted.</summary>
    Extension,
}

/// <summary>期限: the day in force.</summary>
/// <param name="On">The last day.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Span">The notice's words for it; null unless it comes from the notice.</param>
/// <param name="Given">Who gave it, when and why; null unless a person did.</param>
public sealed record DeadlineInForce(DateOnly On, DeadlineOrigin Origin, SourceSpan? Span, GivenDay? Given)
{
    /// <summary>True when the notice gives no date and nobody set one.</summary>
    public bool IsDerived => Origin == DeadlineOrigin.Derived;
}

/// <summary>节点: one dated step in force.</summary>
/// <param name="Id"><c>n1</c>, <c>n2</c>, … in the notice's order; <c>m</c> and a number for an added one.</param>
/// <param name="On">The last day.</param>
/// <param name="Text">What is done by then.</param>
/// <param name="Span">Where the notice says so; null for an added one, and kept for a moved one.</param>
/// <param name="Given">Who added or moved it; null for the notice's own.</param>
public sealed record MilestoneInForce(string Id, DateOnly On, string Text, SourceSpan? Span, GivenDay? Given);

/// <summary>Which days hold: the notice's words, the rules behind them, and what people did.</summary>
public static class DeadlinesInForce
{
    /// <summary>The day by which a task, or an area's share of it, is due.</summary>
    /// <param name="notice">The task's notice.</param>
    /// <param name="item">The task.</param>
    /// <param name="area">An area's share; null for the whole.</param>
    /// <param name="rules">What holds where the notice names no day.</param>
    /// <param name="state">What people did.</param>
    public static DeadlineInForce Of(Notice notice, WorkItem item, string? area, DeadlineRules rules, DeadlineState state)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(state);
        if (state.DayOf(item.Id, area) is { } given)
        {
            return new DeadlineInForce(given.On, given.IsExtension ? DeadlineOrigin.Extension : DeadlineOrigin.Manager, null, given);
        }

        return item.Deadline.IsDerived && notice.Year > 0
            ? new DeadlineInForce(rules.DayOf(item.List, notice.Year), DeadlineOrigin.Derived, null, null)
            : new DeadlineInForce(item.Deadline.On, item.Deadline.IsDerived ? DeadlineOrigin.Derived : DeadlineOrigin.Notice, item.Deadline.Span, null);
    }

    /// <summary>The steps of a task, by day; empty when it has none.</summary>
    /// <param name="item">The task.</param>
    /// <param name="state">What people did.</param>
    public static ImmutableArray<MilestoneInForce> MilestonesOf(WorkItem item, DeadlineState state)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(state);
        var given = state.MilestonesOf(item.Id);
        if (given.IsEmpty && item.Milestones.IsEmpty)
        {
            return [];
        }

        var own = item.Milestones.Select((m, at) => new MilestoneInForce("n" + (at + 1).ToString(CultureInfo.InvariantCulture), m.On, m.Text, m.Span, null));
        var moved = given.ToDictionary(m => m.Id, StringComparer.Ordinal);
        var kept = own.Where(m => !moved.ContainsKey(m.Id));
        var changed = from step in given
                      let day = step.Day
                      where day is not null
                      let before = own.FirstOrDefault(m => m.Id == step.Id)
                      select new MilestoneInForce(step.Id, day.On, step.Text.Length > 0 ? step.Text : before?.Text ?? string.Empty, before?.Span, day);
        return [.. kept.Concat(changed).OrderBy(m => m.On).ThenBy(m => m.Id, StringComparer.Ordinal)];
    }

    /// <summary>True once the notice's year is over: it can be asked about, and nobody is reminded of it. A notice without a year never is.</summary>
    public static bool IsClosed(Notice notice, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Year > 0 && today.Year > notice.Year;
    }
}
