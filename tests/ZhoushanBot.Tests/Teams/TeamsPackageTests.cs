using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using ZhoushanBot.Teams;

namespace ZhoushanBot.Tests.Teams;

public sealed class TeamsPackageTests
{
    private const string Host = "bot.example.org";
    private static readonly Guid AppId = Guid.Parse("11112222-3333-4444-5555-666677778888");

    [Fact]
    public void Holds_the_manifest_its_languages_and_icons_and_nothing_else()
    {
        Assert.Equal("manifest.json color.png en.json outline.png zh-CN.json", string.Join(' ', Package(Host).Keys));
    }

    [Fact]
    public void Same_input_same_bytes()
    {
        Assert.Equal(Zip(Host), Zip(Host));
        Assert.NotEqual(Zip(Host), Zip(null));
    }

    [Theory]
    [InlineData(Host)]
    [InlineData("BOT.Example.org")]
    [InlineData(null)]
    public void App_id_and_host_take_the_place_of_their_placeholders(string? host)
    {
        var package = Package(host);
        var manifest = JsonOf(package["manifest.json"]);

        Assert.All(package.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)), file =>
            Assert.DoesNotContain("{{", Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));
        Assert.Equal((AppId.ToString(), AppId.ToString()), ((string)manifest["id"]!, (string)manifest["bots"]![0]!["botId"]!));
        Assert.Equal(host is null ? [] : [Host], manifest["validDomains"]!.AsArray().Select(domain => (string)domain!));
        Assert.Equal(host is null ? "https://host-not-given.invalid/" : $"https://{Host}/", (string)manifest["developer"]!["privacyUrl"]!);
    }

    [Theory]
    [InlineData("https://bot.example.org")]
    [InlineData("bot.example.org:443")]
    [InlineData("bot.example.org/api")]
    [InlineData("10.0.0.1")]
    [InlineData("localhost")]
    [InlineData("a\",\"b.example")]
    [InlineData("")]
    public void A_host_that_is_none_is_refused(string host) => Assert.Throws<ArgumentException>(() => Zip(host));

    [Fact]
    public void An_empty_app_id_is_refused() => Assert.Throws<ArgumentException>(() => TeamsPackage.Write(Stream.Null, Guid.Empty, Host));

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void Icons_have_the_sizes_that_Teams_asks_for(string icon, int size)
    {
        var package = Package(Host);
        var png = package[(string)JsonOf(package["manifest.json"])["icons"]![icon]!];

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png.Take(4));
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Equal((8, 6), (png[24], png[25]));
    }

    [Fact]
    public void The_outline_is_white_on_nothing()
    {
        var pixels = PixelsOf(Package(Host)["outline.png"], 32);

        Assert.All(pixels, pixel => Assert.Equal((255, 255, 255), (pixel[0], pixel[1], pixel[2])));
        Assert.Contains(pixels, pixel => pixel[3] == 0);
        Assert.Contains(pixels, pixel => pixel[3] == 255);
    }

    [Fact]
    public void Every_text_of_the_manifest_exists_in_every_language()
    {
        var package = Package(Host);
        var manifest = JsonOf(package["manifest.json"]);
        var texts = TextsOf(manifest);

        var languages = manifest["localizationInfo"]!;
        var chinese = Localized(package[(string)languages["defaultLanguageFile"]!]);
        var others = languages["additionalLanguages"]!.AsArray();

        Assert.Equal(("zh-cn", "en"), ((string)languages["defaultLanguageTag"]!, (string)Assert.Single(others)!["languageTag"]!));
        Assert.Equal(texts, chinese);
        Assert.Equal(texts.Keys, Localized(package[(string)others[0]!["file"]!]).Keys);
    }

    [Fact]
    public void Every_language_keeps_to_the_lengths_of_the_manifest()
    {
        var package = Package(Host);

        Assert.All((string[])["en.json", "zh-CN.json"], file => Assert.All(Localized(package[file]), text =>
            Assert.InRange(text.Value.Length, 1, text.Key switch
            {
                "name.short" => 30,
                "name.full" => 100,
                "description.short" => 80,
                _ => text.Key.EndsWith(".title", StringComparison.Ordinal) ? 128 : 4000,
            })));
    }

    [Fact]
    public void Commands_are_there_in_personal_chats_teams_and_group_chats()
    {
        var bot = JsonOf(Package(Host)["manifest.json"])["bots"]![0]!;

        Assert.Equal(["personal", "team", "groupChat"], bot["scopes"]!.AsArray().Select(scope => (string)scope!));
        Assert.False((bool)bot["supportsFiles"]!);
        var list = Assert.Single(bot["commandLists"]!.AsArray())!;
        Assert.Equal(["personal", "team", "groupChat"], list["scopes"]!.AsArray().Select(scope => (string)scope!));
        Assert.InRange(list["commands"]!.AsArray().Count, 5, 12);
    }

    [Theory]
    [InlineData(Host)]
    [InlineData(null)]
    public async Task Microsofts_own_validation_finds_nothing(string? host)
    {
        var manifest = Encoding.UTF8.GetString(Package(host)["manifest.json"]);

        Assert.Empty(await TeamsManifestJudge.FaultsOfAsync(manifest));
        Assert.NotEmpty(await TeamsManifestJudge.FaultsOfAsync(manifest.Replace("groupChat", "everywhere", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_schema_holds()
    {
        var manifest = Encoding.UTF8.GetString(Package(Host)["manifest.json"]);
        var schema = await JsonSchema.FromFileAsync(TeamsManifestJudge.Schema, TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(manifest));
        Assert.NotEmpty(schema.Validate(manifest.Replace("#0B6A92", "blue", StringComparison.Ordinal)));
    }

    internal static SortedDictionary<string, string> Localized(byte[] file) => new(
        JsonOf(file).AsObject().Where(text => text.Key != "$schema").ToDictionary(text => text.Key, text => (string)text.Value!),
        StringComparer.Ordinal);

    internal static Dictionary<string, byte[]> Package(string? host)
    {
        using var archive = new ZipArchive(new MemoryStream(Zip(host)), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    internal static byte[] Zip(string? host)
    {
        using var zip = new MemoryStream();
        TeamsPackage.Write(zip, AppId, host);
        return zip.ToArray();
    }

    private static JsonNode JsonOf(byte[] file) => JsonNode.Parse(file)!;

    /// <summary>What a reader sees, under the keys of the localisation files.</summary>
    private static SortedDictionary<string, string> TextsOf(JsonNode manifest)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in (string[])["name", "description"])
        {
            texts[$"{part}.short"] = (string)manifest[part]!["short"]!;
            texts[$"{part}.full"] = (string)manifest[part]!["full"]!;
        }

        foreach (var (number, command) in manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray().Index())
        {
            texts[$"bots[0].commandLists[0].commands[{number}].title"] = (string)command!["title"]!;
            texts[$"bots[0].commandLists[0].commands[{number}].description"] = (string)command["description"]!;
        }

        return texts;
    }

    /// <summary>The pixels of a PNG of one IDAT chunk whose rows are not filtered, as ours are.</summary>
    private static List<byte[]> PixelsOf(byte[] png, int size)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var rows = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        var row = new byte[1 + (4 * size)];
        var pixels = new List<byte[]>();
        for (var y = 0; y < size; y++)
        {
            rows.ReadExactly(row);
            Assert.Equal(0, row[0]);
            pixels.AddRange(row.Skip(1).Chunk(4));
        }

        return pixels;
    }
}
