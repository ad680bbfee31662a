using System.CommandLine;
using ZhoushanBot.Configuration;

namespace ZhoushanBot.Commands;

/// <summary>The commands, one file each.</summary>
internal static class CommandLine
{
    private const string Data = "--data";
    private const string Serve = "serve";

    /// <summary>Every command but <c>serve</c>; without one there is nothing to do.</summary>
    public static RootCommand Of(CommandSurroundings surroundings)
    {
        var text = surroundings.Text;
        var data = new Option<string?>(Data) { Description = text.Data, HelpName = "DIR", Recursive = true };
        return new RootCommand(text.Program)
        {
            data,
            ImportCommand.Of(surroundings, data),
            AskCommand.Of(surroundings, data),
            FindingsCommand.Of(surroundings, data),
            TasksCommand.Of(surroundings, data),
            PeopleCommand.Of(surroundings, data),
            DeadlineCommand.Of(surroundings, data),
            RemindersCommand.Of(surroundings, data),
            SubscriptionsCommand.Of(surroundings, data),
            OutboxCommand.Of(surroundings, data),
            JournalCommand.Of(surroundings, data),
            QuestionsCommand.Of(surroundings, data),
            DemoCommand.Of(surroundings, data),
            ExportCommand.Of(surroundings, data),
            ReportCommand.Of(surroundings, data),
            TeamsPackageCommand.Of(surroundings),
        };
    }

    /// <summary>Adds <c>serve</c>, which is also what happens without a command.</summary>
    /// <param name="root">What <see cref="Of"/> gave.</param>
    /// <param name="text">Words of the help.</param>
    /// <param name="serve">Serves with these settings until stopped.</param>
    public static RootCommand WithServe(this RootCommand root, CommandText text, Func<IReadOnlyList<string>, Task> serve)
    {
        var data = DataOf(root);
        var urls = new Option<string?>("--urls") { Description = text.Urls, HelpName = "URLS" };
        var asOf = new Option<string?>("--as-of") { Description = text.AsOf, HelpName = "DAY" };
        var command = new Command(Serve, text.Serve) { urls, asOf };
        foreach (var serving in (Command[])[root, command])
        {
            serving.SetAction(async parsed =>
            {
                await serve(
                    [.. Setting("urls", parsed.GetValue(urls)), .. Setting("Clock:AsOf", parsed.GetValue(asOf)), .. Setting("Store:Folder", parsed.GetValue(data))]);
                return ExitCode.Done;
            });
        }

        root.Options.Add(urls);
        root.Options.Add(asOf);
        root.Subcommands.Insert(0, command);
        return root;
    }

    /// <summary>Runs one command. Faults of the store and the like come out as exceptions, see <see cref="Failures"/>.</summary>
    public static async Task<int> RunAsync(this RootCommand root, string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,

            // The service's own lifetime listens for signals, and any other command may simply be ended: the store survives that.
            ProcessTerminationTimeout = null,
        };
        var code = await parsed.InvokeAsync(configuration, cancellationToken);
        return parsed.Errors.Count > 0 ? ExitCode.BadUsage : code;
    }

    /// <summary>The store that the arguments' command works on; null for <c>serve</c>, which wants it for itself.</summary>
    public static StoreOptions? StoreOf(this RootCommand root, string[] args, IEnumerable<string> settings)
    {
        var parsed = root.Parse(args);
        var command = parsed.CommandResult.Command;
        return command == root || command.Name == Serve ? null : Settings.Store(Settings.Read(settings), parsed.GetValue(DataOf(root)));
    }

    private static Option<string?> DataOf(RootCommand root) => root.Options.OfType<Option<string?>>().Single(option => option.Name == Data);

    private static string[] Setting(string key, string? value) => value is null ? [] : [$"--{key}={value}"];
}
