using System.Diagnostics;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.People;

/// <summary>What is said in a chat about people: who one is, and what became of a code. One class a language.</summary>
internal abstract class PeopleText
{
    private PeopleText()
    {
    }

    public abstract string NobodyVouches { get; }

    public abstract string TooManyTries { get; }

    public abstract string SupervisionOffice { get; }

    /// <summary>The chat stands for somebody now.</summary>
    /// <param name="owner">For whom.</param>
    /// <param name="before">For whom it stood until now; null for nobody.</param>
    public abstract string Bound(string owner, string? before);

    public abstract string Refused(CodeRefusal reason);

    public abstract string You(string name, Role role);

    public abstract string NotListed(string name);

    public abstract string Account(string account);

    public abstract string Of(string unit, bool isHead);

    public abstract string Serves(string official);

    public abstract string ChatStandsFor(string owner);

    /// <summary>Where reminders go: here, elsewhere, or nowhere yet.</summary>
    public abstract string OwnChat(bool? isThisOne);

    public abstract string Deputy(string name);

    public abstract string HandedOver(string name, DateOnly? until);

    public abstract string StandsInFor(IReadOnlyCollection<string> names);

    public abstract string May(IEnumerable<Right> rights);

    public static PeopleText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    private protected abstract string NameOf(Right right);

    // In the order of the enumeration, which goes from everyday matters to rare ones.
    private IEnumerable<string> Names(IEnumerable<Right> rights) => rights.Order().Select(NameOf);

    private sealed class Chinese : PeopleText
    {
        public static readonly Chinese Instance = new();

        public override string NobodyVouches => "这个渠道不能证明您是谁，所以这里只能提问。请在 Teams 中或登录后再试。";

        public override string TooManyTries => "输入的绑定码多次不对，请一小时后再试，或请管理员重新发码。";

        public override string SupervisionOffice => "督查室";

        public override string Bound(string owner, string? before) => $"已绑定：本会话从现在起代表{owner}，它的提醒会发到这里。{(before is null ? string.Empty : $"此前代表{before}。")}";

        public override string Refused(CodeRefusal reason) => reason switch
        {
            CodeRefusal.Unknown => "没有这个绑定码。请核对后再输入一次，或请管理员重新发码。",
            CodeRefusal.Used => "这个绑定码已经用过，每个码只能用一次。请管理员重新发码。",
            CodeRefusal.Expired => "这个绑定码已过期。请管理员重新发码。",
            CodeRefusal.NotAllowed => "只有名录中的联络员、督查和管理员可以绑定会话。请先请管理员把您加入人员名录。",
            CodeRefusal.NotOwn => "这是另一个单位的绑定码，而您不是该单位的联络员。请管理员发您单位的码。",
            _ => throw new UnreachableException(),
        };

        public override string You(string name, Role role) => $"您是{name}，身份：{DirectoryText.In(ReplyLanguage.Chinese).NameOf(role)}。";

        public override string NotListed(string name) => $"{(name.Length > 0 ? $"{name}，" : string.Empty)}您不在人员名录中，按干部对待。需要办理事项的，请管理员把您加入名录。";

        public override string Account(string account) => $"您的账号（填入名录用）：{account}";

        public override string Of(string unit, bool isHead) => $"代表：{unit}{(isHead ? "（单位负责人）" : string.Empty)}";

        public override string Serves(string official) => $"服务的牵头领导：{official}";

        public override string ChatStandsFor(string owner) => $"本会话已绑定：{owner}";

        public override string OwnChat(bool? isThisOne) => isThisOne switch
        {
            true => "发给您本人的提醒：发到本会话。",
            false => "发给您本人的提醒：发到您最近与我单独对话的另一个会话。",
            null => "发给您本人的提醒：还不知道发到哪里，请单独给我发一条消息。",
        };

        public override string Deputy(string name) => $"代理人：{name}";

        public override string HandedOver(string name, DateOnly? until) =>
            $"已交接给：{name}{(until is { } day ? $"，到{DeadlineText.In(ReplyLanguage.Chinese).Day(day)}为止" : "，直到收回")}";

        public override string StandsInFor(IReadOnlyCollection<string> names) => $"代为办理：{string.Join("、", names)}的事项";

        public override string May(IEnumerable<Right> rights) => $"您可以：{string.Join("、", Names(rights))}。";

        private protected override string NameOf(Right right) => right switch
        {
            Right.Ask => "提问",
            Right.AcknowledgeOwn => "签收本单位的任务",
            Right.SnoozeOwn => "推迟提醒",
            Right.ReportOwn => "填报本单位的进展",
            Right.RequestExtension => "申请延期",
            Right.RedeemCode => "用绑定码绑定会话",
            Right.SeeStatus => "查看全部进展",
            Right.SeeInternal => "查看内部事项",
            Right.SetDeadline => "设定期限",
            Right.DecideExtension => "审批延期",
            Right.Chase => "催办",
            Right.Review => "退回填报和销号",
            Right.OverrideLamp => "修正亮灯",
            Right.SeeLedger => "查看台账",
            Right.Export => "导出",
            Right.PreviewReminders => "预览提醒",
            Right.Subscribe => "订阅进展",
            Right.Import => "导入通知和节假日",
            Right.MarkInternal => "标记内部事项",
            Right.KeepDirectory => "维护人员名录",
            Right.BindChats => "发绑定码",
            Right.RetryDelivery => "重发未送达的消息",
            _ => throw new UnreachableException(),
        };
    }

    private sealed class English : PeopleText
    {
        public static readonly English Instance = new();

        public override string NobodyVouches => "This channel cannot prove who you are, so you can only ask here. Please try again in Teams, or after signing in.";

        public override string TooManyTries => "Too many codes were wrong. Please try again in an hour, or ask the administrator for a new code.";

        public override string SupervisionOffice => "the supervision office";

        public override string Bound(string owner, string? before) =>
            $"Bound: from now on this chat stands for {owner}, and its reminders come here.{(before is null ? string.Empty : $" Until now it stood for {before}.")}";

        public override string Refused(CodeRefusal reason) => reason switch
        {
            CodeRefusal.Unknown => "There is no such code. Please check it and type it once more, or ask the administrator for a new one.",
            CodeRefusal.Used => "This code has been used; each works once. Please ask the administrator for a new one.",
            CodeRefusal.Expired => "This code has expired. Please ask the administrator for a new one.",
            CodeRefusal.NotAllowed => "Only liaisons, managers and administrators of the directory may bind chats. Please ask the administrator to put you into the directory first.",
            CodeRefusal.NotOwn => "This is another unit's code, and you are not its liaison. Please ask the administrator for a code of your own unit.",
            _ => throw new UnreachableException(),
        };

        public override string You(string name, Role role) => $"You are {name}, role: {DirectoryText.In(ReplyLanguage.English).NameOf(role)}.";

        public override string NotListed(string name) =>
            $"{(name.Length > 0 ? $"{name}: you" : "You")} are not in the directory and count as staff. If you have more to do than ask, have the administrator put you in.";

        public override string Account(string account) => $"Your account, for the directory: {account}";

        public override string Of(string unit, bool isHead) => $"You speak for: {unit}{(isHead ? ", as its head" : string.Empty)}";

        public override string Serves(string official) => $"Lead official whose office you keep: {official}";

        public override string ChatStandsFor(string owner) => $"This chat is bound to: {owner}";

        public override string OwnChat(bool? isThisOne) => isThisOne switch
        {
            true => "Reminders to you come to this chat.",
            false => "Reminders to you go to another chat, the one in which you last spoke with me alone.",
            null => "It is not known yet where reminders to you should go: please write to me in a chat of our own.",
        };

        public override string Deputy(string name) => $"Deputy: {name}";

        public override string HandedOver(string name, DateOnly? until) =>
            $"Handed over to: {name}, {(until is { } day ? $"until {DeadlineText.In(ReplyLanguage.English).Day(day)}" : "until it is taken back")}";

        public override string StandsInFor(IReadOnlyCollection<string> names) => $"You stand in for: {string.Join(", ", names)}";

        public override string May(IEnumerable<Right> rights) => $"You may {string.Join(", ", Names(rights))}.";

        private protected override string NameOf(Right right) => right switch
        {
            Right.Ask => "ask",
            Right.AcknowledgeOwn => "acknowledge your unit's tasks",
            Right.SnoozeOwn => "snooze reminders",
            Right.ReportOwn => "report your unit's progress",
            Right.RequestExtension => "ask for an extension",
            Right.RedeemCode => "bind a chat by a code",
            Right.SeeStatus => "see the status of everything",
            Right.SeeInternal => "see what is internal",
            Right.SetDeadline => "set deadlines",
            Right.DecideExtension => "decide on extensions",
            Right.Chase => "chase",
            Right.Review => "return reports and close tasks",
            Right.OverrideLamp => "correct lamps",
            Right.SeeLedger => "see the ledger",
            Right.Export => "export",
            Right.PreviewReminders => "preview reminders",
            Right.Subscribe => "subscribe to status cards",
            Right.Import => "import notices and holidays",
            Right.MarkInternal => "mark what is internal",
            Right.KeepDirectory => "keep the directory",
            Right.BindChats => "give out binding codes",
            Right.RetryDelivery => "send again what was not delivered",
            _ => throw new UnreachableException(),
        };
    }
}
