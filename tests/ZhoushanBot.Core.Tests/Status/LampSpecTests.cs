using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Status;

/// <summary>Executes Lamps.md: each line of each table of examples.</summary>
public sealed class LampSpecTests
{
    private static readonly string[] Lines =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Status", "Lamps.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| target", StringComparison.Ordinal) && !l.StartsWith("| ---", StringComparison.Ordinal))];

    public static TheoryData<string> Examples => [.. Lines];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_lamp_is_as_the_page_says(string line)
    {
        string[] cells = [.. line.Trim('|', ' ').Split('|').Select(c => c.Trim())];

        // A line may end in an empty cell, which the trimming above takes away.
        Assert.InRange(cells.Length, 7, 8);
        var since = cells.Length == 8 && cells[7].Length > 0 ? Day(cells[7]) : (DateOnly?)null;

        var reading = LampRule.Read(Question(cells));

        Assert.Equal((cells[5], cells[6], since), (ProgressJson.NameOf(reading.Lamp), reading.Reason.ToString(), reading.Since));
    }

    [Fact]
    public void Every_lamp_and_every_reason_that_the_rule_gives_is_on_the_page()
    {
        // Closing, overriding and incomplete sums are a task's, not a measure's: StatusBoardTests.
        LampReason[] elsewhere = [LampReason.Closed, LampReason.Overridden, LampReason.Incomplete];

        Assert.All(Enum.GetValues<LampReason>().Except(elsewhere), r => Assert.Contains(Lines, l => l.Contains($"| {r} |", StringComparison.Ordinal)));
        Assert.All(Enum.GetValues<StatusLamp>(), r => Assert.Contains(Lines, l => l.Contains($"| {ProgressJson.NameOf(r)} |", StringComparison.Ordinal)));
    }

    private static LampQuestion Question(string[] cells)
    {
        var target = cells[0] == "words" ? (Figure?)null : Assert.IsType<Figure>(FigureScanner.ReadCell(cells[0], ReadingRules.Default));
        var measure = new Measure("t1", string.Empty, "指标", target, IsStretch: false);
        var dueOn = cells[1].Length == 0 || cells[1] == "plan" ? new DateOnly(2024, 12, 31) : Day(cells[1]);
        ImmutableArray<DateOnly> steps = cells[1] == "plan" ? [new(2024, 4, 30), new(2024, 8, 31), new(2024, 11, 30)] : [];
        var today = Day(cells[3]);
        var due = ReportPeriod.LastDue(2024, today);
        var reports = cells[2].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((r, i) => Report(r, i, target)).ToImmutableArray();
        var thread = reports.IsEmpty ? null : new ProgressThread("t1", string.Empty, reports);
        return new LampQuestion(measure, new Pace(new DateOnly(2024, 1, 1), dueOn, steps), FigureSeries.Of(thread, measure, null))
        {
            Today = today,
            WorkdaysLeft = int.Parse(cells[4], CultureInfo.InvariantCulture),
            DuePeriod = due,
            DuePeriodCutOff = due?.CutOff() ?? today,
        };
    }

    private static ProgressReport Report(string text, int sequence, Figure? target)
    {
        var parts = text.Split(' ');
        var content = new ReportContent { Line = "t1", Area = string.Empty, Period = Assert.IsType<ReportPeriod>(ReportPeriod.FromCode(parts[0])) };
        content = target is { } figure
            ? content with { Figure = TypedFigure.In(Assert.IsType<TypedFigure.Number>(TypedFigure.Read(parts[1])), figure.MeasureUnit) }
            : content with { Rating = ReportText.ReadRating(parts[1]) };
        Assert.True(content.Measures);
        return new ProgressReport(sequence + 1, ShanghaiDay.StartOf(Day(parts[2][1..])).AddHours(10), new Actor("u", "u"), content);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
