using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Import;

/// <summary>All names and synonyms as of one moment. Immutable.</summary>
/// <param name="Names">In both languages.</param>
/// <param name="Synonyms">The built-in ones first.</param>
internal sealed record Vocabulary(NameBook Names, Synonyms Synonyms);

/// <summary>A file of names or synonyms that cannot be read, and why, in both languages.</summary>
internal sealed record NameFileFault(string Path, string Chinese, string English)
{
    public override string ToString() => $"{Chinese}\n{English}";

    public static NameFileFault Of(string path, Exception e, bool isKept) => new(
        path,
        $"无法读取 {path}：{ReasonInChinese(e)}。{(isKept ? "仍使用该文件上一次的内容" : "该文件未被采用")}。请改正或移走该文件。",
        $"{path} cannot be read: {e.Message} {(isKept ? "What it said before stays in use" : "It is left out")}. Mend it or move it away.");

    private static string ReasonInChinese(Exception e) => e switch
    {
        JsonException { LineNumber: { } line } => string.Create(CultureInfo.InvariantCulture, $"第 {line + 1} 行附近不是有效的 JSON"),
        IOException or UnauthorizedAccessException => $"文件打不开（{e.Message}）",
        _ => $"内容不合要求（{e.Message}）",
    };
}

/// <summary>
/// Names in both languages and synonyms, as data files: <c>*.names.json</c>, <c>synonyms.json</c> and <c>*.synonyms.json</c>, those beside the program
/// first, then those that the office put into the folder of its store. A faulty file of the office's is reported and what it said before stays;
/// nothing else suffers. Safe for several threads.
/// </summary>
internal sealed class NameFiles(params string[] folders)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, KnownFile> known = new(StringComparer.Ordinal);
    private Vocabulary? vocabulary;
    private ImmutableArray<NameFileFault> faults = [];

    /// <summary>The program's own folder of data.</summary>
    public static string OfTheProgram => Path.Combine(AppContext.BaseDirectory, "Data");

    /// <summary>What the files said when they were last read.</summary>
    /// <exception cref="UnreadableNamesException">A file of the program itself cannot be read: it is not installed wholly.</exception>
    public Vocabulary Current
    {
        get
        {
            lock (gate)
            {
                if (vocabulary is null)
                {
                    Refresh();
                }

                return vocabulary!;
            }
        }
    }

    /// <summary>The files that were refused when they were last read; empty when all is well.</summary>
    public ImmutableArray<NameFileFault> Faults
    {
        get
        {
            lock (gate)
            {
                return faults;
            }
        }
    }

    /// <summary>Which files there are and when they were written: equal texts mean that nothing changed.</summary>
    public string Signature() => string.Join('\n', Files().Select(file => $"{file.Path} {file.Stamp}"));

    /// <summary>Reads what has changed on disk.</summary>
    /// <returns>Whether <see cref="Current"/> is another one than before.</returns>
    /// <exception cref="UnreadableNamesException">A file of the program itself cannot be read.</exception>
    public bool Refresh()
    {
        lock (gate)
        {
            var files = Files().ToList();
            var hasChanged = vocabulary is null;
            foreach (var gone in known.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).ToList())
            {
                hasChanged |= known[gone].Content is not null;
                known.Remove(gone);
            }

            foreach (var (path, stamp) in files.Where(file => known.GetValueOrDefault(file.Path)?.Stamp != file.Stamp))
            {
                known[path] = Read(path, stamp);
                hasChanged |= known[path].Fault is null;
            }

            faults = [.. files.Select(file => known[file.Path].Fault).OfType<NameFileFault>()];
            if (hasChanged)
            {
                var contents = files.Select(file => known[file.Path].Content).ToList();
                vocabulary = new Vocabulary(
                    new NameBook(contents.OfType<NamePack>()), contents.OfType<Synonyms>().Aggregate(Synonyms.BuiltIn(), (all, more) => all.With(more)));
            }

            return hasChanged;
        }
    }

    private KnownFile Read(string path, string stamp)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return new KnownFile(stamp, path.EndsWith(".names.json", StringComparison.Ordinal) ? NamePack.Read(bytes) : Synonyms.Read(bytes), null);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            if (Path.GetDirectoryName(path) == OfTheProgram)
            {
                throw new UnreadableNamesException(path, e);
            }

            var before = known.GetValueOrDefault(path)?.Content;
            return new KnownFile(stamp, before, NameFileFault.Of(path, e, before is not null));
        }
    }

    private IEnumerable<(string Path, string Stamp)> Files() =>
        from folder in folders
        where Directory.Exists(folder)
        from file in new DirectoryInfo(folder).EnumerateFiles("*.json").Where(file => IsOurs(file.Name)).OrderBy(file => file.FullName, StringComparer.Ordinal)
        select (file.FullName, string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks} {file.Length}"));

    private static bool IsOurs(string name) =>
        name == "synonyms.json" || name.EndsWith(".synonyms.json", StringComparison.Ordinal) || name.EndsWith(".names.json", StringComparison.Ordinal);

    private sealed record KnownFile(string Stamp, object? Content, NameFileFault? Fault);
}

/// <summary>A file of names that belongs to the program cannot be read.</summary>
internal sealed class UnreadableNamesException(string path, Exception inner) : InvalidOperationException(
    $"无法读取 {path}：{inner.Message} 请重新安装程序。\n{path} cannot be read: {inner.Message} Install the program anew.", inner);
