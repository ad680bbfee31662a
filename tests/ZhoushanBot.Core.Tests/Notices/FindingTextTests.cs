using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Tests.Notices;

public sealed class FindingTextTests
{
    private static readonly FindingText Chinese = FindingText.In(ReplyLanguage.Chinese);
    private static readonly FindingText English = FindingText.In(ReplyLanguage.English);

    public static TheoryData<FindingCode> Codes => [.. Enum.GetValues<FindingCode>()];

    public static TheoryData<DecodeFailure> Failures => [.. Enum.GetValues<DecodeFailure>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_finding_has_words_in_both_languages(FindingCode code)
    {
        var finding = new ImportFinding(code, FindingSeverity.Info, new SourceSpan(0, 0), ["a", "b", "c"]);

        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.*。$", Chinese.Describe(finding));
        Assert.Matches(@"^[^\u4E00-\u9FFF]+\.$", English.Describe(finding));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Both_languages_name_the_same_arguments(FindingCode code)
    {
        var finding = new ImportFinding(code, FindingSeverity.Info, new SourceSpan(0, 0), ["#0", "#1", "#2"]);

        Assert.Equal(ArgumentsIn(Chinese.Describe(finding)), ArgumentsIn(English.Describe(finding)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_finding_stored_without_arguments_still_has_words(FindingCode code)
    {
        var finding = new ImportFinding(code, FindingSeverity.Info, new SourceSpan(0, 0), ImmutableArray<string>.Empty);

        Assert.NotEmpty(Chinese.Describe(finding));
        Assert.NotEmpty(English.Describe(finding));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_file_that_cannot_be_read_is_named_with_its_line(DecodeFailure reason)
    {
        var failure = new DecodedNotice.Failure(reason, 7, "9 MiB");

        Assert.StartsWith("通知.txt 第 7 行：", Chinese.Describe("通知.txt", failure), StringComparison.Ordinal);
        Assert.StartsWith("notice.txt, line 7: ", English.Describe("notice.txt", failure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DecodeFailure.Binary, "另存为纯文本", "Save it as plain text")]
    [InlineData(DecodeFailure.UnknownEncoding, "另存为 UTF-8", "Save the file as UTF-8")]
    [InlineData(DecodeFailure.TooLarge, "上限为 8 MiB", "the limit is 8 MiB")]
    [InlineData(DecodeFailure.Empty, "请选择", "Choose")]
    public void A_file_that_cannot_be_read_comes_with_a_remedy(DecodeFailure reason, string chinese, string english)
    {
        var failure = new DecodedNotice.Failure(reason, 0, "12 MiB");

        Assert.Contains(chinese, Chinese.Describe("通知.txt", failure), StringComparison.Ordinal);
        Assert.Contains(english, English.Describe("notice.txt", failure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_told_with_line_and_column()
    {
        var content = Sample.Shipped.Content;
        var finding = Assert.Single(content.Findings, f => f.Code == FindingCode.ItemDotMissing);

        Assert.Equal("第 463 行第 1 列：序号 16 后缺少点号，已按顺序认作第 16 项。", Chinese.Describe(finding, content.Notice));
        Assert.Equal(
            "Line 463, column 1: number 16 has lost its dot; its place in the sequence makes it item 16.",
            English.Describe(finding, content.Notice));
    }

    [Fact]
    public void Severities_have_names() => Assert.Equal(
        ["提示", "注意", "错误", "info", "warning", "error"],
        new[] { Chinese, English }.SelectMany(t => Enum.GetValues<FindingSeverity>().Select(t.NameOf)));

    private static IEnumerable<char> ArgumentsIn(string text) =>
        text.Select((c, i) => (c, i)).Where(p => p.c == '#').Select(p => text[p.i + 1]).Distinct().Order();
}
