using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Tests.Progress;

public sealed class ReportSheetTests
{
    private readonly Reported reported = new Reported().Report(Reported.TaskOfRow("provincial", 9), "r9.1", "岱山县", "2024Q1", "30", "2024-04-05");

    private ReportingContext Daishan => reported.Reporting("2024-07-05") with { MayReport = (_, area) => area == "岱山县" };

    [Theory]
    [InlineData(ReplyLanguage.Chinese)]
    [InlineData(ReplyLanguage.English)]
    public void A_sheet_goes_out_is_filled_in_and_comes_back(ReplyLanguage language)
    {
        var sheet = Sheet(language);
        var row = RowOf(sheet, "r9.1");

        var accepted = Assert.IsType<SheetOutcome.Accepted>(Return(With(With(sheet, row, ReportSheetColumn.Figure, "60人"), row, ReportSheetColumn.Note, "接种点 4 个")));

        var report = Assert.Single(accepted.Reports);
        var content = Assert.IsType<ProgressEvent.Reported>(report.Event).Content;
        Assert.Equal((60m, "岱山县", "2024H1", "接种点 4 个"), (content.Amount!.Value, content.Area, content.Period.Code, content.Note));
        Assert.Equal(30, report.Before!.Content.Amount);
    }

    [Fact]
    public void It_holds_the_reporter_s_own_figures_and_nothing_else()
    {
        var sheet = Sheet(ReplyLanguage.Chinese);

        Assert.All(sheet.Skip(1), row => Assert.Equal("岱山县", row[(int)ReportSheetColumn.Area]));
        Assert.Equal(Reported.Index.Rows.Count(r => r.Row.Areas.Any(a => a.Area == "岱山县" && a.Value is Core.WorkItems.CellValue.Amount)), sheet.Length - 1);
        Assert.Equal("30人 (一季度)", sheet[RowOf(sheet, "r9.1")][(int)ReportSheetColumn.Last]);
    }

    [Fact]
    public void One_wrong_line_leaves_nothing_applied_and_each_is_told_with_its_number()
    {
        var sheet = Sheet(ReplyLanguage.Chinese);
        var (good, bad, worse) = (RowOf(sheet, "r9.1"), RowOf(sheet, "r1.1"), RowOf(sheet, "r2.1"));
        sheet = With(With(With(sheet, good, ReportSheetColumn.Figure, "60"), bad, ReportSheetColumn.Figure, "许多"), worse, ReportSheetColumn.Figure, "5公里");

        var refused = Assert.IsType<SheetOutcome.Refused>(Return(sheet));

        Assert.Equal(
            [(bad + 1, ReportFindingCode.NotANumber), (worse + 1, ReportFindingCode.MeasureUnitDiffers)],
            refused.Findings.Select(f => (f.Line, f.Finding.Code)).Order());
        Assert.StartsWith($"第 {bad + 1} 行：", ReportText.In(ReplyLanguage.Chinese).Describe(refused.Findings.MinBy(f => f.Line)!), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_else_s_line_is_refused()
    {
        var sheet = Sheet(ReplyLanguage.Chinese);
        var row = RowOf(sheet, "r9.1");

        Refused(With(With(sheet, row, ReportSheetColumn.Area, "定海区"), row, ReportSheetColumn.Figure, "60"), ReportFindingCode.NotOwn);
    }

    [Fact]
    public void What_cannot_be_read_is_told_what_it_should_be()
    {
        var sheet = Sheet(ReplyLanguage.Chinese);
        var row = RowOf(sheet, "r9.1");
        var filled = With(sheet, row, ReportSheetColumn.Figure, "60");

        Refused(sheet, ReportFindingCode.SheetEmpty);
        Refused(With(filled, row, ReportSheetColumn.Period, "去年"), ReportFindingCode.PeriodUnreadable);
        Refused(With(filled, row, ReportSheetColumn.Rating, "很好"), ReportFindingCode.RatingUnreadable);
        Refused(filled.Add(filled[row]), ReportFindingCode.LineTwice);
        Refused([.. filled.Select(r => r.RemoveAt((int)ReportSheetColumn.Figure))], ReportFindingCode.ColumnMissing);
        Refused([], ReportFindingCode.ColumnMissing);
        Refused([.. Enumerable.Repeat(filled[row], ReportSheet.MostLines + 1)], ReportFindingCode.TooManyLines);
    }

    [Fact]
    public void A_title_above_other_columns_and_another_order_do_not_matter()
    {
        var sheet = Sheet(ReplyLanguage.Chinese);
        var row = RowOf(sheet, "r9.1");
        ImmutableArray<ImmutableArray<string>> turned =
            [["岱山县上半年填报"], .. With(sheet, row, ReportSheetColumn.Figure, "无变化").Select(r => ImmutableArray.CreateRange(r.Reverse()))];

        var accepted = Assert.IsType<SheetOutcome.Accepted>(Return(turned));

        Assert.True(Assert.IsType<ProgressEvent.Reported>(Assert.Single(accepted.Reports).Event).Content is { IsNoChange: true, Amount: 30 });
    }

    private static int RowOf(ImmutableArray<ImmutableArray<string>> sheet, string line) => sheet.TakeWhile(r => r[(int)ReportSheetColumn.Line] != line).Count();

    private static ImmutableArray<ImmutableArray<string>> With(ImmutableArray<ImmutableArray<string>> sheet, int row, ReportSheetColumn column, string value) =>
        sheet.SetItem(row, sheet[row].SetItem((int)column, value));

    private ImmutableArray<ImmutableArray<string>> Sheet(ReplyLanguage language) =>
        ReportSheet.Make(Daishan, Reported.Index.Items, ReportPeriod.Of(ReportPeriodKind.HalfYear, 2024), language);

    private SheetOutcome Return(ImmutableArray<ImmutableArray<string>> sheet) =>
        ReportSheet.Check([.. sheet.Select((cells, i) => new SheetLine(i + 1, cells))], Daishan, ReplyLanguage.Chinese);

    private void Refused(ImmutableArray<ImmutableArray<string>> sheet, ReportFindingCode code) =>
        Assert.Equal([code], Assert.IsType<SheetOutcome.Refused>(Return(sheet)).Findings.Select(f => f.Finding.Code));
}
