using System.CommandLine;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Exports;

namespace ZhoushanBot.Commands;

/// <summary><c>export FILE [--period …] [--format …]</c>: the official table of how everything stands, or every figure behind it.</summary>
internal static class ExportCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = ExportText.In(surroundings.Text.Language);
        var file = new Argument<string>("FILE") { Description = words.File };
        var period = new Option<string?>("--period") { Description = words.PeriodHelp, HelpName = "PERIOD" };
        var format = new Option<string?>("--format") { Description = words.FormatHelp, HelpName = string.Join('|', ExportFormat.All.Select(f => f.Name)) };
        var command = new Command("export", words.Export) { file, period, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(file), parsed.GetValue(period), parsed.GetValue(format), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSurroundings surroundings, ExportText words, ParseResult parsed, string file, string? periodTyped, string? formatTyped, string? data, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = Path.GetFullPath(file, surroundings.Folder);
        if (ExportFormat.Named(formatTyped ?? Path.GetExtension(path).TrimStart('.')) is not { } format)
        {
            await error.WriteLineAsync(words.NoFormat(formatTyped ?? Path.GetExtension(path)));
            return ExitCode.BadUsage;
        }

        using var opened = await surroundings.OpenAsync(data, cancellationToken);
        await opened.Book.LoadAsync(cancellationToken);
        var year = opened.Archive.Current.Notices is [var newest, ..] ? newest.Notice.Year : surroundings.Clock.Today.Year;
        ReportPeriod? period = periodTyped is null ? null : ReportPeriod.Read(periodTyped, year);
        if (periodTyped is not null && period is null)
        {
            await error.WriteLineAsync(words.NoPeriod(periodTyped));
            return ExitCode.BadUsage;
        }

        // Files get passed on: what is internal stays out of them.
        var export = new StatusExport(opened.View.Status(Role.Administrator, seesInternal: false) with { Through = period }, surroundings.Text.Language);
        if (export.IsEmpty)
        {
            await error.WriteLineAsync(words.Nothing);
            return ExitCode.NothingFound;
        }

        try
        {
            // Whole or not at all: a table that breaks off in the middle is taken for the whole one.
            var beside = $"{path}.tmp";
            await using (var written = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite))
            {
                export.Write(written, format);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(words.NotWritten(path, e.Message));
            return ExitCode.UnreadableInput;
        }

        await output.WriteLineAsync(words.Written(path));
        return ExitCode.Done;
    }
}
