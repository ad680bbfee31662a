using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Office;

namespace ZhoushanBot.Tests.Reporting;

/// <summary>填报, 审核 and 催办 through the real service: who may, what is written down, and what the next card shows.</summary>
public sealed class ReportTurnsTests
{
    [Fact]
    public async Task A_liaison_sees_the_own_tasks_and_fills_in_the_form_of_one()
    {
        await using var office = await AnOffice.OnAsync("2024-07-05", withReports: false);

        var list = await office.AskAsync("填报", "c-" + AnOffice.AreaLiaison, AnOffice.AreaLiaison, TestContext.Current.CancellationToken);
        var form = await office.PressAsync(AnOffice.ButtonOf(list, "填报"), AnOffice.AreaLiaison);
        var data = AnOffice.ButtonOf(form, "提交");
        data["figure"] = "1";
        data["note"] = "已启动";
        data["period"] = "2024H1";
        var receipt = await office.PressAsync(data, AnOffice.AreaLiaison);

        Assert.Contains("由您填报的任务", AnOffice.TextOf(list), StringComparison.Ordinal);
        Assert.Contains("已填报", AnOffice.TextOf(receipt), StringComparison.Ordinal);
        Assert.Contains("已启动", AnOffice.TextOf(receipt), StringComparison.Ordinal);
        Assert.Single(Book(office).Current.Progress.Tasks);
    }

    [Fact]
    public async Task A_typed_report_turns_the_lamp_that_the_manager_sees()
    {
        await using var office = await AnOffice.OnAsync("2024-07-05", withReports: false);

        var receipt = await office.SayAsync("填报 省民生实事HPV疫苗 100人 半年度：已完成接种", AnOffice.AreaLiaison);
        var seen = await office.SayAsync("岱山县HPV疫苗进度", AnOffice.Manager);

        Assert.Contains("○ 未报 → ✔ 已完成", receipt, StringComparison.Ordinal);
        Assert.Contains("100人", seen, StringComparison.Ordinal);
        Assert.Contains("已完成", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unusual_figure_is_asked_back_for_its_reason_and_taken_with_it()
    {
        await using var office = await AnOffice.OnAsync("2024-07-05", withReports: false);

        var form = await office.AskAsync("填报 省民生实事HPV疫苗 500人 半年度", "c-" + AnOffice.AreaLiaison, AnOffice.AreaLiaison, TestContext.Current.CancellationToken);
        var before = Book(office).Current.Progress.Tasks.Count();
        var data = AnOffice.ButtonOf(form, "提交");
        data["figure"] = "500人";
        data["period"] = "2024H1";
        data["reason"] = "报名踊跃";
        var receipt = await office.PressAsync(data, AnOffice.AreaLiaison);

        Assert.Contains("⚠", AnOffice.TextOf(form), StringComparison.Ordinal);
        Assert.Contains(AnOffice.All(form).OfType<JsonObject>(), o => o["id"]?.ToString() == "reason");
        Assert.Equal(0, before);
        Assert.Contains("已填报", AnOffice.TextOf(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnOffice.Staff)]
    [InlineData(AnOffice.Manager)]
    [InlineData(AnOffice.Administrator)]
    [InlineData(AnOffice.Liaison)]
    public async Task Nobody_reports_for_another_area(string user)
    {
        await using var office = await AnOffice.OnAsync("2024-07-05", withReports: false);
        var form = await office.AskAsync("填报 省民生实事HPV疫苗", "c-" + AnOffice.AreaLiaison, AnOffice.AreaLiaison, TestContext.Current.CancellationToken);
        var data = AnOffice.ButtonOf(form, "提交");
        data["figure"] = "60";
        data["period"] = "2024H1";

        await office.PressAsync(data, user);

        Assert.Empty(Book(office).Current.Progress.Tasks);
    }

    [Fact]
    public async Task The_office_sends_a_report_back_with_a_reason_and_closes_what_is_mended()
    {
        await using var office = await AnOffice.OnAsync("2024-07-05", withReports: false);
        await office.SayAsync("填报 省民生实事HPV疫苗 100人 半年度", AnOffice.AreaLiaison);
        var list = await office.PressAsync(new JsonObject { ["verb"] = "status.show", ["query"] = new StatusQuery(StatusView.ToReview).Code }, AnOffice.Manager);
        var detail = await office.PressAsync(AnOffice.ButtonOf(list, "查看"), AnOffice.Manager);
        var sendBack = Confirm(detail, "review.return");
        sendBack["report"] = (await DeedsAsync(office))[^1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var withoutReason = await office.PressAsync(sendBack, AnOffice.Manager);
        sendBack["reason"] = "请附佐证";
        var returned = await office.PressAsync(sendBack, AnOffice.Manager);

        Assert.Contains("请写明理由", AnOffice.TextOf(withoutReason), StringComparison.Ordinal);
        Assert.Contains("退回", AnOffice.TextOf(returned), StringComparison.Ordinal);
        Assert.Contains("请附佐证", AnOffice.TextOf(returned), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lamp_is_set_by_hand_with_a_reason_only_and_the_rule_stays_visible()
    {
        await using var office = await AnOffice.OnAsync("2024-07-05", withReports: false);
        var detail = await office.AskAsync("岱山县HPV疫苗进度", "c-" + AnOffice.Manager, AnOffice.Manager, TestContext.Current.CancellationToken);
        detail = await office.PressAsync(AnOffice.ButtonOf(detail, "查看"), AnOffice.Manager);
        var set = Confirm(detail, "lamp.set");
        set["lamp"] = "red";

        await office.PressAsync(set, AnOffice.Manager);
        var before = Book(office).Current.Progress.Tasks.Count();
        set["reason"] = "现场督查发现停工";
        var shown = await office.PressAsync(set, AnOffice.Manager);

        Assert.Equal(0, before);
        Assert.Contains("现场督查发现停工", AnOffice.TextOf(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_behind_is_chased_after_a_preview_and_once_a_day()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        var behind = await office.AskAsync("岱山县哪些滞后", "c-" + AnOffice.Manager, AnOffice.Manager, TestContext.Current.CancellationToken);
        var before = (await DeedsAsync(office)).Length;

        var preview = await office.PressAsync(AnOffice.ButtonOf(behind, "催办全部"), AnOffice.Manager);
        var unchanged = (await DeedsAsync(office)).Length;
        var send = AnOffice.All(preview).OfType<JsonObject>().First(o => o["data"]?["verb"]?.ToString() == "chase.send")["data"]!.AsObject();
        var done = await office.PressAsync(send, AnOffice.Manager);
        var chased = (await DeedsAsync(office)).Length - before;
        var again = await office.PressAsync(send, AnOffice.Manager);

        Assert.Equal(before, unchanged);
        Assert.Contains("催办预览", AnOffice.TextOf(preview), StringComparison.Ordinal);
        Assert.Contains("已催办", AnOffice.TextOf(done), StringComparison.Ordinal);
        Assert.True(chased > 0);
        Assert.Equal(before + chased, (await DeedsAsync(office)).Length);
        Assert.Contains("没有可以催办的单位", AnOffice.TextOf(again), StringComparison.Ordinal);
    }

    /// <summary>Every verb of the office by every role: whoever lacks the right changes nothing.</summary>
    [Theory]
    [InlineData("status.show", Right.SeeStatus)]
    [InlineData("review.return", Right.Review)]
    [InlineData("review.close", Right.Review)]
    [InlineData("review.reopen", Right.Review)]
    [InlineData("lamp.set", Right.OverrideLamp)]
    [InlineData("chase.preview", Right.Chase)]
    [InlineData("chase.send", Right.Chase)]
    public async Task Each_verb_is_for_those_whom_the_table_of_rights_names(string verb, Right right)
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        var task = Book(office).Current.Progress.Tasks.First(t => t.Value.Closure is null).Key;
        (string User, Role Role)[] everybody =
            [(AnOffice.Staff, Role.Staff), (AnOffice.AreaLiaison, Role.Liaison), (AnOffice.Manager, Role.Manager), (AnOffice.Administrator, Role.Administrator)];
        foreach (var (user, role) in everybody)
        {
            var before = (await DeedsAsync(office)).Length;
            var said = AnOffice.TextOf(await office.PressAsync(
                new JsonObject { ["verb"] = verb, ["workItem"] = task, ["query"] = new StatusQuery(StatusView.Lagging) { Area = AnOffice.Area }.Code, ["reason"] = "测试", ["lamp"] = "red", ["report"] = "1" },
                user));

            var isRefused = said.Contains("没有这项权限", StringComparison.Ordinal) || said.Contains("向市领导、督查室和管理员开放", StringComparison.Ordinal);
            Assert.Equal(!Permissions.Allow(role, right), isRefused);
            Assert.True(Permissions.Allow(role, right) || (await DeedsAsync(office)).Length == before);
        }
    }

    private static OfficeBook Book(BotService office) => office.Services.GetRequiredService<OfficeBook>();

    /// <summary>What was done, but that somebody was first heard of.</summary>
    private static async Task<JournalEntry[]> DeedsAsync(BotService office) =>
        [.. (await Book(office).ReadAsync(0, int.MaxValue, TestContext.Current.CancellationToken)).Where(e => !e.Event.Kind.StartsWith("people.", StringComparison.Ordinal))];

    private static JsonObject Confirm(JsonNode card, string verb) =>
        AnOffice.All(card).OfType<JsonObject>().First(o => o["data"]?["verb"]?.ToString() == verb)["data"]!.AsObject();
}
