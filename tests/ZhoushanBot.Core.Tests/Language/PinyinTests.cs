using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Language;

public class PinyinTests
{
    [Theory]
    [InlineData("市水利局", "shishuiliju")]
    [InlineData("岱山县", "daishanxian")]
    [InlineData("嵊泗", "shengsi")]
    [InlineData("长峙", "changzhi")]
    [InlineData("朱家尖", "zhujiajian")]
    [InlineData("普陀区", "putuoqu")]
    [InlineData("定海", "dinghai")]
    [InlineData("六横", "liuheng")]
    [InlineData("金塘", "jintang")]
    [InlineData("重庆", "chongqing")]
    [InlineData("银行行长", "yinhanghangzhang")]
    [InlineData("人行舟山市分行", "renhangzhoushanshifenhang")]
    [InlineData("市长", "shizhang")]
    [InlineData("长三角", "changsanjiao")]
    [InlineData("增长率", "zengzhanglu")]
    [InlineData("市地方志", "shidifangzhi")]
    [InlineData("hpv疫苗", "hpvyimiao")]
    [InlineData("徐仁标", "xurenbiao")]
    [InlineData("毛江平", "maojiangping")]
    [InlineData("孙小晓", "sunxiaoxiao")]
    [InlineData("方铁道", "fangtiedao")]
    [InlineData("周国岭", "zhouguoling")]
    [InlineData("史舟海", "shizhouhai")]
    [InlineData("洪碧", "hongbi")]
    [InlineData("韩峻", "hanjun")]
    [InlineData("赵骏", "zhaojun")]
    public void Text_is_spelt_out(string text, string expected)
    {
        Assert.Equal(expected, Pinyin.Of(text));
    }

    [Theory]
    [InlineData("市水利局", "sslj")]
    [InlineData("市发改委", "sfgw")]
    [InlineData("人行", "rh")]
    public void Initials_are_the_first_letters_of_syllables(string text, string expected)
    {
        Assert.Equal(expected, Pinyin.Initials(text));
    }

    [Theory]
    [InlineData("水力局", "水利局")]
    [InlineData("岱珊", "岱山")]
    [InlineData("残连", "残联")]
    [InlineData("宫井癌", "宫颈癌")]
    public void Slips_of_an_input_method_sound_alike(string typed, string meant)
    {
        Assert.True(Pinyin.SoundAlike(typed, meant));
    }

    [Theory]
    [InlineData("水务局", "水利局")]
    [InlineData("水利", "水利局")]
    [InlineData("hpv", "aed")]
    public void Different_words_do_not_sound_alike(string left, string right)
    {
        Assert.False(Pinyin.SoundAlike(left, right));
    }

    [Theory]
    [InlineData("daishanxian", "dai shan xian")]
    [InlineData("xian", "xian")]
    [InlineData("lvse", "lu se")]
    [InlineData("zhongguancun", "zhong guan cun")]
    [InlineData("mubiao", "mu biao")]
    public void Letters_are_cut_into_syllables(string letters, string expected)
    {
        Assert.True(Pinyin.TrySplit(letters, out var syllables));
        Assert.Equal(expected, string.Join(' ', syllables));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hpv")]
    [InlineData("target")]
    [InlineData("responsible")]
    public void English_and_abbreviations_are_not_cut(string letters)
    {
        Assert.False(Pinyin.TrySplit(letters, out _));
    }

    [Theory]
    [InlineData("zousan", "zhoushan")]
    [InlineData("dinhai", "dinghai")]
    [InlineData("sennsi", "shengsi")]
    public void Southern_spellings_share_a_key_with_the_standard_one(string typed, string standard)
    {
        Assert.Equal(Pinyin.FuzzyKey(standard), Pinyin.FuzzyKey(typed).Replace("nn", "n", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_syllable_of_the_handwritten_tables_is_a_syllable()
    {
        var unknown = Rows("polyphones.txt").Concat(Rows("pinyin-phrases.txt"))
            .SelectMany(row => row[1..])
            .Where(syllable => !HanTables.Syllables.Contains(syllable));

        Assert.Empty(unknown);
    }

    [Fact]
    public void A_word_of_the_phrase_table_has_one_syllable_for_each_character()
    {
        var uneven = Rows("pinyin-phrases.txt").Where(row => row[0].Length != row.Length - 1);

        Assert.Empty(uneven);
    }

    private static IEnumerable<string[]> Rows(string file) =>
        EmbeddedText.Read(file).Split('\n').Where(line => EmbeddedText.IsData(line)).Select(line => line.Split(' '));
}
