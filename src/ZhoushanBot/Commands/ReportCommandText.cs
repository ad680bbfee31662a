using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Import;

namespace ZhoushanBot.Commands;

/// <summary>The words of <c>report</c>.</summary>
internal abstract class ReportCommandText
{
    private ReportCommandText()
    {
    }

    public abstract string Report { get; }

    public abstract string Template { get; }

    public abstract string Import { get; }

    public abstract string TemplateFile { get; }

    public abstract string File { get; }

    public abstract string Unit { get; }

    public abstract string Area { get; }

    public abstract string Period { get; }

    public abstract string UnitOrArea { get; }

    public abstract string SheetName { get; }

    public static ReportCommandText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    public abstract string NoFormat(string path);

    public abstract string UnknownOwner(string name, string? nearest);

    public abstract string NothingToReport(string owner);

    public abstract string NotWritable(string path, string reason);

    public abstract string TemplateWritten(string path, string owner, int lines);

    public abstract string OpenQuote(string path, int line);

    public abstract string Unreadable(string path, UnreadableReason reason);

    public abstract string Faulty(string path, int faults);

    public abstract string Imported(int reports, string owner);

    private sealed class Chinese : ReportCommandText
    {
        public static readonly Chinese Instance = new();

        public override string Report => "填报表：导出模板，填好后导入";

        public override string Template => "写出一张填报表，只含该单位或地区自己的任务";

        public override string Import => "导入填好的填报表；有一行错误就一行也不导入";

        public override string TemplateFile => "写到哪个文件，扩展名 .xlsx 或 .csv；已有的文件不会被覆盖";

        public override string File => "填好的 xlsx 或 csv 文件";

        public override string Unit => "为哪个单位，名称与通知一致";

        public override string Area => "为哪个县区，名称与通知一致";

        public override string Period => "预填的报告期，如 一季度、半年度、三季度、全年、2024-08-31；默认最近一期";

        public override string UnitOrArea => "请给出 --unit 或 --area，二者只给一个。";

        public override string SheetName => "填报表";

        public override string NoFormat(string path) => $"{path} 的扩展名不是 .xlsx 或 .csv。";

        public override string UnknownOwner(string name, string? nearest) => $"通知中没有“{name}”。{(nearest is null ? "请写通知中的名称。" : $"是否为“{nearest}”？")}";

        public override string NothingToReport(string owner) => $"{owner}目前没有可填报的任务：没有由其牵头或承担的任务，或该年度的填报已结束。";

        public override string NotWritable(string path, string reason) => $"无法写入 {path}（{reason}）。请换一个文件。";

        public override string TemplateWritten(string path, string owner, int lines) => $"{owner}的填报表已写入 {path}，共 {lines} 行。填好后用 report import 导入；空着的行会略过。";

        public override string OpenQuote(string path, int line) => $"{path} 第 {line} 行的引号没有结束。没有导入任何内容。";

        public override string Unreadable(string path, UnreadableReason reason) => reason switch
        {
            UnreadableReason.Missing => $"没有文件 {path}。请检查路径。",
            UnreadableReason.IsFolder => $"{path} 是文件夹。请给出填好的表格。",
            UnreadableReason.NotAllowed => $"当前用户无权读取 {path}。请授予读权限。",
            UnreadableReason.DiskFailure { Detail: var detail } => $"读取 {path} 时出错：{detail}。请检查磁盘后重试。",
            UnreadableReason.Undecodable { Failure.Reason: DecodeFailure.Empty } => $"{path} 是空的。请用 report template 取得模板并填写。",
            UnreadableReason.Undecodable { Failure.Reason: DecodeFailure.TooLarge } => $"{path} 太大，不像填报表。请检查文件。",
            _ => $"{path} 不是能读的 xlsx 或 csv。如是旧的 xls 或加密文件，请另存为不加密的 xlsx。",
        };

        public override string Faulty(string path, int faults) => $"{path} 有 {faults} 处错误，没有导入任何内容。改正后请重新导入。";

        public override string Imported(int reports, string owner) => $"已为{owner}记入 {reports} 条填报。";
    }

    private sealed class English : ReportCommandText
    {
        public static readonly English Instance = new();

        public override string Report => "the sheet on which units report: template out, filled in, back in";

        public override string Template => "write a sheet with a unit's or an area's own tasks";

        public override string Import => "import a sheet that was filled in; one faulty line and none is imported";

        public override string TemplateFile => "where to write, ending with .xlsx or .csv; a file that is there is not overwritten";

        public override string File => "the xlsx or csv that was filled in";

        public override string Unit => "for which unit, named as in the notice";

        public override string Area => "for which area, named as in the notice";

        public override string Period => "period filled in beforehand, such as Q1, half year, Q3, full year, 2024-08-31; the last one unless told";

        public override string UnitOrArea => "Give --unit or --area, one of them.";

        public override string SheetName => "Reports";

        public override string NoFormat(string path) => $"{path} ends neither with .xlsx nor with .csv.";

        public override string UnknownOwner(string name, string? nearest) => $"No notice names “{name}”. {(nearest is null ? "Take the name in the notice." : $"Did you mean “{nearest}”?")}";

        public override string NothingToReport(string owner) => $"{owner} has nothing to report now: it leads and carries no task, or reporting for that year is over.";

        public override string NotWritable(string path, string reason) => $"Cannot write {path} ({reason}). Choose another file.";

        public override string TemplateWritten(string path, string owner, int lines) =>
            $"The sheet of {owner} is in {path}, {lines} {(lines == 1 ? "line" : "lines")}. Fill it in and import it with report import; lines left empty are passed over.";

        public override string OpenQuote(string path, int line) => $"A quote in line {line} of {path} is never closed. Nothing was imported.";

        public override string Unreadable(string path, UnreadableReason reason) => reason switch
        {
            UnreadableReason.Missing => $"There is no file {path}. Check the path.",
            UnreadableReason.IsFolder => $"{path} is a folder. Give the sheet that was filled in.",
            UnreadableReason.NotAllowed => $"This user may not read {path}. Grant read access.",
            UnreadableReason.DiskFailure { Detail: var detail } => $"Reading {path} failed: {detail}. Check the disk and try again.",
            UnreadableReason.Undecodable { Failure.Reason: DecodeFailure.Empty } => $"{path} is empty. Get the template with report template and fill it in.",
            UnreadableReason.Undecodable { Failure.Reason: DecodeFailure.TooLarge } => $"{path} is too large for a sheet of reports. Check the file.",
            _ => $"{path} is no xlsx or csv that can be read. If it is an old xls or encrypted, save it as an xlsx without a password.",
        };

        public override string Faulty(string path, int faults) => $"{path} has {faults} {(faults == 1 ? "fault" : "faults")}; nothing was imported. Mend and import it again.";

        public override string Imported(int reports, string owner) => $"{reports} {(reports == 1 ? "report" : "reports")} recorded for {owner}.";
    }
}
