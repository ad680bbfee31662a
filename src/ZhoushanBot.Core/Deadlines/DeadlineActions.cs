using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>Why a change of a deadline is refused.</summary>
public enum DeadlineRefusal
{
    /// <summary>The person may not.</summary>
    NotAllowed,

    /// <summary>No such task.</summary>
    UnknownTask,

    /// <summary>The notice's year is over.</summary>
    Closed,

    /// <summary>The day lies before today.</summary>
    InThePast,

    /// <summary>The day lies behind the notice's year, when nobody is reminded any more.</summary>
    BehindTheYear,

    /// <summary>Nothing was set that could be cleared.</summary>
    NothingSet,

    /// <summary>No such step.</summary>
    UnknownMilestone,

    /// <summary>A step needs words.</summary>
    NoWords,

    /// <summary>It needs a reason.</summary>
    NoReason,

    /// <summary>It is so already.</summary>
    NothingToChange,

    /// <summary>A step lies behind the day on which the whole task is due.</summary>
    BehindTheDeadline,

    /// <summary>More than <see cref="DeadlineWish.MostSteps"/> steps.</summary>
    TooManySteps,

    /// <summary>A reason or a step of more than <see cref="DeadlineWish.LongestText"/> characters.</summary>
    TooLong,

    /// <summary>Nobody changed the steps, so that there is nothing to restore.</summary>
    NoStepsSet,

    /// <summary>Somebody else changed it since it was shown.</summary>
    ChangedMeanwhile,
}

/// <summary>What comes of a wish to change a deadline. A closed set.</summary>
public abstract record DeadlineOutcome
{
    private DeadlineOutcome()
    {
    }

    /// <summary>It is to be written down, all or nothing.</summary>
    /// <param name="Events">What happens, in this order; never empty.</param>
    public sealed record Done(params ImmutableArray<DeadlineEvent> Events) : DeadlineOutcome;

    /// <summary>It is refused; nothing happens.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(DeadlineRefusal Reason) : DeadlineOutcome
    {
        /// <summary>The day, step or words that it is about, as typed; empty where the wish as a whole is meant.</summary>
        public string About { get; init; } = string.Empty;
    }
}

/// <summary>Who may change which deadline to what. Pure: the host appends what <see cref="DeadlineOutcome.Done"/> holds.</summary>
public static class DeadlineActions
{
    /// <summary>Judges a change.</summary>
    /// <param name="wish">What is wished: a day or a step, set or cleared.</param>
    /// <param name="role">What the person may do.</param>
    /// <param name="notice">The task's notice; null when the task is not known.</param>
    /// <param name="item">The task; null when it is not known.</param>
    /// <param name="state">What people did before.</param>
    /// <param name="today">The day that it is, Asia/Shanghai.</param>
    public static DeadlineOutcome Judge(DeadlineEvent wish, Role role, Notice? notice, WorkItem? item, DeadlineState state, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        var refused = RefusalOf(role, notice, item, today) ?? RefusalOf(wish, notice!, item!, state, today);
        return refused is { } refusal ? new DeadlineOutcome.Refused(refusal) : new DeadlineOutcome.Done(wish);
    }

    /// <summary>Judges a day and steps at once: what is written down is only what is different from what holds.</summary>
    /// <param name="wish">What is wished.</param>
    /// <param name="role">What the person may do.</param>
    /// <param name="notice">The task's notice; null when the task is not known.</param>
    /// <param name="item">The task; null when it is not known.</param>
    /// <param name="rules">What holds where the notice names no day.</param>
    /// <param name="state">What people did before.</param>
    /// <param name="today">The day that it is, Asia/Shanghai.</param>
    public static DeadlineOutcome Judge(DeadlineWish wish, Role role, Notice? notice, WorkItem? item, DeadlineRules rules, DeadlineState state, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(state);
        return RefusalOf(role, notice, item, today) is { } refusal
            ? new DeadlineOutcome.Refused(refusal)
            : new WishJudge(wish, notice!, item!, rules, state, today).Judge();
    }

    private static DeadlineRefusal? RefusalOf(Role role, Notice? notice, WorkItem? item, DateOnly today) =>
        !Permissions.Allow(role, Right.SetDeadline) ? DeadlineRefusal.NotAllowed
        : notice is null || item is null ? DeadlineRefusal.UnknownTask
        : DeadlinesInForce.IsClosed(notice, today) ? DeadlineRefusal.Closed
        : null;

    private static DeadlineRefusal? RefusalOf(DeadlineEvent wish, Notice notice, WorkItem item, DeadlineState state, DateOnly today) => wish switch
    {
        DeadlineEvent.Set set => DayRefusal(set.On, notice, today),
        DeadlineEvent.Cleared => state.DayOf(item.Id, null) is null ? DeadlineRefusal.NothingSet : null,
        DeadlineEvent.MilestoneSet { MilestoneId: { } id } when !Has(id, item, state) => DeadlineRefusal.UnknownMilestone,
        DeadlineEvent.MilestoneSet { MilestoneId: null } step when string.IsNullOrWhiteSpace(step.Text) => DeadlineRefusal.NoWords,
        DeadlineEvent.MilestoneSet step => DayRefusal(step.On, notice, today),
        DeadlineEvent.MilestonesRestored => state.HasMilestones(item.Id) ? null : DeadlineRefusal.NoStepsSet,
        DeadlineEvent.MilestoneCleared step => Has(step.MilestoneId, item, state) ? null : DeadlineRefusal.UnknownMilestone,
        _ => throw new ArgumentException("Extensions are judged by Reminders.", nameof(wish)),
    };

    internal static DeadlineRefusal? DayRefusal(DateOnly on, Notice notice, DateOnly today) =>
        on < today ? DeadlineRefusal.InThePast : notice.Year > 0 && on.Year > notice.Year ? DeadlineRefusal.BehindTheYear : null;

    private static bool Has(string id, WorkItem item, DeadlineState state) => DeadlinesInForce.MilestonesOf(item, state).Any(m => m.Id == id);
}
