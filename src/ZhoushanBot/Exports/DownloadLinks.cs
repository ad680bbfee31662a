using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Storage.Documents;

namespace ZhoushanBot.Exports;

/// <summary>What a link opens, and for whom.</summary>
/// <param name="Account">Who asked.</param>
/// <param name="Period">Code of the period; empty for up to now.</param>
/// <param name="Format">See <see cref="ExportFormat.Name"/>.</param>
/// <param name="IsChinese">Language of its words.</param>
/// <param name="Expires">Good until then.</param>
internal sealed record DownloadTicket(string Account, string Period, string Format, bool IsChinese, DateTimeOffset Expires);

/// <summary>What is thought of a link.</summary>
internal enum LinkVerdict
{
    Good,
    Expired,
    Forged,
}

/// <summary>Short-lived links: a ticket and its HMAC by a key in the store, so that a restart takes none back. The time is the machine's, also in a rehearsal.</summary>
internal sealed class DownloadLinks(IDocumentStore documents, TimeProvider time)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string Document = "exports";
    private const int KeyLength = 32;
    private const int LongestToken = 1024;
    private readonly Lock gate = new();
    private Task<byte[]>? key;

    /// <summary>The last part of a link's address.</summary>
    public async ValueTask<string> IssueAsync(DownloadTicket ticket)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ticket with { Expires = time.GetUtcNow() + Lifetime }, DownloadJson.Default.DownloadTicket);
        return $"{Base64Url.EncodeToString(body)}.{Base64Url.EncodeToString(HMACSHA256.HashData(await KeyAsync(), body))}";
    }

    /// <summary>Reads it back; the ticket is there when it is good.</summary>
    public async ValueTask<(LinkVerdict Verdict, DownloadTicket? Ticket)> ReadAsync(string token)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var left, var right] || !Base64Url.IsValid(left) || !Base64Url.IsValid(right))
        {
            return (LinkVerdict.Forged, null);
        }

        var body = Base64Url.DecodeFromChars(left);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(await KeyAsync(), body), Base64Url.DecodeFromChars(right)))
        {
            return (LinkVerdict.Forged, null);
        }

        var ticket = JsonSerializer.Deserialize(body, DownloadJson.Default.DownloadTicket)!;
        return time.GetUtcNow() < ticket.Expires ? (LinkVerdict.Good, ticket) : (LinkVerdict.Expired, null);
    }

    private Task<byte[]> KeyAsync()
    {
        lock (gate)
        {
            return key is null or { IsFaulted: true } ? key = LoadAsync() : key;
        }
    }

    private async Task<byte[]> LoadAsync()
    {
        if (await documents.FindAsync(Document, CancellationToken.None) is { } kept && Base64Url.IsValid(kept.Json.Trim('"')) && Base64Url.DecodeFromChars(kept.Json.Trim('"')) is { Length: KeyLength } known)
        {
            return known;
        }

        var made = RandomNumberGenerator.GetBytes(KeyLength);
        await documents.PutAsync(new StoredDocument(Document, $"\"{Base64Url.EncodeToString(made)}\"", time.GetUtcNow()), CancellationToken.None);
        return made;
    }
}

/// <summary>Tickets as JSON.</summary>
[JsonSerializable(typeof(DownloadTicket))]
internal sealed partial class DownloadJson : JsonSerializerContext;
