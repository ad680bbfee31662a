using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;
using ZhoushanBot.Storage.Tests.Crash;

namespace ZhoushanBot.Storage.Tests;

/// <summary>Runs the tests as xunit's own entry point does, or, when a test starts this program again, the part that is to be killed or refused.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [StoreChild.Argument, .. var rest] => StoreChild.RunAsync(rest),
        _ when args.Contains("--server", StringComparer.Ordinal) || args.Contains("--internal-msbuild-node", StringComparer.Ordinal) =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
