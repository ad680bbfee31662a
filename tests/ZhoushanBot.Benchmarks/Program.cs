using BenchmarkDotNet.Running;
using ZhoushanBot.Benchmarks;

// bare | adapter | connector URL: servers for bench.sh. inprocess, reminding: its figures without a network. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["bare", var url]:
        await BareServers.RunEchoAsync(url);
        break;
    case ["adapter", var url]:
        await BareServers.RunAdapterAsync(url);
        break;
    case ["connector", var url]:
        await BareServers.RunConnectorAsync(url);
        break;
    case ["inprocess"]:
        InProcess.Report(Console.Out);
        break;
    case ["reminding"]:
        Reminding.Report(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Questions).Assembly).Run(args);
        break;
}
