namespace ZhoushanBot.Tests;

/// <summary>A folder of its own that goes with the test.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("zhoushanbot-").FullName;

    public string this[string name] => Path.Combine(FullName, name);

    public static implicit operator string(ScratchFolder folder) => folder.FullName;

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
