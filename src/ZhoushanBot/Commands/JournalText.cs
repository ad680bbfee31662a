using System.Globalization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Commands;

/// <summary>The words of <c>journal</c>.</summary>
internal abstract class JournalText
{
    private JournalText()
    {
    }

    public abstract string Journal { get; }

    public abstract string Verify { get; }

    public abstract string Export { get; }

    public abstract string File { get; }

    public abstract string Json { get; }

    public abstract string Csv { get; }

    public abstract string OneShape { get; }

    public abstract string Whole(long lines, string lastHash);

    public abstract string Broken(long lines, JournalEntry fault);

    public abstract string Written(string path, long lines);

    public abstract string NotWritable(string path, string reason);

    public static JournalText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    private sealed class Chinese : JournalText
    {
        public static readonly Chinese Instance = new();

        public override string Journal => "台账：核对和导出全部操作与送达记录。";

        public override string Verify => "核对台账的每一行是否都与上一行相扣，未被改动、删除或插入。";

        public override string Export => "导出台账（默认 CSV）。";

        public override string File => "写到哪个文件；已有的会被覆盖。不给出时显示在屏幕上。";

        public override string Json => "导出为 JSON。";

        public override string Csv => "导出为 CSV（UTF-8，可用 Excel 打开）。";

        public override string OneShape => "--json 和 --csv 只能选一个。";

        public override string Whole(long lines, string lastHash) => $"台账完整：共 {lines} 行，最后一行的校验值为\n{lastHash}\n请另行记下行数和校验值，日后可据此看出末尾是否被删减。";

        public override string Broken(long lines, JournalEntry fault) =>
            $"台账在第 {fault.Sequence} 行断开：该行或其上一行被改动、删除或插入。前 {lines} 行完好。请停止服务，保留数据库文件备查，并恢复最近的备份。";

        public override string Written(string path, long lines) => $"已将 {lines} 行写入 {path}";

        public override string NotWritable(string path, string reason) => $"无法写入 {path}（{reason}）。请另选文件。";
    }

    private sealed class English : JournalText
    {
        public static readonly English Instance = new();

        public override string Journal => "The record of everything done and delivered: check it, export it.";

        public override string Verify => "Check that every line follows from the one before: none was changed, taken out or put in.";

        public override string Export => "Export the journal, as CSV unless told otherwise.";

        public override string File => "File to write; an existing one is replaced. Without it the export goes to the screen.";

        public override string Json => "Export as JSON.";

        public override string Csv => "Export as CSV (UTF-8, opens in Excel).";

        public override string OneShape => "Choose either --json or --csv.";

        public override string Whole(long lines, string lastHash) => string.Create(
            CultureInfo.InvariantCulture,
            $"The journal is whole: {lines} lines, the last one's hash is\n{lastHash}\nWrite number and hash down elsewhere: later they show whether lines were taken off the end.");

        public override string Broken(long lines, JournalEntry fault) => string.Create(
            CultureInfo.InvariantCulture,
            $"The journal breaks at line {fault.Sequence}: it or the line before was changed, taken out or put in. The first {lines} lines are sound. "
            + $"Stop the service, keep the store's file as evidence, and restore the latest backup.");

        public override string Written(string path, long lines) => string.Create(CultureInfo.InvariantCulture, $"Wrote {lines} lines to {path}");

        public override string NotWritable(string path, string reason) => $"Cannot write {path} ({reason}). Choose another file.";
    }
}
