using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Which column of a table holds what, read from its header and never assumed; -1 for a column that is not there.</summary>
internal sealed record TableColumns
{
    private TableColumns(ImmutableArray<string> header)
    {
        Header = header;
    }

    public ImmutableArray<string> Header { get; }

    public int Number { get; private init; } = -1;

    public int Category { get; private init; } = -1;

    public int Subject { get; private init; } = -1;

    public int Plan { get; private init; } = -1;

    public int Target { get; private init; } = -1;

    public int Official { get; private init; } = -1;

    public int Lead { get; private init; } = -1;

    public int Support { get; private init; } = -1;

    public int Responsible { get; private init; } = -1;

    /// <summary>Columns between target and responsibility: one per area; empty for a table that breaks nothing down.</summary>
    public ImmutableArray<int> Areas { get; private init; } = [];

    /// <summary>The column that says who is responsible: the plain one, else that of the lead.</summary>
    public int Organizations => Responsible >= 0 ? Responsible : Lead;

    /// <summary>Null when the row is no header: it names neither a subject nor who is responsible.</summary>
    public static TableColumns? Of(TableRow row, ReadingRules rules)
    {
        var words = rules.Columns;
        var header = row.Cells.Select(c => Markers.Compact(c.Text)).ToImmutableArray();
        var free = Enumerable.Range(0, header.Length).ToHashSet();
        int Take(ImmutableArray<string> names, bool isLast = false)
        {
            var hits = free.Where(i => Markers.ContainsAny(header[i], names));
            var hit = (isLast ? hits.OrderDescending() : hits.Order()).FirstOrDefault(-1);
            free.Remove(hit);
            return hit;
        }

        var number = Take(words.Number);
        var lead = Take(words.Lead);
        var support = Take(words.Support);
        var responsible = Take(words.Responsible, isLast: true);
        var official = Take(words.Official);
        var category = Take(words.Category);
        var subject = Take(words.Subject);
        var target = subject < 0 ? -1 : Take(words.Target);
        subject = subject < 0 ? Take(words.SubjectElse) : subject;
        var plan = Take(words.Plan);
        while (Take(words.Ignored) >= 0)
        {
        }

        if (subject < 0 || (responsible < 0 && lead < 0 && number < 0))
        {
            return null;
        }

        return new TableColumns(header)
        {
            Number = number,
            Category = category,
            Subject = subject,
            Plan = plan,
            Target = target,
            Official = official,
            Lead = lead,
            Support = support,
            Responsible = responsible,
            Areas = target < 0 ? [] : [.. free.Where(i => i > target && header[i].Length > 0).Order()],
        };
    }

    public bool IsSameHeader(TableRow row) => row.Cells.Select(c => Markers.Compact(c.Text)).SequenceEqual(Header, StringComparer.Ordinal);

    public static TableCell CellOf(TableRow row, int column) =>
        column >= 0 && column < row.Cells.Length ? row.Cells[column] : new TableCell(string.Empty, new SourceSpan(row.Span.End, row.Span.End));
}
