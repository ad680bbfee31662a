using System.Diagnostics;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Subscriptions;

/// <summary>What is said about subscriptions.</summary>
internal abstract class SubscriptionText
{
    private static readonly SubscriptionText Chinese = new ChineseSubscriptionText();
    private static readonly SubscriptionText English = new EnglishSubscriptionText();

    /// <summary>The words in a language.</summary>
    public static SubscriptionText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>The role does not allow it.</summary>
    public abstract string NotAllowed { get; }

    /// <summary>A button that can no longer be read.</summary>
    public abstract string StaleButton { get; }

    /// <summary>The slice is not known.</summary>
    public abstract string UnknownSlice(string typed);

    /// <summary>It was subscribed to.</summary>
    public abstract string Subscribed { get; }

    /// <summary>It was subscribed to instead of another slice.</summary>
    public abstract string Changed { get; }

    /// <summary>It is subscribed to already.</summary>
    public abstract string IsSubscribed { get; }

    /// <summary>It was given up.</summary>
    public abstract string Unsubscribed { get; }

    /// <summary>There was none.</summary>
    public abstract string NoneHere { get; }

    /// <summary>Heading of one's subscriptions.</summary>
    public abstract string Mine(int count);

    /// <summary>How one subscribes.</summary>
    public abstract string How { get; }

    /// <summary>When the next comes.</summary>
    public abstract string Next(string day);

    /// <summary>It comes to the person's own chat.</summary>
    public abstract string Own { get; }

    /// <summary>It comes to a chat that others read, without internal matters.</summary>
    public abstract string Shared { get; }

    /// <summary>Since when it comes.</summary>
    public abstract string Since(string day);
}

/// <summary>Chinese.</summary>
internal sealed class ChineseSubscriptionText : SubscriptionText
{
    public override string NotAllowed => "周报向市领导和督查室开放订阅。如需订阅，请联系管理员在人员名单里设置身份。";

    public override string StaleButton => "这个按钮已失效，请重新提问。";

    public override string UnknownSlice(string typed) => $"没有找到“{typed}”。可以说明单位、县区、牵头领导或清单，例如：订阅某单位周报；只发“订阅周报”则为全市。";

    public override string Subscribed => "已订阅周报。";

    public override string Changed => "周报内容已更改，每周仍只发一条。";

    public override string IsSubscribed => "已经订阅了这份周报。";

    public override string Unsubscribed => "已退订周报，不再发送。";

    public override string NoneHere => "这里没有订阅周报。";

    public override string Mine(int count) => count == 0 ? "您没有订阅周报" : $"您订阅的周报（{count} 份）";

    public override string How => "发“订阅周报”订阅全市周报，加上单位、县区、领导或清单则只看一部分；发“退订周报”退订。每周第一个工作日的发送时段送达。";

    public override string Next(string day) => $"下一份将在{day}送达。";

    public override string Own => "发到您本人的会话";

    public override string Shared => "发到本群，不含内部事项";

    public override string Since(string day) => $"自{day}起";
}

/// <summary>English.</summary>
internal sealed class EnglishSubscriptionText : SubscriptionText
{
    public override string NotAllowed => "The weekly status is for city leaders and the supervision office. To get it, ask an administrator for that role in the list of people.";

    public override string StaleButton => "This button is no longer valid. Please ask again.";

    public override string UnknownSlice(string typed) =>
        $"\"{typed}\" was not found. Name a unit, an area, a lead official or a list, such as: subscribe to the weekly status of UNIT. \"Subscribe weekly\" alone is for the whole city.";

    public override string Subscribed => "Subscribed to the weekly status.";

    public override string Changed => "The weekly status will show this instead; there is still one a week.";

    public override string IsSubscribed => "This is subscribed to already.";

    public override string Unsubscribed => "Unsubscribed; no weekly status will come any more.";

    public override string NoneHere => "No weekly status is subscribed to here.";

    public override string Mine(int count) => count switch { 0 => "You have no subscriptions", 1 => "Your subscription", _ => $"Your {count} subscriptions" };

    public override string How =>
        "Type \"subscribe weekly\" for the whole city, or \"subscribe to the weekly status of …\" with a unit, an area, an official or a list; \"unsubscribe\" ends it. It comes on the first working day of the week, in the sending hours.";

    public override string Next(string day) => $"The next comes on {day}.";

    public override string Own => "to your own chat";

    public override string Shared => "to this chat, without internal matters";

    public override string Since(string day) => $"since {day}";
}
