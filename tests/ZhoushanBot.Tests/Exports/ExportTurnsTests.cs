using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Exports;
using ZhoushanBot.Office;
using ZhoushanBot.Signing;
using ZhoushanBot.Tests.Reporting;

namespace ZhoushanBot.Tests.Exports;

public sealed class ExportTurnsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_manager_gets_a_card_with_links_and_each_link_gives_its_file()
    {
        await using var office = await AnOffice.OnAsync("2024-07-20");

        var answer = await office.AskAsync("导出半年度完成情况", user: AnOffice.Manager, cancellationToken: Cancel);
        var links = LinksOf(answer);

        Assert.Equal(["下载 Word", "下载 Excel", "下载 CSV"], links.Select(l => l.Title));
        Assert.Contains("15 分钟内有效", answer[0]!.Shown(), StringComparison.Ordinal);
        using var client = office.CreateClient();
        using var word = await client.GetAsync(links[0].Address.PathAndQuery, Cancel);
        using var excel = await client.GetAsync(links[1].Address.PathAndQuery, Cancel);
        using var csv = await client.GetAsync(links[2].Address.PathAndQuery, Cancel);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (word.StatusCode, excel.StatusCode, csv.StatusCode));
        Assert.Equal(ExportFormat.Docx.ContentType, word.Content.Headers.ContentType!.ToString());
        Assert.Equal("完成情况表-2024H1.docx", word.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(("no-store", "nosniff"), (word.Headers.CacheControl!.ToString(), Assert.Single(word.Headers.GetValues("X-Content-Type-Options"))));
        Assert.Contains("2024年政府工作报告重点工作半年度完成情况", OpenedFile.Paragraphs(await word.Content.ReadAsStreamAsync(Cancel)));
        Assert.Contains("2024年政府工作报告重点工作半年度完成情况", OpenedFile.Sheets(await excel.Content.ReadAsStreamAsync(Cancel))[0].Rows[0]);
        Assert.Contains("岱山县", await csv.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export Q2", "half-year")]
    [InlineData("export the progress table", "up to today")]
    [InlineData("导出", "截至今日")]
    [InlineData("导出一季度进展表", "一季度")]
    public async Task The_period_is_taken_from_the_words(string text, string period)
    {
        await using var office = await AnOffice.OnAsync("2024-07-20", withReports: false);

        var answer = await office.AskAsync(text, user: AnOffice.Administrator, cancellationToken: Cancel);

        Assert.Equal(3, LinksOf(answer).Count);
        Assert.Contains(period, answer[0]!.Shown(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_no_period_is_told_so_and_a_question_about_exports_is_a_question()
    {
        await using var office = await AnOffice.OnAsync("2024-07-20", withReports: false);

        var unknown = await office.SayAsync("导出五季度完成情况", AnOffice.Manager);
        var question = await office.AskAsync("export growth target?", user: AnOffice.Staff, cancellationToken: Cancel);

        Assert.Contains("看不懂报告期“五季度完成情况”", unknown, StringComparison.Ordinal);
        Assert.DoesNotContain("may export", question[0]!.Shown(), StringComparison.Ordinal);
        Assert.Empty(LinksOf(question));
    }

    [Theory]
    [InlineData(AnOffice.Staff)]
    [InlineData(AnOffice.Liaison)]
    public async Task Who_may_not_export_gets_no_link(string user)
    {
        await using var office = await AnOffice.OnAsync("2024-07-20", withReports: false);

        var chinese = await office.AskAsync("导出半年度完成情况", user: user, cancellationToken: Cancel);
        var english = await office.AskAsync("export Q2", user: user, cancellationToken: Cancel);

        Assert.Empty(LinksOf(chinese));
        Assert.Contains("可以导出", (string)chinese[0]!["text"]!, StringComparison.Ordinal);
        Assert.Contains("may export", (string)english[0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_link_a_link_without_its_right_and_one_that_is_over_give_nothing()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 7, 20, 1, 0, 0, TimeSpan.Zero));
        await using var office = await AnOffice.OnAsync("2024-07-20", withReports: false, s => s.With(services => services.AddSingleton(p => new DownloadLinks(
            new SignedText(new Storage.LiteDb.LiteDbDocumentStore(p.GetRequiredService<Storage.LiteDb.LiteDbFile>(), "exports"), time), time))));
        var link = LinksOf(await office.AskAsync("export Q2", user: AnOffice.Manager, cancellationToken: Cancel))[0].Address.PathAndQuery;
        using var client = office.CreateClient();

        async Task<HttpStatusCode> GetAsync(string path)
        {
            using var response = await client.GetAsync(path, Cancel);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await GetAsync(link));
        string[] forged = [link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), link + "A", "/exports/x", "/exports/e30.e30", link.Replace("/exports/", "/exports/A", StringComparison.Ordinal), "/exports/" + new string('a', 2000)];
        foreach (var path in forged)
        {
            Assert.Equal(HttpStatusCode.NotFound, await GetAsync(path));
        }

        time.Advance(DownloadLinks.Lifetime);
        Assert.Equal(HttpStatusCode.Gone, await GetAsync(link));
        var fresh = LinksOf(await office.AskAsync("export Q2", user: AnOffice.Manager, cancellationToken: Cancel))[0].Address.PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, await GetAsync(fresh));
        var without = PeopleJournal.Write(new PeopleEvent.Imported([new Person(AnOffice.OtherManager, "赵督查", Role.Manager, null, null, null, false)]));
        await office.Services.GetRequiredService<OfficeBook>().AppendAsync(Actor.CommandLine, time.GetUtcNow(), [without], Cancel);
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(fresh));
    }

    [Fact]
    public async Task A_restart_takes_no_link_back()
    {
        using var folder = new ScratchFolder();
        string link;
        await using (var office = await AnOffice.OnAsync("2024-07-20", withReports: false, s => s.KeptIn(folder)))
        {
            link = LinksOf(await office.AskAsync("export Q2", user: AnOffice.Manager, cancellationToken: Cancel))[1].Address.PathAndQuery;
        }

        await using var again = new BotService().KeptIn(folder).With("Clock:AsOf", "2024-07-20");
        using var client = again.CreateClient();
        using var response = await client.GetAsync(link, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static List<(string Title, Uri Address)> LinksOf(JsonNode answer) =>
        [.. AnOffice.All(answer).OfType<JsonObject>().Where(o => (o["type"] as JsonValue)?.ToString() == "Action.OpenUrl").Select(o => ((string)o["title"]!, new Uri((string)o["url"]!)))];
}
