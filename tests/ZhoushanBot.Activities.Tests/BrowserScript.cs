using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ZhoushanBot.Activities.Tests;

/// <summary>A script that drives Chromium and tells each step as a line of JSON; its last one is <c>done</c>.</summary>
/// <remarks>
/// Its end is that line, not the end of its output: a browser inherits the pipe and may hold it open for longer. What takes too long is killed with all that it started.
/// </remarks>
internal static class BrowserScript
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a script to its last step.</summary>
    /// <param name="script">Its name in tests/interop.</param>
    /// <param name="onStep">Is told every step.</param>
    /// <param name="arguments">What the script takes.</param>
    /// <returns>The last step.</returns>
    public static async Task<JsonNode> RunAsync(string script, Func<JsonNode, Task> onStep, params string[] arguments)
    {
        if (!File.Exists(Chromium))
        {
            NodePeer.Missing($"Chromium is not installed: there is no {Chromium}");
        }

        await using var peer = NodePeer.Start(script, arguments);
        var errors = new ConcurrentQueue<string>();
        var drained = DrainAsync(peer.Error, errors);
        var last = "the start";
        try
        {
            while (true)
            {
                var line = await peer.Output.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit, TestContext.Current.CancellationToken);
                Assert.True(line is not null, $"{script} ended after {last}: {string.Join('\n', errors)}");
                var step = JsonNode.Parse(line!)!;
                last = (string)step["step"]!;
                Assert.True(last != "failed", line);
                await onStep(step);
                if (last == "done")
                {
                    return step;
                }
            }
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{script} said nothing for {Limit} after {last}: {string.Join('\n', errors)}");
            throw;
        }
    }

    // A full pipe would stop the script. Not awaited: it ends with the last process that holds the pipe, whenever that is.
    private static async Task DrainAsync(TextReader reader, ConcurrentQueue<string> lines)
    {
        try
        {
            while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
            {
                lines.Enqueue(line);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The peer was disposed of.
        }
    }
}
