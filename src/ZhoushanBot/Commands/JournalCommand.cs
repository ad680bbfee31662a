using System.CommandLine;
using System.Text;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Ledger;

namespace ZhoushanBot.Commands;

/// <summary><c>journal verify</c>, <c>journal export [--json|--csv] [FILE]</c>: the record of all that happened.</summary>
internal static class JournalCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = JournalText.In(surroundings.Text.Language);
        return new Command("journal", words.Journal) { Verify(surroundings, data, words), Export(surroundings, data, words) };
    }

    private static Command Verify(CommandSurroundings surroundings, Option<string?> data, JournalText words)
    {
        var command = new Command("verify", words.Verify);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            surroundings.Say(error, surroundings.Text.Loading);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var verdict = await opened.Journal.VerifyAsync(cancellationToken);
            if (verdict.Fault is { } fault)
            {
                await error.WriteLineAsync(words.Broken(verdict.Lines, fault));
                return ExitCode.StoreUnusable;
            }

            await output.WriteLineAsync(words.Whole(verdict.Lines, verdict.LastHash));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Export(CommandSurroundings surroundings, Option<string?> data, JournalText words)
    {
        var file = new Argument<string?>("FILE") { Description = words.File, Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = words.Json };
        var csv = new Option<bool>("--csv") { Description = words.Csv };
        var command = new Command("export", words.Export) { file, json, csv };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError(words.OneShape);
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var isJson = parsed.GetValue(json);
            if (parsed.GetValue(file) is not { } name)
            {
                await WriteAsync(opened.Journal, isJson, output, cancellationToken);
                return ExitCode.Done;
            }

            var path = Path.GetFullPath(name, surroundings.Folder);
            try
            {
                var count = await WriteFileAsync(opened.Journal, isJson, path, cancellationToken);
                await output.WriteLineAsync(words.Written(path, count));
                return ExitCode.Done;
            }
            catch (Exception e) when (e is IOException and not Storage.StoreException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync(words.NotWritable(path, e.Message));
                return ExitCode.BadUsage;
            }
        });
        return command;
    }

    private static async Task<long> WriteFileAsync(IJournal journal, bool isJson, string path, CancellationToken cancellationToken)
    {
        // The CSV brings its own mark.
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return await WriteAsync(journal, isJson, writer, cancellationToken);
    }

    private static Task<long> WriteAsync(IJournal journal, bool isJson, TextWriter output, CancellationToken cancellationToken) =>
        isJson ? LedgerExport.WriteJsonAsync(journal, output, cancellationToken) : LedgerExport.WriteCsvAsync(journal, output, cancellationToken);
}
