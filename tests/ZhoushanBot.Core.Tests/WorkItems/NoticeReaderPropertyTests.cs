using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>Whatever the text, reading it ends, throws nothing, quotes only what is there and keeps quiet about no wrong sum.</summary>
public sealed class NoticeReaderPropertyTests
{
    /// <summary>Pieces that mean something to the reader, so that random texts reach every rule.</summary>
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "\t", " ", "　", "一、", "（二）", "1. ", "12.", "3、", "4 ", "（5）", "责任单位：", "牵头单位:", "配合单位", "牵头领导：", "完成时限：", "【责任单位】",
        "（", "）", "(", ")", "“", "”", "《", "》", "、", "，", "。", "；", "市财政局", "（市国资委）", "各县（区）政府", "等部门", "无", "/", "—", "张三副市长", "牵头", "负责",
        "牵头重点工作", "2024年政府工作报告重点工作责任分解", "2024年省政府民生实事责任分解", "2024年市民生实事项目责任分解", "附件", "附件：", "抄送：",
        "序号\t事项名称\t全市目标\t甲县\t乙区\t责任单位\n", "序号\t事项\t目标\t分解目标\t\t责任单位\n\t\t\t甲县\t乙区\t\n", "1\t改造\t5个\t2\t3\t市住建局\n", "\t改造\t\t", "合计",
        "5", "11.7 万人", "≥50%", @"$\geq 60\%$", "$", "1,200", "以上", "力争", "分别", "其中", "6月底前", "2024年", "年底前", "10月1日前", "三季度末", "建设", "完成", "— 3 —",
        "某政办发〔2024〕13号", "二〇二四年三月六日", "关于", "通知", "列第一位者为牵头单位", "都是配合单位", "9999999999999999999999999999999亿人", "0", "\u2028", "\ud800", "\ufeff", "𠀀",
    ];

    public static Arbitrary<string> NoticeLike => Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Property(MaxTest = 1500)]
    public void Any_text_is_read_without_a_fault(string? text) => AssertFaultless(text ?? string.Empty);

    [Property(MaxTest = 1500, EndSize = 150)]
    public Property Any_text_made_of_what_the_reader_looks_for_is_read_without_a_fault() =>
        Prop.ForAll(NoticeLike, text => Reading.FaultOf(NoticeReader.Read(text)) is null);

    [Property(MaxTest = 300, EndSize = 100)]
    public Property Line_ends_make_no_difference() => Prop.ForAll(NoticeLike, text =>
    {
        var asRead = Reading.Describe(NoticeReader.Read(text));
        return asRead == Reading.Describe(NoticeReader.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal)))
            && asRead == Reading.Describe(NoticeReader.Read(text.Replace('\n', '\r')));
    });

    [Property(MaxTest = 300, EndSize = 100)]
    public Property Reading_twice_gives_the_same() =>
        Prop.ForAll(NoticeLike, text => Reading.Describe(NoticeReader.Read(text)) == Reading.Describe(NoticeReader.Read(text)));

    /// <summary>
    /// Windows of the shipped notice, each with a few slips of a scan: lines lost, doubled and swapped, characters lost and swapped, strange tabs,
    /// brackets, digits and letters. The seed is the case's number, so a failure can be had again.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_notice_with_slips_is_read_without_a_fault(int batch)
    {
        const int casesInBatch = 700;
        var lines = Sample.Shipped.Text.Split('\n');

        for (var seed = batch * casesInBatch; seed < (batch + 1) * casesInBatch; seed++)
        {
            var random = new Random(seed);
            var start = random.Next(lines.Length);
            var window = lines.Skip(start).Take(random.Next(5, 60)).Prepend(random.Next(2) == 0 ? lines[616] : "2024年市民生实事项目责任分解");
            AssertFaultless(Slips.Make([.. window], random), $"seed {seed}");
        }
    }

    [Fact]
    public void The_whole_notice_with_many_slips_is_read_without_a_fault()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            AssertFaultless(Slips.Make([.. Sample.Shipped.Text.Split('\n')], new Random(seed), 200), $"seed {seed}");
        }
    }

    [Fact]
    public void The_notice_cut_off_anywhere_is_read_without_a_fault()
    {
        var text = Sample.Shipped.Text;

        for (var length = 0; length < text.Length; length += 431)
        {
            AssertFaultless(text[..length], $"length {length}");
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void The_notice_reads_the_same_with_other_line_ends(string lineEnd) => Assert.Equal(
        Reading.Describe(Sample.Shipped.Content),
        Reading.Describe(NoticeReader.Read(Sample.Shipped.Text.Replace("\n", lineEnd, StringComparison.Ordinal))));

    [Fact]
    public void The_notice_reads_the_same_twice() =>
        Assert.Equal(Reading.Describe(Sample.Shipped.Content), Reading.Describe(NoticeReader.Read(Sample.Shipped.Text)));

    private static void AssertFaultless(string text, string name = "") =>
        Assert.True(Reading.FaultOf(NoticeReader.Read(text)) is not { } fault, $"{name}: {Reading.FaultOf(NoticeReader.Read(text))}");
}
