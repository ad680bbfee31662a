using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Status;

/// <summary>How many of each lamp.</summary>
/// <param name="Done">已完成.</param>
/// <param name="Green">绿灯.</param>
/// <param name="Yellow">黄灯.</param>
/// <param name="Red">红灯.</param>
/// <param name="Grey">未报.</param>
public readonly record struct StatusCounts(int Done, int Green, int Yellow, int Red, int Grey)
{
    /// <summary>All of them.</summary>
    public int Total => Done + Green + Yellow + Red + Grey;

    /// <summary>已完成占比 in percent; 0 of nothing.</summary>
    public decimal DoneShare => Share(Done);

    /// <summary>Done or green, in percent; 0 of nothing.</summary>
    public decimal OnTrackShare => Share(Done + Green);

    /// <summary>Counts lamps.</summary>
    public static StatusCounts Of(IEnumerable<StatusLamp> lamps)
    {
        ArgumentNullException.ThrowIfNull(lamps);
        Span<int> counts = stackalloc int[5];
        foreach (var lamp in lamps)
        {
            counts[(int)lamp]++;
        }

        return new StatusCounts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    /// <summary>How many of one lamp.</summary>
    public int Of(StatusLamp lamp) => lamp switch
    {
        StatusLamp.Done => Done,
        StatusLamp.Green => Green,
        StatusLamp.Yellow => Yellow,
        StatusLamp.Red => Red,
        _ => Grey,
    };

    private decimal Share(int part) => Total == 0 ? 0 : 100m * part / Total;
}

/// <summary>The whole at a glance.</summary>
/// <param name="Counts">Tasks by lamp.</param>
/// <param name="PaceShare">序时: how much of the newest notice's year has gone, in percent.</param>
/// <param name="Period">The period that should be reported by now; null while there is none.</param>
/// <param name="Reported">Tasks that were reported for it; all while there is none.</param>
public sealed record StatusOverview(StatusCounts Counts, decimal PaceShare, ReportPeriod? Period, int Reported)
{
    /// <summary>填报率 in percent; 0 of nothing.</summary>
    public decimal ReportedShare => Counts.Total == 0 ? 0 : 100m * Reported / Counts.Total;
}

/// <summary>Some tasks that belong together.</summary>
/// <param name="Key">Name of the official, the unit, the area or the category as the notice writes it; for a list its name in exports.</param>
/// <param name="List">Set when the group is a list.</param>
/// <param name="Counts">Tasks by lamp; for an area its own figures by lamp.</param>
/// <param name="Reported">How many were reported for the due period.</param>
public sealed record StatusGroup(string Key, WorkListKind? List, StatusCounts Counts, int Reported);

/// <summary>An area's place in the league table.</summary>
/// <param name="Rank">Areas with the same share have the same rank, and the next one is as far behind as there are areas before it. 0: not ranked.</param>
/// <param name="Area">Area.</param>
/// <param name="Counts">Its figures by lamp; the total is the denominator.</param>
/// <param name="Share">Done or green, in percent; null without a target, and then it is not ranked.</param>
public sealed record AreaStanding(int Rank, string Area, StatusCounts Counts, decimal? Share);

/// <summary>Something that is behind.</summary>
/// <param name="Task">The task.</param>
/// <param name="Figure">The figure that is behind: of the city or of an area; null when the office set the task's lamp.</param>
/// <param name="Lamp">Red or yellow.</param>
/// <param name="Reason">Why.</param>
/// <param name="Since">Since when; null when nobody can say.</param>
public sealed record LaggingEntry(TaskStatus Task, MeasureStatus? Figure, StatusLamp Lamp, LampReason Reason, DateOnly? Since)
{
    /// <summary>Area; empty for the city.</summary>
    public string Area => Figure?.Measure.Area ?? string.Empty;
}

/// <summary>Somebody who has not reported.</summary>
/// <param name="Task">The task.</param>
/// <param name="Measure">What is to be reported.</param>
/// <param name="Responsible">The area, or the lead unit; empty when the notice names none.</param>
/// <param name="LastPeriod">The last period that was reported; null for none.</param>
public sealed record MissingReport(TaskStatus Task, Measure Measure, string Responsible, ReportPeriod? LastPeriod);

/// <summary>What is different from a day before.</summary>
/// <param name="Task">As it is now.</param>
/// <param name="Area">Area whose figure changed; empty for the task itself.</param>
/// <param name="Line">Line whose figure changed; empty for the task itself.</param>
/// <param name="LampBefore">The lamp then.</param>
/// <param name="LampNow">The lamp now.</param>
/// <param name="AmountBefore">The figure then, without multiplier; null for none.</param>
/// <param name="AmountNow">The figure now, without multiplier; null for none.</param>
public sealed record StatusChange(
    TaskStatus Task, string Area, string Line, StatusLamp LampBefore, StatusLamp LampNow, decimal? AmountBefore, decimal? AmountNow)
{
    /// <summary>Worse than before.</summary>
    public bool IsWorse => LampRule.Rank(LampNow) > LampRule.Rank(LampBefore);

    /// <summary>Better than before.</summary>
    public bool IsBetter => LampRule.Rank(LampNow) < LampRule.Rank(LampBefore);
}
