using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Reminding;

/// <summary>What the bot says about reminders besides their cards.</summary>
internal abstract class RemindingText
{
    private static readonly RemindingText Chinese = new ChineseRemindingText();
    private static readonly RemindingText English = new EnglishRemindingText();

    public static RemindingText In(ReplyLanguage language) => language == ReplyLanguage.English ? English : Chinese;

    /// <summary>The channel does not vouch for the account.</summary>
    public abstract string NobodyVouches { get; }

    /// <summary>A button whose data names nothing that there is: forged, or of another chat.</summary>
    public abstract string NoSuchReminder { get; }

    /// <summary>Nothing was sent to this chat that could be acknowledged or put off.</summary>
    public abstract string NothingHere { get; }

    public abstract string DayNotUnderstood { get; }

    public abstract string ChoiceNotUnderstood { get; }

    public abstract string NotAllowed { get; }

    public abstract string NoUnit(string name);

    public abstract string NoDuty { get; }

    public abstract string Done { get; }

    public abstract string Unreachable(string name, string channel, string reason);
}

internal sealed class ChineseRemindingText : RemindingText
{
    public override string NobodyVouches => "无法确认您的身份，因此不能办理。请在 Teams 或登录后的网页中操作。";

    public override string NoSuchReminder => "没有这条提醒，或者它不属于本会话。未作任何更改。";

    public override string NothingHere => "本会话还没有收到提醒。";

    public override string DayNotUnderstood => "请选择日期，如 2024-12-20。";

    public override string ChoiceNotUnderstood => "请选择多久以后再提醒。";

    public override string NotAllowed => "您没有这项权限。如有需要，请联系管理员。";

    public override string NoDuty => "名录中没有您负责的单位或区域，因此没有您的任务。如有误，请联系管理员。";

    public override string Done => "已办理。";

    public override string NoUnit(string name) => $"通知中没有名为“{name}”的单位或区域。";

    public override string Unreachable(string name, string channel, string reason) =>
        $"提醒未能送达：{name}（{channel}，{reason}）。对方再次发言后自动恢复；在此之前，提醒改送代理人或督查室。";
}

internal sealed class EnglishRemindingText : RemindingText
{
    public override string NobodyVouches => "Nobody vouches for who you are here, so nothing was done. Use Teams, or sign in on the page.";

    public override string NoSuchReminder => "There is no such reminder, or it is not this chat's. Nothing was changed.";

    public override string NothingHere => "This chat has had no reminder yet.";

    public override string DayNotUnderstood => "Please pick a day, such as 2024-12-20.";

    public override string ChoiceNotUnderstood => "Please choose how much later.";

    public override string NotAllowed => "You may not do that. Ask the administrator if you need to.";

    public override string NoDuty => "The directory lists no unit or area that you speak for, so no tasks are yours. Ask the administrator if that is wrong.";

    public override string Done => "Done.";

    public override string NoUnit(string name) => $"The notices name no unit or area “{name}”.";

    public override string Unreachable(string name, string channel, string reason) =>
        $"A reminder could not be delivered: {name} ({channel}, {reason}). It resumes when they speak again; until then reminders go to the deputy or the supervision office.";
}
