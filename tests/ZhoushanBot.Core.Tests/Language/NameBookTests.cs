using System.Text;
using System.Text.Json;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Language;

/// <summary>What can be told of names without a pack: another city's notice reads well too.</summary>
public class NameBookTests
{
    private static readonly NameBook Book = new([]);

    [Theory]
    [InlineData("市水利局", "Water Resources Bureau")]
    [InlineData("县发展改革局", "Development and Reform Commission")]
    [InlineData("市委组织部", "Organization Department of the Municipal Party Committee")]
    [InlineData("省交通运输厅", null)]
    [InlineData("西湖区政府", "Xihu District Government")]
    [InlineData("临安区人民政府", "Lin'an District Government")]
    [InlineData("市天马行空办", null)]
    [InlineData("各功能区管委会", "All functional zone management committees")]
    public void A_body_of_any_city_is_known_by_its_kind(string name, string? expected)
    {
        Assert.Equal(expected, Book.Organization(name).English);
    }

    [Fact]
    public void A_body_goes_by_its_short_names_with_and_without_the_level()
    {
        var aliases = Book.Organization("市卫健委").Aliases;

        Assert.Contains("卫生健康委", aliases);
        Assert.Contains("市卫生健康委", aliases);
        Assert.Contains("health bureau", aliases);
        Assert.DoesNotContain("市卫健委", aliases);
    }

    [Fact]
    public void Merged_bodies_are_former_names_and_subjects_are_weak_ones()
    {
        var entry = Book.Organization("市市场监管局");

        Assert.Contains("工商局", entry.FormerNames);
        Assert.DoesNotContain("工商局", entry.Aliases);
        Assert.Contains("市场监管", entry.WeakAliases);
    }

    [Theory]
    [InlineData("青田县", "Qingtian County", "青田")]
    [InlineData("海曙区", "Haishu District", "海曙")]
    [InlineData("经开区", "Economic Development Zone", "经济开发区")]
    [InlineData("拉萨市", "Lhasa", "Lasa City")]
    [InlineData("达拉特旗", "Dalad Banner", "Dalad")]
    [InlineData("达拉特旗", "Dalad Banner", "达旗")]
    public void An_area_is_spelt_out(string name, string expected, string alias)
    {
        var entry = Book.Area(name);

        Assert.Equal(expected, entry.English);
        Assert.Contains(alias, entry.Aliases);
    }

    [Theory]
    [InlineData("王小明", "市长", "Wang Xiaoming", "Mayor")]
    [InlineData("欧阳修文", "常务副市长", "Ouyang Xiuwen", "Executive Vice Mayor")]
    [InlineData("李安", "巡天使", "Li An", null)]
    public void An_official_is_spelt_surname_first(string name, string post, string expected, string? expectedPost)
    {
        var entry = Book.Official(name, post);

        Assert.Equal((expected, expectedPost), (entry.Names.English, entry.PostEnglish));
    }

    [Fact]
    public void A_pack_goes_before_the_rules_and_keeps_what_they_know()
    {
        const string Json = """{"documentNumber":"甲政发〔2031〕1号","organizations":[{"name":"市水利局","english":"Rivers Office","aliases":["河务局"]}]}""";
        var book = new NameBook([Pack(Json)]);

        var entry = book.Organization("市水利局");

        Assert.Equal("Rivers Office", entry.English);
        Assert.Equal("河务局", entry.Aliases[0]);
        Assert.Contains("水利局", entry.Aliases);
    }

    [Fact]
    public void Titles_belong_to_one_notice()
    {
        var book = new NameBook([Pack("""{"documentNumber":"甲政发〔2031〕1号","tasks":{"city/1.2":"Build a bridge"}}""")]);

        Assert.Equal("Build a bridge", book.TaskTitle("甲政发[2031]1号", "city/1.2"));
        Assert.Null(book.TaskTitle("甲政发〔2031〕2号", "city/1.2"));
        Assert.Null(book.TaskTitle("甲政发〔2031〕1号", "city/1.3"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"documentNumber":1}""")]
    [InlineData("""{"documentNumber":"x","areas":[{"english":"a"}]}""")]
    [InlineData("""{"documentNumber":"x","areas":[{"name":"a"},{"name":"a"}]}""")]
    [InlineData("not json")]
    public void A_broken_pack_is_refused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Pack(json));
    }

    [Fact]
    public void No_alias_of_one_kind_of_body_is_another_kind()
    {
        var clashes = from body in BodyNames.Default.Bodies
                      from word in body.Aliases.Append(body.Name).Append(body.English!).Select(NormalizedText.Fold).Distinct()
                      group body.Name by word into sharing
                      where sharing.Count() > 1
                      select $"{sharing.Key}: {string.Join('、', sharing)}";

        Assert.Empty(clashes);
    }

    private static NamePack Pack(string json) => NamePack.Read(Encoding.UTF8.GetBytes(json));
}
