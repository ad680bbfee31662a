using System.Diagnostics;
using System.Text;

namespace ZhoushanBot.Tests;

/// <summary>What a run of the built program left.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the program to its end.</summary>
    public static Task<CommandRun> OfAsync(params string[] args) => OfAsync("", args);

    /// <summary>Runs the program to its end, with something typed.</summary>
    public static async Task<CommandRun> WithInputAsync(string input, params string[] args) => await OfAsync(input, args);

    private static async Task<CommandRun> OfAsync(string input, string[] args)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Process.Start(StartOf(args))!;
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    internal static ProcessStartInfo StartOf(string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "ZhoushanBot.exe" : "ZhoushanBot"), args)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }
}

/// <summary>The service as a process of its own, until disposed of: then it is killed, as a power cut would.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServiceProcess(Process process, string url)
    {
        this.process = process;
        Url = url;
    }

    public string Url { get; }

    /// <summary>Starts it on a free port and waits until it listens.</summary>
    public static async Task<ServiceProcess> StartAsync(string dataFolder, string urls, params string[] settings)
    {
        const string Listening = "Now listening on: ";
        var started = Process.Start(CommandRun.StartOf(["serve", "--data", dataFolder, "--urls", urls, .. settings]))!;
        var lines = new StringBuilder();
        while (await started.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.AppendLine(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                var url = line[(at + Listening.Length)..].Trim();

                // The mark by which commands find the service is left once the application has started.
                while (!(await started.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Contains("Content root", StringComparison.Ordinal))
                {
                }

                // What nobody reads fills the pipe, and then the service stands still at its next log line.
                _ = DrainAsync(started.StandardOutput);
                _ = DrainAsync(started.StandardError);
                return new ServiceProcess(started, url);
            }
        }

        throw new InvalidOperationException($"{lines}{await started.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    private static async Task DrainAsync(StreamReader output)
    {
        try
        {
            while (await output.ReadLineAsync(CancellationToken.None) is not null)
            {
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The service is gone.
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
