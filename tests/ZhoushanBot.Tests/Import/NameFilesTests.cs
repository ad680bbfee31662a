using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Import;

namespace ZhoushanBot.Tests.Import;

/// <summary>Words that an office puts into the folder of its store, through the real service.</summary>
public sealed class NameFilesTests : IAsyncDisposable
{
    private const string Synonyms = """{"synonyms":[{"zh":["流感疫苗","打喷嚏针"],"en":["achoomagic"]}]}""";
    private const string Names = """{"documentNumber":"","organizations":[{"name":"市水利局","aliases":["管水大院"]}]}""";

    private readonly BotService service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string SynonymFile => Path.Combine(service.DataFolder, "synonyms.json");

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("synonyms.json", Synonyms, "岱山县打喷嚏针要打多少人", "25000")]
    [InlineData("office.synonyms.json", Synonyms, "how many achoomagic in Daishan", "25000")]
    [InlineData("office.names.json", Names, "管水大院牵头哪些任务", "岑港水库")]
    public async Task A_new_file_works_without_a_restart_and_a_deleted_one_no_more(string file, string json, string question, string fact)
    {
        Assert.DoesNotContain(fact, await AskAsync(question), StringComparison.Ordinal);

        await WriteAsync(Path.Combine(service.DataFolder, file), json);
        await LookTwiceAsync();
        var with = await AskAsync(question);
        File.Delete(Path.Combine(service.DataFolder, file));
        await LookTwiceAsync();

        Assert.Contains(fact, with, StringComparison.Ordinal);
        Assert.DoesNotContain(fact, await AskAsync(question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_left_alone()
    {
        await AskAsync("你好");
        var archive = service.Services.GetRequiredService<NoticeArchive>();
        var watch = service.Services.GetRequiredService<NameWatch>();
        await LookTwiceAsync();
        var before = archive.Current;

        await WriteAsync(SynonymFile, Synonyms[..20]);
        await watch.LookAsync(Cancel);
        await WriteAsync(SynonymFile, Synonyms[..40]);
        await watch.LookAsync(Cancel);

        Assert.Same(before, archive.Current);
        Assert.Empty(service.Services.GetRequiredService<NameFiles>().Faults);
    }

    [Theory]
    [InlineData("{", "第 1 行")]
    [InlineData("[]", "内容不合要求")]
    [InlineData("""{"synonyms":[{"en":["x"]}]}""", "Chinese word")]
    [InlineData("""{"synonyms":5}""", "must be a list")]
    [InlineData("""{"synonyms":[{"zh":[5]}]}""", "must be text")]
    public async Task A_faulty_file_is_refused_aloud_and_what_it_said_before_stays(string faulty, string reason)
    {
        await WriteAsync(SynonymFile, Synonyms);
        Assert.Contains("25000", await AskAsync("岱山县打喷嚏针要打多少人"), StringComparison.Ordinal);

        await WriteAsync(SynonymFile, faulty);
        await LookTwiceAsync();

        Assert.Contains("25000", await AskAsync("岱山县打喷嚏针要打多少人"), StringComparison.Ordinal);
        var health = await HealthAsync();
        var refused = Assert.Single(health["refusedFiles"]!.AsArray())!;
        Assert.Equal(("ok", "synonyms.json"), ((string?)health["status"], (string?)refused["file"]));
        Assert.Contains("仍使用该文件上一次的内容", (string)refused["zh"]!, StringComparison.Ordinal);
        Assert.Contains("stays in use", (string)refused["en"]!, StringComparison.Ordinal);
        Assert.Contains(reason, (string)refused["zh"]!, StringComparison.Ordinal);

        await WriteAsync(SynonymFile, Synonyms);
        await LookTwiceAsync();
        Assert.Empty((await HealthAsync())["refusedFiles"]!.AsArray());
    }

    [Fact]
    public async Task A_service_starts_without_the_file_that_it_cannot_read()
    {
        await WriteAsync(SynonymFile, "{");

        var text = await AskAsync("市水利局牵头哪些任务");

        Assert.Contains("岑港水库", text, StringComparison.Ordinal);
        Assert.Contains("未被采用", (string)(await HealthAsync())["refusedFiles"]![0]!["zh"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_looks_by_itself_every_second()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        service.With(services => services.AddSingleton<TimeProvider>(time));
        await AskAsync("你好");
        var archive = service.Services.GetRequiredService<NoticeArchive>();
        var before = archive.Current;

        await WriteAsync(SynonymFile, Synonyms);
        while (ReferenceEquals(archive.Current, before))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
        }

        Assert.Contains("25000", await AskAsync("岱山县打喷嚏针要打多少人"), StringComparison.Ordinal);
    }

    private static Task WriteAsync(string path, string text) => File.WriteAllTextAsync(path, text, Cancel);

    private async Task LookTwiceAsync()
    {
        var watch = service.Services.GetRequiredService<NameWatch>();
        await watch.LookAsync(Cancel);
        await watch.LookAsync(Cancel);
    }

    private async Task<string> AskAsync(string question) =>
        Assert.Single(await service.AskAsync(question, Guid.NewGuid().ToString(), cancellationToken: Cancel))!.Shown().Replace(",", "", StringComparison.Ordinal);

    private async Task<JsonNode> HealthAsync()
    {
        using var client = service.CreateClient();
        return (await client.GetFromJsonAsync<JsonNode>("/healthz", Cancel))!;
    }
}
