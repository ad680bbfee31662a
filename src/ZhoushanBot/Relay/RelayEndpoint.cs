using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZhoushanBot.Commands;
using ZhoushanBot.Configuration;

namespace ZhoushanBot.Relay;

/// <summary>
/// Runs commands for those who cannot open the store because this service has it: <c>ask</c>, <c>import</c>, <c>outbox</c> and the others work
/// while it runs. Only from this machine, and only with the key out of the store's folder.
/// </summary>
internal static class RelayEndpoint
{
    public const string Path = "/local/commands";
    public const string KeyHeader = "X-ZhoushanBot-Key";

    public static IServiceCollection AddRelay(this IServiceCollection services) => services
        .AddSingleton<RelayKey>()
        .AddSingleton<OpenStore>()
        .AddHostedService<ServiceMarkKeeper>();

    public static IEndpointConventionBuilder MapRelay(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, RunAsync);

    private static async Task RunAsync(HttpContext http, RelayKey key, OpenStore store, OfficeClock clock)
    {
        if (!IsAllowed(http, key))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        RelayedCommand? command;
        try
        {
            command = await JsonSerializer.DeserializeAsync(http.Request.Body, RelayJson.Default.RelayedCommand, http.RequestAborted);
        }
        catch (JsonException)
        {
            command = null;
        }

        if (command is not { Args: not null, Folder: not null })
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var answer = await ExecuteAsync(command, SurroundingsOf(command, store, clock), http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, answer, RelayJson.Default.RelayedAnswer, http.RequestAborted);
    }

    private static async Task<RelayedAnswer> ExecuteAsync(RelayedCommand command, CommandSurroundings surroundings, CancellationToken cancellationToken)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var error = new StringWriter(CultureInfo.InvariantCulture);
        int code;
        try
        {
            code = await CommandLine.Of(surroundings).RunAsync(command.Args, output, error, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            (code, var message) = Failures.Of(e, surroundings.Text);
            await error.WriteLineAsync(message);
        }

        return new RelayedAnswer(code, output.ToString(), error.ToString());
    }

    private static CommandSurroundings SurroundingsOf(RelayedCommand command, OpenStore store, OfficeClock clock) => new()
    {
        OpenAsync = (_, _) => Task.FromResult(store),
        Clock = clock,
        Text = CommandText.In(command.Language),
        Folder = command.Folder,
    };

    private static bool IsAllowed(HttpContext http, RelayKey key) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((string?)http.Request.Headers[KeyHeader] ?? ""), Encoding.UTF8.GetBytes(key.Value));
}
