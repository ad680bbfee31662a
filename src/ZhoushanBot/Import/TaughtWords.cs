using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Import;

/// <summary>
/// The words that were taught by command, in files of their own in the folder of the store, so that files written by hand stay as they were
/// written: <c>taught.synonyms.json</c> and <c>taught.names.json</c>. To unteach, a line is deleted there.
/// </summary>
internal sealed class TaughtWords(string folder)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions AsRead = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private readonly Lock gate = new();

    /// <summary>Where the words go.</summary>
    public string Folder => Path.GetFullPath(folder);

    /// <summary>Adds a lesson to its file; on return the whole file is there, or the old one.</summary>
    /// <returns>Path of the file.</returns>
    /// <exception cref="JsonException">The file that is there is damaged; it is left as it is.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public string Add(Lesson.Learnt lesson)
    {
        lock (gate)
        {
            return lesson switch
            {
                Lesson.Subject subject => Change("taught.synonyms.json", root => ListIn(root, "synonyms").Add(SetOf(subject.Set)), bytes => Synonyms.Read(bytes)),
                Lesson.Name name => Change("taught.names.json", root => Add(root, name), bytes => NamePack.Read(bytes)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    private static void Add(JsonObject root, Lesson.Name lesson)
    {
        // The words belong to no one notice.
        root["documentNumber"] ??= "";
        var list = ListIn(root, lesson.Kind switch
        {
            NamedKind.Organization => "organizations",
            NamedKind.Group => "groups",
            NamedKind.Official => "officials",
            _ => "areas",
        });
        var entry = list.OfType<JsonObject>().FirstOrDefault(item => (string?)item["name"] == lesson.OfficialName);
        if (entry is null)
        {
            list.Add(entry = new JsonObject { ["name"] = lesson.OfficialName });
        }

        ListIn(entry, "aliases").Add(lesson.Wording);
    }

    private static JsonObject SetOf(SynonymSet set)
    {
        var item = new JsonObject { ["zh"] = TextsOf(set.Chinese) };
        if (!set.English.IsEmpty)
        {
            item["en"] = TextsOf(set.English);
        }

        return item;
    }

    private static JsonArray TextsOf(ImmutableArray<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static JsonArray ListIn(JsonObject parent, string name)
    {
        if (parent[name] is JsonArray known)
        {
            return known;
        }

        var list = new JsonArray();
        parent[name] = list;
        return list;
    }

    private string Change(string file, Action<JsonObject> change, Action<ReadOnlyMemory<byte>> prove)
    {
        var path = Path.Combine(Folder, file);
        var root = new JsonObject();
        if (File.Exists(path))
        {
            var there = File.ReadAllBytes(path);
            prove(there);
            root = JsonNode.Parse(there, documentOptions: AsRead)!.AsObject();
        }

        change(root);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(root, Options);
        prove(bytes);
        Directory.CreateDirectory(Folder);
        var half = $"{path}.writing";
        File.WriteAllBytes(half, bytes);
        File.Move(half, path, overwrite: true);
        return path;
    }
}
