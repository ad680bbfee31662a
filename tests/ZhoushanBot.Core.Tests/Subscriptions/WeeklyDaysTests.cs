using System.Globalization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Subscriptions;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Tests.Subscriptions;

public sealed class WeeklyDaysTests
{
    private static readonly ChatAddress Chat = new("emulator", "c");
    private static readonly Actor Manager = new("manager", "王督查");

    [Theory]
    [InlineData("2024-11-20", "2024-11-18", "2024-W47", "an ordinary week begins on its Monday")]
    [InlineData("2024-06-12", "2024-06-11", "2024-W24", "the Monday is a holiday")]
    [InlineData("2024-09-16", "2024-09-18", "2024-W38", "Monday and Tuesday are holidays")]
    [InlineData("2024-10-12", "2024-10-08", "2024-W41", "a Saturday that is worked belongs to the week before")]
    [InlineData("2024-10-14", "2024-10-14", "2024-W42", "the Monday behind a Saturday that was worked")]
    [InlineData("2024-02-18", null, "2024-W07", "only the Sunday is worked, so that Monday's follows at once")]
    [InlineData("2024-12-31", "2024-12-30", "2025-W01", "a week of two years")]
    public void A_week_s_status_comes_on_its_first_working_day(string day, string? first, string name, string why)
    {
        Assert.True(WeeklyDays.FirstOf(Day(day), WorkCalendar.Shipped) == (first is null ? null : Day(first)), why);
        Assert.Equal(name, WeeklyDays.NameOf(Day(day)));
    }

    [Theory]
    [InlineData("2024-11-15 10:00", "2024-11-18 08:30", true, "when the hours open")]
    [InlineData("2024-11-15 10:00", "2024-11-18 08:29", false, "not before")]
    [InlineData("2024-11-15 10:00", "2024-11-20 10:00", true, "later in the week, when nobody was there to send it")]
    [InlineData("2024-11-15 10:00", "2024-11-20 18:00", false, "not in the evening")]
    [InlineData("2024-11-18 08:30", "2024-11-18 09:00", false, "whoever subscribes after it was due waits for the next")]
    [InlineData("2024-11-18 08:00", "2024-11-18 08:30", true, "whoever subscribes before it is due gets it")]
    [InlineData("2024-09-13 10:00", "2024-09-16 08:30", false, "not on a holiday")]
    [InlineData("2024-09-13 10:00", "2024-09-14 08:30", false, "not on a Saturday that is worked, for those who came after Monday")]
    [InlineData("2024-09-13 10:00", "2024-09-18 08:30", true, "on the Wednesday behind the holidays")]
    [InlineData("2024-02-08 10:00", "2024-02-18 08:30", false, "not on the Sunday before a Monday")]
    public void It_is_due_once_its_hours_have_opened(string since, string now, bool isDue, string why) =>
        Assert.True(WeeklyDays.IsDue(SubscribedAt(since), Moment(now), SendingHours.Default, WorkCalendar.Shipped) == isDue, why);

    [Theory]
    [InlineData("2024-11-15 10:00", "2024-11-18 08:30")]
    [InlineData("2024-11-18 08:30", "2024-11-25 08:30")]
    [InlineData("2024-02-08 10:00", "2024-02-19 08:30")]
    [InlineData("2024-09-13 10:00", "2024-09-18 08:30")]
    public void The_next_is_told(string now, string next) =>
        Assert.Equal(Moment(next), WeeklyDays.Next(Moment(now), SendingHours.Default, WorkCalendar.Shipped));

    [Theory]
    [InlineData("2024-11-18", "2024-11-11")]
    [InlineData("2024-02-19", "2024-02-05")]
    public void Changes_are_told_from_the_one_before(string day, string before) => Assert.Equal(Day(before), WeeklyDays.Before(Day(day), WorkCalendar.Shipped));

    [Fact]
    public void Another_slice_takes_the_place_of_the_first_and_keeps_its_beginning()
    {
        var own = Subscription.KeyOf(Manager, Chat, isShared: false);
        var area = new StatusQuery(StatusView.AreaFigures) { Area = "岱山县" };
        JournalEntry? last = null;
        var state = SubscriptionState.None;
        Write(own, new SubscriptionEvent.Set(Chat, false, StatusQuery.Everything, ReplyLanguage.Chinese), "2024-11-15 10:00");
        Write(Subscription.KeyOf(Manager, Chat, isShared: true), new SubscriptionEvent.Set(Chat, true, StatusQuery.Everything, ReplyLanguage.English), "2024-11-15 11:00");
        Write(own, new SubscriptionEvent.Set(Chat, false, area, ReplyLanguage.English), "2024-11-19 10:00");

        Assert.Equal(new Subscription(Manager, Chat, false, area, ReplyLanguage.English, Moment("2024-11-15 10:00")), state.Find(own));
        Assert.Equal(2, state.All.Count());

        Write(own, new SubscriptionEvent.Cleared(), "2024-11-20 10:00");
        Assert.Null(state.Find(own));
        Assert.True(Assert.Single(state.All).IsShared);

        void Write(string key, SubscriptionEvent happened, string at)
        {
            last = JournalChain.Next(last, Manager, Moment(at), SubscriptionJournal.Write(key, happened));
            state = state.With(last);
        }
    }

    [Fact]
    public void The_line_of_the_journal_keeps_its_shape()
    {
        var line = SubscriptionJournal.Write("account:manager", new SubscriptionEvent.Set(Chat, false, new StatusQuery(StatusView.Tasks) { Unit = "市水利局" }, ReplyLanguage.Chinese));

        Assert.Equal(
            new JournalEvent(
                "subscription.set", "account:manager", """{"channelId":"emulator","conversationId":"c","isShared":false,"query":"Tasks||市水利局|||||||0|0","language":"zh"}"""),
            line);
        Assert.Throws<System.Text.Json.JsonException>(() => SubscriptionJournal.Read(line with { Json = """{"channelId":"x"}""" }));
    }

    private static Subscription SubscribedAt(string since) => new(Manager, Chat, false, StatusQuery.Everything, ReplyLanguage.Chinese, Moment(since));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
