using System.Collections.Concurrent;
using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Core.People;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.People;

/// <summary>
/// Whom an account of Teams is listed as. A directory is written with sign-in names (UPN), an activity tells an object id only: the connector knows both. Asked
/// once for each account that is not listed, while somebody is listed by name.
/// </summary>
internal sealed class MemberNames(ConnectorClient connector, TimeProvider time, ILogger<MemberNames> logger)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (string[] Names, DateTimeOffset AskedAt)> asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>After what time a look-up that failed is tried again.</summary>
    public static TimeSpan Again { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The listed name that is the sender's own; null when there is none, or Teams does not tell.</summary>
    public async ValueTask<string?> ListedAsAsync(Activity activity, PeopleDirectory directory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(directory);
        if (activity is not { ChannelId: ChannelIds.MsTeams, From: { Id: { Length: > 0 } id, AadObjectId: { Length: > 0 } account } }
            || !directory.People.Any(person => person.AccountId.Contains('@', StringComparison.Ordinal)))
        {
            return null;
        }

        if (!asked.TryGetValue(account, out var known) || (known.Names.Length == 0 && time.GetUtcNow() - known.AskedAt >= Again))
        {
            if (asked.Count >= MostKept)
            {
                asked.Clear();
            }

            asked[account] = known = (await NamesOfAsync(activity, id, account, cancellationToken), time.GetUtcNow());
        }

        return known.Names.FirstOrDefault(name => directory.Find(name) is not null);
    }

    private async Task<string[]> NamesOfAsync(Activity activity, string id, string account, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var member = await connector.GetConversationMemberAsync(ConnectorAddress.Of(activity), id, either.Token);

            // Whoever answers must speak of the account that was asked about.
            return string.Equals(member.AadObjectId ?? Text(member, "objectId"), account, StringComparison.OrdinalIgnoreCase)
                ? [.. new[] { Text(member, "userPrincipalName"), Text(member, "email") }.OfType<string>()]
                : [];
        }
        catch (Exception e) when (e is ConnectorException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.MemberNotLookedUp(logger, e);
            return [];
        }
    }

    private static string? Text(ChannelAccount member, string name) =>
        member.Properties?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
