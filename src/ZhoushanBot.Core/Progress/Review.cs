using System.Collections.Immutable;
using System.Diagnostics;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Progress;

/// <summary>Where a task, or one of its threads, stands in the review; drawn in README.md.</summary>
public enum ReviewState
{
    /// <summary>已交办: nothing reported yet.</summary>
    Assigned,

    /// <summary>已报: reported, not sent back.</summary>
    Reported,

    /// <summary>退回: sent back, the correction is awaited.</summary>
    Returned,

    /// <summary>销号: accepted and closed.</summary>
    Closed,
}

/// <summary>What can be done in a review.</summary>
public enum ReviewMove
{
    /// <summary>填报: by the unit or area.</summary>
    Report,

    /// <summary>退回: by the office, with a reason.</summary>
    Return,

    /// <summary>销号: by the office.</summary>
    Close,

    /// <summary>重新开启: by the office, with a reason.</summary>
    Reopen,
}

/// <summary>Why a move is refused.</summary>
public enum ReviewRefusal
{
    /// <summary>There is no report yet.</summary>
    NothingReported,

    /// <summary>It was sent back already and not mended yet.</summary>
    AlreadyReturned,

    /// <summary>A report was sent back: the correction comes first.</summary>
    CorrectionAwaited,

    /// <summary>The task is closed.</summary>
    TaskClosed,

    /// <summary>Only a closed task can be opened again.</summary>
    NotClosed,

    /// <summary>The reviewer made the report.</summary>
    OwnReport,

    /// <summary>A reason is needed.</summary>
    ReasonMissing,

    /// <summary>The task has no report with that number.</summary>
    UnknownReport,

    /// <summary>A newer report on the same line and area is there: that one is to be reviewed.</summary>
    SupersededReport,
}

/// <summary>What comes of a move. A closed set.</summary>
public abstract record ReviewStep
{
    private ReviewStep()
    {
    }

    /// <summary>It is allowed.</summary>
    /// <param name="To">The state then.</param>
    public sealed record Moved(ReviewState To) : ReviewStep;

    /// <summary>It is not.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(ReviewRefusal Why) : ReviewStep;
}

/// <summary>What comes of an act of review. A closed set.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <summary>To be written into the journal.</summary>
    /// <param name="Event">What.</param>
    public sealed record Accepted(ProgressEvent Event) : ReviewOutcome;

    /// <summary>Nothing is to be written.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(ReviewRefusal Why) : ReviewOutcome;
}

/// <summary>审核: the rules of review. Who may review at all is the directory's matter; that nobody reviews their own report is this one's.</summary>
public static class Review
{
    /// <summary>The state machine, for one thread: every pair of state and move has an answer.</summary>
    public static ReviewStep Next(ReviewState state, ReviewMove move) => (state, move) switch
    {
        (ReviewState.Closed, ReviewMove.Reopen) => new ReviewStep.Moved(ReviewState.Reported),
        (ReviewState.Closed, _) => new ReviewStep.Refused(ReviewRefusal.TaskClosed),
        (_, ReviewMove.Reopen) => new ReviewStep.Refused(ReviewRefusal.NotClosed),
        (_, ReviewMove.Report) => new ReviewStep.Moved(ReviewState.Reported),
        (ReviewState.Assigned, _) => new ReviewStep.Refused(ReviewRefusal.NothingReported),
        (ReviewState.Reported, ReviewMove.Return) => new ReviewStep.Moved(ReviewState.Returned),
        (ReviewState.Reported, ReviewMove.Close) => new ReviewStep.Moved(ReviewState.Closed),
        (ReviewState.Returned, ReviewMove.Return) => new ReviewStep.Refused(ReviewRefusal.AlreadyReturned),
        (ReviewState.Returned, ReviewMove.Close) => new ReviewStep.Refused(ReviewRefusal.CorrectionAwaited),
        _ => throw new UnreachableException(),
    };

    /// <summary>Sends a report back.</summary>
    /// <param name="progress">The task's.</param>
    /// <param name="report">The report's sequence number.</param>
    /// <param name="by">The reviewer.</param>
    /// <param name="reason">What is to be mended.</param>
    public static ReviewOutcome Return(TaskProgress progress, long report, Actor by, string reason)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(reason);
        if (progress.Threads.FirstOrDefault(t => t.Reports.Any(r => r.Sequence == report)) is not { } thread)
        {
            return new ReviewOutcome.Refused(ReviewRefusal.UnknownReport);
        }

        var state = progress.Closure is not null ? ReviewState.Closed : StateOf(thread);
        return Next(state, ReviewMove.Return) is ReviewStep.Refused refused ? new ReviewOutcome.Refused(refused.Why)
            : thread.Last.Sequence != report ? new ReviewOutcome.Refused(ReviewRefusal.SupersededReport)
            : IsSame(thread.Last.By, by) ? new ReviewOutcome.Refused(ReviewRefusal.OwnReport)
            : string.IsNullOrWhiteSpace(reason) ? new ReviewOutcome.Refused(ReviewRefusal.ReasonMissing)
            : new ReviewOutcome.Accepted(new ProgressEvent.Returned(report, reason.Trim()));
    }

    /// <summary>Closes a task: accepts the last report of every thread.</summary>
    /// <param name="progress">The task's.</param>
    /// <param name="by">The reviewer, who made none of those reports.</param>
    /// <param name="isReached">Every figure has reached its target, or the unit calls the task done; if not, a note must say why it is closed.</param>
    /// <param name="note">May be empty.</param>
    public static ReviewOutcome Close(TaskProgress progress, Actor by, bool isReached, string note)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(note);
        return Next(progress.State, ReviewMove.Close) is ReviewStep.Refused refused ? new ReviewOutcome.Refused(refused.Why)
            : progress.Threads.Any(t => IsSame(t.Last.By, by)) ? new ReviewOutcome.Refused(ReviewRefusal.OwnReport)
            : !isReached && string.IsNullOrWhiteSpace(note) ? new ReviewOutcome.Refused(ReviewRefusal.ReasonMissing)
            : new ReviewOutcome.Accepted(new ProgressEvent.Closed(note.Trim()));
    }

    /// <summary>Opens a closed task again.</summary>
    /// <param name="progress">The task's.</param>
    /// <param name="reason">Why.</param>
    public static ReviewOutcome Reopen(TaskProgress progress, string reason)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(reason);
        return Next(progress.State, ReviewMove.Reopen) is ReviewStep.Refused refused ? new ReviewOutcome.Refused(refused.Why)
            : string.IsNullOrWhiteSpace(reason) ? new ReviewOutcome.Refused(ReviewRefusal.ReasonMissing)
            : new ReviewOutcome.Accepted(new ProgressEvent.Reopened(reason.Trim()));
    }

    /// <summary>Sets the lamp of a task by hand, or takes that back.</summary>
    /// <param name="progress">The task's.</param>
    /// <param name="lamp">Null takes it back.</param>
    /// <param name="reason">Why.</param>
    public static ReviewOutcome Override(TaskProgress progress, StatusLamp? lamp, string reason)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(reason);
        return progress.Closure is not null ? new ReviewOutcome.Refused(ReviewRefusal.TaskClosed)
            : string.IsNullOrWhiteSpace(reason) ? new ReviewOutcome.Refused(ReviewRefusal.ReasonMissing)
            : new ReviewOutcome.Accepted(new ProgressEvent.LampOverridden(lamp, reason.Trim()));
    }

    /// <summary>Reports that wait for the reviewer: the last of each thread, unless it was sent back or the task is closed.</summary>
    public static ImmutableArray<ProgressReport> Waiting(TaskProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return progress.Closure is not null ? [] : [.. progress.Threads.Select(t => t.Last).Where(r => r.Returned is null).OrderBy(r => r.Sequence)];
    }

    private static ReviewState StateOf(ProgressThread thread) => thread.Last.Returned is null ? ReviewState.Reported : ReviewState.Returned;

    private static bool IsSame(Actor one, Actor other) => string.Equals(one.AccountId, other.AccountId, StringComparison.Ordinal);
}
