using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ZhoushanBot.Benchmarks;

/// <summary>
/// Stands for Microsoft's login servers on this machine: keys for the channel's tokens, and a token for the bot. By https, since the bot takes its own token by nothing
/// else; the certificate is written to a file for the service to trust.
/// </summary>
internal static class FakeCloud
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Issuer = "https://api.botframework.com";
    private const string KeyId = "benchmark";

    /// <summary>Runs until it is stopped. GET /bearer?serviceUrl=… gives a channel's token for it, good for an hour.</summary>
    public static async Task RunAsync(int port, string certificateFile)
    {
        using var rsa = RSA.Create(2048);
        using var certificate = Certificate(certificateFile);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
        var service = builder.Build();
        var here = $"https://localhost:{port}";
        service.MapGet("/channel", http => WriteAsync(http, new() { ["issuer"] = Issuer, ["jwks_uri"] = here + "/keys" }));
        service.MapGet("/keys", http => WriteAsync(http, new() { ["keys"] = new JsonArray(Jwk(rsa)) }));
        service.MapGet("/bearer", http => http.Response.WriteAsync(Token(rsa, http.Request.Query["serviceUrl"]!)));
        service.MapPost("/{tenant}/oauth2/v2.0/token", http => WriteAsync(http, new() { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = "bot" }));
        await service.RunAsync();
    }

    private static Task WriteAsync(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString());
    }

    private static JsonObject Jwk(RSA rsa)
    {
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            ["endorsements"] = new JsonArray("emulator"),
        };
    }

    private static string Token(RSA rsa, string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = AppId,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = serviceUrl },
            SigningCredentials = new(new RsaSecurityKey(rsa) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
        });
    }

    private static X509Certificate2 Certificate(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(file, made.ExportCertificatePem());
        return made;
    }
}
