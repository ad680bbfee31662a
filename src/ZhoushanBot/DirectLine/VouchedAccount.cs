using ZhoushanBot.Activities;

namespace ZhoushanBot.DirectLine;

/// <summary>
/// The account of a person as far as somebody vouches for it: rights, units and reminders hang on it. Teams vouches by the directory, our own Direct Line by
/// its token; of a channel that lets its page choose who it is only the names that the channel's token holds are believed.
/// </summary>
internal static class VouchedAccount
{
    // Azure's Direct Line refuses such a name unless the token was made for it.
    private const string NamedByToken = "dl_";

    /// <summary>Stable id of the account; null when nobody vouches for it.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="serviceUrl">Where the channel is answered: our own Direct Line has one that no other channel can have.</param>
    /// <param name="userId">The channel's id of the person.</param>
    /// <param name="directoryId">The id in the directory, Teams only.</param>
    public static string? Of(string? channelId, string? serviceUrl, string? userId, string? directoryId) => channelId switch
    {
        null => null,
        ChannelIds.MsTeams => directoryId is { Length: > 0 } ? directoryId : OrNull(userId),
        _ when serviceUrl == DirectLineHub.ServiceUrl => OrNull(userId),

        // Unauthenticated, from this machine; with an app id nobody speaks as the emulator but who has the app's secret.
        ChannelIds.Emulator => OrNull(userId),
        ChannelIds.DirectLine or ChannelIds.WebChat => userId?.StartsWith(NamedByToken, StringComparison.Ordinal) == true ? $"{channelId}:{userId}" : null,
        _ => OrNull(userId) is { } named ? $"{channelId}:{named}" : null,
    };

    private static string? OrNull(string? id) => id is { Length: > 0 } ? id : null;
}
