using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Office;

namespace ZhoushanBot.Tests.Reporting;

/// <summary>What a manager asks for and gets at a glance, through the real service.</summary>
public sealed class StatusTurnsTests
{
    [Theory]
    [InlineData("全市进展", "工作进展总览", "169 项")]
    [InlineData("status", "Progress at a glance", "169 tasks")]
    [InlineData("洪碧副市长牵头的工作进展", "洪碧", "任务进展")]
    [InlineData("市水利局进度", "市水利局", "共 7 项任务")]
    [InlineData("岱山县民生实事完成情况", "岱山县", "指标完成情况")]
    [InlineData("哪些滞后", "滞后清单", "红灯")]
    [InlineData("what's red?", "What is behind", "red")]
    [InlineData("who hasn't reported for Q3?", "Not reported for the", "first three quarters")]
    [InlineData("compare the counties", "The areas compared", "Ranked by the share")]
    [InlineData("HPV接种进度", "HPV", "进展")]
    [InlineData("what changed since last week", "What has changed", "since")]
    [InlineData("三季度谁没报", "三季度未报清单", "未报")]
    [InlineData("各县区对比", "各地对比", "岱山县")]
    [InlineData("比较各县区", "各地对比", "岱山县")]
    [InlineData("各县区进展", "各地对比", "岱山县")]
    [InlineData("各县（区）完成情况比一比", "各地对比", "岱山县")]
    [InlineData("compare counties", "The areas compared", "Ranked by the share")]
    [InlineData("progress by county", "The areas compared", "Ranked by the share")]
    [InlineData("本周变化", "变化", "以来")]
    [InlineData("这周有什么变化", "变化", "以来")]
    [InlineData("changes this week", "What has changed", "since")]
    [InlineData("催办", "催办预览", "家单位")]
    [InlineData("chase the laggards", "Before you chase", "")]
    public async Task A_manager_is_shown_the_status(string question, string title, string content)
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");

        var said = await office.SayAsync(question, AnOffice.Manager);

        Assert.Contains(title, said, StringComparison.Ordinal);
        Assert.Contains(content, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_behind_says_once_why()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");

        var lines = AnOffice.All(await office.AskAsync("哪些滞后", "c-" + AnOffice.Manager, AnOffice.Manager, TestContext.Current.CancellationToken))
            .OfType<JsonObject>().Where(o => (string?)o["type"] == "Container").Select(AnOffice.TextOf).ToList();

        Assert.Contains(lines, line => line.Contains("落后序时十个百分点以上", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Split("落后序时").Length <= 2 && line.Split("逾期未完成").Length <= 2, line));
    }

    [Fact]
    public async Task Chasing_without_a_name_sends_nothing_before_the_button_is_pressed()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        var before = office.Services.GetRequiredService<OfficeBook>().Current.Sequence;

        var staff = await office.SayAsync("催办", AnOffice.Staff);
        var preview = await office.AskAsync("催办", "c-" + AnOffice.Manager, AnOffice.Manager, TestContext.Current.CancellationToken);

        Assert.Contains("没有这项权限", staff, StringComparison.Ordinal);
        var send = AnOffice.All(preview).OfType<JsonObject>().First(o => o["data"]?["verb"]?.ToString() == "chase.send")["data"]!.AsObject();
        Assert.DoesNotContain(
            await office.Services.GetRequiredService<OfficeBook>().ReadAsync(before, 1000, TestContext.Current.CancellationToken), line => line.Event.Kind == "reminder.chased");
        Assert.Contains("已催办", AnOffice.TextOf(await office.PressAsync(send, AnOffice.Manager)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnOffice.Staff)]
    [InlineData(AnOffice.Liaison)]
    public async Task Others_are_told_for_whom_the_status_is(string user)
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");

        Assert.Contains("向市领导、督查室和管理员开放", await office.SayAsync("全市进展", user), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_report_a_manager_is_told_so_and_staff_get_the_notice_s_answer()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20", withReports: false);

        Assert.Contains("还没有任何进展填报", await office.SayAsync("全市进展", AnOffice.Manager), StringComparison.Ordinal);
        Assert.DoesNotContain("督查室", await office.SayAsync("全市进展", AnOffice.Staff), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_leans_on_the_status_goes_on_from_it()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        await office.SayAsync("岱山县完成情况", AnOffice.Manager);

        var other = await office.SayAsync("那普陀呢", AnOffice.Manager);
        var behind = await office.SayAsync("谁滞后", AnOffice.Manager);

        Assert.Contains("普陀区 · 指标完成情况", other, StringComparison.Ordinal);
        Assert.Contains("普陀区 · 滞后清单", behind, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_lead_down_to_a_task_and_back()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");
        var overview = await office.AskAsync("status", "c-" + AnOffice.Manager, AnOffice.Manager, TestContext.Current.CancellationToken);

        var league = await office.PressAsync(AnOffice.ButtonOf(overview, "Compare areas"), AnOffice.Manager);
        var area = await office.PressAsync(AnOffice.ButtonOf(league, "Open"), AnOffice.Manager);
        var task = await office.PressAsync(AnOffice.ButtonOf(area, "Open"), AnOffice.Manager);
        var back = await office.PressAsync(AnOffice.ButtonOf(task, "← Back"), AnOffice.Manager);

        Assert.Contains("History", AnOffice.TextOf(task), StringComparison.Ordinal);
        Assert.Equal(TitleOf(area), TitleOf(back));
    }

    [Fact]
    public async Task A_forged_or_old_button_shows_nothing()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20");

        var forged = await office.PressAsync(new JsonObject { ["verb"] = "status.show", ["query"] = "Overview|x" }, AnOffice.Manager);
        var foreign = await office.PressAsync(new JsonObject { ["verb"] = "status.show", ["query"] = Core.Questions.StatusQuery.Everything.Code }, AnOffice.Staff);

        Assert.Contains("已失效", AnOffice.TextOf(forged), StringComparison.Ordinal);
        Assert.Contains("督查室", AnOffice.TextOf(foreign), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_are_not_ranked_where_that_is_switched_off()
    {
        await using var office = await AnOffice.OnAsync("2024-10-20", service => service.With("Reporting:ShowLeague", "false"));

        Assert.DoesNotContain("Ranked", await office.SayAsync("compare the counties", AnOffice.Manager), StringComparison.Ordinal);
    }

    private static string TitleOf(JsonNode answer) => AnOffice.TextOf(answer).Split('\n')[0];
}
