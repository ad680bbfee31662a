using System.Text;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Tests.People;

public sealed class PermissionsTests
{
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
