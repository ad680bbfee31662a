using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;
using ZhoushanBot.Tests.Delivery.Crash;

namespace ZhoushanBot.Tests;

/// <summary>Runs the tests as xunit's own entry point does, or, when a test starts this program again, the part that is to be killed.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args) => args switch
    {
        [DeliveryChild.Argument, .. var rest] => DeliveryChild.RunAsync(rest),
        _ when args.Contains("--server", StringComparer.Ordinal) || args.Contains("--internal-msbuild-node", StringComparer.Ordinal) =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
