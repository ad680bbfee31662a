using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZhoushanBot.Core.Journal;

namespace ZhoushanBot.Core.Progress;

/// <summary>
/// All progress, folded from the journal and extended as lines are written. One writer, any number of readers: what a task's progress was read
/// as never changes, the next reading may find a newer one.
/// </summary>
public sealed class ProgressBook
{
    private const int MostRecent = 1_000;

    private readonly ConcurrentDictionary<string, TaskProgress> tasks = new(StringComparer.Ordinal);

    // The tasks of the last lines, by sequence: who keeps a status need not look at all of them.
    private readonly Queue<(long Sequence, string TaskId)> recent = new();

    // The same few lines, areas and units stand in every report.
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    private long forgotten;

    /// <summary>The last journal line that was read; 0 for none.</summary>
    public long Sequence { get; private set; }

    /// <summary>Every task on which something was written, in no order.</summary>
    public IEnumerable<KeyValuePair<string, TaskProgress>> Tasks => tasks;

    /// <summary>The book of a whole journal.</summary>
    public static ProgressBook Of(IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var book = new ProgressBook();
        foreach (var entry in entries)
        {
            book.Append(entry);
        }

        return book;
    }

    /// <summary>Progress of a task; <see cref="TaskProgress.None"/> when nothing was written on it.</summary>
    public TaskProgress Of(string taskId) => tasks.GetValueOrDefault(taskId, TaskProgress.None);

    /// <summary>Takes the next journal line in; lines of other slices, and lines read before, change nothing.</summary>
    /// <returns>True when it was about progress.</returns>
    /// <exception cref="System.Text.Json.JsonException">See <see cref="ProgressJson.Read"/>.</exception>
    public bool Append(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (words)
        {
            if (entry.Sequence <= Sequence)
            {
                return false;
            }

            var happened = ProgressJson.Read(entry.Event);
            Sequence = entry.Sequence;
            if (happened is null)
            {
                return false;
            }

            var own = new ProgressEntry(entry.Sequence, entry.At, entry.By, WithSharedWords(happened));
            tasks[entry.Event.Subject] = Of(entry.Event.Subject).With(own);
            recent.Enqueue((entry.Sequence, entry.Event.Subject));
            if (recent.Count > MostRecent)
            {
                forgotten = recent.Dequeue().Sequence;
            }

            return true;
        }
    }

    /// <summary>The tasks on which something was written behind a line of the journal; null when that is too long ago to tell.</summary>
    public ImmutableArray<string>? WrittenSince(long sequence)
    {
        lock (words)
        {
            return sequence < forgotten ? null : [.. recent.Where(r => r.Sequence > sequence).Select(r => r.TaskId).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>The book as it was before a moment; this one stays as it is.</summary>
    public ProgressBook Before(DateTimeOffset moment)
    {
        var before = new ProgressBook { Sequence = Sequence };
        foreach (var (id, progress) in tasks)
        {
            if (progress.Before(moment) is var then && then != TaskProgress.None)
            {
                before.tasks[id] = then;
            }
        }

        return before;
    }

    private ProgressEvent WithSharedWords(ProgressEvent happened) => happened switch
    {
        ProgressEvent.Reported reported => new ProgressEvent.Reported(WithSharedWords(reported.Content)),
        ProgressEvent.Rated rated => new ProgressEvent.Rated(WithSharedWords(rated.Content)),
        _ => happened,
    };

    private ReportContent WithSharedWords(ReportContent content) => content with
    {
        Line = Shared(content.Line),
        Area = Shared(content.Area),
        Figure = content.Figure is { } figure ? figure with { MeasureUnit = Shared(figure.MeasureUnit) } : null,
    };

    private string Shared(string word)
    {
        if (!words.TryGetValue(word, out var shared))
        {
            words.Add(word, word);
            shared = word;
        }

        return shared;
    }
}
