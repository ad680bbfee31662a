using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.People;

/// <summary>What is said in a chat about people: who one is, and what became of a code. One class a language.</summary>
internal abstract class PeopleText
{
    private PeopleText()
    {
    }

    public abstract string NobodyVouches { get; }

    public abstract string TooManyTries { get; }

    public abstract string MayNotIssue { get; }

    public abstract string NotBeforeOthers { get; }

    public abstract string MayNotSeeMissing { get; }

    public abstract string NobodyMissing { get; }

    public abstract string SupervisionOffice { get; }

    public abstract string MayNotBind { get; }

    /// <summary>Whoever would hand over is not in the directory.</summary>
    public abstract string NothingToHandOver { get; }

    public abstract string NothingHandedOver { get; }

    public abstract string ToOneself { get; }

    public abstract string TakenBack { get; }

    public abstract string Missing(IReadOnlyCollection<string> units);

    public abstract string UnknownUnit(string name, string? nearest);

    /// <summary>A code, whom it binds a chat to, and until when.</summary>
    public abstract string Issued(string code, string owner, DateTimeOffset until);

    /// <summary>The chat stands for somebody now.</summary>
    /// <param name="owner">For whom.</param>
    /// <param name="before">For whom it stood until now; null for nobody.</param>
    public abstract string Bound(string owner, string? before);

    /// <summary>A chat other than this one stands for somebody now.</summary>
    public abstract string BoundOther(string chat, string owner);

    public abstract string UnknownChat(string chat);

    /// <summary>What comes for whoever asked goes to another.</summary>
    public abstract string Moved(string taker, DateOnly? until);

    public abstract string NotOnePerson(string who, IReadOnlyCollection<Person> found);

    public abstract string NoDay(string typed);

    public abstract string Past(DateOnly day);

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

    private static string Minute(DateTimeOffset at) => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    // In the order of the enumeration, which goes from everyday matters to rare ones.
    private IEnumerable<string> Names(IEnumerable<Right> rights) => rights.Order().Select(NameOf);

    private sealed class Chinese : PeopleText
    {
        public static readonly Chinese Instance = new();

        public override string NobodyVouches => "这个渠道不能证明您是谁，所以这里只能提问。请在 Teams 中或登录后再试。";

        public override string TooManyTries => "输入的绑定码多次不对，请一小时后再试，或请管理员重新发码。";

        public override string MayNotIssue => "只有管理员可以发绑定码。需要绑定会话的，请联系管理员。";

        public override string NotBeforeOthers => "绑定码只能在单独对话中发，以免被他人看到。请单独给我发消息。";

        public override string MayNotSeeMissing => "只有管理员可以查看对接情况。";

        public override string MayNotBind => "只有管理员可以不用绑定码绑定会话。请联系管理员，或输入绑定码。";

        public override string NothingToHandOver => "您不在人员名录中，没有可移交的事项。如有误，请联系管理员。";

        public override string NothingHandedOver => "您没有移交过事项，无需收回。";

        public override string ToOneself => "不能移交给本人。";

        public override string TakenBack => "已收回：发给您的事项从现在起仍发给您本人。";

        public override string NobodyMissing => "每个牵头单位都有联络员或已绑定的会话。";

        public override string SupervisionOffice => "督查室";

        public override string Missing(IReadOnlyCollection<string> units) => $"以下 {units.Count} 个牵头单位无人对接，其提醒将发给督查室：\n{string.Join("、", units)}";

        public override string UnknownUnit(string name, string? nearest) =>
            $"通知中没有“{name}”。{(nearest is null ? "请按通知中的名称填写单位、区域或牵头领导，或填“督查室”。" : $"是否为“{nearest}”？")}";

        public override string Issued(string code, string owner, DateTimeOffset until) =>
            $"{code}\n供{owner}使用一次，{Minute(until)} 前有效。请联络员在要绑定的会话中输入：绑定 {code}";

        public override string Bound(string owner, string? before) => $"已绑定：本会话从现在起代表{owner}，它的提醒会发到这里。{(before is null ? string.Empty : $"此前代表{before}。")}";

        public override string BoundOther(string chat, string owner) => $"已绑定：会话 {chat} 从现在起代表{owner}，它的提醒会发到那里。";

        public override string UnknownChat(string chat) => $"我没有见过会话“{chat}”，无法向它发送。请先把我加入该会话，并在其中对我说一句话；也可以直接在该会话中输入：绑定会话 单位名称";

        public override string Moved(string taker, DateOnly? until) =>
            $"已移交：发给您的事项{(until is { } day ? $"到{DeadlineText.In(ReplyLanguage.Chinese).Day(day)}为止" : string.Empty)}转给{taker}，对方可代为办理。输入“收回”可随时收回。";

        public override string NotOnePerson(string who, IReadOnlyCollection<Person> found) => found.Count == 0
            ? $"名录中没有“{who}”。请填写名录中的姓名或账号。"
            : $"名录中有 {found.Count} 位“{who}”，请改用账号：{string.Join("、", found.Select(p => p.AccountId))}";

        public override string NoDay(string typed) => $"“{typed}”不是日期，应如 2024-11-30。未作任何更改。";

        public override string Past(DateOnly day) => $"{DeadlineText.In(ReplyLanguage.Chinese).Day(day)}已过。未作任何更改。";

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

        public override string MayNotIssue => "Only administrators may give out codes. To have a chat bound, please ask the administrator.";

        public override string NotBeforeOthers => "Codes are given out in a chat of our own only, where nobody else sees them. Please write to me there.";

        public override string MayNotSeeMissing => "Only administrators may see which units are bound.";

        public override string MayNotBind => "Only administrators may bind a chat without a code. Please ask the administrator, or type a code.";

        public override string NothingToHandOver => "You are not in the directory, so there is nothing of yours to hand over. Ask the administrator if that is wrong.";

        public override string NothingHandedOver => "You have handed nothing over, so there is nothing to take back.";

        public override string ToOneself => "Nobody can hand over to themselves.";

        public override string TakenBack => "Taken back: what comes for you comes to you again from now on.";

        public override string NobodyMissing => "Every lead unit has a liaison or a bound chat.";

        public override string SupervisionOffice => "the supervision office";

        public override string Missing(IReadOnlyCollection<string> units) =>
            $"Nobody speaks for {units.Count} of the lead units; their reminders go to the supervision office:\n{string.Join(", ", units)}";

        public override string UnknownUnit(string name, string? nearest) =>
            $"No notice names “{name}”. {(nearest is null ? "Name a unit, an area or a lead official as the notice does, or “supervision office”." : $"Did you mean “{nearest}”?")}";

        public override string Issued(string code, string owner, DateTimeOffset until) =>
            $"{code}\nFor {owner}, to be used once before {Minute(until)} (Asia/Shanghai). The liaison types in the chat that is to be bound: code {code}";

        public override string Bound(string owner, string? before) =>
            $"Bound: from now on this chat stands for {owner}, and its reminders come here.{(before is null ? string.Empty : $" Until now it stood for {before}.")}";

        public override string BoundOther(string chat, string owner) => $"Bound: from now on the chat {chat} stands for {owner}, and its reminders go there.";

        public override string UnknownChat(string chat) =>
            $"I have heard of no chat “{chat}” and could send nothing there. Add me to it and say something to me there first, or type in that chat itself: bind this chat to UNIT";

        public override string Moved(string taker, DateOnly? until) =>
            $"Handed over: what comes for you goes to {taker}{(until is { } day ? $" until {DeadlineText.In(ReplyLanguage.English).Day(day)}" : string.Empty)}, who may act for you. "
            + "Type “take back” to have it back at any time.";

        public override string NotOnePerson(string who, IReadOnlyCollection<Person> found) => found.Count == 0
            ? $"The directory has no “{who}”. Give a name or an account as the directory has it."
            : $"The directory has {found.Count} people called “{who}”; give the account: {string.Join(", ", found.Select(p => p.AccountId))}";

        public override string NoDay(string typed) => $"“{typed}” is no date; it should look like 2024-11-30. Nothing was changed.";

        public override string Past(DateOnly day) => $"{DeadlineText.In(ReplyLanguage.English).Day(day)} is over. Nothing was changed.";

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
