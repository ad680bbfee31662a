using System.Diagnostics;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>
/// Texts that invite a reader to compare everything with everything. At this size a reader whose time grows with the square takes minutes, ours
/// about a second; the limit leaves room for a slow machine.
/// </summary>
public sealed class PathologicalInputTests
{
    private const int Characters = 300_000;
    private const string Head = "2024年政府工作报告重点工作责任分解\n一、张三市长牵头重点工作\n1. ";
    private const string TableHead = "序号\t事项名称\t全市目标\t甲县\t乙区\t责任单位\n";
    /// <summary>Some five seconds alone, and half a minute beside other work: what grows with the square of the text takes far longer than this.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("", "（")]
    [InlineData("", "）")]
    [InlineData("", "\t")]
    [InlineData("", "\n")]
    [InlineData("", "1. \n")]
    [InlineData("", "1. 建设\n")]
    [InlineData("", "关于\n")]
    [InlineData("", "2024年重点工作责任分解\n")]
    [InlineData("", "— 3 —\n")]
    [InlineData(Head, "责任单位：")]
    [InlineData(Head + "建设。\n", "责任单位：市财政局\n")]
    [InlineData(Head + "建设。\n责任单位：", "（下同）")]
    [InlineData(Head + "建设。\n责任单位：", "；")]
    [InlineData(Head, "建设（市财政局牵头，市水利局负责）")]
    [InlineData(Head, "1个")]
    [InlineData(Head, "其中5个")]
    [InlineData(Head, "6月底前")]
    [InlineData(Head, "“")]
    [InlineData(Head, "$")]
    [InlineData(Head + "1", "万")]
    [InlineData(Head + "x。\n牵头领导：", "市长")]
    [InlineData("2024年省政府民生实事责任分解\n", "建设5个。（责任单位：市局）")]
    [InlineData(TableHead, "1\t改造 5 个\t5\t2\t3\t市住建局\n")]
    [InlineData(TableHead + "1\t甲\n", "乙\n")]
    [InlineData("", TableHead)]
    public void Many_of_one_kind_are_read_in_time(string head, string piece) => AssertInTime(head + Repeat(piece));

    [Fact]
    public void Many_rows_and_many_tasks_are_linked_in_time()
    {
        var tasks = string.Concat(Enumerable.Range(1, 6000).Select(i => $"{i % 999}. 改造老旧小区燃气立管项目 {i} 个。（责任单位：市局）\n"));
        var rows = string.Concat(Enumerable.Range(1, 6000).Select(i => $"{i % 999}\t改造老旧小区燃气立管项目\t{i}\t2\t3\t市住建局\n"));

        AssertInTime("2024年市民生实事项目责任分解\n" + tasks + "附件\n" + TableHead + rows);
    }

    [Fact]
    public void Many_names_and_many_groups_are_told_apart_in_time() =>
        AssertInTime(Head + "建设。\n责任单位：" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"市{i}局、各{i}部门、")));

    [Fact]
    public void Figures_of_two_long_lists_are_compared_in_time()
    {
        var tasks = string.Concat(Enumerable.Range(1, 5000).Select(i => $"{i % 999}. 改造老旧小区燃气立管项目 {i} 个。（责任单位：市局）\n"));

        AssertInTime("2024年市民生实事项目责任分解\n" + tasks + "2024年重点工作责任分解\n" + tasks);
    }

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Characters / piece.Length));

    private static void AssertInTime(string text)
    {
        var watch = Stopwatch.StartNew();

        var content = NoticeReader.Read(text);

        Assert.Null(Reading.FaultOf(content with { WorkItems = [.. content.WorkItems.Take(100)] }));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
    }
}
