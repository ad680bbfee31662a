using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Journal;

namespace ZhoushanBot.Core.Reminders;

/// <summary>What happened to reminders, as the journal keeps it; the line says who and when. A closed set. Requests for more time are <see cref="Deadlines.DeadlineEvent"/>.</summary>
public abstract record ReminderEvent
{
    private ReminderEvent()
    {
    }

    /// <summary><c>reminder.planned</c>, subject its key: a digest that goes out, as it was planned.</summary>
    /// <param name="Digest">The digest.</param>
    public sealed record Planned(Digest Digest) : ReminderEvent;

    /// <summary><c>reminder.acknowledged</c>, subject the task: 已知悉.</summary>
    /// <param name="Organization">For which unit; null where only the area is known.</param>
    /// <param name="Area">For which area; null for a unit that is no area's.</param>
    /// <param name="Due">The day that was acknowledged: with another day it no longer counts.</param>
    public sealed record Acknowledged(string? Organization, string? Area, DateOnly Due) : ReminderEvent;

    /// <summary><c>reminder.snoozed</c>, subject the task: 稍后提醒.</summary>
    /// <param name="Organization">For which unit; null where only the area is known.</param>
    /// <param name="Area">For which area; null for a unit that is no area's.</param>
    /// <param name="Due">The due day at the time.</param>
    /// <param name="Until">The day on which it comes back.</param>
    public sealed record Snoozed(string? Organization, string? Area, DateOnly Due, DateOnly Until) : ReminderEvent;

    /// <summary><c>reminder.chased</c>, subject the task: 催办.</summary>
    /// <param name="Organization">Which unit; null where only the area is known.</param>
    /// <param name="Area">Which area; null for a unit that is no area's.</param>
    public sealed record Chased(string? Organization, string? Area) : ReminderEvent;
}

/// <summary>Reminders' lines in the journal.</summary>
public static class ReminderJournal
{
    /// <summary>A digest that goes out.</summary>
    public static JournalEvent Write(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return new JournalEvent("reminder.planned", digest.Key, JsonSerializer.Serialize(new ReminderEvent.Planned(digest), ReminderJson.Readable.Planned));
    }

    /// <summary>What somebody did about a task's reminder.</summary>
    /// <param name="workItemId">The task.</param>
    /// <param name="happened">What; a planned digest has <see cref="Write(Digest)"/>.</param>
    public static JournalEvent Write(string workItemId, ReminderEvent happened) => happened switch
    {
        ReminderEvent.Planned e => Write(e.Digest),
        ReminderEvent.Acknowledged e => new("reminder.acknowledged", workItemId, JsonSerializer.Serialize(e, ReminderJson.Readable.Acknowledged)),
        ReminderEvent.Snoozed e => new("reminder.snoozed", workItemId, JsonSerializer.Serialize(e, ReminderJson.Readable.Snoozed)),
        ReminderEvent.Chased e => new("reminder.chased", workItemId, JsonSerializer.Serialize(e, ReminderJson.Readable.Chased)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The event of a line; null for a line of another slice.</summary>
    /// <exception cref="JsonException">The line has the kind but not the shape.</exception>
    public static ReminderEvent? Read(JournalEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Kind switch
        {
            "reminder.planned" => JsonSerializer.Deserialize(line.Json, ReminderJson.Readable.Planned),
            "reminder.acknowledged" => JsonSerializer.Deserialize(line.Json, ReminderJson.Readable.Acknowledged),
            "reminder.snoozed" => JsonSerializer.Deserialize(line.Json, ReminderJson.Readable.Snoozed),
            "reminder.chased" => JsonSerializer.Deserialize(line.Json, ReminderJson.Readable.Chased),
            _ => null,
        };
    }

    /// <summary>A digest as the payload of a message that waits to be sent.</summary>
    public static string PayloadOf(Digest digest) => JsonSerializer.Serialize(digest, ReminderJson.Readable.Digest);

    /// <summary>The digest of a payload.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Digest ReadPayload(string json) => JsonSerializer.Deserialize(json, ReminderJson.Readable.Digest) ?? throw new JsonException("null");
}

/// <summary>The shape of reminders' lines, pinned by a golden file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReminderEvent.Planned))]
[JsonSerializable(typeof(ReminderEvent.Acknowledged))]
[JsonSerializable(typeof(ReminderEvent.Snoozed))]
[JsonSerializable(typeof(ReminderEvent.Chased))]
[JsonSerializable(typeof(Digest))]
internal sealed partial class ReminderJson : JsonSerializerContext
{
    /// <summary>Chinese stays Chinese: the journal is read by people, and never put into a page as it is.</summary>
    public static ReminderJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
