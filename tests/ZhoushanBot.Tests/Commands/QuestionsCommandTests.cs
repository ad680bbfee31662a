using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ZhoushanBot.Commands;

namespace ZhoushanBot.Tests.Commands;

public sealed class QuestionsCommandTests : IDisposable
{
    private readonly ScratchFolder data = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Review_teach_and_clear_work_in_the_running_service_and_what_was_taught_outlives_it()
    {
        const string Question = "岱山县打喷嚏针要打多少人";
        await using (var service = await ServiceProcess.StartAsync(data, "http://127.0.0.1:0"))
        {
            await PostAsync(service.Url, "月球上的任务");
            await PostAsync(service.Url, "月球上的任务？");
            await PostAsync(service.Url, "what does 市水利局 lead");
            await PostAsync(service.Url, "wrong");

            var review = await CommandRun.OfAsync("questions", "review", "--json", "--data", data);
            var future = await CommandRun.OfAsync("questions", "review", "--json", "--since", "2999-01-01", "--data", data);
            var before = await PostAsync(service.Url, Question);
            var teach = await CommandRun.OfAsync("questions", "teach", "打喷嚏针", "流感疫苗", "--data", data);
            var after = await PostAsync(service.Url, Question);
            var clear = await CommandRun.OfAsync("questions", "clear", "--yes", "--data", data);
            var cleared = await CommandRun.OfAsync("questions", "review", "--json", "--data", data);

            var questions = JsonNode.Parse(review.Output)!["questions"]!.AsArray();
            Assert.Equal(["月球上的任务？", "what does 市水利局 lead"], questions.Select(question => (string)question!["question"]!));
            Assert.Equal((2, 1), ((int)questions[0]!["unanswered"]!, (int)questions[1]!["down"]!));
            Assert.Empty(JsonNode.Parse(future.Output)!["questions"]!.AsArray());
            Assert.DoesNotContain("25000", before, StringComparison.Ordinal);
            Assert.Equal((ExitCode.Done, ""), (teach.ExitCode, teach.Error));
            Assert.Contains("25000", after, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Done, clear.ExitCode);
            Assert.Empty(JsonNode.Parse(cleared.Output)!["questions"]!.AsArray());
        }

        var later = await CommandRun.OfAsync("ask", Question, "--data", data);
        Assert.Contains("25000", later.Output.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_service_names_are_taught_and_faults_are_told()
    {
        await CommandRun.OfAsync("import", ImportedStore.NoticePath, "--yes", "--data", data);

        var teach = await CommandRun.OfAsync("questions", "teach", "管水大院", "水利局", "--data", data);
        var again = await CommandRun.OfAsync("questions", "teach", "管水大院", "市水利局", "--data", data);
        var taken = await CommandRun.OfAsync("questions", "teach", "管水大院", "市财政局", "--data", data);
        var unknown = await CommandRun.OfAsync("questions", "teach", "嫦娥", "月球基地", "--data", data);
        var word = await CommandRun.OfAsync("questions", "teach", "牵头", "市水利局", "--data", data);
        var ask = await CommandRun.OfAsync("ask", "管水大院牵头哪些任务", "--data", data);
        var day = await CommandRun.OfAsync("questions", "review", "--since", "yesterday", "--data", data);
        var unsure = await CommandRun.OfAsync("questions", "clear", "--data", data);

        Assert.Equal((ExitCode.Done, ""), (teach.ExitCode, teach.Error));
        Assert.Contains("岑港水库", ask.Output, StringComparison.Ordinal);
        Assert.Contains("already", again.Error, StringComparison.Ordinal);
        Assert.Contains("市水利局", taken.Error, StringComparison.Ordinal);
        Assert.Contains("not in the notices", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("word to ask with", word.Error, StringComparison.Ordinal);
        Assert.Contains("is not a day", day.Error, StringComparison.Ordinal);
        Assert.All([again, taken, unknown, word, day], run => Assert.Equal(ExitCode.BadUsage, run.ExitCode));
        Assert.Equal(ExitCode.Declined, unsure.ExitCode);
    }

    [Fact]
    public async Task A_damaged_file_of_taught_words_is_left_as_it_is_and_told()
    {
        await CommandRun.OfAsync("import", ImportedStore.NoticePath, "--yes", "--data", data);
        await File.WriteAllTextAsync(data["taught.synonyms.json"], "{", Cancel);

        var teach = await CommandRun.OfAsync("questions", "teach", "打喷嚏针", "流感疫苗", "--data", data);
        var review = await CommandRun.OfAsync("questions", "review", "--data", data);

        Assert.Equal(ExitCode.StoreUnusable, teach.ExitCode);
        Assert.Equal("{", await File.ReadAllTextAsync(data["taught.synonyms.json"], Cancel));
        Assert.Contains("taught.synonyms.json cannot be read", review.Output, StringComparison.Ordinal);
        Assert.Contains("无法读取", review.Output, StringComparison.Ordinal);
    }

    private static async Task<string> PostAsync(string url, string text)
    {
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        using var response = await client.PostAsJsonAsync("/api/messages", BotService.Message(text), Cancel);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["activities"]![0]!.Shown().Replace(",", "", StringComparison.Ordinal);
    }
}
