using System.CommandLine;
using ZhoushanBot.Teams;

namespace ZhoushanBot.Commands;

/// <summary><c>teams-package --app-id GUID [--host NAME] --out FILE</c>: the app package to upload to Teams. Needs no store.</summary>
internal static class TeamsPackageCommand
{
    public static Command Of(CommandSurroundings surroundings)
    {
        var text = surroundings.Text;
        var appId = new Option<string>("--app-id") { Description = text.AppId, HelpName = "GUID", Required = true };
        var host = new Option<string?>("--host") { Description = text.PublicHost, HelpName = "NAME" };
        var file = new Option<string>("--out") { Description = text.PackageFile, HelpName = "FILE", Required = true };
        var command = new Command("teams-package", text.TeamsPackage) { appId, host, file };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, parsed.InvocationConfiguration, parsed.GetRequiredValue(appId), parsed.GetValue(host), parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSurroundings surroundings, InvocationConfiguration console, string appId, string? host, string file, CancellationToken cancellationToken)
    {
        var text = surroundings.Text;
        if (!TeamsPackage.IsAppId(appId, out var id))
        {
            await console.Error.WriteLineAsync(text.NotAnAppId(appId));
            return ExitCode.BadUsage;
        }

        if (host is not null && !TeamsPackage.IsPublicHost(host))
        {
            await console.Error.WriteLineAsync(text.NotAHost(host));
            return ExitCode.BadUsage;
        }

        using var zip = new MemoryStream();
        TeamsPackage.Write(zip, id, host);
        var path = Path.GetFullPath(file, surroundings.Folder);
        try
        {
            await File.WriteAllBytesAsync(path, zip.ToArray(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync(text.NotWritable(path, e.Message));
            return ExitCode.BadUsage;
        }

        await console.Output.WriteLineAsync(text.PackageWritten(path, host));
        return ExitCode.Done;
    }
}
