namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>Nothing is invented: every number of every answer comes from what the answer cites, or can be counted or computed again.</summary>
public sealed class GroundingTests
{
    public static TheoryData<string> Files => [.. CorpusRun.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_number_of_every_answer_is_backed(string file)
    {
        var index = Stores.For(file);

        var ungrounded = CorpusRun.Of(file).Turns
            .Select(t => (Turn: t, Numbers: new GroundedNumbers(index, t.Reply).Ungrounded()))
            .Where(t => t.Numbers.Count > 0)
            .Select(t => $"{t.Turn.Question.Id} {t.Turn.Turn.Asked}: {string.Join(", ", t.Numbers)}\n    {t.Turn.Reply.Text.ReplaceLineEndings(" / ")}")
            .ToList();

        Assert.True(ungrounded.Count == 0, $"{ungrounded.Count}\n{string.Join('\n', ungrounded)}");
    }

    [Fact]
    public void An_invented_number_is_noticed()
    {
        var reply = Stores.Shipped.Ask("第2部分第1条");
        var invented = reply with { Answer = reply.Answer with { Headline = reply.Answer.Headline + " 98765" } };

        Assert.Empty(new GroundedNumbers(Stores.Shipped, reply).Ungrounded());
        Assert.Equal(["98765"], new GroundedNumbers(Stores.Shipped, invented).Ungrounded());
    }
}
