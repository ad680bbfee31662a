using System.Globalization;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Commands;

/// <summary>What the command line says of itself. In the language of the terminal (LANG, LC_ALL), English unless that is Chinese.</summary>
internal abstract class CommandText
{
    private CommandText()
    {
    }

    public abstract ReplyLanguage Language { get; }

    public abstract string Program { get; }

    public abstract string Data { get; }

    public abstract string Serve { get; }

    public abstract string Urls { get; }

    public abstract string AsOf { get; }

    public abstract string Import { get; }

    public abstract string File { get; }

    public abstract string Yes { get; }

    public abstract string Ask { get; }

    public abstract string Question { get; }

    public abstract string Explain { get; }

    public abstract string Json { get; }

    public abstract string Findings { get; }

    public abstract string Tasks { get; }

    public abstract string Unit { get; }

    public abstract string WithInternal { get; }

    public abstract string TeamsPackage { get; }

    public abstract string AppId { get; }

    public abstract string PublicHost { get; }

    public abstract string PackageFile { get; }

    public abstract string NoNotices { get; }

    public abstract string Fault { get; }

    public abstract string Loading { get; }

    public abstract string OnlyHere(string command);

    public abstract string NoTasksOf(string unit);

    public abstract string NotAnAppId(string text);

    public abstract string NotAHost(string text);

    public abstract string NotWritable(string path, string reason);

    public abstract string PackageWritten(string path, string? host);

    public abstract string FindingCount(int count);

    public abstract string TaskCount(int count);

    public static CommandText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    /// <summary>In the language of the terminal.</summary>
    public static CommandText OfThisProcess() =>
        In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? ReplyLanguage.Chinese : ReplyLanguage.English);

    private sealed class Chinese : CommandText
    {
        public static readonly Chinese Instance = new();

        public override ReplyLanguage Language => ReplyLanguage.Chinese;

        public override string Program => "责任分解通知问答机器人。不带命令时启动服务。";

        public override string Data => "数据文件夹（不存在时建立）。默认为当前用户的数据文件夹。";

        public override string Serve => "启动服务：POST /api/messages、GET /healthz。数据库为空时先导入自带的通知。";

        public override string Urls => "监听地址，多个用分号隔开。默认 http://localhost:3978。没有设置 Bot:AppId 时只能是本机地址。";

        public override string AsOf => "演练：服务的时钟从这一天（如 2024-11-20，上午九点）或这一刻（2024-11-20T10:30）开始走，均为北京时间。";

        public override string Import => "导入一份通知：先显示将导入的内容，确认后保存。";

        public override string File => "通知的文本文件（UTF-8、UTF-16 或 GB18030）。";

        public override string Yes => "不询问，直接导入。";

        public override string Ask => "提一个问题，显示回答。";

        public override string Question => "问题，例如：市水利局牵头哪些任务";

        public override string Explain => "同时显示问题是怎样理解的。";

        public override string Json => "以 JSON 输出。";

        public override string Findings => "列出读取通知时修复、推断或存疑之处。";

        public override string Tasks => "列出全部任务。";

        public override string WithInternal => "连同内部任务；不加则与任何人看到的一样。";

        public override string Unit => "只列该单位牵头或配合的任务（名称或其中一部分）。";

        public override string TeamsPackage => "生成 Teams 应用包（zip），供管理员上传。不需要数据库。";

        public override string AppId => "机器人的应用 ID（Azure 机器人资源的 Microsoft App ID）。";

        public override string PublicHost => "服务对外的主机名，例如 bot.example.org；不含 https:// 和端口。";

        public override string PackageFile => "写到哪个文件；已有的会被覆盖。";

        public override string NoNotices => "库中还没有通知。请先运行 import，或启动一次服务。";

        public override string Fault => "程序出错，请把以下内容报告给维护人员：";

        public override string Loading => "正在打开数据库……";

        public override string OnlyHere(string command) => $"服务正在运行，{command} 不能经由它执行。";

        public override string NoTasksOf(string unit) => $"没有找到“{unit}”牵头或配合的任务。";

        public override string NotAnAppId(string text) => $"“{text}”不是应用 ID。应形如 00000000-1111-2222-3333-444444444444。";

        public override string NotAHost(string text) => $"“{text}”不是主机名。应形如 bot.example.org，不含 https://、端口和路径。";

        public override string NotWritable(string path, string reason) => $"无法写入 {path}（{reason}）。请用 --out 另选文件。";

        public override string PackageWritten(string path, string? host) =>
            $"已生成 {path}" + (host is null ? "\n没有给出 --host：应用的网站、隐私和条款链接都无法打开。可供试用，发布前请重新生成。" : "");

        public override string FindingCount(int count) => $"共 {count} 条";

        public override string TaskCount(int count) => $"共 {count} 项任务";
    }

    private sealed class English : CommandText
    {
        public static readonly English Instance = new();

        public override ReplyLanguage Language => ReplyLanguage.English;

        public override string Program => "Answers questions about official notices that assign a year's tasks. Without a command it serves.";

        public override string Data => "Folder of the store, created where missing. By default a folder in this user's application data.";

        public override string Serve => "Run the service: POST /api/messages, GET /healthz. An empty store first takes in the shipped notice.";

        public override string Urls => "Addresses to listen on, separated by semicolons. Default http://localhost:3978. Without Bot:AppId only this machine's own.";

        public override string AsOf => "Rehearsal: the service's clock starts on this day (2024-11-20, nine in the morning) or at this minute (2024-11-20T10:30), Asia/Shanghai.";

        public override string Import => "Import a notice: shows what would come in, and saves it once confirmed.";

        public override string File => "Text file of the notice (UTF-8, UTF-16 or GB18030).";

        public override string Yes => "Import without asking.";

        public override string Ask => "Ask a question and show the answer.";

        public override string Question => "The question, such as: what does 市水利局 lead";

        public override string Explain => "Also show how the question was understood.";

        public override string Json => "Write JSON.";

        public override string Findings => "List what was repaired, inferred or doubtful when the notices were read.";

        public override string Tasks => "List all tasks.";

        public override string WithInternal => "Internal tasks too; without it, what everybody may see.";

        public override string Unit => "Only tasks that this unit leads or supports (its name or a part of it).";

        public override string TeamsPackage => "Build the Teams app package (zip) for an administrator to upload. Needs no store.";

        public override string AppId => "App id of the bot (Microsoft App ID of the Azure Bot resource).";

        public override string PublicHost => "Public host name of the service, such as bot.example.org; without https:// and port.";

        public override string PackageFile => "File to write; an existing one is replaced.";

        public override string NoNotices => "There is no notice in the store yet. Run import first, or start the service once.";

        public override string Fault => "The program failed. Please report this to its maintainers:";

        public override string Loading => "Opening the store …";

        public override string OnlyHere(string command) => $"The service is running; {command} cannot be run through it.";

        public override string NoTasksOf(string unit) => $"No task is led or supported by '{unit}'.";

        public override string NotAnAppId(string text) => $"'{text}' is not an app id. It looks like 00000000-1111-2222-3333-444444444444.";

        public override string NotAHost(string text) => $"'{text}' is not a host name. It looks like bot.example.org, without https://, port or path.";

        public override string NotWritable(string path, string reason) => $"Cannot write {path} ({reason}). Choose another file with --out.";

        public override string PackageWritten(string path, string? host) =>
            $"Wrote {path}" + (host is null ? "\nWithout --host the app's links (website, privacy, terms) lead nowhere. Good for a trial; build it again before publishing." : "");

        public override string FindingCount(int count) => $"{count} findings";

        public override string TaskCount(int count) => $"{count} tasks";
    }
}
