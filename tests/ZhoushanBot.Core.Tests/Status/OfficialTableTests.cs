using System.Collections.Immutable;
using System.Text.Json;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.Tests.Progress;

namespace ZhoushanBot.Core.Tests.Status;

public sealed class OfficialTableTests
{
    private static readonly StatusBoard Board = StatusBoard.Of(Reported.Demo().Context("2024-07-15") with { Through = ReportPeriod.Of(ReportPeriodKind.HalfYear, 2024) });
    private static readonly StatusText Chinese = StatusText.Of(ReplyLanguage.Chinese, Board.Names);
    private static readonly OfficialTable Table = OfficialTable.Of(Board, Chinese, new DateOnly(2024, 7, 15));

    [Fact]
    public void Titles_are_the_notice_s_own_words_with_the_period() =>
        Assert.Equal(
            ["2024年政府工作报告重点工作半年度完成情况", "2024年省政府民生实事（舟山部分）半年度完成情况", "2024年市民生实事项目半年度完成情况"],
            Table.Lists.Select(l => l.Title));

    [Fact]
    public void Tasks_stand_under_their_official_in_the_notice_s_order()
    {
        var report = Table.Lists[0];

        Assert.Equal(["序号", "任务内容", "牵头单位", "半年度完成情况"], Table.Columns);
        Assert.Equal(["一、徐仁标市长", "二、毛江平常务副市长"], report.Groups.Take(2).Select(g => g.Heading));
        Assert.Equal("十一、共同落实", report.Groups[^1].Heading);
        Assert.Equal(Enumerable.Range(1, 125), report.Groups.SelectMany(g => g.Rows).Select(r => r.Number));
        Assert.All(report.Groups.SelectMany(g => g.Rows), r => Assert.NotEmpty(r.LeadOrganizations));
    }

    [Fact]
    public void Totals_are_those_of_the_status()
    {
        var overview = Board.Overview();

        Assert.Equal(overview.Counts, Table.Counts);
        foreach (var lamp in Enum.GetValues<StatusLamp>())
        {
            Assert.Equal(overview.Counts.Of(lamp), Table.Lists.Sum(l => l.Counts.Of(lamp)));
            Assert.Equal(overview.Counts.Of(lamp), Table.Lists.SelectMany(l => l.Groups).SelectMany(g => g.Rows).Count(r => r.Status.Lamp == lamp));
        }
    }

    [Fact]
    public void The_annexes_give_target_figure_rate_and_lamp_of_every_area()
    {
        var vaccine = Table.Annexes[0].Rows.Single(r => r.Number == 9);

        Assert.Equal("附件：2024年省政府民生实事（舟山部分）半年度完成情况", Table.Annexes[0].Title);
        Assert.Equal(48, Table.Annexes.Sum(a => a.Rows.Length));
        Assert.Equal("全市", vaccine.Figures[0].Area);
        Assert.Equal("100人", vaccine.Figures.Single(f => f.Area == "岱山县").Target);
        Assert.All(vaccine.Figures, f => Assert.Equal(f.Status.Source == FigureSource.None, f.Figure == "—"));
    }

    [Fact]
    public void What_was_not_reported_is_told_so()
    {
        var empty = OfficialTable.Of(new Reported().Board("2024-07-15"), Chinese, new DateOnly(2024, 7, 15));

        Assert.All(empty.Lists.SelectMany(l => l.Groups).SelectMany(g => g.Rows), r => Assert.Equal("未报", r.Completion));
    }

    [Fact]
    public void Everything_is_exported_with_a_row_for_each_figure()
    {
        var rows = StatusRows.Of(Board, Chinese).ToList();
        using var bytes = new MemoryStream();
        StatusRows.WriteJson(bytes, Board);
        using var json = JsonDocument.Parse(bytes.ToArray());

        Assert.Equal(Board.Tasks.Sum(t => t.Lines.Length + t.Areas.Count()), rows.Count);
        Assert.All(rows, r => Assert.Equal(StatusRows.Columns.Length, r.Length));
        Assert.Equal(169, json.RootElement.GetArrayLength());
        Assert.Equal(rows.Count, json.RootElement.EnumerateArray().Sum(t => t.GetProperty("figures").GetArrayLength()));
        Assert.Equal(Board.Overview().Counts.Red, json.RootElement.EnumerateArray().Count(t => t.GetProperty("lamp").GetString() == "red"));
    }

    /// <summary>Every line that the words can say, of a whole year, in both languages.</summary>
    [Theory]
    [InlineData("2024-04-20")]
    [InlineData("2024-10-20")]
    [InlineData("2025-01-20")]
    public void Everything_can_be_said_in_both_languages(string today)
    {
        var board = Reported.Demo(until: today).Board(today);
        var english = StatusText.Of(ReplyLanguage.English, board.Names);
        var (said, chinese) = (Said(board, english), Said(board, Chinese));

        Assert.Equal(chinese.Length, said.Length);
        Assert.All(said.Concat(chinese), line => Assert.False(string.IsNullOrWhiteSpace(line)));
        Assert.All(chinese, line => Assert.Contains(line, c => c >= '\u3400'));
        Assert.All(english.Overview(board.Overview()).Where(char.IsLetter), c => Assert.True(c < '\u3400'));
        Assert.Contains("Daishan County (岱山县)", string.Join('\n', said), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_word_of_a_closed_set_is_there_in_both_languages()
    {
        var english = StatusText.Of(ReplyLanguage.English, Board.Names);

        Assert.All(Enum.GetValues<StatusLamp>(), l => Assert.NotEqual(Chinese.Lamp(l), english.Lamp(l)));
        Assert.Equal(5, Enum.GetValues<StatusLamp>().Select(StatusText.Symbol).Distinct().Count());
        Assert.All(Enum.GetValues<LampReason>(), r => Assert.NotEqual(Chinese.Reason(r), english.Reason(r)));
        Assert.All(Enum.GetValues<StatusColumn>(), c => Assert.NotEqual(Chinese.Column(c), english.Column(c)));
    }

    [Fact]
    public void Nearly_done_is_not_rounded_up_to_done()
    {
        Assert.Equal("99.9%", StatusText.Percent(99.96m));
        Assert.Equal("100%", StatusText.Percent(100));
        Assert.Equal("83.3%", StatusText.Percent(83.33m));
        Assert.Equal("—", StatusText.Percent(null));
    }

    private static ImmutableArray<string> Said(StatusBoard board, StatusText text) =>
    [
        text.Overview(board.Overview()),
        .. board.ByList().Concat(board.ByArea()).Concat(board.ByOfficial()).Select(text.Group),
        .. board.League().Select(text.Standing),
        .. board.Lagging().Select(text.Lagging),
        .. board.NotReported().Select(text.Missing),
        .. board.Since(board.JudgedOn.AddDays(-15)).Select(text.Change),
        .. board.Tasks.SelectMany(t => board.History(t.Task.Item.Id)).Select(text.History),
        .. board.Tasks.Select(text.Completion),
        .. board.Tasks.Where(t => t.Override is not null).Select(t => text.Override(t.Override!, t.ComputedLamp)),
    ];
}
