namespace ZhoushanBot.Storage.Tests.Crash;

internal static class StoreChild
{
    public const string Argument = "store-child";

    public static Task<int> RunAsync(string[] args) => Task.FromResult(args.Length);
}
