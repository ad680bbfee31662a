using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Core.Tests.Reminders;

/// <summary>What is typed about reminders, and what only looks like it.</summary>
public sealed class TypedReminderTests
{
    [Theory]
    [InlineData("已知悉", ReminderWish.Acknowledge, ReplyLanguage.Chinese, "")]
    [InlineData("签收。", ReminderWish.Acknowledge, ReplyLanguage.Chinese, "")]
    [InlineData("Acknowledge all!", ReminderWish.Acknowledge, ReplyLanguage.English, "")]
    [InlineData("稍後提醒", ReminderWish.Snooze, ReplyLanguage.Chinese, "")]
    [InlineData("snooze", ReminderWish.Snooze, ReplyLanguage.English, "")]
    [InlineData("我的提醒", ReminderWish.Reminders, ReplyLanguage.Chinese, "")]
    [InlineData("My tasks?", ReminderWish.MyTasks, ReplyLanguage.English, "")]
    [InlineData("谁还没签收？", ReminderWish.NotAcknowledged, ReplyLanguage.Chinese, "")]
    [InlineData("who hasn't acknowledged?", ReminderWish.NotAcknowledged, ReplyLanguage.English, "")]
    [InlineData("提醒预览", ReminderWish.Preview, ReplyLanguage.Chinese, "")]
    [InlineData("市水利局本周到期的任务", ReminderWish.DueThisWeek, ReplyLanguage.Chinese, "市水利局")]
    [InlineData("岱山县本周有哪些到期任务？", ReminderWish.DueThisWeek, ReplyLanguage.Chinese, "岱山县")]
    [InlineData("What is due this week for the Water Resources Bureau?", ReminderWish.DueThisWeek, ReplyLanguage.English, "water resources bureau")]
    public void A_wish_is_heard(string text, ReminderWish wish, ReplyLanguage language, string unit) => Assert.Equal(new TypedReminder(wish, language, unit), TypedReminder.Of(NormalizedText.Fold(text)));

    [Theory]
    [InlineData("")]
    [InlineData("签收了吗")]
    [InlineData("本周到期")]
    [InlineData("what is due this week for")]
    [InlineData("市水利局牵头哪些任务")]
    [InlineData("我的任务什么时候到期")]
    public void Other_words_stay_a_question(string text) => Assert.Null(TypedReminder.Of(NormalizedText.Fold(text)));
}
