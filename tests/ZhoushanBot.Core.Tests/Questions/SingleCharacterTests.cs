using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

/// <summary>A subject of one character: "水的事情".</summary>
public sealed class SingleCharacterTests
{
    [Theory]
    [InlineData("水的事情", '水')]
    [InlineData("路方面有哪些", '路')]
    [InlineData("管水的有哪些任务", '水')]
    public void All_shown_tasks_have_the_character(string asked, char character)
    {
        var reply = Stores.Shipped.Ask(asked);

        Assert.NotEmpty(reply.Answer.Shown);
        Assert.All(reply.Answer.Shown, id => Assert.Contains(
            $"{Stores.Shipped.Find(id)!.Item.Text}{Stores.Shipped.Find(id)!.Item.SectionTitle}{string.Concat(Stores.Shipped.Find(id)!.Item.Rows.Select(r => r.Subject + r.Category))}",
            text => text == character));
    }

    [Fact]
    public void A_word_for_something_else_is_not_taken_for_it()
    {
        var found = Stores.Shipped.Ask("水的事情").Answer.Shown;

        Assert.DoesNotContain(Stores.Shipped.Items, i => found.Contains(i.Item.Id) && i.Item.Rows.IsEmpty && !i.Item.Text.Replace("水平", "", StringComparison.Ordinal).Contains('水', StringComparison.Ordinal));
    }

    [Fact]
    public void What_no_text_has_is_not_in_the_notice()
    {
        var reply = Stores.Shipped.Ask("鹅的事情");

        Assert.Equal(RefusalReason.NotFound, Assert.IsType<Question.Refusal>(reply.Reading.Question).Reason);
        Assert.Contains("鹅", reply.Answer.Headline, StringComparison.Ordinal);
    }
}
