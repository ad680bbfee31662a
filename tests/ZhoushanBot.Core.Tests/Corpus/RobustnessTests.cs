using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>Whatever is typed, in whatever order: a reply, and a short one.</summary>
public sealed class RobustnessTests
{
    private static readonly string[] Asked =
        [.. CorpusRun.Files.SelectMany(f => CorpusQuestion.ReadAll(f)).SelectMany(q => q.Turns).Select(t => t.Asked).Append("更多").Append("more").Append("那普陀呢").Append("the second one")];

    public static TheoryData<string> OddTexts =>
    [
        "", " ", "\n\t\r", "\0\u0001\u001b[2J", "\ud800", "\udc00市水利局\ud800", "牵头\udfff", "😀😀😀", "👨‍👩‍👧‍👦", "<script>alert(1)</script>", "<b>市水利局</b>牵头<i>哪些</i>",
        "﷽", "\u202e局利水市", "？？？？", "....", "第999999999999999999999999部分第1条", "section 99999999999 item -1", "第零部分第〇条", "99999999999999999999年", "{0}{1}", "%s%n", "' or 1=1 --",
        "二部分工程市水利局是和", "支持与", "对", "and",
    ];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Odd_text_gets_a_short_reply(string text) => Assert.InRange(Stores.Shipped.Ask(text).Text.Length, 1, CorpusJudge.LongestReply);

    [Theory]
    [InlineData("市水利局牵头哪些任务")]
    [InlineData("<div>")]
    [InlineData("😀")]
    [InlineData("九")]
    [InlineData("9")]
    [InlineData("a ")]
    [InlineData("\ud83d")]
    public void Ten_thousand_characters_get_a_short_reply(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, (10_000 / piece.Length) + 1).ToString();

        Assert.InRange(Stores.Shipped.Ask(text).Text.Length, 1, 400);
    }

    [Property(MaxTest = 400)]
    public void Any_text_gets_a_reply(string? text) => Assert.InRange(Stores.Shipped.Ask(text ?? string.Empty).Text.Length, 1, CorpusJudge.LongestReply);

    [Property(MaxTest = 300)]
    public Property Any_mixture_of_questions_gets_a_reply() => Prop.ForAll(
        Gen.Elements(Asked).Select(Piece.Of).ListOf(3).Select(p => string.Concat(p)).ToArbitrary(),
        text => Stores.Shipped.Ask(text).Text.Length is > 0 and <= CorpusJudge.LongestReply);

    [Property(MaxTest = 60)]
    public Property Any_conversation_goes_on() => Prop.ForAll(Gen.Elements(Asked).ListOf(12).ToArbitrary(), texts =>
    {
        var context = ConversationContext.Empty;
        foreach (var text in texts)
        {
            var reply = Stores.Shipped.Ask(text, context);
            context = reply.Context;
            Assert.InRange(reply.Text.Length, 1, CorpusJudge.LongestReply);
            Assert.InRange(context.Turns.Length, 0, ConversationContext.Depth);
        }
    });

    [Fact]
    public void The_fewest_of_every_row_still_fits_a_reply()
    {
        var first = Stores.Shipped.Ask("普陀有哪些民生实事指标");

        Assert.InRange(Stores.Shipped.Ask("and the fewest?", first.Context).Text.Length, 1, CorpusJudge.LongestReply);
    }

    [Fact]
    public void An_empty_store_answers_every_question()
    {
        var empty = Core.Lookup.WorkItemIndex.Build([], new NameBook([]), Synonyms.BuiltIn());

        Assert.All(Asked, text => Assert.NotEmpty(Assistant.Reply(text, ConversationContext.Empty, empty, Stores.Now).Text));
    }

    /// <summary>The middle half of a question: cuts through words as a hasty thumb does.</summary>
    private static class Piece
    {
        public static string Of(string text) => text.Substring(text.Length / 4, text.Length / 2);
    }
}
