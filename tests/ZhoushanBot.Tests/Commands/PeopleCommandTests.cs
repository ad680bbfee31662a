using ZhoushanBot.Commands;

namespace ZhoushanBot.Tests.Commands;

public sealed class PeopleCommandTests : IDisposable
{
    private const string Header = "姓名,账号,单位,区域,身份,单位负责人,代理人账号,督查室,服务的牵头领导\r\n";

    private const string Three = Header
        + "张三,zhang@x.cn,市水利局,,联络员,,li@x.cn,,\r\n"
        + "李四,li@x.cn,市水利局,,联络员,是,,,\r\n"
        + "赵六,zhao@x.cn,,,督查,,,是,\r\n";

    private readonly ScratchFolder data = new();

    public PeopleCommandTests() => Directory.CreateDirectory(data["store"]);

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_directory_is_shown_imported_and_its_changes_shown_the_next_time()
    {
        await using var service = await ServiceProcess.StartAsync(data["store"], "http://127.0.0.1:0");

        var shown = await RunAsync("import", File(Three));
        var imported = await RunAsync("import", File(Three), "--yes");
        var again = await RunAsync("import", File(Three), "--yes");
        var changed = await RunAsync("import", File(Header + "张三,zhang@x.cn,市水利局,,联络员,,,,\r\n王五,wang@x.cn,,岱山县,联络员,,,,\r\n赵六,zhao@x.cn,,,督查,,,是,\r\n"), "--yes");
        var list = await RunAsync("list");

        Assert.Equal(ExitCode.Declined, shown.ExitCode);
        Assert.Contains("+ 张三 zhang@x.cn liaison 市水利局 deputy li@x.cn", shown.Output, StringComparison.Ordinal);
        Assert.Contains("The people of the demonstration give way", shown.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, imported.ExitCode);
        Assert.Contains("the directory has 3 people now", imported.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("nothing was changed", again.Output, StringComparison.Ordinal);
        Assert.Contains("1 new, 1 changed, 1 taken out, 1 as before", changed.Output, StringComparison.Ordinal);
        Assert.Contains("- 李四 li@x.cn", changed.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, list.ExitCode);
        Assert.Contains("王五 wang@x.cn liaison 岱山县  has not spoken", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("演示", list.Output, StringComparison.Ordinal);
        Assert.Contains("Nobody speaks for", list.Output, StringComparison.Ordinal);
    }

    private string File(string content)
    {
        var path = data[$"{Guid.NewGuid():N}.csv"];
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync(["people", .. args, "--data", data["store"]]);
}
