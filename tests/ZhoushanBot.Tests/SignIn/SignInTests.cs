using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Tests.DirectLine;

namespace ZhoushanBot.Tests.SignIn;

/// <summary>Not beside other tests: settings of the environment are everybody's.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public sealed class EnvironmentOfThisProcess;

/// <summary>A registered bot with sign-in, told so by its environment, as an administrator does it.</summary>
internal static class SigningInService
{
    /// <summary>Starts it.</summary>
    /// <returns>Its address.</returns>
    public static Uri Listen(BotService service, string authority, string publicUrl = "")
    {
        (string Name, string Value)[] settings =
        [
            ("Bot__AppId", "an-app"), ("Bot__TenantId", "t"), ("Bot__Password", "p"), ("DirectLine__PublicUrl", publicUrl),
            ("SignIn__Authority", authority), ("SignIn__ClientId", FakeIssuer.ClientId), ("SignIn__ClientSecret", FakeIssuer.ClientSecret),
        ];
        foreach (var (name, value) in settings)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            return service.Listen();
        }
        finally
        {
            foreach (var (name, _) in settings)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}

/// <summary>A registered bot whose people sign in: who they are comes from the issuer, and from nowhere else.</summary>
[Collection("environment")]
public sealed class SignInTests : IAsyncLifetime
{
    // ASP.NET Core judges identity tokens by the real clock, so that the tests' clock must start there.
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private readonly BotService service = new();
    private FakeIssuer issuer = null!;
    private Uri url = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        issuer = await FakeIssuer.StartAsync();
        url = SigningInService.Listen(service.With(services => services.AddSingleton<TimeProvider>(time)), issuer.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task Who_signed_in_chats_under_the_name_and_id_that_the_issuer_vouches_for()
    {
        using var browser = await SignedInAsync();
        var settings = JsonNode.Parse(await (await browser.GetAsync("/chat/settings")).Content.ReadAsStringAsync(Cancel))!;
        using var client = await ClientAsync(browser, """{"user":{"id":"persona-administrator"}}""");

        await client.SendAsync(HttpMethod.Post, "/conversations", new JsonObject());
        await client.PostAsync(new JsonObject { ["type"] = "message", ["text"] = "市水利局牵头哪些任务", ["from"] = new JsonObject { ["id"] = "persona-administrator", ["name"] = "市长" } });

        var (activities, _) = await client.ReadAsync();
        var said = activities.Single(activity => (string?)activity!["from"]!["role"] == "user")!;
        Assert.StartsWith("oidc-", (string?)said["from"]!["id"], StringComparison.Ordinal);
        Assert.Equal("王干部", (string?)said["from"]!["name"]);
        Assert.Equal(("王干部", "/signin", 0), ((string?)settings["signedInName"], (string?)settings["signInPath"], settings["personas"]!.AsArray().Count));
        Assert.Contains("岑港水库", activities[^1]!.Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_sign_in_gets_no_token_whoever_they_say_they_are()
    {
        using var browser = new Browser(url);

        foreach (var body in new[] { "{}", """{"user":{"id":"persona-administrator"}}""", """{"user":{"id":"oidc-x"}}""" })
        {
            using var response = await browser.PostAsync("/v3/directline/tokens/generate", Json(body));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_person_is_the_same_in_every_conversation_and_nobody_else()
    {
        using var browser = await SignedInAsync();
        using var again = await SignedInAsync();
        issuer.Person = ("s-2", "王干部");
        using var other = await SignedInAsync();

        var tokens = new List<JsonNode>();
        foreach (var one in new[] { browser, browser, again, other })
        {
            tokens.Add(await TokenAsync(one, "{}"));
        }

        Assert.Equal(4, tokens.Select(token => (string)token["conversationId"]!).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([1, 3], tokens.CountBy(token => (string)token["userId"]!).Select(count => count.Value).Order());
    }

    [Fact]
    public async Task Neither_a_cookie_nor_anothers_token_opens_a_conversation()
    {
        using var victim = await ClientAsync(await SignedInAsync(), "{}");
        await victim.SendAsync(HttpMethod.Post, "/conversations", new JsonObject());
        var before = (await victim.ReadAsync()).Activities.Count;
        issuer.Person = ("s-2", "李干部");
        using var browser = await SignedInAsync();
        var thief = (string)(await TokenAsync(browser, "{}"))["token"]!;
        var theirs = $"/v3/directline/conversations/{victim.ConversationId}";

        foreach (var token in new[] { null, thief })
        {
            using var posted = await browser.PostAsync($"{theirs}/activities", Json("""{"type":"message","text":"x"}"""), token);
            using var read = token is null ? await browser.GetAsync($"{theirs}/activities") : await browser.PostAsync($"{theirs}/upload", Json("{}"), token);
            Assert.All([posted, read], response => Assert.Equal(token is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, response.StatusCode));
        }

        Assert.Equal(before, (await victim.ReadAsync()).Activities.Count);
    }

    [Fact]
    public async Task After_half_a_day_a_person_signs_in_again()
    {
        using var browser = await SignedInAsync();
        time.Advance(TimeSpan.FromHours(11.8));
        using var client = await ClientAsync(browser, "{}");
        var (_, opened) = await client.SendAsync(HttpMethod.Post, "/conversations", new JsonObject());
        using var stream = await DirectLineStream.OpenAsync((string)opened!["streamUrl"]!);
        await stream.NextAsync();

        time.Advance(TimeSpan.FromMinutes(5));
        var (refreshed, newer) = await client.SendAsync(HttpMethod.Post, "/tokens/refresh");
        time.Advance(TimeSpan.FromMinutes(10));
        client.Token = (string)newer!["token"]!;
        var (expired, _) = await client.SendAsync(HttpMethod.Post, "/tokens/refresh");
        using var refused = await browser.PostAsync("/v3/directline/tokens/generate", Json("{}"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (refreshed, expired, refused.StatusCode));
        Assert.InRange((int)newer["expires_in"]!, 1, 12 * 60);
        Assert.NotNull(await stream.EndAsync());
        using var renewed = await browser.FollowAsync("/signin");
        Assert.NotEqual("", (string?)(await TokenAsync(browser, "{}"))["token"]);
    }

    [Fact]
    public async Task Who_signs_out_gets_no_more_tokens()
    {
        using var browser = await SignedInAsync();

        using var signedOut = await browser.PostAsync("/signout", Json(""));

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        using var refused = await browser.PostAsync("/v3/directline/tokens/generate", Json("{}"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("nonce", "another")]
    [InlineData("aud", "another-client")]
    [InlineData("iss", "https://evil.example")]
    [InlineData("sub", "")]
    [InlineData("exp", "1700000000")]
    public async Task A_wrong_identity_token_signs_nobody_in(string claim, string value)
    {
        issuer.Claims = claims => claims[claim] = claim == "exp" ? long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : value;
        using var browser = await SignedInAsync();

        using var refused = await browser.PostAsync("/v3/directline/tokens/generate", Json("{}"));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("/signin-oidc")]
    [InlineData("/signin-oidc?code=x&state=y")]
    [InlineData("/signin-oidc?error=access_denied&state=y")]
    public async Task A_forged_return_from_the_issuer_leads_to_the_page_signed_out(string path)
    {
        using var browser = new Browser(url);

        using var response = await browser.GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (response.StatusCode, response.Headers.Location?.ToString()));
        using var refused = await browser.PostAsync("/v3/directline/tokens/generate", Json("{}"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        using var browser = await SignedInAsync();

        var cookie = browser.Set.Last(set => set.StartsWith("zhoushanbot=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static async Task<JsonNode> TokenAsync(Browser browser, string body)
    {
        using var response = await browser.PostAsync("/v3/directline/tokens/generate", Json(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(url);
        using var page = await browser.FollowAsync("/signin");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return browser;
    }

    private async Task<DirectLineClient> ClientAsync(Browser browser, string body)
    {
        var client = new DirectLineClient(url);
        client.Use(await TokenAsync(browser, body));
        return client;
    }
}

[Collection("environment")]
public sealed class SignInBehindProxyTests
{
    [Fact]
    public async Task The_issuer_is_told_the_public_address_and_cookies_go_over_https_only()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var service = new BotService();
        using var browser = new Browser(SigningInService.Listen(service, issuer.Url, "https://bot.example.org/"));

        using var response = await browser.GetAsync("/signin");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("redirect_uri=" + Uri.EscapeDataString("https://bot.example.org/signin-oidc"), response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.All(browser.Set, cookie => Assert.Contains("secure", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_issuer_is_away_the_page_says_so_in_both_languages()
    {
        await using var service = new BotService();
        using var browser = new Browser(SigningInService.Listen(service, "http://127.0.0.1:9"));

        using var response = await browser.GetAsync("/signin");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("请稍后再试", text, StringComparison.Ordinal);
        Assert.Contains("try again later", text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
    }
}
