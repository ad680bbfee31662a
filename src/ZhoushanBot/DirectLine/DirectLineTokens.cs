using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using ZhoushanBot.Signing;

namespace ZhoushanBot.DirectLine;

/// <summary>One person in one conversation: all that a token says.</summary>
/// <param name="ConversationId">The only conversation that it opens.</param>
/// <param name="UserId">Who speaks.</param>
/// <param name="UserName">Name to show.</param>
/// <param name="StartedAt">When the person proved who they are; tokens are renewed for so long and no longer.</param>
internal sealed record DirectLineSession(string ConversationId, string UserId, string UserName, DateTimeOffset StartedAt);

/// <summary>What a token is for.</summary>
internal enum TokenUse
{
    /// <summary>Sent in a header by the page.</summary>
    Session = 1,

    /// <summary>Part of a stream's address, which lands in logs: good for a moment only.</summary>
    Stream = 2,
}

/// <summary>What is thought of a token.</summary>
internal enum TokenVerdict
{
    Good,
    Expired,
    Forged,
}

/// <summary>Issues and reads tokens: a signed JSON text. The key lies in the store, so that a restart ends no conversation.</summary>
internal sealed class DirectLineTokens(SignedText signed, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const int LongestToken = 2048;
    private static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(1);

    /// <summary>How long a token issued now will be good.</summary>
    public TimeSpan LifetimeOf(DirectLineSession session)
    {
        var left = session.StartedAt + options.Value.SessionLifetime - time.GetUtcNow();
        return left < options.Value.TokenLifetime ? left : options.Value.TokenLifetime;
    }

    /// <summary>A token.</summary>
    public async ValueTask<string> IssueAsync(DirectLineSession session, TokenUse use)
    {
        var expires = time.GetUtcNow() + (use == TokenUse.Stream ? StreamLifetime : LifetimeOf(session));
        var body = JsonSerializer.SerializeToUtf8Bytes(new TokenBody(session, use, expires), DirectLineJson.Default.TokenBody);
        return await signed.SignAsync(body);
    }

    /// <summary>Reads a token; the session is there when it is good, or expired within its session.</summary>
    public async ValueTask<(TokenVerdict Verdict, DirectLineSession? Session)> ReadAsync(string? token, TokenUse use)
    {
        if (await signed.ReadAsync(token, LongestToken) is not { } body
            || JsonSerializer.Deserialize(body, DirectLineJson.Default.TokenBody) is not { } read || read.Use != use)
        {
            return (TokenVerdict.Forged, null);
        }

        return time.GetUtcNow() < read.Expires ? (TokenVerdict.Good, read.Session) : (TokenVerdict.Expired, null);
    }
}

/// <summary>What is signed.</summary>
internal sealed record TokenBody(DirectLineSession Session, TokenUse Use, DateTimeOffset Expires);

/// <summary>The answer to everything that opens or renews a conversation.</summary>
internal sealed record ConversationOpened(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null, string? UserId = null);

/// <summary>Who a client says that it is; looked at only where personas may be picked.</summary>
internal sealed record TokenRequest(TokenRequestUser? User, string? Locale);

/// <summary>The id of a <see cref="TokenRequest"/>.</summary>
internal sealed record TokenRequestUser(string? Id);

[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(ConversationOpened))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class DirectLineJson : JsonSerializerContext;
