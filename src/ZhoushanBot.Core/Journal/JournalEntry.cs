using System.Collections.Immutable;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Journal;

/// <summary>Something that happened, before it is written down.</summary>
/// <param name="Kind">What, such as <c>progress.reported</c>; each slice owns the kinds that begin with its name.</param>
/// <param name="Subject">Of what: the id of a task, or what else the kind is about; never empty.</param>
/// <param name="Json">The particulars, an object in the slice's own shape.</param>
public sealed record JournalEvent(string Kind, string Subject, string Json);

/// <summary>台账: one line of the record of all that happened. Never changed, never taken out.</summary>
/// <param name="Sequence">The first is 1, without gaps.</param>
/// <param name="At">When, exact to 100 ns, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Event">What.</param>
/// <param name="Hash">SHA-256 over the line before and this one, 64 lower-case hexadecimal digits, see <see cref="JournalChain"/>.</param>
public sealed record JournalEntry(long Sequence, DateTimeOffset At, Actor By, JournalEvent Event, string Hash);

/// <summary>Keeps the record. What is state elsewhere (progress, acknowledgements, deadlines set) is a fold over it. Safe for several threads.</summary>
public interface IJournal
{
    /// <summary>Writes all of the events behind the last line, or none; on return they survive a crash.</summary>
    Task<ImmutableArray<JournalEntry>> AppendAsync(Actor by, DateTimeOffset at, IReadOnlyCollection<JournalEvent> events, CancellationToken cancellationToken);

    /// <summary>The lines behind a sequence number, in order, 0 for all; at most <paramref name="limit"/> of them.</summary>
    Task<ImmutableArray<JournalEntry>> ReadAsync(long after, int limit, CancellationToken cancellationToken);
}
