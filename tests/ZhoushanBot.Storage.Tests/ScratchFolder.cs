namespace ZhoushanBot.Storage.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("zhoushanbot-");

    public string Path => folder.FullName;

    public string StorePath => At("store.db");

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => folder.Delete(recursive: true);
}
