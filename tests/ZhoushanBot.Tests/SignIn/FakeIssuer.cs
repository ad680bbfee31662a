using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using ZhoushanBot.Activities.Tests;

namespace ZhoushanBot.Tests.SignIn;

/// <summary>A sign-in service by OpenID Connect: code flow with PKCE, strict in what it takes. Whoever comes is the person that is set.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    public const string ClientId = "zhoushanbot";
    public const string ClientSecret = "issuer's secret";

    private static readonly TestKey Key = TestKey.Make("issuer-key");
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Grant> grants = new(StringComparer.Ordinal);

    private FakeIssuer(WebApplication app) => this.app = app;

    /// <summary>Who sits there.</summary>
    public (string Subject, string Name) Person { get; set; } = ("s-1", "王干部");

    /// <summary>Changes the claims of identity tokens.</summary>
    public Action<JsonObject> Claims { get; set; } = _ => { };

    public string Url => LoopbackServer.AddressOf(app);

    public static async Task<FakeIssuer> StartAsync()
    {
        FakeIssuer? self = null;
        var web = await LoopbackServer.StartAsync(_ => { }, server => server.Run(http => self!.HandleAsync(http)));
        return self = new FakeIssuer(web);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task HandleAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => http.Response.WriteAsJsonAsync(new JsonObject
        {
            ["issuer"] = Url,
            ["authorization_endpoint"] = Url + "/authorize",
            ["token_endpoint"] = Url + "/token",
            ["jwks_uri"] = Url + "/keys",
        }),
        "/keys" => http.Response.WriteAsJsonAsync(new JsonObject { ["keys"] = new JsonArray(Key.Jwk()) }),
        "/authorize" => AuthorizeAsync(http),
        "/token" => TokenAsync(http),
        _ => Task.FromResult(http.Response.StatusCode = StatusCodes.Status404NotFound),
    };

    private Task AuthorizeAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || !((string?)query["scope"])!.Contains("openid", StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        var code = RandomNumberGenerator.GetHexString(32);
        grants[code] = new(query["redirect_uri"]!, query["nonce"]!, query["code_challenge"]!, Person);
        http.Response.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!grants.TryRemove(form["code"]!, out var grant) || form["client_id"] != ClientId || form["client_secret"] != ClientSecret || form["redirect_uri"] != grant.RedirectUri
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != grant.Challenge)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new JsonObject { ["error"] = "invalid_grant" }, http.RequestAborted);
            return;
        }

        // The handler judges by the real clock.
        var now = TimeProvider.System.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = Url,
            ["aud"] = ClientId,
            ["sub"] = grant.Person.Subject,
            ["name"] = grant.Person.Name,
            ["nonce"] = grant.Nonce,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        };
        Claims(claims);
        await http.Response.WriteAsJsonAsync(
            new JsonObject { ["token_type"] = "Bearer", ["access_token"] = "unused", ["expires_in"] = 600, ["id_token"] = Tokens.Sign(Key, claims) }, http.RequestAborted);
    }

    private sealed record Grant(string RedirectUri, string Nonce, string Challenge, (string Subject, string Name) Person);
}

/// <summary>As much of a browser as signing in needs: cookies, and redirects one by one.</summary>
internal sealed class Browser(Uri service) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every Set-Cookie that came.</summary>
    public List<string> Set { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, new Uri(service, path));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content, string? token = null) => SendAsync(HttpMethod.Post, new Uri(service, path), content, token);

    /// <summary>Goes where it is sent until it is sent nowhere.</summary>
    public async Task<HttpResponseMessage> FollowAsync(string path)
    {
        var url = new Uri(service, path);
        while (true)
        {
            var response = await SendAsync(HttpMethod.Get, url);
            if (response.Headers.Location is not { } next)
            {
                return response;
            }

            url = new Uri(url, next);
            response.Dispose();
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri url, HttpContent? content = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        if (url.Authority == service.Authority && cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        var response = await http.SendAsync(request, Cancel);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Set.Add(cookie);
            var (name, value) = (cookie.Split('=')[0], cookie.Split('=', 2)[1].Split(';')[0]);
            if (value.Length == 0)
            {
                cookies.Remove(name);
            }
            else
            {
                cookies[name] = value;
            }
        }

        return response;
    }
}
