using System.Text;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Tests.People;

public sealed class PermissionsTests
{
    private const string L = "liaison";
    private const string M = "manager";
    private const string A = "administrator";

    // What DOMAIN says in words of who does what, written down a second time and by hand: the table of the product must say the same.
    private static readonly (Right Right, string[] Accounts)[] Agreed =
    [
        (Right.Ask, ["", "stranger", "staff", L, M, A]),
        (Right.AcknowledgeOwn, [L]),
        (Right.SnoozeOwn, [L]),
        (Right.ReportOwn, [L]),
        (Right.RequestExtension, [L]),
        (Right.RedeemCode, [L, M, A]),
        (Right.SeeStatus, [M, A]),
        (Right.SeeInternal, [M, A]),
        (Right.SetDeadline, [M]),
        (Right.DecideExtension, [M]),
        (Right.Chase, [M]),
        (Right.Review, [M]),
        (Right.OverrideLamp, [M]),
        (Right.SeeLedger, [M, A]),
        (Right.Export, [M, A]),
        (Right.PreviewReminders, [M, A]),
        (Right.Subscribe, [M]),
        (Right.Import, [A]),
        (Right.MarkInternal, [A]),
        (Right.KeepDirectory, [A]),
        (Right.BindChats, [A]),
        (Right.RetryDelivery, [A]),
    ];

    private static readonly PeopleDirectory Directory = new(
    [
        new Person("staff", "钱一", Role.Staff, "市水利局", null, null, false),
        new Person(L, "张三", Role.Liaison, "市水利局", null, null, false),
        new Person(M, "赵六", Role.Manager, null, null, null, false),
        new Person(A, "周八", Role.Administrator, null, null, null, false),
    ]);

    public static TheoryData<string, Right> Everybody => new(
        from account in (string[])["", "stranger", "staff", L, M, A, "LIAISON", "service", "command-line", "persona-manager"]
        from right in Enum.GetValues<Right>()
        select (account, right));

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Every_account_may_what_was_agreed_and_nothing_else(string account, Right right)
    {
        // An account is the same in either case; one that is not listed may only ask, whatever it is called.
        var listed = account.ToLowerInvariant();
        var expected = right == Right.Ask || Agreed.Single(row => row.Right == right).Accounts.Contains(listed, StringComparer.Ordinal);

        Assert.Equal(expected, Permissions.Allow(Directory.RoleOf(new Actor(account, "督查室 administrator")), right));
    }

    [Fact]
    public void No_right_is_left_out_here() => Assert.Equal(Enum.GetValues<Right>(), Agreed.Select(row => row.Right));

    [Fact]
    public void Who_may_do_what_is_as_reviewed()
    {
        var table = new StringBuilder();
        foreach (var right in Enum.GetValues<Right>())
        {
            table.Append(right.ToString().PadRight(18));
            foreach (var role in Enum.GetValues<Role>())
            {
                table.Append(Permissions.Allow(role, right) ? $" {role}" : "");
            }

            table.Append('\n');
        }

        GoldenFile.Same("permissions.txt", table.ToString());
    }

    [Fact]
    public void What_the_table_does_not_name_is_denied()
    {
        Assert.False(Permissions.Allow((Role)99, Right.Ask));
        Assert.False(Permissions.Allow(Role.Administrator, (Right)99));
    }

    [Fact]
    public void Staff_only_ask() => Assert.Equal([Right.Ask], Permissions.Of(Role.Staff));
}
