using System.Text;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>What must hold for a reading of any text whatever.</summary>
internal static class Reading
{
    /// <summary>Everything that was read, as text: equal texts mean equal content.</summary>
    public static string Describe(NoticeContent content)
    {
        using var json = new MemoryStream();
        TaskExport.Write(json, content.WorkItems.Select(w => (content.Notice, w)));
        var text = new StringBuilder(Encoding.UTF8.GetString(json.ToArray()));
        text.AppendLine(content.Notice.ToString());
        text.AppendJoin('\n', content.Lists).AppendLine();
        text.AppendJoin('\n', content.Organizations.Select(o => $"{o.Name} {string.Join('、', o.OtherNames)} {o.Kind} {o.Area}")).AppendLine();
        text.AppendJoin('\n', content.Groups.Select(g => $"{g.Name} {string.Join('、', g.Members)}")).AppendLine();
        text.AppendJoin('\n', content.Officials).AppendJoin('\n', content.Areas).AppendLine();
        text.AppendJoin('\n', content.WorkItems.SelectMany(w => w.Milestones)).AppendLine();
        text.AppendJoin('\n', content.Findings.Select(f => $"{f.Code} {f.Severity} {f.Span} {string.Join('|', f.Arguments)}"));
        return text.ToString();
    }

    /// <summary>Null when every place can be quoted, every id is unique and every sum holds or is reported; else what is wrong.</summary>
    public static string? FaultOf(NoticeContent content)
    {
        var source = content.Notice.SourceText;
        var ids = content.WorkItems.Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        var outside = Spans(content).FirstOrDefault(s => s.Span.Start < 0 || s.Span.End < s.Span.Start || s.Span.End > source.Length);
        var empty = Quoted(content).FirstOrDefault(q => string.IsNullOrWhiteSpace(content.Notice.Quote(q.Span)) || string.IsNullOrWhiteSpace(q.Text));
        var silent = content.WorkItems.SelectMany(w => w.Rows).FirstOrDefault(r => !SumHolds(r) && !IsReported(r, content));
        return ids.Count < content.WorkItems.Length ? "an id is used twice"
            : outside.What is not null ? $"{outside.What} lies outside the text: {outside.Span}"
            : empty.What is not null ? $"{empty.What} quotes nothing: {empty.Span}"
            : silent is not null ? $"a sum fails unreported: row {silent.Number}.{silent.Line}"
            : null;
    }

    private static IEnumerable<(string What, SourceSpan Span)> Spans(NoticeContent content) =>
        content.Findings.Select(f => ($"finding {f.Code}", f.Span))
            .Concat(content.Lists.Select(l => ("list", l.Span)))
            .Concat(content.WorkItems.Where(w => w.Deadline.Span is not null).Select(w => ("deadline", w.Deadline.Span!.Value)))
            .Concat(content.WorkItems.SelectMany(w => w.Rows).SelectMany(r => r.Areas.Append(r.City)).Select(c => ("cell", c.Span)))
            .Concat(Quoted(content).Select(q => (q.What, q.Span)));

    private static IEnumerable<(string What, SourceSpan Span, string Text)> Quoted(NoticeContent content) =>
        content.WorkItems.Select(w => ("task", w.Span, w.Text))
            .Concat(content.WorkItems.SelectMany(w => w.ResponsibleOrganizations).Select(m => ("organization", m.Span, m.Name)))
            .Concat(content.WorkItems.SelectMany(w => w.Targets).Select(t => ("target", t.Span, t.Indicator)))
            .Concat(content.WorkItems.SelectMany(w => w.Milestones).Select(m => ("milestone", m.Span, m.Text)))
            .Concat(content.WorkItems.SelectMany(w => w.Rows).Select(r => ("row", r.Span, "row")))
            .Concat(content.WorkItems.SelectMany(w => w.Rows).SelectMany(r => r.Organizations).Select(m => ("row's organization", m.Span, m.Name)));

    /// <summary>Counts of areas add up to a plain count of the city; shares and averages need not.</summary>
    private static bool SumHolds(AnnexRow row)
    {
        var counts = row.Areas.Select(a => a.Value).OfType<CellValue.Amount>().Select(a => a.Figure).Where(f => !f.IsPercentage).ToList();
        return row.City.Value is not CellValue.Amount { Figure: { Comparator: Comparator.Equal, IsPercentage: false } city }
            || counts.Count == 0
            || ReadingRules.Default.AverageWords.Any(w => row.Subject.Contains(w, StringComparison.Ordinal))
            || counts.Sum(c => c.Normalized.Value) == city.Normalized.Value;
    }

    private static bool IsReported(AnnexRow row, NoticeContent content) =>
        content.Findings.Any(f => f.Code == FindingCode.AreaSumMismatch && f.Span == row.Span);
}
