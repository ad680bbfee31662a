using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>What people did to the deadlines of a task, as the journal keeps it; the line says who and when. A closed set.</summary>
public abstract record DeadlineEvent
{
    private DeadlineEvent()
    {
    }

    /// <summary><c>deadline.set</c>: a manager gave the task a day of its own.</summary>
    /// <param name="On">The last day.</param>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record Set(DateOnly On, string Reason) : DeadlineEvent;

    /// <summary><c>deadline.cleared</c>: what was set or granted no longer holds; the notice's own day does again.</summary>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record Cleared(string Reason) : DeadlineEvent;

    /// <summary><c>milestone.set</c>: a step was added, or one was moved.</summary>
    /// <param name="MilestoneId">Which is moved; null for a new one.</param>
    /// <param name="On">The last day.</param>
    /// <param name="Text">What is done by then.</param>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record MilestoneSet(string? MilestoneId, DateOnly On, string Text, string Reason) : DeadlineEvent;

    /// <summary><c>milestone.cleared</c>: a step no longer counts.</summary>
    /// <param name="MilestoneId">Which.</param>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record MilestoneCleared(string MilestoneId, string Reason) : DeadlineEvent;

    /// <summary><c>milestone.restored</c>: whatever was done to the steps no longer holds; the notice's own do again.</summary>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record MilestonesRestored(string Reason) : DeadlineEvent;

    /// <summary><c>extension.requested</c>: a unit asks for more time.</summary>
    /// <param name="Organization">Which unit; null where only the area is known.</param>
    /// <param name="Area">The area whose share is meant; null for the whole task.</param>
    /// <param name="Due">The day in force when it was asked.</param>
    /// <param name="Until">The day asked for.</param>
    /// <param name="Reason">Why; never empty.</param>
    public sealed record ExtensionRequested(string? Organization, string? Area, DateOnly Due, DateOnly Until, string Reason) : DeadlineEvent;

    /// <summary><c>extension.decided</c>: the supervision office answered.</summary>
    /// <param name="Request">Sequence number of the request's line.</param>
    /// <param name="Granted">Whether it is granted.</param>
    /// <param name="Until">The day granted, which may differ from the one asked for; null when refused.</param>
    /// <param name="Reason">Why; may be empty when granted.</param>
    public sealed record ExtensionDecided(long Request, bool Granted, DateOnly? Until, string Reason) : DeadlineEvent;
}

/// <summary>Deadlines' lines in the journal: kinds that begin with <c>deadline.</c>, <c>milestone.</c> and <c>extension.</c>; the subject is the task's id.</summary>
public static class DeadlineJournal
{
    /// <summary>The event as a line that can be appended.</summary>
    /// <param name="workItemId">The task.</param>
    /// <param name="happened">What.</param>
    public static JournalEvent Write(string workItemId, DeadlineEvent happened) => happened switch
    {
        DeadlineEvent.Set e => new("deadline.set", workItemId, JsonSerializer.Serialize(e, DeadlineJson.Readable.Set)),
        DeadlineEvent.Cleared e => new("deadline.cleared", workItemId, JsonSerializer.Serialize(e, DeadlineJson.Readable.Cleared)),
        DeadlineEvent.MilestoneSet e => new("milestone.set", workItemId, JsonSerializer.Serialize(e, DeadlineJson.Readable.MilestoneSet)),
        DeadlineEvent.MilestoneCleared e => new("milestone.cleared", workItemId, JsonSerializer.Serialize(e, DeadlineJson.Readable.MilestoneCleared)),
        DeadlineEvent.MilestonesRestored e => new("milestone.restored", workItemId, JsonSerializer.Serialize(e, DeadlineJson.Readable.MilestonesRestored)),
        DeadlineEvent.ExtensionRequested e => new("extension.requested", workItemId, JsonSerializer.Serialize(e, DeadlineJson.Readable.ExtensionRequested)),
        DeadlineEvent.ExtensionDecided e => new("extension.decided", workItemId, JsonSerializer.Serialize(e, DeadlineJson.Readable.ExtensionDecided)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The event of a line; null for a line of another slice.</summary>
    /// <exception cref="JsonException">The line has the kind but not the shape.</exception>
    public static DeadlineEvent? Read(JournalEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Kind switch
        {
            "deadline.set" => JsonSerializer.Deserialize(line.Json, DeadlineJson.Readable.Set),
            "deadline.cleared" => JsonSerializer.Deserialize(line.Json, DeadlineJson.Readable.Cleared),
            "milestone.set" => JsonSerializer.Deserialize(line.Json, DeadlineJson.Readable.MilestoneSet),
            "milestone.cleared" => JsonSerializer.Deserialize(line.Json, DeadlineJson.Readable.MilestoneCleared),
            "milestone.restored" => JsonSerializer.Deserialize(line.Json, DeadlineJson.Readable.MilestonesRestored),
            "extension.requested" => JsonSerializer.Deserialize(line.Json, DeadlineJson.Readable.ExtensionRequested),
            "extension.decided" => JsonSerializer.Deserialize(line.Json, DeadlineJson.Readable.ExtensionDecided),
            _ => null,
        };
    }
}

/// <summary>The shape of deadlines' lines, pinned by a golden file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DeadlineEvent.Set))]
[JsonSerializable(typeof(DeadlineEvent.Cleared))]
[JsonSerializable(typeof(DeadlineEvent.MilestoneSet))]
[JsonSerializable(typeof(DeadlineEvent.MilestoneCleared))]
[JsonSerializable(typeof(DeadlineEvent.MilestonesRestored))]
[JsonSerializable(typeof(DeadlineEvent.ExtensionRequested))]
[JsonSerializable(typeof(DeadlineEvent.ExtensionDecided))]
internal sealed partial class DeadlineJson : JsonSerializerContext
{
    /// <summary>Chinese stays Chinese: the journal is read by people, and never put into a page as it is.</summary>
    public static DeadlineJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>One thing that was done to the deadlines of a task, and who answers for it.</summary>
/// <param name="Sequence">Line of the journal.</param>
/// <param name="Event">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record DeadlineChange(long Sequence, DeadlineEvent Event, Actor By, DateTimeOffset At);

/// <summary>延期: one request for more time, and what came of it.</summary>
/// <param name="Request">Sequence number of its line: how a decision names it.</param>
/// <param name="WorkItemId">The task.</param>
/// <param name="Party">Who asks.</param>
/// <param name="Due">The day in force when it was asked.</param>
/// <param name="Until">The day asked for; once granted, the day granted.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When.</param>
/// <param name="Decision">The answer; null while it is pending.</param>
public sealed record Extension(
    long Request,
    string WorkItemId,
    Party Party,
    DateOnly Due,
    DateOnly Until,
    string Reason,
    Actor By,
    DateTimeOffset At,
    ExtensionDecision? Decision);

/// <summary>The answer to a request for more time.</summary>
/// <param name="Granted">Whether it is granted.</param>
/// <param name="Reason">Why; may be empty when granted.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
public sealed record ExtensionDecision(bool Granted, string Reason, Actor By, DateTimeOffset At);
