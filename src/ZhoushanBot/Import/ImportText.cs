using System.Diagnostics;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Import;

/// <summary>What is said about importing.</summary>
internal abstract class ImportText
{
    /// <summary>More of them are looked up with the command <c>findings</c>.</summary>
    private const int MostDoubts = 10;

    private ImportText()
    {
    }

    public static ImportText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    /// <summary>File, place and remedy.</summary>
    public abstract string Unreadable(NoticeFile.Unreadable file);

    /// <summary>What an import would bring, a line each.</summary>
    public abstract string Preview(NoticeFile.Readable file);

    public abstract string Outcome(SaveOutcome outcome, Notice notice);

    public abstract string Question { get; }

    public abstract string Declined { get; }

    public abstract string Reading(string path);

    public abstract string Saving { get; }

    private static (int Organizations, int Targets, int Cells) Counts(NoticeContent content) =>
        (content.Organizations.Length, content.WorkItems.Sum(i => i.Targets.Length), content.WorkItems.Sum(i => i.Rows.Sum(r => r.Areas.Length + 1)));

    /// <summary>Errors and warnings, a line each: whoever imports must see them before saying yes.</summary>
    private static string Doubts(NoticeContent content, ReplyLanguage language)
    {
        var words = FindingText.In(language);
        var doubts = content.Findings.Where(f => f.Severity != FindingSeverity.Info).OrderByDescending(f => f.Severity).Take(MostDoubts)
            .Select(f => $"\n  {content.Notice.PlaceOf(f.Span.Start).Line}: {words.NameOf(f.Severity)}: {words.Describe(f)}");
        return string.Concat(doubts);
    }

    private static int Findings(NoticeContent content, FindingSeverity severity) => content.Findings.Count(f => f.Severity == severity);

    private sealed class Chinese : ImportText
    {
        public static readonly Chinese Instance = new();

        public override string Question => "导入吗？[y/N] ";

        public override string Declined => "未导入，数据没有任何改动。（加 --yes 可不再询问。）";

        public override string Saving => "正在保存……";

        public override string Reading(string path) => $"正在读取 {path} ……";

        public override string Unreadable(NoticeFile.Unreadable file) => file.Reason switch
        {
            UnreadableReason.Missing => $"没有文件 {file.Path}。请检查路径。",
            UnreadableReason.IsFolder => $"{file.Path} 是文件夹。请给出通知的文本文件。",
            UnreadableReason.NotAllowed => $"当前用户无权读取 {file.Path}。请授予读权限。",
            UnreadableReason.DiskFailure { Detail: var detail } => $"读取 {file.Path} 时出错：{detail}。请检查磁盘后重试。",
            UnreadableReason.NoTasks => $"{file.Path} 中没有找到任何任务，它可能不是责任分解通知。没有导入任何内容。",
            UnreadableReason.Undecodable { Failure: var failure } => $"{FindingText.In(ReplyLanguage.Chinese).Describe(file.Path, failure)}没有导入任何内容。",
            _ => throw new UnreachableException(),
        };

        public override string Preview(NoticeFile.Readable file)
        {
            var content = file.Content;
            var (organizations, targets, cells) = Counts(content);
            return $"""
                {content.Notice.DocumentNumber} {content.Notice.Title}
                文件 {file.Path}（{file.EncodingName}），{content.Notice.Year} 年
                任务 {content.WorkItems.Length} 项，单位 {organizations} 个，目标 {targets} 个，附件单元格 {cells} 个
                发现：错误 {Findings(content, FindingSeverity.Error)} 条，存疑 {Findings(content, FindingSeverity.Warning)} 条，说明 {Findings(content, FindingSeverity.Info)} 条{Doubts(content, ReplyLanguage.Chinese)}
                """;
        }

        public override string Outcome(SaveOutcome outcome, Notice notice) => outcome switch
        {
            SaveOutcome.Added => $"已导入 {notice.DocumentNumber}。",
            SaveOutcome.Replaced => $"已用新内容替换 {notice.DocumentNumber}。",
            SaveOutcome.Unchanged => $"{notice.DocumentNumber} 已在库中，内容相同，没有改动。",
            _ => throw new UnreachableException(),
        };
    }

    private sealed class English : ImportText
    {
        public static readonly English Instance = new();

        public override string Question => "Import it? [y/N] ";

        public override string Declined => "Not imported; nothing was changed. (--yes imports without asking.)";

        public override string Saving => "Saving …";

        public override string Reading(string path) => $"Reading {path} …";

        public override string Unreadable(NoticeFile.Unreadable file) => file.Reason switch
        {
            UnreadableReason.Missing => $"There is no file {file.Path}. Check the path.",
            UnreadableReason.IsFolder => $"{file.Path} is a folder. Give the text file of a notice.",
            UnreadableReason.NotAllowed => $"This user may not read {file.Path}. Grant the right to read it.",
            UnreadableReason.DiskFailure { Detail: var detail } => $"Reading {file.Path} failed: {detail} Check the disk and try again.",
            UnreadableReason.NoTasks => $"No task was found in {file.Path}; it may not be a notice that assigns tasks. Nothing was imported.",
            UnreadableReason.Undecodable { Failure: var failure } => $"{FindingText.In(ReplyLanguage.English).Describe(file.Path, failure)} Nothing was imported.",
            _ => throw new UnreachableException(),
        };

        public override string Preview(NoticeFile.Readable file)
        {
            var content = file.Content;
            var (organizations, targets, cells) = Counts(content);
            return $"""
                {content.Notice.DocumentNumber} {content.Notice.Title}
                File {file.Path} ({file.EncodingName}), year {content.Notice.Year}
                {content.WorkItems.Length} tasks, {organizations} organizations, {targets} targets, {cells} annex cells
                Findings: {Findings(content, FindingSeverity.Error)} errors, {Findings(content, FindingSeverity.Warning)} warnings, {Findings(content, FindingSeverity.Info)} notes{Doubts(content, ReplyLanguage.English)}
                """;
        }

        public override string Outcome(SaveOutcome outcome, Notice notice) => outcome switch
        {
            SaveOutcome.Added => $"Imported {notice.DocumentNumber}.",
            SaveOutcome.Replaced => $"Replaced {notice.DocumentNumber} by its new content.",
            SaveOutcome.Unchanged => $"{notice.DocumentNumber} is in the store already with the same content; nothing was changed.",
            _ => throw new UnreachableException(),
        };
    }
}
