using System.Collections.Immutable;

namespace ZhoushanBot.Core.Status;

/// <summary>序时进度: how much of a task's time has gone, in percent. Never below 0 or above 100.</summary>
/// <param name="From">First day: 1 January of the notice's year.</param>
/// <param name="DueOn">Last day, that in force: a task that was given more time has more time.</param>
/// <param name="Steps">Days of the plan's milestones, in order; empty when there is no plan.</param>
public readonly record struct Pace(DateOnly From, DateOnly DueOn, ImmutableArray<DateOnly> Steps)
{
    /// <summary>Without milestones.</summary>
    public Pace(DateOnly from, DateOnly dueOn)
        : this(from, dueOn, [])
    {
    }

    /// <summary>What the plan asks by each of the steps, in percent of the target; empty where the steps give no figures and count alike.</summary>
    public ImmutableArray<decimal> Shares { get; init; } = [];

    /// <summary>
    /// Up to the first step days count towards it: a plan that people set in the middle of the year must not make nothing due of what was behind. False for a notice's plan.
    /// </summary>
    public bool CountsDaysToFirst { get; init; }

    /// <summary>
    /// With a plan of figures, that of the last step that was due by the day; with one of words, the share of its milestones that were due; else the share of calendar days, first and last included.
    /// </summary>
    public decimal ShareGone(DateOnly day)
    {
        if (day >= DueOn)
        {
            return 100;
        }

        if (Steps.IsDefaultOrEmpty)
        {
            return day < From ? 0 : 100m * (day.DayNumber - From.DayNumber + 1) / (DueOn.DayNumber - From.DayNumber + 1);
        }

        var due = 0;
        while (due < Steps.Length && Steps[due] <= day)
        {
            due++;
        }

        return due > 0 ? ShareAt(due) : CountsDaysToFirst && day >= From ? ShareAt(1) * (day.DayNumber - From.DayNumber + 1) / (Steps[0].DayNumber - From.DayNumber + 1) : 0;
    }

    private decimal ShareAt(int steps) => Shares.IsDefaultOrEmpty ? 100m * steps / Steps.Length : Math.Clamp(Shares[steps - 1], 0, 100);
}
