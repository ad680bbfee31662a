namespace ZhoushanBot.Tests.Structure;

/// <summary>The source as it lies beside the solution.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file under src.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
           let parts = Path.GetRelativePath(Path.Combine(Root, "src"), path).Split(Path.DirectorySeparatorChar)
           where !parts.Contains("obj") && !parts.Contains("bin")
           select new SourceFile(parts[0], parts.Length > 2 ? parts[1] : "", string.Join('/', parts), File.ReadAllText(path)),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ZhoushanBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run below the solution's folder.");
    }
}

/// <summary>One file.</summary>
/// <param name="Project">Such as ZhoushanBot.Core.</param>
/// <param name="Folder">Such as Notices; empty at the project's root.</param>
/// <param name="Path">Below src, with slashes.</param>
/// <param name="Text">What it says.</param>
internal sealed record SourceFile(string Project, string Folder, string Path, string Text)
{
    /// <summary>Such as ZhoushanBot.Core.Notices.</summary>
    public string Place => Folder.Length == 0 ? Project : $"{Project}.{Folder}";
}
