using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;
using ZhoushanBot.Office;
using ZhoushanBot.Subscriptions;
using ZhoushanBot.Tests.Reporting;

namespace ZhoushanBot.Tests.Subscriptions;

/// <summary>A weekly status, from the wish to the card, through the real service and its outbox.</summary>
public sealed class WeeklyStatusTests : IDisposable
{
    private readonly ScratchFolder data = new();
    private readonly FakeTimeProvider time = new();
    private readonly RecordingSender sender = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("2024-10-20", "2024-10-21", "2024-W43", "an ordinary Monday")]
    [InlineData("2024-09-13", "2024-09-18", "2024-W38", "two holidays, and a Saturday before that is worked")]
    [InlineData("2024-10-11", "2024-10-14", "2024-W42", "behind a Saturday that is worked")]
    public async Task It_comes_by_itself_when_the_week_s_first_hours_open_and_only_then(string from, string on, string week, string why)
    {
        await using var office = await OnAsync(from);
        Assert.Contains("已订阅周报", await office.SayAsync("订阅周报", AnOffice.Manager), StringComparison.Ordinal);

        await AdvanceToAsync(office, on, "08:29");
        Assert.Empty(await WeekliesAsync(office, OutboxStage.Sent));
        var (to, card) = await NextAsync(office);

        Assert.Equal("c-" + AnOffice.Manager, to.ConversationId);
        Assert.Contains("周报 · 工作进展总览", card, StringComparison.Ordinal);
        Assert.Contains("以来", card, StringComparison.Ordinal);
        Assert.True($"status.weekly:{week}:account:{AnOffice.Manager}" == Assert.Single(await UntilSettledAsync(office, 1)).Message.Key, why);
    }

    [Fact]
    public async Task It_comes_once_a_week_and_weeks_that_were_missed_are_one()
    {
        await using (var office = await OnAsync("2024-10-20"))
        {
            await office.SayAsync("subscribe weekly", AnOffice.Manager);
            await AdvanceToAsync(office, "2024-10-21", "08:31");
            await NextAsync(office);
            await UntilSettledAsync(office, 1);
        }

        // The same week again, and then two weeks later on a Wednesday, as after a long outage.
        await using (var again = Started("2024-10-22"))
        {
            await PlannedAsync(again);
            Assert.Single(await WeekliesAsync(again, OutboxStage.Sent));
            Assert.Empty(await WeekliesAsync(again, OutboxStage.Due));
        }

        await using var later = Started("2024-11-06");
        var (_, card) = await NextAsync(later);

        Assert.Contains("This week · Progress at a glance", card, StringComparison.Ordinal);
        Assert.Equal(["2024-W43", "2024-W45"], (await UntilSettledAsync(later, 2)).Select(row => row.Message.Key.Split(':')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_no_longer_wanted_or_allowed_is_not_sent()
    {
        await using var office = await OnAsync("2024-10-21");
        await office.SayAsync("订阅周报", AnOffice.Manager);
        await office.SayAsync("订阅周报", AnOffice.OtherManager);
        var (own, other) = (RowOf(office, AnOffice.Manager, "2024-W43"), RowOf(office, AnOffice.OtherManager, "2024-W43"));
        Assert.NotNull(await MakeAsync(office, own));
        Assert.NotNull(await MakeAsync(office, other));

        await office.SayAsync("退订周报", AnOffice.Manager);
        await ImportAsync(office, new Person(AnOffice.OtherManager, "赵督查", Role.Staff, null, null, null, false));

        Assert.Null(await MakeAsync(office, own));
        Assert.Null(await MakeAsync(office, other));
        var lines = await office.Services.GetRequiredService<OfficeBook>().ReadAsync(0, 10_000, Cancel);
        Assert.Equal(
            [(AnOffice.Manager, "subscription.set"), (AnOffice.OtherManager, "subscription.set"), (AnOffice.Manager, "subscription.cleared")],
            lines.Where(l => l.Event.Kind.StartsWith("subscription.", StringComparison.Ordinal)).Select(l => (l.By.AccountId, l.Event.Kind)));
    }

    [Fact]
    public async Task One_that_an_outage_kept_beyond_its_week_and_one_of_a_closed_year_say_nothing()
    {
        await using (var office = await OnAsync("2024-12-23"))
        {
            await office.SayAsync("订阅周报", AnOffice.Manager);
            Assert.NotNull(await MakeAsync(office, RowOf(office, AnOffice.Manager, "2024-W52")));
            Assert.Null(await MakeAsync(office, RowOf(office, AnOffice.Manager, "2024-W51")));
        }

        await using var later = Started("2025-01-06");
        await later.SayAsync("全市进展", AnOffice.Manager);
        Assert.Null(await MakeAsync(later, RowOf(later, AnOffice.Manager, "2025-W02")));
    }

    [Fact]
    public async Task Where_others_read_along_internal_tasks_are_not_counted()
    {
        await using var office = await OnAsync("2024-10-21");
        var book = office.Services.GetRequiredService<OfficeBook>();
        var task = office.Services.GetRequiredService<OfficeView>().Notices(seesInternal: true).Index.Items[0].Item;
        var marked = (InternalOutcome.Done)book.Current.Internal.Mark(task.Id, "未公开");
        await book.AppendAsync(new Actor(AnOffice.Administrator, "管理员"), time.GetUtcNow(), [marked.Line], Cancel);
        await office.SayAsync("订阅周报", AnOffice.Manager);
        await SayInGroupAsync(office, "订阅周报");

        var own = await MakeAsync(office, RowOf(office, AnOffice.Manager, "2024-W43"));
        var group = await MakeAsync(office, RowOf(office, AnOffice.Manager, "2024-W43", "group"));

        Assert.Contains("169 项", ShownOf(own!), StringComparison.Ordinal);
        Assert.Contains("168 项", ShownOf(group!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("订阅市水利局周报", "市水利局")]
    [InlineData("请订阅岱山县的每周进展", "岱山县")]
    [InlineData("subscribe to the weekly status of Daishan", "Daishan")]
    [InlineData("subscribe weekly", "Progress at a glance")]
    public async Task A_slice_is_read_as_in_a_question_and_listed(string wish, string title)
    {
        await using var office = await OnAsync("2024-10-21");

        var done = await office.SayAsync(wish, AnOffice.Manager);
        var listed = await office.SayAsync(wish.StartsWith('s') ? "my subscriptions" : "我的订阅", AnOffice.Manager);

        Assert.Contains(title, done, StringComparison.Ordinal);
        Assert.Contains(title, listed, StringComparison.Ordinal);
        Assert.Contains(wish.StartsWith('s') ? "28 October" : "10月28日", listed, StringComparison.Ordinal);
        var card = ShownOf((await MakeAsync(office, RowOf(office, AnOffice.Manager, "2024-W43")))!);
        Assert.Contains(title, card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_subscribed_to_and_given_up_by_buttons_and_only_by_those_who_may()
    {
        await using var office = await OnAsync("2024-10-21");
        var overview = await office.AskAsync("全市进展", "c-" + AnOffice.Manager, AnOffice.Manager, Cancel);
        var subscribe = AnOffice.ButtonOf(overview, "订阅周报");

        var done = await office.PressAsync(subscribe, AnOffice.Manager);
        var again = await office.PressAsync(subscribe, AnOffice.Manager);
        var administrator = await office.PressAsync(subscribe, AnOffice.Administrator);
        var staff = await office.SayAsync("订阅周报", AnOffice.Staff);
        var unknown = await office.SayAsync("订阅火星局周报", AnOffice.Manager);
        var over = await office.PressAsync(AnOffice.ButtonOf(done, "退订周报"), AnOffice.Manager);
        var none = await office.SayAsync("unsubscribe", AnOffice.Manager);

        Assert.Contains("已订阅周报", AnOffice.TextOf(done), StringComparison.Ordinal);
        Assert.Contains("已经订阅了", AnOffice.TextOf(again), StringComparison.Ordinal);
        Assert.Contains("向市领导和督查室开放", AnOffice.TextOf(administrator), StringComparison.Ordinal);
        Assert.Contains("向市领导和督查室开放", staff, StringComparison.Ordinal);
        Assert.Contains("没有找到“火星局”", unknown, StringComparison.Ordinal);
        Assert.Contains("已退订", AnOffice.TextOf(over), StringComparison.Ordinal);
        Assert.Contains("No weekly status is subscribed to here", none, StringComparison.Ordinal);
        Assert.False(AnOffice.HasButton(await office.AskAsync("全市进展", "c-" + AnOffice.Administrator, AnOffice.Administrator, Cancel), "订阅周报"));
    }

    private Task<BotService> OnAsync(string day) => AnOffice.OnAsync(day, service => Equipped(service));

    private BotService Started(string day)
    {
        var service = Equipped(new BotService().With("Clock:AsOf", day));
        _ = service.Services;
        return service;
    }

    private BotService Equipped(BotService service) => service.KeptIn(data).With(services =>
    {
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IProactiveSender>(sender);
    });

    private async Task AdvanceToAsync(BotService office, string day, string minute)
    {
        await PlannedAsync(office);
        var wanted = new DateTimeOffset(DateTime.ParseExact($"{day} {minute}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
        time.Advance(wanted - office.Services.GetRequiredService<OfficeClock>().Now);
    }

    // A line that changes nothing has every planner look again.
    private static Task<ImmutableArray<JournalEntry>> PlannedAsync(BotService office) =>
        office.Services.GetRequiredService<OfficeBook>().AppendAsync(Actor.Service, DateTimeOffset.UnixEpoch, [new JournalEvent("test.nothing", "x", "{}")], Cancel);

    private async Task<(ConversationAddress To, string Shown)> NextAsync(BotService office)
    {
        for (var round = 0; round < 30; round++)
        {
            while (sender.Sent.TryRead(out var sent))
            {
                if (ShownOf(sent.Activity) is var shown && (shown.Contains("周报", StringComparison.Ordinal) || shown.Contains("This week", StringComparison.Ordinal)))
                {
                    return (sent.To, shown);
                }
            }

            // A timer that was set while the clock was being moved waits for a minute more of it.
            try
            {
                await sender.Sent.WaitToReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(1), Cancel);
            }
            catch (TimeoutException)
            {
                time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        var rows = new List<string>();
        foreach (var stage in Enum.GetValues<OutboxStage>())
        {
            rows.AddRange((await office.Services.GetRequiredService<IOutbox>().ListAsync(stage, 100, Cancel)).Rows.Select(row => $"{row.Message.Key} {row.State}"));
        }

        throw new Xunit.Sdk.XunitException($"No weekly status was sent by {office.Services.GetRequiredService<OfficeClock>().Now:O}:\n{string.Join('\n', rows)}");
    }

    private static async Task<IReadOnlyList<OutboxRow>> WeekliesAsync(BotService office, OutboxStage stage) =>
        [.. (await office.Services.GetRequiredService<IOutbox>().ListAsync(stage, 1_000, Cancel)).Rows.Where(row => row.Message.Kind == WeeklyContent.KindName)];

    private async Task<IReadOnlyList<OutboxRow>> UntilSettledAsync(BotService office, int count)
    {
        for (var round = 0; round < 30; round++)
        {
            var changed = office.Services.GetRequiredService<OfficeBook>().Changed;
            if (await WeekliesAsync(office, OutboxStage.Sent) is var sent && sent.Count >= count)
            {
                return sent;
            }

            try
            {
                await changed.WaitAsync(TimeSpan.FromSeconds(1), Cancel);
            }
            catch (TimeoutException)
            {
                time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        throw new Xunit.Sdk.XunitException($"Not {count} weekly statuses were sent.");
    }

    private static OutboxRow RowOf(BotService office, string user, string week, string? group = null)
    {
        var key = group is null ? $"account:{user}" : $"chat:emulator:{group}";
        Assert.NotNull(office.Services.GetRequiredService<OfficeBook>().Current.Subscriptions.Find(key));
        var message = new OutboxMessage("k", new OutboxRecipient("emulator", group ?? $"c-{user}", user, user), WeeklyContent.KindName, $$"""{"subscription":"{{key}}","week":"{{week}}"}""", DateTimeOffset.UnixEpoch);
        return new OutboxRow(message, new OutboxState.Sending(DateTimeOffset.UnixEpoch), 1, false);
    }

    private static async Task<Activity?> MakeAsync(BotService office, OutboxRow row)
    {
        var content = office.Services.GetServices<IOutboxContent>().Single(c => c.Kind == WeeklyContent.KindName);
        return await content.MakeAsync(row, Cancel);
    }

    private static string ShownOf(Activity activity) => AnOffice.TextOf(JsonNode.Parse(ActivityJson.ToUtf8(activity))!);

    private static async Task SayInGroupAsync(BotService office, string text)
    {
        var message = BotService.Message(text, "group", AnOffice.Manager);
        message["conversation"]!["isGroup"] = true;
        using var response = await office.PostAsync(message, Cancel);
        response.EnsureSuccessStatusCode();
    }

    private Task<ImmutableArray<JournalEntry>> ImportAsync(BotService office, params Person[] people)
    {
        var imported = PeopleEventJson.Write(new PeopleEvent.Imported([.. people]));
        return office.Services.GetRequiredService<OfficeBook>().AppendAsync(
            Actor.CommandLine, time.GetUtcNow(), [new JournalEvent(imported.Kind, imported.Subject, imported.Json)], Cancel);
    }

    private sealed class RecordingSender : IProactiveSender
    {
        private readonly Channel<(ConversationAddress To, Activity Activity)> sent = Channel.CreateUnbounded<(ConversationAddress, Activity)>();

        public ChannelReader<(ConversationAddress To, Activity Activity)> Sent => sent.Reader;

        public async Task<string?> SendAsync(ConversationAddress conversation, Activity activity, CancellationToken cancellationToken)
        {
            await sent.Writer.WriteAsync((conversation, activity), cancellationToken);
            return "1";
        }

        public Task UpdateAsync(ConversationAddress conversation, string activityId, Activity activity, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
