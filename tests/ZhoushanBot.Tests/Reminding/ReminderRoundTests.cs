using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Office;
using ZhoushanBot.Reminding;
using ZhoushanBot.Tests.DirectLine;

namespace ZhoushanBot.Tests.Reminding;

/// <summary>A whole round of reminders through the real service and its own Direct Line.</summary>
public sealed class ReminderRoundTests : IDisposable
{
    private const string Liaison = "persona-liaison";
    private const string Manager = "persona-manager";
    private static readonly DateTimeOffset Opening = new(2024, 11, 20, 0, 30, 0, TimeSpan.Zero);

    private readonly ScratchFolder data = new();
    private readonly FakeTimeProvider time = new(Opening - TimeSpan.FromSeconds(30));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    public async Task A_reminder_arrives_by_itself_when_the_hours_open_and_equals_the_preview(string zone)
    {
        time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
        await using var service = Start();
        using var page = (await DirectLineClient.OpenAsync(service.Listen(), Liaison)).Client;
        await UntilAsync(service, state => state.People.OwnChatOf(Liaison) is not null);
        var preview = new ReminderPlanner(View(service).Plan()).Preview(time.GetUtcNow(), 1);
        Assert.Empty(Deliveries(await LinesAsync(service)));

        await OpenHoursAsync(service);

        var sent = Assert.Single(Deliveries(await LinesAsync(service)));
        var planned = Assert.Single(Assert.Single(preview).Digests);
        Assert.Equal(planned.Key, sent.Message.Key);
        var digest = Book(service).Current.Reminders.DigestOf(planned.Key)!;
        Assert.Equal(planned.Lines.Select(l => l.Key), digest.Lines.Select(l => l.Key));
        Assert.True(((OutboxState.Sent)sent.State).At >= Opening);
        var shown = (await page.ReadAsync()).Activities[^1]!.Shown();
        Assert.Contains("11月20日任务提醒", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_reminded_acknowledged_put_off_extended_decided_and_all_of_it_is_in_the_ledger()
    {
        await using var service = Start();
        var url = service.Listen();
        using var liaison = (await DirectLineClient.OpenAsync(url, Liaison)).Client;
        using var manager = (await DirectLineClient.OpenAsync(url, Manager)).Client;
        using var staff = (await DirectLineClient.OpenAsync(url, "persona-staff")).Client;
        await UntilAsync(service, state => state.People.OwnChatOf(Liaison) is not null && state.People.OwnChatOf(Manager) is not null);
        await OpenHoursAsync(service);
        await UntilSentAsync(service, DigestContent.KindName, 2);
        var digest = Book(service).Current.Reminders.LastDigestOf(Book(service).Current.People.OwnChatOf(Liaison)!.Value)!;
        var line = digest.Lines.First(l => l.Duty == DutyKind.Lead && l.MilestoneId is null);
        var other = digest.Lines.First(l => l.WorkItemId != line.WorkItemId && l.Duty == DutyKind.Lead && l.MilestoneId is null);

        var forged = await PressAsync(staff, ReminderButtons.Acknowledge, digest, line);
        var acknowledged = await PressAsync(liaison, ReminderButtons.Acknowledge, digest, line);
        var again = await PressAsync(liaison, ReminderButtons.Acknowledge, digest, line);
        var putOff = await PressAsync(liaison, ReminderButtons.Snooze, digest, other, (ReminderButtons.Choice, nameof(SnoozeChoice.OneDay)));
        var noReason = await PressAsync(liaison, ReminderButtons.Extend, digest, other, (ReminderButtons.Until, "2024-12-31"));

        Assert.Contains("不属于本会话", forged, StringComparison.Ordinal);
        Assert.Contains("任务提醒", acknowledged, StringComparison.Ordinal);
        Assert.Contains("已经签收过了", again, StringComparison.Ordinal);
        Assert.Contains("任务提醒", putOff, StringComparison.Ordinal);
        Assert.True(noReason.Contains("理由", StringComparison.Ordinal) || noReason.Contains("晚于现期限", StringComparison.Ordinal), noReason);
        var state = Book(service).Current.Reminders;
        Assert.Equal(Liaison, state.AcknowledgementOf(line.WorkItemId, line.Party, line.Due)!.By.AccountId);
        Assert.Equal(new DateOnly(2024, 11, 21), state.SnoozeOf(other.WorkItemId, other.Party, other.Due)!.Until);
        await VerifyAsync(service);
    }

    [Fact]
    public async Task All_acknowledged_are_those_that_the_card_showed()
    {
        await using var service = Start();
        using var liaison = (await DirectLineClient.OpenAsync(service.Listen(), Liaison)).Client;
        await UntilAsync(service, state => state.People.OwnChatOf(Liaison) is not null);
        await OpenHoursAsync(service);
        var digest = Book(service).Current.Reminders.LastDigestOf(Book(service).Current.People.OwnChatOf(Liaison)!.Value)!;
        Assert.True(digest.Lines.Length > 2, "The liaison has too few tasks.");

        var forged = await SendAsync(liaison, All(digest, "00000000"));
        Assert.DoesNotContain(digest.Lines, IsAcknowledged);
        var shown = await SendAsync(liaison, All(digest, ReminderButtons.NameShown(digest.Lines.Take(2))));

        Assert.Contains("没有这条提醒", forged, StringComparison.Ordinal);
        Assert.Contains("任务提醒", shown, StringComparison.Ordinal);
        Assert.Equal(
            digest.Lines.Where(l => digest.Lines.Take(2).Any(s => (s.WorkItemId, s.Party, s.Due) == (l.WorkItemId, l.Party, l.Due))),
            digest.Lines.Where(IsAcknowledged));
        await VerifyAsync(service);

        bool IsAcknowledged(PlannedReminder l) => Book(service).Current.Reminders.AcknowledgementOf(l.WorkItemId, l.Party, l.Due) is not null;
    }

    [Fact]
    public async Task More_time_is_asked_for_by_the_liaison_granted_by_the_office_and_the_day_moves()
    {
        await using var service = Start();
        var url = service.Listen();
        using var liaison = (await DirectLineClient.OpenAsync(url, Liaison)).Client;
        using var manager = (await DirectLineClient.OpenAsync(url, Manager)).Client;
        await UntilAsync(service, state => state.People.OwnChatOf(Liaison) is not null && state.People.OwnChatOf(Manager) is not null);

        // A day before the year's end, so that there is time to give.
        var task = Duties.OpenOn(View(service).Plan(), new DateOnly(2024, 11, 20)).First(d =>
            d.Kind == DutyKind.Lead && d.Milestone is null && Book(service).Current.People.SpeaksFor(Liaison, d.Party, new DateOnly(2024, 11, 20)));
        await Book(service).AppendAsync(
            Core.People.Actor.CommandLine, time.GetUtcNow(),
            [Core.Deadlines.DeadlineJournal.Write(task.Item.Id, new Core.Deadlines.DeadlineEvent.Set(new DateOnly(2024, 12, 10), "演练"))], Cancel);
        await OpenHoursAsync(service);
        await UntilSentAsync(service, DigestContent.KindName, 2);
        var digest = Book(service).Current.Reminders.LastDigestOf(Book(service).Current.People.OwnChatOf(Liaison)!.Value)!;
        var line = digest.Lines.First(l => l.WorkItemId == task.Item.Id);
        Assert.Equal(new DateOnly(2024, 12, 10), line.Due);

        await PressAsync(liaison, ReminderButtons.Extend, digest, line, (ReminderButtons.Until, "2024-12-25"), (ReminderButtons.Reason, "台风停工"));
        await UntilSentAsync(service, RequestContent.KindName, 1);
        var asked = Assert.Single(Book(service).Current.Deadlines.Extensions);
        var request = (await manager.ReadAsync()).Activities[^1]!.Shown();
        var own = await SendAsync(liaison, Decision(asked.Request));
        var decided = await SendAsync(manager, Decision(asked.Request));
        await UntilSentAsync(service, ResultContent.KindName, 1);
        var result = (await liaison.ReadAsync()).Activities[^1]!.Shown();

        Assert.Contains("申请延期", request, StringComparison.Ordinal);
        Assert.Contains("您没有这项权限", own, StringComparison.Ordinal);
        Assert.Contains("同意", decided, StringComparison.Ordinal);
        Assert.Contains("延期申请：同意", result, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2024, 12, 25), Duties.Of(View(service).Plan(), task.Content, task.Item).First(d => d.Party == task.Party && d.Milestone is null).Due);
        var kinds = (await LinesAsync(service)).Select(l => l.Event.Kind).ToList();
        Assert.Contains("extension.requested", kinds);
        Assert.Contains("extension.decided", kinds);
        await VerifyAsync(service);
    }

    [Fact]
    public async Task Restarted_at_the_moment_that_is_due_it_sends_once()
    {
        await using (var before = Start())
        {
            using var page = (await DirectLineClient.OpenAsync(before.Listen(), Liaison)).Client;
            await UntilAsync(before, state => state.People.OwnChatOf(Liaison) is not null);
        }

        time.SetUtcNow(Opening);
        await using (var during = Start())
        {
            during.Listen();
            await UntilSentAsync(during, DigestContent.KindName, 1);
        }

        await using var after = Start();
        using var staff = (await DirectLineClient.OpenAsync(after.Listen(), "persona-staff")).Client;
        Assert.Single(Deliveries(await LinesAsync(after)));
    }

    [Fact]
    public async Task What_an_outage_kept_back_on_two_days_goes_out_as_one_message_on_the_next()
    {
        var channel = new AnOutage();
        await using var service = Start().With(services => services.AddSingleton<IProactiveSender>(given => channel.Before(given.GetRequiredService<ProactiveMessages>())));
        using var liaison = (await DirectLineClient.OpenAsync(service.Listen(), Liaison)).Client;
        await UntilAsync(service, state => state.People.OwnChatOf(Liaison) is not null);
        var chat = Book(service).Current.People.OwnChatOf(Liaison)!.Value;
        channel.IsDown = true;
        time.Advance(TimeSpan.FromMinutes(1));
        var first = await LastDigestAsync(service, chat, new DateOnly(2024, 11, 20));
        await UntilFailedAsync(service, first);

        time.SetUtcNow(Opening.AddDays(1) - TimeSpan.FromSeconds(30));
        var task = first.Lines.First(l => l.Duty == DutyKind.Lead && l.MilestoneId is null);
        var moved = new Core.Deadlines.DeadlineEvent.Set(new DateOnly(2024, 11, 22), "演练");
        await Book(service).AppendAsync(Core.People.Actor.CommandLine, time.GetUtcNow(), [Core.Deadlines.DeadlineJournal.Write(task.WorkItemId, moved)], Cancel);
        time.Advance(TimeSpan.FromMinutes(1));
        var second = await LastDigestAsync(service, chat, new DateOnly(2024, 11, 21));
        await UntilFailedAsync(service, second);

        var preview = await service.Services.GetRequiredService<IOutbox>().PreviewAsync(View(service).Plan(), Opening.AddDays(2), 1, Cancel);

        // Not before: while it is still the second day, what is kept back may go out as that day's message.
        time.SetUtcNow(Opening.AddDays(2));
        channel.IsDown = false;
        await UntilSentAsync(service, DigestContent.KindName, 1);
        time.Advance(TimeSpan.FromMinutes(30));
        var third = await LastDigestAsync(service, chat, new DateOnly(2024, 11, 22));

        Assert.NotEqual(first.Key, second.Key);
        var sent = Assert.Single(Deliveries(await LinesAsync(service)), row => row.State is OutboxState.Sent);
        Assert.Equal(third.Key, sent.Message.Key);
        Assert.Equal(third.Lines.Select(l => l.Key), preview.Single().Digests.Single(d => d.To.Chat == chat).Lines.Select(l => l.Key));
        Assert.Contains(third.Lines, l => l.WorkItemId == task.WorkItemId && l.Due == moved.On);
        Assert.Equal(third.Lines.Length, third.Lines.DistinctBy(l => (l.WorkItemId, l.Party, l.MilestoneId)).Count());
        Assert.Superset(first.Lines.Where(l => l.WorkItemId != task.WorkItemId).Select(l => l.WorkItemId).ToHashSet(), third.Lines.Select(l => l.WorkItemId).ToHashSet());
        var outbox = service.Services.GetRequiredService<IOutbox>();
        for (var round = 0; round < 10 && (await outbox.ListAsync(OutboxStage.Due, 0, Cancel)).Total + (await outbox.ListAsync(OutboxStage.Failed, 0, Cancel)).Total > 0; round++)
        {
            await OrAMinuteAsync(Book(service).Changed);
        }

        Assert.Single(Deliveries(await LinesAsync(service)), row => row.State is OutboxState.Sent);

        // The silent channel may have taken what it never answered.
        Assert.True(third.MayRepeat);
        Assert.Contains("您可能已收到过这条提醒", channel.LastShown, StringComparison.Ordinal);
        await VerifyAsync(service);
    }

    [Fact]
    public async Task Typed_questions_are_answered_in_both_languages_and_only_to_those_who_may()
    {
        await using var service = Start();
        var mine = await service.AskAsync("我的任务", "a", Liaison, Cancel);
        var none = await service.AskAsync("my tasks", "b", "persona-staff", Cancel);
        var open = await service.AskAsync("who has not acknowledged?", "c", Manager, Cancel);
        var refused = await service.AskAsync("谁还没签收？", "d", "persona-staff", Cancel);
        var week = await service.AskAsync("市水利局本周到期的任务", "e", "persona-staff", Cancel);
        var nobody = await service.AskAsync("What is due this week for the Ministry of Magic?", "e", "persona-staff", Cancel);

        Assert.Contains("我的任务：", mine[0]!.Shown(), StringComparison.Ordinal);
        Assert.Contains("no tasks are yours", none[0]!.Shown(), StringComparison.Ordinal);
        Assert.Contains("Not acknowledged: ", open[0]!.Shown(), StringComparison.Ordinal);
        Assert.Contains("没有这项权限", refused[0]!.Shown(), StringComparison.Ordinal);
        Assert.Contains("市水利局本周到期：0 项", week[0]!.Shown(), StringComparison.Ordinal);
        Assert.Contains("name no unit", nobody[0]!.Shown(), StringComparison.Ordinal);
    }

    private BotService Start() => new BotService().KeptIn(data).With(services => services.AddSingleton<TimeProvider>(time));

    private static OfficeBook Book(BotService service) => service.Services.GetRequiredService<OfficeBook>();

    private static OfficeView View(BotService service) => service.Services.GetRequiredService<OfficeView>();

    private async Task OpenHoursAsync(BotService service)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        await UntilSentAsync(service, DigestContent.KindName, 1);
    }

    private async Task<Digest> LastDigestAsync(BotService service, Core.People.ChatAddress chat, DateOnly day)
    {
        for (var round = 0; round < 100; round++)
        {
            var changed = Book(service).Changed;
            if (Book(service).Current.Reminders.LastDigestOf(chat) is { } last && last.On == day)
            {
                return last;
            }

            await OrAMinuteAsync(changed);
        }

        throw new Xunit.Sdk.XunitException($"Nothing was planned for {day}.");
    }

    private async Task UntilSentAsync(BotService service, string kind, int count)
    {
        for (var round = 0; round < 100; round++)
        {
            var changed = Book(service).Changed;
            if (Deliveries(await LinesAsync(service)).Count(row => row.Message.Kind == kind && row.State is OutboxState.Sent) >= count)
            {
                return;
            }

            await OrAMinuteAsync(changed);
        }

        Assert.Fail($"{kind} was not sent.");
    }

    /// <summary>Waits until the outbox, not only the journal, knows that a sending went unanswered.</summary>
    private async Task UntilFailedAsync(BotService service, Digest digest)
    {
        var outbox = service.Services.GetRequiredService<IOutbox>();
        for (var round = 0; round < 100; round++)
        {
            var changed = Book(service).Changed;
            if ((await outbox.ListAsync(OutboxStage.Failed, int.MaxValue, Cancel)).Rows.Any(row => row.Message.Key == digest.Key && row.MayRepeat))
            {
                return;
            }

            await OrAMinuteAsync(changed);
        }

        Assert.Fail($"The digest of {digest.On} was never tried.");
    }

    private static async Task UntilAsync(BotService service, Func<OfficeState, bool> holds)
    {
        while (true)
        {
            var changed = Book(service).Changed;
            if (holds(Book(service).Current))
            {
                return;
            }

            await changed.WaitAsync(Cancel);
        }
    }

    // A timer that was set while the clock was being moved waits for a minute more of it.
    private async Task OrAMinuteAsync(Task changed)
    {
        try
        {
            await changed.WaitAsync(TimeSpan.FromSeconds(2), Cancel);
        }
        catch (TimeoutException)
        {
            time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static async Task<IReadOnlyList<JournalEntry>> LinesAsync(BotService service) => await Book(service).ReadAsync(0, 10_000, Cancel);

    private static List<OutboxRow> Deliveries(IReadOnlyList<JournalEntry> lines) => [.. lines.Select(DeliveryLines.Read).OfType<OutboxRow>()];

    private static async Task VerifyAsync(BotService service)
    {
        var lines = await LinesAsync(service);
        Assert.NotEmpty(lines);
        Assert.Null(JournalChain.FirstFault(null, [.. lines]));
    }

    private static JsonObject All(Digest digest, string shown) => new()
    {
        ["verb"] = ReminderButtons.Acknowledge,
        [ReminderButtons.Digest] = digest.Key,
        [ReminderButtons.Shown] = shown,
    };

    private static JsonObject Decision(long request) => new()
    {
        ["verb"] = ReminderButtons.Decide,
        [ReminderButtons.Request] = request.ToString(System.Globalization.CultureInfo.InvariantCulture),
        [ReminderButtons.Granted] = "yes",
    };

    private static Task<string> PressAsync(DirectLineClient page, string verb, Digest digest, PlannedReminder line, params (string Name, string Value)[] inputs)
    {
        var value = new JsonObject { ["verb"] = verb };
        foreach (var (name, text) in ReminderButtons.DataOf(new ReminderTarget(line.WorkItemId, line.Party, line.Due), digest.Key).Select(d => (d.Name, d.Value)).Concat(inputs))
        {
            value[name] = text;
        }

        return SendAsync(page, value);
    }

    private static async Task<string> SendAsync(DirectLineClient page, JsonObject value)
    {
        var (status, _) = await page.PostAsync(new JsonObject { ["type"] = "message", ["value"] = value });
        Assert.Equal(HttpStatusCode.OK, status);
        return (await page.ReadAsync()).Activities[^1]!.Shown();
    }

    /// <summary>A channel that falls silent, in front of the real one.</summary>
    private sealed class AnOutage
    {
        private volatile bool isDown;

        public bool IsDown
        {
            get => isDown;
            set => isDown = value;
        }

        /// <summary>All that a person reads in what went through last.</summary>
        public string LastShown { get; private set; } = string.Empty;

        public IProactiveSender Before(IProactiveSender channel) => new Sender(this, channel);

        private sealed class Sender(AnOutage outage, IProactiveSender channel) : IProactiveSender
        {
            public Task<string?> SendAsync(ConversationAddress conversation, Activity activity, CancellationToken cancellationToken)
            {
                if (outage.IsDown)
                {
                    throw new HttpRequestException("The channel is silent.");
                }

                outage.LastShown = JsonNode.Parse(ActivityJson.ToUtf8(activity))!.Shown();
                return channel.SendAsync(conversation, activity, cancellationToken);
            }

            public Task UpdateAsync(ConversationAddress conversation, string activityId, Activity activity, CancellationToken cancellationToken) =>
                channel.UpdateAsync(conversation, activityId, activity, cancellationToken);
        }
    }
}
