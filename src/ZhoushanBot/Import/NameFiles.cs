using System.Text.Json;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Import;

/// <summary>
/// Names in both languages and synonyms, as data files: <c>*.names.json</c> and <c>*.synonyms.json</c>, those beside the program first, then those that
/// the office put into the folder of its store.
/// </summary>
internal sealed class NameFiles(params string[] folders)
{
    /// <summary>The program's own folder of data.</summary>
    public static string OfTheProgram => Path.Combine(AppContext.BaseDirectory, "Data");

    /// <summary>Reads the names.</summary>
    /// <exception cref="UnreadableNamesException">A file is not what its name says.</exception>
    public NameBook ReadNames() => new(Files("*.names.json").Select(path => Read(path, NamePack.Read)));

    /// <summary>Reads the synonyms, the built-in ones first.</summary>
    /// <exception cref="UnreadableNamesException">A file is not what its name says.</exception>
    public Synonyms ReadSynonyms() => Files("*.synonyms.json").Select(path => Read(path, Synonyms.Read)).Aggregate(Synonyms.BuiltIn(), (all, more) => all.With(more));

    private IEnumerable<string> Files(string pattern) =>
        folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal));

    private static T Read<T>(string path, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UnreadableNamesException(path, e);
        }
    }
}

/// <summary>A file of names or synonyms cannot be read.</summary>
internal sealed class UnreadableNamesException(string path, Exception inner) : InvalidOperationException(
    $"无法读取 {path}：{inner.Message} 请改正或移走该文件。\n{path} cannot be read: {inner.Message} Mend it or move it away.", inner);
