using System.Text;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Tests.Notices;

public sealed class NoticeDecoderTests
{
    private const string Words = "关于印发责任分解的通知\n1. 建设港口。";

    static NoticeDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-8", true, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16LE")]
    [InlineData("utf-16BE", true, "UTF-16BE")]
    [InlineData("utf-16", false, "UTF-16LE")]
    [InlineData("utf-16BE", false, "UTF-16BE")]
    [InlineData("gb18030", false, "GB18030")]
    public void A_text_is_read_in_the_encodings_that_offices_save(string encoding, bool hasMark, string name)
    {
        var codec = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? codec.GetPreamble() : [], .. codec.GetBytes(Words)];

        var text = Assert.IsType<DecodedNotice.Text>(NoticeDecoder.Decode(bytes));

        Assert.Equal(Words, text.Value);
        Assert.Equal(name, text.EncodingName);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    public void The_shipped_notice_reads_the_same_in_every_encoding(string encoding)
    {
        var codec = Encoding.GetEncoding(encoding);

        var text = Assert.IsType<DecodedNotice.Text>(NoticeDecoder.Decode(codec.GetBytes(Sample.Shipped.Text)));

        Assert.Equal(Sample.Shipped.Text, text.Value);
    }

    [Theory]
    [InlineData("甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁")]
    [InlineData("\ufeff甲", "甲")]
    public void Line_ends_become_one_kind_and_the_mark_goes(string written, string read) =>
        Assert.Equal(read, Assert.IsType<DecodedNotice.Text>(NoticeDecoder.Decode(Encoding.UTF8.GetBytes(written))).Value);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t　")]
    [InlineData("\ufeff")]
    public void A_file_without_words_is_empty(string written) =>
        Assert.Equal(DecodeFailure.Empty, FailureOf(Encoding.UTF8.GetBytes(written)).Reason);

    [Theory]
    [InlineData("504B030414", ".docx / .xlsx / .zip")]
    [InlineData("255044462D312E37", ".pdf")]
    [InlineData("D0CF11E0A1B11AE1", ".doc / .xls / .wps")]
    [InlineData("89504E470D0A", ".png")]
    [InlineData("FFD8FFE0", ".jpg")]
    [InlineData("7B5C72746631", ".rtf")]
    public void A_document_of_another_program_is_told_by_name(string hexadecimal, string format)
    {
        var failure = FailureOf(Convert.FromHexString(hexadecimal));

        Assert.Equal(DecodeFailure.Binary, failure.Reason);
        Assert.Equal(format, failure.Detail);
    }

    [Fact]
    public void A_zero_byte_in_a_text_is_told_with_its_line()
    {
        var failure = FailureOf("第一行\n第二行\0\n"u8);

        Assert.Equal((DecodeFailure.Binary, 2), (failure.Reason, failure.Line));
    }

    [Fact]
    public void Bytes_in_no_encoding_are_told_with_the_first_line_that_is_wrong()
    {
        var failure = FailureOf([.. "one\ntwo\n"u8, 0xFF, 0xFF, 0x80]);

        Assert.Equal((DecodeFailure.UnknownEncoding, 3), (failure.Reason, failure.Line));
    }

    [Fact]
    public void Noise_is_not_taken_for_Chinese()
    {
        var noise = new byte[4000];
        new Random(1).NextBytes(noise);

        Assert.IsType<DecodedNotice.Failure>(NoticeDecoder.Decode(noise));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_and_one_at_the_limit_is_read()
    {
        var file = new byte[NoticeDecoder.MaximumBytes + 1];
        file.AsSpan().Fill((byte)'a');

        Assert.Equal(DecodeFailure.TooLarge, FailureOf(file).Reason);
        Assert.IsType<DecodedNotice.Text>(NoticeDecoder.Decode(file.AsSpan(1)));
    }

    [Fact]
    public void Half_a_character_at_the_end_is_no_UTF_8() =>
        Assert.Equal(DecodeFailure.UnknownEncoding, FailureOf(Encoding.UTF8.GetBytes("abcdefgh好").AsSpan()[..^1]).Reason);

    [Fact]
    public void No_bytes_make_it_throw()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);

            Assert.NotNull(NoticeDecoder.Decode(bytes));
        }
    }

    private static DecodedNotice.Failure FailureOf(ReadOnlySpan<byte> bytes) => Assert.IsType<DecodedNotice.Failure>(NoticeDecoder.Decode(bytes));
}
