using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Lookup;

/// <summary>Answers that join the notices of two cities: one page, "more" for the rest, and follow-ups that ask each notice its own.</summary>
public sealed class JointPagesTests
{
    private const int LongestPage = 25;
    private const string Both = "林若溪和洪碧分别管什么";

    [Theory]
    [InlineData(Both, "更多")]
    [InlineData("What do 林若溪 and Hong Bi lead?", "more")]
    public void Two_lists_share_one_page_and_more_shows_the_rest(string asked, string more)
    {
        var first = Stores.Both.Ask(asked);
        var second = Stores.Both.Ask(more, first.Context);

        Assert.Equal(LongestPage, first.Answer.Shown.Length);
        Assert.Contains(more, first.Suggestions);
        Assert.NotEmpty(first.Answer.PageMark);
        Assert.Equal(OfOfficials("林若溪", "洪碧"), first.Answer.Shown.Concat(second.Answer.Shown).Order(StringComparer.Ordinal));
        Assert.Equal(0, second.Answer.NextOffset);
    }

    [Fact]
    public void The_count_behind_it_counts_in_both_notices()
    {
        var counted = Stores.Both.Ask("有几项", Stores.Both.Ask(Both).Context).Answer.Headline;

        Assert.Contains("12 项", counted, StringComparison.Ordinal);
        Assert.Contains("32 项", counted, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_further_page_both_are_still_meant()
    {
        var second = Stores.Both.Ask("更多", Stores.Both.Ask(Both).Context);
        var end = Stores.Both.Ask("更多", second.Context);
        var counted = Stores.Both.Ask("有几项", second.Context).Answer.Headline;

        Assert.False(end.Answer.IsFound);
        Assert.Contains("12 项", counted, StringComparison.Ordinal);
        Assert.Contains("32 项", counted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("第二项", 1)]
    [InlineData("第二十项", 19)]
    public void An_ordinal_counts_over_both_lists_as_they_stand(string asked, int at)
    {
        var first = Stores.Both.Ask(Both);

        Assert.Equal([first.Answer.Shown[at]], Stores.Both.Ask(asked, first.Context).Answer.Shown);
    }

    [Fact]
    public void The_parts_outlive_the_process()
    {
        var first = Stores.Both.Ask(Both);
        var read = ContextJson.Read(ContextJson.Write(first.Context));

        Assert.Equal(2, read.Turns[0].Parts.Length);
        Assert.Equal(Stores.Both.Ask("更多", first.Context).Text, Stores.Both.Ask("更多", read).Text);
    }

    [Fact]
    public void An_official_name_goes_before_another_notices_short_form()
    {
        Assert.Contains("市交通局", Stores.Both.Items.SelectMany(i => i.Item.LeadOrganizations).Select(o => o.Name));
        Assert.Contains("市交通运输局", Stores.Both.Items.SelectMany(i => i.Item.LeadOrganizations).Select(o => o.Name));

        Assert.All(Stores.Both.Ask("市交通局牵头哪些任务").Answer.Shown, id => Assert.Contains("舟政办发", id, StringComparison.Ordinal));
        Assert.All(Stores.Both.Ask("市交通运输局牵头哪些任务").Answer.Shown, id => Assert.Contains("清政办发", id, StringComparison.Ordinal));
    }

    [Fact]
    public void This_year_is_the_newest_of_the_city_and_is_named()
    {
        var reply = ManyNotices.OfCities(0).Ask($"{ManyNotices.City(0)}今年有几项任务");

        Assert.Contains($"{ManyNotices.City(0)} {ManyNotices.Newest} 年", reply.Answer.Headline, StringComparison.Ordinal);
    }

    private static IEnumerable<string> OfOfficials(params string[] names) =>
        Stores.Both.Items.Where(i => i.Item.LeadOfficials.Any(o => names.Contains(o.Name))).Select(i => i.Item.Id).Order(StringComparer.Ordinal);
}
