using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;

namespace ZhoushanBot.Core.People;

/// <summary>The words of a directory file. Written in Chinese, read in both languages.</summary>
internal static class DirectoryWords
{
    private static readonly FrozenDictionary<DirectoryColumn, string[]> Headings = new Dictionary<DirectoryColumn, string[]>
    {
        [DirectoryColumn.Name] = ["姓名", "name"],
        [DirectoryColumn.Account] = ["账号", "帐号", "account", "account id", "upn"],
        [DirectoryColumn.Organization] = ["单位", "责任单位", "organization", "unit"],
        [DirectoryColumn.Area] = ["区域", "县（区）", "县区", "area"],
        [DirectoryColumn.Role] = ["身份", "角色", "role"],
        [DirectoryColumn.Head] = ["单位负责人", "负责人", "head"],
        [DirectoryColumn.Deputy] = ["代理人账号", "代理人", "deputy", "deputy account"],
        [DirectoryColumn.SupervisionOffice] = ["督查室", "supervision office"],
        [DirectoryColumn.Official] = ["服务的牵头领导", "牵头领导", "lead official"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DirectoryColumn> Columns = Headings
        .SelectMany(h => h.Value.Select(word => (word, h.Key)))
        .ToFrozenDictionary(h => h.word, h => h.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Role> Roles = new Dictionary<string, Role>(StringComparer.OrdinalIgnoreCase)
    {
        ["干部"] = Role.Staff,
        ["staff"] = Role.Staff,
        ["联络员"] = Role.Liaison,
        ["liaison"] = Role.Liaison,
        ["督查"] = Role.Manager,
        ["领导"] = Role.Manager,
        ["市领导"] = Role.Manager,
        ["督查室"] = Role.Manager,
        ["manager"] = Role.Manager,
        ["管理员"] = Role.Administrator,
        ["administrator"] = Role.Administrator,
        ["admin"] = Role.Administrator,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string HeadingOf(DirectoryColumn column) => Headings[column][0];

    public static DirectoryColumn? ColumnOf(string heading) => Columns.TryGetValue(heading, out var column) ? column : null;

    public static Role? RoleOf(string word) => Roles.TryGetValue(word, out var role) ? role : null;

    public static string NameOf(Role role) => role switch
    {
        Role.Staff => "干部",
        Role.Liaison => "联络员",
        Role.Manager => "督查",
        Role.Administrator => "管理员",
        _ => throw new UnreachableException(),
    };

    /// <summary>Yes, no (an empty cell is no), or null for any other word.</summary>
    public static bool? YesOrNo(string word) => word.ToUpperInvariant() switch
    {
        "是" or "√" or "Y" or "YES" or "TRUE" or "1" => true,
        "" or "否" or "N" or "NO" or "FALSE" or "0" => false,
        _ => null,
    };

    public static string CellOf(Person person, DirectoryColumn column) => column switch
    {
        DirectoryColumn.Name => person.Name,
        DirectoryColumn.Account => person.AccountId,
        DirectoryColumn.Organization => person.Organization ?? string.Empty,
        DirectoryColumn.Area => person.Area ?? string.Empty,
        DirectoryColumn.Role => NameOf(person.Role),
        DirectoryColumn.Head => person.IsHead ? "是" : string.Empty,
        DirectoryColumn.Deputy => person.DeputyAccountId ?? string.Empty,
        DirectoryColumn.SupervisionOffice => person.IsSupervisionOffice ? "是" : string.Empty,
        DirectoryColumn.Official => person.OfficialName ?? string.Empty,
        _ => throw new UnreachableException(),
    };
}

/// <summary>Which column stands where.</summary>
internal static class DirectoryHeadings
{
    private static readonly DirectoryColumn[] Needed = [DirectoryColumn.Name, DirectoryColumn.Account, DirectoryColumn.Role];

    public static ImmutableArray<DirectoryColumn> Read(CsvRow row, out ImmutableArray<DirectoryFinding> faults)
    {
        var columns = ImmutableArray.CreateBuilder<DirectoryColumn>();
        var found = ImmutableArray.CreateBuilder<DirectoryFinding>();
        foreach (var heading in row.Cells)
        {
            if (DirectoryWords.ColumnOf(heading) is not { } column)
            {
                found.Add(new DirectoryFinding(row.Line, DirectoryFault.UnknownColumn, [heading]));
                continue;
            }

            if (columns.Contains(column))
            {
                found.Add(new DirectoryFinding(row.Line, DirectoryFault.DoubleColumn, [heading]));
            }

            columns.Add(column);
        }

        found.AddRange(Needed.Except(columns).Select(c => new DirectoryFinding(row.Line, DirectoryFault.MissingColumn, [DirectoryWords.HeadingOf(c)])));
        faults = found.ToImmutable();
        return columns.ToImmutable();
    }
}

/// <summary>Reads the lines of people, and at the end what only all of them tell.</summary>
internal sealed class DirectoryRows(ImmutableArray<DirectoryColumn> columns, KnownNames names)
{
    private readonly List<DirectoryFinding> findings = [];
    private readonly List<(int Line, Person Person)> people = [];
    private readonly Dictionary<string, int> lineOfAccount = new(StringComparer.OrdinalIgnoreCase);

    public void Add(CsvRow row)
    {
        if (row.Cells.Length > columns.Length && row.Cells.AsSpan()[columns.Length..].ContainsAnyExcept(string.Empty))
        {
            Report(row, DirectoryFault.TooManyCells, row.Cells.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return;
        }

        var (name, account) = (Cell(row, DirectoryColumn.Name), Cell(row, DirectoryColumn.Account));
        if (name.Length == 0)
        {
            Report(row, DirectoryFault.NoName);
        }

        if (account.Length == 0)
        {
            Report(row, DirectoryFault.NoAccount);
        }
        else if (!lineOfAccount.TryAdd(account, row.Line))
        {
            Report(row, DirectoryFault.DoubleAccount, account, lineOfAccount[account].ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var deputy = Cell(row, DirectoryColumn.Deputy);
        var person = new Person(
            account, name, RoleOf(row), OrganizationOf(row), AreaOf(row), deputy.Length > 0 ? deputy : null, YesOrNo(row, DirectoryColumn.Head))
        {
            IsSupervisionOffice = YesOrNo(row, DirectoryColumn.SupervisionOffice),
            OfficialName = OfficialOf(row),
        };
        CheckSense(row, person);
        people.Add((row.Line, person));
    }

    public DirectoryReading Finish()
    {
        foreach (var (line, person) in people)
        {
            if (person.DeputyAccountId is { } deputy && !lineOfAccount.ContainsKey(deputy))
            {
                findings.Add(new DirectoryFinding(line, DirectoryFault.UnknownDeputy, [deputy]));
            }
        }

        return findings.Count > 0
            ? new DirectoryReading([], [.. findings.OrderBy(f => f.Line)])
            : new DirectoryReading([.. people.Select(p => p.Person)], []);
    }

    private void CheckSense(CsvRow row, Person person)
    {
        var hasPlace = Cell(row, DirectoryColumn.Organization).Length > 0 || Cell(row, DirectoryColumn.Area).Length > 0;
        if (person.IsHead && !hasPlace)
        {
            Report(row, DirectoryFault.HeadOfNothing);
        }
        else if (person.Role == Role.Liaison && !hasPlace)
        {
            Report(row, DirectoryFault.LiaisonOfNothing);
        }

        if ((person.IsSupervisionOffice || person.OfficialName is not null) && person.Role != Role.Manager)
        {
            Report(row, DirectoryFault.OfficeWithoutManager);
        }

        if (person.DeputyAccountId is { } deputy && deputy.Equals(person.AccountId, StringComparison.OrdinalIgnoreCase))
        {
            Report(row, DirectoryFault.OwnDeputy);
        }
    }

    private Role RoleOf(CsvRow row)
    {
        var word = Cell(row, DirectoryColumn.Role);
        if (DirectoryWords.RoleOf(word) is { } role)
        {
            return role;
        }

        Report(row, DirectoryFault.UnknownRole, word);
        return Role.Staff;
    }

    private string? OrganizationOf(CsvRow row)
    {
        var name = Cell(row, DirectoryColumn.Organization);
        if (name.Length == 0)
        {
            return null;
        }

        if (names.Organization(name) is { } known)
        {
            return known;
        }

        Report(row, DirectoryFault.UnknownOrganization, name, names.NearestOrganization(name) ?? string.Empty);
        return null;
    }

    private string? AreaOf(CsvRow row) => Known(row, DirectoryColumn.Area, names.IsArea, DirectoryFault.UnknownArea, names.NearestArea);

    private string? OfficialOf(CsvRow row) => Known(row, DirectoryColumn.Official, names.IsOfficial, DirectoryFault.UnknownOfficial, names.NearestOfficial);

    private string? Known(CsvRow row, DirectoryColumn column, Func<string, bool> isKnown, DirectoryFault fault, Func<string, string?> nearest)
    {
        var name = Cell(row, column);
        if (name.Length == 0 || isKnown(name))
        {
            return name.Length == 0 ? null : name;
        }

        Report(row, fault, name, nearest(name) ?? string.Empty);
        return null;
    }

    private bool YesOrNo(CsvRow row, DirectoryColumn column)
    {
        var word = Cell(row, column);
        if (DirectoryWords.YesOrNo(word) is { } answer)
        {
            return answer;
        }

        Report(row, DirectoryFault.NotYesOrNo, DirectoryWords.HeadingOf(column), word);
        return false;
    }

    private string Cell(CsvRow row, DirectoryColumn column)
    {
        var at = columns.IndexOf(column);
        var cell = at >= 0 && at < row.Cells.Length ? row.Cells[at] : string.Empty;

        // What was written defused comes back as it was.
        return CsvTable.Restore(cell);
    }

    private void Report(CsvRow row, DirectoryFault fault, params ImmutableArray<string> arguments) => findings.Add(new DirectoryFinding(row.Line, fault, arguments));
}
