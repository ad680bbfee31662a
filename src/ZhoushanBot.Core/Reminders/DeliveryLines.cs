using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Journal;

namespace ZhoushanBot.Core.Reminders;

/// <summary>
/// 送达台账: what became of each sending, as lines of the journal. Kinds: <c>delivery.sent</c>, <c>delivery.failed</c> (to be tried again),
/// <c>delivery.dead</c>, <c>delivery.withdrawn</c>; the subject is the message's key.
/// </summary>
public static class DeliveryLines
{
    /// <summary>The channel took it.</summary>
    public const string Sent = "delivery.sent";

    /// <summary>The channel did not take it now.</summary>
    public const string Failed = "delivery.failed";

    /// <summary>It was given up.</summary>
    public const string Dead = "delivery.dead";

    /// <summary>It was no longer needed when its time came.</summary>
    public const string Withdrawn = "delivery.withdrawn";

    // Chinese as it is: the journal is read by people.
    private static readonly DeliveryJson Types = new(new JsonSerializerOptions(DeliveryJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The line for a row as it is after a sending.</summary>
    /// <exception cref="ArgumentException">Nothing has become of it yet: it is due or being sent.</exception>
    public static JournalEvent Of(OutboxRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (message, to) = (row.Message, row.Message.To);
        var line = new DeliveryLine(
            to.ChannelId, to.ConversationId, to.AccountId, to.Label, message.Kind, message.DueAt, row.Attempts, row.MayRepeat,
            null, null, null, null, null, ContentOf(message.Json));
        var (kind, full) = row.State switch
        {
            OutboxState.Sent sent => (Sent, line with { SentAt = sent.At, ActivityId = sent.ActivityId }),
            OutboxState.FailedForNow failed => (Failed, line with { Fault = failed.Failure.Fault, Detail = failed.Failure.Detail, RetryAt = failed.RetryAt }),
            OutboxState.Dead dead => (Dead, line with { Fault = dead.Failure.Fault, Detail = dead.Failure.Detail }),
            OutboxState.Withdrawn => (Withdrawn, line),
            _ => throw new ArgumentException("Nothing has become of it yet.", nameof(row)),
        };
        return new JournalEvent(kind, message.Key, JsonSerializer.Serialize(full, Types.DeliveryLine));
    }

    /// <summary>The row that a line tells of; null for lines of other kinds.</summary>
    /// <param name="entry">The line.</param>
    /// <exception cref="JsonException">A line of these kinds in a shape that this program does not know.</exception>
    public static OutboxRow? Read(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var happened = entry.Event;
        if (happened.Kind is not (Sent or Failed or Dead or Withdrawn))
        {
            return null;
        }

        var line = JsonSerializer.Deserialize(happened.Json, Types.DeliveryLine)
            ?? throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"Line {entry.Sequence} of the journal is empty."));
        var failure = new DeliveryFailure(line.Fault ?? default, line.Detail ?? "");
        OutboxState state = happened.Kind switch
        {
            Sent => new OutboxState.Sent(line.ActivityId, line.SentAt ?? entry.At),
            Failed => new OutboxState.FailedForNow(line.RetryAt ?? entry.At, failure),
            Dead => new OutboxState.Dead(entry.At, failure),
            _ => new OutboxState.Withdrawn(entry.At),
        };
        var message = new OutboxMessage(
            happened.Subject, new OutboxRecipient(line.Channel, line.Conversation, line.Account, line.Label), line.Kind, line.Content.GetRawText(), line.Due);
        return new OutboxRow(message, state, line.Attempt, line.MayRepeat);
    }

    /// <summary>The channel's id in a line of <see cref="Sent"/>, without reading the payload behind it; null when it has none.</summary>
    /// <param name="happened">The line.</param>
    internal static string? ActivityIdOf(JournalEvent happened)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(happened.Json));
        while (reader.Read())
        {
            if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && reader.ValueTextEquals("activityId"u8))
            {
                return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
        }

        return null;
    }

    // The payload stands in the line as the object it is; what is none is kept as text.
    private static JsonElement ContentOf(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(json, Types.String);
        }
    }
}

/// <summary>The shape of the lines; names keep their meaning, new ones may be added.</summary>
internal sealed record DeliveryLine(
    string Channel, string Conversation, string Account, string Label, string Kind, DateTimeOffset Due, int Attempt, bool MayRepeat,
    DateTimeOffset? SentAt, string? ActivityId, DeliveryFault? Fault, string? Detail, DateTimeOffset? RetryAt, JsonElement Content);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeliveryLine))]
[JsonSerializable(typeof(string))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
