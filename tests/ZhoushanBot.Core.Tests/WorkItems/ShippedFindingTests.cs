using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>What an import of the shipped notice reports: every repair, every doubt, and no false alarm.</summary>
public sealed class ShippedFindingTests
{
    private static readonly NoticeContent Content = Sample.Shipped.Content;

    [Fact]
    public void Exactly_one_area_sum_fails_before_repair_and_the_repair_is_proved_by_the_sum()
    {
        var failed = Assert.Single(Content.Findings, f => f.Code == FindingCode.AreaSumMismatch);
        var shifted = Assert.Single(Content.Findings, f => f.Code == FindingCode.RowShifted);
        var row = Sample.Shipped.Row(WorkListKind.CityProjects, 5, 2);

        Assert.Equal(FindingSeverity.Info, failed.Severity);
        Assert.Equal(row.Span, failed.Span);
        Assert.Equal(["1", "4", "4"], shifted.Arguments);
        Assert.Equal(["定海区", "普陀区", "岱山县", "嵊泗县"], row.Areas.Where(a => a.Value is CellValue.Amount).Select(a => a.Area));
    }

    [Fact]
    public void Nothing_is_an_error() => Assert.DoesNotContain(Content.Findings, f => f.Severity == FindingSeverity.Error);

    [Fact]
    public void What_somebody_should_look_at_is_the_shifted_row_the_blank_cell_and_the_figures_that_differ() => Assert.Equal(
        [
            FindingCode.FiguresDifferBetweenLists, FindingCode.CellBlank, FindingCode.FiguresDifferBetweenLists,
            FindingCode.FiguresDifferBetweenLists, FindingCode.FiguresDifferBetweenLists, FindingCode.FiguresDifferBetweenLists, FindingCode.RowShifted,
        ],
        Content.Findings.Where(f => f.Severity == FindingSeverity.Warning).Select(f => f.Code));

    [Fact]
    public void Figures_of_like_subjects_differ_between_lists_for_gas_risers_rural_roads_and_chargers()
    {
        var pairs = Content.Findings
            .Where(f => f.Code == FindingCode.FiguresDifferBetweenLists)
            .Select(f => (f.Arguments[1].Split(' ')[0], f.Arguments[2].Split(' ')[0]));

        Assert.Equal([("125公里", "20公里"), ("24公里", "20公里"), ("125公里", "115公里"), ("20公里", "115公里"), ("450个", "341个")], pairs);
    }

    [Theory]
    [InlineData("推动浙沪", "合作，加")]
    [InlineData("研发机构", "5 家以")]
    [InlineData("75%以", "上行政村")]
    [InlineData("单位：市", "卫健委)")]
    public void Each_page_break_that_cut_a_sentence_is_reported(string before, string behind) => Assert.Contains(
        Content.Findings, f => f.Code == FindingCode.PageBreakJoined && f.Arguments.SequenceEqual([before, behind]));

    [Fact]
    public void Fifteen_page_breaks_are_joined_and_none_is_doubtful() => Assert.Equal(
        Enumerable.Repeat(FindingSeverity.Info, 15),
        Content.Findings.Where(f => f.Code == FindingCode.PageBreakJoined).Select(f => f.Severity));

    [Theory]
    [InlineData(FindingCode.ItemDotMissing, 463, "16")]
    [InlineData(FindingCode.NoteInOrganizationList, 29, "(列第一位者为牵头单位，下同)")]
    [InlineData(FindingCode.StrayDelimiter, 543, "、")]
    [InlineData(FindingCode.CellSpilled, 713, "项目。")]
    public void A_slip_of_the_scan_is_repaired_once_and_its_line_named(FindingCode code, int line, string argument)
    {
        var finding = Assert.Single(Content.Findings, f => f.Code == code);

        Assert.Equal(line, Content.Notice.PlaceOf(finding.Span.Start).Line);
        Assert.Contains(argument, finding.Arguments);
    }

    [Fact]
    public void The_header_is_repeated_on_four_pages() =>
        Assert.Equal([628, 642, 656, 715], Content.Findings.Where(f => f.Code == FindingCode.HeaderRepeated).Select(f => Content.Notice.PlaceOf(f.Span.Start).Line));

    [Fact]
    public void A_figure_of_another_measure_in_row_and_task_is_told_and_is_no_alarm()
    {
        var finding = Assert.Single(Content.Findings, f => f.Code == FindingCode.RowAndTaskDiffer);

        Assert.Equal(FindingSeverity.Info, finding.Severity);
        Assert.Equal(["20000 起", "60%"], finding.Arguments);
    }

    [Fact]
    public void Every_row_has_its_task_and_every_project_its_row() => Assert.DoesNotContain(
        Content.Findings, f => f.Code is FindingCode.RowWithoutTask or FindingCode.ParagraphSkipped or FindingCode.NoOrganizations or FindingCode.RowWidth);
}
