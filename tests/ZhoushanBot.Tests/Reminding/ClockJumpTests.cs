using System.Collections.Immutable;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Reminding;

namespace ZhoushanBot.Tests.Reminding;

/// <summary>Clocks are set, machines sleep, and hosts stand in other zones: nothing comes twice, nothing is lost, and nothing comes at night.</summary>
public sealed class ClockJumpTests
{
    private static readonly string Own = TeamsOffice.OwnChat(TeamsOffice.Liaison);
    private static readonly string Other = TeamsOffice.OwnChat(TeamsOffice.Stranger);

    public static TheoryData<string> Zones => ["UTC", "America/New_York", "Pacific/Auckland"];

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task An_hour_back_brings_nothing_twice(string zone)
    {
        await using var office = await StartAsync(zone);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var first = await DigestAsync(office, 1);

        office.Time.AdjustTime(office.Time.GetUtcNow() - TimeSpan.FromHours(1));
        await ChaseAsync(office, first.Lines[0]);
        for (var minute = 0; minute < 65; minute++)
        {
            office.Time.Advance(TimeSpan.FromMinutes(1));
        }

        office.Time.SetUtcNow(TeamsOffice.Opening.AddDays(1).AddSeconds(10));
        var second = await DigestAsync(office, 2);

        Assert.Equal([first.Lines[0].WorkItemId], second.Lines.Where(l => l.Occasion.Kind == OccasionKind.Chase).Select(l => l.WorkItemId));
        await JudgeAsync(office);
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task A_week_forward_is_one_message_of_what_is_due_by_then(string zone)
    {
        await using var office = await StartAsync(zone);
        var task = Duties.OpenOn(office.Plan(), new DateOnly(2024, 11, 20)).First(d => d.Party.Organization == TeamsOffice.Unit && d.Milestone is null);
        await office.HappensAsync(ReminderJournal.Write(task.Item.Id, new ReminderEvent.Chased(task.Party.Organization, task.Party.Area)));

        office.Time.SetUtcNow(TeamsOffice.Opening.AddDays(7).AddHours(2));
        var first = await DigestAsync(office, 1);

        Assert.Equal(new DateOnly(2024, 11, 27), first.On);
        Assert.Contains(first.Lines, l => l.Occasion.Kind == OccasionKind.Chase && l.WorkItemId == task.Item.Id);
        Assert.Equal(first.Lines.Length, first.Lines.DistinctBy(l => (l.WorkItemId, l.Party, l.MilestoneId)).Count());
        await ChaseAsync(office, first.Lines[^1]);
        office.Time.SetUtcNow(TeamsOffice.Opening.AddDays(8).AddSeconds(10));
        await DigestAsync(office, 2);
        await JudgeAsync(office);
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task What_fails_before_the_hours_close_goes_out_when_they_open_and_not_over_night(string zone)
    {
        await using var office = await StartAsync(zone);
        office.Time.SetUtcNow(TeamsOffice.Opening.AddHours(9) - TimeSpan.FromSeconds(30));
        office.Teams.Connector.Answer = (call, _) => call.Target.StartsWith(TeamsOffice.PathOf(Other), StringComparison.Ordinal) && call.Body.Contains("reminder.refresh", StringComparison.Ordinal)
            ? (500, "")
            : null;
        await office.MeetAsync(TeamsOffice.Stranger);
        await office.UntilAsync(async () => (await office.RowsAsync(DigestContent.KindName, Other, OutboxStage.Failed)).Count > 0, "a failure");

        office.Teams.Connector.Answer = (_, _) => null;
        foreach (var hours in new[] { 9.5, 15.6, 23.9 })
        {
            office.Time.SetUtcNow(TeamsOffice.Opening.AddHours(hours));
            office.Time.Advance(TimeSpan.FromMinutes(1));
        }

        office.Time.SetUtcNow(TeamsOffice.Opening.AddDays(1).AddSeconds(10));
        var sent = Assert.Single(await office.SentAsync(DigestContent.KindName, 1, Other));

        Assert.True(((OutboxState.Sent)sent.State).At >= TeamsOffice.Opening.AddDays(1));
        await JudgeAsync(office);
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Restarted_at_the_moment_that_is_due_and_right_behind_it_each_reminder_comes_once(string zone)
    {
        await using var office = await StartAsync(zone);
        office.Time.SetUtcNow(TeamsOffice.Opening - TimeSpan.FromSeconds(1));
        await office.RestartAsync();
        office.Time.SetUtcNow(TeamsOffice.Opening);
        var first = await DigestAsync(office, 1);
        await office.RestartAsync();

        await ChaseAsync(office, first.Lines[0]);
        office.Time.SetUtcNow(TeamsOffice.Opening.AddDays(1));
        await office.RestartAsync();
        await DigestAsync(office, 2);

        await JudgeAsync(office);
    }

    private static async Task<TeamsOffice> StartAsync(string zone)
    {
        var office = await TeamsOffice.StartAsync();
        office.Time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
        await office.MeetAsync(TeamsOffice.Liaison);
        return office;
    }

    /// <summary>The digest that came as the so-manieth to the liaison.</summary>
    private static async Task<Digest> DigestAsync(TeamsOffice office, int count)
    {
        var sent = await office.SentAsync(DigestContent.KindName, count, Own);
        Assert.Equal(count, sent.Count);
        return office.Book.Current.Reminders.DigestOf(sent[^1].Message.Key)!;
    }

    private static Task ChaseAsync(TeamsOffice office, PlannedReminder line) =>
        office.HappensAsync(ReminderJournal.Write(line.WorkItemId, new ReminderEvent.Chased(line.Party.Organization, line.Party.Area)));

    /// <summary>No double, no loss, none outside the hours.</summary>
    private static async Task JudgeAsync(TeamsOffice office)
    {
        var input = office.Plan();
        var sent = await office.RowsAsync(DigestContent.KindName, null, OutboxStage.Sent);
        ImmutableArray<Digest> digests = [.. sent.Select(row => office.Book.Current.Reminders.DigestOf(row.Message.Key)!)];
        Assert.All(sent, row => Assert.True(input.Settings.SendingHours.Allow(((OutboxState.Sent)row.State).At, input.Calendar)));
        Assert.Equal(digests.Length, digests.DistinctBy(d => (d.To.Chat, d.On)).Count());
        var keys = digests.SelectMany(d => d.Lines).Select(l => l.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());

        // A call that was under way while the clock was moved may have run out of time and arrived all the same; such a one is marked.
        var taken = office.Teams.Connector.Taken.Count(call => call.Method == "POST" && call.Body.Contains("reminder.refresh", StringComparison.Ordinal));
        var unknown = (await office.RowsAsync(DigestContent.KindName, null, OutboxStage.Failed)).Count(row => row.MayRepeat);
        Assert.InRange(taken, sent.Count, sent.Count + unknown);

        // Of all chats that can be written to, none has anything left that was due by now.
        Assert.Empty(new ReminderPlanner(input).Plan(office.Time.GetUtcNow()).Digests);
    }
}
