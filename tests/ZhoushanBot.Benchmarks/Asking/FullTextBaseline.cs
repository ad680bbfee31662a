using System.Collections.Frozen;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Storage.FullText;

namespace ZhoushanBot.Benchmarks.Asking;

/// <summary>
/// What a plain full-text search over the same store would say: the best hit by BM25, with all that the store knows of that task. Generous: words, carriers,
/// every figure of its table rows, the place and the document number.
/// </summary>
internal sealed class FullTextBaseline(IReadOnlyCollection<NoticeContent> notices)
{
    private readonly LuceneTaskSearch search = LuceneTaskSearch.Build(notices);

    private readonly FrozenDictionary<string, (NoticeContent Content, WorkItem Item)> byId =
        notices.SelectMany(n => n.WorkItems.Select(w => (n, w))).ToFrozenDictionary(x => x.w.Id, StringComparer.Ordinal);

    /// <summary>Empty when nothing is found.</summary>
    public string Answer(string question) => search.Search(question, 1) is [var hit, ..] ? TextOf(byId[hit.WorkItemId]) : string.Empty;

    private static string TextOf((NoticeContent Content, WorkItem Item) hit)
    {
        var (content, item) = hit;
        var rows = item.Rows.Select(r => $"{r.Subject} {r.City.Raw} {string.Join(' ', r.Areas.Select(a => $"{a.Area} {a.Raw}"))}");
        return $"""
            {item.Text}
            {string.Join('、', item.ResponsibleOrganizations.Select(o => o.Name))} {string.Join('、', item.LeadOfficials.Select(o => o.Name))}
            {string.Join('\n', rows)}
            {content.Notice.DocumentNumber} {item.SectionTitle} section {item.Section} item {item.Item}
            """;
    }
}
