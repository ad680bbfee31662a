using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ZhoushanBot.Activities.Authentication;

/// <summary>A key that tokens are signed with, and the channels that it is endorsed for.</summary>
internal sealed record SigningKey(JsonWebKey Key, FrozenSet<string> Endorsements);

/// <summary>Keys cannot be had: no token can be judged, so none is accepted.</summary>
internal sealed class KeysUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The keys behind an OpenID metadata address: kept, refreshed when stale or when a token names an unknown one, never in a flood.</summary>
/// <remarks>
/// Not ConfigurationManager: that one refreshes behind the caller's back, so the first token after a key rollover would be refused,
/// and it gives no say over when a flood of invented key ids may cause a request.
/// </remarks>
internal sealed class SigningKeys(string metadataAddress, IDocumentRetriever documents, BotChannelOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim oneFlight = new(1, 1);
    private KeySet? current;
    private DateTimeOffset noRetryBefore = DateTimeOffset.MinValue;
    private DateTimeOffset noUnknownKeyRefreshBefore = DateTimeOffset.MinValue;

    /// <summary>The key of that id, or null when even fresh metadata does not have it.</summary>
    /// <exception cref="KeysUnavailableException">There are no keys at all, and none can be had now.</exception>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = current;
        if (keys is null || time.GetUtcNow() - keys.FetchedAt > options.KeysFreshFor)
        {
            keys = await RefreshStaleAsync(keys, cancellationToken);
        }

        return keys.ById.TryGetValue(keyId, out var key) ? key : await FindInNewerAsync(keyId, keys, cancellationToken);
    }

    /// <summary>Whether the key is one of those in force now.</summary>
    public bool IsCurrent(SigningKey key) =>
        current is { } keys && time.GetUtcNow() - keys.FetchedAt <= options.KeysFreshFor && keys.ById.TryGetValue(key.Key.KeyId, out var same) && ReferenceEquals(same, key);

    public void Dispose() => oneFlight.Dispose();

    private async ValueTask<KeySet> RefreshStaleAsync(KeySet? stale, CancellationToken cancellationToken)
    {
        await oneFlight.WaitAsync(cancellationToken);
        try
        {
            if (!ReferenceEquals(current, stale) && current is { } refreshed)
            {
                return refreshed;
            }

            var now = time.GetUtcNow();
            var last = now >= noRetryBefore ? await TryFetchAsync(now, cancellationToken) : null;
            if (current is { } usable && now - usable.FetchedAt <= options.KeysLastFor)
            {
                return usable;
            }

            throw new KeysUnavailableException("No signing keys from " + metadataAddress, last);
        }
        finally
        {
            oneFlight.Release();
        }
    }

    private async ValueTask<SigningKey?> FindInNewerAsync(string keyId, KeySet known, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < noUnknownKeyRefreshBefore && ReferenceEquals(current, known))
        {
            return null;
        }

        await oneFlight.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (ReferenceEquals(current, known) && now >= noUnknownKeyRefreshBefore)
            {
                noUnknownKeyRefreshBefore = now + options.KeyRefreshInterval;
                await TryFetchAsync(now, cancellationToken);
            }

            return current?.ById.GetValueOrDefault(keyId);
        }
        finally
        {
            oneFlight.Release();
        }
    }

    private async Task<Exception?> TryFetchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, documents, cancellationToken);
            var byId = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
            foreach (var key in metadata.JsonWebKeySet?.Keys ?? [])
            {
                if (key.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(key.KeyId))
                {
                    byId[key.KeyId] = new SigningKey(key, EndorsementsOf(key));
                }
            }

            if (byId.Count == 0)
            {
                throw new KeysUnavailableException("No RSA keys in " + metadataAddress);
            }

            current = new KeySet(byId.ToFrozenDictionary(StringComparer.Ordinal), now);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever is wrong with the answer, the old keys stay in force as long as they may.
            noRetryBefore = now + TimeSpan.FromTicks(Math.Min(options.KeyRefreshInterval.Ticks, TimeSpan.FromSeconds(5).Ticks));
            return e;
        }
    }

    private static FrozenSet<string> EndorsementsOf(JsonWebKey key)
    {
        if (!key.AdditionalData.TryGetValue("endorsements", out var value))
        {
            return [];
        }

        var names = value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(name => name.ToString()),
            IEnumerable<object> list => list.Select(name => name.ToString() ?? ""),
            _ => [],
        };
        return names.ToFrozenSet(StringComparer.Ordinal);
    }

    private sealed record KeySet(FrozenDictionary<string, SigningKey> ById, DateTimeOffset FetchedAt);
}
