using System.Text;
using System.Text.Json;
using ZhoushanBot.Activities.Tests;

namespace ZhoushanBot.Core.Tests.Cards;

/// <summary>What Microsoft's renderer made of a card.</summary>
/// <param name="Kind">The card's name.</param>
/// <param name="Width">phone or desktop.</param>
/// <param name="Faults">What parsing and validating found, and errors of the page.</param>
/// <param name="Rendered">Whether anything is seen.</param>
/// <param name="Texts">Its paragraphs as they are read.</param>
/// <param name="Markup">Links, lists, bold print and the like, of which there must be none.</param>
/// <param name="TooWide">Pixels by which it is wider than its place.</param>
internal sealed record SeenCard(string Kind, string Width, string[] Faults, bool Rendered, string[] Texts, string[] Markup, int TooWide);

/// <summary>Microsoft's renderer, npm's adaptivecards, in Debian's Chromium. Where one of them is missing the test is skipped, but fails in CI.</summary>
internal static class CardBrowser
{
    private const string Chromium = "/usr/bin/chromium";

    public static async Task<IReadOnlyList<SeenCard>> ShowAsync(IEnumerable<(string Name, ReadOnlyMemory<byte> Json)> cards)
    {
        if (!File.Exists(Chromium))
        {
            const string Reason = $"Chromium is not installed: there is no {Chromium}";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Fail(Reason);
        }

        var input = new StringBuilder("[");
        foreach (var (name, json) in cards)
        {
            input.Append(input.Length > 1 ? "," : "").Append("{\"name\":").Append(JsonSerializer.Serialize(name)).Append(",\"card\":").Append(Encoding.UTF8.GetString(json.Span)).Append('}');
        }

        string[] folder = Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } screenshots ? [screenshots] : [];
        var output = await NodePeer.RunAsync("cards.cjs", input.Append(']').ToString(), folder);
        return JsonSerializer.Deserialize<SeenCard[]>(output, JsonSerializerOptions.Web)!;
    }
}
