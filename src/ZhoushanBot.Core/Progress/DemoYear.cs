using System.Collections.Immutable;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Progress;

/// <summary>A line for the journal that tells of an invented event.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; the name says that it is invented.</param>
/// <param name="Event">What; its words say that it is invented.</param>
public sealed record DemoEvent(DateTimeOffset At, Actor By, JournalEvent Event);

/// <summary>
/// 演示数据: a whole year of invented reports for a notice. Every unit and area reports by quarter, with gaps, corrections, laggards and
/// overachievers; the office sends reports back and closes what is done. The same notice and seed give the same year.
/// </summary>
public sealed class DemoYear
{
    /// <summary>Stands in every name and every prose of the invented year.</summary>
    public const string Label = "演示数据 / invented";

    private static readonly Actor Office = new("demo:office", $"督查室（{Label}）");

    private readonly int seed;
    private readonly NoticeContent notice;
    private readonly List<Step> steps = [];

    private DemoYear(NoticeContent notice, int seed) => (this.notice, this.seed) = (notice, seed);

    private enum Pattern
    {
        Steady,
        Ahead,
        Lagging,
        CatchingUp,
        Silent,
    }

    /// <summary>Invents a year.</summary>
    /// <param name="content">The notice.</param>
    /// <param name="seed">Another seed gives another year.</param>
    /// <param name="after">Sequence of the journal's last line: reports that are sent back are referred to by the line that they will get.</param>
    /// <returns>In the order of time.</returns>
    public static ImmutableArray<DemoEvent> Of(NoticeContent content, int seed, long after = 0)
    {
        ArgumentNullException.ThrowIfNull(content);
        var year = new DemoYear(content, seed);
        foreach (var item in content.WorkItems)
        {
            year.Invent(item);
        }

        return year.Written(after);
    }

    private void Invent(WorkItem item)
    {
        var lead = item.LeadOrganizations is [var first, ..] ? first.Name : item.SupportingOrganizations is [var second, ..] ? second.Name : "责任单位";
        var isDone = true;
        foreach (var line in TaskMeasures.Of(item))
        {
            if (line.AddsUp || (!line.Areas.IsEmpty && line.City.IsStanding))
            {
                foreach (var area in line.Areas)
                {
                    isDone &= Report(item, area, $"{area.Area}联络员", $"demo:{area.Area}");
                }
            }
            else
            {
                isDone &= Report(item, line.City, $"{lead}联络员", $"demo:{lead}");
            }
        }

        Prose(item, lead);
        Supervise(item, isDone);
    }

    /// <summary>Four quarters of one measure; true when the year ends with it done.</summary>
    private bool Report(WorkItem item, Measure measure, string name, string account)
    {
        var key = $"{item.Id}|{measure.Line}|{measure.Area}";
        var pattern = PatternOf(Roll(key, "pattern"));
        var by = new Actor(account, $"{name}（{Label}）");
        var (last, isDone) = (0m, false);
        foreach (var period in ReportPeriod.OfYear(Year))
        {
            // Of those who are not silent one report in ten is missing; the whole year's comes from everybody.
            var isFinal = period.Kind == ReportPeriodKind.FullYear;
            if (!isFinal && (pattern == Pattern.Silent || Roll(key, $"gap{period.Code}") < 0.1m))
            {
                continue;
            }

            var at = Moment(period, key);
            if (measure.Target is not { } target)
            {
                var rating = Rating(pattern, period, Roll(key, $"rating{period.Code}"));
                Add(at, by, item, new ProgressEvent.Rated(Content(measure, period) with { Rating = rating, Note = Note(period) }));
                isDone = rating == ProgressRating.Done;
                continue;
            }

            var value = Value(measure, pattern, period, key, last);
            Add(at, by, item, new ProgressEvent.Reported(Content(measure, period) with
            {
                Figure = target with { Comparator = Comparator.Equal, Value = value },
                Note = Note(period),
                Reason = value > target.Value * ReportCheck.FarBeyond / 100 ? "演示数据：需求超出预期" : value < last ? "演示数据：季度间有波动" : string.Empty,
            }), Mistaken(measure, value, key, period));
            last = value;
            isDone = measure.IsCap ? value <= target.Value : value >= target.Value;
        }

        return isDone;
    }

    /// <summary>One report in twenty is at first ten times too small, is sent back, and comes again.</summary>
    private decimal? Mistaken(Measure measure, decimal value, string key, ReportPeriod period) =>
        !measure.IsStanding && value >= 10 && Roll(key, $"slip{period.Code}") < 0.05m ? decimal.Floor(value / 10) : null;

    private void Prose(WorkItem item, string lead)
    {
        foreach (var period in ReportPeriod.OfYear(Year))
        {
            if (TaskMeasures.Of(item)[0].Name.Length > 0 && Roll(item.Id, $"prose{period.Code}") < 0.8m)
            {
                var content = new ReportContent
                {
                    Line = TaskMeasures.WholeTask,
                    Area = string.Empty,
                    Period = period,
                    Note = $"{Note(period)}牵头单位已会同配合单位推进本项工作。",
                };
                Add(Moment(period, $"{item.Id}|prose"), new Actor($"demo:{lead}", $"{lead}联络员（{Label}）"), item, new ProgressEvent.Reported(content));
            }
        }
    }

    private void Supervise(WorkItem item, bool isDone)
    {
        if (isDone && Roll(item.Id, "close") < 0.7m)
        {
            Add(At(new DateOnly(Year + 1, 1, 15), item.Id), Office, item, new ProgressEvent.Closed($"{Label}：目标已完成，予以销号。"));
        }
        else if (item.Targets.IsEmpty && item.Rows.IsEmpty && Roll(item.Id, "override") < 0.1m)
        {
            Add(At(new DateOnly(Year, 8, 5), item.Id), Office, item, new ProgressEvent.LampOverridden(StatusLamp.Yellow, $"{Label}：实地督查发现进度偏慢。"));
        }
    }

    private int Year => notice.Notice.Year > 0 ? notice.Notice.Year : notice.WorkItems is [var first, ..] ? first.Deadline.On.Year : 2024;

    private static Pattern PatternOf(decimal roll) => roll switch
    {
        < 0.58m => Pattern.Steady,
        < 0.74m => Pattern.Ahead,
        < 0.84m => Pattern.Lagging,
        < 0.93m => Pattern.CatchingUp,
        _ => Pattern.Silent,
    };

    private static ReportContent Content(Measure measure, ReportPeriod period) => new() { Line = measure.Line, Area = measure.Area, Period = period };

    private static string Note(ReportPeriod period) => $"{ReportText.In(Language.ReplyLanguage.Chinese).Period(period)}进展（{Label}）。";

    private static ProgressRating Rating(Pattern pattern, ReportPeriod period, decimal roll) => (pattern, period.Kind) switch
    {
        (Pattern.Lagging, ReportPeriodKind.FullYear) => roll < 0.5m ? ProgressRating.Behind : ProgressRating.Done,
        (_, ReportPeriodKind.FullYear) => ProgressRating.Done,
        (Pattern.Ahead, ReportPeriodKind.ThreeQuarters) => ProgressRating.Done,
        (Pattern.Lagging, not ReportPeriodKind.FirstQuarter) => ProgressRating.Behind,
        (Pattern.CatchingUp, ReportPeriodKind.HalfYear) => ProgressRating.Behind,
        _ => ProgressRating.OnTrack,
    };

    private decimal Value(Measure measure, Pattern pattern, ReportPeriod period, string key, decimal last)
    {
        var target = measure.Target!.Value.Value;
        var noise = (Roll(key, $"noise{period.Code}") * 0.04m) - 0.01m;
        var quarter = (int)period.Kind;
        if (measure.IsStanding || measure.IsCap)
        {
            var share = pattern switch { Pattern.Lagging => 0.84m, Pattern.CatchingUp => quarter < 2 ? 0.86m : 1m, _ => 1m } + (measure.IsCap ? -noise : noise);
            var standing = decimal.Round(target * share, 1);
            return measure.Target.Value.MeasureUnit == "%" && target <= 100 ? Math.Min(standing, 100) : standing;
        }

        decimal[] shares = pattern switch
        {
            Pattern.Ahead => [0.38m, 0.72m, 1.02m, 1.24m],
            Pattern.Lagging => [0.1m, 0.3m, 0.55m, 0.86m],
            Pattern.CatchingUp => [0.08m, 0.34m, 0.78m, 1.02m],
            _ => [0.27m, 0.54m, 0.79m, 1.01m],
        };
        var reached = target * (shares[quarter] + noise);
        var value = decimal.IsInteger(target) && target >= 3 ? decimal.Floor(reached + 0.5m) : decimal.IsInteger(target) ? decimal.Floor(reached) : decimal.Round(reached, 2);
        return Math.Max(value, last);
    }

    /// <summary>Between the second and the ninth day behind the period, in office hours.</summary>
    private DateTimeOffset Moment(ReportPeriod period, string key) => At(period.End.AddDays(2 + (int)(Roll(key, $"day{period.Code}") * 8)), key + period.Code);

    private DateTimeOffset At(DateOnly day, string key) => ShanghaiDay.StartOf(day).AddHours(9).AddSeconds((int)(Roll(key, "second") * 8 * 3600));

    private void Add(DateTimeOffset at, Actor by, WorkItem item, ProgressEvent happened, decimal? mistaken = null)
    {
        if (mistaken is { } wrong && happened is ProgressEvent.Reported { Content: { Figure: { } figure } content })
        {
            var first = new Step(at.AddHours(-24), by, item.Id, new ProgressEvent.Reported(content with { Figure = figure with { Value = wrong }, Reason = "演示数据：录入" }), null);
            steps.Add(first);
            steps.Add(new Step(at.AddHours(-20), Office, item.Id, null, first));
            happened = new ProgressEvent.Reported(content with { Reason = "演示数据：更正录入错误" });
        }

        steps.Add(new Step(at, by, item.Id, happened, null));
    }

    private ImmutableArray<DemoEvent> Written(long after)
    {
        var ordered = steps.OrderBy(s => s.At).ToList();
        var lines = ordered.Select((step, i) => (step, Line: after + i + 1)).ToDictionary(x => (object)x.step, x => x.Line, ReferenceEqualityComparer.Instance);
        return [.. ordered.Select(s => new DemoEvent(
            s.At, s.By, ProgressJson.Write(s.TaskId, s.Event ?? new ProgressEvent.Returned(lines[s.SentBack!], $"{Label}：数字少了一位，请核对后重报。"))))];
    }

    /// <summary>A number from 0 up to 1 that only the seed and the words decide, whatever was rolled before.</summary>
    private decimal Roll(string key, string purpose)
    {
        unchecked
        {
            var hash = 14695981039346656037UL ^ (uint)seed;
            foreach (var c in key)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }

            foreach (var c in purpose)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }

            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            return (hash >> 44) / (decimal)(1UL << 20);
        }
    }

    /// <summary>Exactly one of <paramref name="Event"/> and <paramref name="SentBack"/> is set.</summary>
    private sealed record Step(DateTimeOffset At, Actor By, string TaskId, ProgressEvent? Event, Step? SentBack);
}
