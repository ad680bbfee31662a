using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Import;
using ZhoushanBot.Office;

namespace ZhoushanBot.Tests.Reporting;

/// <summary>Deadlines and milestones set and cleared through the real service, typed and by form.</summary>
public sealed class DeadlineTurnsTests
{
    private const string Place = "第三部分第7条";
    private static readonly DateOnly Day = new(2024, 10, 31);

    [Theory]
    [InlineData("设定期限 第三部分第7条 2024-10-31 原因：市长要求")]
    [InlineData("把第三部分第7条的期限提前到10月底，因为市长要求")]
    [InlineData("set the deadline of section 3 item 7 to the end of October because 市长要求")]
    [InlineData("deadline of section 3 item 7 to 31 October because 市长要求")]
    public async Task A_manager_types_it_and_sees_author_time_and_reason(string typed)
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);

        var said = await office.SayAsync(typed, AnOffice.Manager);

        var change = Assert.Single(Changes(office));
        Assert.Equal((new DeadlineEvent.Set(Day, "市长要求"), "王督查"), (change.Event, change.By.Name));
        Assert.Contains("王督查", said, StringComparison.Ordinal);
        Assert.Contains("市长要求", said, StringComparison.Ordinal);
        Assert.Matches("2024年9月2日|2 September 2024", said);
        Assert.Matches("2024年10月31日|31 October 2024", said);
    }

    [Theory]
    [InlineData(AnOffice.Staff, Role.Staff)]
    [InlineData(AnOffice.Liaison, Role.Liaison)]
    [InlineData(AnOffice.AreaLiaison, Role.Liaison)]
    [InlineData(AnOffice.Manager, Role.Manager)]
    [InlineData(AnOffice.Administrator, Role.Administrator)]
    public async Task Only_those_may_who_have_the_right_typed_and_by_button(string user, Role role)
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);
        var may = Permissions.Allow(role, Right.SetDeadline);
        string[] lines =
        [
            "设定期限 第三部分第7条 2024-10-31 原因：a", "设定节点 第三部分第7条 9月底前 一半 原因：b", "取消期限 第三部分第7条 原因：c", "取消节点 第三部分第7条 原因：d",
        ];
        foreach (var line in lines)
        {
            Assert.Equal(!may, (await office.SayAsync(line, user)).Contains("只有督查室和市领导可以设定期限", StringComparison.Ordinal));
        }

        foreach (var verb in new[] { "deadline.form", "deadline.set", "deadline.clear", "milestone.restore" })
        {
            var data = new JsonObject { ["verb"] = verb, ["workItem"] = Item(office).Id, ["lastChange"] = "0", ["on"] = "2024-11-29", ["reason"] = "e", ["steps"] = "", ["language"] = "zh" };
            Assert.Equal(!may, AnOffice.TextOf(await office.PressAsync(data, user)).Contains("只有督查室和市领导可以设定期限", StringComparison.Ordinal));
        }

        var detail = await office.AskAsync("第三部分第7条进展", $"c-{user}", user, TestContext.Current.CancellationToken);
        Assert.Equal(may, AnOffice.HasButton(detail, "设定期限"));
        Assert.Equal(may ? 4 : 0, Changes(office).Length);
    }

    [Fact]
    public async Task The_form_is_asked_for_on_the_tasks_card_and_does_day_and_steps_at_once()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);
        var detail = await office.AskAsync($"{Place}进展", "c-manager", AnOffice.Manager, TestContext.Current.CancellationToken);

        var form = await office.PressAsync(AnOffice.ButtonOf(detail, "设定期限"), AnOffice.Manager);
        var data = AnOffice.ButtonOf(form, "提交");
        data["on"] = "2024-11-29";
        data["reason"] = "提前验收";
        data["steps"] = "9月底前 1000亿元\n10月底前 2000亿元";
        var after = await office.PressAsync(data, AnOffice.Manager);

        Assert.Equal(
            [new DeadlineEvent.Set(new DateOnly(2024, 11, 29), "提前验收"), new DeadlineEvent.MilestoneSet(null, new DateOnly(2024, 9, 30), "1000亿元", "提前验收"), new DeadlineEvent.MilestoneSet(null, Day, "2000亿元", "提前验收")],
            Changes(office).Select(c => c.Event));
        var said = AnOffice.TextOf(after);
        Assert.Contains("期限 2024年11月29日 · 王督查于2024年9月2日设定（提前验收）", said, StringComparison.Ordinal);
        Assert.Contains("2024年9月30日前：1000亿元", said, StringComparison.Ordinal);
        Assert.Contains("期限变更记录（共 3 条", said, StringComparison.Ordinal);
        Assert.True(AnOffice.HasButton(after, "设定期限"));
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_in_the_form_that_has_what_was_said()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);

        var noReason = await AskAsync(office, $"设定期限 {Place} 10月底");
        var noDay = await AskAsync(office, $"设定期限 {Place} 原因：台风");
        var nothing = await AskAsync(office, $"设定期限 {Place}");
        var noSteps = await AskAsync(office, $"设定节点 {Place} 原因：台风");
        var undo = await AskAsync(office, $"取消期限 {Place}");

        Assert.Equal("2024-10-31", Input(noReason, "on"));
        Assert.Contains("请写明原因", AnOffice.TextOf(noReason), StringComparison.Ordinal);
        Assert.Equal("台风", Input(noDay, "reason"));
        Assert.Contains("请写明期限", AnOffice.TextOf(noDay), StringComparison.Ordinal);
        Assert.Contains("请写明期限", AnOffice.TextOf(nothing), StringComparison.Ordinal);
        Assert.Contains("请写明原因", AnOffice.TextOf(nothing), StringComparison.Ordinal);
        Assert.Contains("请写明节点", AnOffice.TextOf(noSteps), StringComparison.Ordinal);
        Assert.Contains("请写明原因", AnOffice.TextOf(undo), StringComparison.Ordinal);
        Assert.Empty(Changes(office));
    }

    [Theory]
    [InlineData("设定期限 第三部分第7条 2月30日 原因：x", "没有这一天")]
    [InlineData("设定期限 第三部分第7条 2024-08-31 原因：x", "不能早于今天")]
    [InlineData("设定期限 第三部分第7条 2025-01-31 原因：x", "不能晚于通知的年度")]
    [InlineData("设定期限 第三部分第7条 2024-12-31 原因：x", "没有变化")]
    [InlineData("设定节点 第三部分第7条 2024-08-31 一半 原因：x", "不能早于今天")]
    [InlineData("设定节点 第三部分第7条 9月底前 原因：x", "没有写要完成的内容")]
    [InlineData("设定期限 第九十九部分第1条 2024-10-31 原因：x", "没有找到“第九十九部分第1条”")]
    [InlineData("取消期限 第三部分第7条 原因：x", "没有另设期限")]
    [InlineData("取消节点 第三部分第7条 原因：x", "没有另设节点")]
    [InlineData("设定期限", "请写明任务")]
    [InlineData("set deadline of section 3 item 7 to 31 November because x", "there is no such day")]
    [InlineData("set milestones of section 3 item 7: end of September half; 1 October because x", "does not say what is done")]
    public async Task What_cannot_be_is_refused_and_nothing_is_written(string typed, string why)
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);

        Assert.Contains(why, await office.SayAsync(typed, AnOffice.Manager), StringComparison.Ordinal);
        Assert.Empty(Changes(office));
    }

    [Fact]
    public async Task A_number_that_several_tasks_have_is_chosen_by_a_button_that_keeps_what_was_said()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);

        var list = await AskAsync(office, "设定期限 27号 10月底 原因：台风");
        var lines = AnOffice.All(list).OfType<JsonObject>().Where(o => o["verb"]?.ToString() == "deadline.form" && o["workItem"] is not null).ToList();
        var form = await office.PressAsync(lines[^1], AnOffice.Manager);
        await office.PressAsync(With(AnOffice.ButtonOf(form, "提交"), Input(form, "on"), Input(form, "reason"), Input(form, "steps")), AnOffice.Manager);

        Assert.Contains("2 项任务符合", AnOffice.TextOf(list), StringComparison.Ordinal);
        var changed = State(office).HistoryOf(lines[^1]["workItem"]!.ToString());
        Assert.Equal(new DeadlineEvent.Set(Day, "台风"), Assert.Single(changed).Event);
    }

    [Fact]
    public async Task A_task_named_in_words_is_shown_before_anything_is_changed()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);

        var form = await AskAsync(office, "设定期限 外贸进出口 10月底 原因：台风");

        Assert.Empty(Changes(office));
        Assert.Contains("请核对", AnOffice.TextOf(form), StringComparison.Ordinal);
        await office.PressAsync(With(AnOffice.ButtonOf(form, "提交"), Input(form, "on"), Input(form, "reason"), Input(form, "steps")), AnOffice.Manager);
        Assert.Equal(new DeadlineEvent.Set(Day, "台风"), Assert.Single(Changes(office)).Event);
    }

    [Fact]
    public async Task A_form_that_is_older_than_the_last_change_is_refused_and_so_is_a_forged_one()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);
        var old = await AskAsync(office, $"设定期限 {Place}");
        await office.SayAsync($"设定期限 {Place} 2024-11-29 原因：先", AnOffice.OtherManager);

        var stale = await office.PressAsync(With(AnOffice.ButtonOf(old, "提交"), "2024-10-31", "后", ""), AnOffice.Manager);
        var unknown = await office.PressAsync(new JsonObject { ["verb"] = "deadline.set", ["workItem"] = "no/such", ["lastChange"] = "0", ["on"] = "2024-10-31", ["reason"] = "x" }, AnOffice.Manager);
        var bare = await office.PressAsync(new JsonObject { ["verb"] = "deadline.set", ["workItem"] = Item(office).Id, ["on"] = "2024-10-31", ["reason"] = "x" }, AnOffice.Manager);

        Assert.Contains("刚被改过", AnOffice.TextOf(stale), StringComparison.Ordinal);
        Assert.Contains("按钮已失效", AnOffice.TextOf(unknown), StringComparison.Ordinal);
        Assert.Contains("按钮已失效", AnOffice.TextOf(bare), StringComparison.Ordinal);
        Assert.Equal("先", Assert.IsType<DeadlineEvent.Set>(Assert.Single(Changes(office)).Event).Reason);
    }

    [Fact]
    public async Task Clearing_goes_back_to_the_notices_day_and_steps()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);
        await office.SayAsync($"设定期限 {Place} 10月底 原因：台风", AnOffice.Manager);
        await office.SayAsync($"设定节点 {Place} 9月底前 一半 原因：台风", AnOffice.Manager);

        var day = await office.SayAsync($"取消期限 {Place} 原因：台风已过", AnOffice.OtherManager);
        var steps = await office.SayAsync("clear milestones of section 3 item 7 because it is over", AnOffice.OtherManager);

        Assert.Contains("期限 2024年12月31日 · 推定：通知未写明日期", day, StringComparison.Ordinal);
        Assert.Contains("2024年9月2日 赵督查：恢复通知的期限（台风已过）", day, StringComparison.Ordinal);
        Assert.DoesNotContain("Milestones (", steps, StringComparison.Ordinal);
        Assert.Empty(DeadlinesInForce.MilestonesOf(Item(office), State(office)));
    }

    [Fact]
    public async Task The_units_next_reminders_follow()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);
        await office.SayAsync($"设定节点 {Place} 9月6日 报方案 原因：台风", AnOffice.Manager);
        await office.SayAsync($"设定期限 {Place} 2024-09-30 原因：台风", AnOffice.Manager);

        var own = Planned(office);

        Assert.Contains(own, l => l is { MilestoneId: null, Due: { Month: 9, Day: 30 }, Origin: DeadlineOrigin.Manager });
        Assert.Contains(own, l => l is { MilestoneId: not null, Due: { Month: 9, Day: 6 }, Origin: DeadlineOrigin.Manager });
        Assert.DoesNotContain(own, l => l.Due == new DateOnly(2024, 12, 31));
    }

    [Theory]
    [InlineData("第三部分第7条的期限是怎么定的", "推定：通知未写明日期", "王督查于2024年9月2日设定（台风）")]
    [InlineData("why is the deadline of section 3 item 7 31 December?", "derived: the notice gives no date", "set by 王督查 on 2 September 2024 (台风)")]
    public async Task Whoever_asks_hears_where_a_deadline_comes_from(string question, string before, string after)
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);
        foreach (var user in new[] { AnOffice.Manager, AnOffice.Staff })
        {
            Assert.Contains(before, await office.SayAsync(question, user), StringComparison.Ordinal);
        }

        await office.SayAsync($"设定期限 {Place} 10月底 原因：台风", AnOffice.Manager);

        foreach (var user in new[] { AnOffice.Manager, AnOffice.Staff })
        {
            Assert.Contains(after, await office.SayAsync(question, user), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_notice_says_is_told_with_what_holds_now()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);
        var before = await office.SayAsync($"{Place}什么时候完成", AnOffice.Staff);
        await office.SayAsync($"设定期限 {Place} 10月底 原因：台风", AnOffice.Manager);

        var after = await office.SayAsync($"{Place}什么时候完成", AnOffice.Staff);
        var other = await office.SayAsync("第三部分第8条什么时候完成", AnOffice.Staff);

        Assert.DoesNotContain("现行期限", before, StringComparison.Ordinal);
        Assert.Contains("现行期限：2024年10月31日 · 王督查于2024年9月2日设定（台风）", after, StringComparison.Ordinal);
        Assert.Contains("通知原文所载", after, StringComparison.Ordinal);
        Assert.DoesNotContain("现行期限", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadlines_of_a_unit_are_listed_with_their_origin()
    {
        await using var office = await AnOffice.OnAsync("2024-09-02", withReports: false);

        var list = await office.SayAsync("市水利局的期限是怎么定的", AnOffice.Staff);

        Assert.Contains("期限及其由来", list, StringComparison.Ordinal);
        Assert.Contains("推定：通知未写明日期", list, StringComparison.Ordinal);
        Assert.Contains("通知原文“", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_whose_year_is_over_takes_none()
    {
        await using var office = await AnOffice.OnAsync("2025-02-03", withReports: false);

        var typed = await office.SayAsync($"设定期限 {Place} 2025-03-31 原因：x", AnOffice.Manager);
        var form = await office.SayAsync($"设定期限 {Place}", AnOffice.Manager);
        var detail = await office.AskAsync($"{Place}进展", "c-manager", AnOffice.Manager, TestContext.Current.CancellationToken);

        Assert.Contains("年度已过", typed, StringComparison.Ordinal);
        Assert.Contains("年度已过", form, StringComparison.Ordinal);
        Assert.False(AnOffice.HasButton(detail, "设定期限"));
    }

    private static Task<JsonNode> AskAsync(BotService office, string text) => AskedAsync(office.AskAsync(text, $"c-{AnOffice.Manager}", AnOffice.Manager, TestContext.Current.CancellationToken));

    private static async Task<JsonNode> AskedAsync<T>(Task<T> asked)
        where T : JsonNode => await asked;

    private static string? Input(JsonNode card, string id) => AnOffice.All(card).OfType<JsonObject>().First(o => o["id"]?.ToString() == id)["value"]?.ToString();

    private static JsonObject With(JsonObject data, string? on, string? reason, string? steps)
    {
        (data["on"], data["reason"], data["steps"]) = (on ?? string.Empty, reason ?? string.Empty, steps ?? string.Empty);
        return data;
    }

    private static DeadlineState State(BotService office) => office.Services.GetRequiredService<OfficeBook>().Current.Deadlines;

    private static DeadlineChange[] Changes(BotService office) => [.. State(office).HistoryOf(Item(office).Id)];

    private static WorkItem Item(BotService office) =>
        office.Services.GetRequiredService<NoticeArchive>().Current.Notices[0].WorkItems.First(i => i.Id.EndsWith("workReport/3.7", StringComparison.Ordinal));

    private static List<PlannedReminder> Planned(BotService office)
    {
        var input = office.Services.GetRequiredService<OfficeView>().Plan();
        var with = input.People.With(new PeopleEvent.Connected(AnOffice.Manager, new ChatAddress("directline", "c-manager")), new DateTimeOffset(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var plans = new ReminderPlanner(input with { People = with }).Preview(new DateTimeOffset(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8)), 30);
        return [.. plans.SelectMany(p => p.Digests).SelectMany(d => d.Lines).Where(l => l.WorkItemId == Item(office).Id)];
    }
}
