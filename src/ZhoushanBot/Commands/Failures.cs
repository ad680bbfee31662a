using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Import;
using ZhoushanBot.Storage;

namespace ZhoushanBot.Commands;

/// <summary>What a failure leaves to the caller: an exit code, and words that name the remedy, in both languages.</summary>
internal static class Failures
{
    public static (int ExitCode, string Message) Of(Exception failure, CommandText text) => failure switch
    {
        StoreInUseException e => (ExitCode.StoreInUse, e.Message),
        StoreException e => (ExitCode.StoreUnusable, e.Message),
        UnreadableNamesException e => (ExitCode.BadUsage, e.Message),
        UnreadableNoticeException e => (ExitCode.UnreadableInput, e.Message),
        OptionsValidationException e => (ExitCode.BadUsage, string.Join('\n', e.Failures)),
        AggregateException e when e.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            (ExitCode.BadUsage, string.Join('\n', e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures))),
        UnguardedAddressException e => (ExitCode.CannotListen, e.Message),
        IOException { InnerException: AddressInUseException } e => (ExitCode.CannotListen, AddressTaken(e)),
        SocketException e => (ExitCode.CannotListen, AddressTaken(e)),
        _ => (ExitCode.Fault, $"{text.Fault}\n{failure}"),
    };

    private static string AddressTaken(Exception e) =>
        $"无法监听（{e.Message}）。请停止占用该地址的程序，或用 --urls 另选地址。\nCannot listen ({e.Message}). Stop the program that uses the address, or choose another one with --urls.";
}
