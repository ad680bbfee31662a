using System.Diagnostics;

namespace ZhoushanBot.Activities.Tests;

/// <summary>A script of tests/interop, run by Node with Microsoft's packages. Where they are missing the test is skipped, but fails in CI.</summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private static readonly string Folder = FindFolder();
    private readonly Process process;

    private NodePeer(Process process) => this.process = process;

    public TextWriter Input => process.StandardInput;

    public TextReader Output => process.StandardOutput;

    public TextReader Error => process.StandardError;

    /// <summary>Starts a script.</summary>
    public static NodePeer Start(string script, params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "botbuilder")))
        {
            Missing($"Microsoft's packages are not installed: run 'npm ci --ignore-scripts' in {Folder}");
        }

        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "--require", "./loopback.cjs", script }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return new NodePeer(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing("node is not installed");
            throw;
        }
    }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string script, string input, params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var peer = Start(script, arguments);
        var errors = peer.process.StandardError.ReadToEndAsync(cancel);
        await peer.Input.WriteAsync(input.AsMemory(), cancel);
        peer.Input.Close();
        var output = await peer.Output.ReadToEndAsync(cancel);
        await peer.process.WaitForExitAsync(cancel);
        Assert.True(peer.process.ExitCode == 0, await errors);
        return output;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    /// <summary>Skips the test, or fails it in CI.</summary>
    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ZhoushanBot.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? ".", "tests", "interop");
    }
}
