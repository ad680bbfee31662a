using System.Globalization;
using System.Reflection;
using ZhoushanBot.Commands;
using ZhoushanBot.Tests.Structure;

namespace ZhoushanBot.Tests.Commands;

public sealed class ExitCodeTests
{
    [Fact]
    public async Task Every_exit_code_is_documented_and_no_other()
    {
        var readme = await File.ReadAllLinesAsync(Path.Combine(SourceTree.Root, "src", "ZhoushanBot", "README.md"), TestContext.Current.CancellationToken);
        var codes = typeof(ExitCode).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (int)field.GetRawConstantValue()!).Order();

        var documented = readme.SkipWhile(line => line != "## Exit codes").TakeWhile(line => line != "## Settings")
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 2 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out _))
            .Select(cells => int.Parse(cells[1], CultureInfo.InvariantCulture));

        Assert.Equal(codes, documented);
    }
}
