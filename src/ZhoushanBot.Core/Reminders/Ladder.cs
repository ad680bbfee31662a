using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Reminders;

/// <summary>How far up a reminder goes; whoever is below hears it too.</summary>
public enum EscalationLevel
{
    /// <summary>联络员 of the unit or area.</summary>
    Liaison,

    /// <summary>The unit's head.</summary>
    Head,

    /// <summary>The lead official's office.</summary>
    OfficialOffice,

    /// <summary>督查室.</summary>
    SupervisionOffice,
}

/// <summary>One step of a ladder.</summary>
/// <param name="WorkingDays">Working days from the due day: negative before, 0 the day itself, positive overdue.</param>
/// <param name="Level">How far up it goes.</param>
public readonly record struct Rung(int WorkingDays, EscalationLevel Level);

/// <summary>提醒节奏: when a task is reminded of, and who hears it.</summary>
/// <param name="Rungs">In the order of days; empty for never.</param>
public sealed record Ladder(ImmutableArray<Rung> Rungs)
{
    /// <summary>30, 14, 7, 3 and 1 working days before, the due day; then 1, 3 and 7 working days overdue with escalation.</summary>
    public static Ladder Default { get; } = new(
    [
        .. Early(30, 14, 7, 3, 1, 0),
        new Rung(1, EscalationLevel.Head),
        new Rung(3, EscalationLevel.OfficialOffice),
        new Rung(7, EscalationLevel.SupervisionOffice),
    ]);

    /// <summary>For supporting units, and members of a group that supports: twice before the day, and nobody is told over their heads.</summary>
    public static Ladder ForSupporting { get; } = new([.. Early(14, 3)]);

    /// <summary>For milestones.</summary>
    public static Ladder ForMilestones { get; } = new([.. Early(7, 1, 0)]);

    private static IEnumerable<Rung> Early(params int[] before) => before.Select(days => new Rung(-days, EscalationLevel.Liaison));
}

/// <summary>Why a line is in a digest now.</summary>
public enum OccasionKind
{
    /// <summary>So many working days before the due day.</summary>
    Before,

    /// <summary>The due day.</summary>
    DueDay,

    /// <summary>So many working days behind it.</summary>
    Overdue,

    /// <summary>It was put off, and the time is up; the number counts how often.</summary>
    Returned,

    /// <summary>催办: a manager asks; the number is that of the journal's line.</summary>
    Chase,
}

/// <summary>The rule by which a line is in a digest.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Number">See <see cref="OccasionKind"/>.</param>
public readonly record struct Occasion(OccasionKind Kind, long Number)
{
    /// <summary>Such as <c>before:7</c>: part of a reminder's key.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{NameOf(Kind)}:{Number}");

    internal static Occasion Of(Rung rung) => rung.WorkingDays switch
    {
        < 0 => new Occasion(OccasionKind.Before, -rung.WorkingDays),
        0 => new Occasion(OccasionKind.DueDay, 0),
        > 0 => new Occasion(OccasionKind.Overdue, rung.WorkingDays),
    };

    private static string NameOf(OccasionKind kind) => kind switch
    {
        OccasionKind.Before => "before",
        OccasionKind.DueDay => "due",
        OccasionKind.Overdue => "overdue",
        OccasionKind.Returned => "returned",
        OccasionKind.Chase => "chase",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>How people are reminded.</summary>
public sealed record ReminderSettings
{
    /// <summary>All defaults.</summary>
    public static ReminderSettings Default { get; } = new();

    /// <summary>For lead units, and for areas with a figure of their own.</summary>
    public Ladder Ladder { get; init; } = Ladder.Default;

    /// <summary>Lists that go by another; empty by default.</summary>
    public ImmutableDictionary<WorkListKind, Ladder> ByList { get; init; } = ImmutableDictionary<WorkListKind, Ladder>.Empty;

    /// <summary>Tasks that go by another, by id; goes before <see cref="ByList"/>; empty by default.</summary>
    public ImmutableDictionary<string, Ladder> ByWorkItem { get; init; } = ImmutableDictionary<string, Ladder>.Empty;

    /// <summary>For supporting units.</summary>
    public Ladder Supporting { get; init; } = Ladder.ForSupporting;

    /// <summary>For milestones.</summary>
    public Ladder Milestones { get; init; } = Ladder.ForMilestones;

    /// <summary>Rungs before the due day that remain for what was acknowledged, in working days before it.</summary>
    public ImmutableArray<int> AfterAcknowledgement { get; init; } = [3];

    /// <summary>Digests that one chat gets in a week, Monday to Sunday, at most; 1 or more.</summary>
    public int WeeklyLimit { get; init; } = 3;

    /// <summary>Working days before the due day from which a line is urgent: the week's last digest is kept for such.</summary>
    public int UrgentWithin { get; init; } = 3;

    /// <summary>How often one reminder can be put off.</summary>
    public int MaxSnoozes { get; init; } = 3;

    /// <summary>When people may be written to.</summary>
    public SendingHours SendingHours { get; init; } = SendingHours.Default;
}
