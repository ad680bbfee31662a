using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Storage.Documents;

namespace ZhoushanBot.Signing;

/// <summary>
/// A body and its HMAC, both base64url with a dot in between: what it says only this service can have said. The key lies among the documents given, so that a
/// restart takes nothing back; each use has documents of its own, so that what is signed for one is nothing to another.
/// </summary>
internal sealed class SignedText(IDocumentStore documents, TimeProvider time)
{
    private const string Document = "key";
    private const int KeyLength = 32;
    private readonly Lock gate = new();
    private Task<byte[]>? key;

    /// <summary>Signs a body.</summary>
    public async ValueTask<string> SignAsync(byte[] body) =>
        $"{Base64Url.EncodeToString(body)}.{Base64Url.EncodeToString(HMACSHA256.HashData(await KeyAsync(), body))}";

    /// <summary>The body of a text that was signed here; null for any other text.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="longest">Longer ones are not looked at.</param>
    public async ValueTask<byte[]?> ReadAsync(string? text, int longest)
    {
        if (text is null || text.Length > longest || text.IndexOf('.', StringComparison.Ordinal) is var dot && dot < 0
            || !TryDecode(text.AsSpan(0, dot), out var body) || !TryDecode(text.AsSpan(dot + 1), out var signature))
        {
            return null;
        }

        var expected = HMACSHA256.HashData(await KeyAsync(), body);
        return CryptographicOperations.FixedTimeEquals(signature, expected) ? body : null;
    }

    private static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text.IsEmpty || !Base64Url.IsValid(text))
        {
            return false;
        }

        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }

    /// <summary>The key; made and kept on the very first use.</summary>
    private Task<byte[]> KeyAsync()
    {
        lock (gate)
        {
            return key is null or { IsFaulted: true } ? key = LoadAsync() : key;
        }
    }

    private async Task<byte[]> LoadAsync()
    {
        if (await documents.FindAsync(Document, CancellationToken.None) is { } kept
            && JsonSerializer.Deserialize(kept.Json, SigningJson.Default.ByteArray) is { Length: KeyLength } known)
        {
            return known;
        }

        var made = RandomNumberGenerator.GetBytes(KeyLength);
        var json = JsonSerializer.Serialize(made, SigningJson.Default.ByteArray);
        await documents.PutAsync(new StoredDocument(Document, json, time.GetUtcNow()), CancellationToken.None);
        return made;
    }
}

/// <summary>The key as JSON.</summary>
[JsonSerializable(typeof(byte[]))]
internal sealed partial class SigningJson : JsonSerializerContext;
