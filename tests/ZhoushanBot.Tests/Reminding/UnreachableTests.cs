using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Reminding;

namespace ZhoushanBot.Tests.Reminding;

/// <summary>People whom the channel no longer delivers to: who hears of it, where their reminders go, and how it ends.</summary>
public sealed class UnreachableTests
{
    private static readonly string Own = TeamsOffice.OwnChat(TeamsOffice.Liaison);
    private static readonly string Deputy = TeamsOffice.OwnChat(TeamsOffice.Deputy);
    private static readonly string Administrator = TeamsOffice.OwnChat(TeamsOffice.Administrator);

    [Theory]
    [InlineData("""{"error":{"code":"MessageWritesBlocked"}}""", "MessageWritesBlocked")]
    [InlineData("""{"error":{"code":"Forbidden","subCode":"ConversationBlockedByUser"}}""", "ConversationBlockedByUser")]
    [InlineData("""{"error":{"code":"BotNotInConversationRoster"}}""", "BotNotInConversationRoster")]
    [InlineData("""{"error":{"code":"ForbiddenOperationException"}}""", "ForbiddenOperationException")]
    [InlineData("""{"error":{"code":"SomethingNew"}}""", "SomethingNew")]
    [InlineData("not json", "HTTP 403")]
    public async Task Whoever_blocked_the_bot_is_marked_the_deputy_takes_over_and_delivery_resumes_when_they_speak(string body, string reason)
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(TeamsOffice.Liaison, TeamsOffice.Deputy, TeamsOffice.Administrator);
        office.Teams.Connector.Answer = (call, _) => call.Target.StartsWith(TeamsOffice.PathOf(Own), StringComparison.Ordinal) ? (403, body) : null;

        office.Time.Advance(TimeSpan.FromMinutes(1));
        var taken = Assert.Single(await office.SentAsync(DigestContent.KindName, 1, Deputy));
        await office.SentAsync(UnreachableContent.KindName, 2);

        var lost = Assert.Single(office.Book.Current.People.UnreachableChats);
        Assert.Equal(Own, lost.Chat.ConversationId);
        Assert.Contains(reason, lost.Reason, StringComparison.Ordinal);
        var digest = office.Book.Current.Reminders.DigestOf(taken.Message.Key)!;
        Assert.Equal(office.Book.Current.Reminders.DigestOf(Assert.Single(await office.RowsAsync(DigestContent.KindName, Own, OutboxStage.Dead)).Message.Key)!.Lines.Select(l => l.Key), digest.Lines.Select(l => l.Key));
        foreach (var chat in new[] { Deputy, Administrator })
        {
            Assert.Contains("张三", TeamsOffice.ShownIn(Assert.Single(office.CallsTo(chat), IsWarning)), StringComparison.Ordinal);
        }

        // Another message that would go to the same chat tells nobody a second time.
        var task = digest.Lines[0];
        await office.HappensAsync(ReminderJournal.Write(task.WorkItemId, new ReminderEvent.Chased(task.Party.Organization, task.Party.Area)));
        office.Teams.Connector.Answer = (_, _) => null;
        await office.SayAsync(TeamsOffice.Liaison, "我的任务");
        Assert.Empty(office.Book.Current.People.UnreachableChats);

        // The chase is the next day's for the liaison: today the deputy's chat has had its digest.
        office.Time.SetUtcNow(TeamsOffice.Opening.AddDays(1));
        var again = Assert.Single(await office.SentAsync(DigestContent.KindName, 1, Own));
        Assert.Contains(office.Book.Current.Reminders.DigestOf(again.Message.Key)!.Lines, l => l.WorkItemId == task.WorkItemId && l.Occasion.Kind == OccasionKind.Chase);
        Assert.Equal(2, (await office.RowsAsync(UnreachableContent.KindName, null, OutboxStage.Sent)).Count);
        Assert.Single(office.CallsTo(Administrator), IsWarning);
    }

    [Theory]
    [InlineData("BotDisabledByAdmin")]
    [InlineData("NotEnoughPermissions")]
    [InlineData("InvalidBotApiHost")]
    public async Task Where_the_bot_itself_is_refused_nobody_is_blamed_and_nothing_is_lost(string code)
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(TeamsOffice.Liaison);
        office.Teams.Connector.Answer = (_, _) => (403, $$$"""{"error":{"code":"{{{code}}}"}}""");
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.UntilAsync(() => Task.FromResult(office.Log.Lines.Any(l => l.Contains("does not accept the bot", StringComparison.Ordinal))), "a pause");

        office.Teams.Connector.Answer = (_, _) => null;
        await office.SentAsync(DigestContent.KindName, 1, Own);

        Assert.Empty(office.Book.Current.People.UnreachableChats);
        Assert.Single(await office.RowsAsync(DigestContent.KindName, null, OutboxStage.Sent));
        Assert.Empty(await office.RowsAsync(DigestContent.KindName, null, OutboxStage.Dead));
    }

    [Fact]
    public async Task Whoever_uninstalled_the_bot_is_known_at_once_and_their_reminders_go_to_the_deputy_until_it_is_back()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(TeamsOffice.Liaison, TeamsOffice.Deputy, TeamsOffice.Administrator);

        await office.ChangeInstallationAsync(TeamsOffice.Liaison, "remove");
        await office.UntilAsync(() => Task.FromResult(office.Book.Current.People.UnreachableChats.Any()), "a mark");
        Assert.Equal("BotNotInConversationRoster", Assert.Single(office.Book.Current.People.UnreachableChats).Reason);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.SentAsync(DigestContent.KindName, 1, Deputy);
        await office.SentAsync(UnreachableContent.KindName, 2);

        Assert.DoesNotContain(office.CallsTo(Own), call => TeamsOffice.ShownIn(call).Contains("任务提醒", StringComparison.Ordinal));
        Assert.Empty(await office.RowsAsync(DigestContent.KindName, Own, OutboxStage.Dead));
        await office.ChangeInstallationAsync(TeamsOffice.Liaison, "add");
        await office.UntilAsync(() => Task.FromResult(!office.Book.Current.People.UnreachableChats.Any()), "an end of it");
    }

    [Fact]
    public async Task A_unit_s_chat_that_is_lost_gives_its_reminders_back_to_the_unit_s_people()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(TeamsOffice.Liaison, TeamsOffice.Administrator);
        await office.SayAsync(TeamsOffice.Administrator, $"绑定会话 {TeamsOffice.Unit}", isShared: true);
        office.Teams.Connector.Answer = (call, _) => call.Target.StartsWith(TeamsOffice.PathOf(TeamsOffice.Shared), StringComparison.Ordinal) ? (403, """{"error":{"code":"BotNotInConversationRoster"}}""") : null;

        office.Time.Advance(TimeSpan.FromMinutes(1));

        await office.SentAsync(DigestContent.KindName, 1, Own);
        await office.SentAsync(UnreachableContent.KindName, 1, Administrator);
        Assert.Contains(TeamsOffice.Unit, TeamsOffice.ShownIn(Assert.Single(office.CallsTo(Administrator), IsWarning)), StringComparison.Ordinal);
    }

    private static bool IsWarning(Activities.Tests.ConnectorCall call) => TeamsOffice.ShownIn(call).Contains("提醒未能送达", StringComparison.Ordinal);
}
