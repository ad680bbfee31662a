using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.Tests.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Status;

public sealed class StatusBoardTests
{
    private static readonly WorkItem Vaccine = Reported.TaskOfRow("provincial", 9);
    private static readonly WorkItem Share = Reported.TaskOfRow("provincial", 4);
    private static readonly WorkItem Words = Reported.Task("workReport/1.2");
    private static readonly ImmutableArray<Measure> VaccineAreas = TaskMeasures.Of(Vaccine)[0].Areas;
    private readonly Reported reported = new();

    [Fact]
    public void The_city_s_figure_is_the_sum_of_its_areas()
    {
        foreach (var area in VaccineAreas)
        {
            reported.Report(Vaccine, "r9.1", area.Area, "2024H1", $"{area.TargetAmount / 2}", "2024-07-05");
        }

        var city = Assert.Single(reported.Board("2024-07-20").Find(Vaccine.Id)!.Lines).City;

        Assert.Equal((400m, FigureSource.Sum, StatusLamp.Green), (city.Amount!.Value, city.Source, city.Lamp));
        Assert.Equal((VaccineAreas.Length, VaccineAreas.Length), (city.AreasReported, city.AreasAsked));
    }

    [Fact]
    public void A_sum_that_lacks_areas_is_grey_and_not_red()
    {
        reported.Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", "2024-07-05");
        var status = reported.Board("2024-07-20").Find(Vaccine.Id)!;

        Assert.Equal((StatusLamp.Grey, LampReason.Incomplete, false), (status.Lamp, status.Reason, status.IsReportedForPeriod));
        Assert.Equal(60, status.Lines[0].City.Amount);
        Assert.Equal(StatusLamp.Green, status.Areas.Single(a => a.Measure.Area == "岱山县").Lamp);
        Assert.Equal(StatusLamp.Grey, status.Areas.Single(a => a.Measure.Area == "定海区").Lamp);
    }

    [Fact]
    public void Shares_are_not_averaged()
    {
        reported.Report(Share, "r4.1", "定海区", "2024H1", "55%", "2024-07-05").Report(Share, "r4.1", "岱山县", "2024H1", "40%", "2024-07-05");
        var without = reported.Board("2024-07-20").Find(Share.Id)!.Lines[0].City;
        reported.Report(Share, "r4.1", "", "2024H1", "52%", "2024-07-06");
        var with = reported.Board("2024-07-20").Find(Share.Id)!.Lines[0].City;

        Assert.Equal((null, FigureSource.None, StatusLamp.Red), (without.Amount, without.Source, without.Lamp));
        Assert.Equal((52m, FigureSource.Reported, StatusLamp.Green), (with.Amount, with.Source, with.Lamp));
    }

    [Fact]
    public void The_office_s_lamp_goes_before_the_rule_until_it_is_taken_back_and_a_closed_task_is_done()
    {
        reported.Report(Words, "", "", "2024H1", "按序时推进", "2024-07-05").Write(Words, new ProgressEvent.LampOverridden(StatusLamp.Red, "未动工"), "2024-07-08", Reported.Office);
        var set = reported.Board("2024-07-20").Find(Words.Id)!;
        Assert.Equal((StatusLamp.Red, StatusLamp.Green, LampReason.Overridden, Reported.Day("2024-07-08")), (set.Lamp, set.ComputedLamp, set.Reason, set.Since));

        reported.Write(Words, new ProgressEvent.LampOverridden(null, "已整改"), "2024-07-09", Reported.Office);
        Assert.Equal(StatusLamp.Green, reported.Board("2024-07-20").Find(Words.Id)!.Lamp);

        reported.Write(Words, new ProgressEvent.Closed("完成"), "2024-07-10", Reported.Office);
        var closed = reported.Board("2025-03-01").Find(Words.Id)!;
        Assert.Equal((StatusLamp.Done, LampReason.Closed, ReviewState.Closed), (closed.Lamp, closed.Reason, closed.Review));
    }

    [Fact]
    public void What_was_closed_after_a_period_s_cut_off_is_not_closed_in_it_and_what_was_opened_again_since_is()
    {
        var half = ReportPeriod.Of(ReportPeriodKind.HalfYear, 2024);
        reported.Report(Words, "", "", "2024H1", "按序时推进", "2024-07-05").Write(Words, new ProgressEvent.Closed("完成"), "2024-07-11", Reported.Office);
        reported.Report(Share, "r4.1", "", "2024H1", "55%", "2024-07-05").Write(Share, new ProgressEvent.Closed("完成"), "2024-07-10", Reported.Office);
        reported.Write(Share, new ProgressEvent.Reopened("复核"), "2024-08-01", Reported.Office);
        var then = StatusBoard.Of(reported.Context("2024-08-20") with { Through = half });
        var now = reported.Board("2024-08-20");

        Assert.Equal((StatusLamp.Green, ReviewState.Reported), (then.Find(Words.Id)!.Lamp, then.Find(Words.Id)!.Review));
        Assert.Equal((StatusLamp.Done, ReviewState.Closed), (then.Find(Share.Id)!.Lamp, then.Find(Share.Id)!.Review));
        Assert.Equal((StatusLamp.Done, ReviewState.Closed), (now.Find(Words.Id)!.Lamp, now.Find(Words.Id)!.Review));
        Assert.Equal(ReviewState.Reported, now.Find(Share.Id)!.Review);
    }

    [Fact]
    public void Every_grouping_counts_each_task_once_and_lists_make_up_the_whole()
    {
        var board = Reported.Demo(until: "2024-10-20").Board("2024-10-20");
        var overview = board.Overview();

        Assert.Equal(169, overview.Counts.Total);
        Assert.Equal("2024Q3", overview.Period?.Code);
        Assert.Equal(overview.Counts.Total, board.ByList().Sum(g => g.Counts.Total));
        Assert.Equal(overview.Counts.Red, board.ByList().Sum(g => g.Counts.Red));
        Assert.Equal(overview.Reported, board.ByList().Sum(g => g.Reported));
        Assert.All(Enum.GetValues<StatusLamp>().Except([StatusLamp.Done]), lamp => Assert.True(overview.Counts.Of(lamp) > 0, $"the invented year shows no {lamp}"));
        Assert.All(board.ByOfficial(), g => Assert.Equal(g.Counts, board.Where(new StatusFilter { Official = g.Key }).Overview().Counts));
        Assert.All(board.ByLeadOrganization(), g => Assert.Equal(g.Counts, board.Where(new StatusFilter { LeadOrganization = g.Key }).Overview().Counts));
        Assert.All(board.ByCategory(), g => Assert.Equal(g.Counts, board.Where(new StatusFilter { Category = g.Key }).Overview().Counts));
        Assert.All(board.ByArea(), g => Assert.Equal(g.Counts, StatusCounts.Of(board.OfArea(g.Key).Select(f => f.Figure.Lamp))));
        Assert.Equal(7, board.Where(new StatusFilter { LeadOrganization = "市水利局" }).Tasks.Length);
    }

    [Fact]
    public void Areas_with_the_same_share_share_a_rank_and_those_without_targets_have_none()
    {
        var board = Reported.Demo(until: "2024-10-20").Board("2024-10-20");

        var league = board.League();
        var none = board.Where(new StatusFilter { LeadOrganization = "市卫健委", List = WorkListKind.CityProjects }).League();

        Assert.Equal(board.Tasks[0].Task.Content.Areas.Length, league.Length);
        var ranked = league.Where(a => a.Rank > 0).ToList();
        Assert.All(ranked, a => Assert.Equal(1 + ranked.Count(b => b.Share > a.Share), a.Rank));
        Assert.All(ranked, a => Assert.Equal(a.Counts, StatusCounts.Of(board.OfArea(a.Area).Select(f => f.Figure.Lamp))));
        Assert.Contains(none, a => a is { Rank: 0, Share: null });
        Assert.All(new Reported().Board("2024-03-20").League(), a => Assert.True(a.Rank is 0 or 1));
    }

    [Fact]
    public void Lagging_tells_who_is_behind_on_what_and_since_when()
    {
        reported.Report(Vaccine, "r9.1", "岱山县", "2024Q1", "5", "2024-04-05").Report(Vaccine, "r9.1", "定海区", "2024H1", "125", "2024-07-05");

        var lagging = reported.Board("2024-07-08").Lagging();

        Assert.Equal(
            [("岱山县", StatusLamp.Red, Reported.Day("2024-04-05")), ("定海区", StatusLamp.Yellow, Reported.Day("2024-07-05"))],
            lagging.Select(l => (l.Area, l.Lamp, l.Since!.Value)));
    }

    [Fact]
    public void Who_has_not_reported_is_asked_by_period()
    {
        foreach (var area in VaccineAreas.Where(a => a.Area != "岱山县"))
        {
            reported.Report(Vaccine, "r9.1", area.Area, "2024H1", $"{area.TargetAmount / 2}", "2024-07-05");
        }

        reported.Report(Vaccine, "r9.1", "岱山县", "2024Q1", "30", "2024-04-05");
        var board = reported.Board("2024-07-20");

        var missing = Assert.Single(board.NotReported(), m => m.Task.Task.Item == Vaccine);
        Assert.Equal(("岱山县", "2024Q1"), (missing.Responsible, missing.LastPeriod!.Value.Code));
        Assert.Equal(VaccineAreas.Length, board.NotReported(ReportPeriod.Of(ReportPeriodKind.ThreeQuarters, 2024)).Count(m => m.Task.Task.Item == Vaccine));
        Assert.Empty(new Reported().Board("2024-03-20").NotReported());
    }

    [Fact]
    public void Since_last_week_tells_what_changed_and_nothing_else()
    {
        reported.Report(Vaccine, "r9.1", "岱山县", "2024Q1", "5", "2024-04-05").Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", "2024-07-05");

        var change = reported.Board("2024-07-08").Since(Reported.Day("2024-07-01")).Single(c => c.Area == "岱山县");

        Assert.Equal((StatusLamp.Red, StatusLamp.Yellow, 5m, 60m), (change.LampBefore, change.LampNow, change.AmountBefore!.Value, change.AmountNow!.Value));
        Assert.True(change.IsBetter);
        Assert.Empty(reported.Board("2024-07-08").Since(Reported.Day("2024-07-05")));
    }

    [Fact]
    public void What_has_changed_is_the_same_within_a_slice_and_newer_after_a_report()
    {
        var week = Reported.Day("2024-07-01");
        reported.Report(Vaccine, "r9.1", "岱山县", "2024Q1", "5", "2024-04-05").Report(Vaccine, "r9.1", "普陀区", "2024H1", "60", "2024-07-04");
        var board = reported.Board("2024-07-08");
        var (whole, slice) = (Told(board), Told(board.Only(t => t.Task.Item == Vaccine)));
        var before = reported.LastSequence;
        reported.Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", "2024-07-05");
        var renewed = board.Renewed(reported.Context("2024-07-08"), reported.Book.WrittenSince(before));

        Assert.Equal(whole.Where(c => c.Id == Vaccine.Id), slice);
        Assert.NotEmpty(slice);
        Assert.Equal(Told(reported.Board("2024-07-08")), Told(renewed));
        Assert.NotEqual(whole, Told(renewed));

        List<(string Id, string Area, StatusLamp, StatusLamp, decimal?, decimal?)> Told(StatusBoard of) =>
            [.. of.Since(week).Select(c => (c.Task.Task.Item.Id, c.Area, c.LampBefore, c.LampNow, c.AmountBefore, c.AmountNow))];
    }

    [Fact]
    public void A_board_up_to_a_period_leaves_out_what_came_later()
    {
        var demo = Reported.Demo();
        var then = StatusBoard.Of(demo.Context("2025-02-20") with { Through = ReportPeriod.Of(ReportPeriodKind.HalfYear, 2024) });

        Assert.Equal(Reported.Day("2024-06-30"), then.JudgedOn);
        Assert.All(
            then.Tasks.SelectMany(t => t.Lines).SelectMany(l => l.Areas.Append(l.City)).Select(f => f.Report).OfType<ProgressReport>(),
            r => Assert.True(r.Content.Period.End <= Reported.Day("2024-06-30")));
    }

    [Fact]
    public void What_an_asker_may_not_see_shows_in_no_count_list_or_export()
    {
        var demo = Reported.Demo(until: "2024-10-20");
        var hidden = demo.Board("2024-10-20").Lagging()[0].Task.Task;
        demo.Report(hidden.Item, "", "", "2024Q3", "", "2024-10-15", "内部：资金缺口");
        var board = StatusBoard.Of(demo.Context("2024-10-20") with { Sees = item => item.Id != hidden.Item.Id });

        using var json = new MemoryStream();
        StatusRows.WriteJson(json, board);
        var text = StatusText.Of(ReplyLanguage.Chinese, board.Names);
        var table = OfficialTable.Of(board, text, Reported.Day("2024-10-20"));
        var everything = string.Join('\n', StatusRows.Of(board, text).SelectMany(r => r).Select(c => c.Text)) + System.Text.Encoding.UTF8.GetString(json.ToArray())
            + string.Join('\n', table.Lists.SelectMany(l => l.Groups).SelectMany(g => g.Rows).Select(r => r.Text + r.Completion));

        Assert.Equal(168, board.Overview().Counts.Total);
        Assert.Equal(168, table.Counts.Total);
        Assert.Equal(168, board.ByList().Sum(g => g.Counts.Total));
        Assert.DoesNotContain(hidden.Item.Id, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("资金缺口", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(board.Lagging(), l => l.Task.Task.Item.Id == hidden.Item.Id);
        Assert.DoesNotContain(board.NotReported(), l => l.Task.Task.Item.Id == hidden.Item.Id);
        Assert.DoesNotContain(board.Since(Reported.Day("2024-09-01")), l => l.Task.Task.Item.Id == hidden.Item.Id);
        Assert.Null(board.Find(hidden.Item.Id));
        Assert.Empty(board.History(hidden.Item.Id));
    }

    [Fact]
    public void Internal_prose_is_taken_out_at_the_source()
    {
        reported.Report(Words, "", "", "2024Q1", "按序时推进", "2024-04-05", "公开的话").Report(Words, "", "", "2024H1", "按序时推进", "2024-07-05", "内部的话", isInternal: true);
        var board = StatusBoard.Of(reported.Context("2024-07-20") with { SeesInternalNotes = false });
        var status = board.Find(Words.Id)!;

        Assert.Equal("公开的话", status.Prose!.Content.Note);
        Assert.Equal(string.Empty, status.Lines[0].City.Report!.Content.Note);
        Assert.DoesNotContain("内部", string.Concat(board.History(Words.Id).Select(h => $"{h.Event}{h.Before}")), StringComparison.Ordinal);
        Assert.Contains("内部的话", string.Concat(reported.Board("2024-07-20").History(Words.Id).Select(h => h.Event)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_tells_who_when_and_from_what_to_what()
    {
        reported.Report(Vaccine, "r9.1", "岱山县", "2024Q1", "30", "2024-04-05").Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", "2024-07-05")
            .Write(Vaccine, new ProgressEvent.Returned(2, "缺少佐证"), "2024-07-06", Reported.Office);
        var board = reported.Board("2024-07-20");

        var (chinese, english) = (StatusText.Of(ReplyLanguage.Chinese, board.Names), StatusText.Of(ReplyLanguage.English, board.Names));

        Assert.Equal(
            ["2024年4月5日 联络员 填报（岱山县）一季度：30人", "2024年7月5日 联络员 填报（岱山县）半年度：30人 → 60人", "2024年7月6日 督查室 退回：缺少佐证"],
            board.History(Vaccine.Id).Select(chinese.History));
        Assert.Equal("5 July 2024, 联络员 reported for Daishan County (岱山县), half-year: 30 people → 60 people", english.History(board.History(Vaccine.Id)[1]));
    }
}
