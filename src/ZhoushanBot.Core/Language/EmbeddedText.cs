using System.Text;

namespace ZhoushanBot.Core.Language;

/// <summary>Reads data files that are built into this assembly, named by file name alone.</summary>
internal static class EmbeddedText
{
    /// <summary>The whole file.</summary>
    /// <param name="file">Such as <c>pinyin.txt</c>.</param>
    public static string Read(string file) => Encoding.UTF8.GetString(ReadBytes(file));

    /// <summary>The whole file as bytes of UTF-8.</summary>
    public static byte[] ReadBytes(string file)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The data file {file} is not built into the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The lines of a data table that hold data, without their ends.</summary>
    /// <param name="file">Such as <c>light-words.txt</c>.</param>
    public static IEnumerable<string> Lines(string file) => Read(file).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => IsData(line));

    /// <summary>True for a line of a data table that holds data: not blank and no remark.</summary>
    public static bool IsData(ReadOnlySpan<char> line) => !line.IsEmpty && line[0] != '#';
}
