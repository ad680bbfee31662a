using System.Collections.Immutable;
using System.Text;

namespace ZhoushanBot.Core.People;

/// <summary>Why a line of a directory file does not hold.</summary>
public enum DirectoryFault
{
    /// <summary>The file has no line of people.</summary>
    NoPeople,

    /// <summary>A needed column is missing; argument: its name.</summary>
    MissingColumn,

    /// <summary>A column stands twice; argument: its name.</summary>
    DoubleColumn,

    /// <summary>No such column; argument: its heading.</summary>
    UnknownColumn,

    /// <summary>A quotation mark is never closed.</summary>
    OpenQuote,

    /// <summary>More cells than headings; argument: how many cells.</summary>
    TooManyCells,

    /// <summary>No name.</summary>
    NoName,

    /// <summary>No account.</summary>
    NoAccount,

    /// <summary>An account stands twice; arguments: the account, the line of the other.</summary>
    DoubleAccount,

    /// <summary>No notice names the unit; arguments: the unit, the nearest name or nothing.</summary>
    UnknownOrganization,

    /// <summary>No table names the area; arguments: the area, the nearest name or nothing.</summary>
    UnknownArea,

    /// <summary>No notice names the official; arguments: the name, the nearest or nothing.</summary>
    UnknownOfficial,

    /// <summary>No such role; argument: the word.</summary>
    UnknownRole,

    /// <summary>Neither yes nor no; arguments: the column, the word.</summary>
    NotYesOrNo,

    /// <summary>The deputy's account is not in the file; argument: the account.</summary>
    UnknownDeputy,

    /// <summary>Somebody is to stand in for himself.</summary>
    OwnDeputy,

    /// <summary>A liaison needs a unit or an area.</summary>
    LiaisonOfNothing,

    /// <summary>A head needs a unit or an area.</summary>
    HeadOfNothing,

    /// <summary>The supervision office and officials' offices need the role of a manager.</summary>
    OfficeWithoutManager,
}

/// <summary>One fault.</summary>
/// <param name="Line">Line of the file, the first is 1; 0 for the whole file.</param>
/// <param name="Fault">What.</param>
/// <param name="Arguments">What the message names, in the order that <see cref="DirectoryFault"/> gives.</param>
public sealed record DirectoryFinding(int Line, DirectoryFault Fault, ImmutableArray<string> Arguments);

/// <summary>What came of reading a directory file.</summary>
/// <param name="People">Everybody, in the file's order; empty when anything is wrong: nothing is taken by halves.</param>
/// <param name="Findings">Every fault, in the order of lines; empty when all holds.</param>
public sealed record DirectoryReading(ImmutableArray<Person> People, ImmutableArray<DirectoryFinding> Findings);

/// <summary>The directory as a file that an office program opens: the whole of it, one person a line.</summary>
public static class DirectoryCsv
{
    private static readonly DirectoryColumn[] Columns = Enum.GetValues<DirectoryColumn>();

    /// <summary>An empty file with its headings and one line of example for each role, UTF-8 text with byte order mark and CRLF.</summary>
    public static string Template { get; } = Write(
    [
        new Person("zhangsan@example.gov.cn", "（示例）张三", Role.Liaison, "市某某局", null, "lisi@example.gov.cn", false),
        new Person("lisi@example.gov.cn", "（示例）李四", Role.Liaison, "市某某局", null, null, true),
        new Person("wangwu@example.gov.cn", "（示例）王五", Role.Liaison, null, "某某县", null, false),
        new Person("zhaoliu@example.gov.cn", "（示例）赵六", Role.Manager, null, null, null, false) { IsSupervisionOffice = true },
        new Person("sunqi@example.gov.cn", "（示例）孙七", Role.Manager, null, null, null, false) { OfficialName = "某某某" },
        new Person("zhouba@example.gov.cn", "（示例）周八", Role.Administrator, null, null, null, false),
    ]);

    /// <summary>People as a file that <see cref="Read"/> gives back.</summary>
    public static string Write(IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var text = new StringBuilder("\uFEFF").AppendJoin(',', Columns.Select(DirectoryWords.HeadingOf)).Append("\r\n");
        foreach (var person in people)
        {
            text.AppendJoin(',', Columns.Select(column => CsvTable.Cell(DirectoryWords.CellOf(person, column)))).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Reads a file; never throws.</summary>
    /// <param name="text">Decoded; a byte order mark in front is passed over. Headings are Chinese or English, in any order.</param>
    /// <param name="names">The names that may occur.</param>
    public static DirectoryReading Read(string text, KnownNames names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        var (rows, openQuote) = CsvTable.Read(text);
        if (openQuote > 0)
        {
            return Refuse(new DirectoryFinding(openQuote, DirectoryFault.OpenQuote, []));
        }

        if (rows.Length == 0)
        {
            return Refuse(new DirectoryFinding(0, DirectoryFault.NoPeople, []));
        }

        var columns = DirectoryHeadings.Read(rows[0], out var faults);
        if (!faults.IsEmpty)
        {
            return new DirectoryReading([], faults);
        }

        if (rows.Length == 1)
        {
            return Refuse(new DirectoryFinding(0, DirectoryFault.NoPeople, []));
        }

        var reader = new DirectoryRows(columns, names);
        foreach (var row in rows.AsSpan()[1..])
        {
            reader.Add(row);
        }

        return reader.Finish();
    }

    private static DirectoryReading Refuse(DirectoryFinding finding) => new([], [finding]);
}

/// <summary>The columns of a directory file, in its order.</summary>
internal enum DirectoryColumn
{
    Name,
    Account,
    Organization,
    Area,
    Role,
    Head,
    Deputy,
    SupervisionOffice,
    Official,
}
