using System.Collections.Immutable;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.WorkDays;

/// <summary>工作日历: which days are worked. Immutable; a year without a file is Monday to Friday, and says so.</summary>
public sealed class WorkCalendar
{
    // Years that the built-in files cover; a further file is one more name here.
    private static readonly string[] ShippedFiles = ["workdays-2024.json", "workdays-2025.json", "workdays-2026.json"];

    private readonly ImmutableDictionary<int, WorkYear> years;
    private readonly HashSet<DateOnly> off = [];
    private readonly HashSet<DateOnly> makeup = [];

    private WorkCalendar(ImmutableDictionary<int, WorkYear> years)
    {
        this.years = years;
        foreach (var year in years.Values)
        {
            makeup.UnionWith(year.MakeupWorkdays);
            foreach (var stretch in year.DaysOff)
            {
                for (var day = stretch.From; day <= stretch.To; day = day.AddDays(1))
                {
                    off.Add(day);
                }
            }
        }
    }

    /// <summary>Only Monday to Friday; every year is assumed.</summary>
    public static WorkCalendar WeekdaysOnly { get; } = new([]);

    /// <summary>The years that are built in.</summary>
    public static WorkCalendar Shipped { get; } = new(ShippedFiles.Select(ReadShipped).ToImmutableDictionary(year => year.Year));

    /// <summary>The years with a file, in order.</summary>
    public IEnumerable<WorkYear> Years => years.Values.OrderBy(year => year.Year);

    /// <summary>With a year more, or another file of the same year in its place.</summary>
    public WorkCalendar With(WorkYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new WorkCalendar(years.SetItem(year.Year, year));
    }

    /// <summary>True when a year has no file, so that holidays and make-up days are not known.</summary>
    public bool IsAssumed(int year) => !years.ContainsKey(year);

    /// <summary>Whether the day is worked.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? makeup.Contains(day) : !off.Contains(day);

    /// <summary>调休上班日: a Saturday or Sunday that is worked.</summary>
    public bool IsMakeupWorkday(DateOnly day) => makeup.Contains(day);

    /// <summary>The day itself when it is worked, else the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>So many working days on, or back when negative; 0 gives the day itself, worked or not.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(step);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days behind <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> lies before.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    private static WorkYear ReadShipped(string file) => WorkYearFile.Read(EmbeddedText.ReadBytes(file)) is WorkYearReading.Year read
        ? read.Value
        : throw new InvalidOperationException($"The built-in file {file} does not hold.");
}
