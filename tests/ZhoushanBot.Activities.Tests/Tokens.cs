using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace ZhoushanBot.Activities.Tests;

/// <summary>Tokens right and wrong, put together by hand so that no library refuses to make a wrong one.</summary>
internal static class Tokens
{
    public const string EmulatorIssuerV1 = "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/";
    public const string EmulatorIssuerV2 = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0";

    /// <summary>Claims of a good channel token.</summary>
    public static JsonObject Channel(string serviceUrl, DateTimeOffset now) => new()
    {
        ["iss"] = FakeCloud.Issuer,
        ["aud"] = FakeCloud.AppId,
        ["serviceurl"] = serviceUrl,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
    };

    /// <summary>The claims with some changed; a null takes one out.</summary>
    public static JsonObject With(this JsonObject claims, params (string Name, JsonNode? Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            claims.Remove(name);
            if (value is not null)
            {
                claims[name] = value;
            }
        }

        return claims;
    }

    public static string Sign(TestKey key, JsonObject claims, string algorithm = "RS256", string? keyId = "")
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (keyId is not null)
        {
            header["kid"] = keyId.Length > 0 ? keyId : key.Id;
        }

        var text = Encode(header) + "." + Encode(claims);
        return text + "." + Base64UrlEncoder.Encode(SignatureOf(key.Rsa, Encoding.ASCII.GetBytes(text), algorithm));
    }

    /// <summary>The same token with its expiry moved, and so its signature wrong.</summary>
    public static string Tamper(string token)
    {
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!.AsObject();
        claims["exp"] = claims["exp"]!.GetValue<long>() + 1;
        return parts[0] + "." + Encode(claims) + "." + parts[2];
    }

    private static string Encode(JsonObject json) => Base64UrlEncoder.Encode(json.ToJsonString());

    private static byte[] SignatureOf(RSA rsa, byte[] text, string algorithm) => algorithm switch
    {
        "RS256" => rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "RS384" => rsa.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => rsa.SignData(text, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "HS256" => HMACSHA256.HashData(rsa.ExportSubjectPublicKeyInfo(), text),
        _ => [],
    };
}
