using ZhoushanBot.Core.Language;
using ZhoushanBot.Telemetry;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reporting;

/// <summary>Acts that were refused: told to whoever tried, and logged with what and who, so that somebody who tries doors is noticed.</summary>
internal sealed class RefusedActs(ILogger<RefusedActs> logger)
{
    /// <summary>The role does not allow it.</summary>
    public const string NotAllowed = "NotAllowed";

    /// <summary>It is another's matter.</summary>
    public const string NotYours = "NotYours";

    /// <summary>Refuses.</summary>
    /// <param name="text">What is told.</param>
    /// <param name="language">Language of it.</param>
    /// <param name="verb">What was tried: a button's verb or a typed wish of ours, never what somebody typed.</param>
    /// <param name="reason">Why not.</param>
    /// <param name="asker">Who tried.</param>
    public TurnReply Say(string text, ReplyLanguage language, string verb, string reason, Asker asker)
    {
        Log.ReportingRefused(logger, verb, reason, asker.Actor?.AccountId ?? "nobody");
        return TurnReply.Say(text, language);
    }
}
