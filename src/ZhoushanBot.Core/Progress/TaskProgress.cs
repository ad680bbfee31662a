using System.Collections.Immutable;
using System.Diagnostics;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Progress;

/// <summary>One thing that happened to a task.</summary>
/// <param name="Sequence">Its line in the journal.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Event">What.</param>
public sealed record ProgressEntry(long Sequence, DateTimeOffset At, Actor By, ProgressEvent Event);

/// <summary>销号: a task closed by the supervision office.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Note">Why; may be empty.</param>
public sealed record Closure(Actor By, DateTimeOffset At, string Note);

/// <summary>A lamp that the office set instead of the computed one; it stands until it is taken back or the task is closed.</summary>
/// <param name="Lamp">The lamp.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record LampOverride(StatusLamp Lamp, Actor By, DateTimeOffset At, string Reason);

/// <summary>All that was reported on one task. Immutable.</summary>
public sealed class TaskProgress
{
    /// <summary>Nothing yet.</summary>
    public static TaskProgress None { get; } = new([], [], null, null);

    private TaskProgress(ImmutableArray<ProgressThread> threads, ImmutableArray<ProgressEntry> acts, Closure? closure, LampOverride? lampOverride)
    {
        Threads = threads;
        Acts = acts;
        Closure = closure;
        LampOverride = lampOverride;
    }

    /// <summary>A thread for each line and area that was reported, in the order of the first report.</summary>
    public ImmutableArray<ProgressThread> Threads { get; }

    /// <summary>What the office did, in order; may be empty.</summary>
    public ImmutableArray<ProgressEntry> Acts { get; }

    /// <summary>Set while the task is closed.</summary>
    public Closure? Closure { get; }

    /// <summary>Set while the office's own lamp holds.</summary>
    public LampOverride? LampOverride { get; }

    /// <summary>Where the task stands in the review.</summary>
    public ReviewState State => Closure is not null ? ReviewState.Closed : StateOfReports;

    /// <summary>The same as if the task had never been closed.</summary>
    public ReviewState StateOfReports => Threads.IsEmpty ? ReviewState.Assigned
        : Threads.Any(t => t.Last.Returned is not null) ? ReviewState.Returned
        : ReviewState.Reported;

    /// <summary>Everything that happened, in order. Made anew at each call.</summary>
    public ImmutableArray<ProgressEntry> History => [.. Threads
        .SelectMany(t => t.Reports)
        .Select(r => new ProgressEntry(r.Sequence, r.At, r.By, r.Content.Rating is null ? new ProgressEvent.Reported(r.Content) : new ProgressEvent.Rated(r.Content)))
        .Concat(Acts)
        .OrderBy(e => e.Sequence)];

    /// <summary>The reports on a line and area; null when there are none.</summary>
    public ProgressThread? Thread(string line, string area)
    {
        foreach (var thread in Threads)
        {
            if (thread.Line == line && thread.Area == area)
            {
                return thread;
            }
        }

        return null;
    }

    /// <summary>The report with a sequence number; null when the task has none such.</summary>
    public ProgressReport? Report(long sequence) => Threads.SelectMany(t => t.Reports).FirstOrDefault(r => r.Sequence == sequence);

    /// <summary>What it was before a moment.</summary>
    public TaskProgress Before(DateTimeOffset moment)
    {
        if (Threads.All(t => t.Reports[^1].At < moment) && Acts.All(a => a.At < moment))
        {
            return this;
        }

        return History.Where(e => e.At < moment).Aggregate(None, static (progress, entry) => progress.With(entry));
    }

    /// <summary>With one thing more. What refers to a report that is not there changes nothing.</summary>
    public TaskProgress With(ProgressEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Event switch
        {
            ProgressEvent.Reported reported => WithReport(new ProgressReport(entry.Sequence, entry.At, entry.By, reported.Content)),
            ProgressEvent.Rated rated => WithReport(new ProgressReport(entry.Sequence, entry.At, entry.By, rated.Content)),
            ProgressEvent.Returned returned => WithReturn(entry, returned),
            ProgressEvent.Closed closed => new TaskProgress(Threads, Acts.Add(entry), new Closure(entry.By, entry.At, closed.Note), null),
            ProgressEvent.Reopened => new TaskProgress(Threads, Acts.Add(entry), null, LampOverride),
            ProgressEvent.LampOverridden { Lamp: { } lamp } overridden =>
                new TaskProgress(Threads, Acts.Add(entry), Closure, new LampOverride(lamp, entry.By, entry.At, overridden.Reason)),
            ProgressEvent.LampOverridden => new TaskProgress(Threads, Acts.Add(entry), Closure, null),
            _ => throw new UnreachableException(),
        };
    }

    private TaskProgress WithReport(ProgressReport report)
    {
        var own = Thread(report.Content.Line, report.Content.Area);
        var threads = own is null
            ? Threads.Add(new ProgressThread(report.Content.Line, report.Content.Area, [report]))
            : Threads.SetItem(Threads.IndexOf(own), new ProgressThread(own.Line, own.Area, own.Reports.Add(report)));
        return new TaskProgress(threads, Acts, Closure, LampOverride);
    }

    private TaskProgress WithReturn(ProgressEntry entry, ProgressEvent.Returned returned)
    {
        if (Report(returned.Report) is not { } report || Thread(report.Content.Line, report.Content.Area) is not { } own)
        {
            return new TaskProgress(Threads, Acts.Add(entry), Closure, LampOverride);
        }

        var sentBack = report with { Returned = new ReportReturn(entry.By, entry.At, returned.Reason) };
        var thread = new ProgressThread(own.Line, own.Area, own.Reports.Replace(report, sentBack));
        return new TaskProgress(Threads.SetItem(Threads.IndexOf(own), thread), Acts.Add(entry), Closure, LampOverride);
    }
}
