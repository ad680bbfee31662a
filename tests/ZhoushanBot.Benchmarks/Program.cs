using System.Globalization;
using BenchmarkDotNet.Running;
using ZhoushanBot.Benchmarks;

// bare | adapter | connector URL, cloud PORT CERTIFICATE: servers for bench.sh. pages URL PID COUNT SECONDS: its chat pages. inprocess: its figures without a network. Anything else goes to BenchmarkDotNet.
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
    case ["cloud", var port, var certificate]:
        await FakeCloud.RunAsync(Number(port), certificate);
        break;
    case ["pages", var url, var pid, var count, var seconds]:
        await OpenPages.ReportAsync(new Uri(url), Number(pid), Number(count), TimeSpan.FromSeconds(Number(seconds)), Console.Out);
        break;
    case ["inprocess"]:
        InProcess.Report(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Questions).Assembly).Run(args);
        break;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
