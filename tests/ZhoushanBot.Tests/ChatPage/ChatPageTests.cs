using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ZhoushanBot.Tests.ChatPage;

public sealed partial class ChatPageTests : IAsyncDisposable
{
    private readonly BotService service = new();
    private readonly HttpClient http;

    public ChatPageTests() => http = new HttpClient { BaseAddress = service.Listen() };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_runs_no_script_but_its_own_and_sits_in_no_frame()
    {
        using var response = await http.GetAsync("/", Cancel);
        var page = await response.Content.ReadAsStringAsync(Cancel);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.Contains($"'nonce-{Nonce().Match(page).Groups["nonce"].Value}'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nonce_is_another_one_each_time()
    {
        var first = Nonce().Match(await http.GetStringAsync("/", Cancel)).Groups["nonce"].Value;
        var second = Nonce().Match(await http.GetStringAsync("/", Cancel)).Groups["nonce"].Value;

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Everything_that_the_page_names_is_served_from_here()
    {
        var page = await http.GetStringAsync("/", Cancel);
        var script = await http.GetStringAsync("/chat/chat.js", Cancel);
        var named = Reference().Matches(page).Select(match => match.Groups["url"].Value)
            .Concat(Import().Matches(script).Select(match => "/chat/" + match.Groups["file"].Value)).Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(5, named.Count);
        Assert.DoesNotContain("//", page.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var url in named)
        {
            using var response = await http.GetAsync(url, Cancel);
            Assert.Equal((url, HttpStatusCode.OK), (url, response.StatusCode));
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task The_settings_name_the_personas_in_both_languages_and_where_web_chat_lies()
    {
        var settings = (await http.GetFromJsonAsync<JsonNode>("/chat/settings", Cancel))!;

        Assert.Equal(6, settings["personas"]!.AsArray().Count);
        Assert.All(settings["personas"]!.AsArray(), persona => Assert.NotEqual((string?)persona!["chinese"], (string?)persona["english"]));
        Assert.Null(settings["signInPath"]);
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string?)settings["webChatVersion"]);
        if ((string?)settings["webChat"] is { } webChat)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, webChat);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var response = await http.SendAsync(request, Cancel);
            Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
            Assert.True(response.Headers.CacheControl!.Public);
            Assert.InRange(response.Content.Headers.ContentLength!.Value, 100_000, 2_000_000);
        }
    }

    [Fact]
    public async Task Both_languages_have_the_same_words()
    {
        var words = await http.GetStringAsync("/chat/words.js", Cancel);
        var parts = words.Split("  en: {");

        Assert.Equal(Word().Matches(parts[0]).Select(match => match.Value), Word().Matches(parts[1]).Select(match => match.Value));
        Assert.True(Word().Count(parts[1]) > 15);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await service.DisposeAsync();
    }

    [GeneratedRegex("data-nonce=\"(?<nonce>[0-9a-f]{32})\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();

    [GeneratedRegex("(?:src|href)=\"(?<url>/[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"from '\./(?<file>[a-z]+\.js)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();

    [GeneratedRegex(@"^    \w+(?=:)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Word();
}
