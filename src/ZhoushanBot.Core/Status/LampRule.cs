using System.Collections.Immutable;
using System.Diagnostics;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Status;

/// <summary>Why a lamp is as it is.</summary>
public enum LampReason
{
    /// <summary>The target is reached.</summary>
    Reached,

    /// <summary>The task was closed.</summary>
    Closed,

    /// <summary>超序时: more than ten points ahead of the pace.</summary>
    Ahead,

    /// <summary>按序时: on the pace, or up to ten points ahead.</summary>
    OnPace,

    /// <summary>A share that stands at its target, or better.</summary>
    AtTarget,

    /// <summary>A cap that is kept.</summary>
    WithinCap,

    /// <summary>The unit says that it goes as planned.</summary>
    RatedOnTrack,

    /// <summary>Up to ten points behind.</summary>
    SlightlyBehind,

    /// <summary>Not done, and due within three working days.</summary>
    DueSoon,

    /// <summary>Was red and has caught up this month.</summary>
    CatchingUp,

    /// <summary>滞后: more than ten points behind.</summary>
    Behind,

    /// <summary>Less far behind than when it turned red, but not at the pace again.</summary>
    StillBehind,

    /// <summary>Beyond a cap.</summary>
    BeyondCap,

    /// <summary>The unit says that it is behind.</summary>
    RatedBehind,

    /// <summary>逾期: not done and past the due day.</summary>
    Overdue,

    /// <summary>Nothing was reported for the period.</summary>
    NotReported,

    /// <summary>Some areas have not reported for the period, and the sum without them is below the pace.</summary>
    Incomplete,

    /// <summary>The office set the lamp.</summary>
    Overridden,
}

/// <summary>One reported state of a measure.</summary>
/// <param name="AsOf">The day that the figure speaks of.</param>
/// <param name="MadeOn">The day on which it was reported.</param>
/// <param name="Amount">Without multiplier; 0 for a rating.</param>
/// <param name="Rating">Null for a figure.</param>
/// <param name="IsComplete">False for a sum that lacks areas.</param>
public readonly record struct ProgressPoint(DateOnly AsOf, DateOnly MadeOn, decimal Amount, ProgressRating? Rating, bool IsComplete);

/// <summary>What a lamp is read from.</summary>
/// <param name="Measure">Target and its kind.</param>
/// <param name="Pace">The plan, with the due day.</param>
/// <param name="Points">The earliest first, one a day.</param>
public readonly record struct LampQuestion(Measure Measure, Pace Pace, ImmutableArray<ProgressPoint> Points)
{
    /// <summary>The day on which the question is put.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Working days from today to the due day, today not counted; 0 on the due day itself.</summary>
    public required int WorkdaysLeft { get; init; }

    /// <summary>The last period for which everybody should have reported; null while there is none.</summary>
    public required ReportPeriod? DuePeriod { get; init; }

    /// <summary>Last day for reporting that period; not looked at without one.</summary>
    public required DateOnly DuePeriodCutOff { get; init; }
}

/// <summary>A lamp and what it says.</summary>
/// <param name="Lamp">Colour.</param>
/// <param name="Reason">Why.</param>
/// <param name="Since">The first day of this colour as far as reports tell; null when nobody can say.</param>
/// <param name="Rate">完成率 in percent of the target, of the last report; null without figure or target. For a cap, how much of it is used.</param>
/// <param name="Expected">What the pace asks of that report, in percent; null for shares, caps and ratings, and without report.</param>
public readonly record struct LampReading(StatusLamp Lamp, LampReason Reason, DateOnly? Since, decimal? Rate, decimal? Expected);

/// <summary>The written rule by which a lamp is lit. Its examples, line by line: tests/ZhoushanBot.Core.Tests/Status/Lamps.md.</summary>
public static class LampRule
{
    /// <summary>Points that may lack before yellow becomes red; the same ahead is "well ahead".</summary>
    public const decimal Tolerance = 10;

    /// <summary>Working days before the due day in which what is not done turns yellow.</summary>
    public const int DueSoonWorkdays = 3;

    /// <summary>Reads the lamp of a measure.</summary>
    public static LampReading Read(LampQuestion question)
    {
        var chain = Chain.Before;
        var (last, isReported) = ((ProgressPoint?)null, question.DuePeriod is null);
        foreach (var point in question.Points)
        {
            last = point;
            var raw = Raw(point, question);
            if (!point.IsComplete && raw.Lamp is StatusLamp.Red or StatusLamp.Yellow)
            {
                continue;
            }

            chain = chain.Next(raw.Lamp, raw.Reason, point.MadeOn);
            isReported = question.DuePeriod is not { } due || point.AsOf >= due.End;
        }

        var (rate, expected) = last is { } shown ? Figures(shown, question) : (null, null);
        var (lamp, reason, since) = On(question, chain, last, isReported);
        return new LampReading(lamp, reason, since, rate, expected);
    }

    /// <summary>From good to bad: 0 for done, then green, grey, yellow, and 4 for red. A task stands as the worst of its lines.</summary>
    public static int Rank(StatusLamp lamp) => lamp switch
    {
        StatusLamp.Done => 0,
        StatusLamp.Green => 1,
        StatusLamp.Grey => 2,
        StatusLamp.Yellow => 3,
        StatusLamp.Red => 4,
        _ => throw new UnreachableException(),
    };

    private static (StatusLamp Lamp, LampReason Reason, DateOnly? Since) On(LampQuestion question, Chain chain, ProgressPoint? last, bool isReported)
    {
        if (chain.Lamp == StatusLamp.Done)
        {
            return (StatusLamp.Done, chain.Reason, chain.Since);
        }

        var stands = chain.Reason is LampReason.AtTarget or LampReason.WithinCap;
        if (question.Today > question.Pace.DueOn && !stands)
        {
            return (StatusLamp.Red, LampReason.Overdue, chain.Lamp == StatusLamp.Red ? chain.Since : question.Pace.DueOn.AddDays(1));
        }

        if (chain.Lamp == StatusLamp.Red)
        {
            return (StatusLamp.Red, chain.Reason, chain.Since);
        }

        if (!isReported || chain.Lamp is null)
        {
            var isPartial = last is { IsComplete: false } partial && (question.DuePeriod is not { } due || partial.AsOf >= due.End);
            return (StatusLamp.Grey, isPartial ? LampReason.Incomplete : LampReason.NotReported, question.DuePeriod is null ? null : question.DuePeriodCutOff.AddDays(1));
        }

        var caughtUp = chain.Reason == LampReason.CatchingUp && !IsSameMonth(chain.Since!.Value, question.Today);
        var (lamp, reason, since) = caughtUp ? (StatusLamp.Green, LampReason.OnPace, NextMonth(chain.Since!.Value)) : (chain.Lamp.Value, chain.Reason, chain.Since);
        return lamp == StatusLamp.Green && !stands && question.WorkdaysLeft <= DueSoonWorkdays ? (StatusLamp.Yellow, LampReason.DueSoon, null) : (lamp, reason, since);
    }

    private static (StatusLamp Lamp, LampReason Reason) Raw(ProgressPoint point, LampQuestion question)
    {
        var measure = question.Measure;
        if (measure.Target is not { } target)
        {
            return point.Rating switch
            {
                ProgressRating.Done => (StatusLamp.Done, LampReason.Reached),
                ProgressRating.Behind => (StatusLamp.Red, LampReason.RatedBehind),
                _ => (StatusLamp.Green, LampReason.RatedOnTrack),
            };
        }

        var isReached = IsReached(point.Amount, measure.TargetAmount, target.Comparator);
        var isOver = point.AsOf >= question.Pace.DueOn;
        if (measure.IsCap)
        {
            return !isReached ? (StatusLamp.Red, LampReason.BeyondCap) : isOver ? (StatusLamp.Done, LampReason.Reached) : (StatusLamp.Green, LampReason.WithinCap);
        }

        if (measure.IsStanding)
        {
            return isReached ? isOver ? (StatusLamp.Done, LampReason.Reached) : (StatusLamp.Green, LampReason.AtTarget) : Behind(100 - Rate(point.Amount, measure.TargetAmount));
        }

        var lead = Rate(point.Amount, measure.TargetAmount) - question.Pace.ShareGone(point.AsOf);
        return isReached ? (StatusLamp.Done, LampReason.Reached)
            : lead > Tolerance ? (StatusLamp.Green, LampReason.Ahead)
            : lead >= 0 ? (StatusLamp.Green, LampReason.OnPace)
            : Behind(-lead);
    }

    private static (StatusLamp Lamp, LampReason Reason) Behind(decimal points) =>
        points <= Tolerance ? (StatusLamp.Yellow, LampReason.SlightlyBehind) : (StatusLamp.Red, LampReason.Behind);

    private static bool IsReached(decimal amount, decimal target, Comparator comparator) => comparator switch
    {
        Comparator.AtMost => amount <= target,
        Comparator.LessThan => amount < target,
        Comparator.MoreThan => amount > target,
        _ => amount >= target,
    };

    private static (decimal? Rate, decimal? Expected) Figures(ProgressPoint point, LampQuestion question)
    {
        var measure = question.Measure;
        return measure.Target is null ? (null, null)
            : (Rate(point.Amount, measure.TargetAmount), measure.IsCap || measure.IsStanding ? null : question.Pace.ShareGone(point.AsOf));
    }

    /// <summary>A target of 0 is met by anything.</summary>
    private static decimal Rate(decimal amount, decimal target) => target > 0 ? 100 * amount / target : 100;

    private static bool IsSameMonth(DateOnly one, DateOnly other) => one.Year == other.Year && one.Month == other.Month;

    private static DateOnly NextMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    /// <summary>The colour after each report: red stays until the pace is reached again, then the month of that report is yellow.</summary>
    private readonly record struct Chain(StatusLamp? Lamp, LampReason Reason, DateOnly? Since)
    {
        public static Chain Before { get; } = new(null, LampReason.NotReported, null);

        public Chain Next(StatusLamp raw, LampReason reason, DateOnly madeOn)
        {
            if (Lamp == StatusLamp.Red && raw is StatusLamp.Red or StatusLamp.Yellow)
            {
                return this with { Reason = raw == StatusLamp.Red ? reason : LampReason.StillBehind };
            }

            if (Lamp == StatusLamp.Red && raw == StatusLamp.Green)
            {
                return new Chain(StatusLamp.Yellow, LampReason.CatchingUp, madeOn);
            }

            if (Reason == LampReason.CatchingUp && raw == StatusLamp.Green)
            {
                return IsSameMonth(Since!.Value, madeOn) ? this : new Chain(raw, reason, NextMonth(Since.Value));
            }

            return new Chain(raw, reason, raw == Lamp ? Since : madeOn);
        }
    }
}
