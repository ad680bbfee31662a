using System.Text;
using System.Text.Json;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Language;

public class SynonymsTests
{
    private static readonly Synonyms BuiltIn = Synonyms.BuiltIn();

    [Theory]
    [InlineData("HPV vaccine", "宫颈癌疫苗")]
    [InlineData("EV charger", "充电桩")]
    [InlineData("flu shot", "流感疫苗")]
    [InlineData("AED", "除颤仪")]
    [InlineData("GDP", "地区生产总值")]
    [InlineData("R&D intensity", "研发投入强度")]
    [InlineData("elderly care", "养老")]
    [InlineData("rural roads", "农村公路")]
    [InlineData("foreign trade", "外贸进出口")]
    [InlineData("cargo throughput", "货物吞吐量")]
    [InlineData("TEU", "集装箱吞吐量")]
    [InlineData("jobs", "就业")]
    [InlineData("mountain ponds", "山塘")]
    [InlineData("gas risers", "燃气立管")]
    public void An_English_word_finds_the_Chinese_subject(string english, string chinese)
    {
        Assert.Contains(BuiltIn.Sets, set => set.Chinese.Contains(chinese) && set.English.Concat(set.Chinese).Contains(english));
    }

    [Fact]
    public void There_are_words_enough_for_public_affairs()
    {
        Assert.True(BuiltIn.Sets.Length >= 350, $"{BuiltIn.Sets.Length} sets");
    }

    [Fact]
    public void A_word_stands_in_one_set_only()
    {
        var repeated = from set in BuiltIn.Sets
                       from word in set.Chinese.Concat(set.English).Select(NormalizedText.Fold)
                       group set.Chinese[0] by word into sharing
                       where sharing.Count() > 1
                       select $"{sharing.Key}: {string.Join('、', sharing)}";

        Assert.Empty(repeated);
    }

    [Fact]
    public void No_word_is_too_short_to_mean_something()
    {
        var words = BuiltIn.Sets.SelectMany(set => set.Chinese.Concat(set.English).Concat(set.Related));

        Assert.DoesNotContain(words, word => NormalizedText.Fold(word).Length < 2);
    }

    [Fact]
    public void Sets_can_be_added()
    {
        var more = Synonyms.Read(Encoding.UTF8.GetBytes("""{"synonyms":[{"zh":["飞碟"],"en":["UFO"]}]}"""));

        Assert.Equal("飞碟", BuiltIn.With(more).Sets[^1].Chinese[0]);
    }

    [Fact]
    public void A_set_without_a_Chinese_word_is_refused()
    {
        Assert.ThrowsAny<JsonException>(() => Synonyms.Read(Encoding.UTF8.GetBytes("""{"synonyms":[{"en":["UFO"]}]}""")));
    }
}
