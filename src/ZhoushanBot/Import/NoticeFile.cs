using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Import;

/// <summary>What came of reading a file as a notice. A closed set; nothing is stored by it.</summary>
internal abstract record NoticeFile
{
    private NoticeFile()
    {
    }

    /// <summary>A notice with at least one task.</summary>
    public sealed record Readable(string Path, string EncodingName, NoticeContent Content) : NoticeFile;

    /// <summary>Nothing could be taken from it; <see cref="ImportText"/> has the words.</summary>
    public sealed record Unreadable(string Path, UnreadableReason Reason) : NoticeFile;

    /// <summary>Reads a file. Only what the operating system says is reported as it comes.</summary>
    /// <param name="path">In full.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<NoticeFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (text, reason) = await ReadTextAsync(path, cancellationToken);
        return text is null ? new Unreadable(path, reason!) : OfText(path, text);
    }

    /// <summary>The text of any file, and how it was coded; else why there is none.</summary>
    /// <param name="path">In full.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<(DecodedNotice.Text? Text, UnreadableReason? Reason)> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return (null, new UnreadableReason.IsFolder());
        }

        try
        {
            return NoticeDecoder.Decode(await ReadBytesAsync(path, cancellationToken)) switch
            {
                DecodedNotice.Text text => (text, null),
                DecodedNotice.Failure failure => (null, new UnreadableReason.Undecodable(failure)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new UnreadableReason.Missing());
        }
        catch (UnauthorizedAccessException)
        {
            return (null, new UnreadableReason.NotAllowed());
        }
        catch (IOException e)
        {
            return (null, new UnreadableReason.DiskFailure(e.Message));
        }
    }

    private static NoticeFile OfText(string path, DecodedNotice.Text text)
    {
        var content = NoticeReader.Read(text.Value);
        return content.WorkItems.IsEmpty ? new Unreadable(path, new UnreadableReason.NoTasks()) : new Readable(path, text.EncodingName, content);
    }

    // One byte beyond the limit is enough for the decoder to say that it is too large: a disk image is not read to its end.
    private static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, useAsync: true);
        using var bytes = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (bytes.Length <= NoticeDecoder.MaximumBytes && await file.ReadAsync(piece, cancellationToken) is > 0 and var read)
        {
            bytes.Write(piece, 0, read);
        }

        return bytes.ToArray();
    }
}

/// <summary>Why a file gave no notice. A closed set.</summary>
internal abstract record UnreadableReason
{
    private UnreadableReason()
    {
    }

    /// <summary>There is no such file.</summary>
    public sealed record Missing : UnreadableReason;

    /// <summary>It is a folder.</summary>
    public sealed record IsFolder : UnreadableReason;

    /// <summary>This user may not read it.</summary>
    public sealed record NotAllowed : UnreadableReason;

    /// <summary>The disk failed.</summary>
    public sealed record DiskFailure(string Detail) : UnreadableReason;

    /// <summary>It is no text that can be read.</summary>
    public sealed record Undecodable(DecodedNotice.Failure Failure) : UnreadableReason;

    /// <summary>Text, but without a single task.</summary>
    public sealed record NoTasks : UnreadableReason;
}
