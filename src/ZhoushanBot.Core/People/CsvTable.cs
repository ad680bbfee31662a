using System.Collections.Immutable;
using System.Text;

namespace ZhoushanBot.Core.People;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">Line on which it begins, the first is 1.</param>
/// <param name="Cells">Its cells, blanks around them taken off.</param>
public readonly record struct CsvRow(int Line, ImmutableArray<string> Cells)
{
    /// <summary>Nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(c => c.Length == 0);
}

/// <summary>CSV as spreadsheets write it: comma, semicolon or tab between cells, quotes doubled inside quotes, any line end.</summary>
public sealed class CsvTable
{
    private readonly string text;
    private readonly char separator;
    private int at;
    private int line = 1;

    private CsvTable(string text, char separator) => (this.text, this.separator) = (text, separator);

    /// <summary>The rows that are not empty; and the line of a quote that is never closed, 0 for none.</summary>
    public static (ImmutableArray<CsvRow> Rows, int OpenQuoteLine) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = text.TrimStart('\uFEFF');
        var table = new CsvTable(body, SeparatorOf(body));
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        while (table.at < body.Length)
        {
            var row = table.ReadRow(out var openQuoteLine);
            if (openQuoteLine > 0)
            {
                return (rows.ToImmutable(), openQuoteLine);
            }

            if (!row.IsEmpty)
            {
                rows.Add(row);
            }
        }

        return (rows.ToImmutable(), 0);
    }

    /// <summary>A cell as it must be written: quoted where needed, and defused where a spreadsheet would take it for a formula.</summary>
    public static string Cell(string value) => Quote(Defuse(value));

    /// <summary>A cell that is no text of somebody's, such as a number: only quoted where needed.</summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe in front, by which Excel knows a text.</summary>
    public static string Defuse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsFormula(value) ? $"'{value}" : value;
    }

    /// <summary>What was defused, as it was.</summary>
    public static string Restore(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell is ['\'', ..] && IsFormula(cell[1..]) ? cell[1..] : cell;
    }

    // What Excel and its like start a formula with, and the characters behind which one can hide.
    private static bool IsFormula(string value) =>
        value.AsSpan().TrimStart(' ') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return first.Contains(',') ? ',' : first.Contains('\t') ? '\t' : first.Contains(';') ? ';' : ',';
    }

    private CsvRow ReadRow(out int openQuoteLine)
    {
        var (begin, cells, cell) = (line, ImmutableArray.CreateBuilder<string>(), new StringBuilder());
        openQuoteLine = 0;
        while (at < text.Length && text[at] is not ('\r' or '\n'))
        {
            if (text[at] == separator)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                at++;
            }
            else if (text[at] == '"' && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                var opened = line;
                if (!ReadQuoted(cell.Clear()))
                {
                    openQuoteLine = opened;
                    break;
                }
            }
            else
            {
                cell.Append(text[at++]);
            }
        }

        SkipLineEnd();
        cells.Add(cell.ToString().Trim());
        return new CsvRow(begin, cells.ToImmutable());
    }

    /// <summary>From an opening quote to behind the closing one; false when there is none.</summary>
    private bool ReadQuoted(StringBuilder cell)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    at++;
                    return true;
                }

                at++;
            }

            line += text[at] == '\n' ? 1 : 0;
            cell.Append(text[at]);
        }

        return false;
    }

    private void SkipLineEnd()
    {
        if (at >= text.Length)
        {
            return;
        }

        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        line++;
    }
}
