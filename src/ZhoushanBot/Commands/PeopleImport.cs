using System.CommandLine;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Import;
using ZhoushanBot.Office;

namespace ZhoushanBot.Commands;

/// <summary><c>people import FILE [--yes]</c>: reads, shows who comes, changes and goes, asks, and makes the file the directory.</summary>
internal static class PeopleImport
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data, PeopleCommandText words)
    {
        var file = new Argument<string>("FILE") { Description = words.File };
        var yes = new Option<bool>("--yes", "-y") { Description = words.Yes };
        var command = new Command("import", words.Import) { file, yes };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(file), parsed.GetValue(yes), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSurroundings surroundings, PeopleCommandText words, ParseResult parsed, string file, bool isAgreed, string? data, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = Path.GetFullPath(file, surroundings.Folder);
        var (text, reason) = await NoticeFile.ReadTextAsync(path, cancellationToken);
        if (text is null)
        {
            await error.WriteLineAsync(words.Unreadable(path, reason!));
            return ExitCode.UnreadableInput;
        }

        using var opened = await surroundings.OpenAsync(data, cancellationToken);
        var reading = DirectoryCsv.Read(text.Value, new KnownNames(opened.Archive.Current.Notices));
        if (!reading.Findings.IsEmpty)
        {
            await TellAsync(reading, path, error, words, surroundings.Text.Language);
            return ExitCode.UnreadableInput;
        }

        await opened.Book.LoadAsync(cancellationToken);
        var changes = DirectoryChanges.Between(opened.Book.Current.People, reading.People);
        await output.WriteLineAsync(words.Preview(path, text.EncodingName, changes, opened.Book.Current.People.IsDemonstration));
        if (changes.Changes.IsEmpty)
        {
            await output.WriteLineAsync(words.NothingChanged);
            return ExitCode.Done;
        }

        if (!isAgreed && !await AgreesAsync(surroundings.Input, output, words, cancellationToken))
        {
            await output.WriteLineAsync(words.Declined);
            return ExitCode.Declined;
        }

        await opened.Book.DecideAsync(
            Actor.CommandLine, (_, _) => new Decision<bool>(true, [PeopleJournal.Write(new PeopleEvent.Imported(reading.People))]), cancellationToken);
        await output.WriteLineAsync(words.Imported(reading.People.Length));
        return ExitCode.Done;
    }

    private static async Task TellAsync(DirectoryReading reading, string path, TextWriter error, PeopleCommandText words, ReplyLanguage language)
    {
        foreach (var finding in reading.Findings)
        {
            await error.WriteLineAsync(DirectoryText.In(language).Describe(finding));
        }

        await error.WriteLineAsync(words.Faulty(path, reading.Findings.Length));
    }

    private static async Task<bool> AgreesAsync(TextReader? input, TextWriter output, PeopleCommandText words, CancellationToken cancellationToken)
    {
        if (input is null)
        {
            return false;
        }

        await output.WriteAsync(words.Question);
        await output.FlushAsync(cancellationToken);
        var answer = (await input.ReadLineAsync(cancellationToken))?.Trim();
        return answer is "y" or "Y" or "yes" or "是" or "好";
    }
}
