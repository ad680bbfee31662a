using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Exports;

/// <summary>What is said about exports, in the chat and at the command line.</summary>
internal abstract class ExportText
{
    private ExportText()
    {
    }

    public abstract string Export { get; }

    public abstract string File { get; }

    public abstract string PeriodHelp { get; }

    public abstract string FormatHelp { get; }

    public abstract string Nothing { get; }

    public abstract string NotAllowed { get; }

    public static ExportText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    public abstract string NoFormat(string typed);

    public abstract string NoPeriod(string typed);

    public abstract string NotWritten(string path, string reason);

    public abstract string Written(string path);

    public abstract string Ready(string period, int minutes);

    public abstract string Button(ExportFormat format);

    private sealed class Chinese : ExportText
    {
        public static readonly Chinese Instance = new();

        public override string Export => "导出完成情况表（docx、xlsx），或全部数据（csv、json）";

        public override string File => "写到哪个文件；没有 --format 时按扩展名";

        public override string PeriodHelp => "报告期，如 一季度、半年度、三季度、全年、2024-08-31；默认到今天为止";

        public override string FormatHelp => "格式";

        public override string Nothing => "没有任务可导出。请先导入通知。";

        public override string NotAllowed => "只有督查、领导和管理员可以导出。需要的话请联系督查室。";

        public override string NoFormat(string typed) => $"不认识格式“{typed}”，可用：docx、xlsx、csv、json。";

        public override string NoPeriod(string typed) => $"看不懂报告期“{typed}”，可用：一季度、半年度、三季度、全年，或日期如 2024-08-31。";

        public override string NotWritten(string path, string reason) => $"无法写入 {path}：{reason}";

        public override string Written(string path) => $"已写入 {path}";

        public override string Ready(string period, int minutes) => $"{period}完成情况表已备好，链接 {minutes} 分钟内有效，只供您本人使用。";

        public override string Button(ExportFormat format) => format == ExportFormat.Docx ? "下载 Word" : format == ExportFormat.Xlsx ? "下载 Excel" : $"下载 {format.Name.ToUpperInvariant()}";
    }

    private sealed class English : ExportText
    {
        public static readonly English Instance = new();

        public override string Export => "export the table of progress (docx, xlsx) or every figure (csv, json)";

        public override string File => "where to write; without --format its ending tells the format";

        public override string PeriodHelp => "period, such as Q1, half year, Q3, full year, 2024-08-31; up to today unless told";

        public override string FormatHelp => "format";

        public override string Nothing => "There is no task to export. Import a notice first.";

        public override string NotAllowed => "Only the supervision office, leaders and administrators may export. Please ask the supervision office.";

        public override string NoFormat(string typed) => $"\"{typed}\" is no format; use docx, xlsx, csv or json.";

        public override string NoPeriod(string typed) => $"\"{typed}\" is no period; use Q1, half year, Q3, full year, or a day such as 2024-08-31.";

        public override string NotWritten(string path, string reason) => $"{path} cannot be written: {reason}";

        public override string Written(string path) => $"Written: {path}";

        public override string Ready(string period, int minutes) => $"The table of progress ({period}) is ready. The links are good for {minutes} minutes, and for you alone.";

        public override string Button(ExportFormat format) => format == ExportFormat.Docx ? "Download Word" : format == ExportFormat.Xlsx ? "Download Excel" : $"Download {format.Name.ToUpperInvariant()}";
    }
}
