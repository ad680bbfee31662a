using System.CommandLine;
using ZhoushanBot.Import;

namespace ZhoushanBot.Commands;

/// <summary><c>import FILE [--yes]</c>: reads, shows, asks, saves.</summary>
internal static class ImportCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var text = surroundings.Text;
        var file = new Argument<string>("FILE") { Description = text.File };
        var yes = new Option<bool>("--yes", "-y") { Description = text.Yes };
        var command = new Command("import", text.Import) { file, yes };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, parsed, parsed.GetRequiredValue(file), parsed.GetValue(yes), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSurroundings surroundings, ParseResult parsed, string file, bool isAgreed, string? data, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var text = ImportText.In(surroundings.Text.Language);
        var path = Path.GetFullPath(file, surroundings.Folder);
        surroundings.Say(error, text.Reading(path));
        var read = await NoticeFile.ReadAsync(path, cancellationToken);
        if (read is not NoticeFile.Readable notice)
        {
            await error.WriteLineAsync(text.Unreadable((NoticeFile.Unreadable)read));
            return ExitCode.UnreadableInput;
        }

        await output.WriteLineAsync(text.Preview(notice));
        if (!isAgreed && !await AgreesAsync(surroundings.Input, output, text, cancellationToken))
        {
            await output.WriteLineAsync(text.Declined);
            return ExitCode.Declined;
        }

        using var opened = await surroundings.OpenAsync(data, cancellationToken);
        surroundings.Say(error, text.Saving);
        var outcome = await opened.Archive.ImportAsync(notice.Content, cancellationToken);
        await output.WriteLineAsync(text.Outcome(outcome, notice.Content.Notice));
        return ExitCode.Done;
    }

    private static async Task<bool> AgreesAsync(TextReader? input, TextWriter output, ImportText text, CancellationToken cancellationToken)
    {
        if (input is null)
        {
            return false;
        }

        await output.WriteAsync(text.Question);
        await output.FlushAsync(cancellationToken);
        var answer = (await input.ReadLineAsync(cancellationToken))?.Trim();
        return answer is "y" or "Y" or "yes" or "是" or "好";
    }
}
