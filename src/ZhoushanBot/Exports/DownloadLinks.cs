using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Signing;

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

/// <summary>Short-lived links: a signed ticket. The time is the machine's, also in a rehearsal.</summary>
internal sealed class DownloadLinks(SignedText signed, TimeProvider time)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int LongestToken = 1024;

    /// <summary>The last part of a link's address.</summary>
    public ValueTask<string> IssueAsync(DownloadTicket ticket) =>
        signed.SignAsync(JsonSerializer.SerializeToUtf8Bytes(ticket with { Expires = time.GetUtcNow() + Lifetime }, DownloadJson.Default.DownloadTicket));

    /// <summary>Reads it back; the ticket is there when it is good.</summary>
    public async ValueTask<(LinkVerdict Verdict, DownloadTicket? Ticket)> ReadAsync(string token)
    {
        if (await signed.ReadAsync(token, LongestToken) is not { } body)
        {
            return (LinkVerdict.Forged, null);
        }

        var ticket = JsonSerializer.Deserialize(body, DownloadJson.Default.DownloadTicket)!;
        return time.GetUtcNow() < ticket.Expires ? (LinkVerdict.Good, ticket) : (LinkVerdict.Expired, null);
    }
}

/// <summary>Tickets as JSON.</summary>
[JsonSerializable(typeof(DownloadTicket))]
internal sealed partial class DownloadJson : JsonSerializerContext;
