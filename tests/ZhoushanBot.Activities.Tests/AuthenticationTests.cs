using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities.Authentication;

namespace ZhoushanBot.Activities.Tests;

/// <summary>Tokens good and bad at the endpoint: the attack list, the rules of the archived .NET SDK, and the life of keys.</summary>
public sealed class AuthenticationTests : IAsyncLifetime
{
    private const string ServiceUrl = "http://127.0.0.1:9/";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));
    private FakeCloud cloud = null!;
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        cloud = await FakeCloud.StartAsync();
        bot = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_is_accepted_and_tells_who_calls()
    {
        string? caller = null;
        bot.OnTurn = (turn, _) =>
        {
            caller = turn.Activity.CallerId;
            return new((InvokeResponse?)null);
        };

        Assert.Equal(200, await StatusAsync(Good()));
        Assert.Equal("urn:botframework:azure", caller);
    }

    public static TheoryData<string, int> Headers => new()
    {
        { "", 401 },
        { "Basic abc", 401 },
        { "Bearer", 401 },
        { "Bearer ", 401 },
        { "Bearer notatoken", 401 },
        { "Bearer a.b.c", 401 },
        { "Bearer ..", 401 },
        { "Bearer e30.e30.", 401 },
        { "Bearer one two", 401 },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task What_is_no_token_is_401_without_a_word(string header, int status)
    {
        var answer = await bot.PostAsync(AnActivity.ExpectingReplies("x"), header);

        Assert.Equal(new Answer(status, ""), answer);
    }

    [Fact]
    public async Task The_scheme_is_written_with_a_capital() => Assert.Equal(401, await StatusAsync("bearer" + Good()["Bearer".Length..]));

    [Fact]
    public async Task No_header_is_401() => Assert.Equal(401, (await bot.PostAsync(AnActivity.ExpectingReplies("x"))).Status);

    [Theory]
    [InlineData("RS256", 200)]
    [InlineData("RS384", 200)]
    [InlineData("RS512", 200)]
    [InlineData("PS256", 401)]
    [InlineData("HS256", 401)]
    [InlineData("none", 401)]
    public async Task Only_rsa_with_a_hash_is_a_signature(string algorithm, int status) =>
        Assert.Equal(status, await StatusAsync("Bearer " + Tokens.Sign(cloud.Teams, Claims(), algorithm)));

    [Fact]
    public async Task A_changed_token_is_refused() => Assert.Equal(401, await StatusAsync("Bearer " + Tokens.Tamper(Good()["Bearer ".Length..])));

    [Fact]
    public async Task An_unknown_key_is_refused() => Assert.Equal(401, await StatusAsync("Bearer " + Tokens.Sign(cloud.Stranger, Claims())));

    [Fact]
    public async Task A_known_key_id_with_another_key_is_refused() =>
        Assert.Equal(401, await StatusAsync("Bearer " + Tokens.Sign(cloud.Stranger, Claims(), keyId: "k-msteams")));

    [Fact]
    public async Task A_token_that_names_no_key_is_refused() => Assert.Equal(401, await StatusAsync("Bearer " + Tokens.Sign(cloud.Teams, Claims(), keyId: null)));

    [Fact]
    public async Task A_channel_token_signed_by_a_directory_key_is_refused() =>
        Assert.Equal(401, await StatusAsync("Bearer " + Tokens.Sign(cloud.Directory, Claims())));

    public static TheoryData<string, string?, int> ChangedClaims => new()
    {
        { "iss", "\"https://evil.example\"", 401 },
        { "iss", null, 401 },
        { "iss", "5", 401 },
        { "aud", "\"other\"", 401 },
        { "aud", null, 401 },
        { "aud", "[]", 401 },
        { "aud", "[\"11111111-2222-3333-4444-555555555555\"]", 200 },
        { "aud", "[\"other\",\"11111111-2222-3333-4444-555555555555\"]", 401 },
        { "serviceurl", "\"http://evil.example/\"", 401 },
        { "serviceurl", null, 401 },
        { "serviceurl", "5", 401 },
        { "serviceurl", "\"HTTP://127.0.0.1:9/\"", 200 },
        { "exp", null, 401 },
        { "exp", "\"soon\"", 401 },
        { "exp", "99999999999999999999", 401 },
        { "nbf", null, 200 },
    };

    [Theory]
    [MemberData(nameof(ChangedClaims))]
    public async Task Issuer_audience_service_url_and_expiry_must_be_right(string name, string? value, int status) =>
        Assert.Equal(status, await StatusAsync("Bearer " + Tokens.Sign(cloud.Teams, Claims().With((name, value is null ? null : JsonNode.Parse(value))))));

    [Theory]
    [InlineData(-60, -4, 200)]
    [InlineData(-60, -6, 401)]
    [InlineData(4, 60, 200)]
    [InlineData(6, 60, 401)]
    public async Task Clocks_may_differ_by_five_minutes(int startsInMinutes, int endsInMinutes, int status)
    {
        var now = time.GetUtcNow();
        var claims = Claims().With(
            ("nbf", now.AddMinutes(startsInMinutes).ToUnixTimeSeconds()), ("exp", now.AddMinutes(endsInMinutes).ToUnixTimeSeconds()));

        Assert.Equal(status, await StatusAsync("Bearer " + Tokens.Sign(cloud.Teams, claims)));
    }

    [Fact]
    public async Task A_token_that_was_accepted_is_refused_once_it_has_expired()
    {
        var token = Good();
        var before = await StatusAsync(token);
        time.Advance(TimeSpan.FromMinutes(66));

        Assert.Equal((200, 401), (before, await StatusAsync(token)));
    }

    [Fact]
    public async Task A_captured_request_sent_again_is_answered_but_not_handled_and_worth_nothing_once_its_token_is_over()
    {
        var token = Good();
        var captured = ActivityJson.ToUtf8(AnActivity.ExpectingReplies("x") with { ServiceUrl = ServiceUrl });

        var answers = new List<Answer>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await bot.PostAsync(captured, token));
        }

        time.Advance(TimeSpan.FromMinutes(66));
        var late = await bot.PostAsync(captured, token);

        Assert.Equal(1, bot.Turns);
        Assert.Single(answers.Distinct());
        Assert.Equal(new Answer(401, ""), late);
    }

    [Fact]
    public async Task A_token_that_was_accepted_vouches_for_no_other_activity()
    {
        var token = Good();
        await StatusAsync(token);

        Assert.Equal(401, await StatusAsync(token, message => message.ServiceUrl = "http://127.0.0.1:10/"));
        Assert.Equal(401, await StatusAsync(token, message => message.ChannelId = "webchat"));
    }

    [Fact]
    public async Task A_key_is_good_for_the_channels_that_it_is_endorsed_for()
    {
        var webChat = "Bearer " + Tokens.Sign(cloud.WebChat, Claims());
        var unendorsed = "Bearer " + Tokens.Sign(cloud.Unendorsed, Claims());

        Assert.Equal(401, await StatusAsync(webChat));
        Assert.Equal(200, await StatusAsync(webChat, message => message.ChannelId = "webchat"));
        Assert.Equal(401, await StatusAsync(unendorsed));
        Assert.Equal(401, await StatusAsync(unendorsed, message => message.ChannelId = null));
        Assert.Equal(200, await StatusAsync(Good(), message => message.ChannelId = null));
    }

    [Fact]
    public async Task A_required_endorsement_must_be_there_besides_the_channels_own()
    {
        await using var strict = await StartAsync(options => options.RequiredEndorsements.Add("directline"));

        var teams = await strict.PostAsync(AnActivity.ExpectingReplies("x"), Good());
        var webChat = await strict.PostAsync(
            AnActivity.ExpectingReplies("x") with { ChannelId = "webchat" }, "Bearer " + Tokens.Sign(cloud.WebChat, Claims()));

        Assert.Equal((401, 200), (teams.Status, webChat.Status));
    }

    [Fact]
    public async Task A_token_goes_out_only_to_a_service_url_that_an_authenticated_activity_brought()
    {
        var trusted = bot.Services.GetRequiredService<TrustedServiceUrls>();
        var before = trusted.IsTrusted(ServiceUrl);

        await StatusAsync("Bearer " + Tokens.Sign(cloud.Stranger, Claims()));
        var afterRefusal = trusted.IsTrusted(ServiceUrl);
        await StatusAsync(Good());

        Assert.Equal((false, false, true), (before, afterRefusal, trusted.IsTrusted(ServiceUrl)));
        Assert.False(trusted.IsTrusted("https://smba.trafficmanager.net/emea/"));
    }

    [Fact]
    public async Task Even_a_token_makes_no_plain_http_address_elsewhere_trusted()
    {
        var token = "Bearer " + Tokens.Sign(cloud.Teams, Claims().With(("serviceurl", "http://channel.example/")));
        var message = AnActivity.Message("x", "http://channel.example/");

        Assert.Equal(403, (await bot.PostAsync(message, token)).Status);
    }

    public static TheoryData<string, string, string?, int> EmulatorTokens => new()
    {
        { Tokens.EmulatorIssuerV1, "1.0", FakeCloud.AppId, 200 },
        { Tokens.EmulatorIssuerV2, "2.0", FakeCloud.AppId, 200 },
        { "https://sts.windows.net/" + OwnTenant + "/", "1.0", FakeCloud.AppId, 200 },
        { "https://sts.windows.net/00000000-0000-0000-0000-000000000000/", "1.0", FakeCloud.AppId, 401 },
        { Tokens.EmulatorIssuerV1, "1.0", "other", 401 },
        { Tokens.EmulatorIssuerV1, "1.0", null, 401 },
        { Tokens.EmulatorIssuerV1, "3.0", FakeCloud.AppId, 401 },
        { Tokens.EmulatorIssuerV1, "", FakeCloud.AppId, 401 },
    };

    private const string OwnTenant = "22222222-0000-0000-0000-000000000000";

    [Theory]
    [MemberData(nameof(EmulatorTokens))]
    public async Task The_emulators_token_is_accepted_where_that_is_switched_on(string issuer, string version, string? app, int status)
    {
        await using var development = await StartAsync(options => options.AllowEmulator = true);
        var claims = Claims().With(
            ("iss", issuer), ("ver", version.Length > 0 ? version : null), (version == "2.0" ? "azp" : "appid", app), ("serviceurl", null));
        var header = "Bearer " + Tokens.Sign(cloud.Directory, claims);

        Assert.Equal(status, (await development.PostAsync(AnActivity.ExpectingReplies("x") with { ChannelId = "emulator" }, header)).Status);
        Assert.Equal(401, await StatusAsync(header, message => message.ChannelId = "emulator"));
    }

    [Fact]
    public async Task The_bots_own_outbound_token_does_not_let_a_channel_in_as_emulator()
    {
        await using var development = await StartAsync(options => options.AllowEmulator = true);
        var outbound = Claims().With(("iss", Tokens.EmulatorIssuerV1), ("ver", "1.0"), ("appid", FakeCloud.AppId), ("aud", "https://api.botframework.com"));

        Assert.Equal(401, (await development.PostAsync(AnActivity.ExpectingReplies("x"), "Bearer " + Tokens.Sign(cloud.Directory, outbound))).Status);
    }

    [Fact]
    public async Task An_emulator_token_signed_by_a_channel_key_and_a_skills_token_are_refused()
    {
        await using var development = await StartAsync(options => options.AllowEmulator = true);
        var byChannelKey = Claims().With(("iss", Tokens.EmulatorIssuerV1), ("ver", "1.0"), ("appid", FakeCloud.AppId));
        var ofSkill = Claims().With(("iss", Tokens.EmulatorIssuerV1), ("ver", "1.0"), ("appid", "99999999-0000-0000-0000-000000000000"));

        Assert.Equal(401, (await development.PostAsync(AnActivity.ExpectingReplies("x"), "Bearer " + Tokens.Sign(cloud.Teams, byChannelKey))).Status);
        Assert.Equal(401, (await development.PostAsync(AnActivity.ExpectingReplies("x"), "Bearer " + Tokens.Sign(cloud.Directory, ofSkill))).Status);
    }

    [Fact]
    public async Task A_new_key_is_accepted_after_one_refresh_and_the_old_one_no_more()
    {
        var oldToken = Good();
        Assert.Equal(200, await StatusAsync(oldToken));
        var rolledOver = TestKey.Make("k-new", "msteams");
        cloud.ChannelKeys = [rolledOver];

        var status = await StatusAsync("Bearer " + Tokens.Sign(rolledOver, Claims()));

        Assert.Equal((200, 2), (status, cloud.ChannelFetches));
        Assert.Equal(401, await StatusAsync(oldToken));
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_causes_one_refresh_an_interval()
    {
        await StatusAsync(Good());
        var flood = Enumerable.Range(0, 50).Select(n => "Bearer " + Tokens.Sign(cloud.Stranger, Claims(), keyId: "invented-" + n)).ToList();

        var statuses = await Task.WhenAll(flood.Select(token => StatusAsync(token)));
        var afterFlood = cloud.ChannelFetches;
        time.Advance(TimeSpan.FromSeconds(61));
        await Task.WhenAll(flood.Select(token => StatusAsync(token)));

        Assert.All(statuses, status => Assert.Equal(401, status));
        Assert.Equal((2, 3), (afterFlood, cloud.ChannelFetches));
    }

    [Fact]
    public async Task Without_keys_nothing_is_accepted_and_the_server_is_not_flooded()
    {
        cloud.IsDown = true;

        var statuses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StatusAsync(Good())));
        cloud.IsDown = false;
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.All(statuses, status => Assert.Equal(503, status));
        Assert.Equal(200, await StatusAsync(Good()));
    }

    [Fact]
    public async Task Known_keys_outlive_a_failing_metadata_server_for_days_but_not_for_ever()
    {
        await StatusAsync(Good());
        cloud.IsDown = true;
        time.Advance(TimeSpan.FromDays(2));
        var afterTwoDays = await StatusAsync(Good());
        time.Advance(TimeSpan.FromDays(4));

        Assert.Equal((200, 503), (afterTwoDays, await StatusAsync(Good())));
    }

    [Fact]
    public async Task Keys_are_asked_for_once_however_many_come_at_the_same_time()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => StatusAsync(Good())));

        Assert.All(statuses, status => Assert.Equal(200, status));
        Assert.Equal(1, cloud.ChannelFetches);
    }

    private Task<TestBot> StartAsync(Action<BotChannelOptions>? more = null) => TestBot.StartAsync(
        options =>
        {
            options.AppId = FakeCloud.AppId;
            options.Password = "secret";
            options.TenantId = OwnTenant;
            options.Endpoints = cloud.Endpoints;
            more?.Invoke(options);
        },
        time);

    private JsonObject Claims() => Tokens.Channel(ServiceUrl, time.GetUtcNow());

    private string Good() => "Bearer " + Tokens.Sign(cloud.Teams, Claims());

    private async Task<int> StatusAsync(string header, Action<Activity>? change = null)
    {
        var message = AnActivity.ExpectingReplies("x");
        change?.Invoke(message);
        var answer = await bot.PostAsync(message, header);
        Assert.True(answer.Status == 200 || answer.Body.Length == 0);
        return answer.Status;
    }
}
