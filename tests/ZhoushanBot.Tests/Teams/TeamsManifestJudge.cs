using System.Diagnostics;
using System.Text.Json.Nodes;
using ZhoushanBot.Tests.Structure;

namespace ZhoushanBot.Tests.Teams;

/// <summary>
/// Microsoft's own validation of a manifest, and the schema for it, which lies beside the repository and is not part of it.
/// Where one is missing the test is skipped; in CI only a missing schema folder is an excuse.
/// </summary>
internal static class TeamsManifestJudge
{
    private static readonly string Interop = Path.Combine(SourceTree.Root, "tests", "interop");
    private static readonly string Shared = Path.Combine(SourceTree.Root, "..", "shared");

    /// <summary>The schema's file.</summary>
    public static string Schema
    {
        get
        {
            var schema = Path.GetFullPath(Path.Combine(Shared, "interop", "schema", "teams-v1.25.json"));
            if (!File.Exists(schema))
            {
                Missing("the schema of Teams manifests 1.25 is not beside the repository", mayBeMissing: !Directory.Exists(Shared));
            }

            return schema;
        }
    }

    /// <summary>Faults that <c>@microsoft/teams-manifest</c> finds.</summary>
    public static async Task<JsonArray> FaultsOfAsync(string manifest)
    {
        var schema = Schema;
        if (!Directory.Exists(Path.Combine(Interop, "node_modules", "@microsoft", "teams-manifest")))
        {
            Missing("Microsoft's packages are not installed: run 'npm ci --ignore-scripts' in tests/interop", mayBeMissing: false);
        }

        var cancel = TestContext.Current.CancellationToken;
        using var node = Process.Start(new ProcessStartInfo("node", ["--require", "./loopback.cjs", "teams-manifest.cjs", schema])
        {
            WorkingDirectory = Interop,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(cancel), node.StandardError.ReadToEndAsync(cancel));
        await node.StandardInput.WriteAsync(manifest.AsMemory(), cancel);
        node.StandardInput.Close();
        await node.WaitForExitAsync(cancel);
        Assert.True(node.ExitCode == 0, await error);
        return JsonNode.Parse(await output)!.AsArray();
    }

    private static void Missing(string reason, bool mayBeMissing)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true" && !mayBeMissing)
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
