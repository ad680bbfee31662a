using System.Text.Json.Nodes;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Reminding;

namespace ZhoushanBot.Tests.Reminding;

/// <summary>A unit's chat of Teams: its digest, and what becomes of the card for those who press and for all the others.</summary>
public sealed class TeamsRemindersTests
{
    private const string Shared = TeamsOffice.Shared;

    [Theory]
    [InlineData("code")]
    [InlineData("administrator")]
    [InlineData("administrator from elsewhere")]
    public async Task A_bound_chat_gets_its_digest_and_a_press_changes_the_card_for_everybody(string boundBy)
    {
        await using var office = await TeamsOffice.StartAsync();
        var (digest, card) = await RemindAsync(office, boundBy);
        var line = digest.Lines[0];

        var sent = office.CallsTo(Shared).Last();
        Assert.Equal(["29:1", "29:2", "29:3"], JsonNode.Parse(sent.Body)!["attachments"]![0]!["content"]!["refresh"]!["userIds"]!.AsArray().Select(id => (string)id!));
        Assert.Contains("11月20日任务提醒", TeamsOffice.ShownIn(sent), StringComparison.Ordinal);

        var refused = await office.PressAsync(TeamsOffice.Stranger, card, TeamsOffice.Button(ReminderButtons.Acknowledge, digest, line));
        Assert.Contains("只有该单位（区域）的联络员", Message(refused), StringComparison.Ordinal);
        Assert.Empty(office.CallsTo(Shared, "PUT"));
        Assert.Contains(office.Log.Lines, l => l.Contains("NotYours", StringComparison.Ordinal) && l.Contains(TeamsOffice.Stranger, StringComparison.Ordinal));

        var answer = await office.PressAsync(TeamsOffice.Liaison, card, TeamsOffice.Button(ReminderButtons.Acknowledge, digest, line));

        Assert.Contains("张三", string.Join('\n', ShownText.Texts(Card(answer))), StringComparison.Ordinal);
        Assert.Equal(3, Card(answer)["refresh"]!["userIds"]!.AsArray().Count);
        var changed = Assert.Single(office.CallsTo(Shared, "PUT"));
        Assert.EndsWith($"/activities/{card}", changed.Target, StringComparison.Ordinal);
        Assert.Equal(string.Join('\n', ShownText.Texts(Card(answer))), TeamsOffice.ShownIn(changed));
        Assert.Equal(TeamsOffice.Liaison, office.Book.Current.Reminders.AcknowledgementOf(line.WorkItemId, line.Party, line.Due)!.By.AccountId);
    }

    [Fact]
    public async Task Looking_changes_the_card_for_nobody_else()
    {
        await using var office = await TeamsOffice.StartAsync();
        var (digest, card) = await RemindAsync(office);
        var posts = office.CallsTo(Shared).Count();

        var refreshed = await office.PressAsync(TeamsOffice.Stranger, card, TeamsOffice.Button(ReminderButtons.Refresh, digest), isRefresh: true);
        var opened = await office.PressAsync(TeamsOffice.Liaison, card, TeamsOffice.Button(ReminderButtons.Open, digest, digest.Lines[0]));

        Assert.Contains("任务提醒", string.Join('\n', ShownText.Texts(Card(refreshed))), StringComparison.Ordinal);
        Assert.Contains("通知原文", string.Join('\n', ShownText.Texts(Card(opened))), StringComparison.Ordinal);
        Assert.Empty(office.CallsTo(Shared, "PUT"));
        Assert.Equal(posts, office.CallsTo(Shared).Count());
    }

    [Fact]
    public async Task In_a_chat_of_more_than_sixty_nobody_is_named()
    {
        await using var office = await TeamsOffice.StartAsync(membersOfShared: CardRefresh.MostUsers + 1);
        await RemindAsync(office);

        var refresh = JsonNode.Parse(office.CallsTo(Shared).Last().Body)!["attachments"]![0]!["content"]!["refresh"]!.AsObject();

        Assert.False(refresh.ContainsKey("userIds"));
    }

    [Fact]
    public async Task A_client_without_Execute_changes_the_card_by_its_id_and_looks_below()
    {
        await using var office = await TeamsOffice.StartAsync();
        var (digest, card) = await RemindAsync(office);
        var line = digest.Lines[0];

        await office.PressAsync(TeamsOffice.Liaison, card, TeamsOffice.Button(ReminderButtons.Open, digest, line), isSubmit: true);
        Assert.Empty(office.CallsTo(Shared, "PUT"));
        Assert.Contains("通知原文", TeamsOffice.ShownIn(office.CallsTo(Shared).Last()), StringComparison.Ordinal);

        await office.PressAsync(TeamsOffice.Stranger, card, TeamsOffice.Button(ReminderButtons.Acknowledge, digest, line), isSubmit: true);
        Assert.Empty(office.CallsTo(Shared, "PUT"));
        Assert.Contains("只有该单位（区域）的联络员", TeamsOffice.ShownIn(office.CallsTo(Shared).Last()), StringComparison.Ordinal);

        await office.PressAsync(TeamsOffice.Liaison, card, TeamsOffice.Button(ReminderButtons.Acknowledge, digest, line), isSubmit: true);
        var changed = Assert.Single(office.CallsTo(Shared, "PUT"));
        Assert.EndsWith($"/activities/{card}", changed.Target, StringComparison.Ordinal);
        Assert.Contains("张三", TeamsOffice.ShownIn(changed), StringComparison.Ordinal);
        Assert.NotNull(office.Book.Current.Reminders.AcknowledgementOf(line.WorkItemId, line.Party, line.Due));
    }

    [Fact]
    public async Task What_is_done_by_a_word_or_by_a_card_below_shows_on_the_first_card_too()
    {
        await using var office = await TeamsOffice.StartAsync();
        var (digest, card) = await RemindAsync(office);
        Assert.True(digest.Lines.Length > 1, "The unit has too few tasks.");

        await office.PressAsync(TeamsOffice.Liaison, "below", TeamsOffice.Button(ReminderButtons.Acknowledge, digest, digest.Lines[0]), isSubmit: true);
        var byCard = office.CallsTo(Shared, "PUT").ToList();
        await office.SayAsync(TeamsOffice.Liaison, "已知悉", isShared: true);
        var byWord = office.CallsTo(Shared, "PUT").Skip(byCard.Count).ToList();

        Assert.Equal([$"{TeamsOffice.PathOf(Shared)}/activities/{card}", $"{TeamsOffice.PathOf(Shared)}/activities/below"], byCard.Select(call => call.Target));
        Assert.Equal([$"{TeamsOffice.PathOf(Shared)}/activities/{card}"], byWord.Select(call => call.Target));
        Assert.Equal(TeamsOffice.ShownIn(byWord[0]), TeamsOffice.ShownIn(office.CallsTo(Shared).Last()));
    }

    [Fact]
    public async Task Where_the_pressed_card_was_deleted_the_new_one_comes_below()
    {
        await using var office = await TeamsOffice.StartAsync();
        var (digest, card) = await RemindAsync(office);
        var posts = office.CallsTo(Shared).Count();
        office.Teams.Connector.Answer = (call, _) => call.Method == "PUT" ? (404, """{"error":{"code":"ActivityNotFoundInConversation"}}""") : null;

        await office.PressAsync(TeamsOffice.Liaison, card, TeamsOffice.Button(ReminderButtons.Acknowledge, digest, digest.Lines[0]), isSubmit: true);

        Assert.Single(office.CallsTo(Shared, "PUT"));
        Assert.Equal(posts + 1, office.CallsTo(Shared).Count());
        Assert.Contains("张三", TeamsOffice.ShownIn(office.CallsTo(Shared).Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_chat_of_their_own_somebody_s_card_is_refreshed_for_them_and_replaced_by_what_they_look_at()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(TeamsOffice.Liaison);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var own = TeamsOffice.OwnChat(TeamsOffice.Liaison);
        var row = Assert.Single(await office.SentAsync(DigestContent.KindName, 1, own));
        var digest = office.Book.Current.Reminders.DigestOf(row.Message.Key)!;
        var refresh = JsonNode.Parse(office.CallsTo(own).Last().Body)!["attachments"]![0]!["content"]!["refresh"]!;

        await office.PressAsync(
            TeamsOffice.Liaison, ((OutboxState.Sent)row.State).ActivityId, TeamsOffice.Button(ReminderButtons.Open, digest, digest.Lines[0]), isShared: false, isSubmit: true);

        Assert.Equal(["29:" + TeamsOffice.Liaison], refresh["userIds"]!.AsArray().Select(id => (string)id!));
        Assert.Contains("通知原文", TeamsOffice.ShownIn(Assert.Single(office.CallsTo(own, "PUT"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_that_is_granted_is_told_to_whoever_asked_and_to_the_unit_s_chat()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(TeamsOffice.Manager);
        var (digest, card) = await RemindAsync(office, due: new DateOnly(2024, 12, 10));
        var line = digest.Lines.First(l => l.Due == new DateOnly(2024, 12, 10));
        await office.MeetAsync(TeamsOffice.Liaison);

        await office.PressAsync(
            TeamsOffice.Liaison, card,
            TeamsOffice.Button(ReminderButtons.Extend, digest, line, (ReminderButtons.Until, "2024-12-25"), (ReminderButtons.Reason, "台风停工")));
        await office.SentAsync(RequestContent.KindName, 1, TeamsOffice.OwnChat(TeamsOffice.Manager));
        var asked = Assert.Single(office.Book.Current.Deadlines.Extensions);
        await office.PressAsync(
            TeamsOffice.Manager, "request",
            new JsonObject { ["verb"] = ReminderButtons.Decide, [ReminderButtons.Request] = $"{asked.Request}", [ReminderButtons.Granted] = "yes" }, isShared: false);
        var told = await office.SentAsync(ResultContent.KindName, 2);

        Assert.Equal([Shared, TeamsOffice.OwnChat(TeamsOffice.Liaison)], told.Select(row => row.Message.To.ConversationId).Order(StringComparer.Ordinal));
        Assert.All(
            told, row => Assert.Contains(office.CallsTo(row.Message.To.ConversationId), call => TeamsOffice.ShownIn(call).Contains("延期申请：同意", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_liaison_who_binds_after_the_supervision_office_was_told_gets_what_is_pending()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(TeamsOffice.Manager);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var told = Assert.Single(await office.SentAsync(DigestContent.KindName, 1));
        var before = office.Book.Current.Reminders.DigestOf(told.Message.Key)!;

        var (digest, _) = await RemindAsync(office);

        var own = before.Lines.Where(l => l.Party.Organization == TeamsOffice.Unit).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, line => Assert.True(line.IsForUnbound));
        Assert.Superset(own.Select(l => (l.WorkItemId, l.Due)).ToHashSet(), digest.Lines.Select(l => (l.WorkItemId, l.Due)).ToHashSet());
        Assert.Single(await office.RowsAsync(DigestContent.KindName, TeamsOffice.OwnChat(TeamsOffice.Manager), OutboxStage.Sent));
    }

    [Fact]
    public async Task Matters_are_handed_over_in_the_chat_and_taken_back()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(TeamsOffice.Liaison, TeamsOffice.Deputy);
        var (own, other) = (TeamsOffice.OwnChat(TeamsOffice.Liaison), TeamsOffice.OwnChat(TeamsOffice.Deputy));

        await office.SayAsync(TeamsOffice.Liaison, "移交给 没有");
        Assert.Contains("名录中没有“没有”", TeamsOffice.ShownIn(office.CallsTo(own).Last()), StringComparison.Ordinal);
        await office.SayAsync(TeamsOffice.Liaison, "移交给李四，到2024-11-29为止");
        Assert.Contains("到2024年11月29日为止转给李四", TeamsOffice.ShownIn(office.CallsTo(own).Last()), StringComparison.Ordinal);

        // Within the hours: what is open, and the digest that would have been the liaison's.
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.SentAsync(HandoverContent.KindName, 1, other);
        var sent = Assert.Single(await office.SentAsync(DigestContent.KindName, 1));
        Assert.Equal(other, sent.Message.To.ConversationId);
        Assert.Contains(office.CallsTo(other), call => TeamsOffice.ShownIn(call).Contains("张三的事项移交给您", StringComparison.Ordinal));
        var digest = office.Book.Current.Reminders.DigestOf(sent.Message.Key)!;
        var acted = await office.PressAsync(TeamsOffice.Deputy, "x", TeamsOffice.Button(ReminderButtons.Acknowledge, digest, digest.Lines[0]), isShared: false);
        Assert.Contains("李四", string.Join('\n', ShownText.Texts(Card(acted))), StringComparison.Ordinal);

        await office.SayAsync(TeamsOffice.Liaison, "take back");
        Assert.Contains("Taken back", TeamsOffice.ShownIn(office.CallsTo(own).Last()), StringComparison.Ordinal);
        await office.SayAsync(TeamsOffice.Liaison, "收回");
        Assert.Contains("没有移交过", TeamsOffice.ShownIn(office.CallsTo(own).Last()), StringComparison.Ordinal);
        var task = digest.Lines[0];
        await office.HappensAsync(ReminderJournal.Write(task.WorkItemId, new ReminderEvent.Chased(task.Party.Organization, task.Party.Area)));
        Assert.Single(await office.SentAsync(DigestContent.KindName, 1, own));
        await office.SayAsync(TeamsOffice.Stranger, "hand over to 李四 until soon 2024");
        Assert.Contains("is no date", TeamsOffice.ShownIn(office.CallsTo(TeamsOffice.OwnChat(TeamsOffice.Stranger)).Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_binds_without_a_code()
    {
        await using var office = await TeamsOffice.StartAsync();

        await office.SayAsync(TeamsOffice.Liaison, "绑定会话 市水利局", isShared: true);
        Assert.Contains("只有管理员", TeamsOffice.ShownIn(office.CallsTo(Shared).Last()), StringComparison.Ordinal);
        await office.SayAsync(TeamsOffice.Administrator, "bind this chat to 市水力局", isShared: true);
        Assert.Contains("Did you mean “市水利局”", TeamsOffice.ShownIn(office.CallsTo(Shared).Last()), StringComparison.Ordinal);
        await office.SayAsync(TeamsOffice.Administrator, "people bind msteams/19:nowhere 市水利局");
        Assert.Contains("heard of no chat", TeamsOffice.ShownIn(office.CallsTo(TeamsOffice.OwnChat(TeamsOffice.Administrator)).Last()), StringComparison.Ordinal);

        Assert.Empty(office.Book.Current.People.Bindings);
    }

    /// <summary>Binds the unit's chat and waits for its digest.</summary>
    /// <returns>The digest, and the id of its card.</returns>
    private static async Task<(Digest Digest, string Card)> RemindAsync(TeamsOffice office, string boundBy = "administrator", DateOnly? due = null)
    {
        switch (boundBy)
        {
            case "code":
                var code = BindingCode.Make("0123456789"u8);
                await office.HappensAsync(PeopleJournal.Write(BindingCode.Issue(code, new ChatOwner(TeamsOffice.Unit, null, null), office.Time.GetUtcNow())));
                await office.SayAsync(TeamsOffice.Liaison, $"绑定 {code}", isShared: true);
                break;
            case "administrator":
                await office.SayAsync(TeamsOffice.Administrator, $"绑定会话 {TeamsOffice.Unit}", isShared: true);
                break;
            default:
                await office.SayAsync(TeamsOffice.Liaison, "帮助", isShared: true);
                await office.SayAsync(TeamsOffice.Administrator, $"people bind msteams/{Shared} {TeamsOffice.Unit}");
                break;
        }

        Assert.True(office.Book.Current.People.Bindings.ContainsKey(new ChatAddress("msteams", Shared)), "The chat is not bound.");
        if (due is { } day)
        {
            var task = Duties.OpenOn(office.Plan(), new DateOnly(2024, 11, 20)).First(d => d.Kind == DutyKind.Lead && d.Milestone is null && d.Party.Organization == TeamsOffice.Unit);
            await office.HappensAsync(Core.Deadlines.DeadlineJournal.Write(task.Item.Id, new Core.Deadlines.DeadlineEvent.Set(day, "演练")));
        }

        office.Time.Advance(TimeSpan.FromMinutes(1));
        var row = Assert.Single(await office.SentAsync(DigestContent.KindName, 1, Shared));
        return (office.Book.Current.Reminders.DigestOf(row.Message.Key)!, ((OutboxState.Sent)row.State).ActivityId!);
    }

    private static JsonNode Card(string answer)
    {
        var envelope = JsonNode.Parse(answer)!;
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)envelope["statusCode"]!, (string)envelope["type"]!));
        return envelope["value"]!;
    }

    private static string Message(string answer)
    {
        var envelope = JsonNode.Parse(answer)!;
        Assert.Equal((200, "application/vnd.microsoft.activity.message"), ((int)envelope["statusCode"]!, (string)envelope["type"]!));
        return (string)envelope["value"]!;
    }
}
