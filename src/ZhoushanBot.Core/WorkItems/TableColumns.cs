using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Which column of a table holds what, read from its header and never assumed; -1 for a column that is not there.</summary>
internal sealed record TableColumns
{
    /// <summary>Far more than a province has counties; a wider line is noise.</summary>
    private const int MostColumns = 200;

    private TableColumns(ImmutableArray<string> header)
    {
        Header = header;
    }

    public ImmutableArray<string> Header { get; }

    public int Number { get; private init; } = -1;

    public int Category { get; private init; } = -1;

    public int Subject { get; private init; } = -1;

    /// <summary>Columns that say more about the subject: content, measures, plan, time limit; may be empty.</summary>
    public ImmutableArray<int> Plans { get; private init; } = [];

    public int Target { get; private init; } = -1;

    public int MeasureUnit { get; private init; } = -1;

    public int Official { get; private init; } = -1;

    public int Lead { get; private init; } = -1;

    public int Support { get; private init; } = -1;

    public int Responsible { get; private init; } = -1;

    /// <summary>One column per area; empty for a table that breaks nothing down.</summary>
    public ImmutableArray<int> Areas { get; private init; } = [];

    /// <summary>Columns that no rule knows, where none is known as that of the total, which areas stand to the right of; else empty.</summary>
    public ImmutableArray<int> Unknown { get; private init; } = [];

    /// <summary>The column that says who is responsible: the plain one, else that of the lead.</summary>
    public int Organizations => Responsible >= 0 ? Responsible : Lead;

    /// <summary>Null when the row is no header: it names neither a subject nor who is responsible.</summary>
    public static TableColumns? Of(TableRow row, ReadingRules rules)
    {
        if (row.Cells.Length > MostColumns)
        {
            return null;
        }

        var words = rules.Columns;
        var header = TextsOf(row);
        var free = new FreeColumns(header);
        var (number, lead, support) = (free.Take(words.Number), free.Take(words.Lead), free.Take(words.Support));
        var responsible = free.TakeLast(words.Responsible);
        var (official, category, subject) = (free.Take(words.Official), free.Take(words.Category), free.Take(words.Subject));
        var target = subject < 0 ? -1 : free.Take(words.Target);
        subject = subject < 0 ? free.Take(words.SubjectElse) : subject;
        var plans = free.TakeAll(words.Plan.Concat(words.Subject));
        var measureUnit = free.TakeExact(words.MeasureUnit);
        free.TakeAll(words.Ignored.Concat(rules.TotalWords));

        // "单位" is who is responsible where nothing else says so, and what is counted elsewhere.
        (responsible, measureUnit) = responsible < 0 && lead < 0 && number >= 0 ? (measureUnit, -1) : (responsible, measureUnit);
        if (subject < 0 || (responsible < 0 && lead < 0 && number < 0))
        {
            return null;
        }

        return new TableColumns(header)
        {
            Number = number,
            Category = category,
            Subject = subject,
            Plans = plans,
            Target = target,
            MeasureUnit = measureUnit,
            Official = official,
            Lead = lead,
            Support = support,
            Responsible = responsible,
            Areas = target < 0 ? [] : free.RightOf(target) is { Length: > 0 } right ? right : free.RightOf(subject),
            Unknown = target < 0 ? free.RightOf(subject) : [],
        };
    }

    /// <summary>The cells of a header line without white space.</summary>
    public static ImmutableArray<string> TextsOf(TableRow row) => [.. row.Cells.Select(c => Wording.Compact(c.Text))];

    public static TableCell CellOf(TableRow row, int column) =>
        column >= 0 && column < row.Cells.Length ? row.Cells[column] : new TableCell(string.Empty, new SourceSpan(row.Span.End, row.Span.End));

    /// <summary>Columns that no rule has taken yet.</summary>
    private sealed class FreeColumns(ImmutableArray<string> header)
    {
        private readonly SortedSet<int> free = [.. Enumerable.Range(0, header.Length)];

        public int Take(IEnumerable<string> words) => Remove(free.Where(i => Wording.ContainsAny(header[i], words)).FirstOrDefault(-1));

        public int TakeLast(IEnumerable<string> words) => Remove(free.Where(i => Wording.ContainsAny(header[i], words)).LastOrDefault(-1));

        public int TakeExact(ImmutableArray<string> words) => Remove(free.Where(i => words.Contains(header[i], StringComparer.Ordinal)).FirstOrDefault(-1));

        public ImmutableArray<int> TakeAll(IEnumerable<string> words)
        {
            ImmutableArray<int> taken = [.. free.Where(i => Wording.ContainsAny(header[i], words))];
            free.ExceptWith(taken);
            return taken;
        }

        public ImmutableArray<int> RightOf(int column) => [.. free.Where(i => i > column && header[i].Length > 0)];

        private int Remove(int column)
        {
            free.Remove(column);
            return column;
        }
    }
}
