using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ZhoushanBot.Core.Journal;

namespace ZhoushanBot.Ledger;

/// <summary>What reading the whole journal found.</summary>
/// <param name="Lines">How many follow from one another, from the first on.</param>
/// <param name="LastHash">
/// Hash of the last of them, <see cref="JournalChain.Start"/> for none. Written down elsewhere it also shows later whether lines at the end were taken off.
/// </param>
/// <param name="Fault">The first line that does not follow from the one before; null when all do.</param>
internal sealed record LedgerVerdict(long Lines, string LastHash, JournalEntry? Fault);

/// <summary>Reads the journal from its beginning, in chunks, so that a long one does not fill the memory.</summary>
internal static class LedgerReading
{
    /// <summary>Lines read at once.</summary>
    public const int Chunk = 10_000;

    /// <summary>All lines in order, in chunks; does not look whether they follow from one another.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="chunk">Lines at once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<ImmutableArray<JournalEntry>> ReadAllAsync(
        this IJournal journal, int chunk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (await journal.ReadAsync(after, chunk, cancellationToken) is [.., var last] lines)
        {
            yield return lines;
            after = last.Sequence;
        }
    }

    /// <summary>Looks whether every line follows from the one before.</summary>
    public static async Task<LedgerVerdict> VerifyAsync(this IJournal journal, CancellationToken cancellationToken, int chunk = Chunk)
    {
        JournalEntry? previous = null;
        await foreach (var lines in journal.ReadAllAsync(chunk, cancellationToken))
        {
            if (JournalChain.FirstFault(previous, lines) is { } fault)
            {
                var before = lines.IndexOf(fault) is > 0 and var at ? lines[at - 1] : previous;
                return new(before?.Sequence ?? 0, before?.Hash ?? JournalChain.Start, fault);
            }

            previous = lines[^1];
        }

        return new(previous?.Sequence ?? 0, previous?.Hash ?? JournalChain.Start, null);
    }
}
