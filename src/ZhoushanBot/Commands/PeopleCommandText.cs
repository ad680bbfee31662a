using System.Globalization;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Import;

namespace ZhoushanBot.Commands;

/// <summary>The words of <c>people</c>.</summary>
internal abstract class PeopleCommandText
{
    private PeopleCommandText()
    {
    }

    public abstract string People { get; }

    public abstract string Import { get; }

    public abstract string File { get; }

    public abstract string Yes { get; }

    public abstract string Template { get; }

    public abstract string TemplateFile { get; }

    public abstract string List { get; }

    public abstract string Csv { get; }

    public abstract string OneShape { get; }

    public abstract string Code { get; }

    public abstract string Unit { get; }

    public abstract string Bind { get; }

    public abstract string Unbind { get; }

    public abstract string Chat { get; }

    public abstract string Handover { get; }

    public abstract string From { get; }

    public abstract string To { get; }

    public abstract string Until { get; }

    public abstract string Reason { get; }

    public abstract string Back { get; }

    public abstract string ToOrBack { get; }

    public abstract string Question { get; }

    public abstract string Declined { get; }

    public abstract string NothingChanged { get; }

    public abstract string Demonstration { get; }

    public abstract string ToOneself { get; }

    public abstract string Unreadable(string path, UnreadableReason reason);

    public abstract string Faulty(string path, int faults);

    /// <summary>What an import would change, a line each.</summary>
    public abstract string Preview(string path, string encoding, DirectoryChanges changes, bool endsDemonstration);

    public abstract string Imported(int people);

    public abstract string TemplateWritten(string path);

    public abstract string NotWritable(string path, string reason);

    public abstract string UnknownUnit(string name, string? nearest);

    /// <summary>A code, whom it binds a chat to (empty for the supervision office), and until when.</summary>
    public abstract string Issued(string code, string owner, DateTimeOffset expires);

    /// <summary>A chat stands for somebody now.</summary>
    /// <param name="chat">Which.</param>
    /// <param name="owner">For whom; empty for the supervision office.</param>
    /// <param name="before">For whom until now; null for nobody else.</param>
    public abstract string Bound(string chat, string owner, string? before);

    /// <summary>No such chat has been heard of; some that several people share are named.</summary>
    public abstract string UnknownChat(string chat, IReadOnlyCollection<string> shared);

    public abstract string Unbound(string owner);

    public abstract string NotBound(string chat);

    public abstract string NoDay(string typed);

    public abstract string NotOnePerson(string who, IReadOnlyCollection<Person> found);

    public abstract string NothingHandedOver(Person giver);

    public abstract string TakenBack(Person giver);

    public abstract string Past(DateOnly day);

    public abstract string HandedOver(Person giver, Person taker, DateOnly? until);

    public abstract string Line(Person person, bool hasChat, UnreachableChat? lost, Handover? handover);

    public abstract string ChatLine(ChatAddress chat, string owner, UnreachableChat? lost);

    public abstract string Count(int people, int chats);

    public abstract string Silent(IReadOnlyCollection<string> units);

    public static PeopleCommandText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    private static string Minute(DateTimeOffset at) => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private sealed class Chinese : PeopleCommandText
    {
        public static readonly Chinese Instance = new();

        public override string People => "人员名录：导入、查看、发绑定码、交接。";

        public override string Import => "导入人员名录（CSV），先显示变化。文件即为全部名录，其中没有的人将被移出。";

        public override string File => "CSV 文件，UTF-8 或 GB18030；列名见模板。";

        public override string Yes => "不再询问，直接导入。";

        public override string Template => "写出名录模板，可用 Excel 填写。";

        public override string TemplateFile => "写到哪个文件；已有的文件不会被覆盖。";

        public override string List => "列出人员、已绑定的会话和无人对接的单位。";

        public override string Csv => "以 CSV 列出人员，可改后再导入。";

        public override string OneShape => "--json 和 --csv 只能选一个。";

        public override string Code => "发一个一次性绑定码：联络员在会话中输入后，该会话即代表此单位。";

        public override string Unit => "单位、区域、牵头领导的姓名，或“督查室”。";

        public override string Bind => "不用绑定码，直接让一个会话代表某个单位。";

        public override string Unbind => "解除一个会话的绑定。";

        public override string Chat => "会话，写法同 people list，如 msteams/19:abc。";

        public override string Handover => "交接：把发给一个人的事项转给另一个人。";

        public override string From => "交出的人：账号或姓名。";

        public override string To => "接手的人：账号或姓名。";

        public override string Until => "最后一天，如 2024-11-30；不给出则直到收回。";

        public override string Reason => "原因。";

        public override string Back => "收回交接。";

        public override string ToOrBack => "请给出接手的人，或用 --back 收回交接。";

        public override string Question => "导入吗？[y/N] ";

        public override string Declined => "未导入，名录没有任何改动。（加 --yes 可不再询问。）";

        public override string NothingChanged => "名录与文件相同，没有改动。";

        public override string Demonstration => "以下为演示人员，由服务自动生成；导入真实名录后即消失。";

        public override string ToOneself => "不能交接给本人。";

        public override string Unreadable(string path, UnreadableReason reason) => reason switch
        {
            UnreadableReason.Missing => $"没有文件 {path}。请检查路径。",
            UnreadableReason.IsFolder => $"{path} 是文件夹。请给出 CSV 文件。",
            UnreadableReason.NotAllowed => $"当前用户无权读取 {path}。请授予读权限。",
            UnreadableReason.DiskFailure { Detail: var detail } => $"读取 {path} 时出错：{detail}。请检查磁盘后重试。",
            UnreadableReason.Undecodable { Failure: { Reason: DecodeFailure.Binary } } => $"{path} 不是文本文件。如果是 Excel 表格，请另存为“CSV UTF-8（逗号分隔）”后再导入。",
            UnreadableReason.Undecodable { Failure: { Reason: DecodeFailure.Empty } } => $"{path} 是空文件。请用 people template 取得模板填写。",
            UnreadableReason.Undecodable { Failure: { Reason: DecodeFailure.TooLarge } } => $"{path} 太大，不像人员名录。请检查文件。",
            _ => $"{path} 的编码无法识别。请另存为 UTF-8 后再导入。",
        };

        public override string Faulty(string path, int faults) => $"{path} 有 {faults} 处错误，没有导入任何内容。请改正后重试。";

        public override string Preview(string path, string encoding, DirectoryChanges changes, bool endsDemonstration) => string.Join(
            '\n',
            (string[])
            [
                $"文件 {path}（{encoding}）",
                .. endsDemonstration ? (string[])["演示人员将被真实名录取代。"] : [],
                .. changes.Changes.Select(Describe),
                $"新增 {changes.Changes.Count(c => c.Before is null)} 人，变更 {changes.Changes.Count(c => c is { Before: not null, After: not null })} 人，"
                + $"移出 {changes.Changes.Count(c => c.After is null)} 人，不变 {changes.Unchanged} 人。",
            ]);

        public override string Imported(int people) => $"已导入，名录现有 {people} 人。";

        public override string TemplateWritten(string path) => $"模板已写入 {path}。示例各行请换成实际人员；单位、区域和领导姓名须与通知一致。";

        public override string NotWritable(string path, string reason) => $"无法写入 {path}（{reason}）。请另选文件。";

        public override string UnknownUnit(string name, string? nearest) =>
            $"通知中没有“{name}”。{(nearest is null ? "请按通知中的名称填写单位、区域或牵头领导，或填“督查室”。" : $"是否为“{nearest}”？")}";

        public override string Issued(string code, string owner, DateTimeOffset expires) =>
            $"{code}\n供{(owner.Length > 0 ? owner : "督查室")}使用一次，{Minute(expires)} 前有效。请联络员在要绑定的会话中输入：绑定 {code}\n此码不再显示；系统只保存其校验值。";

        public override string Bound(string chat, string owner, string? before) =>
            $"已绑定：会话 {chat} 从现在起代表{Name(owner)}。{(before is null ? string.Empty : $"此前代表{Name(before)}。")}";

        public override string UnknownChat(string chat, IReadOnlyCollection<string> shared) =>
            $"机器人没有见过会话“{chat}”，无法向它发送。请先把机器人加入该会话，并在其中对它说一句话。"
            + (shared.Count == 0 ? string.Empty : $"见过的群聊和频道：{string.Join("、", shared)}");

        public override string Unbound(string owner) => $"已解除绑定，该会话不再代表{(owner.Length > 0 ? owner : "督查室")}。";

        public override string NotBound(string chat) => $"没有绑定的会话“{chat}”。请用 people list 查看。";

        public override string NoDay(string typed) => $"“{typed}”不是日期，应如 2024-11-30。";

        public override string NotOnePerson(string who, IReadOnlyCollection<Person> found) => found.Count == 0
            ? $"名录中没有“{who}”。请用 people list 查看账号和姓名。"
            : $"名录中有 {found.Count} 位“{who}”，请改用账号：{string.Join("、", found.Select(p => p.AccountId))}";

        public override string NothingHandedOver(Person giver) => $"{giver.Name}没有交接，无需收回。";

        public override string TakenBack(Person giver) => $"{giver.Name}的交接已收回。";

        public override string Past(DateOnly day) => $"{DeadlineText.In(ReplyLanguage.Chinese).Day(day)}已过。";

        public override string HandedOver(Person giver, Person taker, DateOnly? until) =>
            $"{giver.Name}的事项{(until is { } day ? $"到{DeadlineText.In(ReplyLanguage.Chinese).Day(day)}为止" : string.Empty)}转给{taker.Name}。";

        public override string Line(Person person, bool hasChat, UnreachableChat? lost, Handover? handover) => string.Join(
            "  ",
            Describe(person),
            lost is not null ? $"无法送达（{lost.Reason}）" : hasChat ? "已连接" : "尚未与机器人对话",
            handover is null ? string.Empty : $"交接给 {handover.ToAccountId}{(handover.Until is { } day ? $"，到{DeadlineText.In(ReplyLanguage.Chinese).Day(day)}" : string.Empty)}").TrimEnd();

        public override string ChatLine(ChatAddress chat, string owner, UnreachableChat? lost) =>
            $"会话 {chat.ChannelId}/{chat.ConversationId}  {(owner.Length > 0 ? owner : "督查室")}{(lost is null ? string.Empty : $"  无法送达（{lost.Reason}）")}";

        public override string Count(int people, int chats) => $"共 {people} 人，绑定会话 {chats} 个。";

        public override string Silent(IReadOnlyCollection<string> units) => $"以下 {units.Count} 个牵头单位无人对接，其提醒将发给督查室：{string.Join("、", units)}";

        private static string Name(string owner) => owner.Length > 0 ? owner : "督查室";

        private static string Describe(PersonChange change) => change switch
        {
            { Before: null, After: { } after } => $"+ {Describe(after)}",
            { Before: { } before, After: null } => $"- {Describe(before)}",
            _ => $"~ {Describe(change.Before!)}\n  → {Describe(change.After!)}",
        };

        private static string Describe(Person person) => string.Join(
            ' ',
            ((string?[])
            [
                person.Name, person.AccountId, DirectoryText.In(ReplyLanguage.Chinese).NameOf(person.Role), person.Organization, person.Area,
                person.IsHead ? "单位负责人" : null, person.IsSupervisionOffice ? "督查室" : null, person.OfficialName is { } official ? $"服务{official}" : null,
                person.DeputyAccountId is { } deputy ? $"代理人 {deputy}" : null,
            ]).OfType<string>());
    }

    private sealed class English : PeopleCommandText
    {
        public static readonly English Instance = new();

        public override string People => "The directory of people: import it, look at it, give out binding codes, hand over.";

        public override string Import => "Import the directory (CSV); what changes is shown first. The file is the whole directory: whoever is not in it is taken out.";

        public override string File => "CSV file in UTF-8 or GB18030; the template has the columns.";

        public override string Yes => "Import without asking.";

        public override string Template => "Write a template of the directory, to be filled in with Excel.";

        public override string TemplateFile => "File to write; an existing one is not replaced.";

        public override string List => "List people, bound chats, and units that nobody speaks for.";

        public override string Csv => "List people as CSV, which can be changed and imported again.";

        public override string OneShape => "Choose either --json or --csv.";

        public override string Code => "Give out a one-time code: typed by a liaison in a chat, it makes the chat stand for the unit.";

        public override string Unit => "A unit, an area, a lead official's name, or “supervision office”.";

        public override string Bind => "Make a chat stand for a unit, without a code.";

        public override string Unbind => "Unbind a chat: it no longer stands for anybody.";

        public override string Chat => "The chat as people list shows it, such as msteams/19:abc.";

        public override string Handover => "Hand over: what comes for one person goes to another.";

        public override string From => "Who hands over: account or name.";

        public override string To => "Who takes over: account or name.";

        public override string Until => "The last day, such as 2024-11-30; without it until it is taken back.";

        public override string Reason => "Why.";

        public override string Back => "Take a handover back.";

        public override string ToOrBack => "Give who takes over, or --back to take the handover back.";

        public override string Question => "Import it? [y/N] ";

        public override string Declined => "Nothing was imported; the directory is as it was. (With --yes it is not asked.)";

        public override string NothingChanged => "The directory is the same as the file; nothing was changed.";

        public override string Demonstration => "These people are a demonstration, made up by the service; they go when a real directory is imported.";

        public override string ToOneself => "Nobody can hand over to the own person.";

        public override string Unreadable(string path, UnreadableReason reason) => reason switch
        {
            UnreadableReason.Missing => $"There is no file {path}. Check the path.",
            UnreadableReason.IsFolder => $"{path} is a folder. Give the CSV file.",
            UnreadableReason.NotAllowed => $"This user may not read {path}. Grant read access.",
            UnreadableReason.DiskFailure { Detail: var detail } => $"Reading {path} failed: {detail}. Check the disk and try again.",
            UnreadableReason.Undecodable { Failure: { Reason: DecodeFailure.Binary } } => $"{path} is no text. If it is an Excel sheet, save it as “CSV UTF-8 (comma delimited)” and import that.",
            UnreadableReason.Undecodable { Failure: { Reason: DecodeFailure.Empty } } => $"{path} is empty. Get the template with people template and fill it in.",
            UnreadableReason.Undecodable { Failure: { Reason: DecodeFailure.TooLarge } } => $"{path} is too large for a directory of people. Check the file.",
            _ => $"The encoding of {path} is not known. Save it as UTF-8 and import that.",
        };

        public override string Faulty(string path, int faults) => faults == 1
            ? $"{path} has a fault; nothing was imported. Mend it and try again."
            : $"{path} has {faults} faults; nothing was imported. Mend them and try again.";

        public override string Preview(string path, string encoding, DirectoryChanges changes, bool endsDemonstration) => string.Join(
            '\n',
            (string[])
            [
                $"File {path} ({encoding})",
                .. endsDemonstration ? (string[])["The people of the demonstration give way to the real directory."] : [],
                .. changes.Changes.Select(Describe),
                $"{changes.Changes.Count(c => c.Before is null)} new, {changes.Changes.Count(c => c is { Before: not null, After: not null })} changed, "
                + $"{changes.Changes.Count(c => c.After is null)} taken out, {changes.Unchanged} as before.",
            ]);

        public override string Imported(int people) => $"Imported: the directory has {people} {(people == 1 ? "person" : "people")} now.";

        public override string TemplateWritten(string path) =>
            $"The template is in {path}. Replace its example lines; units, areas and officials must be named as in the notice.";

        public override string NotWritable(string path, string reason) => $"Cannot write {path} ({reason}). Choose another file.";

        public override string UnknownUnit(string name, string? nearest) =>
            $"No notice names “{name}”. {(nearest is null ? "Name a unit, an area or a lead official as the notice does, or “supervision office”." : $"Did you mean “{nearest}”?")}";

        public override string Issued(string code, string owner, DateTimeOffset expires) =>
            $"{code}\nFor {(owner.Length > 0 ? owner : "the supervision office")}, to be used once before {Minute(expires)} (Asia/Shanghai). "
            + $"The liaison types in the chat that is to be bound: code {code}\nIt is not shown again; only its hash is kept.";

        public override string Bound(string chat, string owner, string? before) =>
            $"Bound: from now on the chat {chat} stands for {Name(owner)}.{(before is null ? string.Empty : $" Until now it stood for {Name(before)}.")}";

        public override string UnknownChat(string chat, IReadOnlyCollection<string> shared) =>
            $"The bot has heard of no chat “{chat}” and could send nothing there. Add the bot to the chat and say something to it there first."
            + (shared.Count == 0 ? string.Empty : $" Group chats and channels that it knows: {string.Join(", ", shared)}");

        public override string Unbound(string owner) => $"Unbound: the chat no longer stands for {(owner.Length > 0 ? owner : "the supervision office")}.";

        public override string NotBound(string chat) => $"No chat “{chat}” is bound. people list shows those that are.";

        public override string NoDay(string typed) => $"“{typed}” is no date; it should look like 2024-11-30.";

        public override string NotOnePerson(string who, IReadOnlyCollection<Person> found) => found.Count == 0
            ? $"The directory has no “{who}”. people list shows accounts and names."
            : $"The directory has {found.Count} people called “{who}”; give the account: {string.Join(", ", found.Select(p => p.AccountId))}";

        public override string NothingHandedOver(Person giver) => $"{giver.Name} handed nothing over, so there is nothing to take back.";

        public override string TakenBack(Person giver) => $"The handover of {giver.Name} is taken back.";

        public override string Past(DateOnly day) => $"{DeadlineText.In(ReplyLanguage.English).Day(day)} is over.";

        public override string HandedOver(Person giver, Person taker, DateOnly? until) =>
            $"What comes for {giver.Name} goes to {taker.Name}{(until is { } day ? $" until {DeadlineText.In(ReplyLanguage.English).Day(day)}" : string.Empty)}.";

        public override string Line(Person person, bool hasChat, UnreachableChat? lost, Handover? handover) => string.Join(
            "  ",
            Describe(person),
            lost is not null ? $"cannot be reached ({lost.Reason})" : hasChat ? "connected" : "has not spoken with the bot yet",
            handover is null ? string.Empty : $"handed over to {handover.ToAccountId}{(handover.Until is { } day ? $" until {DeadlineText.In(ReplyLanguage.English).Day(day)}" : string.Empty)}").TrimEnd();

        public override string ChatLine(ChatAddress chat, string owner, UnreachableChat? lost) =>
            $"chat {chat.ChannelId}/{chat.ConversationId}  {(owner.Length > 0 ? owner : "supervision office")}{(lost is null ? string.Empty : $"  cannot be reached ({lost.Reason})")}";

        public override string Count(int people, int chats) => $"{people} {(people == 1 ? "person" : "people")}, {chats} bound {(chats == 1 ? "chat" : "chats")}.";

        public override string Silent(IReadOnlyCollection<string> units) =>
            $"Nobody speaks for {units.Count} of the lead units; their reminders go to the supervision office: {string.Join(", ", units)}";

        private static string Name(string owner) => owner.Length > 0 ? owner : "the supervision office";

        private static string Describe(PersonChange change) => change switch
        {
            { Before: null, After: { } after } => $"+ {Describe(after)}",
            { Before: { } before, After: null } => $"- {Describe(before)}",
            _ => $"~ {Describe(change.Before!)}\n  → {Describe(change.After!)}",
        };

        private static string Describe(Person person) => string.Join(
            ' ',
            ((string?[])
            [
                person.Name, person.AccountId, DirectoryText.In(ReplyLanguage.English).NameOf(person.Role), person.Organization, person.Area,
                person.IsHead ? "head" : null, person.IsSupervisionOffice ? "supervision office" : null, person.OfficialName is { } official ? $"for {official}" : null,
                person.DeputyAccountId is { } deputy ? $"deputy {deputy}" : null,
            ]).OfType<string>());
    }
}
