using FsCheck.Xunit;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Language;

public class NormalizedTextTests
{
    [Theory]
    [InlineData("ＨＰＶ疫苗", "hpv疫苗", "full width")]
    [InlineData("岱山縣流感疫苗接種多少人", "岱山县流感疫苗接种多少人", "traditional characters")]
    [InlineData("11. 7 万人", "11.7万人", "blanks inside a number of a scan")]
    [InlineData("25,000 人", "25000人", "thousands")]
    [InlineData("1,234,567.5", "1234567.5", "two separators")]
    [InlineData("25 000 人", "25000人", "a blank as separator")]
    [InlineData("100，200", "100、200", "a Chinese comma never groups")]
    [InlineData("１００，２００", "100、200", "nor in full width")]
    [InlineData("100, 200", "100、200", "a comma and a blank list two numbers")]
    [InlineData("0.125,000", "0.125、000", "no thousands behind a decimal point")]
    [InlineData("2024,000", "2024、000", "four digits are no group")]
    [InlineData("12,3456", "12、3456", "nor are they behind the comma")]
    [InlineData("13 14", "13 14", "two numbers stay two")]
    [InlineData("section 3   item 7", "section 3 item 7", "blanks between words collapse")]
    [InlineData("市 水 利 局", "市水利局", "blanks between characters go")]
    [InlineData("岱山 HPV 疫苗", "岱山hpv疫苗", "blanks between scripts go")]
    [InlineData("13—14岁", "13-14岁", "dash")]
    [InlineData("2024——2025", "2024-2025", "double dash")]
    [InlineData("海岛“善居工程”", "海岛善居工程", "quotation marks")]
    [InlineData("《政府工作报告》", "政府工作报告", "title marks")]
    [InlineData("Daishan’s target", "daishan's target", "apostrophe inside a word")]
    [InlineData("'HPV'", "hpv", "single quotation marks")]
    [InlineData("舟政办发【2024】13号", "舟政办发[2024]13号", "brackets")]
    [InlineData("市财政局（市国资委）", "市财政局(市国资委)", "round brackets")]
    [InlineData("水\u200B利\uFEFF局\u0007", "水利局", "invisible characters")]
    [InlineData("dàishān xiàn lǜsè", "daishan xian luse", "tone marks")]
    [InlineData("第③项", "第3项", "circled number")]
    [InlineData("15.85万㎡", "15.85万m2", "unit in one character")]
    [InlineData("≥50％", "≥50%", "percent")]
    [InlineData("谁负责？", "谁负责?", "punctuation")]
    [InlineData("  \r\n\t ", "", "nothing but blanks")]
    [InlineData("２５,０００", "25000", "full-width digits")]
    [InlineData("﹘﹘", "-", "dashes in compatibility forms")]
    public void Text_gets_its_one_form(string typed, string expected, string reason)
    {
        var normalized = NormalizedText.Of(typed);

        Assert.True(expected == normalized.Text, $"{reason}: {normalized.Text}");
    }

    [Fact]
    public void Every_character_knows_where_it_came_from()
    {
        var normalized = NormalizedText.Of("　岱山縣 ２５,000 人次");

        var span = new TextSpan(normalized.Text.IndexOf('2'), normalized.Text.IndexOf('人'));

        Assert.Equal("25000", normalized.Text[span.Start..span.End]);
        Assert.Equal("２５,000", normalized.SourceOf(span).ToString());
        Assert.Equal("岱山縣", normalized.SourceOf(new TextSpan(0, 3)).ToString());
    }

    [Fact]
    public void Half_a_surrogate_pair_goes()
    {
        Assert.Equal("水", NormalizedText.Of("\uD83D水\uDC00").Text);
    }

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        var normalized = NormalizedText.Of(new string('水', 50_000));

        Assert.True(normalized.IsCut);
        Assert.Equal(NormalizedText.DefaultLimit, normalized.Text.Length);
    }

    [Fact]
    public void A_short_text_is_not_cut()
    {
        Assert.False(NormalizedText.Of("水利局").IsCut);
    }

    [Property]
    public bool Any_text_is_taken_and_its_spans_lie_inside_in_order(string? typed)
    {
        var source = typed ?? "";
        var normalized = NormalizedText.Of(source, 50);
        var last = 0;
        for (var i = 0; i < normalized.Text.Length; i++)
        {
            var span = normalized.SourceSpanOf(new TextSpan(i, i + 1));
            if (span.Start < last || span.End < span.Start || span.End > source.Length)
            {
                return false;
            }

            last = span.Start;
        }

        return true;
    }

    [Property]
    public bool Normalising_twice_changes_nothing(string? typed)
    {
        var once = NormalizedText.Fold(typed ?? "");

        return once == NormalizedText.Fold(once);
    }
}
