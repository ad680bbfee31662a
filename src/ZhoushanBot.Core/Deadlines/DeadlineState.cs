using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>A day that a person gave, and who answers for it.</summary>
/// <param name="On">The last day.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="IsExtension">It was asked for by the unit and granted.</param>
public sealed record GivenDay(DateOnly On, string Reason, Actor By, DateTimeOffset At, bool IsExtension);

/// <summary>A step that a person added or moved.</summary>
/// <param name="Id">Which.</param>
/// <param name="Text">What is done by then.</param>
/// <param name="Day">By when, and who says so; null when the step was taken out.</param>
public sealed record GivenMilestone(string Id, string Text, GivenDay? Day);

/// <summary>What people did to the deadlines: a fold over the journal. Immutable; lines of other slices change nothing.</summary>
public sealed record DeadlineState
{
    /// <summary>Before anything was done.</summary>
    public static DeadlineState Empty { get; } = new();

    private ImmutableDictionary<(string WorkItemId, string? Area), GivenDay> Days { get; init; } = ImmutableDictionary<(string, string?), GivenDay>.Empty;

    private ImmutableDictionary<string, ImmutableArray<GivenMilestone>> Milestones { get; init; } = ImmutableDictionary<string, ImmutableArray<GivenMilestone>>.Empty;

    private ImmutableDictionary<string, ImmutableArray<DeadlineChange>> Changes { get; init; } =
        ImmutableDictionary<string, ImmutableArray<DeadlineChange>>.Empty.WithComparers(StringComparer.Ordinal);

    private ImmutableSortedDictionary<long, Extension> Requests { get; init; } = ImmutableSortedDictionary<long, Extension>.Empty;

    /// <summary>All requests for more time, oldest first.</summary>
    public IEnumerable<Extension> Extensions => Requests.Values;

    /// <summary>With one line more.</summary>
    public DeadlineState With(JournalEntry line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var task = line.Event.Subject;
        return DeadlineJournal.Read(line.Event) is { } happened
            ? Folded(task, happened, line) with { Changes = Changes.SetItem(task, HistoryOf(task).Add(new DeadlineChange(line.Sequence, happened, line.By, line.At))) }
            : this;
    }

    /// <summary>All that was done to the deadlines of a task, the oldest first; empty when nothing was.</summary>
    public ImmutableArray<DeadlineChange> HistoryOf(string workItemId) => Changes.GetValueOrDefault(workItemId, []);

    /// <summary>Line of the last change of a task; 0 when there is none. Whoever decides by what was shown before names it.</summary>
    public long LastChangeOf(string workItemId) => HistoryOf(workItemId) is [.., var last] ? last.Sequence : 0;

    /// <summary>Whether a person gave the whole task its day.</summary>
    public bool HasDay(string workItemId) => DayOf(workItemId, null) is not null;

    /// <summary>Whether a person added, moved or took out steps of a task.</summary>
    public bool HasMilestones(string workItemId) => !MilestonesOf(workItemId).IsEmpty;

    /// <summary>The request of that number; null when there is none.</summary>
    public Extension? ExtensionOf(long request) => Requests.GetValueOrDefault(request);

    /// <summary>The undecided request of somebody for a task; null when there is none.</summary>
    public Extension? PendingOf(string workItemId, Party party) =>
        Requests.Values.LastOrDefault(e => e.Decision is null && e.WorkItemId == workItemId && e.Party == party);

    /// <summary>The day that a person gave a task; null when nobody did.</summary>
    /// <param name="workItemId">The task.</param>
    /// <param name="area">An area whose share is meant: what was granted to it goes before what holds for all; null for the whole task.</param>
    internal GivenDay? DayOf(string workItemId, string? area)
    {
        var whole = Days.GetValueOrDefault((workItemId, null));
        var own = area is null ? null : Days.GetValueOrDefault((workItemId, area));
        return own ?? whole;
    }

    /// <summary>Steps that people added, moved or took out; may be empty.</summary>
    internal ImmutableArray<GivenMilestone> MilestonesOf(string workItemId) => Milestones.GetValueOrDefault(workItemId, []);

    private DeadlineState Folded(string task, DeadlineEvent happened, JournalEntry line) => happened switch
    {
        DeadlineEvent.Set e => this with { Days = WithoutDays(task).SetItem((task, null), new GivenDay(e.On, e.Reason, line.By, line.At, false)) },
        DeadlineEvent.Cleared => this with { Days = WithoutDays(task) },
        DeadlineEvent.MilestoneSet e => WithMilestone(
            task,
            new GivenMilestone(e.MilestoneId ?? "m" + line.Sequence.ToString(CultureInfo.InvariantCulture), e.Text, new GivenDay(e.On, e.Reason, line.By, line.At, false))),
        DeadlineEvent.MilestoneCleared e => WithMilestone(task, new GivenMilestone(e.MilestoneId, string.Empty, null)),
        DeadlineEvent.MilestonesRestored => this with { Milestones = Milestones.Remove(task) },
        DeadlineEvent.ExtensionRequested e => this with
        {
            Requests = Requests.SetItem(
                line.Sequence,
                new Extension(line.Sequence, task, new Party(e.Organization, e.Area), e.Due, e.Until, e.Reason, line.By, line.At, null)),
        },
        DeadlineEvent.ExtensionDecided e => WithDecision(e, line),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A new day for the task overrules what single areas were granted before: whoever sets it decides for all.
    private ImmutableDictionary<(string WorkItemId, string? Area), GivenDay> WithoutDays(string task) =>
        Days.ContainsKey((task, null)) || Requests.Values.Any(r => r.WorkItemId == task)
            ? Days.RemoveRange(Requests.Values.Where(r => r.WorkItemId == task).Select(r => (task, r.Party.Area)).Append((task, null)))
            : Days;

    private DeadlineState WithMilestone(string task, GivenMilestone milestone)
    {
        var known = MilestonesOf(task);
        var at = known.IndexOf(known.FirstOrDefault(m => m.Id == milestone.Id)!);
        return this with { Milestones = Milestones.SetItem(task, at < 0 ? known.Add(milestone) : known.SetItem(at, milestone)) };
    }

    private DeadlineState WithDecision(DeadlineEvent.ExtensionDecided decided, JournalEntry line)
    {
        // Only the first answer counts; a second one can only come from a race that the host lost.
        if (ExtensionOf(decided.Request) is not { Decision: null } request)
        {
            return this;
        }

        var until = decided.Until ?? request.Until;
        var answered = request with { Until = until, Decision = new ExtensionDecision(decided.Granted, decided.Reason, line.By, line.At) };
        return this with
        {
            Requests = Requests.SetItem(request.Request, answered),
            Days = decided.Granted
                ? Days.SetItem((request.WorkItemId, request.Party.Area), new GivenDay(until, request.Reason, line.By, line.At, true))
                : Days,
        };
    }
}
