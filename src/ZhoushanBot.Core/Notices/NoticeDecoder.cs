using System.Text;

namespace ZhoushanBot.Core.Notices;

/// <summary>What came of decoding a file. A closed set.</summary>
public abstract record DecodedNotice
{
    private DecodedNotice()
    {
    }

    /// <summary>Text with LF line ends and without byte order mark.</summary>
    /// <param name="Value">Never empty.</param>
    /// <param name="EncodingName">Which encoding was recognised.</param>
    public sealed record Text(string Value, string EncodingName) : DecodedNotice;

    /// <summary>The file cannot be read as a notice; nothing was taken from it.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Line">Line of the first trouble, the first is 1; 0 when the whole file is meant.</param>
    /// <param name="Detail">A number or name that the message shows; may be empty.</param>
    public sealed record Failure(DecodeFailure Reason, int Line, string Detail) : DecodedNotice;
}

/// <summary>Why a file cannot be read; the words stand in FindingText.</summary>
public enum DecodeFailure
{
    /// <summary>No characters but white space.</summary>
    Empty,

    /// <summary>More bytes than <see cref="NoticeDecoder.MaximumBytes"/>.</summary>
    TooLarge,

    /// <summary>Not text: a document of an office program, a picture, a program.</summary>
    Binary,

    /// <summary>Text in none of UTF-8, UTF-16 and GB18030.</summary>
    UnknownEncoding,
}

/// <summary>Bytes of a file into the text of a notice: UTF-8 and UTF-16 with and without mark, GB18030.</summary>
public static class NoticeDecoder
{
    /// <summary>Largest file accepted, in bytes: a hundred times a long notice.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    private const int Gb18030CodePage = 54936;

    /// <summary>Decodes; never throws on any bytes.</summary>
    public static DecodedNotice Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumBytes)
        {
            return new DecodedNotice.Failure(DecodeFailure.TooLarge, 0, $"{bytes.Length / 1024 / 1024} MiB");
        }

        if (SignatureOf(bytes) is { } format)
        {
            return new DecodedNotice.Failure(DecodeFailure.Binary, 0, format);
        }

        var (text, name) = DecodeText(bytes);
        if (text is null)
        {
            return new DecodedNotice.Failure(DecodeFailure.UnknownEncoding, LineOfFirstInvalidUtf8(bytes), string.Empty);
        }

        if (text.AsSpan().IndexOf('\0') is >= 0 and var zero)
        {
            return new DecodedNotice.Failure(DecodeFailure.Binary, text.AsSpan(0, zero).Count('\n') + 1, "NUL");
        }

        var normalized = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return string.IsNullOrWhiteSpace(normalized)
            ? new DecodedNotice.Failure(DecodeFailure.Empty, 0, string.Empty)
            : new DecodedNotice.Text(normalized, name);
    }

    private static (string? Text, string Name) DecodeText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (TryDecode(new UTF8Encoding(false, true), bytes[3..]), "UTF-8");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (TryDecode(new UnicodeEncoding(false, false, true), bytes[2..]), "UTF-16LE");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (TryDecode(new UnicodeEncoding(true, false, true), bytes[2..]), "UTF-16BE");
        }

        if (DecodeUtf16WithoutMark(bytes) is { Text: not null } utf16)
        {
            return utf16;
        }

        if (TryDecode(new UTF8Encoding(false, true), bytes) is { } utf8)
        {
            return (utf8, "UTF-8");
        }

        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
            Gb18030CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var text = gb18030 is null ? null : TryDecode(gb18030, bytes);

        // GB18030 gives a meaning to almost any bytes; a notice in it is mostly Han, noise is not.
        return text is not null && LooksChinese(text) ? (text, "GB18030") : (null, string.Empty);
    }

    /// <summary>
    /// In UTF-16 every digit and line end has a zero byte on one side, and only a few characters such as 一 have one on the other; other texts
    /// have none.
    /// </summary>
    private static (string? Text, string Name) DecodeUtf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var (first, second) = (0, 0);
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            first += bytes[i] == 0 ? 1 : 0;
            second += bytes[i + 1] == 0 ? 1 : 0;
        }

        if (bytes.Length % 2 != 0 || first == second)
        {
            return (null, string.Empty);
        }

        var isBigEndian = first > second;
        var text = TryDecode(new UnicodeEncoding(isBigEndian, false, true), bytes);
        return text is not null && LooksChinese(text) ? (text, isBigEndian ? "UTF-16BE" : "UTF-16LE") : (null, string.Empty);
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool LooksChinese(string text)
    {
        var (han, control, seen) = (0, 0, 0);
        foreach (var c in text)
        {
            seen++;
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            control += char.IsControl(c) && c is not ('\n' or '\r' or '\t') ? 1 : 0;
        }

        return control * 100 <= seen && han * 4 >= seen;
    }

    private static int LineOfFirstInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return line;
            }

            line += rune.Value == '\n' ? 1 : 0;
            bytes = bytes[length..];
        }

        return line;
    }

    private static string? SignatureOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => ".docx / .xlsx / .zip",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ".pdf",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ".doc / .xls / .wps",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ".png",
        [0xFF, 0xD8, 0xFF, ..] => ".jpg",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => ".rtf",
        _ => null,
    };
}
