using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Cards;

/// <summary>Every card that the bot can produce, see <see cref="CardSamples"/>.</summary>
public sealed class CardTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n", WriteIndented = true };

    public static TheoryData<string> Names => [.. CardSamples.All.Select(sample => sample.Name)];

    [Fact]
    public void Every_method_that_makes_a_card_has_a_sample()
    {
        var made = typeof(AdaptiveCard).Assembly.GetTypes()
            .Where(type => type != typeof(AdaptiveCard) && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsPrivate && !method.IsSpecialName && IsCard(method.ReturnType))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Empty(made.Except(CardSamples.All.Select(sample => sample.Method), StringComparer.Ordinal));
    }

    [Fact]
    public void The_gallery_shows_every_element_and_button()
    {
        Assert.Equal(Cases(typeof(CardElement)), Gallery.Elements.Select(e => e.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Cases(typeof(CardButton)), Gallery.Buttons.Select(b => b.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_reads_as_reviewed(string name)
    {
        var sample = CardSamples.All.Single(s => s.Name == name);

        var written = string.Join('\n', sample.Write(CardHost.Teams).Select(card => JsonNode.Parse(card.Span)!.ToJsonString(Readable)));

        Golden(name, written + "\n");
    }

    [Fact]
    public void Every_card_is_within_its_budget_and_bears_what_is_read_aloud()
    {
        Assert.All(CardSamples.Written(), written =>
        {
            Assert.InRange(written.Json.Length, 1, AdaptiveCard.MaxBytes);
            using var card = JsonDocument.Parse(written.Json);
            Assert.Equal("1.5", card.RootElement.GetProperty("version").GetString());
            Assert.NotEqual("", card.RootElement.GetProperty("speak").GetString());
            Assert.NotEqual("", card.RootElement.GetProperty("fallbackText").GetString());
            Assert.Contains(card.RootElement.GetProperty("lang").GetString(), new[] { "zh", "en" });
        });
    }

    [Fact]
    public async Task Every_card_is_valid_under_the_official_schema()
    {
        var schema = await CardSchema.Default;

        var faults = CardSamples.Written().SelectMany(written => schema.Faults(written.Json).Select(fault => $"{written.Name} for {written.Host}: {fault}"));

        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_schema_finds_what_is_wrong()
    {
        var schema = await CardSchema.Default;

        Assert.NotEmpty(schema.Faults("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","colour":"good"}]}"""u8.ToArray()));
        Assert.NotEmpty(schema.Faults("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"FactSet"}]}"""u8.ToArray()));
    }

    /// <remarks>With SCREENSHOTS set to a folder it leaves pictures there.</remarks>
    [Fact(Timeout = 180_000)]
    public async Task Microsofts_renderer_shows_every_card_on_phone_and_desktop()
    {
        var cards = CardSamples.Written().Select(written => (Name: $"{written.Name} {written.Host}", written.Json)).ToList();

        var seen = await CardBrowser.ShowAsync(cards).WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2 * cards.Count, seen.Count);
        Assert.All(seen, card => Assert.True(card.Rendered, card.Kind));
        Assert.Empty(seen.SelectMany(card => card.Faults.Where(fault => !IsChart(fault)).Concat(card.Markup).Select(found => $"{card.Kind} on {card.Width}: {found}")));
        Assert.Empty(seen.Where(card => card.TooWide > 0).Select(card => $"{card.Kind} on {card.Width}: {card.TooWide} pixels too wide"));
    }

    // This renderer draws no charts, tells so, and shows what stands in their place.
    private static bool IsChart(string fault) => fault.Contains("Chart.", StringComparison.Ordinal);

    [Theory]
    [InlineData("zhoushan-2024-13.zh.jsonl")]
    [InlineData("zhoushan-2024-13.en.jsonl")]
    [InlineData("second.zh.jsonl")]
    [InlineData("second.en.jsonl")]
    public async Task The_card_of_every_answer_of_the_corpus_is_small_valid_and_says_what_the_text_says(string file)
    {
        var schema = await CardSchema.Default;
        foreach (var turn in CorpusRun.Of(file).Turns.Where(turn => AnswerCards.Suits(turn.Reply.Answer)))
        {
            foreach (var host in new[] { CardHost.WebChat, CardHost.Teams })
            {
                var card = Assert.Single(AnswerCards.Of(turn.Reply, host));

                Assert.InRange(card.Length, 1, AdaptiveCard.MaxBytes);
                Assert.Empty(schema.Faults(card));
                var shown = string.Concat(CardTexts.Of(JsonNode.Parse(card.Span)));
                Assert.All(Words(turn.Reply.Answer), word => Assert.Contains(word, shown, StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<string> Words(Answer answer) =>
        answer.Lines.SelectMany(line => line.Details.Prepend(line.Text).Append(line.Place)).Concat(answer.Headline.Split('\n')).Append(answer.PageMark).Append(answer.Source)
            .Concat(answer.Suggestions);

    private static bool IsCard(Type type) =>
        type == typeof(AdaptiveCard) || type == typeof(ReadOnlyMemory<byte>) || (type.IsGenericType && type.GetGenericArguments().Any(IsCard) && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>));

    private static IEnumerable<string> Cases(Type set) =>
        set.Assembly.GetTypes().Where(type => !type.IsAbstract && set.IsAssignableFrom(type)).Select(type => type.Name).Order(StringComparer.Ordinal);

    // UPDATE_GOLDEN=1 writes the file anew; its diff is reviewed.
    private static void Golden(string name, string actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", "Cards", $"{name.Replace(' ', '-')}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
