using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using ZhoushanBot.Activities.Authentication;

namespace ZhoushanBot.Activities.Tests;

/// <summary>A signing key made here.</summary>
internal sealed record TestKey(string Id, RSA Rsa, string[] Endorsements)
{
    public static TestKey Make(string id, params string[] endorsements) => new(id, RSA.Create(2048), endorsements);

    public JsonObject Jwk()
    {
        var numbers = Rsa.ExportParameters(false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (Endorsements.Length > 0)
        {
            jwk["endorsements"] = new JsonArray([.. Endorsements.Select(name => (JsonNode)name)]);
        }

        return jwk;
    }
}

/// <summary>Stands for Microsoft's login servers: OpenID metadata of channel and directory, keys, and tokens for the bot.</summary>
internal sealed class FakeCloud : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.com";

    private readonly WebApplication app;
    private int channelFetches;
    private int tokensGiven;

    private FakeCloud(WebApplication app) => this.app = app;

    // Made once: making them takes longer than all the tests that use them.
    private static readonly TestKey TeamsKey = TestKey.Make("k-msteams", "msteams");
    private static readonly TestKey WebChatKey = TestKey.Make("k-webchat", "webchat", "directline", "emulator");
    private static readonly TestKey UnendorsedKey = TestKey.Make("k-noend");
    private static readonly TestKey DirectoryKey = TestKey.Make("k-aad");
    private static readonly TestKey StrangerKey = TestKey.Make("k-stranger", "msteams");

    public TestKey Teams => TeamsKey;

    public TestKey WebChat => WebChatKey;

    public TestKey Unendorsed => UnendorsedKey;

    public TestKey Directory => DirectoryKey;

    /// <summary>In no metadata.</summary>
    public TestKey Stranger => StrangerKey;

    /// <summary>The channel's keys; replace them to roll over.</summary>
    public IReadOnlyList<TestKey> ChannelKeys { get; set; } = [];

    public bool IsDown { get; set; }

    /// <summary>How often the channel's metadata was asked for.</summary>
    public int ChannelFetches => channelFetches;

    /// <summary>Requests for a token: path and form.</summary>
    public ConcurrentQueue<(string Path, string Form)> TokenRequests { get; } = [];

    public int TokenStatus { get; set; } = 200;

    public string Url => LoopbackServer.AddressOf(app);

    public CloudEndpoints Endpoints => new() { OpenIdMetadata = Url + "/channel", EmulatorOpenIdMetadata = Url + "/aad" };

    public static async Task<FakeCloud> StartAsync()
    {
        FakeCloud? self = null;
        var web = await LoopbackServer.StartAsync(_ => { }, server => server.Run(http => self!.HandleAsync(http)));
        self = new FakeCloud(web);
        self.ChannelKeys = [self.Teams, self.WebChat, self.Unendorsed];
        return self;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            using var reader = new StreamReader(http.Request.Body);
            TokenRequests.Enqueue((path, Uri.UnescapeDataString(await reader.ReadToEndAsync(http.RequestAborted))));
            http.Response.StatusCode = TokenStatus;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(
                TokenStatus == 200
                    ? $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{Interlocked.Increment(ref tokensGiven)}}"}"""
                    : """{"error":"invalid_client","error_description":"no"}""",
                http.RequestAborted);
            return;
        }

        http.Response.StatusCode = IsDown ? 500 : 200;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(IsDown ? "" : DocumentAt(path).ToJsonString(), http.RequestAborted);
    }

    private JsonObject DocumentAt(string path)
    {
        if (path == "/channel")
        {
            Interlocked.Increment(ref channelFetches);
        }

        return path switch
        {
            "/channel" => new() { ["issuer"] = Issuer, ["jwks_uri"] = Url + "/channel/keys" },
            "/channel/keys" => new() { ["keys"] = new JsonArray([.. ChannelKeys.Select(key => key.Jwk())]) },
            "/aad" => new() { ["issuer"] = "https://sts.windows.net/{tenantid}/", ["jwks_uri"] = Url + "/aad/keys" },
            _ => new() { ["keys"] = new JsonArray(Directory.Jwk()) },
        };
    }
}
