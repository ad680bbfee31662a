using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Progress;

public sealed class ReportCheckTests
{
    private const string Today = "2024-07-05";
    private static readonly WorkItem Vaccine = Reported.TaskOfRow("provincial", 9);
    private static readonly WorkItem Words = Reported.Task("workReport/1.2");
    private readonly Reported reported = new();

    [Fact]
    public void A_figure_in_the_target_s_unit_is_taken()
    {
        var accepted = Assert.IsType<ReportOutcome.Accepted>(Check(Draft("60人")));

        var content = Assert.IsType<ProgressEvent.Reported>(accepted.Event).Content;
        Assert.Equal((60m, "人", "2024H1", "岱山县"), (content.Amount, content.Figure!.Value.MeasureUnit, content.Period.Code, content.Area));
        Assert.Null(accepted.Before);
    }

    [Theory]
    [InlineData("很多", ReportFindingCode.NotANumber)]
    [InlineData("-3", ReportFindingCode.Negative)]
    [InlineData("60公里", ReportFindingCode.MeasureUnitDiffers)]
    [InlineData("121", ReportFindingCode.BeyondWithoutReason)]
    [InlineData("", ReportFindingCode.NothingSaid)]
    [InlineData("9999999999亿", ReportFindingCode.BeyondWithoutReason)]
    [InlineData("99999999999999999", ReportFindingCode.TooLarge)]
    public void A_wrong_figure_is_refused_with_its_fault(string typed, ReportFindingCode code) => Refused(Check(Draft(typed)), code);

    [Fact]
    public void A_fifth_more_than_the_target_needs_no_reason_and_beyond_one_does()
    {
        Assert.IsType<ReportOutcome.Accepted>(Check(Draft("120")));
        Assert.IsType<ReportOutcome.Accepted>(Check(Draft("121") with { Reason = "扩大到初二" }));
    }

    [Fact]
    public void A_falling_figure_needs_a_reason_and_a_correction_is_a_new_entry()
    {
        reported.Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", Today);

        Refused(Check(Draft("59")), ReportFindingCode.FallsWithoutReason);
        var corrected = Assert.IsType<ReportOutcome.Accepted>(Check(Draft("59") with { Reason = "重复计数" }));
        reported.Write(Vaccine, corrected.Event, Today, Reported.Liaison);

        var thread = reported.Book.Of(Vaccine.Id).Thread("r9.1", "岱山县")!;
        Assert.Equal(60, corrected.Before!.Content.Amount);
        Assert.Equal([60m, 59m], thread.Reports.Select(r => r.Content.Amount!.Value));
        Assert.Equal(59, thread.Holding!.Content.Amount);
    }

    [Fact]
    public void No_change_takes_the_last_figure_and_needs_one()
    {
        var none = Draft("") with { IsNoChange = true };

        Refused(Check(none), ReportFindingCode.NoChangeFromNothing);
        reported.Report(Vaccine, "r9.1", "岱山县", "2024Q1", "30", "2024-04-05");
        var content = Assert.IsType<ProgressEvent.Reported>(Assert.IsType<ReportOutcome.Accepted>(Check(none)).Event).Content;

        Assert.Equal((30m, true, "2024H1"), (content.Amount, content.IsNoChange, content.Period.Code));
    }

    [Theory]
    [InlineData("2024-07-06", ReportFindingCode.PeriodToCome)]
    [InlineData("2024Q3", ReportFindingCode.PeriodToCome)]
    [InlineData("2023FY", ReportFindingCode.PeriodOutsideYear)]
    [InlineData("2023-12-31", ReportFindingCode.PeriodOutsideYear)]
    public void A_period_that_has_not_come_or_is_of_another_year_is_refused(string period, ReportFindingCode code) =>
        Refused(Check(Draft("60", period)), code);

    [Fact]
    public void A_quarter_can_be_reported_in_its_last_days()
    {
        Assert.IsType<ReportOutcome.Accepted>(ReportCheck.Check(Draft("60"), reported.Reporting("2024-06-20")));
        Refused(ReportCheck.Check(Draft("60"), reported.Reporting("2024-06-19")), ReportFindingCode.PeriodToCome);
    }

    [Theory]
    [InlineData("https://example.org/a?b=1", true)]
    [InlineData("http://10.1.2.3/文件", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://user:secret@example.org", false)]
    [InlineData("www.example.org", false)]
    public void Evidence_is_a_web_address(string typed, bool isTaken)
    {
        var outcome = Check(Draft("60") with { Evidence = typed });

        if (isTaken)
        {
            Assert.StartsWith("http", Assert.IsType<ProgressEvent.Reported>(Assert.IsType<ReportOutcome.Accepted>(outcome).Event).Content.Evidence, StringComparison.Ordinal);
        }
        else
        {
            Refused(outcome, ReportFindingCode.EvidenceNotWeb);
        }
    }

    [Fact]
    public void Only_what_is_there_and_one_s_own_is_reported()
    {
        Refused(Check(Draft("1") with { TaskId = "nothing" }), ReportFindingCode.UnknownTask);
        Refused(Check(Draft("1") with { Line = "r99.1" }), ReportFindingCode.UnknownLine);
        Refused(Check(Draft("1") with { Area = "市本级" }), ReportFindingCode.UnknownArea);
        Refused(ReportCheck.Check(Draft("1"), reported.Reporting(Today) with { MayReport = (_, area) => area == "定海区" }), ReportFindingCode.NotOwn);
    }

    [Fact]
    public void Words_are_rated_and_figures_are_not()
    {
        var rated = new ReportDraft(Words.Id, TaskMeasures.WholeTask, string.Empty, Period("2024H1")) { Rating = ProgressRating.OnTrack, Note = "已出台方案" };

        Assert.IsType<ProgressEvent.Rated>(Assert.IsType<ReportOutcome.Accepted>(Check(rated)).Event);
        Refused(Check(rated with { Figure = "12" }), ReportFindingCode.FigureNotWanted);
        Refused(Check(Draft("60") with { Rating = ProgressRating.Done }), ReportFindingCode.RatingNotWanted);
    }

    [Fact]
    public void A_task_with_figures_takes_prose_as_a_whole_but_no_rating()
    {
        var prose = new ReportDraft(Vaccine.Id, TaskMeasures.WholeTask, string.Empty, Period("2024H1")) { Note = "疫苗已到位" };

        Assert.IsType<ReportOutcome.Accepted>(Check(prose));
        Refused(Check(prose with { Rating = ProgressRating.Done }), ReportFindingCode.RatingNotWanted);
    }

    [Fact]
    public void Closed_tasks_and_closed_notices_take_no_reports()
    {
        Refused(ReportCheck.Check(Draft("60", "2024FY"), reported.Reporting("2025-02-01")), ReportFindingCode.NoticeClosed);
        Assert.IsType<ReportOutcome.Accepted>(ReportCheck.Check(Draft("60", "2024FY"), reported.Reporting("2025-01-31")));
        reported.Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", Today).Write(Vaccine, new ProgressEvent.Closed("完成"), Today, Reported.Office);
        Refused(Check(Draft("61")), ReportFindingCode.TaskClosed);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var refused = Assert.IsType<ReportOutcome.Refused>(Check(Draft("-3", "2024Q3") with { Evidence = "x", Note = new string('字', 2001) }));

        Assert.Equal(
            [ReportFindingCode.PeriodToCome, ReportFindingCode.TooLong, ReportFindingCode.EvidenceNotWeb, ReportFindingCode.Negative], refused.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Every_fault_has_words_in_both_languages_that_name_its_arguments()
    {
        foreach (var code in Enum.GetValues<ReportFindingCode>())
        {
            var finding = new ReportFinding(code, ["ARG0", "ARG1"]);
            var (chinese, english) = (ReportText.In(ReplyLanguage.Chinese).Describe(finding), ReportText.In(ReplyLanguage.English).Describe(finding));

            Assert.Contains(chinese, c => c > '\u3400');
            Assert.DoesNotContain(english, c => c is >= '\u4E00' and <= '\u9FFF' && code != ReportFindingCode.NotANumber);
            Assert.Equal(chinese.Contains("ARG0", StringComparison.Ordinal), english.Contains("ARG0", StringComparison.Ordinal));
            Assert.Equal(chinese.Contains("ARG1", StringComparison.Ordinal), english.Contains("ARG1", StringComparison.Ordinal));
        }

        foreach (var refusal in Enum.GetValues<ReviewRefusal>())
        {
            Assert.NotEqual(ReportText.In(ReplyLanguage.Chinese).Describe(refusal), ReportText.In(ReplyLanguage.English).Describe(refusal));
        }
    }

    private static ReportDraft Draft(string figure, string period = "2024H1") => new(Vaccine.Id, "r9.1", "岱山县", Period(period)) { Figure = figure };

    private static ReportPeriod Period(string code) => Assert.IsType<ReportPeriod>(ReportPeriod.FromCode(code));

    private static void Refused(ReportOutcome outcome, ReportFindingCode code) =>
        Assert.Equal([code], Assert.IsType<ReportOutcome.Refused>(outcome).Findings.Select(f => f.Code).ToImmutableArray());

    private ReportOutcome Check(ReportDraft draft) => ReportCheck.Check(draft, reported.Reporting(Today));
}
