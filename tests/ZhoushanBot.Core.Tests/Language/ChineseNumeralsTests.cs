using FsCheck.Xunit;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Language;

public class ChineseNumeralsTests
{
    [Theory]
    [InlineData("一", 1)]
    [InlineData("两", 2)]
    [InlineData("十", 10)]
    [InlineData("十一", 11)]
    [InlineData("二十三", 23)]
    [InlineData("廿三", 23)]
    [InlineData("卅", 30)]
    [InlineData("一百零五", 105)]
    [InlineData("一百五", 150)]
    [InlineData("一百五十", 150)]
    [InlineData("一百一十九", 119)]
    [InlineData("两千零六", 2006)]
    [InlineData("二〇二四", 2024)]
    [InlineData("三万五千", 35_000)]
    [InlineData("三万五", 35_000)]
    [InlineData("十一万七千", 117_000)]
    [InlineData("一亿三千万", 130_000_000)]
    [InlineData("零", 0)]
    public void A_numeral_is_read(string text, long expected)
    {
        Assert.True(ChineseNumerals.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("万")]
    [InlineData("百年")]
    [InlineData("千万")]
    [InlineData("陆岛")]
    [InlineData("水利")]
    public void What_is_no_numeral_is_not_read(string text)
    {
        Assert.False(ChineseNumerals.TryRead(text, out _, out var length));
        Assert.Equal(0, length);
    }

    [Theory]
    [InlineData("十一项", 11, 2)]
    [InlineData("三四个", 34, 2)]
    [InlineData("七方面", 7, 1)]
    public void A_numeral_ends_where_other_words_begin(string text, long expected, int expectedLength)
    {
        ChineseNumerals.TryRead(text, out var value, out var length);

        Assert.Equal((expected, expectedLength), (value, length));
    }

    [Theory]
    [InlineData("第十九项", 19, 3)]
    [InlineData("第3条", 3, 2)]
    [InlineData("第 12 条", 12, 4)]
    public void An_ordinal_counts_its_own_character(string text, long expected, int expectedLength)
    {
        Assert.True(ChineseNumerals.TryReadOrdinal(text, out var value, out var length));
        Assert.Equal((expected, expectedLength), (value, length));
    }

    [Fact]
    public void An_endless_row_of_digits_is_no_number()
    {
        Assert.False(ChineseNumerals.TryReadInteger(new string('9', 400), out _, out _));
        Assert.False(ChineseNumerals.TryRead(new string('九', 400), out _, out _));
    }

    [Fact]
    public void A_multiplier_without_end_does_not_overflow()
    {
        var text = "九亿亿亿亿亿亿亿";

        Assert.True(ChineseNumerals.TryRead(text, out var value, out var length));
        Assert.True(value > 0);
        Assert.True(length < text.Length);
    }

    [Property]
    public bool What_is_written_is_read_back(ushort number)
    {
        var value = number % 10_000;

        return ChineseNumerals.TryParse(ChineseNumerals.Format(value), out var read) && read == value;
    }
}
