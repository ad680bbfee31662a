using System.Collections.Immutable;
using System.CommandLine;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Exports;
using ZhoushanBot.Office;
using ZhoushanBot.Reporting;

namespace ZhoushanBot.Commands;

/// <summary><c>report template FILE</c>, <c>report import FILE</c>, each <c>--unit U</c> or <c>--area A</c>: the sheet that goes out and comes back filled in.</summary>
internal static class ReportCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = ReportCommandText.In(surroundings.Text.Language);
        return new Command("report", words.Report) { Template(surroundings, data, words), Import(surroundings, data, words) };
    }

    private static Command Template(CommandSurroundings surroundings, Option<string?> data, ReportCommandText words)
    {
        var file = new Argument<string>("FILE") { Description = words.TemplateFile };
        var (unit, area) = Owners(words);
        var period = new Option<string?>("--period") { Description = words.Period, HelpName = "PERIOD" };
        var command = new Command("template", words.Template) { file, unit, area, period };
        command.Validators.Add(result => ExactlyOne(result, unit, area, words));
        command.SetAction((parsed, cancellationToken) => WriteAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(file), (parsed.GetValue(unit), parsed.GetValue(area)), parsed.GetValue(period), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static Command Import(CommandSurroundings surroundings, Option<string?> data, ReportCommandText words)
    {
        var file = new Argument<string>("FILE") { Description = words.File };
        var (unit, area) = Owners(words);
        var command = new Command("import", words.Import) { file, unit, area };
        command.Validators.Add(result => ExactlyOne(result, unit, area, words));
        command.SetAction((parsed, cancellationToken) => ReadAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(file), (parsed.GetValue(unit), parsed.GetValue(area)), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static (Option<string?> Unit, Option<string?> Area) Owners(ReportCommandText words) =>
        (new Option<string?>("--unit") { Description = words.Unit, HelpName = "UNIT" }, new Option<string?>("--area") { Description = words.Area, HelpName = "AREA" });

    private static void ExactlyOne(System.CommandLine.Parsing.CommandResult result, Option<string?> unit, Option<string?> area, ReportCommandText words)
    {
        if (result.GetValue(unit) is null == result.GetValue(area) is null)
        {
            result.AddError(words.UnitOrArea);
        }
    }

    private static async Task<int> WriteAsync(
        CommandSurroundings surroundings, ReportCommandText words, ParseResult parsed, string file, (string? Unit, string? Area) typed, string? periodTyped, string? data,
        CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = Path.GetFullPath(file, surroundings.Folder);
        if (ExportFormat.Named(Path.GetExtension(path).TrimStart('.')) is not { } format || (format != ExportFormat.Xlsx && format != ExportFormat.Csv))
        {
            await error.WriteLineAsync(words.NoFormat(path));
            return ExitCode.BadUsage;
        }

        using var opened = await surroundings.OpenAsync(data, cancellationToken);
        await opened.Book.LoadAsync(cancellationToken);
        if (OwnerOf(opened, typed) is not { } owner)
        {
            await error.WriteLineAsync(Unknown(opened, typed, words));
            return ExitCode.NothingFound;
        }

        var today = surroundings.Clock.Today;
        var year = opened.Archive.Current.Notices is [var newest, ..] ? newest.Notice.Year : today.Year;
        if (PeriodOf(periodTyped, year, today) is not { } period)
        {
            await error.WriteLineAsync(ExportText.In(surroundings.Text.Language).NoPeriod(periodTyped!));
            return ExitCode.BadUsage;
        }

        var context = ContextOf(opened, opened.Book.Current, owner, today);
        var sheet = ReportSheet.Make(context, context.Index.Items.Where(item => !context.IsClosed(item.Content.Notice)), period, surroundings.Text.Language);
        if (sheet.Length == 1)
        {
            await error.WriteLineAsync(words.NothingToReport(owner.Name));
            return ExitCode.NothingFound;
        }

        try
        {
            // Somebody's filled-in sheet has the same name as the template had.
            await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
            SheetFile.Write(stream, sheet, format, words.SheetName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(words.NotWritable(path, e.Message));
            return ExitCode.BadUsage;
        }

        await output.WriteLineAsync(words.TemplateWritten(path, owner.Name, sheet.Length - 1));
        return ExitCode.Done;
    }

    private static async Task<int> ReadAsync(
        CommandSurroundings surroundings, ReportCommandText words, ParseResult parsed, string file, (string? Unit, string? Area) typed, string? data, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = Path.GetFullPath(file, surroundings.Folder);
        var reading = await SheetFile.ReadAsync(path, cancellationToken);
        if (reading is not SheetReading.Lines { All: var lines })
        {
            await error.WriteLineAsync(reading is SheetReading.OpenQuote quote ? words.OpenQuote(path, quote.Line) : words.Unreadable(path, ((SheetReading.Unreadable)reading).Reason));
            return ExitCode.UnreadableInput;
        }

        using var opened = await surroundings.OpenAsync(data, cancellationToken);
        if (OwnerOf(opened, typed) is not { } owner)
        {
            await error.WriteLineAsync(Unknown(opened, typed, words));
            return ExitCode.NothingFound;
        }

        // Who can open the store at the machine acts for the unit; the journal tells that it was done there.
        var outcome = await opened.Book.DecideAsync(
            Actor.CommandLine,
            (state, now) => ReportSheet.Check(lines, ContextOf(opened, state, owner, DateOnly.FromDateTime(now.DateTime)), surroundings.Text.Language) is var judged
                && judged is SheetOutcome.Accepted accepted
                    ? new Decision<SheetOutcome>(judged, [.. accepted.Reports.Select(report => ProgressJson.Write(report.TaskId, report.Event))])
                    : new Decision<SheetOutcome>(judged, []),
            cancellationToken);
        if (outcome is SheetOutcome.Refused refused)
        {
            await TellAsync(refused.Findings, path, error, words, ReportText.In(surroundings.Text.Language));
            return ExitCode.UnreadableInput;
        }

        await output.WriteLineAsync(words.Imported(((SheetOutcome.Accepted)outcome).Reports.Length, owner.Name));
        return ExitCode.Done;
    }

    private static async Task TellAsync(ImmutableArray<SheetFinding> findings, string path, TextWriter error, ReportCommandText words, ReportText text)
    {
        foreach (var finding in findings)
        {
            await error.WriteLineAsync(text.Describe(finding));
        }

        await error.WriteLineAsync(words.Faulty(path, findings.Length));
    }

    // The last that may be reported, as the check has it; in a year's first months there is none but today.
    private static ReportPeriod? PeriodOf(string? typed, int year, DateOnly today) => typed is not null
        ? ReportPeriod.Read(typed, year)
        : ReportPeriod.OfYear(year).Where(period => period.End <= today.AddDays(ReportCheck.DaysBeforeTheEnd)).Prepend(ReportPeriod.On(today)).Last();

    private static Party? OwnerOf(OpenStore opened, (string? Unit, string? Area) typed)
    {
        var names = new KnownNames(opened.Archive.Current.Notices);
        return typed.Unit is { } unit
            ? names.Organization(unit.Trim()) is { } known ? new Party(known, null) : null
            : typed.Area is { } area && names.IsArea(area.Trim()) ? new Party(null, area.Trim()) : null;
    }

    private static string Unknown(OpenStore opened, (string? Unit, string? Area) typed, ReportCommandText words)
    {
        var names = new KnownNames(opened.Archive.Current.Notices);
        return typed.Unit is { } unit ? words.UnknownOwner(unit, names.NearestOrganization(unit)) : words.UnknownOwner(typed.Area!, names.NearestArea(typed.Area!));
    }

    private static ReportingContext ContextOf(OpenStore opened, OfficeState state, Party owner, DateOnly today)
    {
        var plan = opened.View.Plan(state);
        return new ReportingContext(
            opened.Archive.Current.Index, state.Progress, today,
            (item, area) => ReportRights.May(plan, party => owner.Area is null ? party.Organization == owner.Organization : party.Area == owner.Area, item, area));
    }
}
