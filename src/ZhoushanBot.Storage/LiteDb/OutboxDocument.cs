using System.Globalization;
using LiteDB;
using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>An outbox row as a LiteDB document, and the ranges of its index.</summary>
internal static class OutboxDocument
{
    public const string Place = "place";
    public const string Hold = "hold";

    // Behind every digit: the end of a range of numbers in text.
    private const string End = ":";

    public static bool CanKeep(OutboxMessage message) => new[]
    {
        message.Key, message.To.ChannelId, message.To.ConversationId, message.To.AccountId, message.To.Label, message.Kind, message.Json,
    }.All(WellFormedText.Is);

    /// <summary>The rows of a state, the earliest first.</summary>
    public static BsonExpression All(OutboxStage stage) => Query.Between(Place, PrefixOf(stage), PrefixOf(stage) + End);

    /// <summary>Those whose time has come.</summary>
    public static BsonExpression Until(OutboxStage stage, DateTimeOffset now) => Query.Between(Place, PrefixOf(stage), PrefixOf(stage) + Digits(now) + End);

    /// <summary>Those whose time has not come yet.</summary>
    public static BsonExpression After(OutboxStage stage, DateTimeOffset now) => Query.Between(Place, PrefixOf(stage) + Digits(now) + End, PrefixOf(stage) + End);

    public static string ConversationOf(BsonDocument document) =>
        ConversationOf(new OutboxRecipient(document["channel"].AsString, document["conversation"].AsString, "", ""));

    public static DateTimeOffset TimeOf(BsonDocument document) => Time(document["at"]);

    public static BsonDocument Write(OutboxRow row)
    {
        var (message, state) = (row.Message, row.State);
        var (at, activity, failure) = state switch
        {
            OutboxState.Due due => (due.At, null, null),
            OutboxState.Sending sending => (sending.Since, null, null),
            OutboxState.Sent sent => (sent.At, sent.ActivityId, null),
            OutboxState.FailedForNow failed => (failed.RetryAt, null, failed.Failure),
            OutboxState.Dead dead => (dead.At, null, dead.Failure),
            OutboxState.Withdrawn withdrawn => (withdrawn.At, (string?)null, (DeliveryFailure?)null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new BsonDocument
        {
            ["_id"] = StoreKey.Of(message.Key),
            ["key"] = message.Key,
            ["channel"] = message.To.ChannelId,
            ["conversation"] = message.To.ConversationId,
            ["account"] = message.To.AccountId,
            ["label"] = message.To.Label,
            ["kind"] = message.Kind,
            ["json"] = message.Json,

            // Not BSON dates: those end at milliseconds.
            ["due"] = message.DueAt.UtcTicks,
            ["stage"] = state.Stage.ToString(),
            ["at"] = at.UtcTicks,
            ["activity"] = activity,
            ["fault"] = failure?.Fault.ToString(),
            ["detail"] = failure?.Detail,
            ["attempts"] = row.Attempts,
            ["mayRepeat"] = row.MayRepeat,
            [Place] = PrefixOf(state.Stage) + Digits(at) + Digits(message.DueAt),
            [Hold] = state is OutboxState.Sending or OutboxState.FailedForNow ? ConversationOf(message.To) : null,
        };
    }

    public static OutboxRow Read(BsonDocument document) => new(
        new OutboxMessage(
            document["key"].AsString,
            new OutboxRecipient(document["channel"].AsString, document["conversation"].AsString, document["account"].AsString, document["label"].AsString),
            document["kind"].AsString,
            document["json"].AsString,
            Time(document["due"])),
        StateOf(document),
        document["attempts"].AsInt32,
        document["mayRepeat"].AsBoolean);

    private static OutboxState StateOf(BsonDocument document)
    {
        var at = TimeOf(document);
        return Enum.Parse<OutboxStage>(document["stage"].AsString) switch
        {
            OutboxStage.Due => new OutboxState.Due(at),
            OutboxStage.Sending => new OutboxState.Sending(at),
            OutboxStage.Sent => new OutboxState.Sent(document["activity"].IsNull ? null : document["activity"].AsString, at),
            OutboxStage.Failed => new OutboxState.FailedForNow(at, FailureOf(document)),
            OutboxStage.Dead => new OutboxState.Dead(at, FailureOf(document)),
            OutboxStage.Withdrawn => new OutboxState.Withdrawn(at),
            _ => throw new InvalidDataException($"A state that is none: {document["stage"].AsString}"),
        };
    }

    private static DeliveryFailure FailureOf(BsonDocument document) => new(Enum.Parse<DeliveryFault>(document["fault"].AsString), document["detail"].AsString);

    private static DateTimeOffset Time(BsonValue ticks) => new(ticks.AsInt64, TimeSpan.Zero);

    private static string Digits(DateTimeOffset time) => time.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static string ConversationOf(OutboxRecipient to) => StoreKey.Of($"{to.ChannelId}\n{to.ConversationId}");

    // On disk: a letter keeps its meaning.
    private static string PrefixOf(OutboxStage stage) => stage switch
    {
        OutboxStage.Due => "d",
        OutboxStage.Sending => "s",
        OutboxStage.Sent => "t",
        OutboxStage.Failed => "f",
        OutboxStage.Dead => "x",
        OutboxStage.Withdrawn => "w",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
