using System.Globalization;
using BenchmarkDotNet.Running;
using ZhoushanBot.Benchmarks;
using ZhoushanBot.Benchmarks.Asking;
using ZhoushanBot.Tests.Delivery.Crash;

// asking [SIZE …]: speed, size and accuracy beside a full-text search. fill FILE NOTICES and start FILE: the cold start.
// bare | adapter | connector URL, cloud PORT CERTIFICATE: servers for bench.sh. pages URL PID COUNT SECONDS: its chat pages.
// inprocess, reminding, status: its figures without a network. delivery, delivery-kills, journal: see README.md. Anything else goes to BenchmarkDotNet.
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
    case ["delivery", .. var rest] when rest is [] or [_]:
        await DeliveryRuns.SendAsync(rest is [var recipients] ? int.Parse(recipients, CultureInfo.InvariantCulture) : 10_000, Console.Out);
        break;
    case ["delivery-kills", .. var rest] when rest is [] or [_, _]:
        return await DeliveryRuns.KillAsync(
            rest is [var kills, _] ? int.Parse(kills, CultureInfo.InvariantCulture) : 50,
            rest is [_, var reminders] ? int.Parse(reminders, CultureInfo.InvariantCulture) : 1_000,
            Console.Out) ? 0 : 1;
    case ["journal"]:
        await DeliveryRuns.JournalAsync(Console.Out);
        break;
    case [DeliveryChild.Argument, .. var rest]:
        return await DeliveryChild.RunAsync(rest);
    case ["asking", .. var sizes]:
        new AskingReport(Console.Out).Run(sizes is [] ? [100_000, 1_000_000] : [.. sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture))]);
        break;
    case ["fill", var path, var notices]:
        await ColdStart.FillAsync(path, int.Parse(notices, CultureInfo.InvariantCulture));
        break;
    case ["start", var path]:
        await ColdStart.StartAsync(path, Console.Out);
        break;
    case ["reminding"]:
        Reminding.Report(Console.Out);
        break;
    case ["status"]:
        await StatusRuns.ReportAsync(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Questions).Assembly).Run(args);
        break;
}

return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
