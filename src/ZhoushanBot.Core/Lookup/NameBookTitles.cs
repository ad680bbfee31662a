using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup;

/// <summary>English titles by task and row instead of by key.</summary>
internal static class NameBookTitles
{
    /// <summary>English title of a task; null when no pack has it.</summary>
    public static string? TitleOf(this NameBook names, Notice notice, WorkItem item) =>
        item.Id.Length > notice.Id.Length ? names.TaskTitle(notice.DocumentNumber, item.Id[(notice.Id.Length + 1)..]) : null;

    /// <summary>English name of what an annex row counts; null when no pack has it.</summary>
    public static string? TitleOf(this NameBook names, Notice notice, WorkItem item, AnnexRow row) =>
        names.RowTitle(notice.DocumentNumber, $"{TaskExport.NameOf(item.List)}/{row.Number}.{row.Line}");

    /// <summary>English title of a task's section; null when no pack has it.</summary>
    public static string? SectionOf(this NameBook names, Notice notice, WorkItem item) =>
        names.SectionTitle(notice.DocumentNumber, $"{TaskExport.NameOf(item.List)}/{item.Section}");
}
