namespace ZhoushanBot.Core.Progress;

/// <summary>亮灯: how a task stands, at a glance.</summary>
public enum StatusLamp
{
    /// <summary>已完成.</summary>
    Done,

    /// <summary>绿灯: on pace or ahead.</summary>
    Green,

    /// <summary>黄灯: slightly behind, due soon, or catching up.</summary>
    Yellow,

    /// <summary>红灯: behind or overdue.</summary>
    Red,

    /// <summary>灰灯: not reported.</summary>
    Grey,
}

/// <summary>What the journal tells about progress. A closed set; the task is the journal line's subject.</summary>
public abstract record ProgressEvent
{
    private ProgressEvent()
    {
    }

    /// <summary><c>progress.reported</c>: a figure, prose, or both.</summary>
    /// <param name="Content">No rating.</param>
    public sealed record Reported(ReportContent Content) : ProgressEvent;

    /// <summary><c>progress.rated</c>: a unit's own rating of a task without figures, with or without prose.</summary>
    /// <param name="Content">With a rating, without figure.</param>
    public sealed record Rated(ReportContent Content) : ProgressEvent;

    /// <summary><c>progress.returned</c>: a report was sent back.</summary>
    /// <param name="Report">The report's <see cref="ProgressReport.Sequence"/>.</param>
    /// <param name="Reason">What is to be mended.</param>
    public sealed record Returned(long Report, string Reason) : ProgressEvent;

    /// <summary><c>progress.closed</c>: 销号, the task's reports were accepted and the task is finished.</summary>
    /// <param name="Note">Why, where a figure is not reached; may be empty otherwise.</param>
    public sealed record Closed(string Note) : ProgressEvent;

    /// <summary><c>progress.reopened</c>: a closed task goes on.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Reopened(string Reason) : ProgressEvent;

    /// <summary><c>lamp.overridden</c>: the office sets a task's lamp, or takes its own setting back.</summary>
    /// <param name="Lamp">Null takes it back.</param>
    /// <param name="Reason">Why.</param>
    public sealed record LampOverridden(StatusLamp? Lamp, string Reason) : ProgressEvent;
}
