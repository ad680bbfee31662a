using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Progress;

public sealed class ProgressBookTests
{
    private static readonly WorkItem Vaccine = Reported.TaskOfRow("provincial", 9);

    private static readonly ProgressEvent[] OneOfEach =
    [
        new ProgressEvent.Reported(new ReportContent
        {
            Line = "r9.1",
            Area = "岱山县",
            Period = ReportPeriod.Of(ReportPeriodKind.HalfYear, 2024),
            Figure = new Figure(Comparator.Equal, 1.25m, "万人"),
            Note = "接种点 12 个",
            IsNoteInternal = true,
            Evidence = "https://example.org/a?b=1&c=2",
            Reason = "扩大范围",
        }),
        new ProgressEvent.Reported(new ReportContent
        {
            Line = "t1", Area = "", Period = ReportPeriod.On(new DateOnly(2024, 5, 20)), Figure = new Figure(Comparator.Equal, 0m, "个"), IsNoChange = true,
        }),
        new ProgressEvent.Reported(new ReportContent { Line = "", Area = "", Period = ReportPeriod.Of(ReportPeriodKind.FirstQuarter, 2024), Note = "只有文字" }),
        new ProgressEvent.Rated(new ReportContent
        {
            Line = "", Area = "", Period = ReportPeriod.Of(ReportPeriodKind.FullYear, 2024), Rating = ProgressRating.OnTrack,
        }),
        new ProgressEvent.Returned(17, "缺少佐证"),
        new ProgressEvent.Closed("已完成"),
        new ProgressEvent.Reopened("复查"),
        new ProgressEvent.LampOverridden(StatusLamp.Yellow, "实地查看"),
        new ProgressEvent.LampOverridden(null, "撤销"),
    ];

    [Fact]
    public void The_journal_s_shape_is_the_golden_one()
    {
        var written = string.Concat(OneOfEach.Select(e => ProgressJson.Write("某通知/1.1", e)).Select(l => $"{l.Kind}\t{l.Subject}\t{l.Json}\n"));
        var path = Path.Combine(GoldenFolder(), "progress-events.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, written, new UTF8Encoding(false));
        }

        Assert.Equal(File.ReadAllText(path), written);
    }

    [Fact]
    public void What_is_written_is_read_as_it_was()
    {
        foreach (var happened in OneOfEach)
        {
            Assert.Equal(happened, ProgressJson.Read(ProgressJson.Write("x", happened)));
        }
    }

    [Fact]
    public void Every_kind_of_event_is_among_those_tried() =>
        Assert.Equal(typeof(ProgressEvent).GetNestedTypes().Length, OneOfEach.Select(e => e.GetType()).Distinct().Count());

    [Theory]
    [InlineData("progress.rated", """{"line":"","area":"","period":"2024H1","rating":"splendid"}""")]
    [InlineData("progress.reported", """{"line":"t1","area":"","period":"2024H3","value":1}""")]
    [InlineData("lamp.overridden", """{"lamp":"blue","reason":""}""")]
    [InlineData("progress.returned", """{"reason":""}""")]
    public void A_damaged_line_is_not_passed_over(string kind, string json) =>
        Assert.ThrowsAny<JsonException>(() => ProgressJson.Read(new JournalEvent(kind, "x", json)));

    [Fact]
    public void Lines_of_other_slices_and_lines_read_before_change_nothing()
    {
        var entry = JournalChain.Next(null, Reported.Liaison, Reported.Moment("2024-04-05"), new JournalEvent("deadline.set", "x", "{}"));
        var own = JournalChain.Next(entry, Reported.Liaison, entry.At, ProgressJson.Write(Vaccine.Id, OneOfEach[0]));
        var book = ProgressBook.Of([entry, own]);

        Assert.Equal(2, book.Sequence);
        Assert.False(book.Append(own));
        Assert.Single(book.Of(Vaccine.Id).Threads[0].Reports);
    }

    [Fact]
    public void A_later_period_holds_whatever_order_they_come_in_and_returned_ones_do_not()
    {
        var reported = new Reported()
            .Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", "2024-07-05")
            .Report(Vaccine, "r9.1", "岱山县", "2024Q1", "20", "2024-07-06")
            .Report(Vaccine, "r9.1", "岱山县", "2024Q3", "90", "2024-10-06");
        var thread = reported.Book.Of(Vaccine.Id).Thread("r9.1", "岱山县")!;

        Assert.Equal(["2024Q1", "2024H1", "2024Q3"], thread.Standing.Select(r => r.Content.Period.Code));
        reported.Write(Vaccine, new ProgressEvent.Returned(3, "核对"), "2024-10-07", Reported.Office);
        Assert.Equal(60, reported.Book.Of(Vaccine.Id).Thread("r9.1", "岱山县")!.Holding!.Content.Amount);
        Assert.Equal(90, thread.Holding!.Content.Amount);
    }

    [Fact]
    public void The_book_before_a_moment_is_the_book_folded_up_to_it()
    {
        var reported = Reported.Demo();
        var moment = Reported.Moment("2024-07-08");

        var before = reported.Book.Before(moment);
        var folded = ProgressBook.Of(reported.Entries.Where(e => e.At < moment));

        Assert.Equal(Describe(folded), Describe(before));
        Assert.NotEqual(Describe(reported.Book), Describe(before));
    }

    [Fact]
    public void The_invented_year_is_the_same_each_time_and_passes_every_check()
    {
        var notice = Reported.Index.Notices[0];
        var year = DemoYear.Of(notice, 7);

        Assert.Equal(year, DemoYear.Of(notice, 7));
        Assert.NotEqual(year, DemoYear.Of(notice, 8));
        Assert.All(year, e => Assert.Contains(DemoYear.Label, e.By.Name, StringComparison.Ordinal));
        var reported = new Reported();
        foreach (var invented in year)
        {
            if (ProgressJson.Read(invented.Event) is ProgressEvent.Reported { Content: var content })
            {
                var draft = new ReportDraft(invented.Event.Subject, content.Line, content.Area, content.Period)
                {
                    Figure = content.Figure is { } figure ? $"{figure.Value}{figure.MeasureUnit}" : "",
                    Note = content.Note,
                    Reason = content.Reason,
                };
                var outcome = ReportCheck.Check(draft, reported.Reporting("2025-01-31"));
                Assert.True(outcome is ReportOutcome.Accepted, $"{draft} {(outcome as ReportOutcome.Refused)?.Findings[0]}");
            }

            reported.Write(invented);
        }
    }

    [Fact]
    public void The_invented_year_has_gaps_corrections_returns_closures_and_every_area_and_lead_unit()
    {
        var year = DemoYear.Of(Reported.Index.Notices[0], 1);
        var events = year.Select(e => ProgressJson.Read(e.Event)!).ToList();
        var contents = events.OfType<ProgressEvent.Reported>().Select(e => e.Content).ToList();
        var areas = Reported.Index.Rows.SelectMany(r => r.Row.Areas).Where(a => a.Value is CellValue.Amount).Select(a => a.Area).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(areas.Except(contents.Select(c => c.Area)));
        Assert.Contains(events, e => e is ProgressEvent.Returned);
        Assert.Contains(events, e => e is ProgressEvent.Closed);
        Assert.Contains(events, e => e is ProgressEvent.LampOverridden);
        Assert.Contains(contents, c => c.Reason.Contains("更正", StringComparison.Ordinal));
        Assert.All(contents.Where(c => c.Note.Length > 0), c => Assert.Contains(DemoYear.Label, c.Note, StringComparison.Ordinal));
        foreach (var period in ReportPeriod.OfYear(2024))
        {
            Assert.InRange(year.Count(e => e.Event.Json.Contains(period.Code, StringComparison.Ordinal)), 200, 1000);
        }
    }

    private static string Describe(ProgressBook book) => string.Join('\n', book.Tasks.OrderBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => $"{t.Key} {t.Value.State} {string.Join(';', t.Value.History.Select(h => $"{h.Sequence} {h.By} {h.Event}"))} "
            + string.Join(';', t.Value.Threads.SelectMany(h => h.Standing).Select(r => $"{r.Sequence} {r.Returned}"))));

    private static string GoldenFolder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "Golden");
}
