namespace ZhoushanBot.Activities.Inbound;

/// <summary>
/// The newest bytes that were appended, in one block that is never moved: thousands of small arrays that live for minutes each are what a garbage
/// collector works on most. Not for several threads at once.
/// </summary>
internal sealed class ByteRing(int size)
{
    // Places count on and on, so that an old one is told from a new one in the same bytes.
    private byte[] block = [];
    private long end;

    /// <summary>Copies bytes in, over the oldest ones.</summary>
    /// <returns>Their place; null when they are more than there is room for.</returns>
    public long? Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > size)
        {
            return null;
        }

        if (block.Length == 0 && bytes.Length > 0)
        {
            block = new byte[size];
        }

        var offset = (int)(end % size);
        var start = offset + bytes.Length <= size ? end : end + size - offset;
        bytes.CopyTo(block.AsSpan((int)(start % size)));
        end = start + bytes.Length;
        return start;
    }

    /// <summary>True while nothing newer has been written over a place.</summary>
    public bool Has(long start) => start >= end - size;

    /// <summary>A copy of the bytes at a place that is still there.</summary>
    public byte[] Read(long start, int length) => length == 0 ? [] : block.AsSpan((int)(start % size), length).ToArray();
}
