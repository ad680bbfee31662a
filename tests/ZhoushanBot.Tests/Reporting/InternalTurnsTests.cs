using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Exports;
using ZhoushanBot.Import;
using ZhoushanBot.Office;

namespace ZhoushanBot.Tests.Reporting;

/// <summary>Internal tasks and notes through the real service: for whoever may not see them they are not there at all.</summary>
public sealed class InternalTurnsTests
{
    private const string Question = "HPV疫苗接种由谁负责？";
    private const string Words = "HPV";
    private const string Secret = "涉及未公开的采购事项";

    [Theory]
    [InlineData(AnOffice.Staff, Role.Staff)]
    [InlineData(AnOffice.Liaison, Role.Liaison)]
    [InlineData(AnOffice.AreaLiaison, Role.Liaison)]
    [InlineData(AnOffice.Manager, Role.Manager)]
    [InlineData(AnOffice.Administrator, Role.Administrator)]
    public async Task What_is_internal_is_there_for_those_only_who_may_see_it(string user, Role role)
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        var sees = Permissions.Allow(role, Right.SeeInternal);
        var before = await SaidAsync(office, user);
        var item = await MarkAsync(office);
        var after = await SaidAsync(office, user);

        Assert.Equal(sees, after.Answer.Contains(item.Text[..12], StringComparison.Ordinal));
        Assert.Equal(sees, after.Count == before.Count);
        Assert.Equal(sees, after.Units == before.Units);
        Assert.Equal(sees, after.Targets == before.Targets);
        Assert.Equal(sees, after.Welcome == before.Welcome);
        Assert.DoesNotContain(Secret, after.Answer + after.Count + after.Units + after.Targets + after.Status, StringComparison.Ordinal);
        Assert.Equal(sees, after.Status.Contains("169 项", StringComparison.Ordinal));
        Assert.Equal(sees, (await office.SayAsync("内部任务", user)).Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_index_and_no_plan_of_those_who_may_not_see_it_holds_it_and_it_comes_back_when_the_mark_is_taken_off()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        var view = office.Services.GetRequiredService<OfficeView>();
        var all = view.Notices(seesInternal: true);
        var same = view.Notices(seesInternal: false);
        var item = await MarkAsync(office);

        var open = view.Notices(seesInternal: false);
        var (foundOpen, foundAll, foundPlan) = (open.Index.Find(item.Id), view.Notices(seesInternal: true).Index.Find(item.Id), view.Plan().Find(item.Id));
        var again = view.Notices(seesInternal: false);
        await office.SayAsync($"取消内部 {item.Id}", AnOffice.Administrator);

        Assert.Same(all, same);
        Assert.Equal(all.TaskCount - 1, open.TaskCount);
        Assert.Null(foundOpen);
        Assert.NotNull(foundAll);
        Assert.Null(foundPlan);
        Assert.Same(open, again);
        Assert.DoesNotContain(open.Search.Search("HPV疫苗接种", 20), hit => hit.WorkItemId == item.Id);
        Assert.Same(all, view.Notices(seesInternal: false));
    }

    [Fact]
    public async Task Exports_leave_it_out_for_everybody()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        var item = await MarkAsync(office);
        var view = office.Services.GetRequiredService<OfficeView>();
        var file = new MemoryStream();
        new StatusExport(view.Status(Role.Manager, seesInternal: false), ReplyLanguage.Chinese).Write(file, ExportFormat.Csv);

        var links = await office.SayAsync("导出", AnOffice.Manager);
        var csv = links.Split(['\n', ' ']).Where(word => word.Contains("/exports/", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain("HPV", System.Text.Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
        foreach (var address in csv)
        {
            using var answered = await office.CreateClient().GetAsync(new Uri(new Uri(address).PathAndQuery, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.DoesNotContain(item.Text[..12], await answered.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_others_read_along_nobody_sees_it_and_nobody_marks()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        var item = await MarkAsync(office);

        var answer = await GroupAsync(office, Question, AnOffice.Manager);
        var list = await GroupAsync(office, "内部任务", AnOffice.Manager);
        var mark = await GroupAsync(office, "标为内部 省民生实事第1项 测试", AnOffice.Administrator);

        Assert.DoesNotContain(item.Text[..12], answer, StringComparison.Ordinal);
        Assert.Contains("单独的聊天", list, StringComparison.Ordinal);
        Assert.Contains("单独的聊天", mark, StringComparison.Ordinal);
        Assert.Single(Book(office).Current.Internal.Marks);
    }

    [Theory]
    [InlineData(AnOffice.Staff)]
    [InlineData(AnOffice.Liaison)]
    [InlineData(AnOffice.Manager)]
    public async Task Only_an_administrator_marks(string user)
    {
        await using var office = await AnOffice.OnAsync("2024-10-20", withReports: false);

        var said = await office.SayAsync("mark internal section 3 item 7 because", user);

        Assert.Contains("may not", said, StringComparison.Ordinal);
        Assert.True(Book(office).Current.Internal.IsEmpty);
    }

    [Fact]
    public async Task A_mark_wants_one_task_and_a_reason()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20", withReports: false);

        var which = await office.SayAsync("标为内部 疫苗", AnOffice.Administrator);
        var why = await office.SayAsync("标为内部 第三部分第7条", AnOffice.Administrator);
        var before = Book(office).Current.Internal.Marks.Count;
        var done = await office.SayAsync("mark internal section 3 item 7 not yet public", AnOffice.Administrator);
        var twice = await office.SayAsync("标为内部 第三部分第7条 再次", AnOffice.Administrator);

        Assert.Contains("一项任务的位置", which, StringComparison.Ordinal);
        Assert.Contains("请写明理由", why, StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Contains("Now internal", done, StringComparison.Ordinal);
        Assert.Contains("已经是内部任务", twice, StringComparison.Ordinal);
        Assert.Equal("not yet public", Book(office).Current.Internal.Marks.Single().Value.Reason);
    }

    [Theory]
    [InlineData("填报 省民生实事HPV疫苗 100人 半年度：内部：供货方尚未公布")]
    [InlineData("report 省民生实事HPV疫苗 100人 H1: [internal] 供货方尚未公布")]
    public async Task An_internal_note_is_read_only_by_those_who_may_and_not_where_others_read_along(string typed)
    {
        await using var office = await AnOffice.OnAsync("2024-07-05", withReports: false);

        var receipt = await office.SayAsync(typed, AnOffice.AreaLiaison);
        var detail = await DetailAsync(office, AnOffice.Manager);
        var shared = await GroupAsync(office, "HPV接种进度", AnOffice.Manager);
        var file = new MemoryStream();
        new StatusExport(office.Services.GetRequiredService<OfficeView>().Status(Role.Manager, seesInternal: false), ReplyLanguage.Chinese).Write(file, ExportFormat.Json);

        Assert.DoesNotContain("供货方", receipt, StringComparison.Ordinal);
        Assert.Contains("供货方尚未公布", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("供货方", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("供货方", System.Text.Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
        Assert.True(Book(office).Current.Progress.Tasks.Single().Value.Threads.Single().Last.Content.IsNoteInternal);
    }

    [Fact]
    public async Task The_form_asks_who_may_read_the_note()
    {
        await using var office = await AnOffice.OnAsync("2024-07-05", withReports: false);
        var form = await office.AskAsync("填报 省民生实事HPV疫苗", "c-" + AnOffice.AreaLiaison, AnOffice.AreaLiaison, TestContext.Current.CancellationToken);
        var data = AnOffice.ButtonOf(form, "提交");
        data["figure"] = "100";
        data["period"] = "2024H1";
        data["note"] = "供货方尚未公布";
        data["noteFor"] = "internal";

        await office.PressAsync(data, AnOffice.AreaLiaison);

        Assert.Contains(AnOffice.All(form).OfType<JsonObject>(), o => o["id"]?.ToString() == "noteFor");
        Assert.True(Book(office).Current.Progress.Tasks.Single().Value.Threads.Single().Last.Content.IsNoteInternal);
    }

    private static OfficeBook Book(BotService office) => office.Services.GetRequiredService<OfficeBook>();

    private static async Task<WorkItem> MarkAsync(BotService office)
    {
        var item = office.Services.GetRequiredService<NoticeArchive>().Current.Notices[0].WorkItems.First(i => i.List == WorkListKind.ProvincialProjects && i.Text.Contains(Words, StringComparison.Ordinal));
        var said = await office.SayAsync($"标为内部 {item.Id} {Secret}", AnOffice.Administrator);
        Assert.Contains("已标为内部", said, StringComparison.Ordinal);
        return item;
    }

    private static async Task<(string Answer, string Count, string Units, string Targets, string Welcome, string Status)> SaidAsync(BotService office, string user) => (
        await office.SayAsync(Question, user, "1"),
        await office.SayAsync("一共有多少项任务？", user, "2"),
        await office.SayAsync("市卫生健康委牵头哪些任务？", user, "3"),
        await office.SayAsync("岱山县有哪些目标任务？", user, "4"),
        await office.SayAsync("帮助", user, "5"),
        await office.SayAsync("全市进展", user, "6"));

    private static async Task<string> DetailAsync(BotService office, string user)
    {
        var query = new StatusQuery(StatusView.Detail) { Ids = [Book(office).Current.Progress.Tasks.Single().Key] };
        return AnOffice.TextOf(await office.PressAsync(new JsonObject { ["verb"] = "status.show", ["query"] = query.Code }, user));
    }

    private static async Task<string> GroupAsync(BotService office, string text, string user)
    {
        var message = BotService.Message(text, $"group-{user}", user);
        message["conversation"]!["isGroup"] = true;
        using var response = await office.PostAsync(message, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return AnOffice.TextOf(JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]!);
    }
}
