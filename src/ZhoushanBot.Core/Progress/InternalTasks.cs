using System.Collections.Immutable;
using System.Text.Json;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Progress;

/// <summary>内部: why a task is shown to those only who may see internal matters.</summary>
/// <param name="By">Who marked it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; never empty.</param>
public sealed record InternalMark(Actor By, DateTimeOffset At, string Reason);

/// <summary>What comes of marking a task, or of taking the mark off. A closed set.</summary>
public abstract record InternalOutcome
{
    private InternalOutcome()
    {
    }

    /// <summary>To be written into the journal.</summary>
    /// <param name="Line">What.</param>
    public sealed record Done(JournalEvent Line) : InternalOutcome;

    /// <summary>It has no reason.</summary>
    public sealed record ReasonMissing : InternalOutcome;

    /// <summary>It is so already.</summary>
    public sealed record NothingToDo : InternalOutcome;
}

/// <summary>内部任务: which tasks are internal. Immutable: the same object as long as nothing about it changes.</summary>
public sealed class InternalTasks
{
    /// <summary>Journal line: a task was marked.</summary>
    public const string SetKind = "task.internal.set";

    /// <summary>Journal line: the mark was taken off.</summary>
    public const string ClearedKind = "task.internal.cleared";

    private InternalTasks(ImmutableSortedDictionary<string, InternalMark> marks) => Marks = marks;

    /// <summary>No task is internal.</summary>
    public static InternalTasks None { get; } = new(ImmutableSortedDictionary.Create<string, InternalMark>(StringComparer.Ordinal));

    /// <summary>The marks by task id; empty for none.</summary>
    public ImmutableSortedDictionary<string, InternalMark> Marks { get; }

    /// <summary>Nothing is internal.</summary>
    public bool IsEmpty => Marks.IsEmpty;

    /// <summary>Whether a task is internal.</summary>
    public bool Contains(string taskId) => Marks.ContainsKey(taskId);

    /// <summary>With one journal line more; lines of other slices change nothing.</summary>
    /// <exception cref="JsonException">The line is of this slice and damaged.</exception>
    public InternalTasks With(JournalEntry line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Event.Kind switch
        {
            SetKind => new InternalTasks(Marks.SetItem(line.Event.Subject, new InternalMark(line.By, line.At, ReasonIn(line.Event.Json)))),
            ClearedKind when Contains(line.Event.Subject) => new InternalTasks(Marks.Remove(line.Event.Subject)),
            _ => this,
        };
    }

    /// <summary>Marks a task.</summary>
    /// <param name="taskId">Which; it is known.</param>
    /// <param name="reason">Why, as typed.</param>
    public InternalOutcome Mark(string taskId, string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return Contains(taskId) ? new InternalOutcome.NothingToDo()
            : string.IsNullOrWhiteSpace(reason) ? new InternalOutcome.ReasonMissing()
            : new InternalOutcome.Done(LineOf(SetKind, taskId, reason));
    }

    /// <summary>Takes the mark off.</summary>
    /// <param name="taskId">Which.</param>
    /// <param name="reason">Why, as typed; may be empty.</param>
    public InternalOutcome Clear(string taskId, string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return Contains(taskId) ? new InternalOutcome.Done(LineOf(ClearedKind, taskId, reason)) : new InternalOutcome.NothingToDo();
    }

    private static JournalEvent LineOf(string kind, string taskId, string reason) => new(kind, taskId, $$"""{"reason":{{JsonString(reason.Trim())}}}""");

    private static string JsonString(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string ReasonIn(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.ValueKind == JsonValueKind.Object && parsed.RootElement.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
            ? reason.GetString()!
            : throw new JsonException("reason is missing.");
    }
}
