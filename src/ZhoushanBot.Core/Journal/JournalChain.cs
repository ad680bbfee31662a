using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Journal;

/// <summary>Chains the lines of the journal, so that a changed, missing or inserted one shows.</summary>
public static class JournalChain
{
    /// <summary>What stands for the line before the first.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>The next line.</summary>
    /// <param name="previous">The line before; null when there is none.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="happened">What.</param>
    public static JournalEntry Next(JournalEntry? previous, Actor by, DateTimeOffset at, JournalEvent happened)
    {
        var sequence = (previous?.Sequence ?? 0) + 1;
        return new JournalEntry(sequence, at.ToUniversalTime(), by, happened, HashOf(previous?.Hash ?? Start, sequence, at, by, happened));
    }

    /// <summary>The first line that does not follow from the one before; null when all do.</summary>
    /// <param name="previous">The line before the first of <paramref name="entries"/>; null when it is the first of all.</param>
    /// <param name="entries">In order.</param>
    public static JournalEntry? FirstFault(JournalEntry? previous, ImmutableArray<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry != Next(previous, entry.By, entry.At, entry.Event))
            {
                return entry;
            }

            previous = entry;
        }

        return null;
    }

    // Each part with its length in front: no two lines have the same bytes.
    private static string HashOf(string previous, long sequence, DateTimeOffset at, Actor by, JournalEvent happened)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        Add(hash, previous);
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        hash.AppendData(number);
        BinaryPrimitives.WriteInt64BigEndian(number, at.UtcTicks);
        hash.AppendData(number);
        foreach (var part in (string[])[by.AccountId, by.Name, happened.Kind, happened.Subject, happened.Json])
        {
            Add(hash, part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
