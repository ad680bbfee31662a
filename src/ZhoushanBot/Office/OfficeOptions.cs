using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Office;

/// <summary>The office's own rules: when people are written to, how often, and what holds where a notice names no day. Section <c>Office</c>.</summary>
internal sealed class OfficeOptions
{
    public const string Section = "Office";

    /// <summary>From when on a working day people are written to, Asia/Shanghai.</summary>
    /// <value>08:30.</value>
    public TimeOnly SendingFrom { get; set; } = SendingHours.Default.From;

    /// <summary>Until when.</summary>
    /// <value>17:30.</value>
    public TimeOnly SendingTo { get; set; } = SendingHours.Default.To;

    /// <summary>Digests that one chat gets in a week at most.</summary>
    /// <value>3.</value>
    public int DigestsAWeek { get; set; } = ReminderSettings.Default.WeeklyLimit;

    /// <summary>Working days before the due day on which the lead unit is reminded, 0 the day itself.</summary>
    /// <value>30, 14, 7, 3, 1, 0.</value>
    public int[]? RemindBefore { get; set; }

    /// <summary>The same for one list: <c>workReport</c>, <c>provincial</c>, <c>city</c> or <c>other</c>; empty for never.</summary>
    public Dictionary<string, int[]> RemindBeforeByList { get; set; } = [];

    /// <summary>The same for one task, by id; goes before the list's.</summary>
    public Dictionary<string, int[]> RemindBeforeByTask { get; set; } = [];

    /// <summary>Working days overdue after which the unit's head, the lead official's office and the supervision office are told.</summary>
    /// <value>1, 3, 7.</value>
    public int[]? EscalateAfter { get; set; }

    /// <summary>For a list whose tasks are due on another day than the year's end where the notice gives none: <c>city</c> to <c>11-30</c>, say.</summary>
    public Dictionary<string, string> DueDay { get; set; } = [];

    /// <summary>The day, in the month behind a quarter, by which reports are due.</summary>
    /// <value>5.</value>
    public int ReportDay { get; set; } = DeadlineRules.Default.ReportDay;

    /// <summary>What holds where a notice names no day.</summary>
    public DeadlineRules Deadlines => new()
    {
        ByList = DueDay.ToImmutableDictionary(day => ListOf(day.Key) ?? WorkListKind.Other, day => DayOf(day.Value) ?? new DayOfYear(12, 31)),
        ReportDay = ReportDay,
    };

    /// <summary>How people are reminded.</summary>
    public ReminderSettings Reminders => ReminderSettings.Default with
    {
        Ladder = LadderOf(RemindBefore),
        ByList = RemindBeforeByList.ToImmutableDictionary(list => ListOf(list.Key) ?? WorkListKind.Other, list => LadderOf(list.Value)),
        ByWorkItem = RemindBeforeByTask.ToImmutableDictionary(task => task.Key, task => LadderOf(task.Value), StringComparer.Ordinal),
        WeeklyLimit = DigestsAWeek,
        SendingHours = new SendingHours(SendingFrom, SendingTo),
    };

    internal static WorkListKind? ListOf(string name) =>
        Enum.GetValues<WorkListKind>().Where(list => TaskExport.NameOf(list).Equals(name, StringComparison.OrdinalIgnoreCase)).Select(list => (WorkListKind?)list).FirstOrDefault();

    internal static DayOfYear? DayOf(string day) =>
        DateOnly.TryParseExact("2024-" + day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? new DayOfYear(parsed.Month, parsed.Day) : null;

    private Ladder LadderOf(int[]? before)
    {
        var ladder = Ladder.Default.Rungs;
        var early = before is null ? ladder.Where(rung => rung.WorkingDays <= 0) : before.Distinct().Select(days => new Rung(-days, EscalationLevel.Liaison));
        var late = EscalateAfter is null
            ? ladder.Where(rung => rung.WorkingDays > 0)
            : EscalateAfter.Zip([EscalationLevel.Head, EscalationLevel.OfficialOffice, EscalationLevel.SupervisionOffice], (days, level) => new Rung(days, level));
        return before is [] ? new Ladder([]) : new Ladder([.. early.Concat(late)]);
    }
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class OfficeOptionsValidator : IValidateOptions<OfficeOptions>
{
    public ValidateOptionsResult Validate(string? name, OfficeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        void Check(bool holds, string setting, object? value, string chinese, string english)
        {
            if (!holds)
            {
                faults.Add($"{OfficeOptions.Section}:{setting}（{value}）{chinese} / {OfficeOptions.Section}:{setting} ({value}) {english}");
            }
        }

        Check(options.SendingFrom < options.SendingTo, nameof(options.SendingFrom), options.SendingFrom, "必须早于 SendingTo。", "must be before SendingTo.");
        Check(options.DigestsAWeek is >= 1 and <= 7, nameof(options.DigestsAWeek), options.DigestsAWeek, "应为 1 到 7。", "must be 1 to 7.");
        Check(options.ReportDay is >= 1 and <= 28, nameof(options.ReportDay), options.ReportDay, "应为 1 到 28。", "must be 1 to 28.");
        Check(
            options.EscalateAfter is null || (options.EscalateAfter.Length <= 3 && options.EscalateAfter.All(days => days is > 0 and <= 250) && options.EscalateAfter.Order().SequenceEqual(options.EscalateAfter)),
            nameof(options.EscalateAfter), Join(options.EscalateAfter), "应为至多三个递增的正数。", "must be at most three rising numbers above 0.");
        foreach (var (setting, days) in Ladders(options))
        {
            Check(days.All(day => day is >= 0 and <= 250), setting, Join(days), "应为 0 到 250 的工作日数。", "must be working days from 0 to 250.");
        }

        foreach (var list in options.RemindBeforeByList.Keys.Concat(options.DueDay.Keys).Distinct(StringComparer.Ordinal))
        {
            Check(OfficeOptions.ListOf(list) is not null, "*", list, "不是清单名：workReport、provincial、city、other。", "is no list: workReport, provincial, city, other.");
        }

        foreach (var (list, day) in options.DueDay)
        {
            Check(OfficeOptions.DayOf(day) is not null, $"{nameof(options.DueDay)}:{list}", day, "应为月-日，如 11-30。", "must be month-day, such as 11-30.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<(string Setting, int[] Days)> Ladders(OfficeOptions options) =>
    [
        (nameof(options.RemindBefore), options.RemindBefore ?? []),
        .. options.RemindBeforeByList.Select(list => ($"{nameof(options.RemindBeforeByList)}:{list.Key}", list.Value)),
        .. options.RemindBeforeByTask.Select(task => ($"{nameof(options.RemindBeforeByTask)}:{task.Key}", task.Value)),
    ];

    private static string Join(int[]? days) => string.Join(", ", days ?? []);
}
