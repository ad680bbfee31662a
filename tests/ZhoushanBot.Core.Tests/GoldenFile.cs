using System.Runtime.CompilerServices;

namespace ZhoushanBot.Core.Tests;

/// <summary>What is pinned, letter for letter. UPDATE_GOLDEN=1 writes the file anew; its diff is reviewed.</summary>
internal static class GoldenFile
{
    public static void Same(string file, string actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", actual);
    }
}
