using System.Text.Json;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>The judge's rules, row by row: a judge that lets everything pass would prove nothing.</summary>
public sealed class CorpusJudgeTests
{
    [Theory]
    [InlineData("岱山 200 人", "200", true)]
    [InlineData("岱山 1200 人", "200", false)] // a number is a whole number
    [InlineData("岱山 200.5 人", "200", false)]
    [InlineData("岱山 3,200 人", "200", false)]
    [InlineData("total 117,000 people", "117000", true)] // thousands may be grouped
    [InlineData("定海 100，200 人", "100200", false)] // a Chinese comma never groups
    [InlineData("100, 200", "100200", false)]
    [InlineData("５０％", "50%", true)] // width
    [InlineData("The **GDP** grows", "gdp", true)] // case and markup
    [InlineData("support", "port", false)] // a word begins where it begins
    [InlineData("ports", "port", true)]
    [InlineData("增 长 6.5 %", "增长6.5%", true)] // blanks beside Chinese do not matter
    [InlineData("20 24", "2024", false)]
    [InlineData("section 2 item 12", "re:section2\\W*item12(?!\\d)", true)]
    [InlineData("section 2 item 123", "re:section2\\W*item12(?!\\d)", false)]
    public void A_piece_is_found_as_a_person_would_find_it(string reply, string piece, bool found)
    {
        var faults = CorpusJudge.Faults(reply, Expect($$"""{"must_contain":[{{JsonSerializer.Serialize(piece)}}]}"""));

        Assert.Equal(found, faults.Count == 0);
    }

    [Theory]
    [InlineData("共七项", 7, true)]
    [InlineData("共十七项", 7, false)]
    [InlineData("共两项", 2, true)]
    [InlineData("seven tasks", 7, true)]
    [InlineData("17 tasks", 7, false)]
    [InlineData("共一百六十九项", 169, true)]
    [InlineData("共一百零九项", 109, true)]
    [InlineData("共一百一十二项", 112, true)]
    [InlineData("共二十三项", 23, true)]
    public void A_count_may_be_written_in_figures_or_words(string reply, int count, bool stated)
    {
        var faults = CorpusJudge.Faults(reply, Expect($$"""{"count":{{count}}}"""));

        Assert.Equal(stated, faults.Count == 0);
    }

    [Theory]
    [InlineData("通知里没有这类信息", true)]
    [InlineData("That is not in the notice.", true)]
    [InlineData("I couldn’t find it", true)]
    [InlineData("市水利局牵头 7 项任务", false)]
    public void A_refusal_says_so(string reply, bool honest)
    {
        var faults = CorpusJudge.Faults(reply, Expect("""{"refuse":true}"""));

        Assert.Equal(honest, faults.Count == 0);
    }

    [Fact]
    public void Any_wording_of_a_fact_suffices_and_every_fact_is_needed()
    {
        var expected = Expect("""{"must_contain":[["hpv","宫颈癌疫苗"],"100"]}""");

        Assert.Empty(CorpusJudge.Faults("HPV 100 人", expected));
        Assert.Equal(["missing 100"], CorpusJudge.Faults("宫颈癌疫苗接种", expected));
    }

    [Fact]
    public void What_must_not_be_there_is_a_fault_and_so_is_silence_or_a_flood()
    {
        var expected = Expect("""{"must_not_contain":["20000"]}""");

        Assert.Equal(["must not contain 20000"], CorpusJudge.Faults("20,000 个", expected));
        Assert.Equal(["empty reply"], CorpusJudge.Faults("  \n", expected));
        Assert.Single(CorpusJudge.Faults(new string('好', CorpusJudge.LongestReply + 1), expected));
    }

    [Fact]
    public void One_of_several_counts_suffices()
    {
        var expected = Expect("""{"count":[3,5]}""");

        Assert.Empty(CorpusJudge.Faults("5 tasks", expected));
        Assert.Equal(["count 3 or 5 not stated"], CorpusJudge.Faults("4 tasks", expected));
    }

    private static Expectation Expect(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CorpusQuestion.Expected(document.RootElement);
    }
}
