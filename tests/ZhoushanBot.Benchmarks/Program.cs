using System.Globalization;
using BenchmarkDotNet.Running;
using ZhoushanBot.Benchmarks;
using ZhoushanBot.Benchmarks.Asking;

// asking [SIZE …]: speed, size and accuracy beside a full-text search. fill FILE NOTICES and start FILE: the cold start.
// bare | adapter | connector URL: servers for bench.sh. inprocess: its figures without a network. Anything else goes to BenchmarkDotNet.
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
    case ["asking", .. var sizes]:
        new AskingReport(Console.Out).Run(sizes is [] ? [100_000, 1_000_000] : [.. sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture))]);
        break;
    case ["fill", var path, var notices]:
        await ColdStart.FillAsync(path, int.Parse(notices, CultureInfo.InvariantCulture));
        break;
    case ["start", var path]:
        await ColdStart.StartAsync(path, Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Questions).Assembly).Run(args);
        break;
}
