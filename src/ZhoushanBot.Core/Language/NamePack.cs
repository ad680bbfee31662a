using System.Collections.Immutable;
using System.Text.Json;

namespace ZhoushanBot.Core.Language;

/// <summary>
/// 译名包: the names and English titles that belong to one notice. Data, not code; README.md beside <c>names.json</c> describes the file.
/// </summary>
public sealed class NamePack
{
    private NamePack(JsonElement root)
    {
        DocumentNumber = NameJson.Text(root, "documentNumber") ?? throw new JsonException("A name pack needs a documentNumber.");
        Place = root.TryGetProperty("place", out var place) ? NameJson.Entry(place) : null;
        Organizations = NameJson.Entries(root, "organizations");
        Groups = NameJson.Entries(root, "groups");
        Areas = NameJson.Entries(root, "areas");
        Categories = NameJson.Entries(root, "categories");
        Officials = NameJson.Items(root, "officials")
            .Select(item => new OfficialEntry(NameJson.Entry(item), NameJson.Text(item, "postEnglish")))
            .ToDictionary(official => official.Names.Name, StringComparer.Ordinal);
        Sections = NameJson.Titles(root, "sections");
        Tasks = NameJson.Titles(root, "tasks");
        Rows = NameJson.Titles(root, "rows");
        Indicators = NameJson.Titles(root, "indicators");
        Ambiguous = [.. NameJson.Items(root, "ambiguous")
            .Select(item => new AmbiguousAlias(NameJson.Text(item, "alias") ?? "", NameJson.Texts(item, "names")))];
    }

    /// <summary>文号 of the notice that the titles belong to, as printed.</summary>
    public string DocumentNumber { get; }

    /// <summary>The city or county whose notice it is; null when the pack does not say. People put its name before names of bodies.</summary>
    public NameEntry? Place { get; }

    /// <summary>Organizations by official name, second names in brackets included.</summary>
    public IReadOnlyDictionary<string, NameEntry> Organizations { get; }

    /// <summary>Group entries by name.</summary>
    public IReadOnlyDictionary<string, NameEntry> Groups { get; }

    /// <summary>Areas by the name in the table header.</summary>
    public IReadOnlyDictionary<string, NameEntry> Areas { get; }

    /// <summary>Categories (事项分类) by name.</summary>
    public IReadOnlyDictionary<string, NameEntry> Categories { get; }

    /// <summary>Lead officials by name.</summary>
    public IReadOnlyDictionary<string, OfficialEntry> Officials { get; }

    /// <summary>English section titles, by list and section: <c>workReport/2</c>.</summary>
    public IReadOnlyDictionary<string, string> Sections { get; }

    /// <summary>English task titles, by list, section and item: the part of a task's id behind the notice's, <c>workReport/2.12</c>.</summary>
    public IReadOnlyDictionary<string, string> Tasks { get; }

    /// <summary>English indicator names of annex rows, by list, number and line: <c>provincial/14.2</c>.</summary>
    public IReadOnlyDictionary<string, string> Rows { get; }

    /// <summary>English names of the figures in a task's words, by what the figure measures as read from them: 新增城镇就业.</summary>
    public IReadOnlyDictionary<string, string> Indicators { get; }

    /// <summary>Words that may mean several of the names.</summary>
    public ImmutableArray<AmbiguousAlias> Ambiguous { get; }

    /// <summary>Reads a pack.</summary>
    /// <param name="utf8Json">The file.</param>
    /// <exception cref="JsonException">The file is not a name pack; the message says where.</exception>
    public static NamePack Read(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = NameJson.Parse(utf8Json);
        return new NamePack(document.RootElement);
    }
}
