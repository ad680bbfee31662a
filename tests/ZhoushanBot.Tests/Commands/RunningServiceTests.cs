using ZhoushanBot.Commands;

namespace ZhoushanBot.Tests.Commands;

public sealed class RunningServiceTests : IDisposable
{
    private readonly ScratchFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Commands_work_while_the_service_runs_and_a_second_service_is_refused()
    {
        await using var service = await ServiceProcess.StartAsync(data, "http://127.0.0.1:0");

        var second = await CommandRun.OfAsync("serve", "--data", data, "--urls", "http://127.0.0.1:0");
        var ask = await CommandRun.OfAsync("ask", "市水利局牵头哪些任务？", "--data", data);
        var import = await CommandRun.OfAsync("import", ImportedStore.NoticePath, "--yes", "--data", data);

        Assert.Equal(ExitCode.StoreInUse, second.ExitCode);
        Assert.Contains("in use by another process", second.Error, StringComparison.Ordinal);
        Assert.Contains("正被另一个进程使用", second.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, ask.ExitCode);
        Assert.Contains("岑港水库", ask.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, import.ExitCode);
        Assert.Contains("nothing was changed", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_service_was_killed_commands_open_the_store_themselves()
    {
        await (await ServiceProcess.StartAsync(data, "http://127.0.0.1:0")).DisposeAsync();

        var ask = await CommandRun.OfAsync("ask", "市水利局牵头哪些任务？", "--data", data);

        Assert.Equal((ExitCode.Done, ""), (ask.ExitCode, ask.Error));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task Without_an_app_id_it_listens_to_no_other_machine(string urls)
    {
        var run = await CommandRun.OfAsync("serve", "--data", data, "--urls", urls, "--Import:FirstNotice=");

        Assert.Equal(ExitCode.CannotListen, run.ExitCode);
        Assert.Contains("Bot:AppId", run.Error, StringComparison.Ordinal);
        Assert.Contains("只能在本机", run.Error, StringComparison.Ordinal);
        Assert.Contains("this machine only", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_app_id_it_listens_where_it_is_told_to()
    {
        await using var service = await ServiceProcess.StartAsync(
            data, "http://0.0.0.0:0", "--Bot:AppId=00000000-0000-0000-0000-000000000001", "--Bot:TenantId=t", "--Bot:Password=p", "--Import:FirstNotice=");

        Assert.StartsWith("http://0.0.0.0:", service.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_address_is_named()
    {
        await using var service = await ServiceProcess.StartAsync(data["one"], "http://127.0.0.1:0", "--Import:FirstNotice=");

        var second = await CommandRun.OfAsync("serve", "--data", data["two"], "--urls", service.Url, "--Import:FirstNotice=");

        Assert.Equal(ExitCode.CannotListen, second.ExitCode);
        Assert.Contains("--urls", second.Error, StringComparison.Ordinal);
    }
}
