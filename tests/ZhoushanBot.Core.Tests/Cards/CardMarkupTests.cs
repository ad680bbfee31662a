using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Cards;

/// <summary>What is data stays text: nothing in it becomes a link, a list, bold print or a date.</summary>
public sealed class CardMarkupTests
{
    private static readonly string[] Pieces =
    [
        "*", "**", "_", "__", "~~", "`", "```", "#", "# ", "- ", "+ ", "1. ", "12) ", "> ", "---", "===", "|", "\\", "&amp;", "&#42;", "<b>", "</b>", "<!--", "![a](b)", "[a](https://b.c)",
        "[a]: b", "https://a.b", "http://a", "www.a.cn", "ftp://x", "a@b.cn", "mailto:a@b.cn", "{{DATE(2024-06-30T00:00:00Z, SHORT)}}", "{{TIME(2024-06-30T00:00:00Z)}}", "{{", "}}", "${a}",
        "岑港水库", "扩容 200 万方", "≥50%", "a", "Word", "2024", "3.5", " ", "  ", "。", "（一）", "\"", "'", "\n", "\r\n", "\t", "    ", "😀", "\u200b",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Property(MaxTest = 2000)]
    public Property A_text_block_holds_the_text_itself_and_nothing_that_could_be_markup() => Prop.ForAll(Texts, text =>
    {
        var block = Written(new TextBlock(text))["body"]![0]!;

        if ((string)block["type"]! == "TextBlock")
        {
            Assert.Equal(text, (string?)block["text"]);
            Assert.False(CardMarkup.IsIn(text));
        }
        else
        {
            var runs = block["inlines"]!.AsArray().Select(run => (string)run!["text"]!).ToList();
            Assert.Equal(text, string.Concat(runs));
            Assert.All(runs, run => Assert.DoesNotContain("{{", run, StringComparison.Ordinal));
        }
    });

    [Property(MaxTest = 2000)]
    public Property A_disarmed_text_holds_no_markup() => Prop.ForAll(Texts, text => Assert.False(CardMarkup.IsIn(CardMarkup.Disarm(text))));

    [Property(MaxTest = 500)]
    public Property Facts_and_choices_hold_no_markup_where_hosts_read_it() => Prop.ForAll(Texts, Texts, (name, value) =>
    {
        var body = Written(new FactSet([new CardFact(name, value)]), new ChoiceInput("c", "c", [new CardChoice(name, "v")]) { IsExpanded = true })["body"]!;

        Assert.All(
            body.ToJsonString().Contains("\"FactSet\"", StringComparison.Ordinal) ? [name, value] : Array.Empty<string>(),
            text => Assert.False(CardMarkup.IsIn(text)));
        Assert.False(CardMarkup.IsIn((string)body[1]!["choices"]![0]!["title"]!));
    });

    /// <remarks>A fixed seed: the same texts each time.</remarks>
    [Fact(Timeout = 180_000)]
    public async Task Microsofts_renderer_with_its_own_markdown_shows_such_texts_letter_for_letter()
    {
        var random = new Random(2024);
        var mixed = Enumerable.Range(0, 200).Select(_ => string.Concat(random.GetItems(Pieces, random.Next(2, 9))));
        var texts = Pieces.Concat(mixed).Where(text => text.Trim().Length > 0).ToList();
        var card = new AdaptiveCard { Language = ReplyLanguage.Chinese, Summary = "a", Body = [.. texts.Select(text => new TextBlock(text))] };

        var seen = await CardBrowser.ShowAsync([("texts", card.ToUtf8(CardHost.WebChat))]).WaitAsync(TestContext.Current.CancellationToken);

        Assert.All(seen, page =>
        {
            Assert.Empty(page.Faults);
            Assert.Empty(page.Markup);
            Assert.Equal(texts.Select(AsRead), page.Texts.Select(AsRead));
        });
    }

    // Blanks and line ends run together in a paragraph.
    private static string AsRead(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));

    private static JsonNode Written(params CardElement[] body) =>
        JsonNode.Parse(new AdaptiveCard { Language = ReplyLanguage.English, Summary = "a", Body = [.. body] }.ToUtf8(CardHost.Teams).Span)!;
}
