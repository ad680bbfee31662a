using System.Globalization;
using ZhoushanBot.Storage.FullText;

namespace ZhoushanBot.Storage.Tests.FullText;

public sealed class LuceneTaskSearchTests
{
    private static readonly string[] Texts =
    [
        "为适龄女生免费接种 HPV 疫苗，接种率达到 90% 以上",
        "新建农村公路 115 公里，改造危桥 6 座",
        "更新老旧小区燃气立管 20 公里",
        "建成养老服务中心 12 个，新增养老床位 600 张",
        "数字经济核心产业增加值增长 6.5%",
    ];

    private readonly LuceneTaskSearch search = LuceneTaskSearch.Build([ANotice.Numbered("号", 2031, Texts)]);

    [Theory]
    [InlineData("HPV疫苗谁负责？", 1, "Latin letters and a word of two characters")]
    [InlineData("ｈｐｖ", 1, "full width and case are folded")]
    [InlineData("農村公路", 2, "traditional characters")]
    [InlineData("疫苗", 1, "a word of two characters")]
    [InlineData("农村公路修多少", 2, "the words around the subject do no harm")]
    [InlineData("桥", 2, "a single character")]
    [InlineData("燃气", 3, "in the middle of the text")]
    [InlineData("关于养老有哪些任务", 4, "a subject inside a question")]
    [InlineData("6.5", 5, "a figure with its point is one word")]
    public void The_task_meant_comes_first(string question, int item, string reason)
    {
        var hits = search.Search(question, 10);

        Assert.True(hits is [var first, ..] && first.WorkItemId == IdOf(item), $"{reason}: {string.Join(", ", hits)}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n ？！")]
    [InlineData("机场")]
    [InlineData("airport")]
    [InlineData("\U0001F600\uD800")]
    public void Without_a_shared_word_nothing_is_found(string question) => Assert.Empty(search.Search(question, 10));

    [Theory]
    [InlineData("title:疫苗 AND (")]
    [InlineData("疫苗\" OR *:* ~ ^ \\")]
    public void A_question_is_text_and_not_a_query(string question) => Assert.Equal(IdOf(1), search.Search(question, 10)[0].WorkItemId);

    [Fact]
    public void What_stands_around_a_task_finds_it_too_but_its_own_words_count_more()
    {
        var texts = LuceneTaskSearch.Build([ANotice.Numbered("号", 2031, "修缮渡口", "新建桥梁")]);

        var hits = texts.Search("新建桥梁", 10);

        Assert.Equal([IdOf(2), IdOf(1)], hits.Select(hit => hit.WorkItemId), StringComparer.Ordinal);
    }

    [Fact]
    public void Coverage_is_the_share_of_the_questions_words_that_a_task_has()
    {
        Assert.Equal(1, search.Search("农村公路", 1)[0].Coverage);

        // 农村 村公 公路 of 农村 村公 公路 路机 机场.
        Assert.Equal(0.6, search.Search("农村公路机场", 1)[0].Coverage);
    }

    [Fact]
    public void Scores_fall_and_equal_hits_keep_the_order_of_the_notices()
    {
        var repeated = LuceneTaskSearch.Build([ANotice.Numbered("一", 2031, "植树", "植树"), ANotice.Numbered("二", 2031, "植树造林植树")]);

        var hits = repeated.Search("植树", 10);

        Assert.Equal(hits.Select(hit => hit.Score).OrderDescending(), hits.Select(hit => hit.Score));
        var equal = hits.Select(hit => hit.WorkItemId).Where(id => id.Contains('一', StringComparison.Ordinal));
        Assert.Equal(["id of 一/workReport/1.1", "id of 一/workReport/1.2"], equal, StringComparer.Ordinal);
    }

    [Fact]
    public void No_more_than_the_limit_are_given()
    {
        var many = LuceneTaskSearch.Build([ANotice.OfUsualSize()]);

        Assert.Equal(3, many.Search("建设道路", 3).Length);
        Assert.Equal(169, many.Search("建设道路", 1000).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => many.Search("道路", 0));
    }

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Empty(LuceneTaskSearch.Build([]).Search("疫苗", 10));

    [Fact]
    public void A_question_of_many_pages_is_looked_up_by_its_beginning()
    {
        var hits = search.Search("疫苗" + new string('问', 100_000) + "公路", 10);

        Assert.Equal([IdOf(1)], hits.Select(hit => hit.WorkItemId), StringComparer.Ordinal);
    }

    [Fact]
    public void Many_may_ask_at_once()
    {
        var answers = Enumerable.Range(0, 200).AsParallel().Select(i => search.Search(Texts[i % 5], 1)[0].WorkItemId == IdOf((i % 5) + 1));

        Assert.All(answers, Assert.True);
    }

    private static string IdOf(int item) => string.Create(CultureInfo.InvariantCulture, $"id of 号/workReport/1.{item}");
}
